"""One exchange through a client of botocore: what is sent, the reply as it came, and why none did.

`boto3` and `aiobotocore` differ in whether they wait for what `send` gives, and in nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, Protocol, TypeAlias, TypeVar, assert_never, cast

import msgspec
from botocore import xform_name  # pyright: ignore[reportUnknownVariableType] botocore ships no types
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionError,  # noqa: A004 as botocore calls it
    HTTPClientError,
    ParamValidationError,
)
from returns.result import Failure, Result, Success

from ..aws.exchange import Exchange
from ..aws.http import HttpResponse
from ..aws.operation import Operation
from ..aws.protocol import AwsJson
from ..aws.retry import is_retryable
from ..aws.shape import Shape, code_in
from ..aws.tokens import with_tokens
from ..error.problem import DecodeError
from ..guard import is_dict
from ..write import value as v
from .parsed import from_boto3, metadata_in
from .transport import TransportError, sentence

Req = TypeVar("Req", bound=Shape)
Resp = TypeVar("Resp", bound=Shape)
Err = TypeVar("Err", bound=Shape)


class Client(Protocol):
    """A client of botocore, as boto3 and aiobotocore make it."""

    @property
    def meta(self) -> Any:
        """What botocore knows about the client: its events, its service's model."""


Failed: TypeAlias = DecodeError | TransportError


class Attempt:
    """The attempt that a call is at, and the reply to it, whatever botocore makes of that."""

    __slots__ = ("reply",)

    def __init__(self) -> None:
        self.reply: HttpResponse | None = None


_attempt: ContextVar[Attempt | None] = ContextVar("ecr_decode.integrations", default=None)
_registering = Lock()


@contextmanager
def attempted() -> Generator[Attempt]:
    """The last attempt of what is sent within; each thread and each task has its own."""
    attempt = Attempt()
    token = _attempt.set(attempt)
    try:
        yield attempt
    finally:
        _attempt.reset(token)


def send(client: Client, operation: Operation[Req, Any, Any], request: Req) -> Any:
    """What botocore gives for a request, or what keeps it from being sent."""
    prefix = client.meta.service_model.metadata.get("targetPrefix")
    if isinstance(operation.protocol, AwsJson) and operation.protocol.target != prefix:
        return TransportError("WrongClient", f"the client's service has no target {operation.target}")
    members = operation.request.to_value(with_tokens(operation, request))
    if not isinstance(members, Success):
        return TransportError("EncodeError", str(members.failure()))
    method = getattr(client, xform_name(operation.name), None)
    if method is None:
        return TransportError("WrongClient", f"the client's version of botocore knows no {operation.name}")
    _watch(client)
    return method(**_parameters(members.unwrap()))


def conclude(
    operation: Operation[Req, Resp, Err], request: Req, attempt: Attempt, sent: object
) -> Exchange[Resp, Err | Failed]:
    """What an exchange comes to: the reply if one came, or what botocore gave or raised instead."""
    if attempt.reply is not None:
        return _received(operation, attempt.reply)
    match sent:
        case TransportError():
            return Exchange(Failure(sent))
        case ClientError():
            return _refused(operation, cast(_ServiceError, sent))
        case Exception():
            unanswered = isinstance(sent, ConnectionError | HTTPClientError)
            return Exchange(Failure(_reason(operation, request, sent)), retryable=unanswered)
        case _:
            return _parsed(operation, cast(Mapping[str, Any], sent))


def _begins(**_: Any) -> None:
    """A new attempt is made ready to be signed and sent, so the reply to the one before is not the last."""
    attempt = _attempt.get()
    if attempt is not None:
        attempt.reply = None


def _came(*, response_dict: Mapping[str, Any], **_: Any) -> None:
    """A reply came, and botocore is about to parse it."""
    attempt = _attempt.get()
    if attempt is not None:
        status, headers, body = (response_dict[name] for name in ("status_code", "headers", "body"))
        attempt.reply = HttpResponse(status=status, headers=headers, body=body)


def _watch(client: Client) -> None:
    """Put the handlers on a client, once: botocore knows a `unique_id` before its handler is in place."""
    service = client.meta.service_model.service_id.hyphenize()
    with _registering:
        for event, handler in (("request-created", _begins), ("before-parse", _came)):
            client.meta.events.register_first(f"{event}.{service}", handler, unique_id=f"{__name__}.{event}")


def _received(operation: Operation[Any, Resp, Err], reply: HttpResponse) -> Exchange[Resp, Err | Failed]:
    """What a reply comes to; one that is shorter than its headers say is not read."""
    exchange = cast(Exchange[Resp, Any], operation.decode_reply(reply))
    promised = next((value for name, value in reply.headers.items() if name.lower() == "content-length"), "")
    came = len(reply.body)
    if re.fullmatch(r"[0-9]{1,18}", promised) and came < int(promised):
        cut = TransportError("IncompleteReply", f"{came} bytes of {promised} came", status=reply.status)
        return msgspec.structs.replace(exchange, result=Failure(cut), retryable=True)
    return exchange


def _parsed(
    operation: Operation[Any, Resp, Err], response: Mapping[str, Any]
) -> Exchange[Resp, Err | Failed]:
    """What a response comes to that a stub was given, or the one in a `ClientError`."""
    result = cast(Result[Resp, Any], from_boto3(operation, response))
    status, request_id = metadata_in(response)
    retryable = not isinstance(result, Success) and is_retryable(status, code_in(result.failure()))
    return Exchange(result, status, request_id, retryable)


def _parameters(written: v.Value) -> Any:
    """What botocore takes for a value."""
    match written:
        case v.Structure(members=members) | v.Map(entries=members):
            return {name: _parameters(member) for name, member in members}
        case v.List(items=items):
            return [_parameters(item) for item in items]
        case v.String(text) | v.Enum(text):
            return text
        case v.Integer(number) | v.Long(number) | v.Double(number):
            return number
        case v.Decimal(exact):
            return exact
        case v.Boolean(truth):
            return truth
        case v.Timestamp(moment):
            return moment
        case v.Blob(content):
            return content
        case v.Null():
            return None
        case v.Document(tree):
            return tree
        case _:
            assert_never(written)


class _ServiceError(Protocol):
    """A `ClientError`, of which botocore does not tell the types."""

    operation_name: str
    response: Mapping[str, Any]


def _reason(operation: Operation[Req, Any, Any], request: Req, error: Exception) -> TransportError:
    """Why no reply came, by the exception that botocore, or one of its hooks, raised."""
    kind = type(error).__name__
    match error:
        case ParamValidationError():
            broken = operation.request.check(request)
            unlike = "the client's version of botocore has another model of the request"
            return TransportError(kind, unlike if isinstance(broken, Success) else str(broken.failure()))
        case BotoCoreError():
            return TransportError(kind, sentence(error.fmt, getattr(error, "kwargs", {})))
        case _:
            return TransportError(kind)


def _refused(operation: Operation[Any, Resp, Err], error: _ServiceError) -> Exchange[Resp, Err | Failed]:
    """The error that a stub was given, or the one with which another service refused credentials."""
    reported: dict[str, Any] = {"Error": {}, **error.response}
    if error.operation_name == operation.name:
        return _parsed(operation, reported)
    code = reported["Error"].get("Code", "") if is_dict(reported["Error"]) else ""
    refusal = TransportError(type(error).__name__, f"{error.operation_name}: {code}")
    return Exchange(Failure(refusal), retryable=is_retryable(None, code))
