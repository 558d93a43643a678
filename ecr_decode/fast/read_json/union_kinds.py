"""Unions by kind: msgspec's own, or source that looks at a value of a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.facts import facts
from ...node.native import can_share
from ...node.types import united
from ..source import Body, UnsuitedError
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler


def kinds_shape(
    cases: list[tuple[n.Node, frozenset[str]]], otherwise: n.Node | None, compiler: Compiler
) -> Shape:
    """A union of these nodes, each of which reads kinds of its own."""
    shapes = [compiler.shape(below) for below, _ in cases]
    shares = all(can_share(below) for below, _ in cases) and all(shape.type is not Any for shape in shapes)
    if compiler.natives.strict and otherwise is None and shares and _one_kind_each(cases):
        ordered = sorted(
            zip(cases, shapes, strict=True),
            key=lambda each: _LAST.index(_test(each[1].type, next(iter(each[0][1])))),
        )
        return Shape(united([shape.type for shape in shapes]), _by_value(ordered, compiler))
    return Shape(Any, _by_kind(cases, otherwise, compiler))


def _one_kind_each(cases: list[tuple[n.Node, frozenset[str]]]) -> bool:
    return all(len(kinds) == 1 and facts(below).reads == kinds for below, kinds in cases)


_OTHER = ""
_LAST = ("null", "boolean", "number", "array", "text", _OTHER)
_TESTS = {
    "null": "{0} is None",
    "boolean": "type({0}) is bool",
    "number": "type({0}) is int or type({0}) is float",
    "array": "type({0}) is list or type({0}) is tuple",
    "text": "type({0}) is str",
}


def _test(filled: Any, kind: str) -> str:
    """How a value is told from those of other kinds, or nothing where it is what the others are not."""
    if kind == "string":
        return "text" if filled is str else _OTHER
    return kind if kind in _TESTS else _OTHER


def _by_value(ordered: list[tuple[tuple[n.Node, frozenset[str]], Shape]], compiler: Compiler) -> Emit:
    """Source for what msgspec filled in: it is of one of the cases, the last if of no other."""

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        ways = [
            (_TESTS.get(_test(shape.type, next(iter(kinds))), "").format(given), compiler.emit(shape))
            for (_, kinds), shape in ordered
        ]
        return compiler.chosen(ways[:-1], ways[-1][1], given, body)

    if [_test(shape.type, next(iter(kinds))) for (_, kinds), shape in ordered].count(_OTHER) > 1:
        raise UnsuitedError
    return emit


_TREE_TESTS = {
    "null": "{0} is None",
    "boolean": "type({0}) is bool",
    "number": "type({0}) is int or type({0}) is float",
    "string": "type({0}) is str",
    "array": "type({0}) is list",
    "object": "type({0}) is dict",
}


def _by_kind(
    cases: list[tuple[n.Node, frozenset[str]]], otherwise: n.Node | None, compiler: Compiler
) -> Emit:
    """Source for a value of a tree."""
    rest = None if otherwise is None else compiler.node_of_tree(otherwise)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        ways = [(kind_test(kinds, given), compiler.node_of_tree(below)) for below, kinds in cases]
        return compiler.chosen(ways, rest, given, body)

    return emit


def kind_test(kinds: frozenset[str], given: str) -> str:
    """The source that says whether a value of a tree is of one of these kinds."""
    return " or ".join(_TREE_TESTS[kind].format(given) for kind in _TREE_TESTS if kind in kinds)
