"""JSON: the tree of a text."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
import orjson

from ..error.problem import Malformed, TooDeep
from ..limits import MOST_JSON_LEVELS
from .json_fault import LONE_SURROGATE, fault_of, position
from .number import Digits

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
            pass  # the other parser has the last word
    try:
        return orjson.loads(raw), None
    except orjson.JSONDecodeError:
        return None, _refusal(raw)


def parse_exactly(raw: Text) -> tuple[Any, Malformed | TooDeep | None]:
    """The same, with the `Digits` of the numbers that a parser would change."""
    try:
        tree = _EXACT(raw)
    except RecursionError:
        return None, TooDeep(MOST_JSON_LEVELS)
    except (msgspec.MsgspecError, UnicodeError):
        return None, _refusal(raw, exact=True)
    whole = raw.encode() if isinstance(raw, str) else bytes(raw)
    if not has_negative_zero(whole):
        return tree, None
    return json.loads(whole, parse_float=Digits, parse_int=_integer), None


def may_lose_digits(raw: Text) -> bool:
    """Whether a text has a number that a parser would change: one with a fraction, an exponent, or -0."""
    found = _FRACTION.search(raw) if isinstance(raw, str) else _FRACTION_BYTES.search(raw)
    return found is not None


def has_negative_zero(raw: bytes) -> bool:
    """Whether a text may have the integer -0, whose sign a parser loses."""
    return _NEGATIVE_ZERO.search(raw) is not None


def _integer(text: str) -> int | Digits:
    return Digits(text) if text == "-0" else int(text)


_EXACT = msgspec.json.Decoder(float_hook=Digits).decode
_NEGATIVE_ZERO = re.compile(rb"-0(?<![^\[:,\s]-0)(?![\d.eE])")  # which is rarely in a text
_MAY_LOSE = r"[0-9][.eE]|-0(?![0-9])"
_FRACTION, _FRACTION_BYTES = re.compile(_MAY_LOSE), re.compile(_MAY_LOSE.encode())


def may_round(raw: Text) -> bool:
    """Whether a text has digits enough for an integer that `orjson` rounds."""
    if len(raw) < len(_MANY_ZEROS):
        return False
    if isinstance(raw, str):
        raw = raw.encode("utf-8", "replace")
    return _MANY_ZEROS in (bytes(raw) if isinstance(raw, memoryview) else raw).translate(_ZEROS)


def _refusal(raw: Text, *, exact: bool = False) -> Malformed | TooDeep:
    """Why a parser has refused a text."""
    if isinstance(raw, str):
        text = raw
        try:
            raw.encode()
        except UnicodeEncodeError:
            return invalid_text(raw)
    else:
        raw = bytes(raw)
        other = _other_encoding(raw)
        if other is not None:
            return other
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            return invalid_text(raw)
    return fault_of(text, exact=exact)


def _other_encoding(raw: bytes) -> Malformed | None:
    """The encodings that their first bytes tell; a text of JSON has no NUL of its own there."""
    for name, starts in _ENCODINGS.items():
        if raw.startswith(starts):
            return Malformed(f"expected UTF-8, got {name}")
    nuls = raw[:4].count(0)
    if nuls and len(raw) > 1:
        return Malformed(f"expected UTF-8, got {'UTF-32' if nuls == 3 else 'UTF-16'}")
    return None


_ENCODINGS = {
    "UTF-32": (b"\xff\xfe\0\0", b"\0\0\xfe\xff"),
    "UTF-16": (b"\xff\xfe", b"\xfe\xff"),
}


def invalid_text(raw: Text) -> Malformed:
    """Where a text stops being valid UTF-8."""
    try:
        if isinstance(raw, str):
            raw.encode()
        else:
            bytes(raw).decode()
    except UnicodeEncodeError as error:
        return Malformed(LONE_SURROGATE, *position(error.object[: error.start]))
    except UnicodeDecodeError as error:
        place = position(error.object[: error.start].decode())
        return _other_encoding(error.object) or Malformed("expected UTF-8, got other bytes", *place)
    return Malformed("expected UTF-8")


def plain_text(value: str) -> str | None:
    """The text as a plain `str`, or None where it holds a lone surrogate."""
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return None
    return str.__str__(value)
