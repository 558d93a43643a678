"""Scalars: those that msgspec fills in, and those that source reads from a value of a tree."""

from __future__ import annotations

from typing import Any

from ...error.findings import FAULT
from ...limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ...node import kinds as n
from ...node.native import Natives
from ...node.types import filled
from ...read.json import JsonView
from ...read.scalar import read_scalar
from ..doubt import Doubt
from ..source import Body
from .shape import KIND_TESTS, Emit, Shape, applied, checked, held

_VIEW = JsonView()


def scalar_shape(node: n.ScalarNode, natives: Natives) -> Shape:
    """The shape of a scalar: native, or read from what a parser gives."""
    if natives.holds(node):
        return Shape(filled(natives, node), tree=_proof(node), same=True)
    return Shape(Any, _looked_up(node) or _proof(node) or applied(_plainly(node)))


def _proof(node: n.ScalarNode) -> Emit | None:
    """How source proves what msgspec would take; None where only msgspec knows."""
    match node:
        case n.String():
            return _checked(KIND_TESTS["string"])
        case n.Integer(lenient=False):
            return _checked(f"type({{0}}) is int and {SMALLEST_INTEGER} <= {{0}} <= {LARGEST_INTEGER}")
        case n.Number(lenient=False):
            return _checked(KIND_TESTS["number"], "float({0})")
        case n.Bool(lenient=False):
            return _checked(KIND_TESTS["boolean"])
        case n.JsonNull():
            return _checked(KIND_TESTS["null"])
        case _:
            return None


def _checked(test: str, value: str = "{0}") -> Emit:
    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return checked(test.format(given), value.format(given), body)

    return emit


def _looked_up(node: n.ScalarNode) -> Emit | None:
    """How source reads one of a few constants."""
    match node:
        case n.Literal(values=values, types=types):
            known: dict[Any, Any] = {each: each[1] for each in zip(types, values, strict=True)}
        case n.Enumeration(cls=cls, values=values):
            known = {(type(value), value): cls(value) for value in values}
        case _:
            return None

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return f"{body.name(known)}[type({given}), {given}]"

    return emit


def _plainly(node: n.ScalarNode) -> Any:
    """What reads spellings of several kinds, or a scalar that is lenient where most others are not."""

    def read(value: Any) -> Any:
        found = read_scalar(node, _VIEW, value)
        if found is FAULT:
            raise Doubt
        return found

    return read
