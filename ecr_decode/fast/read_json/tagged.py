"""Tagged unions: Structs that msgspec tells apart by the tag, or source that looks at the tag in a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.facts import unfold
from ...node.native import is_struct
from ...node.types import united
from ..source import Body, UnsuitedError, spelled
from .record import Shadow, tagged_dict
from .shape import Emit, Shape, fail, held

if TYPE_CHECKING:
    from .compiler import Compiler

_MOST_INLINE = 6
"""So many cases are told apart by comparing; more are looked up."""


def tagged_shape(node: n.Union, tag: str, compiler: Compiler) -> Shape:
    """The shape of a tagged union."""
    cores = [core_of(case.node) for case in node.cases]
    structs = all(
        isinstance(core, n.Record) and is_struct(core) and _tells(core, tag, case.name)
        for core, case in zip(cores, node.cases, strict=True)
    )
    if structs and n.is_struct_name(tag):
        return _structs(node, tag, compiler)
    return Shape(Any, _by_look(node, tag, compiler))


def core_of(node: n.Node) -> n.Node:
    """The node under names, rules and functions, and what a thunk gives."""
    for _ in range(100):
        match node:
            case n.Named() | n.Refine() | n.Transform():
                node = node.item
            case n.Lazy():
                below = unfold(node)
                if below is None:
                    return node
                node = below
            case _:
                return node
    return node


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
    shadows: list[Shadow] = []
    for case in node.cases:
        core = core_of(case.node)
        assert isinstance(core, n.Record)
        shadows.append(Shadow([core], compiler, (tag, case.name)))
    emits = [
        over_core(case.node, shadow.emit_first, compiler)
        for case, shadow in zip(node.cases, shadows, strict=True)
    ]
    if node.otherwise is None and len(shadows) > 1:  # alone, a Struct need not have its tag
        shape = Shape(united([shadow.cls for shadow in shadows]), _by_class(shadows, emits, compiler))
    else:
        shape = Shape(
            Any,
            _by_tag(
                node,
                tag,
                [
                    compiler.of_tree(Shape(shadow.cls, emit))
                    for shadow, emit in zip(shadows, emits, strict=True)
                ],
                compiler,
            ),
        )
    compiler.put(node, shape)
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


def _by_class(shadows: list[Shadow], emits: list[Emit], compiler: Compiler) -> Emit:
    """Source for the Struct that msgspec chose."""

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        if len(shadows) > _MOST_INLINE:
            reads = {
                shadow.cls: compiler.pure(each, "x") for shadow, each in zip(shadows, emits, strict=True)
            }
            return _looked_up(reads, f"type({given})", given, body, compiler)
        parts: list[str] = []
        for shadow, each in zip(shadows, emits, strict=True):
            read = compiler.pure(each, given)
            last = shadow is shadows[-1]
            parts.append(read if last else f"{read} if type({given}) is {body.name(shadow.cls)} else")
        return f"({' '.join(parts)})"

    return emit


def _looked_up(reads: dict[Any, str], key: str, given: str, body: Body, compiler: Compiler) -> str:
    """Source that looks up the function of a case: an entry of a list, by the number of the case."""
    numbers = {case: index for index, case in enumerate(reads)}
    functions = ", ".join(f"lambda x: {read}" for read in reads.values())
    name = f"cases{len(compiler.definitions)}"
    compiler.definitions.append(f"{name} = ({functions},)\n")
    return f"{name}[{body.name(numbers)}[{key}]]({given})"


def _by_look(node: n.Union, tag: str, compiler: Compiler) -> Emit:
    """Source for cases that are no Structs."""
    reads: list[Emit] = []
    for case in node.cases:
        core = core_of(case.node)
        match core:
            case n.Record() if not is_struct(core):
                reads.append(_copied(over_core(case.node, tagged_dict(core, tag, compiler), compiler)))
            case n.Record() if any(member.wire == tag for member in core.members):
                reads.append(compiler.node_of_tree(case.node))
            case n.Record():
                shadow = Shadow([core], compiler, (tag, case.name))
                shadow.fill()
                reads.append(
                    compiler.of_tree(Shape(shadow.cls, over_core(case.node, shadow.emit_first, compiler)))
                )
            case n.AnyJson() | n.Dict():
                reads.append(compiler.node_of_tree(case.node))
            case _:
                raise UnsuitedError
    return _by_tag(node, tag, reads, compiler)


def _copied(emit: Emit) -> Emit:
    def copied(given: str, body: Body) -> str:
        variable = body.variable()
        body.line(f"{variable} = {{**{given}}}")
        return emit(variable, body)

    return copied


def _by_tag(node: n.Union, tag: str, reads: list[Emit], compiler: Compiler) -> Emit:
    """Source that looks at the tag in a value of a tree."""

    def emit(given: str, body: Body) -> str:
        given, found = held(given, body), body.variable()
        body.line(f"{found} = {given}.get({spelled(tag)}) if type({given}) is dict else None")
        parts: list[str] = []
        for case, each in zip(node.cases, reads, strict=True):
            read = compiler.pure(each, given)
            parts.append(f"{read} if {found} == {spelled(case.name)} else")
        last = f"{body.name(fail)}()"
        if node.otherwise is not None:
            last = compiler.pure(compiler.node_of_tree(node.otherwise.node), given)
        return f"({' '.join(parts)} {last})"

    return emit
