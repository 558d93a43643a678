"""Members of records: their names, those of inlined records among them, and how a record is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from ...node import kinds as n
from ...node.claims import takes_rest
from ...node.facts import takes_all
from ...node.layers import under_functions
from ..construct import construction, default_of
from ..doubt import refuse
from ..source import Body, UnsuitedError
from .shape import Emit, held

if TYPE_CHECKING:
    from .compiler import Compiler


def names(node: n.Node) -> Iterator[tuple[str, n.Record | None, n.Member]]:
    """Each name by which a record, or a tagged union, is read: a member of a record, or a tag."""
    match under_functions(node):
        case n.Record() as record:
            for member in record.members:
                if member.inline:
                    yield from names(member.node)
                else:
                    yield from ((wire, record, member) for wire in member.names)
        case n.Union(by=n.ByTag() as by) as union:
            yield by.tag, None, by.member
            for case in union.every:
                yield from names(case.node)
        case _:
            raise UnsuitedError


def flat_record(member: n.Member) -> n.Record | None:
    """The record whose members always stand among those of another."""
    below = under_functions(member.node)
    return below if member.inline and member.required and isinstance(below, n.Record) else None


def flat_names(node: n.Record) -> Iterator[tuple[str, n.Record, n.Member]]:
    """Each name of a record, with those of the records that are always inlined in it, and whose it is."""
    for member in node.members:
        flat = flat_record(member)
        if flat is not None:
            yield from flat_names(flat)
        elif not member.inline:
            yield from ((wire, node, member) for wire in member.names)


def whole_members(node: n.Record) -> Iterator[n.Member]:
    """The members of a record, and of those always inlined in it, that are read from the whole object."""
    for member in node.members:
        flat = flat_record(member)
        if flat is not None:
            yield from whole_members(flat)
        elif member.inline:
            yield member


def rest_of(node: n.Record) -> n.Others | None:
    """The member of a record, or of one inlined in it, that takes what no other does."""
    inner = (_rest_of_member(member) for member in node.members if member.inline)
    return node.others or next(filter(None, inner), None)


def _rest_of_member(member: n.Member) -> n.Others | None:
    flat = flat_record(member)
    if flat is None and takes_rest(member.node):
        raise UnsuitedError
    return None if flat is None else rest_of(flat)


def takes_null(record: n.Record, member: n.Member) -> bool:
    """Whether null means the default."""
    return record.null_as_absent and not member.required


def or_default(record: n.Record, member: n.Member, read: Emit, compiler: Compiler) -> Emit:
    """Source of a member that may be absent, or null instead."""

    def emit(given: str, body: Body) -> str:
        null = f" or {given} is None" if record.null_as_absent else ""
        absent = f"{given} is {body.name(msgspec.UNSET)}{null}"
        return f"({default_of(member, body)} if {absent} else {compiler.pure(read, given)})"

    return read if member.required else emit


class Maker(NamedTuple):
    """Makes a record, and those inlined in it, of what is found by each name."""

    found: Callable[[str], str]
    read: Callable[[n.Record, n.Member, str, Body], str]
    inlined: Callable[[n.Member, Body], str]
    compiler: Compiler
    rest: str = ""

    def made(self, record: n.Record, body: Body) -> str:
        """The expression of a record."""
        return construction(record.construct, self.arguments(record, body), body)

    def check(self, record: n.Record, body: Body) -> None:
        """Make the members alone, and of those only the ones of which there may be none."""
        for member in record.members:
            if member.required or self.compiler.natives.exact or not takes_all(member.node):
                made = self._argument(record, member, body)
                if "(" in made:  # else it is a name
                    body.line(made)

    def arguments(self, record: n.Record, body: Body) -> dict[str, str]:
        """The expressions of the members of a record."""
        arguments = {member.name: self._argument(record, member, body) for member in record.members}
        if record.others is not None:
            arguments[record.others.name] = self.rest
        return arguments

    def _argument(self, record: n.Record, member: n.Member, body: Body) -> str:
        if member.inline:
            flat = flat_record(member)
            if flat is None:
                return held(self.inlined(member, body), body)
            inner = self.compiler.over_all(member.node, lambda _, body: self.made(flat, body))
            return held(inner("", body), body)
        found = [self.found(wire) for wire in member.names]
        given = _by_any_name(member, found, body) if member.aliases else found[0]
        return self.read(record, member, given, body)


def _by_any_name(member: n.Member, found: list[str], body: Body) -> str:
    """The value under one of the names of a member; if two names are there, the document is in doubt."""
    given, unset = body.variable(), body.name(msgspec.UNSET)
    body.line(f"{given} = {found[0]}")
    for each in found[1:]:
        with body.block(f"if {each} is not {unset}:"):
            body.line(f"if {given} is not {unset}: raise doubt")
            body.line(f"{given} = {each}")
    if member.required:
        body.line(f"if {given} is {unset}: {body.name(refuse)}()")
    return given
