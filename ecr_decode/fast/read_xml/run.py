"""Running a reader of XML: accept quickly, or hand the document to the plain interpreter."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from returns.result import Result

from ... import read
from ...error.problem import DecodeError
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts, height
from ...node.free import free_root
from ...node.style import Element as Name
from ...node.style import XmlStyle, plain
from ...parse.document import Document, has_prefixes, nests_too_deep, parsed
from ...parse.xml import is_nil
from ...read.run import style_of, whole_bytes
from ...read.xml import is_called, unwrapped
from ..by_style import ByStyle
from ..doubt import Doubt
from ..source import UnsuitedError
from ..success import success
from ..switch import SWITCH
from .node import Read, Source
from .steps import Run

_NAMESPACE = re.compile(
    rb"(?:<\?xml[^<>]*\?>)?[ \t\r\n]*<[\w.-]+"
    rb"""([ \t\r\n]+xmlns=(["'])(?!http://www\.w3\.org/(?:2000/|XML/))([\w:/.#-]*)\2)[ \t\r\n/>]"""
)
"""The usual place of the only namespace of a document: without it, all elements have the same local names."""

_MOST_HEIGHT = MOST_LEVELS // 2 - 2
"""So many containers have at most two elements each, and may be wrapped."""


class DecodeXml:
    """The verb `decode_xml` of a description, compiled for each style that it meets."""

    __slots__ = ("node", "reading", "root", "style")

    def __init__(self, node: n.Node, root: Name | None = None) -> None:
        self.node: n.Node = node
        self.root: Name | None = root
        self.style: XmlStyle | None = style_of(node)
        self.reading: ByStyle[Callable[[bytes], Any] | None] = ByStyle(partial(_reading, node, root))

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
            return read.read_xml(self.node, raw, style, self.root)
        except RecursionError:
            return read.TOO_DEEP


def _reading(node: n.Node, called: Name | None, style: XmlStyle) -> Callable[[bytes], Any] | None:
    """How a document is read in a style; None where only the plain interpreter can."""
    if free_root(node) is not None:
        return None
    try:
        bare = Source(node, wary=False).compiled(node, style)
    except (UnsuitedError, RecursionError, SyntaxError):
        return None
    known = facts(node)
    unbounded = known.free or known.recursive or height(node) > _MOST_HEIGHT
    level = 0 if known.recursive else height(node)
    wary: Read | None = None

    def read(raw: bytes) -> Any:
        nonlocal wary
        has_names = has_prefixes(raw)
        expected = called
        if has_names and not (known.free or known.names_namespaces):
            whole = _NAMESPACE.match(raw)
            if whole is not None and raw.find(b"xml", whole.end()) < 0:
                if called is not None and called.ns is not None:
                    if called.ns != whole[3].decode():
                        raise Doubt
                    expected = Name(called.name)
                raw, has_names = raw[: whole.start(1)] + raw[whole.end(1) :], False
        document, run, made = parsed(raw, spelled=known.free and has_names), Run(), bare
        if not isinstance(document, Document):
            raise Doubt
        if has_names:
            wary = made = wary or Source(node, wary=True).compiled(node, style)
            run.declared = document.declared
            if b"nil" in raw:
                run.nils = frozenset(filter(is_nil, filter(Element.keys, document.root.iter())))
        if expected is not None and not is_called(document.root, expected):
            raise Doubt
        root = unwrapped(document, style)
        if not isinstance(root, Element):
            raise Doubt
        found = made(root, run, level)
        unseen = unbounded or run.skips or run.nils or root is not document.root
        if unseen and nests_too_deep(raw, document.root):
            raise Doubt
        return found

    return read
