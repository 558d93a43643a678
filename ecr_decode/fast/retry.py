"""Reading again what was declined: what the lowered types accept is taken as it is, the rest is interpreted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from .. import node as n
from ..path import Trail
from ..read.reader import Reader, Taken
from ..read.view import View
from .lower import lower

Accept = Callable[[Any], Any]


class RetryReader(Reader):
    """The plain reader, but for the items of lists that msgspec accepts as they stand in the tree."""

    __slots__ = ("plans",)

    def __init__(self, view: View, plans: dict[int, Accept | None]) -> None:
        super().__init__(view)
        self.plans = plans

    def _items(self, node: n.Array, value: Any, trail: Trail) -> Sequence[Any]:
        items = super()._items(node, value, trail)
        key = id(node)
        if key not in self.plans:
            self.plans[key] = _accept(node.item, self.depth)
        accept = self.plans[key]
        return items if accept is None else [_taken(accept, item) for item in items]


def _accept(node: n.Node, level: int) -> Accept | None:
    """What takes an item of a tree, if its whole plan is a type; scalars are as quickly interpreted."""
    if not isinstance(n.bare(node), n.Record):
        return None
    plan = lower(node, level)
    if plan.fill is not None:
        return None
    strict = plan.strict is not False
    return lambda item: msgspec.convert(item, plan.type, strict=strict)


def _taken(accept: Accept, item: Any) -> Any:
    try:
        return Taken(accept(item))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 whatever it was, the plain interpreter says what is wrong
        return item
