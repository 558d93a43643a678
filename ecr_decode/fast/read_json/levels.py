"""Levels: how deep a document may nest, if what its brackets do not show counts as well."""

from __future__ import annotations

from collections.abc import Iterable

from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts, height
from ...node.native import reachable


class Levels:
    """The levels of a document, some of which are kept for the texts in it.

    Those of a description that is not recursive are known to be few enough.
    """

    __slots__ = ("kept", "most", "recursive")

    def __init__(self, root: n.Node, most: int) -> None:
        self.recursive = facts(root).recursive
        self.most = most
        """How many containers may nest in the document and the texts that it holds."""
        self.kept = 0

    def keep(self, node: n.Node) -> int:
        """Keep levels for a node that reads a text; gives how many it may have."""
        if not self.recursive:
            return self.most
        half = self.most // 2
        levels = half if facts(node).recursive else min(height(node), half)
        self.kept = max(self.kept, levels)
        return levels

    def depth(self, node: n.Node) -> int:
        """How deep a node is taken to stand that the plain reader reads."""
        hides = any(isinstance(each, n.JsonText | n.Bind) for each in reachable(node).values())
        return MOST_LEVELS - self.keep(node) if hides and self.recursive else 0

    def brackets(self, nodes: Iterable[n.Node]) -> int:
        """How many brackets may nest in the document: a lone item stands for a list without them."""
        lone = sum(isinstance(each, n.Array) and each.lone for each in nodes)
        return max((self.most - self.kept - lone) // (1 + lone), 0)
