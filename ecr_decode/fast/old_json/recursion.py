"""Records that hold themselves: msgspec follows the class, and how deep it went is seen afterwards."""

from __future__ import annotations

from typing import Any

from ...guard import is_dict, is_tuple
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ..doubt import Doubt
from .plan import Fill


def again(node: n.Lazy, within: n.Record | None) -> Any | None:
    """The record class that a description stands in, where it unfolds to that."""
    return within.construct if within is not None and node.unfold() is within else None


def height(node: n.Node) -> int:
    """How many containers nest in a node, recursion apart."""
    match node:
        case n.Record(members=members):
            return 1 + max((height(member.node) for member in members), default=0)
        case n.Array(item=item):
            return 1 + height(item)
        case n.Dict(value=value):
            return 1 + height(value)
        case n.Tuple(items=items):
            return 1 + max(map(height, items), default=0)
        case n.Union():
            return max(height(case.node) for case in node.every)
        case n.Transform() | n.Bind() | n.Refine() | n.Named() | n.JsonText() | n.At():
            return height(node.item)
        case _:
            return 0


def within_limit(node: n.Record, level: int) -> Fill:
    """Gives the record that msgspec has made, unless it may nest deeper than the plain interpreter reads."""
    cls: Any = node.construct
    names = [member.name for member in node.members if holds_lazy(member.node)]
    stride = height(node)
    most = (MOST_LEVELS - level) // stride

    def walk(value: Any, room: int) -> None:
        if type(value) is cls:
            if room == 0:
                raise Doubt
            for name in names:
                walk(getattr(value, name), room - 1)
        elif is_tuple(value):
            for item in value:
                walk(item, room)
        elif is_dict(value):
            for item in value.values():
                walk(item, room)

    def fill(found: Any) -> Any:
        walk(found, most)
        return found

    return fill


def holds_lazy(node: n.Node) -> bool:
    """Whether recursion begins in a node."""
    match node:
        case n.Lazy():
            return True
        case n.Array(item=item) | n.Dict(value=item) | n.Named(item=item) | n.Refine(item=item):
            return holds_lazy(item)
        case n.Union():
            return any(holds_lazy(case.node) for case in node.every)
        case _:
            return False
