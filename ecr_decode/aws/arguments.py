"""What callers hand to an operation: annotations do not hold anybody to them, so they are looked at."""

from __future__ import annotations

from .http import HttpRequest, HttpResponse

_FARTHEST_STATUS = 2**31


def is_status(status: object) -> bool:
    """Whether a value is a number that may be the status of a reply; one that HTTP lacks is a failure's."""
    return isinstance(status, int) and not isinstance(status, bool) and abs(status) < _FARTHEST_STATUS


def is_text(code: object) -> bool:
    """Whether what a caller gave for a code is text."""
    return isinstance(code, str)


def is_request(request: object) -> bool:
    """Whether what a caller gave for a request is one."""
    return isinstance(request, HttpRequest)


def is_reply(reply: object) -> bool:
    """Whether what a caller gave for a reply is one."""
    return isinstance(reply, HttpResponse)
