"""Reading members of other records among those of a record: which members are whose."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..guard import is_dict
from ..node import kinds as n
from ..node.claims import claimed, claims_of, has_inlined, key_members, tag_members, takes_rest
from ..parse.xml import Repeated
from .kind import decided_by_key, tagged
from .view import View


class Around(NamedTuple):
    """What stands around the node that reads an object together with other ones."""

    value: Any
    """The object; it is held, since it is known by its identity."""
    trail: Any
    record: n.Record
    """The outermost record, which the object is read as."""
    hidden: tuple[n.Member, ...]
    """The members that others take, and the tags of unions that the outermost record is a case of."""


def rest_of(view: View, around: Around, node: n.Node) -> list[tuple[str, Any]]:
    """The members that nobody around takes, by the names that `others` would keep them under."""
    return view.kept(view.members(around.value, around.record), around.hidden, node)


def within(view: View, around: Around, tree: Any) -> dict[str, Any]:
    """The members of a tree that nobody around takes; an element that holds text alone has one member."""
    members = view.members(around.value, around.record)
    names = {name for name, _ in view.kept(members, around.hidden, n.AnyJson())}
    if is_dict(tree):
        return {name: item for name, item in tree.items() if name in names}
    return {"#text": tree} if isinstance(tree, str) and "#text" in names else {}


def find(
    view: View, members: Any, node: n.Record, hidden: tuple[n.Member, ...]
) -> list[tuple[n.Member, Any]]:
    """Each member of a record with its value or `ABSENT`; what others name is not found for it."""
    if not hidden and not has_inlined(node):
        return view.find(members, node.members)
    others = (claim for member in node.members if member.inline for claim in claims_of(member))
    return view.find(members, (*node.members, *others, *hidden))[: len(node.members)]


def find_spelled(
    view: View, members: Any, node: n.Record, hidden: tuple[n.Member, ...]
) -> list[tuple[tuple[n.Member, Any], list[tuple[n.Member, Any]]]]:
    """As `find`, and beside each member what is under each of its names, if it has several."""
    whole = find(view, members, node, (*claimed(node), *hidden))
    each = view.find(members, (*claimed(node), *hidden))
    found = {(claim.name, claim.wire): value for claim, value in each[: len(claimed(node))]}
    rows: list[tuple[tuple[n.Member, Any], list[tuple[n.Member, Any]]]] = []
    for member, value in whole:
        places: dict[str, n.Member] = {}
        for spelled in n.spellings(member) if member.aliases else ():
            places.setdefault(view.spelled(spelled), spelled)
        rows.append(((member, value), [(each, found[each.name, each.wire]) for each in places.values()]))
    return rows


def is_there(view: View, members: Any, member: n.Member, around: Around) -> bool:
    """Whether a member of what is inlined is there."""
    if takes_rest(member.node):
        return bool(view.unknown(members, around.hidden))
    return _count(view.unknown(members, claimed(member.node))) < _count(view.unknown(members, ()))


def _count(members: list[tuple[str, Any]]) -> int:
    """How many members there are; elements that share a name, as prefixes may not be known, are several."""
    return sum(len(value) if isinstance(value, Repeated) else 1 for _, value in members)


def known_here(node: n.Node, view: View, value: Any) -> tuple[n.Member, ...] | None:
    """The members that a node takes from this object, by the cases it chooses; None if it takes all."""
    match node:
        case n.Record():
            parts = [
                known_here(member.node, view, value) if member.inline else claims_of(member)
                for member in node.members
            ]
            return None if node.others is not None or None in parts else _joined(parts)
        case n.Union(by=n.ByTag() as by):
            case = tagged(node, by, view, value)
            below = claimed(node) if case is None else known_here(case.node, view, value)
            return None if below is None else (*tag_members(by), *below)
        case n.Union(by=n.ByKey(), otherwise=rest):
            takes_all = decided_by_key(node, view, value) is rest
            below = () if rest is None or not takes_all else known_here(rest.node, view, value)
            return None if below is None else (*key_members(node), *below)
        case n.Transform() | n.Refine() | n.Named():
            return known_here(node.item, view, value)
        case _:
            return None


def _joined(parts: list[tuple[n.Member, ...] | None]) -> tuple[n.Member, ...]:
    return tuple(claim for part in parts for claim in part or ())
