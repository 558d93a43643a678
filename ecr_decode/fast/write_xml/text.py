"""What compiled writers of XML call: escapes, times in other zones, and what is written plainly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...error.findings import Fault
from ...node import kinds as n
from ...node.style import XmlStyle
from ...write.markup import attributes_and_inside, escape, escape_in_attribute, is_illegal, is_name
from ...write.scalar import write_scalar
from ...write.text import iso
from ...write.value import Document
from ...write.writer import Writer
from ...write.xml import XmlForm, render
from ..doubt import Doubt
from ..write_json.value import MOST_AROUND


def escaped(text: str) -> str:
    """A text as it stands between tags."""
    if text.isprintable():
        if "&" in text or "<" in text or ">" in text:
            return escape(text)
        return text
    if is_illegal(text):
        raise Doubt
    return escape(text)


def in_attribute(text: str) -> str:
    """A text as it stands in an attribute."""
    if is_illegal(text):
        raise Doubt
    return escape_in_attribute(text)


def must_be_name(text: str) -> None:
    """Raise `Doubt` of what cannot be the name of an element."""
    plainly_one = text.isascii() and text.isidentifier()
    if not plainly_one and not is_name(text):
        raise Doubt


def moment(value: Any) -> str:
    """A time that is not in UTC, or of another class than datetime."""
    _, why = write_scalar(n.Timestamp(), value)
    spelled = iso(value) if why is None else None
    if spelled is None:
        raise Doubt
    return spelled


def plainly(node: n.Node, style: XmlStyle, item: str | None) -> Callable[[Any], tuple[str, str]]:
    """The attributes and the inside of an element that the plain interpreter writes."""

    def written(value: Any) -> tuple[str, str]:
        writer = Writer(XmlForm(style))
        writer.depth = MOST_AROUND
        made = writer.write(node, value, None)
        if isinstance(made, Fault) or (isinstance(made, Document) and isinstance(made.tree, list | None)):
            raise Doubt
        content = render(made, style, None, writer.findings, item)
        if writer.findings.count:
            raise Doubt
        return attributes_and_inside(content)

    return written
