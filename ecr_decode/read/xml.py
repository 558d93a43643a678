"""XML: the view of the elements of a document, by the convention of a style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from ..node import kinds as n
from ..node.known import Constants, Facts
from ..node.style import Attribute, Element, ElementText, Flattened, XmlStyle
from ..parse.number import BEYOND, xml_decimal, xml_number
from ..parse.xml import Content, Declared, Repeated, is_nil, local, take_apart, tree_of
from .tree import json_kind
from .view import ABSENT, Fit

if TYPE_CHECKING:
    from ..parse.document import Document

_NUMBER = r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?"
_PLAINLY = ("true", "false")
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}
_INFINITE = (float("inf"), float("-inf"), BEYOND)
_BLANKS = " \t\r\n"
_NESTED = frozenset(("array", "object"))


class ContentView:
    """What all XML has in common: all scalars are texts, and members have places."""

    __slots__ = ("style",)

    def __init__(self, style: XmlStyle) -> None:
        self.style = style

    def parts(self, value: Any) -> Content | None:
        """The parts of an element, or None where the value is something else."""
        raise NotImplementedError

    def null(self, value: Any) -> bool:
        """Whether the value is an element that is null."""
        raise NotImplementedError

    def is_bare(self, value: Any, parts: Content) -> bool:
        """Whether an element holds neither children nor attributes."""
        raise NotImplementedError

    def children(self, value: Any, parts: Content) -> list[Any]:
        """The children of an element, in order."""
        raise NotImplementedError

    def kind(self, value: Any) -> str:
        parts = self.parts(value)
        if parts is None:
            return "several elements" if isinstance(value, list | tuple) else json_kind(value)
        if self.null(value):
            return "null"
        if not self.is_bare(value, parts):
            return "an element"
        return "text" if parts.text else "an empty element"

    def text(self, value: Any) -> str | None:
        parts = self.parts(value)
        return None if parts is None or parts.children or self.null(value) else parts.text

    def token(self, value: Any) -> str | None:
        text = self.text(value)
        return None if text is None else text.strip(_BLANKS)

    def boolean(self, value: Any) -> bool | None:
        return _BOOLEANS.get(self.token(value) or "")

    def number(self, value: Any) -> int | float | None:
        token = self.token(value)
        return None if token is None else xml_number(token)

    def decimal(self, value: Any) -> Decimal | None:
        token = self.token(value)
        return None if token is None else xml_decimal(token)

    def shows(self, value: Any) -> str | None:
        text = self.text(value)
        if text in _PLAINLY:
            return "boolean"
        if text is None or re.fullmatch(_NUMBER, text, re.ASCII) is None:
            return None
        return None if xml_number(text) in _INFINITE else "number"

    def loose(self, value: Any) -> str | int | float | bool | None:
        return self.text(value)

    def items(self, value: Any) -> list[Any] | tuple[Any, ...] | None:
        if isinstance(value, Repeated):
            return value
        parts = self.parts(value)
        if parts is None or parts.text.strip() or self.null(value):
            return None
        return self.children(value, parts)

    def entries(self, value: Any) -> Iterable[tuple[Any, Any]] | None:
        style = self.style
        if style.entry is None:
            if isinstance(value, Repeated) and len(value) == 1:  # flattened, and keys stand for themselves
                (value,) = value
            elif isinstance(value, Repeated) and not value:
                return ()
            members = self.members(value)
            return None if members is None or members.text.strip() else members.children.items()
        pairs = self.items(value)
        return None if pairs is None else [self._entry(pair, style) for pair in pairs]

    def _entry(self, pair: Any, style: XmlStyle) -> tuple[Any, Any]:
        parts = self.parts(pair)
        if parts is None:
            return ABSENT, ABSENT
        return parts.children.get(style.key, ABSENT), parts.children.get(style.value, ABSENT)

    def members(self, value: Any, node: n.Record | None = None) -> Content | None:
        parts = self.parts(value)
        if parts is None or self.null(value):
            return None
        has_text = node is not None and node.has_text
        return None if not has_text and parts.text.strip() and self.is_bare(value, parts) else parts

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
            case Element() | None:
                return members.children.get(member.place, ABSENT)

    def named(self, members: Content, name: str) -> Any:
        return members.children.get(name, members.attributes.get(name, ABSENT))

    def spelled(self, member: n.Member) -> str:
        return member.place

    def unknown(self, members: Content, known: tuple[n.Member, ...]) -> list[tuple[str, Any]]:
        names = {member.place for member in known}
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


class XmlView(ContentView):
    """Elements, and the texts of their attributes."""

    __slots__ = ("declared",)

    def __init__(self, style: XmlStyle, declared: Declared) -> None:
        super().__init__(style)
        self.declared = declared

    def parts(self, value: Any) -> Content | None:
        return take_apart(value)

    def null(self, value: Any) -> bool:
        return not isinstance(value, str | Repeated) and is_nil(value)

    def is_bare(self, value: Any, parts: Content) -> bool:
        return isinstance(value, str) or not (parts.children or value.keys())

    def children(self, value: Any, parts: Content) -> list[Any]:
        return [] if isinstance(value, str) else [*value]

    def text(self, value: Any) -> str | None:
        match value:
            case str():
                return value
            case Repeated():
                return None
            case _:
                return None if len(value) or is_nil(value) else value.text or ""

    def tree(self, value: Any) -> Any:
        return tree_of(value, self.declared)

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style, self.declared)


def unwrapped(document: Document, style: XmlStyle) -> Any:
    """The root element, or the `XResult` in it where the style wraps results.

    Some servers name the wrapper after the whole root, `XResponseResult`.
    """
    root = document.root
    if not style.wrapped_results:
        return root
    name = local(root.tag)
    results = [child for child in root if "Result" in child.tag] if name.endswith("Response") else []
    for wrapper in (name.removesuffix("Response") + "Result", name + "Result") if results else ():
        found = [child for child in results if local(child.tag) == wrapper]
        if found:
            return found[0] if len(found) == 1 else Repeated(found)
    return root
