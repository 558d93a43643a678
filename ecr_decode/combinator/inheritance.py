"""Inheritance: what a record class has of its bases, by the order in which Python looks for attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..guard import is_tuple
from ..node import kinds as n
from ..node.annotations import annotations_of


def inherited(where: str, bases: tuple[Any, ...]) -> n.Record | None:
    """The description of what the bases have together."""
    records = [base for base in bases if hasattr(base, "__record__")]
    if len(records) < 2:
        return records[0].__record__ if records else None
    _must_lie_on_one_line(where, records)
    lineage = [cls for cls in _lineage(bases) if hasattr(cls, "__record__")]
    members: dict[str, n.Member] = {}
    for cls in reversed(lineage):
        known = _own_base(cls).members
        members |= {member.name: member for member in cls.__record__.members if member not in known}
    rest = {name: _said(lineage, name) for name in n.Record.__struct_fields__ if name not in _ITS_OWN}
    return n.Record(name=where, construct=records[0], members=tuple(members.values()), **rest)


def redefined(bases: tuple[Any, ...], members: Sequence[n.Member]) -> Iterator[tuple[n.Member, Any]]:
    """The members that msgspec would not take from the base that Python does, and their annotations."""
    records = [base for base in bases if hasattr(base, "__record__")]
    for member in members if len(records) > 1 else ():
        known = next(base for base in records if member.name in base.__struct_fields__)
        if member not in known.__record__.members:
            owners = [cls for base in records for cls in base.__mro__ if _declares(cls, member)]
            yield member, annotations_of(owners[0])[member.name]


_ITS_OWN = ("name", "construct", "members")
_NOTHING = n.Record(name="", construct=dict, members=())


def _declares(cls: Any, member: n.Member) -> bool:
    known = hasattr(cls, "__record__") and member in cls.__record__.members
    return known and member.name in annotations_of(cls)


def _own_base(cls: Any) -> n.Record:
    return inherited(cls.__name__, cls.__bases__) or _NOTHING


def _said(lineage: list[Any], name: str) -> Any:
    """What the first class says of an attribute that says something else than its bases."""
    for cls in lineage:
        value = getattr(cls.__record__, name)
        if value != getattr(_own_base(cls), name):
            return value
    return getattr(_NOTHING, name)


def _must_lie_on_one_line(where: str, records: list[Any]) -> None:
    """Refuse two bases each of which adds members: no class can have the layout of both."""
    adding = {base: {cls for cls in base.__mro__ if _adds(cls)} for base in records}
    full = max(records, key=lambda base: len(adding[base]))
    for base in records:
        if not adding[base] <= adding[full]:
            first, second = (each.__name__ for each in records if each in (base, full))
            raise ValueError(
                f"class {where}: {first} and {second} both have members of their own; "
                f"inherit from one of them, and write {second.lower()}: {second} = inline({second}.codec)"
            )


def _adds(cls: Any) -> bool:
    return not _fields(cls) <= {name for base in cls.__bases__ for name in _fields(base)}


def _fields(cls: Any) -> set[str]:
    """The members of a class; the mixin of msgspec shows a descriptor for them."""
    found: object = getattr(cls, "__struct_fields__", ())
    return {*found} if is_tuple(found) else set()


def _lineage(bases: tuple[Any, ...]) -> Iterator[Any]:
    """The classes above one with these bases, in Python's order of them."""
    rows = [*(list(base.__mro__) for base in bases), list(bases)]
    while rows := [row for row in rows if row]:
        heads = (row[0] for row in rows)
        found = next((head for head in heads if not any(head in row[1:] for row in rows)), rows[0][0])
        yield found
        rows = [row[1:] if row[0] is found else row for row in rows]
