"""Tagged unions: Structs that msgspec tells apart by the tag, or source that looks at the tag."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.claims import claimed, leaves
from ...node.layers import under_functions
from ...node.types import united
from ..source import Body, UnsuitedError, spelled
from .case import chosen_by_tag
from .members import names, rest_of
from .record import from_dict
from .shadow import Shadow, has_shadow
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

_MOST_NAMES = 100
"""How many members a Struct may have for all cases of a union: making it takes a step for each."""


def tagged_shape(node: n.Union, tag: str, compiler: Compiler) -> Shape:
    """The shape of a tagged union."""
    records: list[n.Record] = []
    for case in node.cases:
        record = under_functions(case.node)
        if isinstance(record, n.Record) and has_shadow(record, compiler) and not _has(record, tag):
            records.append(record)
    told = node.has_struct_tags and n.is_struct_name(tag)
    if told and len(records) == len(node.cases) and node.otherwise is None:
        return _by_structs(node, tag, records, compiler)
    if compiler.natives.closed and _is_one_struct(node, compiler):
        shadow = Shadow([node], compiler)
        _, shape = compiler.put(node, Shape(shadow.cls, partial(shadow.emit, node)))
        shadow.fill()
        return shape
    return Shape(Any, tagged_of_tree(node, tag, frozenset(), compiler))


def _by_structs(node: n.Union, tag: str, records: list[n.Record], compiler: Compiler) -> Shape:
    shadows: list[Shadow] = []
    ways: list[tuple[Any, Emit]] = []
    for case, record in zip(node.cases, records, strict=True):
        for each in case.tags:
            shadow = Shadow([record], compiler, (tag, each))
            shadows.append(shadow)
            ways.append((shadow.cls, compiler.over_all(case.node, partial(shadow.emit, record))))

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        tests = [(f"type({given}) is {body.name(cls)}", read) for cls, read in ways]
        return compiler.chosen(tests[:-1], tests[-1][1], given, body)

    _, shape = compiler.put(node, Shape(united([cls for cls, _ in ways]), emit))
    for shadow in shadows:
        shadow.fill()
    return shape


def _is_one_struct(node: n.Union, compiler: Compiler) -> bool:
    """Whether one Struct can have the members of all cases, and the tags."""
    for leaf in leaves(node):
        if not isinstance(leaf, n.Record) or leaf.forbid_unknown or not has_shadow(leaf, compiler):
            return False
    known = {wire for wire, _, _ in names(node)}
    return len(known) <= _MOST_NAMES and all(map(n.is_struct_name, known))


def _has(record: n.Record, name: str) -> bool:
    """Whether a record has a member of a name."""
    return any(member.wire == name for member in claimed(record))


def _sees_tags(record: n.Record, tags: frozenset[str]) -> bool:
    """Whether a record keeps or refuses members that it does not name, some of which would be tags."""
    return rest_of(record) is not None or (
        record.forbid_unknown and not all(_has(record, tag) for tag in tags)
    )


def tagged_of_tree(node: n.Union, tag: str, tags: frozenset[str], compiler: Compiler) -> Emit:
    """Source that looks at the tag in a value of a tree, which has the tags of unions around this one."""
    reads = {
        case.name: _case(case.node, tags if case is node.otherwise else tags | {tag}, compiler)
        for case in node.every
    }

    def emit(given: str, body: Body) -> str:
        given, found = held(given, body), body.variable()
        body.line(f"{found} = {given}.get({spelled(tag)}) if type({given}) is dict else None")
        return chosen_by_tag(node, found, lambda case: reads[case.name], compiler)(given, body)

    return emit


def _case(node: n.Node, tags: frozenset[str], compiler: Compiler) -> Emit:
    """Source for a case of a tree, to which the tags are no members of its own."""
    match under_functions(node):
        case n.Union(by=n.ByTag(tag)) as union:
            return compiler.over_all(node, tagged_of_tree(union, tag, tags, compiler))
        case n.Record() as record if _sees_tags(record, tags) or not has_shadow(record, compiler):
            own = [tag for tag in sorted(tags) if not _has(record, tag)]
            read = compiler.over_all(node, from_dict(record, compiler, own))
            return lambda given, body: read(held(f"{{**{given}}}", body), body)
        case n.Record() | n.AnyJson() | n.Dict():
            return compiler.of_tree(node)
        case _:
            raise UnsuitedError
