"""Encoders of unions: the case by the class of the value, and only where reading will decide for it again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Any, Protocol, TypeAlias, assert_never

from ...node import kinds as n
from ...read.kind import kinds
from ..old_json.union import may_fit
from .body import Body, UnsuitedError
from .record import Tags, never_null

Plainly: TypeAlias = Callable[[n.Node], Callable[[Any], Any]]
"""Gives what writes a node by the plain interpreter."""


class WriteTagged(Protocol):
    """Leaves in a variable what is written of it, with tags in front of its members."""

    def __call__(self, node: n.Node, var: str, body: Body, tags: Tags = ()) -> bool:
        """Whether what is written may be another value."""
        ...


def write_choice(
    node: n.Union, var: str, body: Body, write: WriteTagged, *, tags: Tags, plainly: Plainly
) -> None:
    """The lines for a union."""
    if tags and not isinstance(node.by, n.ByTag):
        raise UnsuitedError
    rest = node.but_null
    if rest is not None:
        _write_nullable(rest, var, body, write)
        return
    word = "if"
    for case in node.cases:
        with body.block(f"{word} type({var}) is {body.name(case.when)}:", kept=True):
            _case(node, case, var, body, write, tags=tags, plainly=plainly)
        word = "elif"
    classes = tuple(case.when for case in node.cases)
    if node.otherwise is None:
        body.line("else: raise doubt")
        return
    body.line(f"elif isinstance({var}, {body.name(classes)}): raise doubt")
    with body.block("else:"):
        _case(node, node.otherwise, var, body, write, tags=tags, plainly=plainly)


def _write_nullable(rest: n.Node, var: str, body: Body, write: WriteTagged) -> None:
    with body.block(f"if {var} is not None:"):
        write(rest, var, body)
        if not never_null(rest):
            body.line(f"if {var} is None: raise doubt")


def _case(
    node: n.Union, case: n.Case, var: str, body: Body, write: WriteTagged, *, tags: Tags, plainly: Plainly
) -> None:
    """The lines of one case; where it is not certain how they would be read, the plain writer writes it."""
    begin = len(body.lines)
    try:
        _write_case(node, case, var, body, write, tags=tags)
    except UnsuitedError:
        if tags or body.room < 0:
            raise
        del body.lines[begin:]
        body.line(f"{var} = {body.name(plainly(node))}({var})")


def _write_case(node: n.Union, case: n.Case, var: str, body: Body, write: WriteTagged, *, tags: Tags) -> None:
    match node.by:
        case n.ByTag(tag) if case is not node.otherwise:
            write(case.node, var, body, (*tags, (tag, case.name)))
            return
        case n.ByTag(tag):
            certain = not tags and _lacks(case.node, tag)
        case n.ByKind():
            found = written_kinds(case.node)
            others = [kinds(other.node) for other in node.cases if other is not case]
            own = case is node.otherwise or found <= kinds(case.node)
            certain = bool(found) and own and found.isdisjoint(frozenset[str]().union(*others))
        case n.ByTrial():
            certain = all(_refuses(earlier.node, case.node) for earlier in _before(node, case))
        case _:
            assert_never(node.by)
    if not certain:
        raise UnsuitedError
    write(case.node, var, body)


def _before(node: n.Union, case: n.Case) -> list[n.Case]:
    """The cases that reading tries before one."""
    return list(takewhile(lambda each: each is not case, node.cases))


def _refuses(reading: n.Node, written: n.Node) -> bool:
    """Whether a node reads nothing of what another writes: it is of other kinds, or lacks a member."""
    found = written_kinds(written)
    if found and not any(may_fit(reading, kind) for kind in found):
        return True
    wires, record = _wires(written), n.bare(reading)
    if wires is None or not isinstance(record, n.Record):
        return False
    return any(member.required and member.wire not in wires for member in record.members)


def _wires(node: n.Node) -> frozenset[str] | None:
    """The names of all members that a node may write; None where the description does not say."""
    while isinstance(node, n.Named | n.Refine | n.Transform):
        node = node.item
    if not isinstance(node, n.Record) or node.others is not None:
        return None
    return frozenset(member.wire for member in node.members)


def _lacks(node: n.Node, name: str) -> bool:
    """Whether nothing that a node writes has a member of this name."""
    while isinstance(node, n.Named | n.Refine | n.Transform):
        node = node.item
    match node:
        case n.Record(members=members, others=None):
            return all(member.wire != name for member in members)
        case n.JsonNull() | n.Bool() | n.Integer() | n.Number() | n.String() | n.Timestamp() | n.Blob():
            return True
        case _:
            return False


def written_kinds(node: n.Node) -> frozenset[str]:
    """The JSON kinds of what a compiled encoder writes; empty where the description does not say."""
    match node:
        case n.Timestamp():
            return frozenset(("number",))
        case n.Named() | n.Refine() | n.Transform():
            return written_kinds(node.item)
        case n.Union():
            cases: list[Any] = [*node.cases, *([] if node.otherwise is None else [node.otherwise])]
            found = [written_kinds(case.node) for case in cases]
            return frozenset[str]().union(*found) if all(found) else frozenset()
        case n.Array(item=item, lone=True):
            found_item = written_kinds(item)
            return found_item | {"array"} if found_item else frozenset()
        case n.Bind():
            return frozenset()
        case _:
            return kinds(node)
