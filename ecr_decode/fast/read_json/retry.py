"""Reading again what was declined: what the lowered types accept is taken, and the rest interpreted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

from ...error.path import Trail
from ...error.problem import Missing
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts, height
from ...read.json import DigitsView
from ...read.reader import Reader, Taken
from ...read.view import View
from .run import compiled

Accept = Callable[[Any], Any]
"""What gives the value of a part of a tree, or raises."""


class Accepted(NamedTuple):
    """How the parts that a node reads are accepted, down to this depth."""

    node: n.Node
    depth: int
    accept: Accept | None = None
    refused: frozenset[type] = frozenset()
    """The types of the tree whose values are one problem each."""

    def taken(self, found: Any) -> Any:
        """The value, `Taken`, of a part of a tree, or the part itself."""
        if self.accept is None or type(found) in self.refused:
            return found
        try:
            return Taken(self.accept(found))
        except MemoryError:
            raise
        except Exception:  # whatever it was, the plain interpreter says what is wrong
            return found


Accepts: TypeAlias = dict[int, Accepted]
"""By the identity of the node, which the entry keeps."""

_PATIENCE = 16
"""After so many items that were declined in a row, one in so many is tried."""

_MOST_ACCEPTS = 1000
"""Nodes that functions of the caller make anew for each document are not kept without end."""


class RetryReader(Reader):
    """The plain reader, but for the items and members that msgspec accepts as they stand in the tree."""

    __slots__ = ("accepts",)

    def __init__(self, view: View, accepts: Accepts) -> None:
        super().__init__(view)
        self.accepts: Accepts = accepts

    def _items(self, node: n.Array, value: Any, trail: Trail) -> Iterable[Any]:
        known = self._accepted(node.item)
        declined = 0  # in a row: where many are, few of the next ones are tried
        for item in super()._items(node, value, trail):
            taken = item if declined > _PATIENCE and declined % _PATIENCE else known.taken(item)
            declined = 0 if type(taken) is Taken else declined + 1
            yield taken

    def _members(
        self, node: n.Record, value: Any, trail: Trail
    ) -> tuple[list[tuple[n.Member, Any]], dict[str, Any]]:
        present, built = super()._members(node, value, trail)
        rest: list[tuple[n.Member, Any]] = []
        counts = self.findings.full and self._ends(node)
        for member, found in present:
            if member.inline:
                rest.append((member, found))
                continue
            if type(found) is str and type(member.node) is n.String:
                built[member.name] = found
                continue
            known = self._accepted(member.node)
            if counts and type(found) in known.refused:
                self.findings.more += 1  # which is all that an error says of it
            elif type(found) is Missing or type(taken := known.taken(found)) is not Taken:
                rest.append((member, found))
            else:
                built[member.name] = taken.value
        return rest, built

    def _ends(self, node: n.Record) -> bool:
        """Whether nothing in a record can be too deep, where reading would end before later members."""
        about = facts(node)
        return not (about.recursive or about.free) and self.depth + height(node) <= MOST_LEVELS

    def _accepted(self, node: n.Node) -> Accepted:
        if isinstance(self.view, DigitsView):  # the tree is not the one that a parser makes
            return Accepted(node, self.depth)
        known = self.accepts.get(id(node))
        if known is None or known.depth < self.depth:
            if len(self.accepts) >= _MOST_ACCEPTS:
                return Accepted(node, self.depth)
            known = Accepted(node, self.depth, accepting(node, self.depth), _refused(node))
            self.accepts[id(node)] = known
        return known


def accepting(node: n.Node, depth: int) -> Accept | None:
    """What reads a node of a tree quickly, with so many containers around it, if anything does."""
    about = facts(node)
    if about.recursive or height(node) + depth > MOST_LEVELS:
        return None
    if about.free and about.calls:  # a function may have changed a tree that is then read once more
        return None
    return compiled(node, "accept")


_TYPES = {"null": type(None), "boolean": bool, "string": str, "array": list, "object": dict}


def _refused(node: n.Node) -> frozenset[type]:
    reads = facts(node).reads
    numbers = () if "number" in reads else (int, float)
    return frozenset((*numbers, *(each for kind, each in _TYPES.items() if kind not in reads)))
