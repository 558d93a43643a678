"""Scalars as the text that XML and query strings carry, and as the numbers of JSON."""

from __future__ import annotations

import math
from base64 import b64encode
from datetime import UTC, datetime, timedelta

from ..node.kinds import TimeFormat
from ..read.lenient import timestamp
from . import value as v
from .textual import http_date

NOT_GIVEN_BACK = "a time that its text does not give back"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def epoch(moment: datetime) -> int | float | None:
    """The seconds since 1970, an integer if they are whole, or None if reading would not give them back."""
    since = moment - _EPOCH
    number = since // _SECOND if not since.microseconds else since.total_seconds()
    return number if timestamp(number) == moment else None


def iso(moment: datetime) -> str | None:
    """The moment in ISO 8601, UTC, or None where reading would not give it back."""
    try:
        spelled = moment.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"
    except OverflowError:
        return None
    return spelled if timestamp(spelled) == moment else None


def _given_back(spelled: str | None, moment: datetime) -> str | None:
    return spelled if spelled is not None and timestamp(spelled) == moment else None


def spell_double(number: float) -> str:
    """A double as text; the three that are no numbers as Smithy spells them."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    return repr(number)


def base64(content: bytes) -> str:
    """Bytes as base64."""
    return b64encode(content).decode()


def spell(leaf: v.Leaf) -> str | None:
    """A scalar as text, or None for what text cannot carry."""
    match leaf:
        case v.String(text) | v.Enum(text):
            return text
        case v.Integer(number) | v.Long(number):
            return str(number)
        case v.Double(number):
            return spell_double(number)
        case v.Boolean(truth):
            return "true" if truth else "false"
        case v.Decimal(exact):
            return str(exact)
        case v.Timestamp(moment, TimeFormat.HTTP_DATE):
            return _given_back(http_date(moment), moment)
        case v.Timestamp(moment, TimeFormat.EPOCH_SECONDS):
            seconds = epoch(moment)
            return None if seconds is None else _given_back(str(seconds), moment)
        case v.Timestamp(moment):
            return iso(moment)
        case v.Blob(content):
            return base64(content)
        case v.Null() | v.Document():
            return None
