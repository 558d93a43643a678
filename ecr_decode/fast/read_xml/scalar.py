"""Scalars of XML: their texts, read to values or made ready for msgspec, which reads the lenient ones."""

from __future__ import annotations

import re
from typing import Any

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.style import plain
from ...read.scalar import read_scalar
from ...read.xml import XmlView
from ..doubt import Doubt
from .part import OfText

_VIEW = XmlView(plain, trusted=True)
_SURE_DIGITS = 18
"""So many digits are an integer of 64 bits, whatever they are."""


def value_of_text(node: n.ScalarNode) -> OfText | None:
    """How the text of a scalar is read; None where it is the value."""
    match node:
        case n.String():
            return None
        case n.Integer(lenient=False):
            return _integer
        case n.Number(lenient=False):
            return _number
        case n.Bool(lenient=False):
            return _BOOLEANS.__getitem__
        case _:
            return _exactly(node)


def tree_of_text(node: n.ScalarNode) -> OfText | None:
    """What msgspec converts to the scalar when it is not strict; None where it is the text itself.

    The strict scalars take less than msgspec does then, so it is given their values.
    """
    match node:
        case n.Integer(lenient=False) | n.Number(lenient=False) | n.Bool(lenient=False):
            return value_of_text(node)
        case _:
            return None


def never_null(text: str) -> str:
    """A text for a scalar that may be null: where msgspec would take it for that, it is in doubt."""
    if text.lower() == "null":
        raise Doubt
    return text


def _exactly(node: n.ScalarNode) -> OfText:
    def read(text: str) -> Any:
        value = read_scalar(node, _VIEW, text)
        if value is FAULT:
            raise Doubt
        return value

    return read


_BOOLEANS = {"true": True, "false": False}
_EVERYDAY = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,20}|-?[1-9][0-9]{0,14}|0").fullmatch
_other_integer = _exactly(n.Integer())
_other_number = _exactly(n.Number())


def _integer(text: str) -> int:
    if len(text) <= _SURE_DIGITS and text.isascii() and text.isdigit() and (text[0] != "0" or text == "0"):
        return int(text)
    number: int = _other_integer(text)
    return number


def _number(text: str) -> float:
    if _EVERYDAY(text) is not None:
        return float(text)
    number: float = _other_number(text)
    return number
