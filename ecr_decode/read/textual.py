"""Values that text spells: dates and times by RFC 3339, and UUIDs."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any, assert_never
from uuid import UUID

from ..node.kinds import TextFormat

_DATE = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_TIME = (
    r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d+))?"
    r"(?:[Zz]|(?P<sign>[+-])(?P<hours>[01]\d|2[0-3]):(?P<minutes>[0-5]\d))"
)
_UUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"

EXPECTED = {
    TextFormat.DATE: "a date (RFC 3339)",
    TextFormat.DATE_TIME: "a date and time with a zone (RFC 3339)",
    TextFormat.TIME: "a time with a zone (RFC 3339)",
    TextFormat.UUID: "a UUID with dashes",
}
"""What is expected where a text has another format."""


def textual(form: TextFormat, text: str) -> Any | None:
    """The value that a text spells, or None if it spells none."""
    match form:
        case TextFormat.DATE:
            return _made(_date, re.fullmatch(_DATE, text, re.ASCII))
        case TextFormat.DATE_TIME:
            return _made(_datetime, re.fullmatch(f"{_DATE}[Tt]{_TIME}", text, re.ASCII))
        case TextFormat.TIME:
            return _made(_time, re.fullmatch(_TIME, text, re.ASCII))
        case TextFormat.UUID:
            return None if re.fullmatch(_UUID, text, re.ASCII) is None else UUID(text)
        case _:
            assert_never(form)


def _made(make: Any, found: re.Match[str] | None) -> Any | None:
    """What is made of the parts of a text, unless no calendar or clock has it."""
    try:
        return None if found is None else make(found)
    except ValueError:
        return None


def _date(found: re.Match[str]) -> date:
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _time(found: re.Match[str]) -> time:
    micros = int((found["fraction"] or "")[:6].ljust(6, "0"))
    return time(int(found["hour"]), int(found["minute"]), int(found["second"]), micros, _zone(found))


def _datetime(found: re.Match[str]) -> datetime:
    return datetime.combine(_date(found), _time(found))


def _zone(found: re.Match[str]) -> tzinfo:
    if found["sign"] is None:
        return UTC
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return timezone(-offset if found["sign"] == "-" else offset)
