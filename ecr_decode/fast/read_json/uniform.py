"""Lists or maps as alternatives: read as one whose items may be of any, and then must be of one class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.facts import facts
from ...node.known import NONE
from ...node.layers import under_names
from ..alternative import first_item
from ..source import Body
from .shape import Shape, held
from .trial import are_told_apart

if TYPE_CHECKING:
    from .compiler import Compiler

_OF_ONE_CLASS = (n.Record, n.String, n.Integer, n.Number, n.Bool)
"""What a node must be so that all its values are of one class."""


def uniform_shape(node: n.Union, compiler: Compiler) -> Shape | None:
    """The shape of lists, or of maps by texts, whose items are told apart by kind or by their members."""
    containers = [under_names(case.node) for case in node.every]
    items = [under_names(each) for each in map(first_item, containers) if each is not None]
    are_maps = all(isinstance(each, n.Dict) and under_names(each.key) == n.String() for each in containers)
    are_lists = all(isinstance(each, n.Array) for each in containers)
    if not (are_maps or are_lists) or not all(isinstance(each, _OF_ONE_CLASS) for each in items):
        return None
    kinds = [facts(each).reads for each in items]
    apart = sum(map(len, kinds)) == len(NONE.union(*kinds)) or are_told_apart(items)
    if not apart or len(items) < len(containers):
        return None
    either = n.Union(n.ByTrial(), tuple(n.Case("", each) for each in items))
    shape = compiler.shape(n.Dict(either) if are_maps else n.Array(either))

    def emit(given: str, body: Body) -> str:
        found = held(shape.emit(given, body), body)
        values = f"{found}.values()" if are_maps else found
        body.line(f"if len({{*map(type, {values})}}) > 1: raise doubt")
        return found

    return Shape(shape.type, emit, shape.tree)
