"""Mixed contents: children of several names in an order that a dict by names does not keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..guard import is_array


class Mixed(dict[str, Any]):
    """The content of an element as `xmltodict` has it, and the names of the children in order."""

    __slots__ = ("order",)

    def __init__(self, content: Mapping[str, Any], order: list[str]) -> None:
        super().__init__(content)
        self.order: list[str] = order

    @property
    def is_ordered(self) -> bool:
        """Whether the dict alone has the order, as the children of one name are together."""
        return self.order == [*Counter(self.order).elements()]

    def children(self) -> Iterator[tuple[str, Any]]:
        """The children in order."""
        held = {name: iter(self[name] if is_array(self[name]) else (self[name],)) for name in self.order}
        for name in self.order:
            yield name, next(held[name])
