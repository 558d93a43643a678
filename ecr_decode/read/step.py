"""Steps to the members of records, which say where in XML a member is if its name does not."""

from __future__ import annotations

from ..error.path import Placed
from ..node import kinds as n
from ..node.free import free_member
from ..node.style import Flattened


def step_to(member: n.Member) -> str:
    """The name of a member, with its place in XML where that is another one."""
    if member.xml is None:
        return member.wire
    free = free_member(member)
    if free is None:
        return Placed(member.wire, member.qualified, many=isinstance(member.xml, Flattened))
    if free.union.otherwise is not None:  # which elements it takes depends on the other members
        return Placed(member.wire, "", many=free.many)
    return Placed(member.wire, "", many=free.many, keys=frozenset(free.places))
