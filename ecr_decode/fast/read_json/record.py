"""Records: a Struct that msgspec fills in, or a dict where members are kept that the record does not name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from ...node import kinds as n
from ...node.facts import facts
from ...node.native import is_struct
from ...node.types import united
from ..construct import construction
from ..source import Body, spelled
from .shape import Emit, Shape, checked, held

if TYPE_CHECKING:
    from .compiler import Compiler

_DICT: Any = dict
_LITERAL: Any = Literal


def record_shape(node: n.Record, compiler: Compiler) -> Shape:
    """The shape of a record that is not native."""
    if not is_struct(node):
        return Shape(_DICT[str, Any], _from_dict(node, compiler), _copied)
    shadow = Shadow([node], compiler)
    _, shape = compiler.put(node, Shape(shadow.cls, shadow.emit_first))
    shadow.fill()
    return shape


class Shadow:
    """A Struct with the members of a record, or of several ones, from which one of them is made."""

    __slots__ = ("cls", "compiler", "fields", "records", "shapes", "tag", "types")

    def __init__(
        self, records: list[n.Record], compiler: Compiler, tag: tuple[str, str] | None = None
    ) -> None:
        self.records = records
        self.compiler = compiler
        self.tag = tag
        """The member by which a union tells the record, and its value."""
        self.fields: dict[str, str] = {}
        """The names in the Struct by those on the wire."""
        self.shapes: dict[int, Shape] = {}
        self.types: dict[str, Any] = {}
        for _, member in self._members():
            self.fields.setdefault(member.wire, f"m{len(self.fields)}")
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
        self.shapes = {id(member): self.compiler.shape(member.node) for _, member in self._members()}
        self.types = {wire: self._type(wire) for wire in self.fields}
        self.cls.__annotations__ = {name: self.types[wire] for wire, name in self.fields.items()}

    def _members(self, wire: str | None = None) -> list[tuple[n.Record, n.Member]]:
        """The members that the Struct has, or those of one name."""
        own = [(record, member) for record in self.records for member in record.members]
        tag = None if self.tag is None else self.tag[0]
        return [each for each in own if each[1].wire != tag and wire in (None, each[1].wire)]

    def _type(self, wire: str) -> Any:
        """The type of a member: one that the records agree on, or any."""
        members = self._members(wire)
        texts = [text for _, member in members for text in constant_texts(member.node)]
        if len(members) > 1 and texts and all(constant_texts(member.node) for _, member in members):
            return _LITERAL[tuple(texts)]
        first, *rest = [self._own_type(*each) for each in members]
        return first if all(each == first for each in rest) else Any

    def _own_type(self, record: n.Record, member: n.Member) -> Any:
        filled = self.shapes[id(member)].type
        takes_null = _takes_null(record, member) and self.compiler.natives.strict
        return united([filled, None]) if takes_null else filled

    def _is_filled(self, record: n.Record, member: n.Member) -> bool:
        """Whether what msgspec gives for a member, present or absent, is its value."""
        native = self.compiler.natives.holds(member.node) and len(self.records) == 1
        return native and not (_takes_null(record, member) and member.default is not None)

    def _absent(self, wire: str) -> tuple[Any, ...]:
        """What the Struct holds for an absent member: its default, or a mark if source makes the value."""
        record, member = self._members(wire)[0]
        default: Any = member.default
        if len(self.records) == 1 and member.required:
            return ()
        if not self._is_filled(record, member):
            return (msgspec.UNSET,)
        return (
            msgspec.field(default_factory=partial(n.fresh, default))
            if isinstance(default, dict)
            else default,
        )

    def emit(self, record: n.Record, given: str, body: Body) -> str:
        """One of the records, made of the Struct."""
        given = held(given, body)
        arguments: dict[str, str] = {}
        for member in record.members:
            if self.tag is not None and member.wire == self.tag[0]:
                arguments[member.name] = spelled(self.tag[1])
            else:
                arguments[member.name] = self._member(record, member, self.found(member, given), body)
        return construction(record.construct, arguments, body)

    @property
    def emit_first(self) -> Emit:
        """Source of the record where there is one alone."""
        return partial(self.emit, self.records[0])

    def found(self, member: n.Member, given: str) -> str:
        """The expression of what msgspec gives for a member."""
        return f"{given}.{self.fields[member.wire]}"

    def _member(self, record: n.Record, member: n.Member, given: str, body: Body) -> str:
        value = partial(self._value, record, member)
        if member.required:
            return value(given, body)
        if self._is_filled(record, member):
            return given
        absent = f"{given} is {body.name(msgspec.UNSET)}"
        absent += f" or {given} is None" if _takes_null(record, member) else ""
        return f"({default_of(member, body)} if {absent} else {self.compiler.pure(value, given)})"

    def _value(self, record: n.Record, member: n.Member, given: str, body: Body) -> str:
        shape, filled = self.shapes[id(member)], self.types[member.wire]
        if filled is Any and shape.type is not Any:
            return self.compiler.from_tree(shape, given, body)
        texts = constant_texts(member.node)
        if len(self.records) > 1 and texts and member.wire not in facts(record).fixed:
            return checked(f"{given} in {texts!r}", given, body)  # the Struct takes the texts of all records
        return shape.emit(given, body)


def _takes_null(record: n.Record, member: n.Member) -> bool:
    """Whether null means the default."""
    return record.null_as_absent and not member.required


def constant_texts(node: n.Node) -> tuple[str, ...]:
    """The constants of a member that is one of a few texts, and nothing else."""
    match node:
        case n.Literal(values=values, types=types) if {*types} == {str}:
            return tuple(str(value) for value in values)
        case _:
            return ()


def default_of(member: n.Member, body: Body) -> str:
    """The expression of a member's default."""
    default = body.name(member.default)
    return f"{body.name(n.fresh)}({default})" if isinstance(member.default, dict) else default


def _copied(given: str, _: Body) -> str:
    return f"{{**{given}}}"


def _from_dict(node: n.Record, compiler: Compiler, tags: Iterable[str] = ()) -> Emit:
    """Source that takes the members of a record out of a dict of its own."""

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        arguments: dict[str, str] = {}
        for tag in tags:
            body.line(f"{given}.pop({spelled(tag)}, None)")
        for member in node.members:
            found, wire = body.variable(), spelled(member.wire)
            if member.required:
                body.line(f"{found} = {given}.pop({wire})")
                arguments[member.name] = held(compiler.of_tree(member.node)(found, body), body)
                continue
            unset = body.name(msgspec.UNSET)
            body.line(f"{found} = {given}.pop({wire}, {unset})")
            absent = f"{found} is {unset}" + (f" or {found} is None" if node.null_as_absent else "")
            read = compiler.pure(compiler.of_tree(member.node), found)
            arguments[member.name] = f"({default_of(member, body)} if {absent} else {read})"
        if node.others is not None:
            rest = compiler.of_tree(n.Dict(node.others.node))(given, body)
            arguments[node.others.name] = given if isinstance(node.others.node, n.AnyJson) else rest
        elif node.forbid_unknown:
            body.line(f"if {given}: raise doubt")
        return construction(node.construct, arguments, body)

    return emit


def tagged_dict(node: n.Record, tag: str, compiler: Compiler) -> Emit:
    """The same, where the member that told the record is not one of its own."""
    if any(member.wire == tag for member in node.members):
        return _from_dict(node, compiler)
    return _from_dict(node, compiler, (tag,))
