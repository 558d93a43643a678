"""The tagged value: what a value is once it is known how it is written, and before any form is chosen.

The tags are those of Awso's `to_value`, and two that JSON needs: `Null`, and `Document` for a tree without a
description.
"""

from __future__ import annotations

import decimal
from datetime import datetime
from typing import TypeAlias

import msgspec

from ..node.kinds import JsonValue, TimeFormat
from ..node.style import OfOthers, XmlHint, XmlStyle
from ..secret import HIDDEN, Shown


class Tagged(Shown, msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What all tagged values share: one of a secret member is hidden where it is shown."""

    secret: bool = False
    """Whether the value is not to be shown; it takes no part in equality."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tagged) or type(other) is not type(self):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash((type(self), *self._parts()))

    def __repr__(self) -> str:
        return repr(HIDDEN) if self.secret else super().__repr__()

    def __rich_repr__(self) -> list[tuple[str, object]]:
        if self.secret:
            return [("secret", HIDDEN)]
        return [(name, getattr(self, name)) for name in self.__struct_fields__ if name != "secret"]

    def _parts(self) -> tuple[object, ...]:
        *parts, _ = msgspec.structs.astuple(self)
        return (*parts,)


class Structure(Tagged, frozen=True):
    """Named members, in order; `hints` says where in XML each stands, `style` by which convention."""

    members: tuple[tuple[str, Value], ...]
    hints: tuple[XmlHint | OfOthers | None, ...] = ()
    style: XmlStyle | None = None


class List(Tagged, frozen=True):
    """Values in order."""

    items: tuple[Value, ...]


class Map(Tagged, frozen=True):
    """Values by a name that is data."""

    entries: tuple[tuple[str, Value], ...]


class String(Tagged, frozen=True):
    """Text."""

    text: str


class Integer(Tagged, frozen=True):
    """An integer."""

    number: int


class Long(Tagged, frozen=True):
    """An integer whose model calls it long."""

    number: int


class Double(Tagged, frozen=True):
    """A double."""

    number: float


class Decimal(Tagged, frozen=True):
    """A number whose digits are kept."""

    number: decimal.Decimal


class Boolean(Tagged, frozen=True):
    """True or false."""

    truth: bool


class Timestamp(Tagged, frozen=True):
    """A moment, with its zone, and the format in which it is written, if it has one of its own."""

    moment: datetime
    format: TimeFormat | None = None


class Blob(Tagged, frozen=True):
    """Bytes."""

    content: bytes


class Enum(Tagged, frozen=True):
    """The text of an enumeration's member."""

    text: str


class Null(Tagged, frozen=True):
    """Null."""


class Document(Tagged, frozen=True):
    """A JSON tree, as it is."""

    tree: JsonValue


Leaf: TypeAlias = (
    String | Integer | Long | Double | Decimal | Boolean | Timestamp | Blob | Enum | Null | Document
)
Value: TypeAlias = Structure | List | Map | Leaf


def hidden(value: Value) -> Value:
    """The value, as one that is not shown."""
    return msgspec.structs.replace(value, secret=True)
