"""Times as CloudTrail and Inspector spell them for people, in UTC: `Jul 11, 2018 10:17:44 PM`."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from returns.result import Failure, Result, Success

from ..aws.scalar import date_time, timestamp
from ..codec import Codec
from ..combinator.scalar import string
from ..error.reason import Reason
from ..read.lenient import MONTHS

_WORDS = re.compile(r"([A-Z][a-z]{2}) (\d\d?), (\d{4}),? (\d\d?):(\d\d):(\d\d)[ \u202f]([AP]M)", re.ASCII)
_EXPECTED = "expected a time such as Jul 11, 2018 10:17:44 PM"


def _read(text: str) -> Result[datetime, Reason]:
    found = _WORDS.fullmatch(text)
    if found is None:
        other = timestamp.of_json(text)
        return other if isinstance(other, Success) else Failure(_EXPECTED)
    month, *numbers, half = found.groups()
    day, year, hour, minute, second = map(int, numbers)
    if month not in MONTHS or not 1 <= hour <= 12:
        return Failure(_EXPECTED)
    hour = hour % 12 + (12 if half == "PM" else 0)
    try:
        return Success(datetime(year, MONTHS.index(month) + 1, day, hour, minute, second, tzinfo=UTC))
    except ValueError:
        return Failure(_EXPECTED)


def _written(time: datetime) -> Result[str, Reason]:
    if time.tzinfo is None or time.microsecond:
        return date_time.to_json(time).map(str)
    it = time.astimezone(UTC)
    half = "PM" if it.hour >= 12 else "AM"
    clock = f"{it.hour % 12 or 12}:{it.minute:02}:{it.second:02} {half}"
    return Success(f"{MONTHS[it.month - 1]} {it.day}, {it.year:04} {clock}")


spelled_time: Codec[datetime] = string.try_map(_read, _written).named("a time in words")
"""A time in words, or as `aws.timestamp` reads texts; fractions of seconds are written in ISO 8601."""
