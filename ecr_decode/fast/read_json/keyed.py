"""Unions by key: a Struct with a member for each key, one of which must be there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from ...node import kinds as n
from ...node.facts import facts
from ..doubt import refuse
from ..source import Body, UnsuitedError, spelled
from .shadow import Shadow
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler


def keyed_shape(node: n.Union, compiler: Compiler) -> Shape:
    """The shape of a union by key: a Struct, or source that looks at the keys in a value of a tree."""
    keys = {str(key): case for case, key in node.tagged}
    if node.otherwise is not None:
        return Shape(Any, partial(_by_look, node.otherwise, keys, compiler))
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
        body.line(f"if {every}.count({unset}) != {len(members) - 1}: {body.name(refuse)}()")
        ways = [
            (f"{shadow.found(each, given)} is not {unset}", partial(_value, shadow, record, each))
            for each in members
        ]
        return compiler.chosen(ways, None, given, body)

    _, shape = compiler.put(node, Shape(shadow.cls, emit))
    shadow.fill()
    return shape


def _by_look(rest: n.Case, keys: dict[str, n.Case], compiler: Compiler, given: str, body: Body) -> str:
    """Source for a value of a tree; a null is no key, unless its case reads null."""
    given, found, key = held(given, body), body.variable(), body.variable()
    nullable = body.name(frozenset(name for name, case in keys.items() if facts(case.node).reads_null))
    is_there = f"({given}[{key}] is not None or {key} in {nullable})"
    every = f"[{key} for {key} in {given} if {key} in {body.name(frozenset(keys))} and {is_there}]"
    body.line(f"{found} = {every} if type({given}) is dict else []")
    ways = [
        (f"{found} == [{spelled(name)}]", partial(_at, spelled(name), compiler.of_tree(case.node)))
        for name, case in keys.items()
    ]
    return compiler.chosen([*ways, (f"not {found}", compiler.of_tree(rest.node))], None, given, body)


def _at(name: str, read: Emit, given: str, body: Body) -> str:
    return read(f"{given}[{name}]", body)


def _value(shadow: Shadow, record: n.Record, member: n.Member, given: str, body: Body) -> str:
    return shadow.value(record, member, shadow.found(member, given), body)
