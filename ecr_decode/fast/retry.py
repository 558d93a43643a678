"""Reading again what was declined: what the lowered types accept is taken as it is, the rest is interpreted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec

from .. import node as n
from ..path import Trail
from ..read.reader import Reader, Taken
from ..read.view import View
from .lower import lower

Accept = Callable[[Any], Any]
"""What gives the value of a part of a tree, or raises."""


class RetryReader(Reader):
    """The plain reader, but for the items and members that msgspec accepts as they stand in the tree."""

    __slots__ = ("accepts",)

    def __init__(self, view: View, accepts: dict[int, Accept | None]) -> None:
        super().__init__(view)
        self.accepts = accepts

    def _items(self, node: n.Array, value: Any, trail: Trail) -> Sequence[Any]:
        items = super()._items(node, value, trail)
        accept = self._accept(node.item)
        return items if accept is None else [_taken(accept, item) for item in items]

    def _members(
        self, node: n.Record, value: Any, trail: Trail
    ) -> tuple[list[tuple[n.Member, Any]], dict[str, Any]]:
        present, built = super()._members(node, value, trail)
        rest: list[tuple[n.Member, Any]] = []
        for member, found in present:
            accept = self._accept(member.node)
            taken = found if accept is None else _taken(accept, found)
            if type(taken) is Taken:
                built[member.name] = taken.value
            else:
                rest.append((member, found))
        return rest, built

    def _accept(self, node: n.Node) -> Accept | None:
        key = id(node)
        if key not in self.accepts:
            plan = lower(node, self.depth)
            take = partial(msgspec.convert, type=plan.type, strict=plan.strict is not False)
            self.accepts[key] = None if plan.fill is not None else take
        return self.accepts[key]


def _taken(accept: Accept, found: Any) -> Any:
    try:
        return Taken(accept(found))
    except MemoryError:
        raise
    except Exception:
        return found
