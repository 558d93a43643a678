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
from ...node.style import plain
from ...node.types import LenientInteger
from ...read.scalar import read_scalar
from ...read.xml import XmlView
from ..convert import converter
from ..doubt import refuse
from ..textual import OfText, everyday

_VIEW = XmlView(plain, {})
_INTEGER_DIGITS = re.compile(r"0|-?[1-9]\d{0,40}", re.ASCII).fullmatch
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
    if not _has_digits(node):
        return read
    if isinstance(node, n.Integer):
        return lambda text: FAULT if _FRACTION(text) or not _DIGIT(text) else read(text)
    return lambda text: read(text) if _DIGIT(text) else FAULT


def _has_digits(node: n.ScalarNode) -> bool:
    """Whether every text that a scalar reads has a digit; a UUID may have letters only."""
    match node:
        case n.Integer(lenient=lenient) | n.Number(lenient=lenient):
            return not lenient
        case n.Textual(format=form):
            return form is not n.TextFormat.UUID
        case _:
            return isinstance(node, n.BigInteger | n.Decimal)


def of_text(node: n.ScalarNode, refused: Callable[[], Any] = refuse) -> OfText | None:
    """Function that reads the text of a scalar; None if the text is the value."""

    def exactly(text: str) -> Any:
        value = read_scalar(node, _VIEW, text)
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
    try:
        _NUMBER(text)
    except msgspec.MsgspecError:
        return False
    return text.strip() == text
