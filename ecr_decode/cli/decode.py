"""`ecr-decode decode`: a reply in, a record or an error out."""

from __future__ import annotations

import sys
from pathlib import Path

from returns.result import Success

from ..aws.operation import Format
from ..aws.shape import Shape, code_in
from ..problem import DecodeError
from ..render import render
from .output import DECODED, FAILED, UNREADABLE, complain, say_json
from .service import operation_named


def decode(
    *,
    service: str,
    operation: str,
    file: str,
    status: int,
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
    result = known.decode(status=status, body=body, headers=dict(headers), format=format)
    if isinstance(result, Success):
        return _print(result.unwrap())
    return complain(_rendered(result.failure(), body if values else None), FAILED)


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
