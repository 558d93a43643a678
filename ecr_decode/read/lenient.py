"""Scalars that text may carry: what `msgspec.convert` takes when it is not strict, and more dates."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, TypeAlias

import msgspec

from ..node.types import LenientTimestamp

Loose: TypeAlias = str | int | float | bool


def convert(value: Loose, kind: Any) -> Any | None:
    """The value as the kind, or None where it is no spelling of one."""
    try:
        return msgspec.convert(value, kind, strict=False)
    except (msgspec.ValidationError, ValueError):  # the latter for the second after the last of the year 9999
        return None


def timestamp(value: Loose) -> datetime | None:
    """The moment that an epoch number, an ISO 8601 text or an HTTP date spells; UTC if no zone is named."""
    found: datetime | None = convert(value, LenientTimestamp)
    if found is not None or not isinstance(value, str):
        return found
    if re.fullmatch(_DATE, value, re.ASCII):
        return convert(value + "T00:00:00Z", LenientTimestamp)
    if re.fullmatch(_LOCAL_TIME, value, re.ASCII):
        return convert(value + "Z", LenientTimestamp)
    return _http_date(value)


# Patterns are compiled, and kept by `re`, when they are first matched: that takes longer than this import.
_DATE = r"\d{4}-\d\d-\d\d"
_LOCAL_TIME = r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = "|".join(MONTHS)
_CLOCK = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
_HTTP_DATES = (
    rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?P<day>\d\d) (?P<month>{_MONTH}) (?P<year>\d{{4}}) {_CLOCK} GMT",
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
    rf"(?P<day>\d\d)-(?P<month>{_MONTH})-(?P<year>\d\d) {_CLOCK} GMT",
    rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?P<month>{_MONTH}) (?P<day>[ \d]\d) {_CLOCK} (?P<year>\d{{4}})",
)
_LONGEST_HTTP_DATE = 40


def _moment(found: re.Match[str]) -> datetime | None:
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 1900 if year >= 70 else 2000
    month, day = MONTHS.index(found["month"]) + 1, int(found["day"])
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"])
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def _http_date(text: str) -> datetime | None:
    """The moment in one of the three forms of RFC 9110, section 5.6.7; the weekday is not checked."""
    if len(text) > _LONGEST_HTTP_DATE:
        return None
    for form in _HTTP_DATES:
        found = re.fullmatch(form, text, re.ASCII)
        if found is not None:
            return _moment(found)
    return None
