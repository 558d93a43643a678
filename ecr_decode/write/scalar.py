"""Writing scalars: the one place that says which values each scalar kind holds."""

from __future__ import annotations

import math
from datetime import datetime
from decimal import Decimal
from typing import Any, assert_never

from ..error.problem import BadValue, Why, WrongKind
from ..limits import LARGEST_INTEGER, MOST_DIGITS, SMALLEST_INTEGER
from ..node import kinds as n
from ..parse.json import plain_text
from ..parse.number import LARGEST_JSON, SMALLEST_JSON, has_few_digits
from ..read.tree import json_kind
from . import value as v
from .textual import offset_of, spell_textual

_BLANK = v.Null()


def write_scalar(node: n.ScalarNode, value: Any) -> tuple[v.Leaf, Why | None]:
    """The tagged scalar, or why there is none (and then what is tagged says nothing)."""
    match node:
        case n.String():
            return _text(value)
        case n.Integer(long=long):
            if type(value) is not int:
                return _wrong("an integer", value)
            if not SMALLEST_INTEGER <= value <= LARGEST_INTEGER:
                return _BLANK, BadValue("expected an integer of 64 bits")
            return (v.Long if long else v.Integer)(value), None
        case n.Number(lenient=lenient):
            return _number(value, lenient)
        case n.Bool():
            return (v.Boolean(value), None) if isinstance(value, bool) else _wrong("a boolean", value)
        case n.BigInteger():
            return _big_integer(value)
        case n.Decimal():
            return _decimal(value)
        case n.Textual(format=form):
            text = spell_textual(form, value)
            return (v.String(text), None) if isinstance(text, str) else (_BLANK, text)
        case n.FormattedTime(format=time_format):
            return _timestamp(value, time_format)
        case n.Timestamp():
            return _timestamp(value)
        case n.Blob():
            return (v.Blob(bytes(value)), None) if isinstance(value, bytes) else _wrong("bytes", value)
        case n.Enumeration():
            return _enumeration(node, value)
        case n.Literal():
            return _literal(node, value)
        case n.JsonNull():
            return (v.Null(), None) if value is None else _wrong("None", value)
        case _:
            assert_never(node)


def _wrong(expected: str, value: Any) -> tuple[v.Leaf, Why]:
    return _BLANK, WrongKind(expected, json_kind(value))


def _text(value: Any) -> tuple[v.Leaf, Why | None]:
    if not isinstance(value, str):
        return _wrong("a string", value)
    text = plain_text(value)
    return (v.String(text), None) if text is not None else (_BLANK, BadValue("a lone surrogate"))


def _number(value: Any, lenient: bool) -> tuple[v.Leaf, Why | None]:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return _wrong("a number", value)
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    if double != value and not math.isnan(double):
        return _BLANK, BadValue("expected a number that a double can hold")
    if not lenient and not math.isfinite(double):
        return _BLANK, BadValue("expected a finite number")
    return v.Double(double), None


def _big_integer(value: Any) -> tuple[v.Leaf, Why | None]:
    if type(value) is not int:
        return _wrong("an integer", value)
    if not SMALLEST_JSON <= value <= LARGEST_JSON:
        return _BLANK, BadValue(f"expected an integer of at most {MOST_DIGITS:,} digits")
    return v.Integer(value), None


def _decimal(value: Any) -> tuple[v.Leaf, Why | None]:
    if not isinstance(value, Decimal):
        return _wrong("a Decimal", value)
    exact = Decimal(value)  # of this very class
    if not exact.is_finite():
        return _BLANK, BadValue("expected a finite number")
    if not has_few_digits(exact):
        return _BLANK, BadValue(f"expected a number of at most {MOST_DIGITS:,} digits")
    return v.Decimal(exact), None


def _timestamp(value: Any, form: n.TimeFormat | None = None) -> tuple[v.Leaf, Why | None]:
    if not isinstance(value, datetime):
        return _wrong("a datetime", value)
    if offset_of(value) is None:
        return _BLANK, BadValue("a time that names no zone")
    return v.Timestamp(value, form), None


def _enumeration(node: n.Enumeration, value: Any) -> tuple[v.Leaf, Why | None]:
    if isinstance(value, node.cls):
        spelled: Any = value.value
    elif node.open and isinstance(value, str):
        spelled = value
    else:
        return _wrong(node.cls.__name__, value)
    if isinstance(spelled, int):
        return v.Integer(spelled), None
    text = plain_text(spelled)
    return (v.Enum(text), None) if text is not None else (_BLANK, BadValue("a lone surrogate"))


def _literal(node: n.Literal, value: Any) -> tuple[v.Leaf, Why | None]:
    for constant, kind in zip(node.values, node.types, strict=True):
        if type(value) is kind and value == constant:
            match constant:
                case None:
                    return v.Null(), None
                case bool():
                    return v.Boolean(constant), None
                case int():
                    return v.Integer(constant), None
                case str():
                    return v.String(constant), None
    expected = " or ".join(map(n.spell_literal, node.values))
    if type(value) in node.types:
        return _BLANK, BadValue(f"expected {expected}")
    return _wrong(expected, value)
