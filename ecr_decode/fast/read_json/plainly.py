"""What only the plain reader reads: that node alone, on its part of the tree."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ...error.findings import FAULT
from ...node import kinds as n
from ...read.json import DigitsView, JsonView
from ...read.reader import Reader
from ..doubt import Doubt


class _View(JsonView):
    """The values that a parser made which may have changed numbers: so none is read to the digit."""

    __slots__ = ()

    def decimal(self, value: Any) -> Decimal | None:  # noqa: ARG002 as the view has it
        return None


def or_fault(node: n.Node, depth: int, *, exact: bool) -> Callable[[Any], Any]:
    """What has the plain reader read a value of a tree, as if it stood so deep; `FAULT` if it is refused."""
    view = DigitsView() if exact else _View()

    def read(value: Any) -> Any:
        reader = Reader(view)
        reader.depth = depth
        found = reader.read(node, value, None)
        if reader.kept:  # errors must say where in the document they are
            raise Doubt
        return FAULT if reader.findings.count else found

    return read


def plainly(node: n.Node, depth: int, *, exact: bool) -> Callable[[Any], Any]:
    """The same, in doubt of what is refused."""
    read = or_fault(node, depth, exact=exact)

    def accepted(value: Any) -> Any:
        found = read(value)
        if found is FAULT:
            raise Doubt
        return found

    return accepted
