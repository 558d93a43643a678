"""Lowering: the plan of each node kind, the largest parts to one msgspec type, the rest read by the plain interpreter."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, Literal, assert_never

import msgspec
import orjson
from returns.result import Success

from .. import node as n
from ..constraint import violation
from ..problem import MOST_JSON_LEVELS, MOST_LEVELS
from ..read.json import JsonView
from ..read.lenient import LenientInteger, LenientTimestamp
from ..read.reader import Reader
from .plan import Doubt, Plan
from .record import record_plan


def lower(node: n.Node, level: int) -> Plan:
    """The plan of a node that stands inside so many containers."""
    match node:
        case n.Record():
            return record_plan(node, level, lower) or plainly(node, level)
        case n.Array():
            return _array(node, level)
        case n.Dict():
            return _dict(node, level)
        case n.Tuple():
            return _tuple(node, level)
        case n.String():
            return Plan(str, None)
        case n.Integer(lenient=lenient):
            return Plan(LenientInteger, not lenient)
        case n.Number(lenient=lenient):
            return Plan(float, not lenient)
        case n.Bool(lenient=lenient):
            return Plan(bool, not lenient)
        case n.Timestamp():
            return Plan(LenientTimestamp, strict=False)
        case n.Blob():
            return Plan(bytes, None)
        case n.Enumeration():
            return _enumeration(node, level)
        case n.Literal():
            return _literal(node, level)
        case n.Named():
            return lower(node.item, level)
        case n.Refine():
            plan = lower(node.item, level)
            return _then(plan, _refined(node.rule)) if node.on_read else plan
        case n.Map():
            return (
                plainly(node, level) if node.decode is None else _then(lower(node.item, level), _mapped(node))
            )
        case n.Choice():
            return _choice(node, level)
        case n.Text():
            return _text(node, level)
        case n.Any():
            return Plan(msgspec.Raw, None, _tree)
        case n.Null() | n.Bind() | n.At() | n.Lazy():
            return plainly(node, level)
        case _:
            assert_never(node)


def plainly(node: n.Node, level: int) -> Plan:
    """The part of the document is kept as it is, and read by the plain interpreter."""

    def fill(raw: msgspec.Raw) -> Any:
        reader = Reader(JsonView())
        reader.depth = level
        found = reader.read(node, _tree(raw), None)
        if reader.findings.count:
            raise Doubt
        return found

    return Plan(msgspec.Raw, None, fill)


def _tree(raw: msgspec.Raw) -> Any:
    """The tree of a part of a document; one that might nest too deep as part of the whole is in doubt."""
    part = bytes(raw)
    if len(part) > MOST_JSON_LEVELS and part.count(b"[") + part.count(b"{") > MOST_JSON_LEVELS - MOST_LEVELS:
        raise Doubt
    return orjson.loads(part)


def _then(plan: Plan, function: Callable[[Any], Any]) -> Plan:
    first = plan.fill
    fill = function if first is None else lambda found: function(first(found))
    return Plan(plan.type, plan.strict, fill)


def _refined(rule: n.Constraint | n.Predicate) -> Callable[[Any], Any]:
    def fill(found: Any) -> Any:
        if violation(rule, found) is not None:
            raise Doubt
        return found

    return fill


def _mapped(node: n.Map) -> Callable[[Any], Any]:
    decode = node.decode
    assert decode is not None

    def fill(found: Any) -> Any:
        mapped = decode(found)
        if not isinstance(mapped, Success):
            raise Doubt
        return mapped.unwrap()

    return fill if node.fallible else decode


_TUPLE: Any = tuple
_LIST: Any = list
_DICT: Any = dict


def _array(node: n.Array, level: int) -> Plan:
    if node.lone or level >= MOST_LEVELS:
        return plainly(node, level)
    item = lower(node.item, level + 1)
    fill = item.fill
    if fill is None:
        return Plan(_TUPLE[item.type, ...], item.strict)
    return Plan(_LIST[item.type], item.strict, lambda items: tuple([fill(each) for each in items]))


def _dict(node: n.Dict, level: int) -> Plan:
    key, value = lower(node.key, level + 1), lower(node.value, level + 1)
    conflict = None not in (key.strict, value.strict) and key.strict != value.strict
    if conflict or key.fill is not None or (key.type not in (str,) and not _is_texts(node.key)):
        return plainly(node, level)
    strict = key.strict if value.strict is None else value.strict
    fill = value.fill
    if fill is None:
        return Plan(_DICT[key.type, value.type], strict)
    return Plan(
        _DICT[key.type, value.type], strict, lambda found: {name: fill(each) for name, each in found.items()}
    )


def _is_texts(node: n.Node) -> bool:
    below = n.bare(node)
    return isinstance(below, n.Enumeration) and all(isinstance(value, str) for value in below.values)


def _tuple(node: n.Tuple, level: int) -> Plan:
    items = [lower(item, level + 1) for item in node.items]
    asked = {item.strict for item in items} - {None}
    if len(asked) > 1 or any(item.fill for item in items) or not items:
        return plainly(node, level)
    return Plan(_TUPLE[tuple(item.type for item in items)], next(iter(asked), None))


def _enumeration(node: n.Enumeration, level: int) -> Plan:
    texts = all(isinstance(value, str) for value in node.values)
    makes_others = "_missing_" in {name for cls in node.cls.__mro__ if cls is not Enum for name in vars(cls)}
    if node.open or (texts and not makes_others):
        return Plan(node.cls, None)
    return plainly(node, level)


def _literal(node: n.Literal, level: int) -> Plan:
    if all(kind is str for kind in node.types):
        return Plan(Literal[node.values], None)
    return plainly(node, level)


def _choice(node: n.Choice, level: int) -> Plan:
    if node.otherwise is None or [type(case.node) for case in node.cases] != [n.Null]:
        return plainly(node, level)
    plan = lower(node.otherwise.node, level)
    if plan.is_raw or plan.strict is False:
        return plainly(node, level)
    fill = plan.fill
    whole = plan.type | None
    return Plan(whole, True, None if fill is None else lambda found: None if found is None else fill(found))


def _text(node: n.Text, level: int) -> Plan:
    decode = lower(node.item, level).decoder()
    return Plan(str, None, lambda text: decode(text.encode()))
