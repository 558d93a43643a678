"""Tagged unions: Structs that msgspec tells apart by the tag, or source that looks at the tag in a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.layers import core
from ...node.native import is_struct
from ...node.types import record_of, united
from ...node.walk import unfold
from ..source import Body, UnsuitedError, spelled
from .record import Shadow, tagged_dict
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler


def tagged_shape(node: n.Union, tag: str, compiler: Compiler) -> Shape:
    """The shape of a tagged union."""
    cores = [core(case.node) for case in node.cases]
    structs = all(
        isinstance(core, n.Record) and is_struct(core) and _tells(core, tag, case.name)
        for core, case in zip(cores, node.cases, strict=True)
    )
    alone = len(cores) == 1  # such a Struct need not have its tag
    if structs and n.is_struct_name(tag) and node.otherwise is None and not alone:
        return _structs(node, tag, compiler)
    return Shape(Any, _by_look(node, tag, compiler))


def _tells(record: n.Record, tag: str, name: str) -> bool:
    """Whether the record's own member for the tag, if it has one, holds the tag as it is."""
    for member in record.members:
        if member.wire == tag:
            match member.node:
                case n.String():
                    return True
                case n.Literal(values=values):
                    return any(type(value) is str and value == name for value in values)
                case _:
                    return False
    return True


def _structs(node: n.Union, tag: str, compiler: Compiler) -> Shape:
    """Structs of which msgspec chooses one."""
    shadows = [Shadow([record_of(case)], compiler, (tag, case.name)) for case in node.cases]
    cases = zip(node.cases, shadows, strict=True)
    emits = [over_core(case.node, shadow.emit_first, compiler) for case, shadow in cases]

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        ways = zip([f"type({given}) is {body.name(shadow.cls)}" for shadow in shadows], emits, strict=True)
        return compiler.chosen(list(ways)[:-1], emits[-1], given, body)

    _, shape = compiler.put(node, Shape(united([shadow.cls for shadow in shadows]), emit))
    for shadow in shadows:
        shadow.fill()
    return shape


def over_core(node: n.Node, core: Emit, compiler: Compiler) -> Emit:
    """What stands over the record of a case."""
    match node:
        case n.Named() | n.Refine() | n.Transform():
            return compiler.over(node, over_core(node.item, core, compiler))
        case n.Lazy():
            below = unfold(node)
            return core if below is None else over_core(below, core, compiler)
        case _:
            return core


def _by_look(node: n.Union, tag: str, compiler: Compiler) -> Emit:
    """Source that looks at the tag in a value of a tree."""
    reads = [_case(case, tag, compiler) for case in node.cases]
    rest = None if node.otherwise is None else compiler.node_of_tree(node.otherwise.node)

    def emit(given: str, body: Body) -> str:
        given, found = held(given, body), body.variable()
        body.line(f"{found} = {given}.get({spelled(tag)}) if type({given}) is dict else None")
        tests = [f"{found} == {spelled(case.name)}" for case in node.cases]
        return compiler.chosen(zip(tests, reads, strict=True), rest, given, body)

    return emit


def _case(case: n.Case, tag: str, compiler: Compiler) -> Emit:
    """Source for a case of a tree, to which the tag is no member of its own."""
    match core(case.node):
        case n.Record() as record if not is_struct(record):
            return _copied(over_core(case.node, tagged_dict(record, tag, compiler), compiler))
        case n.Record() as record if all(member.wire != tag for member in record.members):
            shadow = Shadow([record], compiler, (tag, case.name))
            shadow.fill()
            return compiler.of_tree(Shape(shadow.cls, over_core(case.node, shadow.emit_first, compiler)))
        case n.Record() | n.AnyJson() | n.Dict():
            return compiler.node_of_tree(case.node)
        case _:
            raise UnsuitedError


def _copied(emit: Emit) -> Emit:
    def copied(given: str, body: Body) -> str:
        variable = body.variable()
        body.line(f"{variable} = {{**{given}}}")
        return emit(variable, body)

    return copied
