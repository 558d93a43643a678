"""Running the fast path of writing XML: write quickly, or hand the value to the plain writer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from returns.result import Result

from ... import write
from ...error.problem import EncodeError
from ...node import kinds as n
from ...node.style import XmlStyle, plain
from ...write.markup import is_name
from ...write.run import root_of
from ..by_style import ByStyle
from ..success import success
from ..switch import SWITCH
from ..write_json.node import LOCK, NOT_COMPILED
from .element import Place
from .node import Written, XmlMaker

WriteXml = Callable[[Any], Written]


class EncodeXml:
    """The verb `encode_xml` of a description, compiled for each style on its first use."""

    __slots__ = ("node", "root", "writing")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        self.root = root_of(node)
        self.writing = ByStyle(partial(compiled, node))

    def __call__(
        self, a: Any, *, root: str | None = None, style: XmlStyle = plain
    ) -> Result[bytes, EncodeError]:
        """The value as an XML document."""
        try:
            if SWITCH.on:
                try:
                    known, name = self.writing(style), self.root if root is None else root
                    if known is not None and type(name) is str and is_name(name):
                        attributes, inside = known(a)
                        filled = inside or attributes
                        text = f"<{name}{attributes}>{inside}</{name}>" if filled else f"<{name}/>"
                        return success(text.encode())
                except MemoryError:
                    raise
                except Exception:  # whatever is wrong, the plain writer finds it again and says what it is
                    pass
            return write.write_xml(self.node, a, style, root)
        except RecursionError:
            return write.TOO_DEEP


def compiled(node: n.Node, style: XmlStyle) -> WriteXml | None:
    """What writes the root in a style; None where only the plain writer can."""
    try:
        with LOCK:
            made: WriteXml = XmlMaker().body(node, Place(style)).made("value", "encoder of XML")
            return made
    except NOT_COMPILED:
        return None
