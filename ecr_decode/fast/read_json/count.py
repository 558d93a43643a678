"""Counting problems: how many a value of a tree has, for an error that lists no more of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...guard import is_array, is_dict
from ...limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ...node import kinds as n
from ...node.facts import facts
from ..doubt import Doubt

Count = Callable[[Any], int]
"""Gives the number of problems, or doubts where only reading tells it."""

_TYPES_OF: dict[str, tuple[type, ...]] = {
    "null": (type(None),),
    "boolean": (bool,),
    "number": (int, float),
    "string": (str,),
    "array": (list,),
    "object": (dict,),
}
_TYPES = frozenset(each for types in _TYPES_OF.values() for each in types)
_ABSENT = object()


def refused(node: n.Node) -> frozenset[type]:
    """The types of a tree's values that a node does not read, each with one problem."""
    return _TYPES - {each for kind in facts(node).reads for each in _TYPES_OF[kind]}


def counter(node: n.Node) -> Count | None:
    """What counts the problems of a value, or None where a function of the caller has a say, or a union."""
    match node:
        case n.Named() | n.Refine(on_read=False):
            return counter(node.item)
        case n.AnyJson():
            return lambda _: 0
        case n.String():
            return lambda value: type(value) is not str
        case n.Bool(lenient=False):
            return lambda value: type(value) is not bool
        case n.Integer(lenient=False):
            return lambda value: type(value) is not int or not SMALLEST_INTEGER <= value <= LARGEST_INTEGER
        case n.Number(lenient=False):
            return _number
        case n.Array(lone=False):
            return _items(counter(node.item))
        case n.Record():
            return _members(node)
        case n.Scalar():
            wrong = refused(node)
            return lambda value: 1 if type(value) in wrong else _unsure()
        case _:
            return None


def _items(item: Count | None) -> Count | None:
    if item is None:
        return None

    def count(value: Any) -> int:
        return sum(map(item, value)) if is_array(value) else 1

    return count


def _members(node: n.Record) -> Count | None:
    counts = [(member.wire, member.required, counter(member.node)) for member in node.members]
    if node.others is not None or node.forbid_unknown or node.null_as_absent:
        return None
    rows = [(wire, required, count) for wire, required, count in counts if count is not None]
    if len(rows) < len(counts):
        return None

    def count(value: Any) -> int:
        if not is_dict(value):
            return 1
        problems = 0
        for wire, required, each in rows:
            found = value.get(wire, _ABSENT)
            problems += required if found is _ABSENT else each(found)
        return problems

    return count


def _number(value: Any) -> int:
    if type(value) is float:
        return 0
    if type(value) is not int:
        return 1
    return 0 if SMALLEST_INTEGER <= value <= LARGEST_INTEGER else _unsure()


def _unsure() -> int:
    raise Doubt
