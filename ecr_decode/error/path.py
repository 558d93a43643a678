"""Where in a document something is: a tuple of member names, indices and steps into a text."""

from __future__ import annotations

import re
from typing import Any, Self, TypeAlias

import msgspec


class IntoText(msgspec.Struct, frozen=True):
    """The step from a string to the JSON document that the string holds.

    >>> from ecr_decode import IntoText, at, integer, json_text
    >>> size = at("manifest", json_text(at("size", integer)))
    >>> size.decode_json(b'{"manifest": "{}"}').failure().problems[0].path
    ('manifest', IntoText(), 'size')
    """


class Placed(str):
    """The name of a member that is elsewhere in its XML element than under that name."""

    __slots__ = ("keys", "many", "place")

    place: str
    """`@attribute`, `#text`, or the name of an element, its namespace in braces; empty if keys are names."""
    many: bool
    """Whether it is repeated elements, by their indices."""
    keys: frozenset[str]
    """The names of the elements that are called by keys."""

    def __new__(cls, name: str, place: str, *, many: bool, keys: frozenset[str] = frozenset()) -> Self:
        """The name, with its place."""
        made = super().__new__(cls, name)
        made.place, made.many, made.keys = place, many, keys
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str, str], dict[str, Any]]:
        return (str(self), self.place), {"many": self.many, "keys": self.keys}


Step: TypeAlias = str | int | IntoText
Path: TypeAlias = tuple[Step, ...]

Trail: TypeAlias = "tuple[Trail, Step] | None"
"""A path while an interpreter is on its way: the last step first, so that going deeper costs one pair."""

into_text: IntoText = IntoText()

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_LONGEST_NAME = 60
_LONGEST_KEPT = 256
_MOST_STEPS = 24


def path_of(trail: Trail) -> Path:
    """The path that a trail spells, first step first; a name of the document that is very long is cut."""
    steps: list[Step] = []
    while trail is not None:
        trail, step = trail
        steps.append(shorten(step, _LONGEST_KEPT) if isinstance(step, str) else step)
    return tuple(reversed(steps))


def length(trail: Trail) -> int:
    """How many steps a trail has."""
    steps = 0
    while trail is not None:
        trail, steps = trail[0], steps + 1
    return steps


def show_path(path: Path) -> str:
    """A path as text, its middle left out where it is long: `$.images[0].manifest -> $.layers[0]["x y"]`."""
    if len(path) <= _MOST_STEPS:
        return "$" + "".join(map(_show_step, path))
    ends = _MOST_STEPS // 2
    hidden = f" …{len(path) - 2 * ends} steps… "
    return "$" + "".join(map(_show_step, path[:ends])) + hidden + "".join(map(_show_step, path[-ends:]))


def _show_step(step: Step) -> str:
    match step:
        case IntoText():
            return " -> $"
        case int():
            return f"[{step}]"
        case _ if _IDENTIFIER.match(step):
            return f".{shorten(step)}"
        case _:
            return f"[{quote(step)}]"


def shorten(text: str, most: int = _LONGEST_NAME) -> str:
    """The text, or its beginning and an ellipsis where it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def quote(text: str, most: int = _LONGEST_NAME) -> str:
    """The text in double quotes on one line, cut at `most` characters and safe to print."""
    inner = "".join(repr(each)[1:-1] for each in shorten(text, most))
    return '"' + inner.replace('"', '\\"') + '"'


def pointer(path: Path) -> tuple[str, ...]:
    """The JSON Pointers (RFC 6901) of a path: one for the document, and one for each text entered."""
    pointers = [""]
    for step in path:
        if isinstance(step, IntoText):
            pointers.append("")
        else:
            pointers[-1] += "/" + str(step).replace("~", "~0").replace("/", "~1")
    return tuple(pointers)
