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


class Structure(msgspec.Struct, frozen=True):
    """Named members, in order; `hints` says where in XML each stands, `style` by which convention."""

    members: tuple[tuple[str, Value], ...]
    hints: tuple[XmlHint | OfOthers | None, ...] = ()
    style: XmlStyle | None = None


class List(msgspec.Struct, frozen=True):
    """Values in order."""

    items: tuple[Value, ...]


class Map(msgspec.Struct, frozen=True):
    """Values by a name that is data."""

    entries: tuple[tuple[str, Value], ...]


class String(msgspec.Struct, frozen=True):
    """Text."""

    text: str


class Integer(msgspec.Struct, frozen=True):
    """An integer."""

    number: int


class Long(msgspec.Struct, frozen=True):
    """An integer whose model calls it long."""

    number: int


class Double(msgspec.Struct, frozen=True):
    """A double."""

    number: float


class Decimal(msgspec.Struct, frozen=True):
    """A number whose digits are kept."""

    number: decimal.Decimal


class Boolean(msgspec.Struct, frozen=True):
    """True or false."""

    truth: bool


class Timestamp(msgspec.Struct, frozen=True):
    """A moment, with its zone, and the format in which it is written, if it has one of its own."""

    moment: datetime
    format: TimeFormat | None = None


class Blob(msgspec.Struct, frozen=True):
    """Bytes."""

    content: bytes


class Enum(msgspec.Struct, frozen=True):
    """The text of an enumeration's member."""

    text: str


class Null(msgspec.Struct, frozen=True):
    """Null."""


class Document(msgspec.Struct, frozen=True):
    """A JSON tree, as it is."""

    tree: JsonValue


Leaf: TypeAlias = (
    String | Integer | Long | Double | Decimal | Boolean | Timestamp | Blob | Enum | Null | Document
)
Value: TypeAlias = Structure | List | Map | Leaf
