"""The scalars: kinds of node for values without parts, and what all kinds of node share."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

import msgspec


class Kind(msgspec.Struct, frozen=True, dict=True, weakref=True):
    """What all kinds of node share: how they are shown, and room for what is found out about them once."""

    def spell(self, inside: bool) -> str:
        """The node as a type; records within records are spelled by their names."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.spell(inside=False)


class Scalar(Kind, frozen=True):
    """A value without parts."""


class JsonNull(Scalar, frozen=True):
    """Null, and nothing else."""

    def spell(self, inside: bool) -> str:
        return "null"


class Bool(Scalar, frozen=True):
    """True or false; a lenient one also takes the spellings in which text carries it."""

    lenient: bool = False

    def spell(self, inside: bool) -> str:
        return "boolean"


class Integer(Scalar, frozen=True):
    """An integer of 64 bits; `long` is what its model calls it."""

    lenient: bool = False
    long: bool = False

    def spell(self, inside: bool) -> str:
        return "long" if self.long else "integer"


class Number(Scalar, frozen=True):
    """A double; only a lenient one may be infinite or not a number."""

    lenient: bool = False

    def spell(self, inside: bool) -> str:
        return "double" if self.lenient else "number"


class String(Scalar, frozen=True):
    """Text."""

    def spell(self, inside: bool) -> str:
        return "string"


class Timestamp(Scalar, frozen=True):
    """A moment: seconds since 1970 in JSON, ISO 8601 in text."""

    def spell(self, inside: bool) -> str:
        return "timestamp"


class Blob(Scalar, frozen=True):
    """Bytes, as base64."""

    def spell(self, inside: bool) -> str:
        return "blob"


class BigInteger(Scalar, frozen=True):
    """An integer of any size."""

    def spell(self, inside: bool) -> str:
        return "big integer"


class Decimal(Scalar, frozen=True):
    """A number whose digits and exponent are kept."""

    def spell(self, inside: bool) -> str:
        return "decimal"


class TextFormat(Enum):
    """The spelling of a value that JSON has no kind for; the value is what JSON Schema calls it."""

    DATE = "date"
    DATE_TIME = "date-time"
    TIME = "time"
    UUID = "uuid"


class Textual(Scalar, frozen=True):
    """A value that text spells in one format."""

    format: TextFormat

    def spell(self, inside: bool) -> str:
        return self.format.value


class TimeFormat(Enum):
    """How Smithy writes a timestamp, whatever the protocol."""

    DATE_TIME = "date-time"
    HTTP_DATE = "http-date"
    EPOCH_SECONDS = "epoch-seconds"


class FormattedTime(Scalar, frozen=True):
    """A moment that is read as a timestamp is, and written in one format."""

    format: TimeFormat

    def spell(self, inside: bool) -> str:
        return f"timestamp ({self.format.value})"


class Literal(Scalar, frozen=True):
    """One of a few constants; `types` keeps `1` and `True` apart."""

    values: tuple[str | int | bool | None, ...]
    types: tuple[type, ...]

    def spell(self, inside: bool) -> str:
        return " | ".join(map(spell_literal, self.values))


class Enumeration(Scalar, frozen=True):
    """A member of an enumeration, by its value; an open one makes members for texts it does not know."""

    cls: type[Enum]
    values: tuple[str | int, ...]
    open: bool = False

    def spell(self, inside: bool) -> str:
        return self.cls.__name__


ExactNumber: TypeAlias = BigInteger | Decimal
ScalarNode: TypeAlias = (
    JsonNull
    | Bool
    | Integer
    | Number
    | String
    | Timestamp
    | Blob
    | Literal
    | Enumeration
    | ExactNumber
    | Textual
    | FormattedTime
)


def spell_literal(value: str | int | bool | None) -> str:
    """A constant as JSON spells it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return _spell_integer(value)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


_MOST_DIGITS_SPELLED, _DIGITS_A_BIT = 100, 0.30103


def _spell_integer(value: int) -> str:
    """The digits of an integer, the first ones alone where there are very many."""
    unspelled = int(value.bit_length() * _DIGITS_A_BIT) - _MOST_DIGITS_SPELLED
    if unspelled <= 0:
        return str(value)
    return ("-" if value < 0 else "") + str(abs(value) // 10**unspelled) + "…"
