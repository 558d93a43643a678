"""Lists and maps of XML, as lists and dicts of what their items are read to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ...node.style import XmlStyle
from ..doubt import Doubt
from .document import holds_text, must_be_blank, must_be_items, must_be_local
from .part import OfElements, Part, Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def array_part(item: Part, *, lone: bool = False) -> Part:
    """A list of the items; where one may stand alone, an element that holds text is that one."""
    items = _texts if item.kept else _each(item)

    def read(element: Element) -> list[Any]:
        must_be_items(element)
        found: list[Any] = items(element)
        return found

    def read_lone(element: Element) -> list[Any]:
        return [item.read(element)] if holds_text(element) else read(element)

    return Part(read_lone if lone else read, item.height + 1, items=items)


def _each(item: Part) -> OfElements:
    read = item.read
    return lambda elements: [read(element) for element in elements]


def _texts(elements: Iterable[Element]) -> list[str]:
    found: list[str] = []
    for element in elements:
        if len(element):
            raise Doubt
        found.append(element.text or "")
    return found


def tuple_part(items: list[Part]) -> Part:
    """A list of as many items as there are parts."""
    reads = [item.read for item in items]

    def read(element: Element) -> list[Any]:
        must_be_items(element)
        return [each(child) for each, child in zip(reads, element, strict=True)]

    return Part(read, 1 + max((item.height for item in items), default=0))


def dict_part(key: Part, value: Part, style: XmlStyle) -> Part:
    """A dict of the entries, spelled as the style has them."""
    if key.text is None:
        raise Unfit
    return _named_by_keys(key, value) if style.entry is None else _entries(key, value, style)


def _named_by_keys(key: Part, value: Part) -> Part:
    name, read_value = key.text, value.read
    assert name is not None

    def read(element: Element) -> dict[Any, Any]:
        must_be_blank(element.text)
        found: dict[Any, Any] = {}
        for child in element:
            must_be_blank(child.tail)
            must_be_local(child.tag)
            found[name(child.tag)] = read_value(child)
        return _distinct(found, len(element))

    return Part(read, value.height + 1)


def _entries(key: Part, value: Part, style: XmlStyle) -> Part:
    read_key, read_value, key_name, value_name = key.read, value.read, style.key, style.value

    def pairs(elements: Iterable[Element]) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        count = 0
        for count, (first, second) in enumerate(elements, 1):  # noqa: B007 it is asked for at the end
            if first.tag != key_name or second.tag != value_name:
                raise Doubt
            found[read_key(first)] = read_value(second)
        return _distinct(found, count)

    def read(element: Element) -> dict[Any, Any]:
        must_be_items(element)
        return pairs(element)

    return Part(read, max(key.height, value.height) + 2, items=pairs)


def _distinct(found: dict[Any, Any], count: int) -> dict[Any, Any]:
    """Doubt a key that stands there twice: of its values only the last one would be looked at."""
    if len(found) != count:
        raise Doubt
    return found
