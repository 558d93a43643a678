"""Documents: parsed into one type, and in doubt where they may nest deeper than the plain reader allows."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from ...limits import MOST_JSON_LEVELS
from ...node.known import Facts
from ...node.native import Natives
from ...parse import json
from ...parse.number import Digits
from ..doubt import Doubt

_KEPT = b'[]{}"'
_ALL_ELSE = bytes(each for each in range(256) if each not in _KEPT)
_AS_BRACKETS = bytes.maketrans(b"{}", b"[]")
_ESCAPED = (b"\\u002d", b"\\u002D", b"\\u0030")
"""The characters of `-0` as few documents spell them."""
_SAMPLE, _FEW = 2000, 40
_STRINGS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
_loads = msgspec.json.Decoder().decode
_STACK_IS_SHARED = sys.version_info < (3, 12)
"""Whether functions in C have no more stack than those in Python."""


def decoder(kind: Any, natives: Natives) -> Callable[[bytes], Any]:
    """What fills in the type from the bytes of a document."""
    if natives.exact:
        return _exactly(msgspec.json.Decoder(kind, strict=natives.strict, float_hook=Digits).decode)
    if kind is Any:
        return loads
    return msgspec.json.Decoder(kind, strict=natives.strict).decode


class Bound(NamedTuple):
    """How deep documents may nest: those of more bytes are checked, which raises `Doubt`."""

    most_bytes: int
    check: Callable[[bytes], None]


def bound_of(about: Facts, limit: int) -> Bound | None:
    """How deep the documents of a description may nest, if they may nest without end."""
    if not about.recursive and not about.free:
        return None
    most = limit if about.recursive else MOST_JSON_LEVELS
    ends = not about.recursive and _STACK_IS_SHARED

    def check(raw: bytes) -> None:
        # Where the stack is shared, msgspec runs out of it where orjson ends, unless it was made larger.
        is_ended = ends and sys.getrecursionlimit() <= MOST_JSON_LEVELS
        if not is_ended and nests_deeper(raw, most):
            raise Doubt

    return Bound(2 * most, check)  # each level has two brackets


def _exactly(decode: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
    def exactly(raw: bytes) -> Any:
        if json.has_negative_zero(raw):
            raise Doubt
        return decode(raw)

    return exactly


def with_names_apart(decode: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
    """The same, in doubt of documents with two names that msgspec may take for one integer: `0` and `-0`."""

    def apart(raw: bytes) -> Any:
        if b'"-0"' in raw or (b"\\" in raw and any(each in raw for each in _ESCAPED)):
            raise Doubt
        return decode(raw)

    return apart


def loads(raw: bytes) -> Any:
    """The tree of a document, its integers exact; texts that are not ASCII take `msgspec` longer."""
    if raw.isascii():
        return _loads(raw)
    tree, reason = json.parse(raw)
    if reason is not None:
        raise Doubt
    return tree


def nests_deeper(raw: bytes, most: int) -> bool:
    """Whether a document may nest deeper than so many containers."""
    if _opened(raw[:_SAMPLE]) <= _FEW and _opened(raw) <= most:  # counting what is frequent takes longer
        return False
    quoted = raw
    if b"\\" in raw and b'\\"' in raw:  # looking for two bytes takes longer
        quoted = raw.replace(b"\\\\", b"  ").replace(b'\\"', b"  ")
    left = quoted.translate(_AS_BRACKETS, _ALL_ELSE)
    if 2 * left.count(b'""') != left.count(b'"'):  # a bracket between two quotes
        left = _STRINGS.sub(b"", raw).translate(_AS_BRACKETS, _ALL_ELSE)
    left = left.translate(None, b'"')
    for _ in range(most):  # each round takes the innermost level off
        before = len(left)
        left = left.replace(b"[]", b"")
        if not left:
            return False
        if len(left) == before:
            return True
    return True


def _opened(raw: bytes) -> int:
    return raw.count(b"[") + raw.count(b"{")
