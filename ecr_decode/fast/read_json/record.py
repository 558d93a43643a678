"""Records: a Struct that msgspec fills in, or a dict where members are kept that the record does not name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from ...node import kinds as n
from ...node.native import is_struct
from ...node.types import united
from ..construct import construction
from ..source import Body, spelled
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

_DICT: Any = dict


def record_shape(node: n.Record, compiler: Compiler) -> Shape:
    """The shape of a record that is not native."""
    if not is_struct(node):
        return Shape(_DICT[str, Any], _from_dict(node, compiler), _copied)
    shadow = Shadow(node, compiler)
    _, shape = compiler.put(node, Shape(shadow.cls, shadow.emit))
    shadow.fill()
    return shape


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
