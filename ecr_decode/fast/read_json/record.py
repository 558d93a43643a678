"""Records: a Struct that msgspec fills in, or a dict where members are kept that the record does not name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from ...node import kinds as n
from ...node.facts import facts, is_record_class
from ..construct import construction
from ..source import Body, spelled
from .native import is_struct, united
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

_DICT: Any = dict


def record_shape(node: n.Record, compiler: Compiler) -> Shape:
    """The shape of a record that is not native."""
    if not is_struct(node):
        return Shape(_DICT[str, Any], _from_dict(node, compiler), _copied)
    changed = in_place(node, compiler)
    if changed is not None:
        return changed
    shadow = Shadow(node, compiler)
    _, shape = compiler.put(node, Shape(shadow.cls, shadow.emit))
    shadow.fill()
    return shape


def in_place(node: n.Record, compiler: Compiler) -> Shape | None:
    """The shape of a record class of which msgspec fills in all but a few members that source then changes.

    That costs less than making the record of another Struct. The types that msgspec learns for the class are
    those of every description that has it, so no type may be made for this one.
    """
    if not is_record_class(node) or facts(node).recursive:
        return None
    types: dict[str, Any] = {}
    changes: list[tuple[n.Member, Shape]] = []
    for member in node.members:
        takes_null = node.null_as_absent and not member.required
        if compiler.natives.holds(member.node) and not (takes_null and member.default is not None):
            types[member.name] = compiler.natives.filled(member.node)
            continue
        shape = compiler.shape(member.node)
        if not (shape.in_place or compiler.natives.holds(_under_functions(member.node))):
            return None
        if not member.required and (
            takes_null or member.default is not None or facts(member.node).reads_null
        ):
            return None
        types[member.name] = shape.type
        changes.append((member, shape))
    compiler.natives.learn(node.construct, types)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        for member, shape in changes:
            _change(member, shape, given, body)
        return given

    def _change(member: n.Member, shape: Shape, given: str, body: Body) -> None:
        found = body.variable()
        body.line(f"{found} = {given}.{member.name}")
        inner = Body(body)
        made = compiler.emit(shape)(found, inner)
        if made != found:
            inner.line(f"{body.name(msgspec.structs.force_setattr)}({given}, {member.name!r}, {made})")
        if member.required:
            body.add(inner.lines)
        else:
            with body.block(f"if {found} is not None:"):
                body.add(inner.lines)

    return Shape(node.construct, emit, in_place=True)


def _under_functions(node: n.Node) -> n.Node:
    while isinstance(node, n.Named | n.Refine | n.Transform):
        node = node.item
    return node


class Shadow:
    """A Struct with the members of a record, from which the record is made."""

    __slots__ = ("cls", "compiler", "node", "own", "shapes", "tag")

    def __init__(self, node: n.Record, compiler: Compiler, tag: tuple[str, str] | None = None) -> None:
        self.node = node
        self.compiler = compiler
        self.tag = tag
        """The member by which a union tells the record, and its value."""
        self.own = [(index, m) for index, m in enumerate(node.members) if tag is None or m.wire != tag[0]]
        self.shapes: list[Shape] = []
        fields: list[Any] = []
        for index, member in self.own:
            default = () if member.required else (self._absent(member),)
            fields.append((f"m{index}", Any, *default))
        self.cls: Any = msgspec.defstruct(
            f"Shadow of {node.name}",
            fields,
            kw_only=True,
            gc=False,
            rename={f"m{index}": member.wire for index, member in self.own},
            forbid_unknown_fields=node.forbid_unknown,
            tag_field=None if tag is None else tag[0],
            tag=None if tag is None else tag[1],
        )

    def fill(self) -> None:
        """Give the members their types; msgspec reads them when it is first asked for the Struct."""
        self.shapes = [self.compiler.shape(member.node) for member in self.node.members]
        self.cls.__annotations__ = {f"m{index}": self._type(index, member) for index, member in self.own}

    def _type(self, index: int, member: n.Member) -> Any:
        filled = self.shapes[index].type
        takes_null = self._takes_null(member) and self.compiler.natives.strict
        return united([filled, None]) if takes_null else filled

    def _takes_null(self, member: n.Member) -> bool:
        """Whether null means the default."""
        return self.node.null_as_absent and not member.required

    def _is_filled(self, member: n.Member) -> bool:
        """Whether what msgspec gives for a member is its value."""
        native = self.compiler.natives.holds(member.node)
        return native and not (self._takes_null(member) and member.default is not None)

    def _absent(self, member: n.Member) -> Any:
        """What the Struct holds for an absent member: its default, or a mark if source makes the value."""
        if not self._is_filled(member):
            return msgspec.UNSET
        default: Any = member.default
        if isinstance(default, dict):
            return msgspec.field(default_factory=partial(n.fresh, default))
        return default

    def emit(self, given: str, body: Body) -> str:
        """The record, made of the Struct."""
        given = held(given, body)
        arguments: dict[str, str] = {}
        for index, member in enumerate(self.node.members):
            if self.tag is not None and member.wire == self.tag[0]:
                arguments[member.name] = spelled(self.tag[1])
            else:
                arguments[member.name] = self._member(index, member, f"{given}.m{index}", body)
        return construction(self.node.construct, arguments, body)

    def _member(self, index: int, member: n.Member, given: str, body: Body) -> str:
        compiler = self.compiler
        emit = compiler.emit(self.shapes[index])
        if member.required:
            return emit(given, body)
        if self._is_filled(member):
            return given
        absent = f"{given} is {body.name(msgspec.UNSET)}"
        if self._takes_null(member):
            absent += f" or {given} is None"
        return f"({default_of(member, body)} if {absent} else {compiler.pure(emit, given)})"


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
                arguments[member.name] = held(compiler.from_tree(member.node, found, body), body)
                continue
            unset = body.name(msgspec.UNSET)
            body.line(f"{found} = {given}.pop({wire}, {unset})")
            absent = f"{found} is {unset}" + (f" or {found} is None" if node.null_as_absent else "")
            read = compiler.pure(compiler.node_of_tree(member.node), found)
            arguments[member.name] = f"({default_of(member, body)} if {absent} else {read})"
        if node.others is not None:
            rest = compiler.from_tree(n.Dict(node.others.node), given, body)
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
