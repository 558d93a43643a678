"""Running the fast path of XML: accept quickly, or hand the document to the plain interpreter."""

from __future__ import annotations

from functools import partial
from typing import Any

from returns.result import Result

from ... import read
from ...error.problem import DecodeError
from ...node import kinds as n
from ...node.style import XmlStyle, plain
from ...read.run import style_of, whole_bytes
from ..by_style import ByStyle
from ..success import success
from ..switch import SWITCH
from .document import content
from .lower import Reading, reading
from .part import Unfit


class DecodeXml:
    """The verb `decode_xml` of a description, compiled for each style on its first use."""

    __slots__ = ("node", "reading", "style")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        self.style = style_of(node)
        self.reading = ByStyle(partial(_compiled, node))

    def __call__(self, raw: Any, *, style: XmlStyle = plain) -> Result[Any, DecodeError]:
        """The value that the description reads from an XML document."""
        try:
            if SWITCH.on:
                try:
                    known = self.reading(self.style or style)
                    whole = raw if type(raw) is bytes else whole_bytes(raw)
                    if known is not None and isinstance(whole, bytes):
                        return success(known.read(content(known.parse(whole), self.style or style)))
                except MemoryError:
                    raise
                except Exception:  # whatever is wrong, the plain interpreter finds out what
                    pass
            return read.read_xml(self.node, raw, style)
        except RecursionError:
            return read.TOO_DEEP


def _compiled(node: n.Node, style: XmlStyle) -> Reading | None:
    """How the root is read in a style; None where only the plain interpreter can."""
    try:
        return reading(node, style)
    except (Unfit, RecursionError):
        return None
