"""Constants and enumerations."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

from ..codec import Codec
from ..node import kinds as n

A = TypeVar("A", bound=str | int | bool | None)
E = TypeVar("E", bound=Enum)


def literal(*values: A) -> Codec[A]:
    """One of a few constants: strings, integers, booleans or null.

    >>> from ecr_decode import literal
    >>> literal(2).decode_json(b"2")
    <Success: 2>
    >>> print(literal("days", "hours").decode_json(b'"day"').failure())
    $: expected "days" or "hours" (did you mean "days"?)
    >>> print(literal(1).decode_json(b"true").failure())
    $: expected 1, got a boolean
    """
    if not values:
        raise ValueError("literal() reads nothing; give it at least one value")
    kinds = tuple(type(value) for value in values)
    for value, kind in zip(values, kinds, strict=True):
        if kind not in _CONSTANTS:
            raise ValueError(
                f"literal({value!r}): expected a str, int, bool or None; use enum_of for an enumeration"
            )
    if len(set(zip(kinds, values, strict=True))) < len(values):
        raise ValueError("literal() has one value twice")
    return Codec(n.Literal(values, kinds))


_CONSTANTS = (str, int, bool, type(None))


def enum_of(enumeration: Callable[..., E]) -> Codec[E]:
    """A member of an enumeration, by its value; values are strings or integers, and no others are taken.

    >>> from enum import StrEnum
    >>> from ecr_decode import enum_of
    >>> class Unit(StrEnum):
    ...     DAYS = "days"
    >>> enum_of(Unit).decode_json(b'"days"')
    <Success: days>
    >>> print(enum_of(Unit).decode_json(b'"weeks"').failure())
    $: expected "days"
    """
    return Codec(n.Enumeration(*enumerated(enumeration)))


def enumerated(enumeration: Any) -> tuple[type[Enum], tuple[str | int, ...]]:
    """The class of an enumeration and the values of its members."""
    if not isinstance(enumeration, type) or not issubclass(enumeration, Enum):
        raise ValueError(f"expected an Enum class, got {enumeration!r}")
    values = tuple(member.value for member in enumeration)
    if not values or not all(type(value) in (str, int) for value in values):
        raise ValueError(f"{enumeration.__name__}: the values of its members must be strings or integers")
    return enumeration, values
