"""Documents for the fast path: ElementTree's tree of one, its names local, or `Doubt`."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, XMLParser

from ...limits import MOST_LEVELS
from ...node.style import XmlStyle
from ...parse.xml import refused
from ..doubt import Doubt

MOST_HEIGHT = MOST_LEVELS // 4
"""The most levels of elements that a description read by the fast path may have."""

_MOST_SKIPPED = MOST_LEVELS // 2
_NIL = re.compile(rb":nil\s*=")
_BINDING = re.compile(rb"""(xmlns(?::[\w.-]+)?)[ \t\r\n]*=[ \t\r\n]*(?:"([\w:/.#-]*)"|'([\w:/.#-]*)')""")
_DECLARATION = rb"(?:<\?xml[^<>]*\?>)?[ \t\r\n]*"
_NAMESPACE = re.compile(
    _DECLARATION + rb"""<[\w.-]+([ \t\r\n]+xmlns=(?:"[\w:/.-]*"|'[\w:/.-]*')[ \t\r\n]*)>"""
)


def bounded(raw: bytes) -> Element:
    """The root of a document without namespaces that does not nest deep: for descriptions that may."""
    if b"xmlns" in raw:
        raise Doubt
    root = document(raw)
    _must_not_nest([root], MOST_HEIGHT)
    return root


def document(raw: bytes) -> Element:
    """The root of a document in which nothing is null; elements are called by their local names.

    Only a name with the prefix that every document has, `xml`, may still be spelled with its namespace.
    """
    if refused(raw) is not None:
        raise Doubt
    after = raw.find(b"?>") + 1 if raw.startswith(b"<?xml") else 0
    declared = _NAMESPACE.match(raw)
    if declared is not None:  # the usual place for one; without it, names come as they are spelled
        after = declared.start(1)
        raw = raw[:after] + raw[declared.end(1) :]
    parser = XMLParser(encoding="utf-8")
    parser.feed(raw)
    root: Element = parser.close()
    if raw.find(b"=", after) >= 0:  # neither attributes nor namespaces can be written without it
        if _NIL.search(raw):
            raise Doubt
        if b"xmlns" in raw:
            _must_tell_spellings_apart(raw)
            _call_by_local_names(root)
    return root


def _must_tell_spellings_apart(raw: bytes) -> None:
    """Doubt a namespace of two prefixes: the plain reader groups children by their names as spelled."""
    bindings = [(prefix, one or other) for prefix, one, other in _BINDING.findall(raw)]
    if len(bindings) != raw.count(b"xmlns"):
        raise Doubt
    if len(set(bindings)) != len({namespace for _, namespace in bindings}):
        raise Doubt


def _call_by_local_names(root: Element) -> None:
    """Forget the namespaces, unless a local name is spelled in two ways."""
    names: dict[str, str] = {}
    for element in root.iter():
        tag = element.tag
        name = names.get(tag)
        if name is None:
            names[tag] = name = tag.rpartition("}")[2]
        element.tag = name
    if len(set(names.values())) < len(names):
        raise Doubt


def must_be_local(name: str) -> None:
    """Doubt a name that is spelled with its namespace."""
    if name[0] == "{":
        raise Doubt


def content(root: Element, style: XmlStyle) -> Element:
    """The root, or the `XResult` in it where the style wraps results."""
    name = root.tag
    must_be_local(name)
    if not style.wrapped_results or not name.endswith("Response"):
        return root
    for child in root:
        must_be_local(child.tag)
    for wrapper in (name.removesuffix("Response") + "Result", name + "Result"):
        found = [child for child in root if child.tag == wrapper]
        if found:
            return only(root, found)
    return root


def only(parent: Element, found: list[Element]) -> Element:
    """The one child that was found; the others are skipped."""
    (element,) = found
    for child in parent:
        if child is not element:
            skip(child)
    return element


def skip(element: Element) -> None:
    """Pass over an element that the description does not name, unless it might nest too deep."""
    must_be_local(element.tag)
    _must_not_nest(list(element), _MOST_SKIPPED)


def _must_not_nest(elements: list[Element], most: int) -> None:
    """Doubt elements with more levels than so many, their own included."""
    levels = 0
    while elements:
        levels += 1
        if levels > most:
            raise Doubt
        elements = [child for parent in elements for child in parent]


def must_be_blank(text: str | None) -> None:
    """Doubt a text that stands between elements."""
    if text is not None and text.strip():
        raise Doubt


def holds_text(element: Element) -> bool:
    """Whether there is text in an element, or between its children, that is not blank."""
    if element.text is not None and element.text.strip():
        return True
    return any(child.tail is not None and child.tail.strip() for child in element)


def must_be_items(element: Element) -> None:
    """Doubt children of several names, which the plain reader groups, and text between them."""
    if holds_text(element) or (len(element) > 1 and len({child.tag for child in element}) > 1):
        raise Doubt
