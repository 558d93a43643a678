"""Errors as text and as data, for people and for programs; values are shown only if the source is given."""

from __future__ import annotations

from typing import Any, assert_never
from unicodedata import combining, east_asian_width

from ..node.kinds import JsonValue, spell_literal
from .path import Path, pointer, quote, shorten, show_path
from .problem import (
    Alternative,
    BadTag,
    BadValue,
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

_MOST_SHOWN = 60
_MOST_LISTED = 12


def render(error: Problems, source: bytes | bytearray | memoryview | str | None = None) -> str:
    """An error as text, one line a problem; with the source, also the values it speaks of, cut short.

    >>> from ecr_decode import array, integer, render
    >>> error = array(integer).decode_json(b'[1, "two"]').failure()
    >>> print(render(error))
    $[1]: expected an integer, got a string
    >>> print(render(error, source=b'[1, "two"]'))
    $[1]: expected an integer, got a string: "two"
    """
    shown = None if source is None else _Source(source)
    lines = [line for problem in error.problems for line in _lines(problem, (), "", shown)]
    if error.more:
        lines.append(f"and {error.more} more")
    return "\n".join(lines)


def _lines(problem: Problem, base: Path, indent: str, source: _Source | None) -> list[str]:
    path = base + problem.path
    if isinstance(problem.why, Malformed):
        return [indent + line for line in _malformed(path, problem.why, source)]
    value = "" if source is None else source.shown(path, problem.why)
    lines = [f"{indent}{show_path(path)}: {describe(problem.why)}{value}"]
    if isinstance(problem.why, NoAlternative):
        for alternative in problem.why.alternatives:
            lines += _alternative(alternative, path, indent + "  ", source)
    return lines


def _alternative(alternative: Alternative, path: Path, indent: str, source: _Source | None) -> list[str]:
    name, inner = shorten(alternative.name), indent + "  "
    lines = [line for problem in alternative.problems for line in _lines(problem, path, inner, source)]
    if alternative.more:
        lines.append(f"{inner}and {alternative.more} more")
    if not lines:
        return [f"{indent}{name}: does not fit"]
    return [f"{indent}{name}: {lines[0].lstrip()}", *lines[1:]]


def _malformed(path: Path, why: Malformed, source: _Source | None) -> list[str]:
    inside = f"{show_path(path)}: " if path else ""
    line = f"{inside}line {why.line}, column {why.column}: {why.message}"
    return [line] if source is None else [line, *source.excerpt(path, why)]


def describe(why: Why) -> str:
    """What is wrong, in words."""
    match why:
        case WrongKind(expected, got):
            return f"expected {expected}, got {got}"
        case Null(expected):
            return f"expected {expected}, got null"
        case Missing(near):
            return "missing" + _hint(near)
        case Unknown(near):
            return "unknown member" + _hint(near)
        case BadTag(expected, near):
            known = [spell_literal(shorten(tag)) for tag in expected[:_MOST_LISTED]]
            more = len(expected) - len(known)
            listed = " or ".join(known) + (f" or {more} more" if more else "")
            return f"expected {listed}{_hint(near)}"
        case NoAlternative():
            return "no alternative fits"
        case BadValue(message):
            return message
        case Malformed(message, line, column):
            return f"line {line}, column {column}: {message}"
        case TooDeep(limit):
            return f"nested too deep; the limit is {limit} levels"
        case NotJson(got, status):
            return f"the reply with status {status} is not what the protocol promises: {got}"
        case Raised(exception):
            return f"the function of a codec raised {exception}"
        case _:
            assert_never(why)


def _hint(near: str | None) -> str:
    return "" if near is None else f" (did you mean {quote(near)}?)"


class _Source:
    """The document that an error is about, to look values up in."""

    def __init__(self, raw: bytes | bytearray | memoryview | str) -> None:
        from ..read import Document

        self.document = Document(raw if isinstance(raw, str) else bytes(raw).decode("utf-8", "replace"))

    def shown(self, path: Path, why: Why) -> str:
        """The value that a problem speaks of, where it speaks of one."""
        match why:
            case WrongKind() | BadTag() | BadValue() | Unknown():
                found, value = self.document.find(path)
                return f": {_short(value)}" if found else ""
            case Missing() | Null() | NoAlternative() | Malformed() | TooDeep() | NotJson() | Raised():
                return ""
            case _:
                assert_never(why)

    def excerpt(self, path: Path, why: Malformed) -> list[str]:
        """The line that could not be parsed, and a caret under the place."""
        found, text = self.document.find(path[:-1]) if path else (True, self.document.text)
        lines = text.split("\n") if found and isinstance(text, str) else []
        if why.line > len(lines):
            return []
        start = max(0, why.column - 1 - _MOST_SHOWN // 2)
        line = lines[why.line - 1][start : start + _MOST_SHOWN]
        printed = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in line)
        before = "…" if start else ""
        return [f"  {before}{printed}", " " * (2 + _width(before + printed[: why.column - 1 - start])) + "^"]


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

    >>> from ecr_decode import array, integer, report
    >>> report(array(integer).decode_json(b'[1, "two"]').failure())["problems"]
    [{'pointer': '/1', 'kind': 'WrongKind', 'message': 'expected an integer, got a string'}]
    """
    return {"problems": [_reported(problem) for problem in error.problems], "more": error.more}


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
