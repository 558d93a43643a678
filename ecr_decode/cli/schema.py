"""`ecr-decode schema`: the JSON Schema of a document, or of the parts of an operation."""

from __future__ import annotations

from ..describe.json_schema import json_schema
from ..error.near import nearest
from ..error.path import quote
from .output import DECODED, UNREADABLE, complain, say_json
from .reading import Reading, reading_named


def schema(*, service: str | None, name: str, part: str | None, error: str | None) -> int:
    """Print a JSON Schema, and give the exit status."""
    known = reading_named(name, service)
    if not isinstance(known, Reading):
        return complain(str(known), UNREADABLE)
    operation = known.operation
    if operation is None:
        if part is None and error is None:
            say_json(json_schema(known.codec))
            return DECODED
        option = "--error" if part is None else f"--{part}"
        return complain(f"{option} is for operations, and {quote(known.name)} is a document", UNREADABLE)
    if error is not None and error not in operation.errors:
        near = nearest(error, operation.errors)
        hint = "" if near is None else f"; did you mean {near}?"
        return complain(f"{operation.name} lists no error {quote(error)}{hint}", UNREADABLE)
    if error is not None:
        say_json(json_schema(operation.errors[error]))
    else:
        say_json(json_schema(operation.request if part == "request" else operation.response))
    return DECODED
