"""What only the plain reader reads: that node alone, on its part of the tree."""

from __future__ import annotations

from typing import Any

from ...node import kinds as n
from ...read.json import JsonView
from ...read.reader import Reader
from ..doubt import Doubt
from .shape import Emit, applied


def plainly(node: n.Node, depth: int) -> Emit:
    """Source that has the plain reader read a value of a tree, as if it stood so deep."""

    def read(value: Any) -> Any:
        reader = Reader(JsonView())
        reader.depth = depth
        found = reader.read(node, value, None)
        if reader.findings.count:
            raise Doubt
        return found

    return applied(read)
