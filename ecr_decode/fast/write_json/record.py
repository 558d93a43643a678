"""Encoders of records: a Struct that the serializer writes by its own rules, in most cases the record itself.

Where a member is not written as it is, the Struct is another, with a field for each member, named as on the
wire. Fields that hold their default are not written: the default is None where None is omitted, and a mark
that nothing equals where it is not. A record that keeps others becomes a dict, as do names that need escapes.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable
from typing import Any, get_origin

import msgspec

from ...node import kinds as n
from ..old_json.record import is_struct
from .body import Body, UnsuitedError, spelled
from .scalar import is_text, under_checks
from .value import repeatable

Tags = tuple[tuple[str, str], ...]
"""What unions put in front of the members: names and texts."""

Write = Callable[[n.Node, str, Body], bool]

_ALWAYS = object()


def write_record(node: n.Record, tags: Tags, var: str, body: Body, write: Write) -> bool:
    """Leave in the variable what the serializer writes of a record; whether that is another value."""
    maker: Any = get_origin(node.construct) or node.construct
    if isinstance(maker, type):
        body.line(f"if type({var}) is not {body.name(maker)}: raise doubt")
    tags, inside = placed(node, tags)
    variables: list[str] = []
    changed = bool(tags) or not is_written_as_it_is(node)
    with body.container():
        for member in node.members:
            found = body.variable()
            variables.append(found)
            body.line(f"{found} = {attribute_of(var, member.name)}")
            changed |= _write_member(node, member, found, write, body)
            if member.wire in inside:
                body.line(f"if {found} != {spelled(inside[member.wire])}: raise doubt")
        if not changed:
            return False
        if node.others is None and all(n.is_struct_name(name) for name in (*_wires(node), *dict(tags))):
            values = [*(spelled(text) for _, text in tags), *variables]
            body.line(f"{var} = {body.name(_struct(node, tags))}({', '.join(values)})")
        else:
            _write_dict(node, tags, var, variables, body, write=write)
    return True


def is_written_as_it_is(node: n.Record) -> bool:
    """Whether the serializer leaves out of the record's own Struct what is to be left out, and no more."""
    config = getattr(node.construct, "__struct_config__", None)
    if not is_struct(node) or node.others is not None or config is None:
        return False
    cls: Any = node.construct
    omits = [(member.required and not member.omit) or none_is_omitted(member) for member in node.members]
    ordered = cls.__struct_encode_fields__ == tuple(_wires(node))
    return ordered and all(omits) and (config.omit_defaults or all(each.required for each in node.members))


def _wires(node: n.Record) -> list[str]:
    return [member.wire for member in node.members]


def placed(node: n.Record, tags: Tags) -> tuple[Tags, dict[str, str]]:
    """The tags that stand in front of the members, and those that a member is to have."""
    if len(dict(tags)) < len(tags) or (tags and node.others is not None):
        raise UnsuitedError
    inside = {name: text for name, text in tags if name in _wires(node)}
    if not all(is_text(member.node) for member in node.members if member.wire in inside):
        raise UnsuitedError
    return tuple(tag for tag in tags if tag[0] not in inside), inside


def attribute_of(var: str, name: str) -> str:
    """The source of what a record holds under a name."""
    simple = name.isidentifier() and not keyword.iskeyword(name)
    return f"{var}.{name}" if simple else f"getattr({var}, {spelled(name)})"


def _write_member(node: n.Record, member: n.Member, var: str, write: Write, body: Body) -> bool:
    """The lines that leave in the variable what is written of a member, or the mark that nothing is."""
    if none_is_omitted(member):
        with body.block(f"if {var} is not None:"):
            changed = write(member.node, var, body)
            if not never_null(member.node):
                body.line(f"if {var} is None: raise doubt")
        return changed
    match member.omit:
        case None | False:
            return _write_shown(node, member, var, write, body)
        case True:
            omitted = f"{var} == {body.name(member.default)}"
        case holds:
            omitted = f"{body.name(holds)}({body.name(repeatable)}({var}))"
    body.line(f"if {omitted}: {var} = {body.name(msgspec.UNSET)}")
    with body.block("else:"):
        _write_shown(node, member, var, write, body)
    return True


def _write_shown(node: n.Record, member: n.Member, var: str, write: Write, body: Body) -> bool:
    changed = write(member.node, var, body)
    if node.null_as_absent and not member.required and member.default is not None:
        body.line(f"if {var} is None: raise doubt")
    return changed


def none_is_omitted(member: n.Member) -> bool:
    """Whether None says that nothing is to be written."""
    return member.omit is None and member.default is None


def never_null(node: n.Node) -> bool:
    """Whether null is written of None only."""
    match under_checks(node):
        case n.Transform() | n.Bind() | n.Lazy():
            return False
        case n.Array(lone=lone):
            return not lone
        case n.Union(but_null=rest):
            return rest is not None and never_null(rest)
        case _:
            return True


def _struct(node: n.Record, tags: Tags) -> Any:
    fields: list[tuple[str, Any, Any]] = [(f"t{index}", Any, _ALWAYS) for index in range(len(tags))]
    rename = {f"t{index}": str.__str__(name) for index, (name, _) in enumerate(tags)}
    for index, member in enumerate(node.members):
        fields.append((f"m{index}", Any, None if none_is_omitted(member) else _ALWAYS))
        rename[f"m{index}"] = str.__str__(member.wire)
    return msgspec.defstruct(f"Written {node.name}", fields, omit_defaults=True, gc=False, rename=rename)


def _write_dict(
    node: n.Record, tags: Tags, var: str, variables: list[str], body: Body, *, write: Write
) -> None:
    written = body.variable()
    front = ", ".join(f"{spelled(name)}: {spelled(text)}" for name, text in tags)
    body.line(f"{written} = {{{front}}}")
    unset = body.name(msgspec.UNSET)
    for member, found in zip(node.members, variables, strict=True):
        mark = "None" if none_is_omitted(member) else unset
        body.line(f"if {found} is not {mark}: {written}[{spelled(member.wire)}] = {found}")
    if node.others is not None:
        others = body.variable()
        body.line(f"{others} = {attribute_of(var, node.others.name)}")
        write(n.Dict(node.others.node), others, body)
        body.line(f"if not {body.name(frozenset(_wires(node)))}.isdisjoint({others}): raise doubt")
        body.line(f"{written}.update({others})")
    body.line(f"{var} = {written}")
