"""JSON: the view of its values."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Self

from ..guard import is_array, is_dict
from ..limits import MOST_JSON_LEVELS
from ..node.kinds import JsonValue, Member, Record
from ..node.style import XmlStyle
from ..parse.json import LARGEST_JSON, SMALLEST_JSON, plain_text
from .view import ABSENT


class JsonView:
    """The values that the parser made, so known to be JSON."""

    __slots__ = ()

    def kind(self, value: JsonValue) -> str:
        return json_kind(value)

    def null(self, value: JsonValue) -> bool:
        return value is None

    def text(self, value: JsonValue) -> str | None:
        return value if type(value) is str else None

    def boolean(self, value: JsonValue) -> bool | None:
        return value if type(value) is bool else None

    def number(self, value: JsonValue) -> int | float | None:
        return value if type(value) is int or type(value) is float else None

    def loose(self, value: Any) -> str | int | float | bool | None:
        return value if type(value) in _SCALARS else None

    def tree(self, value: JsonValue) -> Any:
        return value

    def items(self, value: JsonValue) -> list[Any] | tuple[Any, ...] | None:
        return value if type(value) is list else None

    def entries(self, value: JsonValue) -> Iterable[tuple[Any, Any]] | None:
        return value.items() if type(value) is dict else None

    def members(self, value: JsonValue, node: Record | None = None) -> dict[str, Any] | None:
        return value if type(value) is dict else None

    def find(self, members: dict[str, Any], known: tuple[Member, ...]) -> list[tuple[Member, Any]]:
        get = members.get
        return [(member, get(member.wire, ABSENT)) for member in known]

    def named(self, members: dict[str, Any], name: str) -> Any:
        return members.get(name, ABSENT)

    def spelled(self, member: Member) -> str:
        return member.wire

    def unknown(self, members: dict[str, Any], known: tuple[Member, ...]) -> list[tuple[str, Any]]:
        wires = {member.wire for member in known}
        return [(name, value) for name, value in members.items() if name not in wires]

    def styled(self, style: XmlStyle) -> Self:
        return self


class JsonTreeView(JsonView):
    """Values that a caller holds, of which nothing is known yet."""

    __slots__ = ()

    def kind(self, value: Any) -> str:
        match value:
            case str() if plain_text(value) is None:
                return "a lone surrogate"
            case float() if not math.isfinite(value):
                return "a number that JSON cannot hold"
            case dict() if self.members(value) is None:
                return "a dict whose names are not all text"
            case _:
                return super().kind(value)

    def text(self, value: Any) -> str | None:
        return plain_text(value) if isinstance(value, str) else None

    def number(self, value: Any) -> int | float | None:
        found = super().number(value)
        return None if isinstance(found, float) and not math.isfinite(found) else found

    def loose(self, value: Any) -> str | int | float | bool | None:
        return self.text(value) if isinstance(value, str) else super().loose(value)

    def tree(self, value: Any) -> Any:
        return json_tree(value)

    def items(self, value: Any) -> list[Any] | tuple[Any, ...] | None:
        return value if is_array(value) else None

    def entries(self, value: Any) -> Iterable[tuple[Any, Any]] | None:
        members = self.members(value)
        return None if members is None else members.items()

    def members(self, value: Any, node: Record | None = None) -> dict[str, Any] | None:
        if not is_dict(value):
            return None
        members: dict[str, Any] = {}
        for name, item in value.items():
            text = self.text(name)
            if text is None:
                return None
            members[text] = item
        return members


_SCALARS = frozenset((str, int, float, bool))
_KINDS: dict[type, str] = {
    type(None): "null",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    str: "a string",
    list: "an array",
    tuple: "an array",
    dict: "an object",
}


def json_kind(value: object) -> str:
    """What a value is, in JSON's words where it has one and by its type where it has none."""
    return _KINDS.get(type(value)) or f"a {type(value).__name__}"


class NoJsonError(Exception):
    """Leaves `json_tree`, inside the interpreters only: what is in a tree that JSON has no word for."""

    def __init__(self, got: str) -> None:
        super().__init__(got)
        self.got = got


def json_tree(value: Any) -> Any:
    """A copy of a tree that holds nothing but JSON; raises `NoJsonError` saying what else was there.

    It keeps its own stack, so that a deep tree, or one that holds itself, ends at the parser's limit
    (`RecursionError`) wherever it is called from.
    """
    root = [value]
    todo: list[tuple[Any, int]] = [(root, 0)]
    while todo:
        copy, level = todo.pop()
        if level > MOST_JSON_LEVELS:
            raise RecursionError
        for key in copy if is_dict(copy) else range(len(copy)):
            copy[key] = item = _shallow(copy[key])
            if is_array(item) or is_dict(item):
                todo.append((item, level + 1))
    return root[0]


def _shallow(value: Any) -> Any:
    """A plain copy of one value of a tree, the items of a container still the original ones."""
    match value:
        case None | bool():
            return value
        case str():
            return _text(value)
        case int() if SMALLEST_JSON <= value <= LARGEST_JSON:
            return int(value)
        case float() if math.isfinite(value):
            return float(value)
        case _ if is_array(value):
            return list(value)
        case _ if is_dict(value):
            return {_text(name): item for name, item in value.items()}
        case int() | float():
            raise NoJsonError("a number that JSON cannot hold")
        case _:
            raise NoJsonError(json_kind(value))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise NoJsonError(f"a name that is {json_kind(value)}")
    text = plain_text(value)
    if text is None:
        raise NoJsonError("a lone surrogate")
    return text
