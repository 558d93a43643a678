"""Finding the value that a path leads to, for errors that are shown with their source."""

from __future__ import annotations

from typing import Any

from ..node.kinds import JsonValue
from ..parse import json, xml
from ..parse.xml import Repeated, Root, take_apart
from .path import IntoText, Path


class Document:
    """A document to look values up in; it, and every text inside it that a path enters, is parsed once."""

    __slots__ = ("parsed", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.parsed: dict[str, tuple[bool, Any]] = {}

    def find(self, path: Path) -> tuple[bool, Any]:
        """Whether the path leads anywhere in the document, and to what; an empty one leads to its tree."""
        is_xml = self.text.lstrip().startswith("<")
        found, value = self._tree(self.text, is_xml)
        for step in path:
            if not found:
                break
            if isinstance(step, IntoText):
                is_xml = False
                found, value = self._tree(value, is_xml) if isinstance(value, str) else (False, None)
            else:
                found, value = _element(value, step) if is_xml else _member(value, step)
        return found, value

    def _tree(self, text: str, is_xml: bool) -> tuple[bool, Any]:
        if text not in self.parsed:
            self.parsed[text] = _parsed(text, is_xml)
        return self.parsed[text]


def _parsed(text: str, is_xml: bool) -> tuple[bool, Any]:
    if is_xml:
        root = xml.parse(text.encode("utf-8", "replace"))
        return (True, root.content) if isinstance(root, Root) else (False, None)
    tree, why = json.parse(text)
    return why is None, tree


def _member(value: JsonValue, step: str | int) -> tuple[bool, Any]:
    if isinstance(value, dict) and isinstance(step, str) and step in value:
        return True, value[step]
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return True, value[step]
    return False, None


def _element(value: Any, step: str | int) -> tuple[bool, Any]:
    if isinstance(step, int):
        items = value if isinstance(value, Repeated) else _children(value)
        return (True, items[step]) if step < len(items) else (False, None)
    parts = take_apart(value)
    if parts is None:
        return False, None
    for place in (parts.children, parts.attributes):
        if step in place:
            return True, place[step]
    return False, None


def _children(value: Any) -> list[Any]:
    parts = take_apart(value)
    items: list[Any] = []
    for child in () if parts is None else parts.children.values():
        items += child if isinstance(child, Repeated) else [child]
    return items
