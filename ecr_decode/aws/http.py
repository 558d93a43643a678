"""Requests and replies of HTTP as values; sending them is the business of others."""

from __future__ import annotations

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
