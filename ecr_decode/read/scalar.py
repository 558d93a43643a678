"""Reading scalars: the one place that says which values each scalar kind takes."""

from __future__ import annotations

from typing import Any, assert_never, get_args

from ..error.near import nearest
from ..error.problem import BadValue, Null, Why, WrongKind
from ..limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ..node import kinds as n
from .lenient import LenientInteger, convert, timestamp
from .view import View

SCALARS = frozenset(get_args(n.ScalarNode))
"""The node kinds that are scalars."""


def read_scalar(node: n.ScalarNode, view: View, value: Any) -> tuple[Any, Why | None]:
    """The value of a scalar, or why it is none."""
    match node:
        case n.String():
            text = view.text(value)
            return (text, None) if text is not None else wrong("a string", view, value)
        case n.Integer(lenient=lenient):
            return _integer(view, value, lenient)
        case n.Number(lenient=lenient):
            return _number(view, value, lenient)
        case n.Bool(lenient=lenient):
            truth = _lenient(view, value, bool) if lenient else view.boolean(value)
            return (truth, None) if truth is not None else wrong("a boolean", view, value)
        case n.Timestamp():
            loose = view.loose(value)
            moment = None if loose is None else timestamp(loose)
            return (moment, None) if moment is not None else wrong("a timestamp", view, value)
        case n.Blob():
            text = view.text(value)
            blob = None if text is None else convert(text, bytes)
            return (blob, None) if blob is not None else wrong("base64 text", view, value)
        case n.Enumeration():
            return _enumeration(node, view, value)
        case n.Literal():
            return _literal(node, view, value)
        case n.JsonNull():
            return (None, None) if view.null(value) else (None, WrongKind("null", view.kind(value)))
        case _:
            assert_never(node)


def wrong(expected: str, view: View, value: Any) -> tuple[None, Why]:
    """The problem of a value that is not of the expected kind."""
    return None, Null(expected) if view.null(value) else WrongKind(expected, view.kind(value))


def _lenient(view: View, value: Any, kind: Any) -> Any | None:
    loose = view.loose(value)
    return None if loose is None else convert(loose, kind)


def _integer(view: View, value: Any, lenient: bool) -> tuple[int | None, Why | None]:
    if lenient:
        read = _lenient(view, value, LenientInteger)
        if read is not None:
            return read, None
    number = view.number(value)
    if not isinstance(number, int):
        return wrong("an integer", view, value)
    if lenient or not SMALLEST_INTEGER <= number <= LARGEST_INTEGER:
        return None, BadValue("expected an integer of 64 bits")
    return number, None


def _number(view: View, value: Any, lenient: bool) -> tuple[float | None, Why | None]:
    if lenient:
        number = _lenient(view, value, float)
        return (number, None) if number is not None else wrong("a number", view, value)
    number = view.number(value)
    if number is None:
        return wrong("a number", view, value)
    try:
        return float(number), None
    except OverflowError:
        return None, BadValue("expected a number that a double can hold")


def _enumeration(node: n.Enumeration, view: View, value: Any) -> tuple[Any, Why | None]:
    if node.open:
        text = view.text(value)
        return (node.cls(text), None) if text is not None else wrong("a string", view, value)
    for found in (view.text(value), view.number(value)):
        if isinstance(found, str | int) and found in node.values:
            return node.cls(found), None
    return _none_of(node.values, view, value)


def _literal(node: n.Literal, view: View, value: Any) -> tuple[Any, Why | None]:
    for constant in node.values:
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
            return constant, None
    return _none_of(node.values, view, value)


def _none_of(values: tuple[str | int | None, ...], view: View, value: Any) -> tuple[None, Why]:
    expected = " or ".join(map(n.spell_literal, values))
    text = view.text(value)
    if text is None:
        same_kind = type(view.number(value)) is int and any(type(known) is int for known in values)
        return (None, BadValue(f"expected {expected}")) if same_kind else wrong(expected, view, value)
    near = nearest(text, (known for known in values if isinstance(known, str))) if len(values) > 1 else None
    hint = "" if near is None else f" (did you mean {n.spell_literal(near)}?)"
    return None, BadValue(f"expected {expected}{hint}")
