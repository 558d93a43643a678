"""Places as the document spells them: a member that is read under an alias is called by it."""

from __future__ import annotations

from typing import Any, assert_never

from ..error.path import Path
from ..node import kinds as n
from ..node.facts import skips_null
from ..node.walk import unfold
from .kind import decided, decided_by_key, tagged
from .view import ABSENT, View


def spelled(view: View, node: n.Node, value: Any, place: Path) -> Path:
    """A place below a value that the node reads, with the names that the document has for its members.

    The steps behind one that cannot be followed stay as they are.
    """
    if not place:
        return ()
    step, *rest = place
    for record, member in _members(view, node, value, step):
        here, found = _there(view, record, member, value)
        return (here, *spelled(view, member.node, found, tuple(rest)))
    here, below, found = _below(view, node, value, step)
    return (here, *spelled(view, below, found, tuple(rest)))


def _members(view: View, node: n.Node, value: Any, step: object) -> list[tuple[n.Record, n.Member]]:
    """The member that a step names, with its record; of a union, that of the case which the value is."""
    match node:
        case n.Transform() | n.Refine() | n.Named():
            return _members(view, node.item, value, step)
        case n.Lazy():
            below = unfold(node)
            return [] if below is None else _members(view, below, value, step)
        case n.Record():
            found = [(node, member) for member in node.members if not member.inline and member.wire == step]
            for member in node.members if not found else ():
                found += _members(view, member.node, value, step) if member.inline else ()
            return found
        case n.Union():
            return [
                found for each in _cases(view, node, value) for found in _members(view, each, value, step)
            ]
        case _:
            return []


def _cases(view: View, node: n.Union, value: Any) -> list[n.Node]:
    """The cases that a value may be."""
    match node.by:
        case n.ByTag():
            case = tagged(node, node.by, view, value)
        case n.ByKey():
            case = decided_by_key(node, view, value)
            case = case if case is node.otherwise else None
        case n.ByKind():
            case = decided(node, view, value)
        case n.ByTrial():
            return [each.node for each in node.every]
        case _:
            assert_never(node.by)
    return [] if case is None else [case.node]


def _there(view: View, record: n.Record, member: n.Member, value: Any) -> tuple[str, Any]:
    """The name under which a member is there, and its value."""
    members = view.members(value, record)
    if members is None:
        return member.wire, ABSENT
    for each in n.spellings(member):
        ((_, found),) = view.find(members, (each,))
        if found is not ABSENT and not (record.null_as_absent and view.null(found)):
            return each.wire, found
    return member.wire, ABSENT


def _below(view: View, node: n.Node, value: Any, step: Any) -> tuple[Any, n.Node, Any]:
    """A step that names no member of a record, with the node and the value where it leads."""
    match node:
        case n.Transform() | n.Refine() | n.Named():
            return _below(view, node.item, value, step)
        case n.Array(item=item) if isinstance(step, int):
            skips = skips_null(node)
            kept = [
                (at, each)
                for at, each in enumerate(view.items(value) or ())
                if not (skips and view.null(each))
            ]
            here, found = kept[step] if step < len(kept) else (step, ABSENT)
            return here, item, found
        case n.Dict(value=item):
            entries = view.entries(value) or ()
            found = (below for name, below in entries if name is not ABSENT and view.text(name) == step)
            return step, item, next(found, ABSENT)
        case _:
            return step, n.AnyJson(), ABSENT
