"""Cassettes of VCR: recorded calls, of which those to Amazon ECR are replies with status and headers."""

from __future__ import annotations

import gzip
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any, cast

from .document import Document, Unreadable
from .reading import NoSuchName, operation_named, reply_of

_TARGET = "x-amz-target"


def interactions(source: str, tree: Mapping[str, Any]) -> Iterator[Document | Unreadable]:
    """The replies of Amazon ECR in a cassette; calls of other services are passed over."""
    found = False
    recorded = tree.get("interactions")
    for index, each in enumerate(recorded if isinstance(recorded, list) else ()):
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


def _object(tree: Any, name: str) -> dict[str, Any]:
    found = tree.get(name) if isinstance(tree, dict) else None
    return cast(dict[str, Any], found) if isinstance(found, dict) else {}


def _headers(message: dict[str, Any]) -> dict[str, str]:
    """The headers by their names in lower case; a cassette holds lists of values, in text or in bytes."""
    first = {
        str(name).lower(): value[0] if isinstance(value, list) and value else value
        for name, value in _object(message, "headers").items()
    }
    return {
        name: value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        for name, value in first.items()
    }


def _body(body: Any) -> bytes:
    if isinstance(body, dict):
        if isinstance(body.get("base64_string"), str):
            return _unzipped(_from_base64(body["base64_string"]))
        body = body.get("string")
    return _unzipped(body if isinstance(body, bytes) else str(body or "").encode("utf-8", "replace"))


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
