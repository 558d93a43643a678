"""Scalars of XML: functions of their texts, which read everyday spellings quickly."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.style import plain
from ...read.lenient import LenientInteger
from ...read.scalar import read_scalar
from ...read.xml import XmlView
from .refusal import refuse

OfText = Callable[[str], Any]

_VIEW = XmlView(plain, {})
_BOOLEANS = {"true": True, "false": False}
_INTEGER = msgspec.json.Decoder(LenientInteger).decode
_SHORT = 300
_NUMBER = msgspec.json.Decoder(float).decode
_EVERYDAY_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?Z"
).fullmatch


def of_text(node: n.ScalarNode) -> OfText | None:
    """How the text of a scalar is read; None where it is the value."""
    other = _exactly(node)
    match node:
        case n.String():
            return None
        case n.Integer():
            return _as_json(_INTEGER, other if node.lenient else refuse)
        case n.Number():
            return _as_json(_NUMBER, other if node.lenient else refuse)
        case n.Timestamp():
            return _moment(other)
        case n.Bool():
            return _known(_BOOLEANS, other)
        case n.Literal(values) | n.Enumeration(values=values):
            return _known(_by_text(values, other), other)
        case n.Blob() | n.JsonNull():
            return other


def _exactly(node: n.ScalarNode) -> OfText:
    def read(text: str) -> Any:
        value = read_scalar(node, _VIEW, text)
        return refuse() if value is FAULT else value

    return read


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
        return _VIEW.number(text) is not None
    try:
        _NUMBER(text)
    except msgspec.MsgspecError:
        return False
    return text.strip() == text


def _moment(other: OfText) -> OfText:
    def read(text: str) -> Any:
        if _EVERYDAY_MOMENT(text) is not None:
            try:
                return datetime.fromisoformat(text)
            except ValueError:  # a date that no calendar has
                pass
        return other(text)

    return read


def _known(values: dict[str, Any], other: OfText) -> OfText:
    def read(text: str) -> Any:
        return values[text] if text in values else other(text)

    return read


def _by_text(values: tuple[Any, ...], other: OfText) -> dict[str, Any]:
    """The values by their own spellings."""
    return {text: other(text) for value in values if (text := _spelling(value)) is not None}


def _spelling(value: Any) -> str | None:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | str():
            return str(value)
        case _:
            return None
