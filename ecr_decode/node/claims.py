"""Claims: the members that a record takes from an object, with those of what is inlined in it."""

from __future__ import annotations

import msgspec

from . import kinds as n
from .style import attribute


def claimed(node: n.Node) -> tuple[n.Member, ...]:
    """The members that a node takes from an object, as far as the description names them, and its tags."""
    match node:
        case n.Record():
            known: tuple[n.Member, ...] | None = vars(node).get("claimed")
            if known is None:
                known = tuple(claim for member in node.members for claim in claims_of(member))
                vars(node)["claimed"] = known
            return known
        case n.Union(by=n.ByTag() as by):
            return (*tag_members(by), *(claim for case in node.every for claim in claimed(case.node)))
        case n.Union(by=n.ByKey(), otherwise=rest):
            return (*key_members(node), *(() if rest is None else claimed(rest.node)))
        case n.Transform() | n.Refine() | n.Named():
            return claimed(node.item)
        case _:
            return ()


def leaves(node: n.Node) -> tuple[n.Node, ...]:
    """What an object is read as in the end, by tags and under functions."""
    match node:
        case n.Union(by=n.ByTag()):
            return tuple(leaf for case in node.every for leaf in leaves(case.node))
        case n.Transform() | n.Refine() | n.Named():
            return leaves(node.item)
        case _:
            return (node,)


def claims_of(member: n.Member) -> tuple[n.Member, ...]:
    """The members that one member of a record stands for: one for each of its names."""
    if member.inline:
        return claimed(member.node)
    return n.spellings(member) if member.aliases else (member,)


def besides(node: n.Record, member: n.Member) -> tuple[n.Member, ...]:
    """The members that a record takes for others than one that is inlined."""
    known: dict[str, tuple[n.Member, ...]] = vars(node).setdefault("besides", {})
    if member.name not in known:
        others = (each for each in node.members if each is not member)
        known[member.name] = tuple(claim for each in others for claim in claims_of(each))
    return known[member.name]


def takes_rest(node: n.Node) -> bool:
    """Whether a node may take members that the description does not name."""
    match node:
        case n.Record():
            return node.others is not None or any(m.inline and takes_rest(m.node) for m in node.members)
        case n.Union(by=n.ByKey(), otherwise=rest):
            return rest is not None and takes_rest(rest.node)
        case n.Union():
            return any(takes_rest(case.node) for case in node.every)
        case n.Transform() | n.Refine() | n.Named():
            return takes_rest(node.item)
        case n.Dict() | n.AnyJson():
            return True
        case _:
            return False


def has_inlined(node: n.Record) -> bool:
    """Whether members of others are among those of a record."""
    return any(member.inline for member in node.members)


def tag_members(by: n.ByTag) -> tuple[n.Member, ...]:
    """The tag of a union as a member: in XML where its hint says, or an element or an attribute."""
    own = by.member
    return (own,) if by.xml is not None else (own, msgspec.structs.replace(own, xml=attribute))


def key_members(node: n.Union) -> tuple[n.Member, ...]:
    """The keys of a union as members, of which one is there."""
    return tuple(
        n.Member(
            name=str(key),
            wire=str(key),
            node=case.node,
            default=None,
            xml=case.xml[index] if case.xml else None,
        )
        for case in node.cases
        for index, key in enumerate(case.tags)
    )
