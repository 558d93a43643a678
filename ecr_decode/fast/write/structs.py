"""Records in JSON: whether msgspec writes one as it is, and else the Struct that stands for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import msgspec

from ...node import kinds as n
from ...node.walk import is_record_class
from ..source import spelled
from .place import Held
from .record import none_is_omitted

_ALWAYS = object()
"""The default of a field that is always written, which nothing equals."""


def may_be_absent(member: n.Member) -> bool:
    """Whether a member may not be written."""
    return none_is_omitted(member) or member.omit not in (None, False)


def is_written_as_it_is(node: n.Record) -> bool:
    """Whether msgspec leaves out of a record what is to be left out, and no more."""
    if any(member.inline for member in node.members):
        return False
    cls: Any = node.construct
    wires = tuple(member.wire for member in node.members)
    if not is_record_class(node):
        names = tuple(member.name for member in node.members)
        return names == wires == _dataclass_fields(cls) and not any(map(may_be_absent, node.members))
    if cls.__struct_encode_fields__ != wires:
        return False
    if not cls.__struct_config__.omit_defaults:
        return not any(map(may_be_absent, node.members))
    return all((member.required and not member.omit) or none_is_omitted(member) for member in node.members)


def _dataclass_fields(cls: Any) -> tuple[str, ...] | None:
    """The names of all that msgspec writes of a dataclass, in order; it is slower with slots."""
    if type(cls) is not type or not dataclasses.is_dataclass(cls) or "__slots__" in vars(cls):
        return None
    if not all(each is object or "__dataclass_fields__" in vars(each) for each in cls.__mro__):
        return None
    fields = dataclasses.fields(cls)
    return tuple(field.name for field in fields) if all(field.init for field in fields) else None


def constant(held: n.Literal) -> str:
    """The source of a tag."""
    tag = held.values[0]
    return spelled(tag) if isinstance(tag, str) else repr(tag)


def struct(node: n.Record, members: Sequence[n.Member], tags: Held) -> Any:
    """A Struct with the first tag; the other tags and the members are its fields, named as on the wire."""
    made: dict[Held, Any] = vars(node).setdefault("structs", {})
    if tags in made:
        return made[tags]
    names = [name for name, _ in tags[1:]] + [member.wire for member in members]
    defaults = [_ALWAYS] * len(tags[1:]) + [None if none_is_omitted(m) else _ALWAYS for m in members]
    fields: list[Any] = [(f"m{index}", Any, default) for index, default in enumerate(defaults)]
    rename = {f"m{index}": str.__str__(name) for index, name in enumerate(names)}
    tag: dict[str, Any] = {}
    if tags:
        tag = {"tag_field": str.__str__(tags[0][0]), "tag": tags[0][1].values[0]}
    made[tags] = msgspec.defstruct(
        f"Written {node.name}", fields, omit_defaults=True, gc=False, rename=rename, **tag
    )
    return made[tags]
