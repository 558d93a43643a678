"""Texts that spell values: the everyday spellings, which C reads quickly."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection
from datetime import datetime, time
from functools import partial
from typing import Annotated, Any
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


def all_of(form: TextFormat, other: OfText) -> Callable[[Collection[str]], Any]:
    """What reads texts together where msgspec reads all of them as RFC 3339 does, and else one by one."""
    fits, kind = _TOGETHER[form]
    one, many = everyday(form, other), converter(_TUPLE[kind, ...])

    def read(texts: Collection[str]) -> Any:
        if fits(texts):
            try:
                return many([*texts])
            except (ValueError, msgspec.MsgspecError):
                pass
        return [one(text) for text in texts]

    return read


def _clocks_fit(texts: Collection[str], seconds: int, dashes: int) -> bool:
    """Whether what msgspec reads is what RFC 3339 says; `seconds` end there, after so many dashes.

    msgspec also takes a blank between day and time, an offset without a colon, and rounds what is too exact.
    """
    joined, lengths = "".join(texts), {*map(len, texts)}
    if " " in joined or not lengths:
        return False
    is_utc = "+" not in joined and joined.count("-") == dashes * len(texts)
    if is_utc and max(lengths) <= seconds + len(".123456Z"):
        return True
    length = lengths.pop()
    has_colons = not lengths and not joined[length - 3 :: length].strip(":")
    return has_colons and seconds + len("+00:00") <= length <= seconds + len(".123456+00:00")


_TUPLE: Any = tuple  # a generic alias made at run time, which the type checkers need not follow

_ZONED = msgspec.Meta(tz=True)
_TOGETHER: dict[TextFormat, tuple[Callable[[Collection[str]], bool], Any]] = {
    TextFormat.DATE_TIME: (partial(_clocks_fit, seconds=19, dashes=2), Annotated[datetime, _ZONED]),
    TextFormat.TIME: (partial(_clocks_fit, seconds=8, dashes=0), Annotated[time, _ZONED]),
    TextFormat.UUID: (lambda texts: len("".join(texts)) == 36 * len(texts), UUID),
}
"""By the format: whether texts fit, and the type of their values. A UUID without dashes is shorter."""
