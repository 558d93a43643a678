"""Wording: what is wrong, in words."""

from __future__ import annotations

from typing import Protocol, assert_never

from .listed import listed
from .path import Path, quote, shorten, show_path
from .problem import (
    Alternative,
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


class Shown(Protocol):
    """What adds values of a document to the words."""

    def shown(self, path: Path, reason: Why, *, hidden: bool) -> str:
        """The value that a problem is about, after the words, or nothing; what is hidden is not looked up."""
        ...

    def excerpt(self, path: Path, reason: Malformed) -> list[str]:
        """The line that is not valid, and a caret under the place."""
        ...


def text(error: Problems, source: Shown | None = None) -> str:
    """An error as text, one line a problem."""
    lines = [line for problem in error.problems for line in _lines(problem, (), "", source)]
    if error.more:
        lines.append(f"and {error.more} more")
    if isinstance(error, DecodeError) and _is_untold(error.status, error.problems):
        lines.insert(0, f"the reply with status {error.status} cannot be read")
    return "\n".join(lines)


def _is_untold(status: int | None, problems: tuple[Problem, ...]) -> bool:
    """Whether a reply failed with a status that none of its problems says."""
    failed = status is not None and not 200 <= status < 300
    return failed and not any(isinstance(problem.why, NotJson) for problem in problems)


def _lines(problem: Problem, base: Path, indent: str, source: Shown | None) -> list[str]:
    path = base + problem.path
    if isinstance(problem.why, Malformed):
        return [indent + line for line in _malformed(path, problem, problem.why, source)]
    value = "" if source is None else source.shown(path, problem.why, hidden=problem.hidden)
    lines = [f"{indent}{show_path(path)}: {describe(problem.why)}{value}"]
    if isinstance(problem.why, NoAlternative):
        for alternative in problem.why.alternatives:
            lines += _alternative(alternative, path, indent + "  ", source)
    return lines


def _alternative(alternative: Alternative, path: Path, indent: str, source: Shown | None) -> list[str]:
    name, inner = shorten(alternative.name), indent + "  "
    lines = [line for problem in alternative.problems for line in _lines(problem, path, inner, source)]
    if alternative.more:
        lines.append(f"{inner}and {alternative.more} more")
    if not lines:
        return [f"{indent}{name}: does not fit"]
    return [f"{indent}{name}: {lines[0].lstrip()}", *lines[1:]]


def _malformed(path: Path, problem: Problem, reason: Malformed, source: Shown | None) -> list[str]:
    inside = f"{show_path(path)}: " if path else ""
    line = f"{inside}line {reason.line}, column {reason.column}: {reason.message}"
    return [line] if source is None or problem.hidden else [line, *source.excerpt(path, reason)]


def describe(reason: Why) -> str:
    """What is wrong, in words."""
    match reason:
        case WrongKind(expected, got):
            return f"expected {expected}, got {got}"
        case Null(expected):
            return f"expected {expected}, got null"
        case Missing(elsewhere=str(elsewhere)):
            return f"missing (it is there in {elsewhere})"
        case Missing(near, expected):
            return "missing" + (f", expected {listed(expected, 'or')}" if expected else _hint(near))
        case Unknown(near):
            return "unknown member" + _hint(near)
        case BadTag(expected, near):
            return f"expected {listed(expected, 'or')}{_hint(near)}"
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
            assert_never(reason)


def _hint(near: str | None) -> str:
    return "" if near is None else f" (did you mean {quote(near)}?)"
