"""Texts that spell values: the everyday spellings, which C reads quickly."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection
from datetime import datetime, time
from operator import itemgetter
from typing import Any
from uuid import UUID

import msgspec

from ..node.kinds import TextFormat
from .convert import converter

OfText = Callable[[str], Any]

_TIME = r"(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:[0-5]\d)"
_EVERYDAY = {
    TextFormat.DATE_TIME: re.compile(rf"\d{{4}}-\d\d-\d\dT{_TIME}", re.ASCII).fullmatch,
    TextFormat.TIME: re.compile(_TIME, re.ASCII).fullmatch,
    TextFormat.UUID: re.compile(".{36}").fullmatch,  # of this length, they have dashes
}


_uuid = converter(UUID)


_BEFORE_24 = " and {0}[%s] < '24'" if sys.version_info >= (3, 13) else ""
"""Earlier versions of Python refuse the hour 24 by themselves."""

MADE: dict[TextFormat, tuple[str, OfText]] = {
    TextFormat.DATE_TIME: (
        "{0}[4:20:3] == '--T::Z'" + _BEFORE_24.replace("%s", "11:13"),
        datetime.fromisoformat,
    ),
    TextFormat.TIME: ("{0}[2:9:3] == '::Z'" + _BEFORE_24.replace("%s", ":2"), time.fromisoformat),
    TextFormat.UUID: ("len({0}) == 36", _uuid),
}
"""By the format: the source that knows its most frequent spelling, and what makes the value or raises."""


def everyday(form: TextFormat, other: OfText) -> OfText:
    """What reads everyday spellings quickly, and leaves the others to another function."""
    if form not in MADE:
        return other
    test, (_, make) = _EVERYDAY[form], MADE[form]

    def read(text: str) -> Any:
        if test(text) is not None:
            try:
                return make(text)
            except (ValueError, msgspec.MsgspecError):  # a date that no calendar has
                pass
        return other(text)

    return read


_TUPLE: Any = tuple  # a generic alias made at run time, which the type checkers need not follow

_MARKS: dict[TextFormat, tuple[Callable[[str], Any], Any, Any]] = {
    TextFormat.DATE_TIME: (itemgetter(slice(4, 20, 3)), {"--T::Z"}, datetime),
    TextFormat.TIME: (itemgetter(slice(2, 9, 3)), {"::Z"}, time),
    TextFormat.UUID: (len, {36}, UUID),
}
"""By the format: what tells that a text has its most frequent spelling, and the class of the values."""


def all_of(form: TextFormat, other: OfText) -> Callable[[Collection[str]], Any]:
    """What reads texts together where all have the most frequent spelling, and else one by one."""
    mark, usual, kind = _MARKS[form]
    one, many = everyday(form, other), converter(_TUPLE[kind, ...])

    def read(texts: Collection[str]) -> Any:
        if {*map(mark, texts)} == usual:
            try:
                return many([*texts])
            except (ValueError, msgspec.MsgspecError):
                pass
        return [one(text) for text in texts]

    return read
