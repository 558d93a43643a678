"""Records: a Struct that msgspec fills in, or a dict where members are kept that the record does not name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ...node import kinds as n
from ...node.default import maker
from ...node.facts import facts
from ...node.layers import under_functions
from ...node.types import united
from ..construct import construction, default_of
from ..source import Body, UnsuitedError, spelled
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

_DICT: Any = dict


def record_shape(node: n.Record, compiler: Compiler) -> Shape:
    """The shape of a record that is not native."""
    if not has_shadow(node):
        return Shape(_DICT[str, Any], from_dict(node, compiler), _copied)
    shadow = Shadow([node], compiler)
    _, shape = compiler.put(node, Shape(shadow.cls, partial(shadow.emit, node)))
    shadow.fill()
    return shape


def _copied(given: str, _: Body) -> str:
    return f"{{**{given}}}"


def has_shadow(node: n.Record) -> bool:
    """Whether a Struct can have all names of a record, and no others."""
    return _rest(node) is None and all(n.is_struct_name(wire) for wire, _, _ in _names(node))


def _names(node: n.Record) -> Iterator[tuple[str, n.Record, n.Member]]:
    """Each name of a record, with those of the records that are inlined in it, and its member."""
    for member in node.members:
        if member.inline:
            yield from _names(_inlined(member))
        else:
            yield from ((wire, node, member) for wire in member.names)


def _inlined(member: n.Member) -> n.Record:
    """The record whose members are among those of another."""
    record = under_functions(member.node)
    if not isinstance(record, n.Record) or not member.required:
        raise UnsuitedError
    return record


def _rest(node: n.Record) -> n.Others | None:
    """The member of a record, or of one inlined in it, that takes what no other does."""
    inner = (_rest(_inlined(member)) for member in node.members if member.inline)
    return node.others or next(filter(None, inner), None)


class Shadow:
    """A Struct with the members of a record, or of several ones, from which one of them is made."""

    __slots__ = ("cls", "compiler", "fields", "members", "merges", "shapes", "types")

    def __init__(
        self, records: list[n.Record], compiler: Compiler, tag: tuple[str, n.Tag] | None = None
    ) -> None:
        self.compiler: Compiler = compiler
        self.merges: bool = len(records) > 1
        self.members: dict[str, list[tuple[n.Record, n.Member]]] = {}
        """The members by their names on the wire."""
        for record in records:
            for wire, owner, member in _names(record):
                self.members.setdefault(wire, []).append((owner, member))
        self.fields: dict[str, str] = {wire: f"m{index}" for index, wire in enumerate(self.members)}
        """The names in the Struct by those on the wire."""
        self.shapes: dict[int, Shape] = {}
        self.types: dict[str, Any] = {}
        self.cls: Any = msgspec.defstruct(
            f"Shadow of {records[0].name}",
            [(name, Any, *self._absent(wire)) for wire, name in self.fields.items()],
            kw_only=True,
            gc=False,
            rename={name: wire for wire, name in self.fields.items()},
            forbid_unknown_fields=records[0].forbid_unknown,
            tag_field=None if tag is None else tag[0],
            tag=None if tag is None else tag[1],
        )

    def fill(self) -> None:
        """Give the members their types; msgspec reads them when it is first asked for the Struct."""
        members = [each for named in self.members.values() for each in named]
        self.shapes = {id(member): self.compiler.shape(member.node) for _, member in members}
        self.types = {wire: self._type(wire) for wire in self.fields}
        self.cls.__annotations__ = {name: self.types[wire] for wire, name in self.fields.items()}

    def _type(self, wire: str) -> Any:
        """The type of a member: one that the records agree on, or any."""
        first, *rest = [self._own_type(*each) for each in self.members[wire]]
        return first if all(each == first for each in rest) else Any

    def _own_type(self, record: n.Record, member: n.Member) -> Any:
        filled = self.shapes[id(member)].type
        takes_null = _takes_null(record, member) and self.compiler.natives.strict
        return united([filled, None]) if takes_null else filled

    def _is_filled(self, record: n.Record, member: n.Member) -> bool:
        """Whether what msgspec gives for a member, present or absent, is its value."""
        native = self.compiler.natives.holds(member.node) and not self.merges and not member.aliases
        return native and not (_takes_null(record, member) and member.default is not None)

    def _absent(self, wire: str) -> tuple[Any, ...]:
        """What the Struct holds for an absent member: its default, or a mark if source makes the value."""
        record, member = self.members[wire][0]
        if member.required and not self.merges and not member.aliases:
            return ()
        if not self._is_filled(record, member):
            return (msgspec.UNSET,)
        make = maker(member.default)
        return (member.default if make is None else msgspec.field(default_factory=make),)

    def emit(self, record: n.Record, given: str, body: Body) -> str:
        """One of the records, made of the Struct."""
        given = held(given, body)

        def held_as(wire: str) -> str:
            return f"{given}.{self.fields[wire]}"

        return _Maker(held_as, self._member, self.compiler).made(record, body)

    def found(self, member: n.Member, given: str) -> str:
        """The expression of what msgspec gives for a member."""
        return f"{given}.{self.fields[member.wire]}"

    def _member(self, record: n.Record, member: n.Member, given: str, body: Body) -> str:
        if not member.required and self._is_filled(record, member):
            return given
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
    """Source that takes the members of a record, and the tag that told it, out of a dict of its own."""
    names, others = [*_names(node)], _rest(node)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        found: dict[str, str] = {}
        for name in tags:
            body.line(f"{given}.pop({spelled(name)}, None)")
        for wire, _, member in names:
            absent = "" if member.required and not member.aliases else f", {body.name(msgspec.UNSET)}"
            found[wire] = held(f"{given}.pop({spelled(wire)}{absent})", body)
        rest = given
        if others is not None:
            whole, of_tree = n.Dict(others.node), compiler.shape(others.node).type is Any
            read = compiler.shape(whole).emit if of_tree else compiler.of_tree(whole)
            rest = read(given, body)
        elif node.forbid_unknown:
            body.line(f"if {given}: raise doubt")
        return _Maker(found.__getitem__, member_of_tree, compiler, rest).made(node, body)

    def member_of_tree(record: n.Record, member: n.Member, given: str, body: Body) -> str:
        read = compiler.of_tree(member.node)
        return _or_default(record, member, read, compiler)(given, body)

    return emit


class _Maker(NamedTuple):
    """Makes a record, and those inlined in it, of what is found by each name."""

    found: Callable[[str], str]
    read: Callable[[n.Record, n.Member, str, Body], str]
    compiler: Compiler
    rest: str = ""

    def made(self, record: n.Record, body: Body) -> str:
        """The expression of a record."""
        arguments = {member.name: self._argument(record, member, body) for member in record.members}
        if record.others is not None:
            arguments[record.others.name] = self.rest
        return construction(record.construct, arguments, body)

    def _argument(self, record: n.Record, member: n.Member, body: Body) -> str:
        if member.inline:
            inner = self.compiler.over_all(member.node, lambda _, body: self.made(_inlined(member), body))
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
        body.line(f"if {given} is {unset}: raise doubt")
    return given
