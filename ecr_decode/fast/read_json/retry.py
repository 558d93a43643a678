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
from .compiler import Compiler

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


Accepts: TypeAlias = dict[int, Accepted]
"""By the identity of the node, which the entry keeps."""

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
        for item in super()._items(node, value, trail):
            if type(item) in known.refused:
                yield _COUNTED if self._is_only_counted() else item
            else:
                yield item if known.accept is None else _taken(known.accept, item)

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
            known = Accepted(node, self.depth, _refused(node), exact, accept)
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


def _refused(node: n.Node) -> frozenset[type]:
    """The types of a tree's values that a node does not read, each with one problem."""
    return _TYPES - {each for kind in facts(node).reads for each in _TYPES_OF[kind]}


_TYPES_OF: dict[str, tuple[type, ...]] = {
    "null": (type(None),),
    "boolean": (bool,),
    "number": (int, float),
    "string": (str,),
    "array": (list,),
    "object": (dict,),
}
_TYPES = frozenset(each for types in _TYPES_OF.values() for each in types)
_TAKEN_AS_THEY_ARE = (str, bool)
_COUNTED = Taken(None)
_NONE = Accepted(n.JsonNull(), 0, frozenset(), None, None)


def _taken(accept: Accept, found: Any) -> Any:
    try:
        return Taken(accept(found))
    except MemoryError:
        raise
    except Exception:  # whatever it was, the plain interpreter says what is wrong
        return found
