"""Facts: all that is known about a node without running it, told once for every interpreter and compiler.

Upper bounds hold all that may happen, lower bounds only what is certain. `UNKNOWN` is the cautious answer.
"""

from __future__ import annotations

from typing import assert_never

import msgspec

from . import kinds as n
from .known import ANY_NAME, ARRAY, NONE, NOTHING, OBJECT, STRING, UNKNOWN, Facts, Names
from .rules import all_names, told
from .walk import children, unfold

_MOST_ROUNDS = 50
_MOST_UNFOLDED = 200
"""How many different thunks one description may have."""


def facts(node: n.Node) -> Facts:
    """What is known about a node: found once, and kept with the node."""
    known: Facts | None = vars(node).get("facts")
    return _Analysis().of(node) if known is None else known


def skips_null(node: n.Array | n.Dict) -> bool:
    """Whether nulls among the items of a list, or the values of a map, are passed over."""
    return (
        node.null_as_absent and not facts(node.item if isinstance(node, n.Array) else node.value).reads_null
    )


def takes_all(node: n.Node) -> bool:
    """Whether a node reads every JSON value, and calls no function of the caller."""
    match node:
        case n.AnyJson():
            return True
        case n.Named():
            return takes_all(node.item)
        case _:
            return False


def height(node: n.Node) -> int:
    """How many containers nest in a node at the most, recursion apart."""
    known: int | None = vars(node).get("height")
    if known is None:
        known = _height(node)
        if "facts" in vars(node):  # without them a thunk may not be ready yet
            vars(node)["height"] = known
    return known


def _height(node: n.Node) -> int:
    match node:
        case n.Record() | n.Array() | n.Dict() | n.Tuple():
            return 1 + max(map(height, children(node)), default=0)
        case n.At(steps=steps):
            return len(steps) + height(node.item)
        case n.Union(by=n.ByKey()):
            return 1 + max(map(height, children(node)))
        case n.Lazy():
            below = None if facts(node).recursive else unfold(node)
            return 0 if below is None else height(below)
        case _:
            return max(map(height, children(node)), default=0)


def decides(node: n.Node) -> Names:
    """The JSON kinds by which `by_kind` chooses a node; empty if the description does not say.

    Thunks are not called: unions are built before what they name.
    """
    known: Names | None = vars(node).get("decides")
    if known is None:
        known = vars(node)["decides"] = _decides(node)
    return known


def _decides(node: n.Node) -> Names:
    match node:
        case n.Timestamp() | n.FormattedTime():
            return frozenset(("number", "string"))
        case n.Scalar():
            return facts(node).writes - STRING if isinstance(node, n.Number) else facts(node).writes
        case n.Array(item=item, lone=lone):
            return ARRAY | decides(item) if lone else ARRAY
        case n.Union(by=n.ByKey(), otherwise=rest):
            return OBJECT if rest is None else NONE
        case n.Union():
            kinds = [decides(case.node) for case in node.every]
            return all_names(kinds) if all(kinds) else NONE
        case n.Transform() | n.Refine() | n.Named() | n.Bind():
            return decides(node.item)
        case n.AnyJson() | n.Lazy() | n.ResultOf():
            return NONE
        case n.Record() | n.Dict():
            return OBJECT
        case n.Tuple():
            return ARRAY
        case n.JsonText() | n.KeptText():
            return STRING
        case n.At(steps=steps):
            return OBJECT if isinstance(steps[0], str) else ARRAY
        case _:
            assert_never(node)


class _Analysis:
    """One search; what recursive nodes are believed to be grows until nothing changes."""

    __slots__ = ("beliefs", "changed", "open", "ready", "round", "seen", "unfolded")

    def __init__(self) -> None:
        self.unfolded: dict[int, n.Node] = {}
        self.beliefs: dict[int, Facts] = {}
        self.open: set[int] = set()
        self.seen: set[int] = set()
        self.round: dict[int, tuple[n.Node, Facts]] = {}
        self.changed = False
        self.ready = True
        """Whether every thunk gave something; one that did not may do so later."""

    def of(self, node: n.Node) -> Facts:
        """The facts of a node; those of all nodes in it are kept as well."""
        for _ in range(_MOST_ROUNDS):
            self.changed = False
            self.round.clear()
            self.seen.clear()
            try:
                found = self.find(node)
            except RecursionError:  # a description deeper than the stack
                return UNKNOWN
            if not self.changed:
                for each, about in self.round.values() if self.ready else ():
                    vars(each)["facts"] = about
                return found
        return UNKNOWN

    def find(self, node: n.Node) -> Facts:
        """The facts by what is believed now."""
        kept: Facts | None = vars(node).get("facts")
        if kept is not None:
            return kept
        known = self.round.get(id(node))
        if known is not None:
            return known[1]
        found = self._lazy(node) if isinstance(node, n.Lazy) else told(node, self.find)
        if found.needs is not ANY_NAME:
            self.round[id(node)] = node, found
        return found

    def _lazy(self, node: n.Lazy) -> Facts:
        below = unfold(node)
        if below is None:
            self.ready = False
            return UNKNOWN
        if id(below) not in self.unfolded and len(self.unfolded) >= _MOST_UNFOLDED:
            return UNKNOWN
        key = id(below)
        self.unfolded[key] = below
        belief = self.beliefs.get(key, NOTHING)
        if key in self.open:
            return msgspec.structs.replace(belief, recursive=True)
        if key in self.seen:
            return belief
        self.open.add(key)
        found = self.find(below)
        self.open.remove(key)
        self.seen.add(key)
        if found != belief:
            self.beliefs[key] = found
            self.changed = True
        return (
            UNKNOWN if not self.changed and found.needs == ANY_NAME else found
        )  # it unfolds to itself alone
