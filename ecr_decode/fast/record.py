"""Lowering records: a record class is the Struct that msgspec fills; another is filled from a shadow of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec

from .. import node as n
from ..problem import MOST_LEVELS
from .plan import Doubt, Plan, agree
from .source import function

Lower = Callable[[n.Node, int], Plan]

_LOCK = threading.RLock()


def record_plan(node: n.Record, level: int, lower: Lower) -> Plan | None:
    """The plan of a record, or None where it keeps members that it does not name."""
    if node.others is not None or level >= MOST_LEVELS:
        return None
    plans = [lower(member.node, level + 1) for member in node.members]
    strict = agree(plans)
    plans = [_alone(plan, strict) for plan in plans]
    if is_struct(node) and all(plan.fill is None for plan in plans):
        _annotate(node, plans)
        return Plan(node.construct, strict)
    return Plan(_shadow(node, plans), strict, _filler(node, plans))


def is_struct(node: n.Record) -> bool:
    """Whether the record's own class is the Struct that this description was made with."""
    return getattr(node.construct, "__record__", None) is node


def _alone(plan: Plan, strict: bool | None) -> Plan:
    """A plan that asks for another strictness than the record's is run by itself, on its part of the document."""
    if plan.strict is None or plan.strict == strict:
        return plan
    decode = plan.decoder()
    return Plan(msgspec.Raw, None, lambda raw: decode(bytes(raw)))


def _annotate(node: n.Record, plans: list[Plan]) -> None:
    """Have msgspec learn the types of a record class: it reads annotations once, and keeps what it makes of them.

    The annotations that the class was declared with are put back, so forward references are never looked up.
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
    """What stands in the shadow for a member that is absent: its default, or a mark where a function follows."""
    if plan.fill is not None:
        return msgspec.UNSET
    default = member.default
    return msgspec.field(default_factory=partial(dict, default)) if isinstance(default, dict) else default


def _filler(node: n.Record, plans: list[Plan]) -> Callable[[Any], Any]:
    """The function that builds the record from its shadow, as generated source."""
    known: dict[str, Any] = {"construct": node.construct, "fresh": n.fresh, "UNSET": msgspec.UNSET}
    arguments: list[str] = []
    for index, (member, plan) in enumerate(zip(node.members, plans, strict=True)):
        argument = f"shadow.m{index}"
        if plan.fill is not None:
            known[f"fill{index}"] = _but_null(plan.fill) if node.null_as_absent and plan.is_raw else plan.fill
            known[f"default{index}"] = member.default
            filled = f"fill{index}({argument})"
            argument = (
                filled if member.required else f"fresh(default{index}) if {argument} is UNSET else {filled}"
            )
        arguments.append(f"{member.name}={argument}")
    return function("fill", "shadow", f"return construct({', '.join(arguments)})", known, node.name)


def _but_null(fill: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A member that takes null as absence: the plain interpreter says what it is then."""

    def filled(raw: msgspec.Raw) -> Any:
        if bytes(raw) == b"null":
            raise Doubt
        return fill(raw)

    return filled
