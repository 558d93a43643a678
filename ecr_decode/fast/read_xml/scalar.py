"""Scalars of XML: functions of their texts, which read everyday spellings quickly."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

import msgspec

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.style import plain
from ...node.types import LenientInteger
from ...read.scalar import read_scalar
from ...read.xml import XmlView
from ..doubt import refuse
from ..textual import OfText, everyday

_VIEW = XmlView(plain, {})
_FEW_DIGITS = re.compile(r"-?\d{1,20}(?:\.\d{1,20})?", re.ASCII).fullmatch
_SHORT = 300
_MOST_KNOWN = 1000
_INTEGER = msgspec.json.Decoder(LenientInteger).decode
_NUMBER = msgspec.json.Decoder(float).decode


def text_or_fault(node: n.ScalarNode) -> OfText:
    """What reads the text of a scalar, or gives `FAULT`."""
    return partial(read_scalar, node, _VIEW)


def of_text(node: n.ScalarNode) -> OfText | None:
    """How the text of a scalar is read; None where it is the value."""

    def exactly(text: str) -> Any:
        value = read_scalar(node, _VIEW, text)
        return refuse() if value is FAULT else value

    match node:
        case n.String():
            return None
        case n.Integer():
            return _as_json(_INTEGER, exactly)
        case n.Number():
            return _as_json(_NUMBER, exactly)
        case n.Timestamp() | n.FormattedTime():
            return everyday(n.TextFormat.DATE_TIME, exactly)
        case n.Textual(format=form) if form is not n.TextFormat.DATE:
            return everyday(form, exactly)
        case n.Decimal():
            return lambda text: Decimal(text) if _FEW_DIGITS(text) else exactly(text)
        case n.Textual() | n.Bool() | n.Literal() | n.Enumeration():
            return lru_cache(_MOST_KNOWN)(exactly)  # few texts stand for much
        case n.Blob() | n.JsonNull() | n.BigInteger():
            return exactly


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
