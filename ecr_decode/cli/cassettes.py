"""Cassettes of VCR: recorded calls, of which those to Amazon ECR are replies with status and headers."""

from __future__ import annotations

import gzip
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any

from ..guard import is_array, is_dict
from .document import Document, Unreadable
from .reading import NoSuchName, operation_named, reply_of

_TARGET = "x-amz-target"


def interactions(source: str, tree: Mapping[str, Any]) -> Iterator[Document | Unreadable]:
    """The replies of Amazon ECR in a cassette; calls of other services are passed over."""
    found = False
    recorded: object = tree.get("interactions")
    for index, each in enumerate(recorded if is_array(recorded) else ()):
        document = _reply(source, index, each)
        if document is not None:
            found = True
            yield document
    if not found:
        yield Unreadable(source, "it is a cassette without a call of Amazon ECR")


def _reply(source: str, index: int, each: Any) -> Document | None:
    request, response = _object(each, "request"), _object(each, "response")
    target = _headers(request).get(_TARGET)
    operation = operation_named(target) if target is not None else None
    if operation is None or isinstance(operation, NoSuchName):
        return None
    path, body = ("interactions", index, "response", "body"), _body(response.get("body"))
    status = _object(response, "status").get("code", response.get("status_code"))
    return Document(
        source,
        body,
        path=path,
        reading=reply_of(operation),
        status=status if isinstance(status, int) and 100 <= status < 600 else None,
        headers=_headers(response),
    )


def _object(tree: object, name: str) -> dict[str, Any]:
    found: object = tree.get(name) if is_dict(tree) else None
    return found if is_dict(found) else {}


def _headers(message: dict[str, Any]) -> dict[str, str]:
    """The headers by their names in lower case; a cassette holds lists of values, in text or in bytes."""
    return {str(name).lower(): _header(value) for name, value in _object(message, "headers").items()}


def _header(value: object) -> str:
    first: object = value[0] if is_array(value) and value else value
    return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)


def _body(body: object) -> bytes:
    if is_dict(body) and isinstance(body.get("base64_string"), str):
        return _unzipped(_from_base64(body["base64_string"]))
    text: object = body.get("string") if is_dict(body) else body
    return _unzipped(text if isinstance(text, bytes) else str(text or "").encode("utf-8", "replace"))


def _from_base64(text: str) -> bytes:
    try:
        return b64decode(text)
    except ValueError:
        return b""


def _unzipped(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return gzip.decompress(body)
    except (OSError, EOFError, zlib.error):
        return body
