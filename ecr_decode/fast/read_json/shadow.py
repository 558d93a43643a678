"""Shadows: a Struct with the members of one record, or of several, of which source makes one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from ...node import kinds as n
from ...node.claims import claimed, claims_of, leaves
from ...node.default import maker
from ...node.facts import facts
from ...node.types import united
from ..construct import default_of
from ..doubt import refuse
from ..source import Body, UnsuitedError
from .case import chosen_by_tag
from .layout import Layout, layout_of
from .members import Maker, flat_names, names, or_default, rest_of, takes_null, whole_members
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler


def has_shadow(node: n.Record, compiler: Compiler) -> bool:
    """Whether a Struct can have all names of a record, and no others but in a closed description."""
    if node.forbid_unknown and any(whole_members(node)):  # which names are known depends on what is told
        raise UnsuitedError
    by_name = all(map(_is_by_name, node.members)) and (compiler.natives.closed or rest_of(node) is None)
    return by_name and all(n.is_struct_name(wire) for wire, _, _ in names(node))


def _is_by_name(member: n.Member) -> bool:
    """Whether what is inlined, if anything, is a record or told by a tag."""
    if not member.inline:
        return True
    return all(
        isinstance(leaf, n.Record) and all(map(_is_by_name, leaf.members)) for leaf in leaves(member.node)
    )


class Shadow:
    """A Struct with the members of a record, or of several ones, from which one of them is made."""

    __slots__ = ("cls", "common", "compiler", "fields", "layout", "members", "merges", "shapes", "types")

    def __init__(
        self, nodes: Sequence[n.Node], compiler: Compiler, tag: tuple[str, n.Tag] | None = None
    ) -> None:
        self.compiler: Compiler = compiler
        records: list[Any] = [leaf for node in nodes for leaf in leaves(node)]
        self.merges: bool = len(nodes) > 1
        """Whether the members that are there tell the record."""
        self.members: dict[str, list[tuple[n.Record, n.Member]]] = {}
        """The members by their wire names; a tag alone is not a member."""
        found = [each for node in nodes for each in names(node)]
        for wire, owner, member in found:  # in the order of documents, which msgspec looks for first
            if owner is not None:
                self.members.setdefault(wire, []).append((owner, member))
        for wire, _, _ in found:
            self.members.setdefault(wire, [])
        self.common: frozenset[str] = _common(records)
        """The names of the members that all records have."""
        self.shapes: dict[int, Shape] = {}
        self.types: dict[str, Any] = {}
        self.layout: Layout = layout_of(records, self.members)
        """Where the names on the wire are in the Struct."""
        self.cls: Any = self.layout.struct(
            f"Shadow of {records[0].name}",
            {wire: default for wire in self.members for default in self._absent(wire)},
            forbid_unknown_fields=any(each.forbid_unknown or rest_of(each) is not None for each in records),
            tag_field=None if tag is None else tag[0],
            tag=None if tag is None else tag[1],
        )

    def fill(self) -> None:
        """Give the members their types; msgspec reads them when it is first asked for the Struct."""
        members = [each for named in self.members.values() for each in named]
        self.shapes = {id(member): self.compiler.shape(member.node) for _, member in members}
        self.types = {wire: self._type(wire) for wire in self.members}
        self.cls.__annotations__ = self.layout.annotations(self.types)

    def _type(self, wire: str) -> Any:
        """The type of a member: one that the records agree on, or any."""
        types = [self._own_type(*each) for each in self.members[wire]] or [Any]
        return types[0] if all(each == types[0] for each in types) else Any

    def _own_type(self, record: n.Record, member: n.Member) -> Any:
        filled = self.shapes[id(member)].type
        is_nullable = takes_null(record, member) and self.compiler.natives.strict
        return united([filled, None]) if is_nullable else filled

    def _is_filled(self, record: n.Record, member: n.Member) -> bool:
        """Whether what msgspec gives for a member, present or absent, is its value."""
        is_common = member.wire in self.common and not member.aliases
        native = is_common and self.compiler.natives.holds(member.node)
        return native and not (takes_null(record, member) and member.default is not None)

    def _absent(self, wire: str) -> tuple[Any, ...]:
        """What the Struct holds for an absent member: its default, or a mark if source makes the value."""
        if wire not in self.common:
            return (msgspec.UNSET,)
        record, member = self.members[wire][0]
        if member.required and not member.aliases:
            return ()
        if not self._is_filled(record, member):
            return (msgspec.UNSET,)
        make = maker(member.default)
        return (member.default if make is None else msgspec.field(default_factory=make),)

    def emit(
        self,
        node: n.Node,
        given: str,
        body: Body,
        hidden: frozenset[str] = frozenset(),
        *,
        inner: bool = False,
    ) -> str:
        """A record, or the one that a tag tells, made of the Struct, or `inner` beside others that are.

        It has no hidden members.
        """
        match node:
            case n.Record():
                given = held(given, body)
                if rest_of(node) is not None:
                    self._doubt_others(node, given, hidden, body)
                read, inlined = self._member, partial(self._inlined, given)
                maker = Maker(partial(self.at, given), read, inlined, self.compiler, "{}")
                if not inner and self.compiler.is_unread(node):
                    maker.check(node, body)
                    return given
                if not inner and self.layout.has(node):
                    return self.layout.changed(node, given, maker.arguments(node, body), body)
                return maker.made(node, body)
            case n.Union(by=n.ByTag(tag)):
                given, outer = held(given, body), hidden

                def told(case: n.Case) -> Emit:
                    own = outer if case is node.otherwise else outer | {tag}
                    return partial(self.emit, case.node, hidden=own, inner=inner)

                return chosen_by_tag(node, self.at(given, tag), told, self.compiler)(given, body)
            case n.Named() | n.Refine() | n.Transform():
                below = partial(self.emit, node.item, hidden=hidden, inner=inner)
                return self.compiler.over(node, below)(given, body)
            case _:
                raise UnsuitedError

    def at(self, given: str, wire: str) -> str:
        """The expression of what msgspec gives for a name."""
        return f"{given}.{self.layout.slots[wire]}"

    def found(self, member: n.Member, given: str) -> str:
        """The expression of what msgspec gives for a member."""
        return self.at(given, member.wire)

    def _doubt_others(self, record: n.Record, given: str, hidden: frozenset[str], body: Body) -> None:
        """Doubt an object with members of other records, which this one would keep in their order."""
        own = {claim.wire for claim in claimed(record)} | hidden
        unset = body.name(msgspec.UNSET)
        others = [f"{self.at(given, wire)} is not {unset}" for wire in self.members if wire not in own]
        if others:
            body.line(f"if {' or '.join(others)}: raise doubt")

    def _inlined(self, given: str, member: n.Member, body: Body) -> str:
        """A record, or what a tag tells, whose members are among those of another."""
        read = partial(self.emit, member.node, inner=True)
        if member.required:
            return read(given, body)
        unset = body.name(msgspec.UNSET)
        wires = dict.fromkeys(claim.wire for claim in claims_of(member))
        absent = " and ".join(f"{self.at(given, wire)} is {unset}" for wire in wires)
        return f"({default_of(member, body)} if {absent} else {self.compiler.pure(read, given)})"

    def _member(self, record: n.Record, member: n.Member, given: str, body: Body) -> str:
        if not member.required and self._is_filled(record, member):
            return given
        told = self.merges or member.wire in self.common or member.aliases
        if member.required and not told:
            body.line(f"if {given} is {body.name(msgspec.UNSET)}: {body.name(refuse)}()")
        value = partial(self.value, record, member)
        return or_default(record, member, value, self.compiler)(given, body)

    def value(self, record: n.Record, member: n.Member, given: str, body: Body) -> str:
        """The value of a member that is there."""
        shape, filled = self.shapes[id(member)], self.types[member.wire]
        is_tested = self.merges and member.wire in facts(record).fixed  # to choose the record
        if is_tested and isinstance(member.node, n.Literal):
            return given
        if filled is Any and shape.type is not Any:
            return self.compiler.of_tree(member.node)(given, body)
        return shape.emit(given, body)


def _common(records: Sequence[n.Record]) -> frozenset[str]:
    """The names under which all records have the same member, by which none of them is told."""
    first, *others = [
        {wire: (id(member), owner.null_as_absent) for wire, owner, member in flat_names(record)}
        for record in records
    ]
    told = {wire for record in records for wire in facts(record).fixed} if others else set[str]()
    return frozenset(
        wire
        for wire, known in first.items()
        if wire not in told and all(each.get(wire) == known for each in others)
    )
