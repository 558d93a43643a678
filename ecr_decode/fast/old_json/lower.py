"""Lowering: the plan of each node kind; its largest parts become one msgspec type."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import Any, Literal, assert_never

import msgspec
import orjson

from ...limits import MOST_JSON_LEVELS, MOST_LEVELS
from ...node import kinds as n
from ...read.json import JsonView
from ...read.lenient import LenientInteger, LenientTimestamp
from ...read.reader import Reader
from ..doubt import Doubt, kept, opened
from .plan import Fill, Plan, by_bytes, then
from .record import record_plan
from .recursion import again
from .union import union_plan

# Generic aliases made at run time, which the type checkers need not follow.
_TUPLE: Any = tuple
_LIST: Any = list
_DICT: Any = dict
_LITERAL: Any = Literal


def lower(node: n.Node, level: int, within: n.Record | None = None) -> Plan:
    """The plan of a node that stands inside so many containers.

    `within` is a record class that is being lowered, where nothing between it and the node runs by itself:
    the class may stand for itself there.
    """
    match node:
        case n.Record():
            return record_plan(node, level, lower) or plainly(node, level)
        case n.Array():
            return _array(node, level, within)
        case n.Dict():
            return _dict(node, level, within)
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
        case n.JsonNull():
            return Plan(None, strict=True)
        case n.Enumeration():
            return _enumeration(node, level)
        case n.Literal():
            return _literal(node, level)
        case n.Named():
            return lower(node.item, level, within)
        case n.Refine():
            plan = lower(node.item, level, None if node.on_read else within)
            return then(plan, partial(kept, node.rule)) if node.on_read else plan
        case n.Transform():
            return _map(node, level)
        case n.Union():
            holding = partial(lower, within=within)
            return union_plan(node, level, lower, holding, plainly) or plainly(node, level)
        case n.JsonText():
            return _text(node, level)
        case n.At():
            return _at(node, level)
        case n.AnyJson():
            return by_bytes(_tree)
        case n.Lazy():
            cls = again(node, within)
            return plainly(node, level) if cls is None else Plan(cls, None)
        case n.Bind():
            return plainly(node, level)
        case _:
            assert_never(node)


def lowered(node: n.Node, level: int) -> Plan | None:
    """The plan of a node, or None where none can be made, as where a function of the caller raises."""
    try:
        return lower(node, level)
    except MemoryError:
        raise
    except Exception:  # what raises here raises in the plain interpreter too, which notes it
        return None


def plainly(node: n.Node, level: int) -> Plan:
    """The part of the document is kept as it is, and read by the plain interpreter."""

    def parse(part: bytes) -> Any:
        reader = Reader(JsonView())
        reader.depth = level
        found = reader.read(node, _tree(part), None)
        if reader.findings.count:
            raise Doubt
        return found

    return by_bytes(parse, plain=True)


def _tree(part: bytes) -> Any:
    """The tree of a part of a document; one that might nest too deep as part of the whole is in doubt."""
    if len(part) > MOST_JSON_LEVELS and part.count(b"[") + part.count(b"{") > MOST_JSON_LEVELS - MOST_LEVELS:
        raise Doubt
    return orjson.loads(part)


def _map(node: n.Transform, level: int) -> Plan:
    decode = node.decode
    if decode is None:
        return plainly(node, level)
    plan = then(lower(node.item, level), decode)
    return then(plan, opened) if node.fallible else plan


def _array(node: n.Array, level: int, within: n.Record | None) -> Plan:
    if level >= MOST_LEVELS:
        return plainly(node, level)
    item = lower(node.item, level + 1, None if node.lone else within)
    return _lone(_items(item), item) if node.lone else _items(item)


def _items(item: Plan) -> Plan:
    fill, fill_each = item.fill, item.fill_each
    if fill is None:
        return Plan(_tuple_of(item.type, ...), item.strict)
    if fill_each is not None:
        return Plan(_LIST[item.type], item.strict, fill_each)

    def filled(found: list[Any]) -> Any:
        return tuple([fill(each) for each in found])

    return Plan(_LIST[item.type], item.strict, filled)


def _lone(items: Plan, item: Plan) -> Plan:
    """A list, or one item that stands without the brackets."""
    many, one = items.decoder(), item.decoder()

    def parse(part: bytes) -> Any:
        match part[:1]:
            case b"[":
                return many(part)
            case b"n" | b"" | b" " | b"\n" | b"\r" | b"\t":
                raise Doubt
            case _:
                return (one(part),)

    return by_bytes(parse, plain=items.plain)


def _dict(node: n.Dict, level: int, within: n.Record | None) -> Plan:
    key, value = lower(node.key, level + 1), lower(node.value, level + 1, within)
    conflict = None not in (key.strict, value.strict) and key.strict != value.strict
    texts = key.type is str or _is_texts(node.key)
    if level >= MOST_LEVELS or conflict or key.fill is not None or not texts:
        return plainly(node, level)
    strict = key.strict if value.strict is None else value.strict
    fill = value.fill
    if fill is None:
        return Plan(_DICT[key.type, value.type], strict)

    def filled(found: dict[Any, Any]) -> Any:
        return {name: fill(each) for name, each in found.items()}

    return Plan(_DICT[key.type, value.type], strict, filled)


def _is_texts(node: n.Node) -> bool:
    below = n.bare(node)
    return isinstance(below, n.Enumeration) and all(isinstance(value, str) for value in below.values)


def _tuple_of(*items: Any) -> Any:
    return _TUPLE[items]


def _tuple(node: n.Tuple, level: int) -> Plan:
    items = [lower(item, level + 1) for item in node.items]
    asked = {item.strict for item in items} - {None}
    if level >= MOST_LEVELS or len(asked) > 1 or any(item.fill for item in items) or not items:
        return plainly(node, level)
    return Plan(_tuple_of(*(item.type for item in items)), next(iter(asked), None))


def _enumeration(node: n.Enumeration, level: int) -> Plan:
    texts = all(isinstance(value, str) for value in node.values)
    makes_others = "_missing_" in {name for cls in node.cls.__mro__ if cls is not Enum for name in vars(cls)}
    if node.open or (texts and not makes_others):
        return Plan(node.cls, None)
    return plainly(node, level)


def _literal(node: n.Literal, level: int) -> Plan:
    if all(kind is str for kind in node.types):
        return Plan(_LITERAL[node.values], None)
    return plainly(node, level)


def _text(node: n.JsonText, level: int) -> Plan:
    decode = lower(node.item, level).decoder()

    def fill(text: str) -> Any:
        return decode(text.encode())

    return Plan(str, None, fill)


def _at(node: n.At, level: int) -> Plan:
    """Each name is a record with one member; where the steps count items, the plain interpreter follows."""
    names = [step for step in node.steps if isinstance(step, str)]
    if len(names) < len(node.steps) or not all(map(n.is_struct_name, names)):
        return plainly(node, level)
    plan = lower(node.item, level)
    for name in reversed(names):
        holder: Any = msgspec.defstruct("At", [("found", plan.type)], rename={"found": name}, gc=False)
        plan = Plan(holder, plan.strict, _reached(plan.fill))
    return plan


def _reached(fill: Fill | None) -> Fill:
    if fill is None:
        return lambda holder: holder.found
    return lambda holder: fill(holder.found)
