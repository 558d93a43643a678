"""Lowering for XML: the largest parts to trees that msgspec converts in one step, the rest to functions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

import msgspec
from returns.result import Result, Success

from ... import node as n
from ...constraint import violation
from ...problem import MOST_LEVELS
from ...style import XmlStyle
from ..doubt import Doubt
from ..json.lower import lower
from ..json.plan import Plan
from .container import array_part, dict_part, tuple_part
from .document import MOST_HEIGHT, only
from .part import OfElement, Part, Unfit, scalar, then
from .record import as_wires, filler, record_part
from .scalar import never_null, tree_of_text, value_of_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Below: TypeAlias = Callable[[n.Node, XmlStyle], Part]


def reader(node: n.Node, style: XmlStyle) -> OfElement:
    """How a node is read from its element; raises `Unfit` where only the plain interpreter can."""
    part = value_part(node, style)
    if part.height > MOST_HEIGHT:
        raise Unfit
    return part.read


def value_part(node: n.Node, style: XmlStyle) -> Part:
    """The part that gives the node's value."""
    if isinstance(node, n.Scalar):
        return _scalar(node, value_of_text)
    plan = lower(node, 0)
    if plan.fill is None and plan.parse is None:
        return then(_Trees().part(node, style), partial(_converted, plan))
    return _value(node, style)


def _converted(plan: Plan, tree: Any) -> Any:
    return msgspec.convert(tree, plan.type, strict=False)


def _scalar(node: n.Scalar, of_text: Callable[[n.Scalar], Callable[[str], Any] | None]) -> Part:
    if isinstance(node, n.Null):
        raise Unfit
    return scalar(of_text(node))


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
            case n.Choice():
                part = self.part(_but_null(node), style)
                is_text = isinstance(n.bare(_but_null(node)), n.String)
                return then(part, never_null) if part.kept and not is_text else part
            case (
                n.String() | n.Integer() | n.Number() | n.Bool() | n.Timestamp() | n.Blob()
                | n.Enumeration() | n.Literal() | n.Null()
            ):  # fmt: skip
                return _scalar(node, tree_of_text)
            case n.Array() | n.Refine() | n.Map() | n.Text() | n.Any() | n.Bind() | n.At() | n.Lazy():
                raise Unfit
            case _:
                assert_never(node)


def _members(node: n.Record, style: XmlStyle, below: Below) -> list[Part]:
    return [below(member.node, style) for member in node.members]


def _but_null(node: n.Choice) -> n.Node:
    """What a nullable node reads otherwise; documents with null are not read here."""
    if node.otherwise is None or [type(case.node) for case in node.cases] != [n.Null]:
        raise Unfit
    return node.otherwise.node


def _value(node: n.Node, style: XmlStyle) -> Part:
    """The part of a node that msgspec does not make by itself."""
    match node:
        case n.Record():
            style = node.style or style
            return record_part(node, _members(node, style, value_part), filler(node))
        case n.Array(lone=False):
            return then(array_part(value_part(node.item, style)), tuple)
        case n.Dict():
            return dict_part(value_part(node.key, style), value_part(node.value, style), style)
        case n.Tuple():
            return then(tuple_part([value_part(item, style) for item in node.items]), tuple)
        case n.Named():
            return value_part(node.item, style)
        case n.Refine():
            part = value_part(node.item, style)
            return then(part, partial(_refined, node.rule)) if node.on_read else part
        case n.Map():
            return _mapped(node, style)
        case n.Choice():
            return value_part(_but_null(node), style)
        case n.Text():
            # Started at half the depth, it doubts what nests too deep wherever in a document it stands.
            decode = lower(node.item, MOST_LEVELS // 2).decoder()
            return scalar(lambda text: decode(text.encode()))
        case n.At():
            return _at(node, style)
        case _:
            raise Unfit


def _refined(rule: n.Constraint | n.Predicate, found: Any) -> Any:
    if violation(rule, found) is not None:
        raise Doubt
    return found


def _mapped(node: n.Map, style: XmlStyle) -> Part:
    if node.decode is None:
        raise Unfit
    mapped = then(value_part(node.item, style), node.decode)
    return then(mapped, _opened) if node.fallible else mapped


def _opened(result: Result[Any, Any]) -> Any:
    if not isinstance(result, Success):
        raise Doubt
    return result.unwrap()


def _at(node: n.At, style: XmlStyle) -> Part:
    part = value_part(node.item, style)
    read = part.read

    def reach(element: Element) -> Any:
        for step in node.steps:
            element = only(element, [child for child in element if child.tag == step])
        return read(element)

    if not all(isinstance(step, str) for step in node.steps):
        raise Unfit
    return Part(reach, part.height + len(node.steps))
