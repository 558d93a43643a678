"""The names of an object: texts, which keys are read from as XML reads text."""

from __future__ import annotations

from typing import Any

from ..error.problem import A_NAME
from ..node.style import plain
from .xml_tree import XmlTreeView


class NameView(XmlTreeView):
    """A name holds no other values."""

    __slots__ = ()

    def kind(self, value: Any) -> str:
        return A_NAME

    def items(self, value: Any) -> None:
        return None

    def members(self, value: Any, node: object = None) -> None:
        return None


NAMES = NameView(plain)
