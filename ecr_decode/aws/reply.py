"""What a reply comes to: the response, or the error that its status or its body reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, cast

from returns.result import Failure, Result, Success

from ..decoder import Raw
from ..error.problem import DecodeError, NotJson, Problem, Why
from ..outcome import outcome
from ..parse import json
from ..read.run import looks_like_xml, whole_bytes
from ..read.tree import json_kind
from .envelope import header_code, json_code, type_code, wrong_headers, xml_envelope
from .http import is_html
from .shape import Shape

if TYPE_CHECKING:
    from .operation import Operation

Resp = TypeVar("Resp", bound=Shape)
Err = TypeVar("Err", bound=Shape)

Format: TypeAlias = Literal["auto", "json", "xml"]

_NAMES_OF_ERRORS = ("Exception", "Error", "Fault")


def read_reply(
    operation: Operation[Any, Resp, Err], status: int, body: Raw, headers: Mapping[str, str], form: Format
) -> Result[Resp, Err | DecodeError]:
    """The response, or the error, that a reply holds."""
    raw = whole_bytes(body)
    if not isinstance(raw, bytes):
        return failed(raw)
    succeeded = is_success(status)
    wrong = None if succeeded else wrong_headers(headers)
    if wrong is not None:
        return failed(wrong)
    if not raw.strip():
        return (
            operation.response.of_json({}) if succeeded else _error_without_body(operation, status, headers)
        )
    if is_html(raw):
        return failed(NotJson("an HTML page", status))
    as_xml = form == "xml" or (form == "auto" and looks_like_xml(raw))
    match succeeded, as_xml:
        case True, True:
            return _reported_in_xml(operation, status, raw) or operation.response.decode_xml(raw)
        case True, False:
            return _reported_in_json(operation, raw) or operation.response.decode_json(raw)
        case _, True:
            return _error_in_xml(operation, status, raw, headers)
        case _:
            return _error_in_json(operation, status, raw, headers)


def is_success(status: int) -> bool:
    """Whether a status is one of those with which a request succeeds."""
    return 200 <= status < 300


def with_status(
    result: Result[Resp, Err | DecodeError], status: int | None
) -> Result[Resp, Err | DecodeError]:
    """The result of a reply with this status, which is part of every error but the service's own."""
    if isinstance(result, Success):
        return result
    error = result.failure()
    if not isinstance(error, DecodeError):
        return result
    return Failure(DecodeError(error.problems, error.more, status))


def failed(reason: Why) -> Result[Any, DecodeError]:
    """What a reply, or a part of one, comes to that is wrong as a whole."""
    return Failure(DecodeError((Problem((), reason),)))


def is_plain_object(raw: bytes) -> bool:
    """Whether a text may be an object in JSON and cannot have a member `__type`, which may name an error.

    >>> from ecr_decode.aws.reply import is_plain_object
    >>> is_plain_object(b'{"mediaType": "text/plain"}'), is_plain_object(b'{"__type": "ServerException"}')
    (True, False)
    """
    if raw[:1] != b"{":
        return False
    # A single byte is found fifty times as fast as a longer text; the letters of a name may be escaped.
    return not (b"_" in raw and b'"__type"' in raw) and not (b"\\" in raw and b"\\u00" in raw)


def _reported_in_json(operation: Operation[Any, Any, Any], raw: bytes) -> Result[Any, Any] | None:
    """The error that a reply reports though its status is that of a success.

    A success may name its own type, so the name must be one of the operation's errors, or end as errors do.
    """
    body = None if is_plain_object(raw) else json.parse(raw)[0]
    code = type_code(body)
    if code is None or not (code in operation.errors or code.endswith(_NAMES_OF_ERRORS)):
        return None
    return _reported(operation.error_of_json(code, body))


_ROOT_OF_ERRORS = re.compile(
    rb"(?s)(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|(?><!--.*?-->)|<!DOCTYPE[^>]*+>)*+"
    rb"<(?:[^\s<>/:]++:)?(Error|ErrorResponse|Response)[\s/>]"
)
"""The beginning of a document whose root is called as that of an error."""


def _reported_in_xml(operation: Operation[Any, Any, Any], status: int, raw: bytes) -> Result[Any, Any] | None:
    """The error that is the root of a reply though its status is that of a success."""
    root = _ROOT_OF_ERRORS.match(raw)
    if root is None:
        return None
    found = _error_in_xml(operation, status, raw, {})
    return None if root[1] == b"Response" and _has_no_code(found.failure()) else found


def _has_no_code(error: object) -> bool:
    """Whether a reply names no error, so that it may be a response whose root is called `Response`."""
    return isinstance(error, DecodeError) and isinstance(error.problems[0].why, NotJson)


def _error_without_body(
    operation: Operation[Any, Any, Any], status: int, headers: Mapping[str, str]
) -> Result[Any, Any]:
    code = header_code(headers)
    if code is None:
        return failed(NotJson("an empty body", status))
    return _reported(operation.error_of_json(code, {}))


def _error_in_json(
    operation: Operation[Any, Any, Any], status: int, raw: bytes, headers: Mapping[str, str]
) -> Result[Any, Any]:
    body, why = json.parse(raw)
    if why is not None:
        return failed(why)
    code = json_code(headers, body)
    if not isinstance(body, dict):
        return failed(NotJson(json_kind(body), status))
    if code is None:
        return failed(NotJson("an object without an error code", status))
    return _reported(operation.error_of_json(code, cast(object, body)))


def _error_in_xml(
    operation: Operation[Any, Any, Any], status: int, raw: bytes, headers: Mapping[str, str]
) -> Result[Any, Any]:
    from ..parse.document import Document, parse  # the parser of XML takes a while to import

    document = parse(raw)
    if not isinstance(document, Document):
        return failed(document)
    code, content = xml_envelope(headers, document)
    if code is None:
        return failed(NotJson("an element without an error code", status))
    return _reported(operation.error_of_xml(code, content))


def _reported(read: Result[Err, DecodeError]) -> Result[Any, Err | DecodeError]:
    """An error that was read is what the reply fails with."""
    return Failure(outcome(read))
