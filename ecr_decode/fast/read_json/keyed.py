"""Unions by key: a Struct with a member for each key, one of which must be there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from ...node import kinds as n
from ..source import Body, UnsuitedError
from .record import Shadow
from .shape import Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler


def keyed_shape(node: n.Union, compiler: Compiler) -> Shape:
    """The shape of a union by key; what `otherwise` takes is in doubt."""
    keys = {str(key): case for case, key in node.tagged}
    if not all(map(n.is_struct_name, keys)):
        raise UnsuitedError
    members = [
        n.Member(name=key, wire=key, node=case.node, default=msgspec.UNSET) for key, case in keys.items()
    ]
    record = n.Record(name="union", construct=dict, members=tuple(members))
    shadow = Shadow([record], compiler)

    def emit(given: str, body: Body) -> str:
        given, unset = held(given, body), body.name(msgspec.UNSET)
        every = f"{body.name(msgspec.structs.astuple)}({given})"
        body.line(f"if {every}.count({unset}) != {len(members) - 1}: raise doubt")
        ways = [
            (f"{shadow.found(each, given)} is not {unset}", partial(_value, shadow, record, each))
            for each in members
        ]
        return compiler.chosen(ways, None, given, body)

    _, shape = compiler.put(node, Shape(shadow.cls, emit))
    shadow.fill()
    return shape


def _value(shadow: Shadow, record: n.Record, member: n.Member, given: str, body: Body) -> str:
    return shadow.value(record, member, shadow.found(member, given), body)
