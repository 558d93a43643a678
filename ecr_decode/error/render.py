"""Errors as text and as data, for people and for programs; values are shown only if the source is given."""

from __future__ import annotations

from typing import Any, assert_never
from unicodedata import combining, east_asian_width

from ..node.kinds import JsonValue, spell_literal
from ..secret import HIDDEN
from .lookup import Document
from .path import Path, pointer, quote, shorten
from .problem import (
    A_NAME,
    BadTag,
    BadValue,
    DecodeError,
    Malformed,
    Missing,
    NoAlternative,
    NotJson,
    Null,
    Problem,
    Problems,
    Raised,
    TooDeep,
    Unknown,
    Why,
    WrongKind,
)
from .wording import describe, text

_MOST_SHOWN = 60


def render(error: Problems, source: bytes | bytearray | memoryview | str | None = None) -> str:
    """An error as text, one line a problem; with the source, also the values it speaks of, cut short.

    >>> from ecr_decode import array, integer, render
    >>> error = array(integer).decode_json(b'[1, "two"]').failure()
    >>> print(render(error))
    $[1]: expected an integer, got a string
    >>> print(render(error, source=b'[1, "two"]'))
    $[1]: expected an integer, got a string: "two"

    The value of a secret member is not shown, nor a value that may hold one. If the codec has secret members,
    the line of a text that cannot be parsed is not shown either.
    """
    return text(error, None if source is None else _Source(source))


class _Source:
    """The document that an error is about, to look values up in."""

    def __init__(self, raw: bytes | bytearray | memoryview | str) -> None:
        self.document = Document(raw if isinstance(raw, str) else bytes(raw).decode("utf-8", "replace"))

    def shown(self, path: Path, reason: Why, *, hidden: bool) -> str:
        """The value that a problem speaks of, where it speaks of one."""
        match reason:
            case WrongKind(got=got) if got == A_NAME:
                return ""
            case WrongKind() | BadTag() | BadValue() | Unknown():
                if hidden:
                    return f": {HIDDEN}"
                found, value = self.document.find(path)
                return f": {_short(value)}" if found else ""
            case Missing() | Null() | NoAlternative() | Malformed() | TooDeep() | NotJson() | Raised():
                return ""
            case _:
                assert_never(reason)

    def excerpt(self, path: Path, reason: Malformed) -> list[str]:
        """The line that could not be parsed, and a caret under the place."""
        found, text = self.document.find(path[:-1]) if path else (True, self.document.text)
        lines = text.split("\n") if found and isinstance(text, str) else []
        if reason.line > len(lines):
            return []
        start = max(0, reason.column - 1 - _MOST_SHOWN // 2)
        line = lines[reason.line - 1][start : start + _MOST_SHOWN]
        printed = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in line)
        before = "…" if start else ""
        width = _width(before + printed[: reason.column - 1 - start])
        return [f"  {before}{printed}", " " * (2 + width) + "^"]


def _width(text: str) -> int:
    """How many columns a terminal takes for the text."""
    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text)


def _short(value: JsonValue) -> str:
    match value:
        case str():
            return quote(value, _MOST_SHOWN)
        case None | bool() | int() | float():
            return shorten(spell_literal(value) if not isinstance(value, float) else repr(value), _MOST_SHOWN)
        case dict():
            return f"an object of {len(value)} member" + "s" * (len(value) != 1)
        case list():
            return f"an array of {len(value)} item" + "s" * (len(value) != 1)


def report(error: Problems) -> dict[str, Any]:
    """An error as data that JSON can hold: its problems, with JSON Pointers, and how many more there were.

    The status of the reply is there too, where it is known.

    >>> from ecr_decode import array, integer, report
    >>> report(array(integer).decode_json(b'[1, "two"]').failure())["problems"]
    [{'pointer': '/1', 'kind': 'WrongKind', 'message': 'expected an integer, got a string'}]
    """
    data = {"problems": [_reported(problem) for problem in error.problems], "more": error.more}
    status = error.status if isinstance(error, DecodeError) else None
    return data if status is None else {**data, "status": status}


def _reported(problem: Problem) -> dict[str, Any]:
    *texts, last = pointer(problem.path)
    data: dict[str, Any] = {
        "pointer": last,
        "kind": type(problem.why).__name__,
        "message": describe(problem.why),
    }
    if texts:
        data["inside"] = texts
    if isinstance(problem.why, NoAlternative):
        data["alternatives"] = [
            {"name": each.name, "problems": [_reported(inner) for inner in each.problems], "more": each.more}
            for each in problem.why.alternatives
        ]
    return data
