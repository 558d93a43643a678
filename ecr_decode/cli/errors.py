"""`ecr-decode errors`: the codes that an operation can give."""

from __future__ import annotations

from ..aws.shape import UnknownError
from .output import DECODED, UNREADABLE, say_lines
from .service import operation_named


def errors(*, service: str, operation: str) -> int:
    """Print the code of each error, a line each, the fallback last, and give the exit status."""
    known = operation_named(operation, service)
    if known is None:
        return UNREADABLE
    say_lines([*sorted(known.errors), UnknownError.__name__])
    return DECODED
