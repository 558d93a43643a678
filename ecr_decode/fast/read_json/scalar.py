"""Scalars: those that msgspec fills in, and those that source reads from a value of a tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

import msgspec

from ...error.findings import FAULT
from ...limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ...node import kinds as n
from ...node.native import Natives
from ...node.types import LenientTimestamp, filled
from ...read.json import DigitsView
from ...read.scalar import read_scalar
from ..convert import converter
from ..doubt import Refused
from ..source import Body
from ..textual import LENGTHS, SPELLINGS, Spelling, everyday, http_date
from .shape import KIND_TESTS, Emit, Shape, applied, checked, held

_Call: TypeAlias = Callable[[Any], Any]
_VIEW = DigitsView()
_OF_BASE64, _NO_BASE64 = converter(bytes), re.compile("[^A-Za-z0-9+/=]").search
_OF_SECONDS, _IS_NUMBER = converter(LenientTimestamp, strict=False), "type({0}) is float or type({0}) is int"
_FEW = 20
"""Of fewer characters, the digits and the exponent are few enough."""


def scalar_shape(node: n.ScalarNode, natives: Natives) -> Shape:
    """The shape of a scalar: native, or read from what a parser gives."""
    plain = applied(scalar_plainly(node))
    if natives.holds(node):
        exact = natives.exact and isinstance(node, n.Number)
        return Shape(filled(node), tree=plain if exact else _proved(node), same=True)
    match node:
        case n.Textual(format=form):
            read = everyday(form, scalar_plainly(node))
            spelling = SPELLINGS.get(form)
            quickly = partial(_quickly, spelling.usual, spelling.make, read) if spelling else applied(read)
            return Shape(str, quickly, _checked(KIND_TESTS["string"]))
        case n.FormattedTime(format=n.TimeFormat.HTTP_DATE):
            return Shape(Any, applied(http_date(scalar_plainly(node))))
        case n.Timestamp() | n.FormattedTime():
            return Shape(Any, partial(_quickly, _IS_NUMBER, _OF_SECONDS, scalar_plainly(node)))
        case n.Number(lenient=True):
            return Shape(Any, partial(_quickly, _IS_NUMBER, float, scalar_plainly(node)))
        case n.Decimal():
            return Shape(Any, partial(_exactly, plain))
        case _:
            return Shape(Any, _looked_up(node) or _proved(node) or plain)


def _proved(node: n.ScalarNode) -> Emit | None:
    """Source that proves what msgspec would take; None where only msgspec knows."""
    known = proof(node)
    return None if known is None else _checked(*known)


def proof(node: n.Node) -> tuple[str, str] | None:
    """The test of a value of a tree that a scalar reads, and what it reads; None where only msgspec knows."""
    match node:
        case n.String():
            return KIND_TESTS["string"], "{0}"
        case n.Integer(lenient=False):
            return f"type({{0}}) is int and {SMALLEST_INTEGER} <= {{0}} <= {LARGEST_INTEGER}", "{0}"
        case n.Number(lenient=False):
            return "type({0}) is int or type({0}) is float", "float({0})"
        case n.Bool(lenient=False):
            return KIND_TESTS["boolean"], "{0}"
        case n.JsonNull():
            return KIND_TESTS["null"], "{0}"
        case _:
            return None


def _checked(test: str, value: str = "{0}") -> Emit:
    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return checked(test.format(given), value.format(given), body)

    return emit


def tested(node: n.Node, given: str, body: Body, *, exact: bool) -> tuple[str, str] | None:
    """The test whether an alternative reads a value of a tree, and what it reads; None if there is none."""
    match node:
        case n.Named() | n.Refine(on_read=False):
            return tested(node.item, given, body, exact=exact)
        case n.Refine(rule=n.Predicate(test)):
            below = tested(node.item, given, body, exact=exact)
            return None if below is None else (f"({below[0]}) and {body.name(test)}({below[1]})", below[1])
        case n.Literal(values=values, types=types) if {*types} == {str}:
            return f"type({given}) is str and {given} in {body.name(frozenset(values))}", given
        case _:
            known = None if exact and isinstance(node, n.Number) else proof(node)
            return None if known is None else (known[0].format(given), known[1].format(given))


def _quickly(test: str, make: _Call, other: _Call, given: str, body: Body) -> str:
    """The most frequent spelling is read without another call."""
    given = held(given, body)
    return f"({body.name(make)}({given}) if {test.format(given)} else {body.name(other)}({given}))"


def _exactly(other: Emit, given: str, body: Body) -> str:
    """The decimal of a number that is spelled with few digits."""
    given = held(given, body)
    few = f"type({given}) is Digits and len({given}.text) < {_FEW}"
    return f"({body.name(Decimal)}({given}.text) if {few} else {other(given, body)})"


def _looked_up(node: n.ScalarNode) -> Emit | None:
    """How source reads one of a few constants."""
    known = _constants(node)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return f"{body.name(known)}[type({given}), {given}]"

    return None if known is None else emit


def _constants(node: n.ScalarNode) -> dict[Any, Any] | None:
    """What each of a few constants is read as, by its type and value; an open enumeration has more."""
    match node:
        case n.Literal(values=values, types=types):
            return {each: each[1] for each in zip(types, values, strict=True)}
        case n.Enumeration(cls=cls, values=values, open=False):
            return {(type(value), value): cls(value) for value in values}
        case _:
            return None


def scalar_or_fault(node: n.ScalarNode) -> Callable[[Any], Any]:
    """What reads a scalar of a tree that is of a kind it reads, or gives `FAULT`."""
    read, known = partial(read_scalar, node, _VIEW), _constants(node)
    match node:
        case n.Textual(format=n.TextFormat.DATE):
            return _date
        case n.Textual(format=form):
            return _of_length(*LENGTHS[form], SPELLINGS[form], read)
        case n.Blob():
            return _bytes
        case n.String():
            return lambda value: value if type(value) is str else FAULT
        case n.Integer(lenient=False):
            least, most = SMALLEST_INTEGER, LARGEST_INTEGER
            return lambda value: value if type(value) is int and least <= value <= most else FAULT
        case _ if known is not None:
            return lambda value: known.get((type(value), value), FAULT)
        case _:
            return read


def _of_length(least: int, most: int, spelling: Spelling, other: _Call) -> _Call:
    """What reads texts of some lengths, the everyday ones quickly."""
    match, make, is_certain = spelling.match, spelling.make, least == most

    def read(text: str) -> Any:
        if not least <= len(text) <= most:
            return FAULT
        try:
            return make(text) if is_certain or match(text) is not None else other(text)
        except (ValueError, msgspec.MsgspecError):  # a date that no calendar has
            return other(text)

    return read


def _date(text: str) -> Any:
    """The date that a text spells."""
    try:
        return date.fromisoformat(text) if len(text) == 10 and text[4:8:3] == "--" else FAULT
    except ValueError:
        return FAULT


def _bytes(text: str) -> Any:
    """The bytes that base64 spells."""
    if len(text) % 4 or _NO_BASE64(text):
        return FAULT
    try:
        return _OF_BASE64(text)
    except msgspec.MsgspecError:
        return FAULT


def scalar_plainly(node: n.ScalarNode) -> Any:
    """What reads spellings of several kinds, or a scalar that is lenient where most others are not."""

    def read(value: Any) -> Any:
        found = read_scalar(node, _VIEW, value)
        if found is FAULT:
            raise Refused
        return found

    return read
