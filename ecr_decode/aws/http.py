"""Requests and replies of HTTP as values; sending them is the business of others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

import msgspec

from ..secret import HIDDEN, Shown


class HttpRequest(Shown, msgspec.Struct, frozen=True, kw_only=True):
    """What an operation asks a transport to send.

    >>> from ecr_decode import aws
    >>> request = aws.HttpRequest(headers={"X-Amz-Target": "Service.Operation"}, body=b"{}")
    >>> request
    HttpRequest(method='POST', path='/', headers={'X-Amz-Target': 'Service.Operation'}, body=<2 bytes>)
    >>> request.body
    b'{}'

    The body, the query of the path and the values of headers that may be secret are not shown.
    """

    method: str = "POST"
    path: str = "/"
    headers: Mapping[str, str] = {}
    body: bytes = b""

    def __rich_repr__(self) -> list[tuple[str, object]]:
        path = [("method", self.method), ("path", _without_query(self.path))]
        return [*path, ("headers", _shown(self.headers)), ("body", Size(self.body))]


class HttpResponse(Shown, msgspec.Struct, frozen=True, kw_only=True):
    """What a transport received, or what a server answers.

    >>> from ecr_decode import aws
    >>> aws.HttpResponse(status=307, headers={"Location": "https://layers.example/?X-Amz-Signature=..."})
    HttpResponse(status=307, headers={'Location': <secret>}, body=<0 bytes>)

    The body and the values of headers that may be secret are not shown.
    """

    status: int
    headers: Mapping[str, str] = {}
    body: bytes = b""

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return [("status", self.status), ("headers", _shown(self.headers)), ("body", Size(self.body))]


class Size:
    """How many bytes a body has, which is what is shown of it."""

    def __init__(self, body: object) -> None:
        self.body = body

    def __repr__(self) -> str:
        return f"<{len(self.body)} bytes>" if isinstance(self.body, bytes | bytearray) else repr(HIDDEN)


_HARMLESS = frozenset(
    (
        "accept", "connection", "content-encoding", "content-length", "content-type", "date", "host",
        "retry-after", "server", "transfer-encoding", "user-agent", "x-amz-date", "x-amz-request-id",
        "x-amz-target", "x-amzn-errortype", "x-amzn-query-error", "x-amzn-requestid",
    )
)  # fmt: skip
"""The headers whose values are shown; any other may hold a token or an address that is signed."""


def _shown(headers: object) -> object:
    """The headers, of which only harmless ones have their values."""
    if not isinstance(headers, Mapping):
        return HIDDEN
    named = cast(Mapping[object, object], headers)
    return {name: value if str(name).lower() in _HARMLESS else HIDDEN for name, value in named.items()}


def _without_query(path: str) -> str:
    bare, mark, _ = str(path).partition("?")
    return f"{bare}{mark}{HIDDEN}" if mark else bare


_HTML = rb"(?is)(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*+>|(?><!--.*?-->))*+<(?:!doctype\s++html|html)[\s/>]"
_HTML_BEGINS_WITHIN = 1000


def is_html(raw: bytes) -> bool:
    """Whether a body is a page for people, as proxies send it.

    >>> from ecr_decode.aws.http import is_html
    >>> is_html(b'<?xml version="1.0"?><HTML lang="en">'), is_html(b"<htmlx/>")
    (True, False)
    """
    return raw[:1] != b"{" and re.match(_HTML, raw[:_HTML_BEGINS_WITHIN]) is not None
