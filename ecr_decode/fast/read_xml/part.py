"""Parts: what a node of a description is compiled to for elements of XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ..doubt import Doubt

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OfText: TypeAlias = Callable[[str], Any]
OfElement: TypeAlias = "Callable[[Element], Any]"
OfElements: TypeAlias = "Callable[[Iterable[Element]], Any]"


class Unfit(Exception):
    """The description holds what only the plain interpreter reads from XML; inside this package only."""


class Part(NamedTuple):
    """How a node is read from an element, and from other places where it may stand there."""

    read: OfElement
    height: int
    """How many levels of elements it describes."""
    text: OfText | None = None
    """How it is read from a text; None where it takes children."""
    items: OfElements | None = None
    """How it is read from elements that stand side by side; None where it is no list."""
    kept: bool = False
    """Whether it is the text, unchanged."""
    plain: bool = False
    """Whether the plain interpreter reads it all."""


def scalar(text: OfText | None) -> Part:
    """The part of a scalar, from the function that reads its text; None keeps the text."""
    if text is None:
        return Part(text_of, 1, _same, kept=True)

    def read(element: Element) -> Any:
        if len(element):
            raise Doubt
        return text(element.text or "")

    return Part(read, 1, text)


def _same(text: str) -> str:
    return text


def text_of(element: Element) -> str:
    """The text of an element without children."""
    if len(element):
        raise Doubt
    return element.text or ""


def then(part: Part, function: Callable[[Any], Any]) -> Part:
    """A part, and a function of what it reads."""
    return Part(
        _after(part.read, function),
        part.height,
        None if part.text is None else _after(part.text, function),
        None if part.items is None else _after(part.items, function),
    )


def _after(read: Callable[[Any], Any], function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda found: function(read(found))
