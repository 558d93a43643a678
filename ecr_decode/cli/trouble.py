"""What can be wrong with a document, in words and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from ..error.listed import listed
from ..error.path import Path, show_path
from ..error.problem import Problems
from ..error.render import render, report

_MOST_NAMED = 3


class Refused(NamedTuple):
    """The service reported an error."""

    code: str
    message: str | None

    def __str__(self) -> str:
        return self.code if self.message is None else f"{self.code}: {self.message}"


class NothingKnown(NamedTuple):
    """A reply of which no member is known to its operation."""

    expected: str
    names: Sequence[str]
    looks_like: str | None

    def __str__(self) -> str:
        hint = "" if self.looks_like is None else f"; it looks like {self.looks_like}"
        return f"expected {self.expected}, got {members(self.names)}{hint} (--lenient to allow)"


class Unrecognised(NamedTuple):
    """A document of which nothing says what it is."""

    got: str
    help: str = "name an operation or a document before the file, as in: ecr-decode decode ListImages FILE"

    def __str__(self) -> str:
        return f"cannot tell what this is: {self.got}; {self.help}"


class WebPage(NamedTuple):
    """A page for people where a document is expected."""

    def __str__(self) -> str:
        return "expected a document, got an HTML page"


class Empty(NamedTuple):
    """Nothing where a document is expected."""

    def __str__(self) -> str:
        return "expected a document, got an empty input"


Trouble: TypeAlias = Problems | Refused | NothingKnown | Unrecognised | WebPage | Empty


def members(names: Sequence[str]) -> str:
    """The first of some names of members, in words."""
    shown = listed(names[:_MOST_NAMED], "and") + (
        f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    )
    return f"the member {shown}" if len(names) == 1 else f"the members {shown}"


def in_words(trouble: Trouble, path: Path = (), source: bytes | None = None) -> list[str]:
    """The lines that tell of it; paths begin at the path of the document, values are shown from a source."""
    if not isinstance(trouble, Problems):
        return [f"{show_path(path)}: {trouble}" if path else str(trouble)]
    lines = render(trouble, source).split("\n")
    return [_below(path, line) for line in lines] if path else lines


def _below(path: Path, line: str) -> str:
    if line.startswith("$"):
        return show_path(path) + line[1:]
    return line if line.startswith(" ") else f"{show_path(path)}: {line}"


def as_data(trouble: Trouble) -> dict[str, object]:
    """The same for programs."""
    match trouble:
        case Problems():
            return report(trouble)
        case Refused(code, message):
            return {"code": code, "message": message}
        case _:
            return {
                "problems": [{"pointer": "", "kind": type(trouble).__name__, "message": str(trouble)}],
                "more": 0,
            }
