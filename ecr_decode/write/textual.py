"""Spelling dates, times and UUIDs, for those that reading gives back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, assert_never
from uuid import UUID

from ..error.problem import BadValue, Why, WrongKind
from ..node.kinds import TextFormat
from ..read.textual import textual
from ..read.tree import json_kind

_DAY_OF_HTTP = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_OF_HTTP = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MINUTE = timedelta(minutes=1)


def spell_textual(form: TextFormat, value: Any) -> str | Why:
    """The text of a value, or why there is none."""
    match form:
        case TextFormat.DATE:
            if not isinstance(value, date) or isinstance(value, datetime):
                return WrongKind("a date", json_kind(value))
            text = date.isoformat(value)
        case TextFormat.DATE_TIME:
            if not isinstance(value, datetime):
                return WrongKind("a datetime", json_kind(value))
            found = _zoned(datetime.isoformat, value)
            if not isinstance(found, str):
                return found
            text = found
        case TextFormat.TIME:
            if not isinstance(value, time):
                return WrongKind("a time", json_kind(value))
            found = _zoned(time.isoformat, value)
            if not isinstance(found, str):
                return found
            text = found
        case TextFormat.UUID:
            if not isinstance(value, UUID):
                return WrongKind("a UUID", json_kind(value))
            text = UUID.__str__(value)
        case _:
            assert_never(form)
    return text if textual(form, text) == value else BadValue("a value that its text does not give back")


def _zoned(isoformat: Any, value: datetime | time) -> str | Why:
    """The text of a time with its offset, `Z` for none."""
    offset = offset_of(value)
    if offset is None:
        return BadValue("a time that names no zone")
    if offset % _MINUTE:
        return BadValue("expected an offset of whole minutes")
    text: str = isoformat(value)
    return text if offset else text.removesuffix("+00:00") + "Z"


def offset_of(value: datetime | time) -> timedelta | None:
    """How far a time is from UTC, if its zone says so."""
    try:
        return value.utcoffset()
    except (RecursionError, MemoryError):
        raise
    except Exception:  # a zone of the caller's may raise anything
        return None


def http_date(moment: datetime) -> str | None:
    """The moment as RFC 9110 spells it, in whole seconds; None beyond the years of a calendar."""
    try:
        utc = moment.astimezone(UTC)
    except OverflowError:
        return None
    day, month = _DAY_OF_HTTP[utc.weekday()], _MONTH_OF_HTTP[utc.month - 1]
    return f"{day}, {utc:%d} {month} {utc.year:04} {utc:%H:%M:%S} GMT"
