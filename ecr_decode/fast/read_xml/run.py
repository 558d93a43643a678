"""Running a reader of XML: accept quickly, or hand the document to the plain interpreter."""

from __future__ import annotations

import re
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from returns.result import Result

from ... import read
from ...error.problem import DecodeError
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts
from ...node.style import XmlStyle, plain
from ...parse.document import Document, has_prefixes, nests_too_deep, parsed
from ...parse.xml import is_nil
from ...read.run import style_of, whole_bytes
from ...read.xml import unwrapped
from ..by_style import ByStyle
from ..doubt import Doubt
from ..source import UnsuitedError
from ..success import success
from ..switch import SWITCH
from .node import Read, Source
from .steps import Run

_NAMESPACE = re.compile(
    rb"(?:<\?xml[^<>]*\?>)?[ \t\r\n]*<[\w.-]+([ \t\r\n]+xmlns=\"(?!http://www\.w3\.org/)[\w:/.#-]*\")[ \t\r\n/>]"
)
"""The usual place of the only namespace of a document: without it, all elements have the same local names."""

_MOST_HEIGHT = MOST_LEVELS // 2 - 2
"""So many containers have at most two elements each, and may be wrapped."""


class DecodeXml:
    """The verb `decode_xml` of a description, compiled for each style that it meets."""

    __slots__ = ("node", "reading", "style")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        self.style = style_of(node)
        self.reading = ByStyle(partial(_reading, node))

    def __call__(self, raw: Any, *, style: XmlStyle = plain) -> Result[Any, DecodeError]:
        """The value that the description reads from an XML document."""
        try:
            if SWITCH.on:
                try:
                    known = self.reading(self.style or style)
                    whole = raw if type(raw) is bytes else whole_bytes(raw)
                    if known is not None and isinstance(whole, bytes):
                        return success(known(whole))
                except MemoryError:
                    raise
                except Exception:  # whatever is wrong, the plain interpreter finds out what
                    pass
            return read.read_xml(self.node, raw, style)
        except RecursionError:
            return read.TOO_DEEP


class Reading:
    """How a description is read in a style; what expects namespaces and null is made when one is met."""

    __slots__ = ("bare", "level", "node", "spelled", "style", "unbounded", "wary")

    def __init__(self, node: n.Node, style: XmlStyle) -> None:
        source = Source(node, wary=False)
        self.node = node
        self.style = style
        self.spelled = facts(node).free
        self.level = 0 if source.leveled else source.most
        self.unbounded = self.spelled or source.leveled or source.most > _MOST_HEIGHT
        self.bare = source.compiled(node, style)
        self.wary: Read | None = None

    def __call__(self, raw: bytes) -> Any:
        """The value that a document holds."""
        wary = has_prefixes(raw)
        if wary and not self.spelled:
            whole = _NAMESPACE.match(raw)
            if whole is not None and raw.find(b"xml", whole.end()) < 0:
                raw, wary = raw[: whole.start(1)] + raw[whole.end(1) :], False
        document = parsed(raw, spelled=self.spelled and wary)
        if not isinstance(document, Document):
            raise Doubt
        run, made = Run(), self.bare
        if wary:
            made = self.wary or self._compile()
            run.declared = document.declared
            if b"nil" in raw:
                run.nils = frozenset(filter(is_nil, document.root.iter()))
        root = unwrapped(document, self.style)
        if not isinstance(root, Element):
            raise Doubt
        found = made(root, run, self.level)
        unseen = self.unbounded or run.skips or run.nils or root is not document.root
        if unseen and nests_too_deep(raw, document.root):
            raise Doubt
        return found

    def _compile(self) -> Read:
        self.wary = Source(self.node, wary=True).compiled(self.node, self.style)
        return self.wary


def _reading(node: n.Node, style: XmlStyle) -> Reading | None:
    """How the root is read in a style; None where only the plain interpreter can."""
    try:
        return Reading(node, style)
    except (UnsuitedError, RecursionError, SyntaxError):
        return None
