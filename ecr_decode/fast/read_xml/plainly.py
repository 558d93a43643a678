"""The parts of XML that the plain interpreter reads, so that what holds them need not be left to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.style import XmlStyle
from ...parse.xml import Repeated
from ...read.reader import Reader
from ...read.xml import XmlView
from ..doubt import Doubt
from .part import Part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def plain_part(node: n.Node, style: XmlStyle) -> Part:
    """The part of a node, read by the plain interpreter from a document without namespaces.

    Started at half the depth, it doubts what nests too deep wherever in a document it stands.
    """

    def of_content(content: Any) -> Any:
        reader = Reader(XmlView(style, trusted=True))
        reader.depth = MOST_LEVELS // 2
        found = reader.read(node, content, None)
        if reader.findings.count:
            raise Doubt
        return found

    def read(element: Element) -> Any:
        return of_content(content_of(element))

    def items(elements: Iterable[Element]) -> Any:
        return of_content(Repeated(map(content_of, elements)))

    return Part(read, 1, text=of_content, items=items, plain=True)


def content_of(element: Element) -> Any:
    """What `xmltodict.parse` gives for an element."""
    text = element.text or ""
    if not len(element) and not element.attrib:
        return text or None
    found: dict[str, Any] = {}
    for name, value in element.items():
        if name[0] == "{":
            raise Doubt
        found["@" + name] = value
    for child in element:
        tag, content = child.tag, content_of(child)
        if tag[0] == "{":
            raise Doubt
        text += child.tail or ""
        if tag not in found:
            found[tag] = content
        elif isinstance(found[tag], list):
            found[tag].append(content)
        else:
            found[tag] = [found[tag], content]
    if text:
        found["#text"] = text
    return found
