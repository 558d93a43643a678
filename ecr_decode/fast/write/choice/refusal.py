"""What one node refuses of another: whether it reads nothing of what that writes as JSON."""

from __future__ import annotations

from itertools import repeat

from ....error.findings import FAULT
from ....node import kinds as n
from ....node.facts import facts
from ....node.known import Names
from ....node.layers import core
from ....read.json import DigitsView
from ....read.scalar import read_scalar
from ...textual import may_be_json

_VIEW = DigitsView()
_IN_BRACKETS: Names = frozenset(("array", "object"))


def refuses(reading: n.Node, written: n.Node, asked: dict[tuple[int, int], bool]) -> bool:
    """Whether a node reads nothing of what another writes as JSON; of what holds itself little is known."""
    pair = id(reading), id(written)
    if pair not in asked:
        asked[pair] = False
        asked[pair] = _differ(reading, written) or _refuses_core(core(reading), core(written), asked)
    return asked[pair]


def _refuses_core(reading: n.Node, written: n.Node, asked: dict[tuple[int, int], bool]) -> bool:
    match reading, written:
        case n.Scalar(), n.JsonText():
            return refuses_json_text(reading, written)
        case n.Textual(), n.Textual():
            return reading.format is not written.format
        case n.Integer(lenient=False), n.Number():  # always spelled with a dot or an exponent
            return True
        case n.Literal(values=values) | n.Enumeration(values=values, open=False), n.Scalar():
            return not any(_reads(written, value) for value in values)
        case n.Scalar(), n.Literal(values=values) | n.Enumeration(values=values, open=False):
            return not any(_reads(reading, value) for value in values)
        case n.Tuple(), n.Tuple(items=items, rest=None):
            fits = reading.takes(len(items))
            return not fits or any(map(refuses, reading.nodes(len(items)), items, repeat(asked)))
        case n.Tuple(items=items, rest=None), n.Array(item=item, lone=False):
            return any(refuses(each, item, asked) for each in items)
        case n.Array(item=item, lone=False, null_as_absent=False), n.Tuple(items=items):
            return any(refuses(item, each, asked) for each in items)
        case n.Dict(value=value, null_as_absent=False), n.Record(members=members):
            always = [each for each in members if _is_there(each) and not each.inline]
            return any(refuses(value, each.node, asked) for each in always)
        case n.Textual(), n.Blob():  # those have dashes or colons
            return True
        case n.Blob(), n.Textual():
            return True
        case n.Union(by=n.ByTag() | n.ByKind() | n.ByTrial()), _:
            return all(refuses(case.node, written, asked) for case in reading.every)
        case _, n.Union(by=n.ByKind() | n.ByTrial()):
            return all(refuses(reading, case.node, asked) for case in written.every)
        case n.Record(), n.Record():
            known = {member.wire: member for member in reading.members if not member.inline}
            return any(
                _must_be_read(reading, known[each.wire], each)
                and refuses(known[each.wire].node, each.node, asked)
                for each in written.members
                if each.wire in known and not each.inline
            )
        case _:
            return False


def refuses_json_text(reading: n.Node, written: n.JsonText) -> bool:
    """Whether a scalar reads no text that is JSON, as far as the first characters tell."""
    match reading:
        case n.Literal(values=values) | n.Enumeration(values=values, open=False):
            return not any(isinstance(value, str) and may_be_json(written)(value) for value in values)
        case n.Textual():
            return True
        case n.Blob():
            return facts(written.item).writes <= _IN_BRACKETS
        case _:
            return False


def _reads(node: n.ScalarNode, constant: n.JsonValue) -> bool:
    """Whether a scalar reads a constant; if not, it is not written as that either."""
    return read_scalar(node, _VIEW, constant) is not FAULT


def _differ(reading: n.Node, written: n.Node) -> bool:
    """Whether the kinds, the names or the constants of what is written are not those that are read."""
    known, found = facts(reading), facts(written)
    if known.reads.isdisjoint(found.writes):
        return True
    if found.names is not None and (
        not known.needs <= found.names or any(map(found.names.isdisjoint, known.either))
    ):
        return True
    return any(
        known.fixed[name].isdisjoint(found.fixed[name])
        for name in known.needs & known.fixed.keys() & found.fixed.keys()
    )


def _must_be_read(record: n.Record, member: n.Member, other: n.Member) -> bool:
    """Whether a member is required, or always written, so that what it holds is read."""
    is_there = _is_there(other)
    is_absence = record.null_as_absent and not member.required and facts(other.node).writes_null
    is_needed = member.required and not member.aliases
    return (is_there or is_needed) and not is_absence


def _is_there(member: n.Member) -> bool:
    """Whether a member is always written."""
    return member.omit is False or (member.omit is None and (member.required or member.default is not None))
