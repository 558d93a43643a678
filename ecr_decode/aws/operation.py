"""Operations: a request, a response and a closed set of errors, as one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, assert_never, cast

from returns.result import Failure, Result, Success

from ..codec import Codec
from ..combinator.scalar import json_value
from ..decoder import Raw
from ..error.problem import BadValue, DecodeError, EncodeError, Problem, WrongKind, ended
from ..node.kinds import JsonValue
from ..published import at, place
from ..read import TOO_DEEP
from ..read.run import whole_bytes
from ..read.tree import json_kind
from .arguments import is_reply, is_request, is_status, is_text
from .envelope import clean, local_members, message_of, with_message
from .exchange import Exchange, exchange_of
from .http import HttpRequest, HttpResponse
from .naming import snake
from .pages import Pages
from .protocol import AwsJson, AwsQuery, Protocol
from .reply import Format, failed, is_plain_object, read_reply, with_status
from .shape import ErrorShape, Shape, UnknownError, code_in, code_of
from .tokens import new_token, with_tokens
from .total import total

Req = TypeVar("Req", bound=Shape)
Resp = TypeVar("Resp", bound=Shape)
Err_co = TypeVar("Err_co", bound=Shape, covariant=True)


class Operation(Generic[Req, Resp, Err_co]):
    """An operation of a service: how its request is written, and how its replies are read.

    >>> from ecr_decode import ecr, outcome
    >>> operation = ecr.get_download_url_for_layer
    >>> operation
    GetDownloadUrlForLayer
    >>> outcome(operation.decode(status=400, body=b'{"__type":"ServerException","message":"later"}'))
    ServerException(message='later')
    >>> print(outcome(operation.decode(status=502, body=b"<html>Bad gateway</html>")))
    $: the reply with status 502 is not what the protocol promises: an HTML page
    """

    __slots__ = (
        "_classes", "_errors", "_headers",
        "home", "name", "pages", "protocol", "request", "response", "tokens",
    )  # fmt: skip
    name: str
    protocol: Protocol
    request: Codec[Req]
    """The codec of the request."""
    response: Codec[Resp]
    """The codec of the response."""
    pages: Pages | None
    tokens: tuple[str, ...]
    """The members of the request that are idempotency tokens, by their names in Python."""

    def __init__(
        self,
        name: str,
        *,
        protocol: Protocol,
        request: type[Req],
        response: type[Resp],
        errors: tuple[type[Err_co], ...],
        home: str,
        pages: Pages | None = None,
        tokens: tuple[str, ...] = (),
    ) -> None:
        """Describe an operation; `home` is the module that holds it, by which it is pickled."""
        self.name = name
        self.protocol = protocol
        self.home: str = home
        self.pages = pages
        self.tokens = tokens
        self._headers = protocol.headers(name)
        self.request = request.codec
        self.response = response.codec
        self._classes: Mapping[str, type[Any]] = {
            code_of(cast(type[ErrorShape], error)): error for error in errors
        }
        self._errors: Mapping[str, Codec[Any]] = {code: cls.codec for code, cls in self._classes.items()}

    def __repr__(self) -> str:
        return self.name

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        return at, place(self) or (self.home, snake(self.name))

    @property
    def target(self) -> str:
        """What the service calls the operation in a request."""
        return self.protocol.headers(self.name).get("X-Amz-Target", self.name)

    @property
    def errors(self) -> Mapping[str, Codec[Any]]:
        """The codec of each error that the operation lists, by its code."""
        return self._errors

    @property
    def error_classes(self) -> Mapping[str, type[Err_co]]:
        """The class of each error that the operation lists, by its code."""
        return self._classes

    @total(EncodeError)
    def encode(
        self, request: Req, *, token: Callable[[], str] = new_token
    ) -> Result[HttpRequest, EncodeError]:
        """The request to send, but for its address and signature; `token` makes absent idempotency tokens.

        >>> from ecr_decode import ecr
        >>> wanted = ecr.GetDownloadUrlForLayerRequest(repository_name="app", layer_digest="00")
        >>> sent = ecr.get_download_url_for_layer.encode(wanted).unwrap()
        >>> sent.headers["X-Amz-Target"]
        'AmazonEC2ContainerRegistry_V20150921.GetDownloadUrlForLayer'
        >>> sent.body
        b'{"repositoryName":"app","layerDigest":"00"}'
        """
        if self.tokens:
            request = with_tokens(self, request, token=token)
        match self.protocol:
            case AwsJson():
                body = self.request.encode_json(request)
            case AwsQuery() as protocol:
                form = self.request.encode_query(request)
                body = form.map(
                    lambda members: "&".join(filter(None, (protocol.form(self.name), members))).encode()
                )
            case _:
                assert_never(self.protocol)
        if not isinstance(body, Success):
            return Failure(body.failure())
        return Success(HttpRequest(headers=self._headers.copy(), body=body.unwrap()))

    def decode(
        self,
        *,
        status: int,
        body: Raw,
        headers: Mapping[str, str] | None = None,
        format: Format = "auto",  # noqa: A002
    ) -> Result[Resp, Err_co | DecodeError]:
        """The response, or the error, that a reply holds; a status from 200 to 299 says which.

        With any status, a reply is a failure if its `__type` names an error, or its root element is `Error`
        or `ErrorResponse`. Every error but the service's own has the status.

        >>> from ecr_decode import ecr
        >>> reply = b'{"downloadUrl":"https://layers.example/0","layerDigest":"sha256:00"}'
        >>> ecr.get_download_url_for_layer.decode(status=200, body=reply).unwrap().layer_digest
        'sha256:00'
        >>> slow = {"x-amzn-ErrorType": "Slow"}
        >>> ecr.get_download_url_for_layer.decode(status=500, body=b"", headers=slow).failure()
        UnknownError(code='Slow', message=None)
        """
        known: int | None = None
        result: Result[Resp, Err_co | DecodeError]
        try:
            known = status if is_status(status) else None
            if known == 200 and type(body) is bytes and is_plain_object(body) and format == "auto":
                result = self.response.decode_json(body)  # what nearly every reply is
            elif known is None:
                result = failed(WrongKind("a status number", json_kind(status)))
            else:
                result = read_reply(self, known, body, headers or {}, format)
            return with_status(result, known)
        except MemoryError:
            raise
        except RecursionError:
            return TOO_DEEP
        except Exception as error:  # headers of the caller's may have methods that raise anything
            return with_status(failed(ended(error)), known)

    def decode_reply(self, reply: HttpResponse) -> Exchange[Resp, Err_co | DecodeError]:
        """What `decode` gives for a reply, with its status, its request id, and whether to send again.

        >>> from ecr_decode import aws, ecr
        >>> busy = aws.HttpResponse(status=400, body=b'{"__type":"ThrottlingException"}')
        >>> exchange = ecr.list_images.decode_reply(busy)
        >>> exchange.result.failure(), exchange.retryable
        (UnknownError(code='ThrottlingException', message=None), True)
        """
        try:
            if not is_reply(reply):
                return Exchange(failed(WrongKind("an HttpResponse", json_kind(reply))))
            result = self.decode(status=reply.status, body=reply.body, headers=reply.headers)
            return exchange_of(result, reply)
        except RecursionError:
            return _NO_ROOM

    @total(DecodeError)
    def error_of_json(self, code: str, json: object) -> Result[Err_co, DecodeError]:
        """The error of a code, its members in a JSON tree; `UnknownError` where the code is not listed.

        >>> from ecr_decode import ecr
        >>> ecr.get_download_url_for_layer.error_of_json("LayersNotFoundException", {"message": "none"})
        <Success: LayersNotFoundException(message='none')>
        >>> ecr.get_download_url_for_layer.error_of_json("AccessDeniedException", {"Message": "no"})
        <Success: UnknownError(code='AccessDeniedException', message='no')>
        >>> print(ecr.get_download_url_for_layer.error_of_json("ServerException", {"message": 1}).failure())
        $.message: expected a string, got an integer
        """
        if not is_text(code):
            return failed(WrongKind("a code that is text", json_kind(code)))
        known = self._errors.get(clean(code))
        return _unknown(code, json) if known is None else known.of_json(with_message(json))

    @total(DecodeError)
    def error_of_xml(self, code: str, tree: object) -> Result[Err_co, DecodeError]:
        """The error of a code, its members in the content of an `Error` element.

        >>> from ecr_decode import ecr
        >>> ecr.get_download_url_for_layer.error_of_xml("ServerException", {"Message": "later"})
        <Success: ServerException(message='later')>
        """
        if not is_text(code):
            return failed(WrongKind("a code that is text", json_kind(code)))
        known, members = self._errors.get(clean(code)), local_members(tree)
        return _unknown(code, members) if known is None else known.of_xml(with_message(members))

    @total(EncodeError)
    def error_to_json(self, error: Shape) -> Result[JsonValue, EncodeError]:
        """The error in the service's own form, which `error_of_json` reads back.

        >>> from ecr_decode import ecr
        >>> ecr.get_download_url_for_layer.error_to_json(ecr.ServerException(message="later"))
        <Success: {'__type': 'ServerException', 'message': 'later'}>
        """
        match error:
            case UnknownError(code=code) if not is_text(code):
                return error.to_json()
            case UnknownError(code=code) if code in self._errors or not code or clean(code) != code:
                return Failure(
                    EncodeError((Problem(("code",), BadValue("a code that would be read as another")),))
                )
            case UnknownError(code=code, message=message):
                tree = {"__type": code} if message is None else {"__type": code, "message": message}
                return error.to_json().map(lambda _: cast(JsonValue, tree))
            case ErrorShape() if self._classes.get(code_of(type(error))) is type(error):
                return error.to_json().map(lambda members: _enveloped(code_of(type(error)), members))
            case _:
                expected = f"an error of {self.name}"
                return Failure(EncodeError((Problem((), WrongKind(expected, json_kind(error))),)))

    @total(DecodeError)
    def decode_request(self, request: HttpRequest) -> Result[Req, DecodeError]:
        """The request that a server received; an empty body is one without members.

        >>> from ecr_decode import aws, ecr
        >>> came = aws.HttpRequest(body=b'{"repositoryName":"app"}')
        >>> print(ecr.get_download_url_for_layer.decode_request(came).failure())
        $.layerDigest: missing
        """
        if isinstance(self.protocol, AwsQuery):
            return failed(WrongKind("a request in JSON", "a form"))
        if not is_request(request):
            return failed(WrongKind("an HttpRequest", json_kind(request)))
        raw = whole_bytes(request.body)
        if not isinstance(raw, bytes):
            return failed(raw)
        return self.request.decode_json(raw if raw.strip() else b"{}")

    @total(EncodeError)
    def encode_response(self, response: Resp) -> Result[HttpResponse, EncodeError]:
        """The reply with which a server answers.

        >>> from ecr_decode import ecr
        >>> found = ecr.GetDownloadUrlForLayerResponse(layer_digest="sha256:00")
        >>> ecr.get_download_url_for_layer.encode_response(found).unwrap().body
        b'{"layerDigest":"sha256:00"}'
        """
        match self.protocol:
            case AwsJson():
                body = self.response.encode_json(response)
            case AwsQuery():
                content = self.response.to_xml(response)
                body = _wrapped(content, f"{self.name}Result", root=f"{self.name}Response")
            case _:
                assert_never(self.protocol)
        headers = self._reply_headers()
        return body.map(lambda written: HttpResponse(status=200, headers=headers, body=written))

    @total(EncodeError)
    def encode_error(self, error: Shape, *, status: int = 400) -> Result[HttpResponse, EncodeError]:
        """The reply with which a server reports an error.

        >>> from ecr_decode import ecr
        >>> later = ecr.ServerException(message="later")
        >>> ecr.get_download_url_for_layer.encode_error(later, status=500).unwrap().body
        b'{"__type":"ServerException","message":"later"}'
        """
        if not is_status(status):
            return Failure(EncodeError((Problem((), WrongKind("a status number", json_kind(status))),)))
        headers = self._reply_headers()
        body = self._error_body(error)
        return body.map(lambda written: HttpResponse(status=status, headers=headers, body=written))

    def _error_body(self, error: Shape) -> Result[bytes, EncodeError]:
        tree = self.error_to_json(error)
        if not isinstance(tree, Success):
            return Failure(tree.failure())
        match self.protocol:
            case AwsJson():
                return json_value.encode_json(tree.unwrap())
            case AwsQuery():
                coded = error.to_xml().map(lambda content: _coded(error, content))
                return _wrapped(coded, "Error", root="ErrorResponse")

    def _reply_headers(self) -> dict[str, str]:
        if isinstance(self.protocol, AwsQuery):
            return {"Content-Type": "text/xml"}
        return {"Content-Type": self.protocol.headers(self.name)["Content-Type"]}


_NO_ROOM: Exchange[Any, DecodeError] = Exchange(TOO_DEEP)


def _unknown(code: str, members: object) -> Result[Any, DecodeError]:
    return Success(UnknownError(code=clean(code), message=message_of(members)))


def _enveloped(code: str, members: JsonValue) -> JsonValue:
    return {"__type": code, **members} if isinstance(members, dict) else members


def _wrapped(content: Result[object, EncodeError], name: str, *, root: str) -> Result[bytes, EncodeError]:
    """The text of a root element with one child, which has this content."""
    if not isinstance(content, Success):
        return Failure(content.failure())
    tree: Any = {name: content.unwrap()}
    return json_value.encode_xml(tree, root=root)


def _coded(error: Shape, content: Any) -> object:
    """The content of an `Error` element: the code, and the members as the error's class has them."""
    members: dict[str, Any] = content or {}
    named = {"Message" if name == "message" else name: found for name, found in members.items()}
    return {"Code": code_in(error), **{name: found for name, found in named.items() if name != "code"}}
