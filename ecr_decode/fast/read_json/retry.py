"""Reading again what was declined: what the lowered types accept is taken, and the rest interpreted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

from ...error.path import Trail
from ...error.problem import Missing
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts, height
from ...read.reader import Reader, Taken
from ...read.view import View
from ..doubt import Doubt
from .compiler import Compiler
from .count import Count, counter, refused

Accept = Callable[[Any], Any]
"""What gives the value of a part of a tree, or raises."""


class Accepted(NamedTuple):
    """How the parts that a node reads are accepted, down to this depth."""

    node: n.Node
    depth: int
    refused: frozenset[type]
    """The types of the tree whose values are one problem each."""
    exact: type | None
    """The type whose values are taken as they are."""
    accept: Accept | None
    problems: Count | None
    """How the problems of a value are counted that no error lists."""


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
        self.accepts = accepts

    def _items(self, node: n.Array, value: Any, trail: Trail) -> Iterable[Any]:
        known = self._accepted(node.item)
        declined = 0  # in a row: where many are, few of the next ones are tried
        for item in super()._items(node, value, trail):
            if self.findings.full and known.problems is not None and self._counts(known.problems, item):
                yield _COUNTED
            elif type(item) in known.refused:
                yield _COUNTED if self._is_only_counted() else item
            elif known.accept is None or (declined > _PATIENCE and declined % _PATIENCE):
                declined += 1
                yield item
            else:
                taken = _taken(known.accept, item)
                declined = 0 if type(taken) is Taken else declined + 1
                yield taken

    def _counts(self, count: Count, item: Any) -> bool:
        """Whether the problems of an item could be counted, which no value is needed for any more."""
        try:
            self.findings.more += count(item)
        except Doubt:
            return False
        return True

    def _is_only_counted(self) -> bool:
        """Whether a problem is counted and not listed, and if so, counts it."""
        full = self.findings.full
        self.findings.more += full
        return full

    def _members(
        self, node: n.Record, value: Any, trail: Trail
    ) -> tuple[list[tuple[n.Member, Any]], dict[str, Any]]:
        present, built = super()._members(node, value, trail)
        rest: list[tuple[n.Member, Any]] = []
        for pair in present:
            member, found = pair
            kind = found.__class__
            known = self._accepted(member.node)
            if kind is Missing:
                rest.append(pair)
            elif kind is known.exact:
                built[member.name] = found
            elif kind in known.refused:
                if not self._is_only_counted():
                    rest.append(pair)
            else:
                taken = found if known.accept is None else _taken(known.accept, found)
                if type(taken) is Taken:
                    built[member.name] = taken.value
                else:
                    rest.append(pair)
        return rest, built

    def _accepted(self, node: n.Node) -> Accepted:
        known = self.accepts.get(id(node))
        if known is None or known.depth < self.depth:
            if len(self.accepts) >= _MOST_ACCEPTS:
                return _NONE
            exact, accept = _accepting(node, self.depth)
            count = None if facts(node).recursive else counter(node)
            known = Accepted(node, self.depth, refused(node), exact, accept, count)
            self.accepts[id(node)] = known
        return known


def _accepting(node: n.Node, depth: int) -> tuple[type | None, Accept | None]:
    about = facts(node)
    if about.recursive or height(node) + depth > MOST_LEVELS:
        return None, None
    if about.free and about.calls:  # a function may have changed a tree that is then read once more
        return None, None
    try:
        compiler = Compiler(node)
        accept = compiler.accept(node)
    except MemoryError:
        raise
    except Exception:  # what cannot be compiled is read plainly
        return None, None
    filled = compiler.shape(node).type
    exact = filled if compiler.natives.holds(node) and filled in _TAKEN_AS_THEY_ARE else None
    return exact, accept


_TAKEN_AS_THEY_ARE = (str, bool)
_COUNTED = Taken(None)
_NONE = Accepted(n.JsonNull(), 0, frozenset(), None, None, None)


def _taken(accept: Accept, found: Any) -> Any:
    try:
        return Taken(accept(found))
    except MemoryError:
        raise
    except Exception:  # whatever it was, the plain interpreter says what is wrong
        return found
