"""Spelling dates, times and UUIDs, for those that reading gives back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from ..error.problem import BadValue, Why, WrongKind
from ..node.kinds import TextFormat
from ..node.written import TEXTUAL
from ..read.lenient import MONTHS
from ..read.textual import textual
from ..read.tree import json_kind

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MINUTE = timedelta(minutes=1)


_SPELLED: dict[TextFormat, tuple[str, Callable[[Any], str]]] = {
    TextFormat.DATE: ("a date", date.isoformat),
    TextFormat.DATE_TIME: ("a datetime", datetime.isoformat),
    TextFormat.TIME: ("a time", time.isoformat),
    TextFormat.UUID: ("a UUID", UUID.__str__),
}
"""What errors call a value of each format, and what spells it."""


def spell_textual(form: TextFormat, value: Any) -> str | Why:
    """The text of a value, or why there is none."""
    cls, (name, spelled) = TEXTUAL[form], _SPELLED[form]
    if not isinstance(value, cls) or (cls is date and isinstance(value, datetime)):
        return WrongKind(name, json_kind(value))
    offset = None
    if isinstance(value, datetime | time):
        offset = offset_of(value)
        if offset is None:
            return BadValue("a time that names no zone")
        if offset % _MINUTE:
            return BadValue("expected an offset of whole minutes")
    text = spelled(value)
    if offset is not None and not offset:
        text = text.removesuffix("+00:00") + "Z"
    return text if textual(form, text) == value else BadValue("a value that its text does not give back")


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
    day, month = DAYS[utc.weekday()], MONTHS[utc.month - 1]
    return f"{day}, {utc:%d} {month} {utc.year:04} {utc:%H:%M:%S} GMT"
