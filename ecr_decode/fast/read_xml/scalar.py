"""Scalars of XML: functions of their texts, which read everyday spellings quickly."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.facts import facts
from ...node.style import plain
from ...node.types import LenientInteger
from ...read.name import NAMES
from ...read.reader import Reader
from ...read.scalar import read_scalar
from ...read.xml import XmlView
from ..convert import converter
from ..doubt import Doubt, refuse
from ..textual import LENGTHS, OfText, everyday, http_date

_VIEW = XmlView(plain, {})
_INTEGER_DIGITS = re.compile(r"0|-?[1-9]\d{0,40}", re.ASCII).fullmatch
_NO_NUMBER = re.compile(r"[-+]?\d+(?:[^\d.eE \t\r\n]|\.\d+[^\deE \t\r\n])", re.ASCII).match
_SECONDS = re.compile(r"0|[1-9]\d{0,9}", re.ASCII).fullmatch
_DIGIT = re.compile(r"\d", re.ASCII).search
_FRACTION = re.compile(r"-?\d{1,8}\.\d{0,6}[1-9]", re.ASCII).fullmatch
_FEW_DIGITS = re.compile(r"-?\d{1,20}(?:\.\d{1,20})?", re.ASCII).fullmatch
_SHORT = 300
_MOST_KNOWN = 1000
_INTEGER = msgspec.json.Decoder(LenientInteger).decode
_NUMBER = msgspec.json.Decoder(float).decode


def text_or_fault(node: n.ScalarNode) -> OfText:
    """Function that reads the text of a scalar, or gives `FAULT`."""
    read = of_text(node, lambda: FAULT) or str
    match node:
        case n.Integer(lenient=False):
            return lambda text: FAULT if _FRACTION(text) or _is_no_number(text) else read(text)
        case n.Number(lenient=False) | n.BigInteger() | n.Decimal():
            return lambda text: FAULT if _is_no_number(text) else read(text)
        case n.Textual(format=form):
            least, most = LENGTHS[form]
            return lambda text: read(text) if least <= len(text.strip()) <= most else FAULT
        case _:
            return read


def _is_no_number(text: str) -> bool:
    """Whether a text has no digits, or something behind them that no number has."""
    return _NO_NUMBER(text) is not None or _DIGIT(text) is None


def of_text(node: n.ScalarNode, refused: Callable[[], Any] = refuse) -> OfText | None:
    """Function that reads the text of a scalar; None if the text is the value."""
    is_number = isinstance(node, n.Integer | n.Number) and not node.lenient

    def exactly(text: str) -> Any:
        value = FAULT if is_number and _is_no_number(text) else read_scalar(node, _VIEW, text)
        return refused() if value is FAULT else value

    match node:
        case n.String():
            return None
        case n.Integer():
            return _as_json(_INTEGER, exactly)
        case n.Number():
            return _as_json(_NUMBER, exactly)
        case n.FormattedTime(format=n.TimeFormat.EPOCH_SECONDS):
            return lambda text: datetime.fromtimestamp(int(text), UTC) if _SECONDS(text) else exactly(text)
        case n.FormattedTime(format=n.TimeFormat.HTTP_DATE):
            return http_date(exactly)
        case n.Timestamp() | n.FormattedTime():
            return everyday(n.TextFormat.DATE_TIME, exactly)
        case n.Textual(format=form) if form is not n.TextFormat.DATE:
            return everyday(form, exactly)
        case n.Decimal():
            return lambda text: Decimal(text) if _FEW_DIGITS(text) else exactly(text)
        case n.Textual() | n.Bool() | n.Literal() | n.Enumeration():
            return lru_cache(_MOST_KNOWN)(exactly)  # few texts stand for much
        case n.BigInteger():
            return lambda text: int(text) if _INTEGER_DIGITS(text) else exactly(text)
        case n.Blob():
            return _either(converter(bytes), exactly)
        case n.JsonNull():
            return exactly


def key_of_name(node: n.Node) -> OfText:
    """Function that reads a name as a key of any kind; few names stand for much."""

    def read(name: str) -> Any:
        reader = Reader(NAMES)
        key = reader.read(node, name, None)
        if reader.findings.count or reader.kept:
            raise Doubt
        return key

    return read if facts(node).calls else lru_cache(_MOST_KNOWN)(read)


def _either(read: OfText, other: OfText) -> OfText:
    def either(text: str) -> Any:
        try:
            return read(text)
        except msgspec.MsgspecError:
            return other(text)

    return either


def _as_json(decode: OfText, other: OfText) -> OfText:
    """A number is spelled as in JSON, but for the blanks that may be around it there."""

    def read(text: str) -> Any:
        if text.strip() == text:
            try:
                return decode(text)
            except msgspec.MsgspecError:
                pass
        return other(text)

    return read


def is_number(text: str) -> bool:
    """Whether a text is a number."""
    if len(text) > _SHORT:  # an integer may be beyond what a double can hold
        return _VIEW.shows(text) == "number"
    if _NO_NUMBER(text) is not None:
        return False
    try:
        _NUMBER(text)
    except msgspec.MsgspecError:
        return False
    return text.strip() == text
