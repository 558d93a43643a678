"""Unions: native ones, Structs told apart by a tag or by their members, and source that looks at a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from ...node import kinds as n
from ...node.facts import decides
from ...node.types import united
from ..source import Body, UnsuitedError
from .shape import Shape, held
from .tagged import tagged_shape
from .trial import trial_shape
from .union_kinds import kinds_shape

if TYPE_CHECKING:
    from .compiler import Compiler


def union_shape(node: n.Union, compiler: Compiler) -> Shape:
    """The shape of a union that is not native."""
    rest = node.but_null
    if rest is not None:
        return _nullable(rest, compiler)
    match node.by:
        case n.ByTag(tag):
            if not node.has_names_for_tags:
                raise UnsuitedError
            return tagged_shape(node, tag, compiler)
        case n.ByKind():
            cases = [(case.node, decides(case.node)) for case in node.cases]
            otherwise = None if node.otherwise is None else node.otherwise.node
            return kinds_shape(cases, otherwise, compiler)
        case n.ByTrial():
            return trial_shape(node, compiler)
        case _:
            assert_never(node.by)


def _nullable(rest: n.Node, compiler: Compiler) -> Shape:
    shape = compiler.shape(rest)
    if shape.type is Any or not compiler.natives.strict:

        def from_tree(given: str, body: Body) -> str:
            given = held(given, body)
            read = compiler.pure(compiler.node_of_tree(rest), given)
            return f"(None if {given} is None else {read})"

        return Shape(Any, from_tree)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return f"(None if {given} is None else {compiler.pure(compiler.emit(shape), given)})"

    return Shape(united([shape.type, None]), emit)
