"""`ecr-decode schema`: the JSON Schema of what an operation asks, answers or reports."""

from __future__ import annotations

from ..describe.json_schema import json_schema
from ..error.near import nearest
from ..error.path import quote
from .output import DECODED, UNREADABLE, complain, say_json
from .service import operation_named


def schema(*, service: str, operation: str, part: str | None, error: str | None) -> int:
    """Print a JSON Schema, and give the exit status."""
    known = operation_named(operation, service)
    if known is None:
        return UNREADABLE
    if error is not None and error not in known.errors:
        near = nearest(error, known.errors)
        hint = "" if near is None else f"; did you mean {near}?"
        return complain(f"{known.name} lists no error {quote(error)}{hint}", UNREADABLE)
    if error is not None:
        say_json(json_schema(known.errors[error]))
    else:
        say_json(json_schema(known.request if part == "request" else known.response))
    return DECODED
