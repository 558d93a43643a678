"""What the source calls where a line does not do: each gives what is to be written, or raises `Doubt`."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta, timezone
from math import isfinite
from operator import attrgetter
from typing import Any, TypeVar

import msgspec
import orjson

from ...guard import is_dict
from ...node import kinds as n
from ...node.written import TEXTUAL
from ...read.lenient import MONTHS
from ...write.markup import escape, escape_in_attribute, is_illegal, is_name
from ...write.scalar import write_scalar
from ...write.text import epoch, spell
from ...write.textual import DAYS
from ..doubt import Doubt

T = TypeVar("T")

_MOST_ALIKE = 2**49
"""Integers up to this are doubles that both serializers spell alike."""


def double(value: Any) -> float:
    """The double that an integer stands for; numbers that are doubles themselves were tested before."""
    if type(value) is int and (made := float(value)) == value:
        return made
    raise Doubt


def alike_double(value: Any) -> float:
    """The same, if both serializers spell it alike."""
    made = double(value)
    if abs(made) > _MOST_ALIKE:
        raise Doubt
    return made


def spelled_double(value: Any) -> float | msgspec.Raw:
    """The same, or the text of one that the serializer of records spells in another way."""
    made = value if type(value) is float else double(value)
    if made is not value and abs(made) <= _MOST_ALIKE:
        return made
    if not isfinite(made):
        raise Doubt
    return msgspec.Raw(orjson.dumps(made))


def seconds(value: Any) -> int | float:
    """The seconds since 1970 of a time that is not in UTC, or of another class than datetime."""
    _, reason = write_scalar(n.Timestamp(), value)
    return _must(None if reason is not None else epoch(value))


def text_of(node: n.ScalarNode) -> Callable[[Any], str]:
    """What gives the text of a scalar as the plain writer spells it."""
    cls: Any = TEXTUAL[node.format] if isinstance(node, n.Textual) else None
    is_http = isinstance(node, n.FormattedTime) and node.format is n.TimeFormat.HTTP_DATE
    has_offset = cls in _TIMES

    def text(value: Any) -> str:
        if has_offset and type(value) is cls:
            must_be_given_back(value)
            spelled: str = value.isoformat()
            return spelled if spelled[-6:] != "+00:00" else spelled[:-6] + "Z"
        if is_http and type(value) is datetime and value.tzinfo is UTC and not value.microsecond:
            spelled = value.isoformat()
            day = f"{DAYS[value.weekday()]}, {spelled[8:10]} {MONTHS[value.month - 1]} {spelled[:4]}"
            return f"{day} {spelled[11:19]} GMT"
        leaf, reason = write_scalar(node, value)
        return _must(None if reason is not None else spell(leaf))

    return text


def _must(found: T | None) -> T:
    if found is None:
        raise Doubt
    return found


def names(texts: list[Any]) -> None:
    """Doubt texts unless all are exactly `str`; of few texts, this takes less time than a conversion."""
    if [*map(type, texts)].count(str) != len(texts):
        raise Doubt


def values_of(cls: type) -> Callable[[list[Any]], None]:
    """What doubts values unless all are exactly of a class; times must be in zones of whole minutes."""

    def prove(values: list[Any]) -> None:
        if [*map(type, values)].count(cls) != len(values):
            raise Doubt
        if cls in _TIMES:
            zones = [*map(_ZONE, values)]
            if zones.count(UTC) != len(zones):
                _fixed(zones)

    return prove


_TIMES, _ZONE = (datetime, time), attrgetter("tzinfo")
_MINUTE = timedelta(minutes=1)


def _fixed(zones: list[Any]) -> None:
    """Doubt zones unless each is as far from UTC at all times, in whole minutes."""
    if [*map(type, zones)].count(timezone) != len(zones):
        raise Doubt
    if any(zone.utcoffset(None) % _MINUTE for zone in {*zones}):
        raise Doubt


def must_be_given_back(value: Any) -> None:
    """Doubt a time in any zone unless its text gives it back."""
    offset = value.utcoffset()
    if offset % _MINUTE or value != value.replace(tzinfo=timezone(offset)):
        raise Doubt


_DICT: Any = dict


def is_map(value: Any) -> bool:
    """Whether the serializers write a map of another class as the plain writer does: in the same order."""
    if type(value) is OrderedDict:  # it may have been put in another order
        return [*value] == [*_DICT.__iter__(value)]
    return type(value) is defaultdict


def repeatable(value: Any) -> None:
    """Doubt what a function might use up: it may have to be written again, plainly."""
    kinds: set[type] = {type(value)}
    if kinds <= _SEQUENCES:
        kinds.update(map(type, value))
    if any(issubclass(kind, Iterator) for kind in kinds - _SEQUENCES - ATOMS):
        raise Doubt


ATOMS: frozenset[type] = frozenset((str, int, float, bool, bytes, type(None), datetime))
"""The classes of values that no function can use up."""

_SEQUENCES: frozenset[type] = frozenset((tuple, list))


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
    """Doubt what cannot be the name of an element."""
    plainly_one = text.isascii() and text.isidentifier()
    if not plainly_one and not is_name(text):
        raise Doubt


def may_have(names: frozenset[str]) -> Callable[[Any], bool]:
    """Whether an element of these members may have all of some; one with a prefix may be any of them."""

    def may(value: object) -> bool:
        keys = value.keys() if is_dict(value) and type(value) is dict else ()
        return names.issubset(keys) or any(":" in name for name in keys)

    return may
