"""Where the content of an element is to stand, and the source of the tags around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from ...node.style import XmlStyle
from ...write.markup import escape_in_attribute
from .text import escaped, in_attribute

NIL = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
"""The attributes of an element that is null."""


class Place(NamedTuple):
    """Where content is to stand."""

    style: XmlStyle
    item: str | None = None
    """What the items of a list are called there, where the style's word does not do."""
    attribute: bool = False
    """Whether it is the value of an attribute."""
    inline: bool = False
    """Whether it is text alone, of an element or an attribute."""

    @property
    def escape(self) -> Callable[[str], str]:
        """What escapes a text there."""
        return in_attribute if self.attribute else escaped


Attributes: TypeAlias = str | None
"""The variable that holds the attributes of the element around some content, where it may have any."""


def element(name: str, var: str, attributes: Attributes = None, ns: str | None = None) -> str:
    """The source of an element; where a name stands in braces, it is that of a variable."""
    around = "" if ns is None else f' xmlns="{doubled(escape_in_attribute(ns))}"'
    inside = "" if attributes is None else f"{{{attributes}}}"
    whole = f"<{name}{around}{inside}>{{{var}}}</{name}>"
    if around:
        return "f" + repr(whole)
    test = var if attributes is None else f"{var} or {attributes}"
    return f"f{whole!r} if {test} else f{f'<{name}/>'!r}"


def doubled(text: str) -> str:
    """A text as a template spells it."""
    return text.replace("{", "{{").replace("}", "}}")
