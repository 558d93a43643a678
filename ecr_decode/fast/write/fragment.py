"""Parts without free trees as texts of their own, beside values that have no description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from ...node import kinds as n
from ...node.facts import facts
from ...node.layers import core
from ...node.native import reachable
from ..source import UnsuitedError

if TYPE_CHECKING:
    from .emitter import Emitter

_DEAR, _MANY = 4, 4
"""A part that takes so many steps is dear; so many items are expected of a list or a map."""


def _is_dear(node: n.Node) -> bool:
    """Whether msgspec writes a part without free trees in less time than it is made anew for orjson."""
    known = facts(node)
    if known.free or known.writes_null:
        return False
    steps = sum(map(_steps, reachable(node).values()))
    return known.recursive or steps * (_MANY if isinstance(core(node), n.Array | n.Dict) else 1) >= _DEAR


def _steps(node: n.Node) -> int:
    """How many steps the value itself of a node takes, each about a tenth of a microsecond."""
    match node:
        case n.Textual(format=n.TextFormat.DATE_TIME | n.TextFormat.TIME):
            return 2
        case n.Record() | n.Textual(format=n.TextFormat.DATE):
            return 1
        case _:
            return 0


def write_fragment(e: Emitter, node: n.Node, var: str) -> bool:
    """Leave in the variable the text of a part, if it is dear; whether that is so."""
    if not _is_dear(node):
        return False
    try:
        part = type(e).of(node, checks=e.checks, careful=e.careful, level="level")
    except UnsuitedError:
        return False
    e.is_hasty |= part.is_hasty
    sink: Any = part.sink
    last = f"return fragment(dumps(value{sink.options}))"
    name = e.body.name(part.leveled(last, {"fragment": orjson.Fragment, "dumps": sink.dumps}))
    match node:  # what is empty needs no call
        case n.Array():
            empty = f"elif type({var}) is not tuple and type({var}) is not list: raise doubt"
        case n.Dict():
            empty = f"elif type({var}) is not dict: raise doubt"
        case _:
            e.called(name, var)
            return True
    with e.body.block(f"if {var}:"):
        e.called(name, var)
    e.body.line(empty)
    return True
