"""`ecr-decode errors`: the codes that an operation can give."""

from __future__ import annotations

from ..aws.shape import UnknownError
from ..error.path import quote
from .output import DECODED, UNREADABLE, complain, say_lines
from .reading import NoSuchName, operation_named


def errors(*, service: str | None, operation: str) -> int:
    """Print the code of each error, a line each, the fallback last, and give the exit status."""
    known = operation_named(operation, service)
    if isinstance(known, NoSuchName):
        return complain(f"no operation {quote(known.name)}{known.hint}", UNREADABLE)
    say_lines([*sorted(known.errors), UnknownError.__name__])
    return DECODED
