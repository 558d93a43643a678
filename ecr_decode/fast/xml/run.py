"""Running the fast path of XML: accept quickly, or hand the document to the plain interpreter."""

from __future__ import annotations

import threading
from typing import Any

from returns.result import Result, Success

from ... import node as n
from ... import read
from ...problem import DecodeError
from ...read.run import style_of, whole_bytes
from ...style import XmlStyle
from ..switch import SWITCH
from .document import content, document
from .lower import reader
from .part import OfElement, Unfit

_LOCK = threading.RLock()
_MOST_STYLES = 16


class FastXmlDecoder:
    """What a description was compiled to for each style, on its first use."""

    __slots__ = ("node", "readers", "style")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        self.style = style_of(node)
        self.readers: dict[XmlStyle, OfElement | None] = {}

    def decode_xml(self, raw: Any, style: XmlStyle) -> Result[Any, DecodeError]:
        """The value that the description reads from an XML document."""
        if SWITCH.on:
            try:
                accepted = self._accepted(raw, self.style or style)
            except MemoryError:
                raise
            except Exception:  # whatever is wrong, the plain interpreter finds out what
                accepted = None
            if accepted is not None:
                return accepted
        return read.read_xml(self.node, raw, style)

    def _accepted(self, raw: Any, style: XmlStyle) -> Result[Any, DecodeError] | None:
        reads = self.reader(style)
        whole = raw if type(raw) is bytes else whole_bytes(raw)
        if reads is None or not isinstance(whole, bytes):
            return None
        return Success(reads(content(document(whole), style)))

    def reader(self, style: XmlStyle) -> OfElement | None:
        """How the root is read in a style; None where only the plain interpreter can."""
        try:
            return self.readers[style]
        except KeyError:
            with _LOCK:
                if len(self.readers) >= _MOST_STYLES:
                    self.readers.clear()
                reads = self.readers[style] = _compiled(self.node, style)
            return reads


def _compiled(node: n.Node, style: XmlStyle) -> OfElement | None:
    try:
        return reader(node, style)
    except (Unfit, RecursionError):
        return None
