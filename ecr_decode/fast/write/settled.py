"""Whether a union is read as the case that is written: by what is known of the cases, or of the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.facts import decides, facts
from ...node.layers import bare
from ..source import spelled
from . import called
from .record import attribute_of

if TYPE_CHECKING:
    from .emitter import Emitter


def tried_in_json(node: n.Union, case: n.Case) -> bool:
    """Whether all alternatives before a case refuse what it writes as JSON."""
    return all(_refuse(earlier.node, case.node) for earlier in _before(node, case))


def _before(node: n.Union, case: n.Case) -> tuple[n.Case, ...]:
    """The cases that reading tries before one."""
    index = next(index for index, each in enumerate(node.every) if each is case)
    return node.every[:index]


def decided_in_json(node: n.Union, case: n.Case) -> bool:
    """Whether the JSON kinds that a case writes decide for it."""
    writes = facts(case.node).writes
    others = [decides(other.node) for other in node.cases if other is not case]
    own = case is node.otherwise or writes <= decides(case.node)
    return own and writes.isdisjoint(frozenset[str]().union(*others))


def _refuse(reading: n.Node, written: n.Node) -> bool:
    """Whether a node reads nothing of what another writes as JSON."""
    record, other = bare(reading), bare(written)
    if _differ(reading, written) or not (isinstance(record, n.Record) and isinstance(other, n.Record)):
        return _differ(reading, written)
    known = {member.wire: member for member in record.members if not member.inline}
    return record.others is other.others is None and any(
        _refuses_member_in_json(record, known[each.wire], each)
        for each in other.members
        if each.wire in known and not each.inline
    )


def _differ(reading: n.Node, written: n.Node) -> bool:
    """Whether the kinds, the names or the constants of what is written are not those that are read."""
    known, found = facts(reading), facts(written)
    if known.reads.isdisjoint(found.writes) or (found.names is not None and not known.needs <= found.names):
        return True
    return any(
        known.fixed[name].isdisjoint(found.fixed[name])
        for name in known.needs & known.fixed.keys() & found.fixed.keys()
    )


def _refuses_member_in_json(record: n.Record, member: n.Member, other: n.Member) -> bool:
    """Whether a member that is required, or always written, holds nothing that is read."""
    is_there = other.omit is False or (other.omit is None and other.default is not None)
    is_absence = record.null_as_absent and not member.required and facts(other.node).writes_null
    is_needed = member.required and not member.aliases
    return (is_there or is_needed) and not is_absence and _differ(member.node, other.node)


def has_no_tag(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether a line can doubt an object of any members that has the tag of another case."""
    if e.sink.is_text or not isinstance(node.by, n.ByTag) or not isinstance(bare(case.node), n.AnyJson):
        return False
    if not isinstance(case.node, n.AnyJson | n.Named):  # a function may make another object of the value
        return False
    tags = tuple(each.name for each in node.cases)
    e.doubt_if(f"type({var}) is dict and {var}.get({spelled(node.by.tag)}) in {e.body.name(tags)}")
    return True


def tried_in_xml(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether all alternatives before a case refuse what it writes; lines doubt values that they may take."""
    names = facts(case.node).xml_names
    return all(
        (names is not None and not facts(each.node).xml_needs <= names)
        or _refuses_member(e, bare(each.node), case.node, var)
        for each in _before(node, case)
    )


def _refuses_member(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a member that is always there is of a kind that is not read."""
    if not isinstance(reading, n.Record) or not isinstance(written, n.Record):
        return False
    elements = {m.wire: m for m in written.members if m.xml is None and not m.inline}
    for member in reading.members:
        other = elements.get(member.wire)
        if (
            member.xml is not None
            or member.inline
            or other is None
            or not other.required
            or other.omit is not None
        ):
            continue
        below, found = bare(member.node), attribute_of(var, other.name)
        match other.node:
            case n.Array() | n.Tuple() | n.Dict() if isinstance(below, n.Integer | n.Number | n.Bool):
                return not below.lenient
            case n.Array() | n.Tuple() | n.Dict() if isinstance(below, n.String):
                e.doubt_if(f"not {found}")
                return True
            case n.String() if isinstance(below, n.Integer | n.Number | n.Bool) and not below.lenient:
                e.body.line(f"{e.body.name(called.must_be_words)}({found})")
                return True
            case _:
                pass
    return False
