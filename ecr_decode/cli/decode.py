"""`ecr-decode decode`: a reply in, a record or an error out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, TextIO

from returns.result import Success

from .. import ecr
from ..aws.naming import snake
from ..aws.operation import Format, Operation
from ..aws.shape import Shape, code_in
from ..near import nearest
from ..path import quote
from ..problem import DecodeError
from ..render import render

DECODED, FAILED, UNREADABLE = 0, 1, 2


def decode(
    *,
    operation: str,
    file: str,
    status: int,
    headers: list[tuple[str, str]],
    format: Format,  # noqa: A002 as the option is called
    values: bool,
) -> int:
    """Decode a reply, print what it holds, and give the exit status."""
    known = operation_named(operation)
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


def operation_named(name: str) -> Operation[Any, Any, Any] | None:
    """The operation of this name, in the service's spelling or in Python's."""
    spell = snake if "_" in name else str
    known: dict[str, Operation[Any, Any, Any]] = {
        spell(each.name): each for each in vars(ecr).values() if isinstance(each, Operation)
    }
    if name in known:
        return known[name]
    near = nearest(name, known)
    complain(f"no operation {quote(name)}" + ("" if near is None else f"; did you mean {near}?"), UNREADABLE)
    return None


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise ValueError("standard input is closed")
    return sys.stdin.buffer.read()


def _print(record: Shape) -> int:
    import orjson

    tree = record.to_json()
    if not isinstance(tree, Success):
        return complain(str(tree.failure()), FAILED)
    say(orjson.dumps(tree.unwrap(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    return DECODED


def say(text: bytes) -> None:
    """Write to standard output, in UTF-8 whatever the locale, if it is open."""
    if sys.stdout is not None:  # closed by whoever started us
        sys.stdout.buffer.write(text)


def _rendered(error: object, source: bytes | None) -> str:
    match error:
        case DecodeError():
            return render(error, source)
        case _:
            code, message = code_in(error), getattr(error, "message", None)
            return f"{code}: {message}" if isinstance(message, str) else f"{code}"


def complain(text: str, status: int) -> int:
    """Write to standard error, if it is open, and give the status to end with."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(_red(_printable(text), sys.stderr) + "\n")
        except OSError:  # nobody reads it, and the status says enough
            discard(2)
    return status


def discard(stream: int) -> None:
    """Let what is still to be written to a stream of the process go nowhere, so that its end is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)


def _printable(text: str) -> str:
    """The text without the characters that a terminal would obey: a service's message may hold them."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _red(text: str, stream: TextIO) -> str:
    """The text in red, where a person reads it and has not asked for none (`NO_COLOR`, a dumb terminal)."""
    coloured = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"\x1b[31m{text}\x1b[0m" if coloured else text
