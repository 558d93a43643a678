"""What stands in several places of a description: in a large one its source is written once."""

from __future__ import annotations

from collections import Counter

from ...node import kinds as n
from ...node.facts import children, facts, unfold

_MOST_INLINE = 400
"""How many nodes a description may unfold to before parts of it get functions of their own."""


def shared(node: n.Node) -> frozenset[int]:
    """The records and unions, by identity, that a large description holds in several places."""
    sizes, places = dict[int, int](), Counter[int]()
    if _size(node, sizes, places) <= _MOST_INLINE:
        return frozenset()
    return frozenset(each for each, count in places.items() if count > 1)


def _size(node: n.Node, sizes: dict[int, int], places: Counter[int]) -> int:
    """How many nodes a node unfolds to, recursion apart."""
    places[id(node)] += isinstance(node, n.Record | n.Union)
    if id(node) not in sizes:
        sizes[id(node)] = 1 + sum(_size(below, sizes, places) for below in _below(node))
    return sizes[id(node)]


def _below(node: n.Node) -> tuple[n.Node, ...]:
    below = unfold(node) if isinstance(node, n.Lazy) and not facts(node).recursive else None
    return children(node) if below is None else (below,)


def holds_records(node: n.Node, known: set[int] | None = None) -> bool:
    """Whether there are records in a description."""
    known = set() if known is None else known
    if id(node) in known:
        return False
    known.add(id(node))
    below = unfold(node) if isinstance(node, n.Lazy) else None
    return isinstance(node, n.Record) or any(
        holds_records(each, known) for each in (children(node) if below is None else (below,))
    )
