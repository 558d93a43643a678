"""XML: the texts of elements and attributes, as which all scalars are written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from ..node.style import (
    XmlHint,
    XmlStyle,
)
from ..parse.number import BEYOND, xml_decimal, xml_number
from ..parse.xml import (
    Content,
)
from .tree import json_kind

_NUMBER = r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?"
_PLAINLY = ("true", "false")
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}
_INFINITE = (float("inf"), float("-inf"), BEYOND)
_BLANKS = " \t\r\n"


class Hinted(NamedTuple):
    """The element of a member whose hint names the parts of a map."""

    value: Any
    hint: XmlHint


def unhinted(value: Any) -> Any:
    """The element, without a hint."""
    return value.value if isinstance(value, Hinted) else value


class TextView:
    """What an element is: null, a text, or an element with others in it."""

    __slots__ = ("style",)

    def __init__(self, style: XmlStyle) -> None:
        self.style: XmlStyle = style

    def parts(self, value: Any) -> Content | None:
        """The parts of an element, or None where the value is something else."""
        raise NotImplementedError

    def null(self, value: Any) -> bool:
        """Whether the value is an element that is null."""
        raise NotImplementedError

    def is_bare(self, value: Any, parts: Content) -> bool:
        """Whether an element holds neither children nor attributes."""
        raise NotImplementedError

    def children(self, value: Any, parts: Content) -> list[Any]:
        """The children of an element, in order."""
        raise NotImplementedError

    def kind(self, value: Any) -> str:
        value = unhinted(value)
        parts = self.parts(value)
        if parts is None:
            return "several elements" if isinstance(value, list | tuple) else json_kind(value)
        if self.null(value):
            return "null"
        if not self.is_bare(value, parts):
            return "an element"
        return "text" if parts.text else "an empty element"

    def text(self, value: Any) -> str | None:
        parts = self.parts(value)
        return None if parts is None or parts.children or self.null(value) else parts.text

    def token(self, value: Any) -> str | None:
        text = self.text(value)
        return None if text is None else text.strip(_BLANKS)

    def boolean(self, value: Any) -> bool | None:
        return _BOOLEANS.get(self.token(value) or "")

    def number(self, value: Any) -> int | float | None:
        token = self.token(value)
        return None if token is None else xml_number(token)

    def decimal(self, value: Any) -> Decimal | None:
        token = self.token(value)
        return None if token is None else xml_decimal(token)

    def shows(self, value: Any) -> str | None:
        text = self.text(value)
        if text in _PLAINLY:
            return "boolean"
        if text is None or re.fullmatch(_NUMBER, text, re.ASCII) is None:
            return None
        return None if xml_number(text) in _INFINITE else "number"

    def loose(self, value: Any) -> str | int | float | bool | None:
        return self.text(value)
