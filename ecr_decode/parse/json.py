"""JSON: the tree of a text."""

from __future__ import annotations

from typing import Any

import orjson

from ..error.problem import Malformed, TooDeep
from ..limits import MOST_JSON_LEVELS

_TOO_DEEP = "depth limit exceeded"
_NO_POSITION = "str is not valid UTF-8"
_NO_ROOM = "failed to allocate memory"
"""What the parser says of brackets that never close: it has room for what a text of the length can hold."""

SMALLEST_JSON, LARGEST_JSON = -(2**63), 2**64 - 1
"""The integers that the parser keeps exact."""


def parse(raw: bytes | bytearray | memoryview | str) -> tuple[Any, Malformed | TooDeep | None]:
    """The tree of a JSON text, or why there is none."""
    try:
        return orjson.loads(raw), None
    except orjson.JSONDecodeError as error:
        message = error.msg.partition(": ")[0]
        position = (error.lineno, error.colno)
    if message == _TOO_DEEP:
        return None, TooDeep(MOST_JSON_LEVELS)
    if message == _NO_POSITION:
        return None, invalid_text(raw)
    return None, Malformed("too many open brackets" if message == _NO_ROOM else message, *position)


def invalid_text(raw: bytes | bytearray | memoryview | str) -> Malformed:
    """Where a text stops being valid UTF-8."""
    try:
        if isinstance(raw, str):
            raw.encode()
        else:
            bytes(raw).decode()
    except UnicodeEncodeError as error:
        return Malformed("lone surrogate", *position(error.object[: error.start]))
    except UnicodeDecodeError as error:
        return Malformed("invalid UTF-8", *position(error.object[: error.start].decode()))
    return Malformed("invalid text")


def position(before: str) -> tuple[int, int]:
    """The line and the column of what follows a text."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def plain_text(value: str) -> str | None:
    """The text as a plain `str`, or None where it holds a lone surrogate."""
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return None
    return str.__str__(value)
