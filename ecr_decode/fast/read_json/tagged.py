"""Tagged unions: Structs that msgspec tells apart by the tag, or source that looks at the tag in a tree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.claims import claimed
from ...node.layers import under_functions
from ...node.types import united
from ..source import Body, UnsuitedError, spelled
from .record import Shadow, from_dict, has_shadow
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler


def tagged_shape(node: n.Union, tag: str, compiler: Compiler) -> Shape:
    """The shape of a tagged union."""
    records: list[n.Record] = []
    for case in node.cases:
        record = under_functions(case.node)
        if isinstance(record, n.Record) and has_shadow(record) and not _has(record, tag):
            records.append(record)
    told = node.has_struct_tags and n.is_struct_name(tag)
    if not told or len(records) < len(node.cases) or node.otherwise is not None:
        return Shape(Any, _by_look(node, tag, compiler))
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


def _has(record: n.Record, name: str) -> bool:
    """Whether a record has a member of a name."""
    return any(member.wire == name for member in claimed(record))


def _by_look(node: n.Union, tag: str, compiler: Compiler) -> Emit:
    """Source that looks at the tag in a value of a tree."""
    reads = [_case(case, tag, compiler) for case in node.cases]
    rest = None if node.otherwise is None else compiler.of_tree(node.otherwise.node)

    def emit(given: str, body: Body) -> str:
        given, found = held(given, body), body.variable()
        body.line(f"{found} = {given}.get({spelled(tag)}) if type({given}) is dict else None")
        tests = [_test(case, found) for case in node.cases]
        return compiler.chosen(zip(tests, reads, strict=True), rest, given, body)

    return emit


def _test(case: n.Case, found: str) -> str:
    """The source that says whether a tag is one of a case."""
    tests = [f"{found} == {spelled(tag)}" for tag in case.tags if isinstance(tag, str)]
    tests += [
        f"type({found}) is {type(tag).__name__} and {found} == {tag!r}"
        for tag in case.tags
        if not isinstance(tag, str)
    ]
    return " or ".join(tests)


def _case(case: n.Case, tag: str, compiler: Compiler) -> Emit:
    """Source for a case of a tree, to which the tag is no member of its own."""
    match under_functions(case.node):
        case n.Record() as record if not has_shadow(record):
            read = compiler.over_all(
                case.node, from_dict(record, compiler, [] if _has(record, tag) else [tag])
            )
            return lambda given, body: read(held(f"{{**{given}}}", body), body)
        case n.Record(forbid_unknown=True) as record if not _has(record, tag):
            raise UnsuitedError
        case n.Record() | n.AnyJson() | n.Dict():
            return compiler.of_tree(case.node)
        case _:
            raise UnsuitedError
