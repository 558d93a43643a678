"""Unions by trial: one Struct with the members of all alternatives, or source that tries them in order."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.facts import facts
from ...node.known import ALL_KINDS, OBJECT, STRING, Names
from ...node.layers import under_functions, under_names
from ...node.native import is_struct, keeps_unknown
from ..alternative import alternative_or_fault, first_item, first_of
from ..doubt import Refused, refuse
from ..source import Body, spelled
from ..textual import LENGTHS, may_be_json
from .scalar import scalar_or_fault, tested
from .shadow import Shadow
from .shape import Emit, Shape, held, kind_test

if TYPE_CHECKING:
    from .compiler import Compiler


def are_told_apart(alternatives: list[n.Node]) -> bool:
    """Whether all are records, none of which has what an earlier one requires."""
    records = [under_functions(each) for each in alternatives]
    return all(
        isinstance(each, n.Record) and is_struct(each) and not each.forbid_unknown for each in records
    ) and all(_lacks(earlier, later) for index, later in enumerate(records) for earlier in records[:index])


def _lacks(earlier: n.Node, later: n.Node) -> bool:
    """Whether what one record is written as lacks what another requires, by a name or by a constant."""
    first, second = facts(earlier), facts(later)
    if second.names is None:
        return False
    return bool(first.needs - second.names) or any(
        name in first.needs and constants.isdisjoint(second.fixed.get(name, constants))
        for name, constants in first.fixed.items()
    )


def merged_shape(node: n.Union, compiler: Compiler) -> Shape:
    """One Struct with the members of several records; the first that finds all it requires takes it."""
    records: list[Any] = [under_functions(case.node) for case in node.every]
    shadow = Shadow(records, compiler)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        ways = [
            (_test(shadow, record, given, body), compiler.over_all(case.node, partial(shadow.emit, record)))
            for case, record in zip(node.every, records, strict=True)
        ]
        return compiler.chosen(ways, None, given, body)

    _, shape = compiler.put(node, Shape(shadow.cls, emit))
    shadow.fill()
    return shape


def _test(shadow: Shadow, record: n.Record, given: str, body: Body) -> str:
    """Whether all that a record requires is there, and every constant is one of its own."""
    unset = body.name(msgspec.UNSET)
    tests: list[str] = []
    for member in record.members:
        found, constants = shadow.found(member, given), facts(record).fixed.get(member.wire)
        if constants is not None:
            same = _is_one(constants, found, body)
            tests.append(same if member.required else f"({found} is {unset} or {same})")
        elif member.required:
            tests.append(f"{found} is not {unset}")
    return " and ".join(tests) or "True"


def _is_one(constants: frozenset[tuple[type, Any]], found: str, body: Body) -> str:
    if len(constants) == 1 and all(kind is str for kind, _ in constants):
        ((_, text),) = constants
        return f"{found} == {spelled(text)}"
    return f"(type({found}), {found}) in {body.name(constants)}"


def tried(alternatives: list[n.Node], compiler: Compiler) -> Emit:
    """Source that tries the alternatives on a value of a tree."""
    *earlier, last = alternatives
    exact = compiler.natives.exact

    def emit(given: str, body: Body) -> str:
        given, inner = held(given, body), Body(body)
        known = [tested(each, given, body, exact=exact) for each in alternatives]
        if None not in known:
            ways = "".join(f"{found} if {test} else " for test, found in filter(None, known))
            return f"({ways}{body.name(refuse)}())"
        for node, way in zip(earlier, known, strict=False):
            if way is not None:
                inner.line(f"if {way[0]}: return {way[1]}")
                continue
            tests = [
                *_tests(node, alternatives, given, body, exact=exact),
                *_member_tests(node, alternatives, given),
            ]
            with inner.block(f"if {' and '.join(tests) or 'True'}:"):
                _try(node, given, inner, compiler)
        inner.line(f"return {compiler.pure(compiler.of_tree(last), given)}")
        return compiler.apart(inner, given)

    return emit


def _try(node: n.Node, given: str, inner: Body, compiler: Compiler) -> None:
    """The lines that return what a node reads, unless it refuses the value for certain."""
    quickly, about = alternative_or_fault(node, scalar_or_fault), facts(node)
    found, fault = inner.variable(), inner.name(FAULT)
    if quickly is not None:
        inner.line(f"{found} = {inner.name(quickly)}({given})")
        inner.line(f"if {found} is not {fault}: return {found}")
        return
    read = f"return {compiler.pure(compiler.of_tree(node), given)}"
    if about.free and about.calls:  # a function may have changed the tree
        inner.line(read)
        return
    with inner.block("try:"):
        inner.line(read)
    refused = "" if about.errors else f"{inner.name(Refused)}, "  # errors are values
    if about.final:
        inner.line(f"except ({refused}{inner.name(msgspec.ValidationError)},): pass")
        return
    if compiler.natives.closed and keeps_unknown(node):  # it may have refused members that are kept
        inner.line("except Exception: raise doubt")
        return
    if refused:
        inner.line(f"except {inner.name(Refused)}: {found} = {fault}")
    inner.line("except MemoryError: raise")
    inner.line(f"except Exception: {found} = {compiler.or_fault(node)}({given})")
    inner.line(f"if {found} is not {fault}: return {found}")


def _tests(node: n.Node, others: list[n.Node], given: str, body: Body, *, exact: bool) -> list[str]:
    """What a value of a tree must be for a node to read it: its kind, its members, their constants."""
    about, below = facts(node), under_names(node)
    if about.reads >= ALL_KINDS:
        return []
    if isinstance(below, n.JsonText):
        return [kind_test(STRING, given), f"{body.name(may_be_json(below))}({given})"]
    if isinstance(below, n.Textual):
        least, most = LENGTHS[below.format]
        return [kind_test(STRING, given), f"{least} <= len({given})" + f" <= {most}" * (most < sys.maxsize)]
    tests = [f"({kind_test(about.reads, given)})", *_first_tests(below, others, given, body, exact=exact)]
    if about.reads == OBJECT:
        tests += [f"{spelled(name)} in {given}" for name in sorted(about.needs)]
        for name, constants in about.fixed.items():
            if name in about.needs and {kind for kind, _ in constants} == {str}:
                tests.append(_is_one(constants, f"{given}[{spelled(name)}]", body))
    return tests


def _member_tests(node: n.Node, others: list[n.Node], given: str) -> Iterator[str]:
    """Of what kind a member must be that is of another kind in another alternative."""
    found = [_required(each) for each in others]
    for name, kinds in _required(node).items():
        if any(name in each and kinds.isdisjoint(each[name]) for each in found):
            yield f"({kind_test(kinds, f'{given}[{spelled(name)}]')})"


def _required(node: n.Node) -> dict[str, Names]:
    """The members that a record requires by one name, and the kinds that they may be of."""
    record = under_functions(node)
    members = record.members if isinstance(record, n.Record) else ()
    return {
        each.wire: facts(each.node).reads
        for each in members
        if each.required and not (each.inline or each.aliases)
    }


def _first_tests(node: n.Node, others: list[n.Node], given: str, body: Body, *, exact: bool) -> list[str]:
    """What the first item of a container must be, and how many there must be."""
    item, tests = first_item(node), list[str]()
    if isinstance(node, n.Tuple):
        tests.append(f"len({given}) {'==' if node.rest is None else '>='} {len(node.items)}")
        rest = enumerate(node.items[1:], 1)
        known = (tested(each, f"{given}[{index}]", body, exact=exact) for index, each in rest)
        tests += [f"({each[0]})" for each in known if each is not None]
    if item is None or facts(item).reads >= ALL_KINDS:
        return tests
    first = first_of(node, given)
    whole, test = tested(item, first, body, exact=exact), f"({kind_test(facts(item).reads, first)})"
    read = alternative_or_fault(item, scalar_or_fault) if _look_alike(node, item, others) else None
    if whole is not None:
        test = whole[0]
    elif read is not None:
        test += f" and {body.name(read)}({first}) is not {body.name(FAULT)}"
    return [*tests, f"(not {given} or {test})"]


def _look_alike(node: n.Node, item: n.Node, others: list[n.Node]) -> bool:
    """Whether the first item may be of a kind that another container has as well."""
    near = [each for each in map(under_functions, others) if each is not node]
    items = [first_item(each) or each for each in near if facts(each).reads & facts(node).reads]
    return any(facts(each).reads & (facts(item).reads | facts(node).reads) for each in items)
