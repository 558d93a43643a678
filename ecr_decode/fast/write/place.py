"""Where a value is to stand, and what is known of the variable that holds it once it is written."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ...node import kinds as n
from ...node.style import Attribute, ElementText, Flattened, FreeName, XmlHint, XmlStyle, plain


class Place(NamedTuple):
    """Where a value is to stand. JSON has one place; in XML a value is the content of an element, or less."""

    style: XmlStyle = plain
    hint: XmlHint | None = None
    """How it is to stand there; that of flattened items has their name."""
    lossy: bool = False
    """Whether no items at all would be read as another value."""
    ns: str = ""
    """The namespace that a hint gives to the element around it; empty for that of the root."""
    prefix: str = ""
    """The variable with the prefix of that namespace, for the items of a list."""
    taken: frozenset[str] = frozenset()
    """The names of the other members of the record, where keys stand among them."""
    among: bool = False
    """Whether the members of what stands here are to be among those of another record."""

    @property
    def below(self) -> Place:
        """Where the parts stand of what stands here."""
        return self._replace(lossy=False) if self.free else Place(self.style, ns=self.ns)

    @property
    def free(self) -> bool:
        """Whether the keys of unions stand for themselves there."""
        return isinstance(self.hint, FreeName)

    @property
    def item(self) -> str:
        """What the items of a list are called there."""
        own = self.hint.name if isinstance(self.hint, Flattened) else getattr(self.hint, "item", None)
        return own or self.style.item

    @property
    def repeated(self) -> bool:
        """Whether the items are elements side by side, without one around them."""
        return isinstance(self.hint, Flattened)

    @property
    def inline(self) -> bool:
        """Whether it is text alone, of an element or an attribute."""
        return isinstance(self.hint, Attribute | ElementText)

    @property
    def is_whole(self) -> bool:
        """Whether any content may stand there."""
        return not self.inline and not self.repeated


ANYWHERE = Place()
AMONG = Place(among=True)


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
    around: str = ""
    """The variable of its attributes, where it is a record whose members are among others in XML."""


class Other(NamedTuple):
    """What the tag of a union must be that writes by `otherwise`: none of these, or absent."""

    tags: frozenset[n.Tag]


Held: TypeAlias = tuple[tuple[str, n.Literal], ...]
"""Names and tags, of which the first is written."""

Front: TypeAlias = tuple[str, str]
"""The source of attributes, and that of elements."""

Tags: TypeAlias = tuple[tuple[str, n.Literal | Other], ...]
"""What the tags of a record must be by which unions read it."""


class NoStructsError(Exception):
    """Leaves the making of an encoder, inside this package only: its records are to be dicts."""
