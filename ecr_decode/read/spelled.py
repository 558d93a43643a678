"""Places as the document spells them: a member that is read under an alias is called by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, assert_never

import msgspec

from ..error.path import IntoText, Path
from ..node import kinds as n
from ..node.facts import skips_null
from ..node.walk import unfold
from ..parse.json import parse
from .json import JsonView
from .kind import decided, decided_by_key, keyed, tagged
from .view import ABSENT, View


class Lead(NamedTuple):
    """Where a step leads: how the document spells it, and what is read there."""

    step: str | int | IntoText
    node: n.Node
    value: Any
    view: View


def spelled(view: View, node: n.Node, value: Any, place: Path) -> Path:
    """A place below a value that the node reads, with the names that the document has for its members.

    The steps behind one that cannot be followed stay as they are.
    """
    if not place or value is ABSENT:
        return place
    step, *rest = place
    for lead in _leads(view, node, value, step):
        return (lead.step, *spelled(lead.view, lead.node, lead.value, tuple(rest)))
    return place


def _leads(view: View, node: n.Node, value: Any, step: Any) -> Iterator[Lead]:
    """Where a step may lead: in a union, for each of the cases that the value may be."""
    match node:
        case n.Transform() | n.Refine() | n.Named() | n.ResultOf() | n.KeptText():
            yield from _leads(view, node.item, value, step)
        case n.Lazy():
            below = unfold(node)
            if below is not None:
                yield from _leads(view, below, value, step)
        case n.Record():
            for member in node.members:
                if member.inline:
                    yield from _leads(view, member.node, value, step)
                elif member.wire == step:
                    yield _there(view, node, member, value)
            if node.others is not None and isinstance(step, str):
                members = view.members(value, node)
                found = ABSENT if members is None else view.named(members, step)
                yield Lead(step, node.others.node, found, view)
        case n.Union():
            yield from _key(view, node, value, step)
            for case in _cases(view, node, value):
                yield from _leads(view, case, value, step)
        case n.Array(item=item) if isinstance(step, int):
            for index, found in _items(view, node, value)[step : step + 1]:
                yield Lead(index, item, found, view)
        case n.Tuple() if isinstance(step, int):
            items = view.items(value) or ()
            nodes = node.nodes(len(items))
            if step < min(len(items), len(nodes)):
                yield Lead(step, nodes[step], items[step], view)
        case n.Dict():
            for name, below in view.entries(value) or ():
                if name is not ABSENT and view.text(name) == step:
                    yield Lead(step, node.value, below, view)
        case n.At(steps=(first, *rest)) if first == step:
            members, items = view.members(value), view.items(value) or ()
            found = ABSENT
            if isinstance(first, str) and members is not None:
                found = view.named(members, first)
            elif isinstance(first, int) and first < len(items):
                found = items[first]
            yield Lead(
                step, msgspec.structs.replace(node, steps=tuple(rest)) if rest else node.item, found, view
            )
        case n.JsonText() if isinstance(step, IntoText):
            text = view.text(value)
            yield Lead(step, node.item, ABSENT if text is None else parse(text)[0], JsonView())
        case _:
            pass


def _items(view: View, node: n.Array, value: Any) -> list[tuple[int, Any]]:
    """The items that are read of a list, with their indices in the document; one alone is an item as well."""
    items, skips = view.items(value), skips_null(node)
    read = enumerate((value,) if items is None else items)
    return [(index, each) for index, each in read if not (skips and view.null(each))]


def _key(view: View, node: n.Union, value: Any, step: Any) -> Iterator[Lead]:
    """What a key holds; another key of the same case counts as it."""
    members = view.members(value) if isinstance(node.by, n.ByKey) else None
    for found in [] if members is None else keyed(node, view, members):
        if step in found.case.tags:
            yield Lead(found.key, found.case.node, found.value, view)


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


def _there(view: View, record: n.Record, member: n.Member, value: Any) -> Lead:
    """The name under which a member is there, and its value."""
    members = view.members(value, record)
    for each in n.spellings(member) if members is not None else ():
        ((_, found),) = view.find(members, (each,))
        if found is not ABSENT and not (record.null_as_absent and view.null(found)):
            return Lead(each.wire, member.node, found, view)
    return Lead(member.wire, member.node, ABSENT, view)
