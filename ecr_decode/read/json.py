"""JSON: the view of its values."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Self

from ..guard import is_array, is_dict
from ..node.kinds import ByTag, JsonValue, Member, Node, Record
from ..node.known import Constants, Facts
from ..node.style import Element, XmlStyle
from ..parse.json import plain_text
from ..parse.number import Digits, decimal_of, has_few_digits, without_digits
from .tree import NoJsonError, json_kind, json_tree
from .view import ABSENT, Fit


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

    def decimal(self, value: Any) -> Decimal | None:
        return decimal_of(value) if type(value) is int else None

    def token(self, value: JsonValue) -> str | None:
        return self.text(value)

    def shows(self, value: JsonValue) -> str | None:
        if self.boolean(value) is not None:
            return "boolean"
        return None if self.number(value) is None else "number"

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

    def held(self, members: dict[str, Any], key: str, hint: Element | None) -> Any:
        return members.get(key, ABSENT)

    def names(self, members: dict[str, Any]) -> list[str]:
        return [*members]

    def strays(self, members: dict[str, Any]) -> bool:
        return False

    def find(self, members: dict[str, Any], known: tuple[Member, ...]) -> list[tuple[Member, Any]]:
        get = members.get
        return [(member, get(member.wire, ABSENT)) for member in known]

    def named(self, members: dict[str, Any], name: str) -> Any:
        return members.get(name, ABSENT)

    def tag(self, members: dict[str, Any], by: ByTag) -> Any:
        return members.get(by.tag, ABSENT)

    def elsewhere(self, members: dict[str, Any], member: Member) -> str | None:
        return None

    def spelled(self, member: Member) -> str:
        return member.wire

    def unknown(self, members: dict[str, Any], known: tuple[Member, ...]) -> list[tuple[str, Any]]:
        wires = {member.wire for member in known}
        return [(name, value) for name, value in members.items() if name not in wires]

    def kept(self, members: dict[str, Any], known: tuple[Member, ...], node: Node) -> list[tuple[str, Any]]:
        return self.unknown(members, known)

    def fit(self, value: Any, known: Facts) -> Fit:
        members = self.members(value)
        if members is None:
            kind = _json_kind(value)
            return Fit.OPEN if kind is None or kind in known.reads else Fit.OTHER
        if "object" not in known.reads:
            return Fit.OTHER
        if not known.needs <= members.keys() or any(map(members.keys().isdisjoint, known.either)):
            return Fit.NONE
        for name, constants in known.fixed.items():
            if name in members and not self._is_one_of(members[name], constants):
                return Fit.NONE
        return Fit.TOLD if known.needs or known.either or known.fixed else Fit.OPEN

    def _is_one_of(self, value: Any, constants: Constants) -> bool:
        text = self.text(value)
        found = value if text is None else text
        return any(type(found) is kind and found == constant for kind, constant in constants)

    def styled(self, style: XmlStyle) -> Self:
        return self


class DigitsView(JsonView):
    """The same, where the parser kept the digits of numbers."""

    __slots__ = ()

    def number(self, value: Any) -> int | float | None:
        return value.usual if type(value) is Digits else super().number(value)

    def decimal(self, value: Any) -> Decimal | None:
        return decimal_of(value.text) if type(value) is Digits else super().decimal(value)

    def loose(self, value: Any) -> str | int | float | bool | None:
        return super().loose(value.usual if type(value) is Digits else value)

    def tree(self, value: Any) -> Any:
        try:
            return without_digits(value)
        except OverflowError:
            raise NoJsonError("a number that JSON cannot hold") from None


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

    def decimal(self, value: Any) -> Decimal | None:
        match value:
            case Decimal():
                found = Decimal(value)  # of this very class
                return found if has_few_digits(found) else None
            case float() if math.isfinite(value):
                return decimal_of(float.__repr__(value))
            case _:
                return super().decimal(value)

    def shows(self, value: Any) -> str | None:
        return "number" if isinstance(value, Decimal) else super().shows(value)

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
_JSON_KINDS: dict[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "number",
    float: "number",
    Digits: "number",
    str: "string",
    list: "array",
    tuple: "array",
}


def _json_kind(value: object) -> str | None:
    """The JSON kind of a value that is no object, or None where its class does not tell."""
    return _JSON_KINDS.get(type(value))
