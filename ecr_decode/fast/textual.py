"""Texts that spell values: the everyday spellings, which C reads quickly."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from uuid import UUID

import msgspec

from ..node.kinds import TextFormat

OfText = Callable[[str], Any]

_DECODE = msgspec.json.Decoder(UUID).decode
_TIME = r"(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:[0-5]\d)"
_EVERYDAY = {
    TextFormat.DATE_TIME: re.compile(rf"\d{{4}}-\d\d-\d\dT{_TIME}", re.ASCII).fullmatch,
    TextFormat.TIME: re.compile(_TIME, re.ASCII).fullmatch,
    TextFormat.UUID: re.compile(".{36}").fullmatch,  # of this length, they have dashes
}


def _uuid(text: str) -> Any:
    return _DECODE(f'"{text}"')


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
