"""`ecr-decode decode`: a reply in, a record or an error out."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

from returns.result import Result, Success

from ..aws.reply import Format
from ..aws.shape import Shape, code_in
from ..error.problem import DecodeError
from ..error.render import render
from .output import DECODED, FAILED, UNREADABLE, complain, say_json
from .service import operation_named


def decode(
    *,
    service: str,
    operation: str,
    file: str,
    status: int | None,
    headers: list[tuple[str, str]],
    format: Format,  # noqa: A002 as the option is called
    values: bool,
) -> int:
    """Decode a reply, print what it holds, and give the exit status."""
    known = operation_named(operation, service)
    if known is None:
        return UNREADABLE
    try:
        body = _standard_input() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        return complain(f"cannot read {file}: {getattr(error, 'strerror', error)}", UNREADABLE)
    read = partial(known.decode, body=body, headers=dict(headers), format=format)
    result = read(status=status or 200)
    if isinstance(result, Success):
        if status is None:
            _doubt(read(status=400))
        return _print(result.unwrap())
    return complain(_rendered(result.failure(), body if values else None), FAILED)


def _doubt(as_error: Result[Any, Any]) -> None:
    """Say so, where nobody has told the status and the body would be an error with another."""
    error = None if isinstance(as_error, Success) else as_error.failure()
    if error is not None and not isinstance(error, DecodeError):
        complain(f"note: the body names an error, {code_in(error)}; if it came as one, give its --status", 0)


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise ValueError("standard input is closed")
    return sys.stdin.buffer.read()


def _print(record: Shape) -> int:
    tree = record.to_json()
    if not isinstance(tree, Success):
        return complain(str(tree.failure()), FAILED)
    say_json(tree.unwrap())
    return DECODED


def _rendered(error: object, source: bytes | None) -> str:
    match error:
        case DecodeError():
            return render(error, source)
        case _:
            code, message = code_in(error), getattr(error, "message", None)
            return f"{code}: {message}" if isinstance(message, str) else f"{code}"
