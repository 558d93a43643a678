"""JSON: the tree of a text."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
import orjson

from ..error.problem import Malformed, TooDeep
from ..limits import MOST_DIGITS, MOST_JSON_LEVELS
from .number import Digits

_TOO_DEEP = "depth limit exceeded"
_NO_POSITION = "str is not valid UTF-8"
_NO_ROOM = "failed to allocate memory"
"""What the parser says of brackets that never close: it has room for what a text of the length can hold."""
_INFINITE = "number is infinity when parsed as double"

_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
_MANY_ZEROS = b"0" * 19
"""The fewest digits of an integer that `orjson` may round."""

Text = bytes | bytearray | memoryview | str


def parse(raw: Text) -> tuple[Any, Malformed | TooDeep | None]:
    """The tree of a JSON text, or why there is none.

    `orjson` rounds integers beyond 64 bits. `msgspec` keeps them, and is slower on texts that are not ASCII.
    """
    if may_round(raw):
        try:
            return msgspec.json.decode(raw), None
        except RecursionError:
            return None, TooDeep(MOST_JSON_LEVELS)
        except (msgspec.MsgspecError, UnicodeError):
            pass  # the other parser says where
    try:
        return orjson.loads(raw), None
    except orjson.JSONDecodeError as error:
        return None, _refusal(raw, error)


def parse_exactly(raw: Text) -> tuple[Any, Malformed | TooDeep | None]:
    """The same, with the `Digits` of the numbers that a parser would change."""
    try:
        tree = _EXACT(raw)
    except RecursionError:
        return None, TooDeep(MOST_JSON_LEVELS)
    except (msgspec.MsgspecError, UnicodeError):
        return parse(raw)
    text = raw if isinstance(raw, str) else bytes(raw).decode()
    if _NEGATIVE_ZERO.search(text) is None:
        return tree, None
    return json.loads(text, parse_float=Digits, parse_int=_integer), None


def may_lose_digits(raw: Text) -> bool:
    """Whether a text has a number that a parser would change: one with a fraction, an exponent, or -0."""
    found = _FRACTION.search(raw) if isinstance(raw, str) else _FRACTION_BYTES.search(raw)
    return found is not None


def _integer(text: str) -> int | Digits:
    return Digits(text) if text == "-0" else int(text)


_EXACT = msgspec.json.Decoder(float_hook=Digits).decode
_NEGATIVE_ZERO = re.compile(r"-0(?![\d.eE])")
_MAY_LOSE = r"[0-9][.eE]|-0(?![0-9])"
_FRACTION, _FRACTION_BYTES = re.compile(_MAY_LOSE), re.compile(_MAY_LOSE.encode())


def may_round(raw: Text) -> bool:
    """Whether a text has digits enough for an integer that `orjson` rounds."""
    if len(raw) < len(_MANY_ZEROS):
        return False
    if isinstance(raw, str):
        raw = raw.encode("utf-8", "replace")
    return _MANY_ZEROS in (bytes(raw) if isinstance(raw, memoryview) else raw).translate(_ZEROS)


def _refusal(raw: Text, error: orjson.JSONDecodeError) -> Malformed | TooDeep:
    message = error.msg.partition(": ")[0]
    if message == _TOO_DEEP:
        return TooDeep(MOST_JSON_LEVELS)
    if message == _NO_POSITION:
        return invalid_text(raw)
    if message == _NO_ROOM:
        message = "too many open brackets"
    elif message == _INFINITE and _is_long_integer(error.doc, error.pos):
        message = f"an integer of more than {MOST_DIGITS:,} digits"
    return Malformed(message, error.lineno, error.colno)


def _is_long_integer(text: str, start: int) -> bool:
    found = re.compile(r"-?\d+(?![\d.eE])").match(text, start)
    return found is not None and len(found[0]) > MOST_DIGITS


def invalid_text(raw: Text) -> Malformed:
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
