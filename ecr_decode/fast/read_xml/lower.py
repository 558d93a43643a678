"""Lowering for XML: the largest parts to trees that msgspec converts in one step, the rest to functions."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, assert_never

import msgspec

from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.style import XmlStyle
from ..doubt import Doubt, kept, opened
from ..old_json.lower import lower
from ..old_json.plan import Plan
from .container import array_part, dict_part, tuple_part
from .document import MOST_HEIGHT, bounded, document, only
from .part import OfElement, Part, Unfit, scalar, then
from .plainly import plain_part
from .record import as_wires, filler, record_part
from .scalar import never_null, tree_of_text, value_of_text
from .union import kind_part, tagged_part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Below: TypeAlias = Callable[[n.Node, XmlStyle], Part]
Parse: TypeAlias = "Callable[[bytes], Element]"

_LOCK = threading.RLock()


class Reading(NamedTuple):
    """How a description is read in a style."""

    parse: Parse
    read: OfElement


def reading(node: n.Node, style: XmlStyle) -> Reading:
    """How a node is read from a document; raises `Unfit` where only the plain interpreter can."""
    values = _Values()
    part = values.part(node, style)
    if part.height > MOST_HEIGHT or part.plain:
        raise Unfit
    return Reading(bounded if values.wary else document, part.read)


class _Values:
    """Parts that give the values of nodes."""

    def __init__(self) -> None:
        self.wary = False
        """Whether what namespaces and depth do to a document is beyond these parts."""
        self.unfolded: dict[tuple[int, XmlStyle], tuple[n.Node, Part]] = {}
        """By the identity of what a thunk gave, which is kept with its part."""

    def part(self, node: n.Node, style: XmlStyle) -> Part:
        """The part of any node; what suits no other is read by the plain interpreter."""
        if isinstance(node, n.Scalar):
            return _scalar(node, value_of_text)
        try:
            return self._whole(node, style) or self._part(node, style)
        except Unfit:
            self.wary = True
            return plain_part(node, style)

    def _whole(self, node: n.Node, style: XmlStyle) -> Part | None:
        """The part that msgspec makes in one step, where it can."""
        plan = lower(node, 0)
        if plan.fill is not None or plan.parse is not None:
            return None
        try:
            return then(_Trees().part(node, style), partial(_converted, plan))
        except Unfit:
            return None

    def _part(self, node: n.Node, style: XmlStyle) -> Part:
        """The part of a node that msgspec does not make by itself."""
        match node:
            case n.Record():
                style = node.style or style
                others = None if node.others is None else self.part(node.others.node, style)
                self.wary |= others is not None
                return record_part(node, _members(node, style, self.part), filler(node), others)
            case n.Array(lone=lone):
                return then(array_part(self.part(node.item, style), lone=lone), tuple)
            case n.Dict():
                return dict_part(self.part(node.key, style), self.part(node.value, style), style)
            case n.Tuple():
                return then(tuple_part([self.part(item, style) for item in node.items]), tuple)
            case n.Named():
                return self.part(node.item, style)
            case n.Refine():
                part = self.part(node.item, style)
                return then(part, partial(kept, node.rule)) if node.on_read else part
            case n.Transform():
                return self._mapped(node, style)
            case n.Union():
                return self._choice(node, style)
            case n.JsonText():
                # Started at half the depth, it doubts what nests too deep wherever in a document it stands.
                decode = lower(node.item, MOST_LEVELS // 2).decoder()
                return scalar(lambda text: decode(text.encode()))
            case n.At():
                return self._at(node, style)
            case n.Lazy():
                return self._lazy(node, style)
            case _:
                raise Unfit

    def _mapped(self, node: n.Transform, style: XmlStyle) -> Part:
        if node.decode is None:
            raise Unfit
        mapped = then(self.part(node.item, style), node.decode)
        return then(mapped, opened) if node.fallible else mapped

    def _choice(self, node: n.Union, style: XmlStyle) -> Part:
        def below(case: n.Node) -> Part:
            return self.part(case, style)

        match node.by:
            case n.ByKind() if (rest := node.but_null) is not None:
                return self.part(rest, style)
            case n.ByKind():
                self.wary = True
                return kind_part(node, below)
            case n.ByTag(tag):
                return tagged_part(node, tag, below)
            case n.ByTrial():
                raise Unfit
            case _:
                assert_never(node.by)

    def _at(self, node: n.At, style: XmlStyle) -> Part:
        part = self.part(node.item, style)
        read = part.read

        def reach(element: Element) -> Any:
            for step in node.steps:
                element = only(element, [child for child in element if child.tag == step])
            return read(element)

        if not all(isinstance(step, str) for step in node.steps):
            raise Unfit
        return Part(reach, part.height + len(node.steps))

    def _lazy(self, node: n.Lazy, style: XmlStyle) -> Part:
        """The part of what a thunk gives, made at its first use; plain if it gives a new one each time."""
        self.wary = True
        plain = plain_part(node, style)

        def read(element: Element) -> Any:
            below = node.unfold()
            known = self.unfolded.get((id(below), style))
            if known is None:
                if node.unfold() is not below:
                    return plain.read(element)
                known = self._unfolded(below, style)
            return known[1].read(element)

        return Part(read, 1)

    def _unfolded(self, node: n.Node, style: XmlStyle) -> tuple[n.Node, Part]:
        with _LOCK:
            part = self.part(node, style)
            if part.height > MOST_HEIGHT:
                part = plain_part(node, style)
            return self.unfolded.setdefault((id(node), style), (node, part))


def _converted(plan: Plan, tree: Any) -> Any:
    return msgspec.convert(tree, plan.type, strict=False)


def _scalar(node: n.ScalarNode, of_text: Callable[[n.ScalarNode], Callable[[str], Any] | None]) -> Part:
    if isinstance(node, n.JsonNull):
        return scalar(_doubted)  # documents with null are not read here
    return scalar(of_text(node))


def _doubted(_: str) -> None:
    raise Doubt


class _Trees:
    """Parts that give the trees which msgspec converts, of texts and of the values of strict scalars."""

    def __init__(self) -> None:
        self.records: dict[tuple[int, XmlStyle], Part] = {}

    def part(self, node: n.Node, style: XmlStyle) -> Part:
        """The part of a node that is lowered whole."""
        match node:
            case n.Record():
                style = node.style or style
                key = (id(node), style)
                if key not in self.records:
                    parts = _members(node, style, self.part)
                    self.records[key] = record_part(node, parts, as_wires(node))
                return self.records[key]
            case n.Array(lone=False):
                return array_part(self.part(node.item, style))
            case n.Dict():
                return dict_part(self.part(node.key, style), self.part(node.value, style), style)
            case n.Tuple():
                return tuple_part([self.part(item, style) for item in node.items])
            case n.Named() | n.Refine(on_read=False):
                return self.part(node.item, style)
            case n.Union():
                rest = node.but_null
                if rest is None:
                    raise Unfit
                part = self.part(rest, style)
                is_text = isinstance(n.bare(rest), n.String)
                return then(part, never_null) if part.kept and not is_text else part
            case n.Scalar():
                return _scalar(node, tree_of_text)
            case (
                n.Array()
                | n.Refine()
                | n.Transform()
                | n.JsonText()
                | n.AnyJson()
                | n.Bind()
                | n.At()
                | n.Lazy()
            ):
                raise Unfit
            case _:
                assert_never(node)


def _members(node: n.Record, style: XmlStyle, below: Below) -> list[Part]:
    return [below(member.node, style) for member in node.members]
