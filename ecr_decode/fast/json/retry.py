"""Reading again what was declined: what the lowered types accept is taken, and the rest interpreted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

import msgspec

from ... import node as n
from ...path import Trail
from ...read.reader import Reader, Taken
from ...read.scalar import SCALARS
from ...read.view import View
from .lower import lowered

Accept = Callable[[Any], Any]
"""What gives the value of a part of a tree, or raises."""


class Accepted(NamedTuple):
    """How the parts that a node reads are accepted, down to this depth."""

    node: n.Node
    depth: int
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

    def _items(self, node: n.Array, value: Any, trail: Trail) -> Sequence[Any]:
        items = super()._items(node, value, trail)
        accept = self._accepted(node.item).accept
        if accept is None:
            return items
        taken = [_taken(accept, item) for item in items]
        return self._counted(taken) if type(node.item) is n.Record else taken

    def _counted(self, items: list[Any]) -> list[Any]:
        """The items but for those that only count, once no more problems are listed: they are no objects."""
        if self.findings.full:
            for index, item in enumerate(items):
                if type(item) is not Taken and type(item) is not dict:
                    self.findings.more += 1
                    items[index] = _COUNTED
        return items

    def _members(
        self, node: n.Record, value: Any, trail: Trail
    ) -> tuple[list[tuple[n.Member, Any]], dict[str, Any]]:
        present, built = super()._members(node, value, trail)
        rest: list[tuple[n.Member, Any]] = []
        for pair in present:
            member, found = pair
            known = self._accepted(member.node)
            if type(found) is known.exact:
                built[member.name] = found
                continue
            if known.accept is not None:
                try:
                    built[member.name] = known.accept(found)
                    continue
                except MemoryError:
                    raise
                except Exception:  # whatever it was, the plain interpreter says what is wrong
                    if type(member.node) in _ONE_PROBLEM and self.findings.full:
                        self.findings.more += 1
                        continue
            rest.append(pair)
        return rest, built

    def _accepted(self, node: n.Node) -> Accepted:
        known = self.accepts.get(id(node))
        if known is None or known.depth < self.depth:
            if len(self.accepts) >= _MOST_ACCEPTS:
                return _NONE
            known = self.accepts[id(node)] = Accepted(node, self.depth, *_accepting(node, self.depth))
        return known


def _accepting(node: n.Node, depth: int) -> tuple[type | None, Accept | None]:
    plan = lowered(node, depth)
    if plan is None or plan.parse is not None:
        return None, None
    take = partial(msgspec.convert, type=plan.type, strict=plan.strict is not False)
    fill = plan.fill
    if fill is None:
        return (plan.type if plan.type in _TAKEN_AS_THEY_ARE else None), take
    return None, lambda found: fill(take(found))


_TAKEN_AS_THEY_ARE = (str, bool)
_COUNTED = Taken(None)
_ONE_PROBLEM = SCALARS - {n.Timestamp}
"""The nodes that refuse all that msgspec refuses, with one problem; a timestamp takes more forms."""
_NONE = Accepted(n.Null(), 0, None, None)


def _taken(accept: Accept, found: Any) -> Any:
    try:
        return Taken(accept(found))
    except MemoryError:
        raise
    except Exception:  # whatever it was, the plain interpreter says what is wrong
        return found
