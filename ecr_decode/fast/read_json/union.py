"""Unions: native ones, Structs told apart by a tag or by their members, and source that looks at a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from ...node import kinds as n
from ...node.facts import decides, facts
from ...node.known import NONE, Names
from ...node.native import can_share
from ...node.types import united
from ..source import Body
from .in_place import changed_class, changed_or_null
from .keyed import keyed_shape
from .shape import KIND_TESTS, Shape, as_it_is, held, kind_test
from .tagged import tagged_shape
from .trial import are_told_apart, merged_shape, tried
from .uniform import uniform_shape

if TYPE_CHECKING:
    from .compiler import Compiler


def union_shape(node: n.Union, compiler: Compiler) -> Shape:
    """The shape of a union that is not native."""
    rest, changes = node.but_null, compiler.natives.changes(node)
    if rest is not None:
        return (changed_or_null if changes else _nullable)(node, rest, compiler)
    match node.by:
        case n.ByTag(tag):
            return (changed_class if changes else tagged_shape)(node, tag, compiler)
        case n.ByKey():
            return keyed_shape(node, compiler)
        case n.ByKind():
            cases = [(case.node, decides(case.node)) for case in node.cases]
            typed = None if node.otherwise else _typed(cases, compiler)
            return typed or _by_kind(cases, node.otherwise, compiler)
        case n.ByTrial():
            return _by_trial(node, compiler)
        case _:
            assert_never(node.by)


def _nullable(_: n.Union, rest: n.Node, compiler: Compiler) -> Shape:
    shape = compiler.shape(rest)
    typed = compiler.natives.strict and shape.type is not Any
    read = shape.emit if typed else compiler.of_tree(rest)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return f"(None if {given} is None else {compiler.pure(read, given)})"

    return Shape(united([shape.type, None]) if typed else Any, emit)


def _typed(cases: list[tuple[n.Node, Names]], compiler: Compiler) -> Shape | None:
    """A union of msgspec's own: all cases but the last are told by the class of the value."""
    told: list[tuple[str, Shape]] = []
    rest: list[tuple[str, Shape]] = []
    for below, kinds in cases:
        shape = compiler.shape(below)
        if len(kinds) != 1 or facts(below).reads != kinds or shape.type is Any or not can_share(below):
            return None
        (kind,) = kinds
        is_told = shape.type is str if kind == "string" else kind != "object"
        (told if is_told else rest).append((KIND_TESTS[kind], shape))
    if len(rest) > 1 or not compiler.natives.strict:
        return None
    (*ways, (_, last)) = told + rest

    shapes = [shape for _, shape in told + rest]
    kind = united([shape.type for shape in shapes])
    if all(shape.same and shape.emit is as_it_is for shape in shapes):
        return Shape(kind, same=True)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        tests = [(test.format(given), shape.emit) for test, shape in ways]
        return compiler.chosen(tests, last.emit, given, body)

    return Shape(kind, emit)


def _by_kind(cases: list[tuple[n.Node, Names]], otherwise: n.Case | None, compiler: Compiler) -> Shape:
    """Source for a value of a tree."""
    rest = None if otherwise is None else compiler.of_tree(otherwise.node)
    reads = [(kinds, compiler.of_tree(below)) for below, kinds in cases]

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        ways = [(kind_test(kinds, given), read) for kinds, read in reads]
        return compiler.chosen(ways, rest, given, body)

    return Shape(Any, emit)


def _by_trial(node: n.Union, compiler: Compiler) -> Shape:
    """Alternatives are told by their kinds, by their members, or by trying one after the other."""
    alternatives = [case.node for case in node.every]
    uniform = uniform_shape(node, compiler)
    if uniform is not None:
        return uniform
    objects = [case for case in node.every if "object" in facts(case.node).reads]
    if len(objects) > 1:
        if not are_told_apart([case.node for case in objects]):
            return Shape(Any, tried(alternatives, compiler))
        if len(objects) == len(alternatives):
            return merged_shape(node, compiler)
        alternatives = [each for each in alternatives if "object" not in facts(each).reads]
        alternatives.append(n.Union(n.ByTrial(), tuple(objects)))
    cases = [(each, facts(each).reads) for each in alternatives]
    if sum(len(kinds) for _, kinds in cases) > len(NONE.union(*(kinds for _, kinds in cases))):
        return Shape(Any, tried([case.node for case in node.every], compiler))
    return _typed(cases, compiler) or _by_kind(cases, None, compiler)
