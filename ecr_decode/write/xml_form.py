"""The form of XML: what it refuses, what of a record it shows, and whether a union would be misread."""

from __future__ import annotations

from typing import Any, Self

import msgspec

from ..error.findings import Abort, Findings
from ..error.problem import (
    BadValue,
    Why,
)
from ..node import kinds as n
from ..node.default import fresh
from ..node.free import free_member
from ..node.layers import stands_alone
from ..node.style import (
    XML,
    Attribute,
    Element,
    ElementText,
    Flattened,
    OfOthers,
    XmlHint,
    XmlStyle,
)
from ..read.xml_tree import XmlTreeView
from . import value as v
from .back import Back, settled
from .xml import Renderer


class XmlForm:
    """XML by the convention of a style."""

    __slots__ = ("style",)
    brackets = True

    def __init__(self, style: XmlStyle) -> None:
        self.style: XmlStyle = style

    @property
    def view(self) -> XmlTreeView:
        """The view by which it is read."""
        return XmlTreeView(self.style)

    def refuses(self, member: n.Member, written: v.Value) -> Why | None:
        match member.xml:
            case Flattened():
                if isinstance(written, v.Null):
                    return BadValue("XML cannot hold a null in the place of repeated elements")
                if not isinstance(written, v.List | v.Map) and free_member(member) is None:
                    if stands_alone(member.node):
                        return None
                    return BadValue("only a list or a map can be repeated elements")
                if written in _EMPTY and not member.required and not _is_default(member, (), {}):
                    return BadValue("XML cannot tell an empty list of repeated elements from none")
            case ElementText():
                if written in _EMPTY and not member.required and not _is_default(member, ""):
                    return BadValue("XML cannot tell an empty text from none")
            case Attribute() | Element() | None:
                pass
        return None

    def shows(self, written: v.Value, hint: XmlHint | OfOthers | None) -> bool:
        return written not in _EMPTY or not isinstance(hint, Flattened | ElementText)

    def spelled(self, member: n.Member) -> str:
        return member.qualified

    def is_tag(self, by: n.ByTag, hint: XmlHint | OfOthers | None) -> bool:
        if by.xml is None:
            return True
        place = hint if isinstance(hint, Attribute | Element) else None
        return msgspec.structs.replace(by, xml=place).member.qualified == by.member.qualified

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any, back: Back) -> str | None:
        if back.broken or settled(node, case, written):
            return None
        renderer = Renderer(self.style, Findings(most=0), back)
        try:
            tree = renderer.content(written, None)
        except Abort:
            back.broken = True  # writing will end here too
            return None
        back.broken = renderer.findings.count > 0
        prefixes = {"xml": XML, **back.spaces.prefixes}
        view = XmlTreeView(self.style, tree, prefixes)
        return None if back.broken else back.misread(view, node, case, tree, value)

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style)


def _is_default(member: n.Member, *values: Any) -> bool:
    """Whether one of these is what the absent member is."""
    try:
        return fresh(member.default) in values
    except (RecursionError, MemoryError):
        raise
    except Exception:  # a factory of the caller's may raise anything
        return False


_EMPTY = (v.List(()), v.Map(()), v.Structure(()), v.String(""), v.Enum(""))
