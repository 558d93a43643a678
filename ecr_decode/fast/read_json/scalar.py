"""Scalars: those that msgspec fills in, and those that source reads from a value of a tree."""

from __future__ import annotations

from typing import Any, assert_never

import msgspec

from ...limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ...node import kinds as n
from ...node.native import Natives
from ...node.types import LenientInteger, LenientTimestamp, filled
from ...read.lenient import timestamp
from ..doubt import Doubt
from ..source import Body
from .shape import Emit, Shape, applied, checked, held

_LOOSE: Any = frozenset((str, int, float, bool))


def scalar_shape(node: n.ScalarNode, natives: Natives) -> Shape:
    """The shape of a scalar: native, or read from what a parser gives."""
    if natives.holds(node):
        return Shape(filled(natives, node), tree=_proof(node))
    return Shape(Any, _exactly(node))


def _proof(node: n.ScalarNode) -> Emit | None:
    """How source proves what msgspec would take; None where only msgspec knows."""
    match node:
        case n.String():
            return _is("str")
        case n.Integer(lenient=False):
            return _integer
        case n.Number(lenient=False):
            return _number
        case n.Bool(lenient=False):
            return _is("bool")
        case n.JsonNull():
            return lambda given, body: checked(f"{given} is None", "None", body)
        case _:
            return None


def _exactly(node: n.ScalarNode) -> Emit:
    """How source reads what msgspec would not take as the rest of the description needs it."""
    match node:
        case n.Bool(lenient=True):
            return _loosely(bool)
        case n.Integer(lenient=True):
            return _loosely(LenientInteger)
        case n.Number(lenient=True):
            return _loosely(float)
        case n.Timestamp():
            return applied(_moment)
        case n.Literal(values=values, types=types):
            constants = {(kind, value): value for kind, value in zip(types, values, strict=True)}
            return lambda given, body: _looked_up(constants, given, body)
        case n.Enumeration(cls=cls, values=values):
            members = {(type(value), value): cls(value) for value in values}
            return lambda given, body: _looked_up(members, given, body)
        case n.Integer() | n.Number() | n.Bool() | n.JsonNull() | n.String() | n.Blob():
            proof = _proof(node)
            assert proof is not None, node
            return proof
        case _:
            assert_never(node)


def _is(kind: str) -> Emit:
    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return checked(f"type({given}) is {kind}", given, body)

    return emit


def _integer(given: str, body: Body) -> str:
    given = held(given, body)
    bounds = f"{SMALLEST_INTEGER} <= {given} <= {LARGEST_INTEGER}"
    return checked(f"type({given}) is int and {bounds}", given, body)


def _number(given: str, body: Body) -> str:
    given = held(given, body)
    return f"({given} if type({given}) is float else {body.name(_float)}({given}))"


def _float(value: Any) -> float:
    if type(value) is not int:
        raise Doubt
    return float(value)


def _looked_up(constants: dict[tuple[type, Any], Any], given: str, body: Body) -> str:
    given = held(given, body)
    return f"{body.name(constants)}[type({given}), {given}]"


def _loosely(kind: Any) -> Emit:
    """What msgspec takes when it is not strict."""
    holder: Any = msgspec.defstruct("Loosely", [("value", kind)], array_like=True, gc=False)

    def read(value: Any) -> Any:
        if type(value) not in _LOOSE:
            raise Doubt
        return msgspec.convert((value,), holder, strict=False).value

    return applied(read)


_CONVERTED: Any = msgspec.defstruct("Moment", [("value", LenientTimestamp)], array_like=True, gc=False)


def _moment(value: Any) -> Any:
    if type(value) not in _LOOSE:
        raise Doubt
    try:
        return msgspec.convert((value,), _CONVERTED, strict=False).value
    except msgspec.ValidationError:
        moment = timestamp(value)
        if moment is None:
            raise Doubt from None
        return moment
