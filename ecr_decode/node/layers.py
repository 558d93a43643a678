"""Layers: what stands under the names, rules and functions of a node."""

from __future__ import annotations

from . import kinds as n
from .walk import unfold

_RULES = (n.Named, n.Refine)
_FUNCTIONS = (*_RULES, n.Transform)
_MOST_THUNKS = 100


def under_rules(node: n.Node) -> n.Node:
    """The node under its names and rules."""
    while isinstance(node, _RULES):
        node = node.item
    return node


def under_functions(node: n.Node) -> n.Node:
    """The node under its names, rules and functions."""
    while isinstance(node, _FUNCTIONS):
        node = node.item
    return node


def under_names(node: n.Node) -> n.Node:
    """The node under its names."""
    while isinstance(node, n.Named):
        node = node.item
    return node


def bare(node: n.Node) -> n.Node:
    """The node under its names, rules and functions, and under what is read first."""
    while isinstance(node, (*_FUNCTIONS, n.Bind)):
        node = node.item
    return node


def core(node: n.Node) -> n.Node:
    """The node under names, rules and functions, and under thunks."""
    for _ in range(_MOST_THUNKS):
        node = under_functions(node)
        below = unfold(node) if isinstance(node, n.Lazy) else None
        if below is None:
            break
        node = below
    return node


def stands_alone(node: n.Node) -> bool:
    """Whether a thunk gives a scalar or a record, of which there is one where elements may repeat."""
    below = core(node)
    while isinstance(below, n.Union) and below.but_null is not None:
        below = core(below.but_null)
    return isinstance(below, n.Scalar | n.Record)
