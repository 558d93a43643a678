"""Exchanges: what a request came to, and what only the envelope of its reply says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

import msgspec
from returns.result import Result, Success

from ..parse import json, xml
from ..read.run import looks_like_xml
from .arguments import is_status
from .http import HttpResponse
from .retry import is_retryable
from .shape import Shape, code_in

Resp_co = TypeVar("Resp_co", bound=Shape, covariant=True)
E_co = TypeVar("E_co", covariant=True)


class Exchange(msgspec.Struct, Generic[Resp_co, E_co], frozen=True):
    """What a request came to, with the status and the id of the reply.

    >>> from ecr_decode import aws, ecr
    >>> reply = aws.HttpResponse(status=503, body=b"Rate exceeded", headers={"x-amzn-RequestId": "4bf1"})
    >>> exchange = ecr.list_images.decode_reply(reply)
    >>> exchange.status, exchange.request_id, exchange.retryable
    (503, '4bf1', True)
    """

    result: Result[Resp_co, E_co]
    """The response, or the error."""
    status: int | None = None
    """The status of the reply; None if none came."""
    request_id: str | None = None
    """What the service calls the request, in a header or in the body. AWS Support asks for it."""
    retryable: bool = False
    """Whether the request failed and may succeed if it is sent again.

    It may if the code is one of throttling, the status is 429 or one of a server's failure, or no whole reply
    came.
    """
    query_code: str | None = None
    """The code that the error has in AWS Query, from the header `x-amzn-query-error`, if it is sent."""


def exchange_of(result: Result[Any, Any], reply: HttpResponse) -> Exchange[Any, Any]:
    """The exchange of a reply that was read."""
    headers, status = _lower(reply.headers), reply.status if is_status(reply.status) else None
    succeeded = isinstance(result, Success)
    query_code = headers.get("x-amzn-query-error", "").partition(";")[0].strip() or None
    codes = () if succeeded else (code_in(result.failure()), query_code)
    return Exchange(
        result=result,
        status=status,
        request_id=_id_in_headers(headers) or _id_in_body(reply.body, succeeded=succeeded),
        retryable=not succeeded and is_retryable(status, *codes),
        query_code=query_code,
    )


def _lower(headers: Any) -> dict[str, str]:
    """Headers by their names in lower case; there are none where a caller's mapping does not give them."""
    try:
        found = cast(Mapping[object, object], headers).items()
        return {name.lower(): text for name, text in found if isinstance(name, str) and isinstance(text, str)}
    except MemoryError:
        raise
    except Exception:  # a mapping of the caller's may raise anything, which the result says
        return {}


_ID_HEADERS = ("xamznrequestid", "xamzrequestid")
_ID = "requestid"


def _id_in_headers(headers: Mapping[str, str]) -> str | None:
    """The id in `x-amzn-requestid`, `x-amzn-request-id`, `x-amz-request-id` or `x-amz-requestid`."""
    spelled = {name.replace("-", ""): text.strip() for name, text in headers.items()}
    return next((spelled[name] for name in _ID_HEADERS if spelled.get(name)), None)


def _id_in_body(body: Any, *, succeeded: bool) -> str | None:
    """The id in a body: beside or in the error, and in XML beside the result of a success."""
    if type(body) is not bytes:
        return None
    if looks_like_xml(body):
        return next(_ids_in_xml(body), None)
    tree: Any = None if succeeded else json.parse(body)[0]
    members = cast(dict[str, object], tree) if isinstance(tree, dict) else {}
    named = (text.strip() for name, text in members.items() if _is_id(name) and isinstance(text, str))
    return next(filter(None, named), None)


def _ids_in_xml(body: bytes) -> Iterator[str]:
    """The ids in the children of the root, of its metadata, and of its error."""
    from ..parse.document import Document, parse  # the parser of XML takes a while to import

    document = parse(body)
    todo = [document.root] if isinstance(document, Document) else []
    while todo:
        for child in todo.pop(0):
            name = xml.local(child.tag)
            if _is_id(name) and (text := (child.text or "").strip()):
                yield text
            if name in ("ResponseMetadata", "Error", "Errors"):
                todo.append(child)


def _is_id(name: str) -> bool:
    return name.lower().replace("_", "") == _ID
