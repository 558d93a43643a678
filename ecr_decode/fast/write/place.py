"""Where a value is to stand, and what is known of the variable that holds it once it is written."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ...node import kinds as n
from ...node.style import XmlStyle, plain


class Place(NamedTuple):
    """Where a value is to stand. JSON has one place; in XML a value is the content of an element, or less."""

    style: XmlStyle = plain
    item: str | None = None
    """What the items of a list are called there, where the style's word does not do."""
    repeated: bool = False
    """Whether the items are elements side by side, without one around them."""
    lossy: bool = False
    """Whether no items at all would be read as another value."""
    inline: bool = False
    """Whether it is text alone, of an element or an attribute."""
    attribute: bool = False
    """Whether it is the value of an attribute."""

    @property
    def is_whole(self) -> bool:
        """Whether any content may stand there."""
        return not self.inline and not self.repeated


ANYWHERE = Place()


class Written(NamedTuple):
    """What a variable holds once a value is written."""

    same: bool
    """Whether it is the value itself."""
    attributes: str | None = None
    """The variable with the attributes of the element around the content, if it may have any."""


SAME, ANEW = Written(same=True), Written(same=False)


NIL = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
"""The attributes of an XML element that is null."""

NULL = (NIL, "")


class Part(NamedTuple):
    """A member of a record, and the variable that holds what is written of it, or says that nothing is."""

    member: n.Member
    var: str
    same: bool


Tags: TypeAlias = tuple[tuple[str, str], ...]
"""What unions put in front of the members of a record: names and texts."""
