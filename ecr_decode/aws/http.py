"""Requests and replies of HTTP as values; sending them is the business of others."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec


class HttpRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What an operation asks a transport to send.

    >>> from ecr_decode import aws
    >>> aws.HttpRequest(headers={"X-Amz-Target": "Service.Operation"}, body=b"{}").method
    'POST'
    """

    method: str = "POST"
    path: str = "/"
    headers: Mapping[str, str] = {}
    body: bytes = b""


class HttpResponse(msgspec.Struct, frozen=True, kw_only=True):
    """What a transport received, or what a server answers.

    >>> from ecr_decode import aws
    >>> aws.HttpResponse(status=200, body=b"{}").headers
    {}
    """

    status: int
    headers: Mapping[str, str] = {}
    body: bytes = b""


_HTML = rb"(?is)(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*+>|(?><!--.*?-->))*+<(?:!doctype\s++html|html)[\s/>]"
_HTML_BEGINS_WITHIN = 1000


def is_html(raw: bytes) -> bool:
    """Whether a body is a page for people, as proxies send it.

    >>> from ecr_decode.aws.http import is_html
    >>> is_html(b'<?xml version="1.0"?><HTML lang="en">'), is_html(b"<htmlx/>")
    (True, False)
    """
    return raw[:1] != b"{" and re.match(_HTML, raw[:_HTML_BEGINS_WITHIN]) is not None
