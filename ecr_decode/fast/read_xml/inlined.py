"""The inlined members of a record: those of one are flat among its own, or are read from the same element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.claims import besides, claimed, claims_of, leaves, takes_rest
from ...node.free import has_free_members
from ...node.layers import under_functions
from ...node.style import Attribute, ElementText
from ..construct import default_of
from ..source import Body
from . import steps
from .container import name_of
from .value import Place, Value

if TYPE_CHECKING:
    from .node import Source


def flat(node: n.Record) -> list[n.Member]:
    """The members that a record finds among the children of its element: its own, and inlined ones."""
    found: list[n.Member] = []
    for member in node.members:
        found += (_among(member) or []) if member.inline else [member]
    return found


def apart(node: n.Record) -> list[n.Member]:
    """The members whose own members vary, as those of a union do, or may be absent together."""
    return [member for member in node.members if member.inline and _among(member) is None]


def _among(member: n.Member) -> list[n.Member] | None:
    below = under_functions(member.node)
    suits = isinstance(below, n.Record) and below.style is None and below.others is None and member.required
    if not suits or not isinstance(below, n.Record) or has_free_members(below) or apart(below):
        return None
    return flat(below)


def are_suited(node: n.Record) -> bool:
    """Whether members that are read apart are read as if they were alone: nobody else names what they do."""
    members = apart(node)
    if not members:
        return True
    claims = [claim for member in members for claim in claims_of(member)]
    found = [leaf for member in members for leaf in leaves(member.node)]
    places = [{claim.place for claim in claims_of(each)} for each in node.members]
    return (
        all(_is_plain(leaf) for leaf in found)
        and not any(isinstance(claim.xml, ElementText) for claim in claimed(node))
        and all(claim.ns is None for claim in claims)
        and sum(map(len, places)) == len(set[str]().union(*places))
        and not (node.forbid_unknown and any(_varies(member.node) for member in members))
    )


def _varies(node: n.Node) -> bool:
    """Whether what is read decides which members are taken."""
    match node:
        case n.Record():
            return any(_varies(member.node) for member in node.members if member.inline)
        case n.Transform() | n.Refine() | n.Named():
            return _varies(node.item)
        case _:
            return True


def forbids(node: n.Record) -> bool:
    """Whether a record refuses what nobody names; nothing is left where an inlined member takes it."""
    return node.forbid_unknown and not takes_rest(node)


def _is_plain(leaf: n.Node) -> bool:
    """Whether a record, or a union by key, is read alike inside another."""
    if isinstance(leaf, n.Record):
        return leaf.style is None and not leaf.forbid_unknown and not has_free_members(leaf)
    return isinstance(leaf, n.Union) and isinstance(leaf.by, n.ByKey) and leaf.otherwise is None


def read_apart(source: Source, node: n.Record, member: n.Member, place: Place, body: Body) -> str:
    """What an inlined member is read as, from the element of the record: what others take is left out."""
    element, names, rest = "v", "names" if source.wary else "run", takes_rest(member.node)
    if rest:
        hidden = [*besides(node, member), *(by.member for by in place.tags)]
        known = (source.shared.name(each) for each in by_form(hidden))
        element = source.variable()
        body.line(f"{element} = {source.call(steps.without, 'v', *known, names)}")
    read = source.expression(member.node, Value(element), place)
    if member.required:
        return read
    if rest:
        is_there = source.call(steps.holds_any, element)
    else:
        known = (source.shared.name(each) for each in by_form(claims_of(member)))
        is_there = source.call(steps.has_any, "v", *known, names)
    return f"({read} if {is_there} else {default_of(member, body)})"


def by_form(members: Sequence[n.Member]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the children and of the attributes that members are."""
    attributes = frozenset(each.qualified[1:] for each in members if isinstance(each.xml, Attribute))
    return frozenset(name_of(each) for each in members if not isinstance(each.xml, Attribute)), attributes
