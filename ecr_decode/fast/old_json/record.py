"""Lowering records: a record class is the Struct that msgspec fills; others are filled from a shadow."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any, Protocol

import msgspec

from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...read.kind import kinds
from ..doubt import Doubt
from ..old_source import function, indented
from .construct import construction
from .plan import Fill, Plan, agree, by_bytes
from .recursion import holds_lazy, within_limit


class Lower(Protocol):
    """What lowers a member: `lower`, which imports this module."""

    def __call__(self, node: n.Node, level: int, within: n.Record | None = None, /) -> Plan:
        """The plan of a node."""
        ...


_LOCK = threading.RLock()


def record_plan(node: n.Record, level: int, lower: Lower) -> Plan | None:
    """The plan of a record, or None where it keeps members that it does not name."""
    named = all(n.is_struct_name(member.wire) for member in node.members)
    if node.others is not None or level >= MOST_LEVELS or not named:
        return None
    again = _again(node, level, lower)
    if again is not None:
        return again
    plans = [_wary(node, member, lower(member.node, level + 1)) for member in node.members]
    strict = agree(plans)
    plans = [_alone(plan, strict) for plan in plans]
    if is_struct(node) and all(plan.fill is None for plan in plans):
        _annotate(node, plans)
        return Plan(node.construct, strict)
    fill, fill_each = _fillers(node, plans)
    return Plan(_shadow(node, plans), strict, fill, fill_each)


def _again(node: n.Record, level: int, lower: Lower) -> Plan | None:
    """The plan of a record class that holds itself, where msgspec can follow it alone."""
    if not is_struct(node) or not any(holds_lazy(member.node) for member in node.members):
        return None
    plans = [lower(member.node, level + 1, node) for member in node.members]
    asked = {plan.strict for plan in plans} - {None}
    if len(asked) > 1 or node.null_as_absent or any(plan.fill is not None for plan in plans):
        return None
    _annotate(node, plans)
    return Plan(node.construct, next(iter(asked), None), within_limit(node, level))


def is_struct(node: n.Record) -> bool:
    """Whether the record's own class is the Struct that this description was made with."""
    return getattr(node.construct, "__record__", None) is node


def _wary(node: n.Record, member: n.Member, plan: Plan) -> Plan:
    """The plan of a member; where null might be absence or a value, the plain interpreter says."""
    takes_null = plan.parse is not None or "null" in kinds(member.node)
    if not (node.null_as_absent and takes_null) or member.required:
        return plan
    if plan.fill is None and member.default is None:
        return plan
    parse = plan.decoder()

    def wary(part: bytes) -> Any:
        if part == b"null":
            raise Doubt
        return parse(part)

    return by_bytes(wary, plain=plan.plain)


def _alone(plan: Plan, strict: bool | None) -> Plan:
    """A plan of another strictness than the record's is run by itself, on its part of the document."""
    return plan if plan.strict is None or plan.strict == strict else by_bytes(plan.decoder())


def _annotate(node: n.Record, plans: list[Plan]) -> None:
    """Have msgspec learn the types of a record class from annotations, which it reads once.

    Those that the class was declared with are put back, so forward references are never looked up.
    """
    types = {member.name: plan.type for member, plan in zip(node.members, plans, strict=True)}
    cls: Any = node.construct
    with _LOCK:
        lineage = [
            each for each in cls.__mro__ if "__annotations__" in vars(each) and hasattr(each, "__record__")
        ]
        declared = [each.__annotations__ for each in lineage]
        try:
            for each in lineage:
                each.__annotations__ = {name: types.get(name, Any) for name in each.__annotations__}
            msgspec.json.Decoder(cls)
        finally:
            for each, annotations in zip(lineage, declared, strict=True):
                each.__annotations__ = annotations


def _shadow(node: n.Record, plans: list[Plan]) -> Any:
    """A Struct with the members of the record and the types that their plans start from."""
    fields: list[Any] = []
    for index, (member, plan) in enumerate(zip(node.members, plans, strict=True)):
        name = f"m{index}"
        fields.append((name, plan.type) if member.required else (name, plan.type, _absent(member, plan)))
    wires = {f"m{index}": member.wire for index, member in enumerate(node.members)}
    return msgspec.defstruct(
        f"Shadow of {node.name}",
        fields,
        kw_only=True,
        gc=False,
        rename=wires,
        forbid_unknown_fields=node.forbid_unknown,
    )


def _absent(member: n.Member, plan: Plan) -> Any:
    """What stands in the shadow for an absent member: its default, or a mark where a function follows."""
    if plan.fill is not None:
        return msgspec.UNSET
    default: Any = member.default
    return msgspec.field(default_factory=partial(n.fresh, default)) if isinstance(default, dict) else default


def _fillers(node: n.Record, plans: list[Plan]) -> tuple[Fill, Fill]:
    """The functions that build the record from its shadow, and records from a list, as generated source."""
    known: dict[str, Any] = {"fresh": n.fresh, "UNSET": msgspec.UNSET}
    arguments: dict[str, str] = {}
    for index, (member, plan) in enumerate(zip(node.members, plans, strict=True)):
        argument = f"shadow.m{index}"
        if plan.fill is not None:
            known[f"fill{index}"] = plan.fill
            known[f"default{index}"] = member.default
            filled = f"fill{index}({argument})"
            argument = (
                filled if member.required else f"fresh(default{index}) if {argument} is UNSET else {filled}"
            )
        arguments[member.name] = argument
    lines, made = construction(node.construct, arguments, known)
    one = [*lines, f"return {made}"]
    each = [
        "filled = []",
        "append = filled.append",
        "for shadow in shadows:",
        *indented([*lines, f"append({made})"]),
        "return tuple(filled)",
    ]
    return (
        function("fill", "shadow", "\n".join(one), known, node.name),
        function("fill_each", "shadows", "\n".join(each), known, f"{node.name}, each"),
    )
