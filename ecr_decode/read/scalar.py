"""Reading scalars: which values each scalar kind takes, and what is wrong with others."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any, assert_never

from ..error.findings import FAULT
from ..error.near import nearest
from ..error.problem import BadValue, Null, Why, WrongKind
from ..limits import LARGEST_INTEGER, MOST_DIGITS, SMALLEST_INTEGER
from ..node import kinds as n
from ..node.types import LenientInteger
from ..parse.number import LARGEST_JSON, SMALLEST_JSON, xml_integer
from .lenient import convert, timestamp
from .textual import EXPECTED, textual
from .view import View


def read_scalar(node: n.ScalarNode, view: View, value: Any) -> Any:
    """The value of a scalar, or `FAULT`."""
    match node:
        case n.String():
            return _known(view.text(value))
        case n.Integer(lenient=lenient):
            return _integer(view, value, lenient)
        case n.Number(lenient=lenient):
            return _number(view, value, lenient)
        case n.Bool(lenient=lenient):
            return _known(_lenient(view, value, bool) if lenient else view.boolean(value))
        case n.Timestamp():
            loose = view.loose(value)
            return FAULT if loose is None else _known(timestamp(loose))
        case n.FormattedTime():
            loose = view.loose(value)
            return FAULT if loose is None else _known(timestamp(loose))
        case n.Textual(format=form):
            token = view.token(value)
            return FAULT if token is None else _known(textual(form, token))
        case n.BigInteger():
            number = view.number(value)
            return number if isinstance(number, int) and SMALLEST_JSON <= number <= LARGEST_JSON else FAULT
        case n.Decimal():
            return _known(view.decimal(value))
        case n.Blob():
            text = view.text(value)
            return FAULT if text is None else _known(convert(text, bytes))
        case n.Enumeration():
            return _enumeration(node, view, value)
        case n.Literal():
            return _literal(node, view, value)
        case n.JsonNull():
            return None if view.null(value) else FAULT
        case _:
            assert_never(node)


def refusal(node: n.ScalarNode, view: View, value: Any) -> Why:
    """Why a scalar does not take a value."""
    match node:
        case n.String() | n.Enumeration(open=True):
            return wrong("a string", view, value)
        case n.Integer(lenient=lenient):
            loose = view.loose(value) if lenient else None
            number = xml_integer(loose) if isinstance(loose, str) else view.number(value)
            if isinstance(number, int) and not SMALLEST_INTEGER <= number <= LARGEST_INTEGER:
                return BadValue("expected an integer of 64 bits")
            return _other("an integer", view, value) if lenient else wrong("an integer", view, value)
        case n.Number(lenient=lenient):
            number = view.number(value)
            if number is not None and _double(number) is FAULT:
                return BadValue("expected a number that a double can hold")
            return _other("a number", view, value) if lenient else wrong("a number", view, value)
        case n.BigInteger():
            if isinstance(view.number(value), int):
                return BadValue(f"expected an integer of at most {MOST_DIGITS:,} digits")
            return wrong("an integer", view, value)
        case n.Decimal():
            if isinstance(value, Decimal) and not value.is_finite():
                return BadValue("expected a finite number")
            if view.number(value) is not None or isinstance(value, Decimal):
                return BadValue(f"expected a number of at most {MOST_DIGITS:,} digits, 18 in its exponent")
            return wrong("a number", view, value)
        case n.Bool(lenient=lenient):
            return _other("a boolean", view, value) if lenient else wrong("a boolean", view, value)
        case n.Timestamp() | n.FormattedTime():
            return _other("a timestamp", view, value)
        case n.Textual(format=form):
            return _other(EXPECTED[form], view, value)
        case n.Blob():
            return _other("base64 text", view, value)
        case n.Enumeration(values=values) | n.Literal(values):
            return _none_of(values, view, value)
        case n.JsonNull():
            return WrongKind("null", view.kind(value))
        case _:
            assert_never(node)


def wrong(expected: str, view: View, value: Any) -> Why:
    """The problem of a value that is not of the expected kind."""
    return Null(expected) if view.null(value) else WrongKind(expected, view.kind(value))


def _other(expected: str, view: View, value: Any) -> Why:
    """The problem of a value that may be text, but not this text."""
    return wrong(expected, view, value) if view.text(value) is None else WrongKind(expected, "other text")


def _known(found: Any) -> Any:
    return FAULT if found is None else found


def _lenient(view: View, value: Any, kind: Any) -> Any | None:
    loose = view.loose(value)
    return None if loose is None else convert(loose, kind)


def _integer(view: View, value: Any, lenient: bool) -> Any:
    if lenient:
        return _known(_lenient(view, value, LenientInteger))
    number = view.number(value)
    exact = isinstance(number, int) and SMALLEST_INTEGER <= number <= LARGEST_INTEGER
    return number if exact else FAULT


def _number(view: View, value: Any, lenient: bool) -> Any:
    if lenient:
        return _known(_lenient(view, value, float))
    number = view.number(value)
    return FAULT if number is None else _double(number)


def _double(number: float) -> Any:
    """The double that is nearest to a number."""
    try:
        double = float(number)
    except OverflowError:
        return FAULT
    return double if math.isfinite(double) else FAULT


def _enumeration(node: n.Enumeration, view: View, value: Any) -> Any:
    if node.open:
        text = view.text(value)
        return FAULT if text is None else node.cls(text)
    for found in (view.text(value), view.number(value)):
        if isinstance(found, str | int) and found in node.values:
            return node.cls(found)
    return FAULT


def _literal(node: n.Literal, view: View, value: Any) -> Any:
    for constant in sorted(node.values, key=_is_truth):  # in XML, 1 is true as well
        same = False
        match constant:
            case None:
                same = view.null(value)
            case bool():
                same = view.boolean(value) is constant
            case int():
                number = view.number(value)
                same = type(number) is int and number == constant
            case str():
                same = view.text(value) == constant
        if same:
            return constant
    return FAULT


def _is_truth(constant: object) -> bool:
    return isinstance(constant, bool)


def _none_of(values: tuple[str | int | None, ...], view: View, value: Any) -> Why:
    expected = " or ".join(map(n.spell_literal, values))
    text = view.text(value)
    if text is None:
        same_kind = type(view.number(value)) is int and any(type(known) is int for known in values)
        return BadValue(f"expected {expected}") if same_kind else wrong(expected, view, value)
    near = nearest(text, (known for known in values if isinstance(known, str))) if len(values) > 1 else None
    hint = "" if near is None else f" (did you mean {n.spell_literal(near)}?)"
    return BadValue(f"expected {expected}{hint}")
