"""Records: a Struct that msgspec fills in, or a dict where members are kept that the record does not name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ...node import kinds as n
from ...node.claims import claimed, claims_of, leaves, takes_rest
from ...node.default import maker
from ...node.facts import facts, takes_all
from ...node.layers import under_functions
from ...node.types import united
from ..construct import construction, default_of
from ..doubt import refuse
from ..source import Body, UnsuitedError, spelled
from .case import chosen_by_tag
from .layout import Layout, layout_of
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


def has_shadow(node: n.Record, compiler: Compiler) -> bool:
    """Whether a Struct can have all names of a record, and no others but in a closed description."""
    if node.forbid_unknown and any(_wholly(node)):  # which names are known depends on what is told
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


def _flat(member: n.Member) -> n.Record | None:
    """The record whose members always stand among those of another."""
    below = under_functions(member.node)
    return below if member.inline and member.required and isinstance(below, n.Record) else None


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


def rest_of(node: n.Record) -> n.Others | None:
    """The member of a record, or of one inlined in it, that takes what no other does."""
    inner = (_rest_of_member(member) for member in node.members if member.inline)
    return node.others or next(filter(None, inner), None)


def _rest_of_member(member: n.Member) -> n.Others | None:
    flat = _flat(member)
    if flat is None and takes_rest(member.node):
        raise UnsuitedError
    return None if flat is None else rest_of(flat)


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
        """The members by their names on the wire; a tag alone is none."""
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
        takes_null = _takes_null(record, member) and self.compiler.natives.strict
        return united([filled, None]) if takes_null else filled

    def _is_filled(self, record: n.Record, member: n.Member) -> bool:
        """Whether what msgspec gives for a member, present or absent, is its value."""
        is_common = member.wire in self.common and not member.aliases
        native = is_common and self.compiler.natives.holds(member.node)
        return native and not (_takes_null(record, member) and member.default is not None)

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
                maker = _Maker(partial(self.at, given), read, inlined, self.compiler, "{}")
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
        return _or_default(record, member, value, self.compiler)(given, body)

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
        {wire: (id(member), owner.null_as_absent) for wire, owner, member in _flatly(record)}
        for record in records
    ]
    told = {wire for record in records for wire in facts(record).fixed} if others else set[str]()
    return frozenset(
        wire
        for wire, known in first.items()
        if wire not in told and all(each.get(wire) == known for each in others)
    )


def _takes_null(record: n.Record, member: n.Member) -> bool:
    """Whether null means the default."""
    return record.null_as_absent and not member.required


def _or_default(record: n.Record, member: n.Member, read: Emit, compiler: Compiler) -> Emit:
    """Source of a member that may be absent, or null instead."""

    def emit(given: str, body: Body) -> str:
        null = f" or {given} is None" if record.null_as_absent else ""
        absent = f"{given} is {body.name(msgspec.UNSET)}{null}"
        return f"({default_of(member, body)} if {absent} else {compiler.pure(read, given)})"

    return read if member.required else emit


def from_dict(node: n.Record, compiler: Compiler, tags: Iterable[str] = ()) -> Emit:
    """Source that takes the members of a record, and the tags that told it, out of a dict of its own."""
    others, flat, whole = rest_of(node), [*_flatly(node)], [*_wholly(node)]

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

        return _Maker(found.__getitem__, member_of_tree, made_before, compiler, rest).made(node, body)

    def member_of_tree(record: n.Record, member: n.Member, given: str, body: Body) -> str:
        read = compiler.of_tree(member.node)
        return _or_default(record, member, read, compiler)(given, body)

    return emit


def _flatly(node: n.Record) -> Iterator[tuple[str, n.Record, n.Member]]:
    """Each name of a record, with those of the records that are always inlined in it, and whose it is."""
    for member in node.members:
        flat = _flat(member)
        if flat is not None:
            yield from _flatly(flat)
        elif not member.inline:
            yield from ((wire, node, member) for wire in member.names)


def _wholly(node: n.Record) -> Iterator[n.Member]:
    """The members of a record, and of those always inlined in it, that are read from the whole object."""
    for member in node.members:
        flat = _flat(member)
        if flat is not None:
            yield from _wholly(flat)
        elif member.inline:
            yield member


def _inlined(member: n.Member, given: str, body: Body, compiler: Compiler) -> str:
    """What is made of the members of a dict that one member of a record stands for."""
    read = compiler.of_tree(member.node)
    if member.required:
        return held(read(given, body), body)
    wires = {claim.wire for claim in claims_of(member)}
    there = compiler.pure(read, given)
    absent = f"{given}.keys().isdisjoint({body.name(frozenset(wires))})"
    return held(f"({default_of(member, body)} if {absent} else {there})", body)


class _Maker(NamedTuple):
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
            flat = _flat(member)
            if flat is None:
                return held(self.inlined(member, body), body)
            inner = self.compiler.over_all(member.node, lambda _, body: self.made(flat, body))
            return held(inner("", body), body)
        found = [self.found(wire) for wire in member.names]
        given = _by_any_name(member, found, body) if member.aliases else found[0]
        return self.read(record, member, given, body)


def _by_any_name(member: n.Member, found: list[str], body: Body) -> str:
    """What is found by one of the names of a member; two of them are in doubt."""
    given, unset = body.variable(), body.name(msgspec.UNSET)
    body.line(f"{given} = {found[0]}")
    for each in found[1:]:
        with body.block(f"if {each} is not {unset}:"):
            body.line(f"if {given} is not {unset}: raise doubt")
            body.line(f"{given} = {each}")
    if member.required:
        body.line(f"if {given} is {unset}: {body.name(refuse)}()")
    return given
