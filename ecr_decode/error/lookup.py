"""Finding the value that a path leads to, for errors that are shown with their source."""

from __future__ import annotations

from typing import Any

from ..node.kinds import JsonValue
from ..parse import json, xml
from .path import IntoText, Path, Placed, Step


class Document:
    """A document to look values up in; it, and every text inside it that a path enters, is parsed once."""

    __slots__ = ("declared", "parsed", "text")

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.declared: xml.Declared = {}
        self.parsed: dict[str, tuple[bool, Any]] = {}

    def find(self, path: Path) -> tuple[bool, Any]:
        """Whether the path leads anywhere in the document, and to what; an empty one leads to its tree."""
        is_xml = self.text.removeprefix("\ufeff").lstrip().startswith("<")
        found, value = self._parsed(self.text, is_xml)
        if is_xml and found and path and not _element(value, path[0])[0] and _is_called(value, path[0]):
            path = path[1:]  # the name of the root is a key
        for step in path:
            if not found:
                break
            if isinstance(step, IntoText):
                text = self._tree(value) if is_xml else value
                is_xml = False
                found, value = self._parsed(text, is_xml) if isinstance(text, str) else (False, None)
            else:
                found, value = _element(value, step) if is_xml else _member(value, step)
        return found, self._tree(value) if is_xml and found else value

    def _parsed(self, text: str, is_xml: bool) -> tuple[bool, Any]:
        """Whether a text can be parsed, and its tree or its root element."""
        if text not in self.parsed:
            self.parsed[text] = self._root(text) if is_xml else _parsed(text)
        return self.parsed[text]

    def _root(self, text: str) -> tuple[bool, Any]:
        from ..parse import document  # the parser of XML takes a while to import

        parsed = document.parse(text.encode("utf-8", "replace"))
        if not isinstance(parsed, document.Document):
            return False, None
        self.declared = parsed.declared
        return True, parsed.root

    def _tree(self, value: Any) -> JsonValue:
        if isinstance(value, _Called):
            return {xml.as_spelled(each.tag): self._tree(each) for each in value}
        return xml.tree_of(value, self.declared)


def _is_called(root: Any, step: object) -> bool:
    return xml.local(root.tag) == step


def _parsed(text: str) -> tuple[bool, Any]:
    tree, reason = json.parse(text)
    return reason is None, tree


def _member(value: JsonValue, step: str | int) -> tuple[bool, Any]:
    if isinstance(value, dict) and isinstance(step, str) and step in value:
        return True, value[step]
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return True, value[step]
    return False, None


class _Called(list[Any]):
    """Elements that are called by keys."""


def _element(value: Any, step: Step) -> tuple[bool, Any]:
    match value, step:
        case _Called(), int():
            return (True, _Called([value[step]])) if step < len(value) else (False, None)
        case _Called(), _:
            return _one_or_many([each for each in value if xml.local(each.tag) == step])
        case _, Placed():
            return _placed(value, step)
        case _, str() | int():
            return _named(value, step)
        case _, _:
            return False, None


def _placed(value: Any, step: Placed) -> tuple[bool, Any]:
    """What is in the place of a member, by its hint."""
    parts = xml.take_apart(value)
    if parts is None:
        return False, None
    place = step.place
    if step.keys:
        called = [] if isinstance(value, str) else [*value]
        called = [each for each in called if not step.keys.isdisjoint(_names(each.tag))]
        return bool(called), _Called(called)
    if place == "#text":
        return True, parts.text
    if place.startswith("@"):
        return place[1:] in parts.attributes, parts.attributes.get(place[1:])
    found = [child.value for child in parts.by_full_name() if place in (child.name, xml.local(child.name))]
    return (bool(found), xml.Repeated(found)) if step.many else _one_or_many(found)


def _names(tag: str) -> tuple[str, str]:
    name = xml.local(tag)
    return name, xml.full(name, xml.namespace(tag))


def _one_or_many(found: list[Any]) -> tuple[bool, Any]:
    if not found:
        return False, None
    return True, found[0] if len(found) == 1 else xml.Repeated(found)


def _named(value: Any, step: str | int) -> tuple[bool, Any]:
    if isinstance(step, int):
        items = [] if isinstance(value, str) else [*value]
        return (True, items[step]) if step < len(items) else (False, None)
    parts = xml.take_apart(value)
    if parts is None:
        return False, None
    for place in (parts.children, parts.attributes):
        if step in place:
            return True, place[step]
    children = [child.value for child in parts.by_full_name() if child.spelled == step]
    children = children or [child.value for child in parts.by_full_name() if xml.local(child.name) == step]
    if children:
        return _one_or_many(children)
    found = [text for name, text in parts.attributes.items() if xml.local(name) == step.rpartition(":")[2]]
    return (True, found[0]) if found else (False, None)
