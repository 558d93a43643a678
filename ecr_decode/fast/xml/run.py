"""Running the fast path of XML: accept quickly, or hand the document to the plain interpreter."""

from __future__ import annotations

import threading
from typing import Any

from returns.result import Result

from ... import node as n
from ... import read
from ...problem import DecodeError
from ...read.run import style_of, whole_bytes
from ...style import XmlStyle, plain
from ..success import success
from ..switch import SWITCH
from .document import content
from .lower import Reading, reading
from .part import Unfit

_LOCK = threading.RLock()
_MOST_STYLES = 16


class DecodeXml:
    """The verb `decode_xml` of a description, compiled for each style on its first use."""

    __slots__ = ("last", "node", "readings", "style")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        self.style = style_of(node)
        self.readings: dict[XmlStyle, Reading | None] = {}
        self.last: tuple[XmlStyle | None, Reading | None] = (None, None)

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

    def reading(self, style: XmlStyle) -> Reading | None:
        """How the root is read in a style; None where only the plain interpreter can."""
        last, known = self.last
        if style is last:  # a hash of its members takes longer than reading a small document
            return known
        with _LOCK:
            if style not in self.readings:
                if len(self.readings) >= _MOST_STYLES:
                    self.readings.clear()
                self.readings[style] = _compiled(self.node, style)
            known = self.readings[style]
        self.last = style, known
        return known


def _compiled(node: n.Node, style: XmlStyle) -> Reading | None:
    try:
        return reading(node, style)
    except (Unfit, RecursionError):
        return None
