"""Unions of XML: the tag's text, or what an element looks like, decides which part reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.style import plain
from ...read.kind import kinds, takes_text
from ...read.xml import XmlView
from ..doubt import Doubt
from ..old_json.union import lets_pass
from .document import holds_text
from .part import Part, Unfit, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Below = Callable[[n.Node], Part]

_VIEW = XmlView(plain, trusted=True)


def tagged_part(node: n.Union, tag: str, below: Below) -> Part:
    """The part of a union that the text of a child, or of an attribute, decides."""
    if not all(lets_pass(case.node, tag) for case in node.every):
        raise Unfit
    parts: dict[str | None, Part] = {case.name: below(case.node) for case in reversed(node.cases)}
    rest = None if node.otherwise is None else below(node.otherwise.node)

    def read(element: Element) -> Any:
        part = parts.get(_tag(element, tag)) or rest
        if part is None:
            raise Doubt
        return part.read(element)

    return Part(read, _height(*parts.values(), *filter(None, (rest,))))


def _tag(element: Element, tag: str) -> str | None:
    found = [child for child in element if child.tag == tag]
    if found:
        (child,) = found
        return text_of(child)
    if any(name[0] == "{" for name in element.attrib):
        raise Doubt
    return element.get(tag)


def kind_part(node: n.Union, below: Below) -> Part:
    """The part of a union that the kind decides; an element may be of several."""
    parts = [(kinds(case.node), takes_text(case.node), below(case.node)) for case in node.cases]
    rest = None if node.otherwise is None else below(node.otherwise.node)
    chosen: dict[frozenset[str], Part | None] = {}

    def choose(shown: frozenset[str]) -> Part | None:
        fitting = [(takes, part) for reads, takes, part in parts if reads & shown]
        return min(fitting, key=lambda each: each[0])[1] if fitting else rest

    def read(element: Element) -> Any:
        shown = _shown(element)
        if shown not in chosen:
            chosen[shown] = choose(shown)
        part = chosen[shown]
        if part is None:
            raise Doubt
        return part.read(element)

    return Part(read, _height(*(part for *_, part in parts), *filter(None, (rest,))))


def _shown(element: Element) -> frozenset[str]:
    """The kinds that an element may be taken for; what is null is not read here."""
    if len(element):
        return _RECORD if holds_text(element) else _LIST_OR_RECORD
    text = element.text or ""
    if not text.strip():
        return _EMPTY
    shown = _of_text(text)
    return shown | _RECORD if element.attrib else shown


def _of_text(text: str) -> frozenset[str]:
    if _VIEW.boolean(text) is not None:
        return _BOOLEAN
    return _TEXT if _VIEW.number(text) is None else _NUMBER


_RECORD = frozenset(("object",))
_LIST_OR_RECORD = frozenset(("array", "object"))
_EMPTY = frozenset(("string", "array", "object"))
_TEXT = frozenset(("string",))
_BOOLEAN = frozenset(("string", "boolean"))
_NUMBER = frozenset(("string", "number"))


def _height(*parts: Part) -> int:
    return max((part.height for part in parts), default=1)
