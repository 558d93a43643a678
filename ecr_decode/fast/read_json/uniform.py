"""Lists or maps as alternatives: read as one whose items may be of any, and then must be of one class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_origin

from ...node import kinds as n
from ...node.facts import facts
from ...node.known import NONE
from ...node.layers import under_names
from ...node.walk import makes_its_own
from ...node.written import written_classes
from ..alternative import first_item
from ..source import Body
from .shape import Shape, held
from .trial import are_told_apart

if TYPE_CHECKING:
    from .compiler import Compiler


def uniform_shape(node: n.Union, compiler: Compiler) -> Shape | None:
    """The shape of lists, or of maps by texts, whose items are told apart by kind or by their members."""
    containers = [under_names(case.node) for case in node.every]
    items = [under_names(each) for each in map(first_item, containers) if each is not None]
    are_maps = all(isinstance(each, n.Dict) and under_names(each.key) == n.String() for each in containers)
    are_lists = all(isinstance(each, n.Array) for each in containers)
    classes = {_class_of(each) for each in items} - {None}
    if not (are_maps or are_lists) or len(classes) < len(containers):
        return None
    kinds = [facts(each).reads for each in items]
    apart = sum(map(len, kinds)) == len(NONE.union(*kinds)) or are_told_apart(items)
    if not apart:
        return None
    either = n.Union(n.ByTrial(), tuple(n.Case("", each) for each in items))
    shape = compiler.shape(n.Dict(either) if are_maps else n.Array(either))

    def emit(given: str, body: Body) -> str:
        found = held(shape.emit(given, body), body)
        values = f"{found}.values()" if are_maps else found
        body.line(f"if len({{*map(type, {values})}}) > 1: raise doubt")
        return found

    return Shape(shape.type, emit, shape.tree)


def _class_of(node: n.Node) -> type | None:
    """The class of all values that a node reads, if that is certain."""
    if isinstance(node, n.String | n.Integer | n.Number | n.Bool):
        return written_classes(node)[0]
    maker: Any = get_origin(node.construct) or node.construct if isinstance(node, n.Record) else None
    return maker if makes_its_own(maker) else None
