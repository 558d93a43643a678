"""Whether reading refuses what another node writes, so that a union is read as the case that was written."""

from __future__ import annotations

from . import kinds as n
from .facts import decides, facts, unfold


def tries_in_vain(node: n.Union, case: n.Case) -> bool:
    """Whether all alternatives before a case refuse what it writes as JSON."""
    return all(refuses(earlier.node, case.node) for earlier in before(node, case))


def before(node: n.Union, case: n.Case) -> tuple[n.Case, ...]:
    """The cases that reading tries before one."""
    index = next(index for index, each in enumerate(node.every) if each is case)
    return node.every[:index]


def is_decided(node: n.Union, case: n.Case) -> bool:
    """Whether the JSON kinds that a case writes decide for it."""
    writes = facts(case.node).writes
    others = [decides(other.node) for other in node.cases if other is not case]
    own = case is node.otherwise or writes <= decides(case.node)
    return own and writes.isdisjoint(frozenset[str]().union(*others))


def refuses(reading: n.Node, written: n.Node, asked: dict[tuple[int, int], bool] | None = None) -> bool:
    """Whether a node reads nothing of what another writes as JSON; of what holds itself little is known."""
    asked = {} if asked is None else asked
    pair = id(reading), id(written)
    if pair not in asked:
        asked[pair] = False
        asked[pair] = _differ(reading, written) or _refuses(reading, written, asked)
    return asked[pair]


def _differ(reading: n.Node, written: n.Node) -> bool:
    """Whether the kinds, the names or the constants of what is written are not those that are read."""
    known, found = facts(reading), facts(written)
    if known.reads.isdisjoint(found.writes) or (found.names is not None and not known.needs <= found.names):
        return True
    return any(
        known.fixed[name].isdisjoint(found.fixed[name])
        for name in known.needs & known.fixed.keys() & found.fixed.keys()
    )


def _refuses(reading: n.Node, written: n.Node, asked: dict[tuple[int, int], bool]) -> bool:
    match _core(reading), _core(written):
        case n.Union() as union, other:
            return all(refuses(case.node, other, asked) for case in union.every)
        case other, n.Union(by=n.ByKind() | n.ByTrial()) as union:
            return all(refuses(other, case.node, asked) for case in union.every)
        case n.Record(others=None) as record, n.Record(others=None) as other:
            return _refuses_members(record, other, asked)
        case _:
            return False


def _core(node: n.Node) -> n.Node:
    """The node under its names, functions and thunks."""
    known: set[int] = set()
    while id(node) not in known:
        known.add(id(node))
        node = n.bare(node)
        node = (unfold(node) or node) if isinstance(node, n.Lazy) else node
    return node


def _refuses_members(reading: n.Record, written: n.Record, asked: dict[tuple[int, int], bool]) -> bool:
    """Whether a member that is required, or always written, holds nothing that is read."""
    known = {member.wire: member for member in reading.members}
    for other in written.members:
        member = known.get(other.wire)
        if member is None:
            continue
        is_there = other.omit is False or (other.omit is None and other.default is not None)
        is_absence = reading.null_as_absent and not member.required and facts(other.node).writes_null
        if (is_there or member.required) and not is_absence and refuses(member.node, other.node, asked):
            return True
    return False
