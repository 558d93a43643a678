"""Layouts: a Struct that has the slots of records, so that each of them is made in its place.

An instance gets the members that need more than msgspec does, and then the class of the record. This takes
less time than making the record anew. A name on the wire that is no member of the records, such as that of an
inlined one, uses the slot of a member that is not on the wire.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

import msgspec

from ...node import kinds as n
from ...node.types import NOTHING
from ..construct import is_plain_record, recast
from ..source import Body

Named = Mapping[str, Sequence[tuple[n.Record, n.Member]]]
"""The members by their names on the wire, each with the record that it is in."""


class Layout(NamedTuple):
    """Where the members of a Struct are by their names on the wire."""

    slots: Mapping[str, str]
    base: Any = None
    """The class whose slots these are; without it the Struct has slots of its own."""
    alike: frozenset[int] = frozenset()
    """The identities of the records whose classes have the same slots."""

    def struct(self, name: str, defaults: Mapping[str, Any], **options: Any) -> Any:
        """A Struct of this layout, whose types are not known yet; members without a default are required."""
        rename = {slot: wire for wire, slot in self.slots.items()}
        if self.base is None:
            fields = [
                (slot, Any, *([defaults[wire]] if wire in defaults else ())) for slot, wire in rename.items()
            ]
            return msgspec.defstruct(name, fields, kw_only=True, gc=False, rename=rename, **options)
        body: dict[str, Any] = {
            "__module__": self.base.__module__,
            "__annotations__": self.annotations(dict.fromkeys(self.slots, Any)),
            **{slot: defaults[wire] for wire, slot in self.slots.items() if wire in defaults},
            **{slot: msgspec.field(default_factory=dict) for slot in self.unused},
        }
        rename |= {slot: f"{slot}, which no document has" for slot in self.unused}
        meta = cast(Any, type(self.base))
        return msgspec.StructMeta.__new__(
            meta, name, (self.base,), body, frozen=True, kw_only=True, rename=rename, **options
        )

    @property
    def unused(self) -> list[str]:
        """The slots for which no document has a value: of what is inlined, and of what takes the rest."""
        taken = set(self.slots.values())
        return (
            [] if self.base is None else [each for each in self.base.__struct_fields__ if each not in taken]
        )

    def annotations(self, types: Mapping[str, Any]) -> dict[str, Any]:
        """The types of the slots, for those of the names on the wire."""
        return {self.slots[wire]: kind for wire, kind in types.items()} | dict.fromkeys(self.unused, NOTHING)

    def has(self, record: n.Record) -> bool:
        """Whether an instance of the Struct can be given the class of a record."""
        return id(record) in self.alike

    def changed(self, record: n.Record, given: str, arguments: Mapping[str, str], body: Body) -> str:
        """The expression of a record, behind the lines that make it of an instance of the Struct."""
        kept = dict.fromkeys(arguments, "")
        if record.others is not None and record.others.name in self.unused:
            kept[record.others.name] = arguments[record.others.name]
        values: dict[str, str] = {}
        for name, made in arguments.items():
            if made not in (f"{given}.{name}", kept[name]):
                values[name] = body.variable()
                body.line(f"{values[name]} = {made}")
        often_as_it_is = {member.name for member in record.members if not (member.inline or member.required)}
        for name, value in values.items():
            test = f"if {value} is not {given}.{name}: " if name in often_as_it_is else ""
            body.line(f"{test}{body.name(msgspec.structs.force_setattr)}({given}, {name!r}, {value})")
        body.line(f"{body.name(recast)}({given}, {body.name(record.construct)})")
        return given


def layout_of(records: Sequence[n.Record], named: Named) -> Layout:
    """The layout that the first record has in common with others, or one of its own for more names."""
    own = Layout({wire: f"m{index}" for index, wire in enumerate(named)})
    base: Any = records[0].construct
    if not _is_plain(records[0]):
        return own
    instance = base(**dict.fromkeys(base.__struct_fields__))
    alike = frozenset(id(each) for each in records if _is_plain(each) and _fits(instance, each.construct))
    slots: dict[str, str] = {}
    for wire, members in named.items():
        names = {member.name for record, member in members if id(record) in alike and member.wire == wire}
        if len(names) == 1 and names.isdisjoint(slots.values()):
            slots[wire] = names.pop()
    homeless = [wire for wire in named if wire not in slots]
    spare = [each for each in base.__struct_fields__ if each not in slots.values()]
    if len(homeless) > len(spare):
        return own
    slots |= dict(zip(homeless, spare, strict=False))
    return Layout({wire: slots[wire] for wire in named}, base, alike)


def _is_plain(record: n.Record) -> bool:
    rest = () if record.others is None else (record.others.name,)
    members = dict.fromkeys((*(member.name for member in record.members), *rest))
    return is_plain_record(record.construct, members)


def _fits(instance: Any, cls: Any) -> bool:
    """Whether an instance of another class can be given this class."""
    try:
        recast(instance, cls)
    except TypeError:
        return False
    return True
