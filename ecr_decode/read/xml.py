"""XML: the view of the tree of a document, by the convention of a style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Self

from ..guard import is_dict
from ..limits import MOST_DIGITS
from ..node import kinds as n
from ..node.facts import Constants, Facts
from ..node.style import Attribute, Element, ElementText, Flattened, XmlStyle
from ..parse.json import plain_text
from ..parse.xml import Content, Repeated, Root, take_apart
from .tree import json_kind, json_tree
from .view import ABSENT, Fit

_NUMBER = r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?"


class XmlView:
    """The tree of an XML document, read by the convention of a style."""

    __slots__ = ("style", "trusted")

    def __init__(self, style: XmlStyle, trusted: bool) -> None:
        self.style = style
        self.trusted = trusted

    def kind(self, value: Any) -> str:
        match value:
            case None | "":
                return "an empty element"
            case str():
                return "text"
            case list() | tuple():
                return "several elements"
            case dict():
                return "null" if self.null(value) else "an element"
            case _:
                return json_kind(value)

    def null(self, value: Any) -> bool:
        return is_dict(value) and any(
            isinstance(name, str) and name.startswith("@") and name.endswith(":nil") and flag in ("true", "1")
            for name, flag in value.items()
        )

    def text(self, value: Any) -> str | None:
        if type(value) is str:
            return value if self.trusted else plain_text(value)
        parts = take_apart(value)
        if parts is None or parts.children or self.null(value):
            return None
        return parts.text if self.trusted else plain_text(parts.text)

    def boolean(self, value: Any) -> bool | None:
        return _BOOLEANS.get(self.text(value) or "")

    def number(self, value: Any) -> int | float | None:
        text = self.text(value)
        found = None if text is None else re.fullmatch(_NUMBER, text, re.ASCII)
        if found is None or text is None:
            return None
        if len(text) <= MOST_DIGITS and found[1] is None and found[2] is None:
            return int(text)
        number = float(text)
        return None if number in (float("inf"), float("-inf")) else number

    def loose(self, value: Any) -> str | int | float | bool | None:
        return self.text(value)

    def tree(self, value: Any) -> Any:
        return value if self.trusted and not isinstance(value, Repeated) else json_tree(value)

    def items(self, value: Any) -> list[Any] | tuple[Any, ...] | None:
        if isinstance(value, Repeated):
            return value
        parts = take_apart(value)
        if parts is None or parts.text.strip() or self.null(value):
            return None
        return _each(parts.children.values())

    def entries(self, value: Any) -> Iterable[tuple[Any, Any]] | None:
        style = self.style
        if style.entry is None:
            if isinstance(value, Repeated) and len(value) < 2:  # flattened, and keys stand for themselves
                value = value[0] if value else None
            parts = self.members(value)
            return None if parts is None or parts.text.strip() else parts.children.items()
        pairs = self.items(value)
        if pairs is None:
            return None
        contents = [take_apart(pair) for pair in pairs]
        return [
            (ABSENT, ABSENT)
            if content is None
            else (content.children.get(style.key, ABSENT), content.children.get(style.value, ABSENT))
            for content in contents
        ]

    def members(self, value: Any, node: n.Record | None = None) -> Content | None:
        parts = take_apart(value)
        if parts is None or self.null(value):
            return None
        bare_text = not isinstance(value, dict) and parts.text.strip()
        return None if bare_text and not (node is not None and node.has_text) else parts

    def find(self, members: Content, known: tuple[n.Member, ...]) -> list[tuple[n.Member, Any]]:
        return [(member, self._found(members, member)) for member in known]

    def _found(self, members: Content, member: n.Member) -> Any:
        match member.xml:
            case Attribute():
                return members.attributes.get(member.wire, ABSENT)
            case ElementText():
                return members.text if members.text or member.required else ABSENT
            case Flattened():
                found = members.children.get(member.wire, ABSENT)
                if found is ABSENT:
                    return Repeated() if member.required else ABSENT
                return found if isinstance(found, Repeated) else Repeated([found])
            case Element(name):
                return members.children.get(name, ABSENT)
            case None:
                return members.children.get(member.wire, ABSENT)

    def named(self, members: Content, name: str) -> Any:
        return members.children.get(name, members.attributes.get(name, ABSENT))

    def spelled(self, member: n.Member) -> str:
        match member.xml:
            case Attribute():
                return "@" + member.wire
            case ElementText():
                return "#text"
            case Element(name):
                return name
            case Flattened() | None:
                return member.wire

    def unknown(self, members: Content, known: tuple[n.Member, ...]) -> list[tuple[str, Any]]:
        names = {self.spelled(member) for member in known}
        found = [("@" + name, value) for name, value in members.attributes.items()]
        if members.text.strip():
            found.append(("#text", members.text))
        found += members.children.items()
        return [(name, value) for name, value in found if name not in names]

    def fit(self, value: Any, known: Facts) -> Fit:
        members = self.members(value)
        if members is None:
            return Fit.OPEN
        if not known.reads & _NESTED and (members.children or not known.reads):
            return Fit.NONE
        found = {"@" + name: text for name, text in members.attributes.items()} | members.children
        if not known.xml_needs <= found.keys():
            return Fit.NONE
        for place, constants in known.xml_fixed.items():
            if place in found and not self._is_one_of(found[place], constants):
                return Fit.NONE
        return Fit.TOLD if known.xml_needs or known.xml_fixed else Fit.OPEN

    def _is_one_of(self, value: Any, constants: Constants) -> bool:
        return any(self._is(value, kind, constant) for kind, constant in constants)

    def _is(self, value: Any, kind: type, constant: Any) -> bool:
        match constant:
            case None:
                return self.null(value)
            case bool():
                found: object = self.boolean(value)
            case str():
                found = self.text(value)
            case _:
                found = self.number(value)
        return type(found) is kind and found == constant

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style, self.trusted)


_NESTED = frozenset(("array", "object"))
_BOOLEANS = {"true": True, "false": False}


def _each(contents: Iterable[Any]) -> list[Any]:
    items: list[Any] = []
    for content in contents:
        if isinstance(content, Repeated):
            items += content
        else:
            items.append(content)
    return items


def unwrapped(root: Root, style: XmlStyle) -> Any:
    """The content of a root element, or of its `XResult` where the style wraps results.

    Some servers name the wrapper after the whole root, `XResponseResult`.
    """
    stem, found, _ = root.name.rpartition("Response")
    if style.wrapped_results and found and root.name == stem + found:
        parts = take_apart(root.content)
        children = {} if parts is None else parts.children
        for wrapper in (stem + "Result", root.name + "Result"):
            if wrapper in children:
                return children[wrapper]
    return root.content
