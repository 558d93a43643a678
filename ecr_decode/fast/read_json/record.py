"""Records: a Struct that msgspec fills in, or a dict where members are kept that the record does not name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from ...node import kinds as n
from ...node.claims import claims_of
from ..construct import default_of
from ..source import Body, spelled
from .members import Maker, flat_names, or_default, rest_of, whole_members
from .shadow import Shadow, has_shadow
from .shape import KIND_TESTS, Emit, Shape, checked, held

if TYPE_CHECKING:
    from .compiler import Compiler

_DICT: Any = dict


def record_shape(node: n.Record, compiler: Compiler) -> Shape:
    """The shape of a record that is not native."""
    if not has_shadow(node, compiler):
        return Shape(_DICT[str, Any], from_dict(node, compiler), _copied)
    shadow = Shadow([node], compiler)
    _, shape = compiler.put(node, Shape(shadow.cls, partial(shadow.emit, node)))
    shadow.fill()
    return shape


def _copied(given: str, _: Body) -> str:
    return f"{{**{given}}}"


def record_of_tree(node: n.Record, compiler: Compiler) -> Emit:
    """Source of what a record makes of a value of a tree, each member by itself."""
    read = from_dict(node, compiler)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return read(held(checked(KIND_TESTS["object"].format(given), f"{{**{given}}}", body), body), body)

    return emit


def from_dict(node: n.Record, compiler: Compiler, tags: Iterable[str] = ()) -> Emit:
    """Source that takes the members of a record, and the tags that told it, out of a dict of its own."""
    others, flat, whole = rest_of(node), [*flat_names(node)], [*whole_members(node)]

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        inlined = {id(member): _inlined(member, given, body, compiler) for member in whole}
        for name in dict.fromkeys((*tags, *(claim.wire for each in whole for claim in claims_of(each)))):
            body.line(f"{given}.pop({spelled(name)}, None)")
        found: dict[str, str] = {}
        for wire, _, member in flat:
            absent = "" if member.required and not member.aliases else f", {body.name(msgspec.UNSET)}"
            found[wire] = held(f"{given}.pop({spelled(wire)}{absent})", body)
        rest = given
        if others is not None:
            every, of_tree = n.Dict(others.node), compiler.shape(others.node).type is Any
            read = compiler.shape(every).emit if of_tree else compiler.of_tree(every)
            rest = read(given, body)
        elif node.forbid_unknown:
            body.line(f"if {given}: raise doubt")

        def made_before(member: n.Member, _: Body) -> str:
            return inlined[id(member)]

        return Maker(found.__getitem__, member_of_tree, made_before, compiler, rest).made(node, body)

    def member_of_tree(record: n.Record, member: n.Member, given: str, body: Body) -> str:
        read = compiler.of_tree(member.node)
        return or_default(record, member, read, compiler)(given, body)

    return emit


def _inlined(member: n.Member, given: str, body: Body, compiler: Compiler) -> str:
    """What is made of the members of a dict that one member of a record stands for."""
    read = compiler.of_tree(member.node)
    if member.required:
        return held(read(given, body), body)
    wires = {claim.wire for claim in claims_of(member)}
    there = compiler.pure(read, given)
    absent = f"{given}.keys().isdisjoint({body.name(frozenset(wires))})"
    return held(f"({default_of(member, body)} if {absent} else {there})", body)
