"""Whether a union is read as the case that is written: by what is known of the cases, or of the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.facts import decides, facts
from ...node.known import OBJECT, Facts, Names
from ...node.layers import bare, core, under_names
from ...read.json import DigitsView
from ...read.scalar import read_scalar
from ..read_json.scalar import scalar_or_fault
from ..read_xml.looks import SHOWN, of_kinds, shown_by_text
from ..read_xml.scalar import text_or_fault
from ..source import spelled
from . import called
from .record import attribute_of, none_is_omitted
from .scalar import check_scalar

if TYPE_CHECKING:
    from .emitter import Emitter


_VIEW = DigitsView()


def tried_in_json(node: n.Union, case: n.Case) -> bool:
    """Whether all alternatives before a case refuse what it writes as JSON."""
    asked: dict[tuple[int, int], bool] = {}
    return all(_refuse(earlier.node, case.node, asked) for earlier in _before(node, case))


def tried_with_members(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether lines can doubt an object of any members that an alternative before it may read."""
    below = under_names(case.node)
    is_any = isinstance(below, n.AnyJson) or (
        isinstance(below, n.Dict) and under_names(below.key) == n.String()
    )
    earlier = [facts(each.node) for each in _before(node, case) if not _refuse(each.node, case.node, {})]
    if not is_any or any(known.reads != OBJECT for known in earlier):
        return False
    for known in earlier:
        needed = e.body.name(known.needs)
        e.doubt_if(f"type({var}) is dict and {needed} <= {var}.keys()")
    return True


def tried_without_members(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether lines can doubt a record that has what alternatives before it need, where it may lack that."""
    omitted = {member.wire: member for member in _omitted(case.node)}
    earlier = [facts(each.node) for each in _before(node, case) if not _refuse(each.node, case.node, {})]
    return all(known.reads == OBJECT and _lacks(e, known.needs, omitted, var) for known in earlier)


def tried_with_scalars(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether lines can doubt a value that is written as it is, and that a scalar before it may read."""
    if not isinstance(under_names(case.node), n.String | n.Integer | n.Number | n.Bool):
        return False
    earlier = [under_names(each.node) for each in _before(node, case)]
    doubtful = [each for each in earlier if not _refuse(each, case.node, {})]
    known = (each for each in doubtful if isinstance(each, n.Scalar) and not isinstance(each, n.Decimal))
    readers = [scalar_or_fault(each) for each in known]  # a decimal is read of the digits that are written
    if len(readers) < len(doubtful):
        return False
    for read in readers:
        e.doubt_if(f"{e.body.name(read)}({var}) is not {e.body.name(FAULT)}")
    return True


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


def _refuse(reading: n.Node, written: n.Node, asked: dict[tuple[int, int], bool]) -> bool:
    """Whether a node reads nothing of what another writes as JSON; of what holds itself little is known."""
    pair = id(reading), id(written)
    if pair not in asked:
        asked[pair] = False
        asked[pair] = _differ(reading, written) or _refuses(core(reading), core(written), asked)
    return asked[pair]


def _refuses(reading: n.Node, written: n.Node, asked: dict[tuple[int, int], bool]) -> bool:
    match reading, written:
        case n.Textual(), n.Textual():
            return reading.format is not written.format
        case n.Integer(lenient=False), n.Number():  # always spelled with a dot or an exponent
            return True
        case n.Literal(values=values) | n.Enumeration(values=values, open=False), n.Scalar():
            return not any(_reads(written, value) for value in values)
        case n.Scalar(), n.Literal(values=values) | n.Enumeration(values=values, open=False):
            return not any(_reads(reading, value) for value in values)
        case n.Union(by=n.ByTag() | n.ByKind() | n.ByTrial()), _:
            return all(_refuse(case.node, written, asked) for case in reading.every)
        case _, n.Union(by=n.ByKind() | n.ByTrial()):
            return all(_refuse(reading, case.node, asked) for case in written.every)
        case n.Record(others=None), n.Record(others=None):
            known = {member.wire: member for member in reading.members if not member.inline}
            return any(
                _must_be_read(reading, known[each.wire], each)
                and _refuse(known[each.wire].node, each.node, asked)
                for each in written.members
                if each.wire in known and not each.inline
            )
        case _:
            return False


def _reads(node: n.ScalarNode, constant: n.JsonValue) -> bool:
    """Whether a scalar reads a constant; if not, it is not written as that either."""
    return read_scalar(node, _VIEW, constant) is not FAULT


def _differ(reading: n.Node, written: n.Node) -> bool:
    """Whether the kinds, the names or the constants of what is written are not those that are read."""
    known, found = facts(reading), facts(written)
    if known.reads.isdisjoint(found.writes) or (found.names is not None and not known.needs <= found.names):
        return True
    return any(
        known.fixed[name].isdisjoint(found.fixed[name])
        for name in known.needs & known.fixed.keys() & found.fixed.keys()
    )


def _must_be_read(record: n.Record, member: n.Member, other: n.Member) -> bool:
    """Whether a member is required, or always written, so that what it holds is read."""
    is_there = other.omit is False or (other.omit is None and other.default is not None)
    is_absence = record.null_as_absent and not member.required and facts(other.node).writes_null
    is_needed = member.required and not member.aliases
    return (is_there or is_needed) and not is_absence


def has_no_tag(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether a line can doubt an object of any members that has the tag of another case."""
    if e.sink.is_text or not isinstance(node.by, n.ByTag) or not isinstance(bare(case.node), n.AnyJson):
        return False
    if not isinstance(case.node, n.AnyJson | n.Named):  # a function may make another object of the value
        return False
    e.doubt_if(f"type({var}) is dict and {var}.get({spelled(node.by.tag)}) in {e.body.name(node.tags)}")
    return True


_STRING = n.String()


def tried_in_xml(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether all alternatives before a case refuse what it writes; lines doubt values that they may take."""
    names = facts(case.node).xml_names
    return all(
        (names is not None and not facts(each.node).xml_needs <= names)
        or _refuses_member(e, bare(each.node), case.node, var)
        or _refuses_text(e, under_names(each.node), under_names(case.node), var)
        or _refuses_form(e, under_names(each.node), under_names(case.node), var)
        or _refuses_names(e, facts(each.node), under_names(case.node), var)
        or _lacks(e, facts(each.node).xml_needs, {m.place: m for m in _omitted(case.node)}, var)
        for each in _before(node, case)
    )


def _refuses_text(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a scalar reads no text that another writes; a line doubts those that it reads."""
    if isinstance(reading, n.Textual) and isinstance(written, n.Textual):
        return reading.format is not written.format
    if not isinstance(reading, n.Scalar) or not isinstance(written, n.Scalar):
        return False
    if isinstance(written, n.Textual) and isinstance(
        reading, n.Integer | n.Number | n.BigInteger | n.Decimal
    ):
        return True  # each has dashes or colons within
    read_text = text_or_fault(reading)
    read, fault = e.body.name(read_text), e.body.name(FAULT)
    match written:
        case n.String():
            check_scalar(e, written, var)
            e.doubt_if(f"{read}({var}) is not {fault}")
        case n.Integer() | n.BigInteger():
            e.doubt_if(f"type({var}) is not int or {read}(str({var})) is not {fault}")
        case n.Number(lenient=False):
            e.doubt_if(f"type({var}) is not float or {read}(repr({var})) is not {fault}")
        case n.Literal(values=values) | n.Enumeration(values=values, open=False):
            return all(read_text(n.spell_literal(value).strip('"')) is FAULT for value in values)
        case n.Bool():
            return read_text("true") is FAULT is read_text("false")
        case _:
            return False
    return True


def _refuses_form(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether elements are read and a text is written, or the other way; a line doubts empty ones."""
    match reading, written:
        case (
            (n.Array(lone=False) | n.Tuple() | n.Dict() | n.Record(has_text=False, others=None)),
            n.Scalar(),
        ):
            if isinstance(written, n.String):
                check_scalar(e, written, var)
                e.doubt_if(f"not {var} or {var}.isspace()")
            return isinstance(written, n.String | n.Integer | n.BigInteger | n.Number | n.Bool | n.Textual)
        case n.Scalar(), n.Array(lone=False) | n.Dict():
            if text_or_fault(reading)("") is not FAULT:
                e.doubt_if(f"not {var}")
            return not isinstance(reading, n.JsonNull)
        case _:
            return False


def _omitted(node: n.Node) -> list[n.Member]:
    """The members of a record that are not written where they are None."""
    record = under_names(node)
    members = record.members if isinstance(record, n.Record) else ()
    return [member for member in members if not member.inline and none_is_omitted(member)]


def _lacks(e: Emitter, needs: Names, omitted: dict[str, n.Member], var: str) -> bool:
    """Whether a record may lack what is needed; a line doubts one that does not."""
    found = next((omitted[name] for name in sorted(needs) if name in omitted), None)
    if found is not None:
        e.doubt_if(f"{attribute_of(var, found.name)} is not None")
    return found is not None


def _refuses_names(e: Emitter, reading: Facts, written: n.Node, var: str) -> bool:
    """Whether an object of any members lacks one that is needed; a line doubts those that have all."""
    is_any = isinstance(written, n.AnyJson) or (
        isinstance(written, n.Dict) and under_names(written.key) == _STRING
    )
    if not is_any or reading.reads != OBJECT or not reading.xml_needs:
        return False
    e.doubt_if(f"{e.body.name(called.may_have(reading.xml_needs))}({var})")
    return True


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
                e.doubt_if(f"{e.body.name(text_or_fault(below))}({found}) is not {e.body.name(FAULT)}")
                return True
            case _:
                pass
    return False


def decided_in_xml(e: Emitter, node: n.Union, case: n.Case, var: str, item: str) -> bool:
    """Whether the kind of an element decides for a case; lines doubt texts that may be something else.

    The items of a list are elements of a name.
    """
    below = bare(case.node)
    kinds = _kinds(below)
    fitting = of_kinds(node, kinds)
    if not kinds or case is not (fitting[0] if fitting else node.otherwise):
        return False
    told = [known for known in (facts(each.node) for each in fitting) if known.is_told_in_xml]
    if told and not facts(below).is_told_in_xml:
        if not isinstance(below, n.Array) or any(known.xml_needs <= {item} for known in told):
            return False
        e.doubt_if(f"not {var}")
    if isinstance(below, n.String) and below is case.node:
        return _is_text(e, node, case, var)
    return not isinstance(below, n.String)


def _is_text(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether a text is read by a case; a line doubts those that look like something else."""
    looks = frozenset(look for look in _LOOKS if _chosen(node, look) is case)
    if "text" not in looks:
        return False
    check_scalar(e, _STRING, var)
    if looks == _LOOKS - {"blank"}:
        e.doubt_if(f"not {var} or {var}.isspace()")
    elif looks != _LOOKS:
        e.doubt_if(f"{e.body.name(shown_by_text)}({var}) not in {e.body.name(looks)}")
    return True


_LOOKS: Names = frozenset(("text", "boolean", "number", "blank"))


def _chosen(node: n.Union, look: str) -> n.Case | None:
    """The case of a union by kind that reads a text of a look; None if members may tell as well."""
    found = of_kinds(node, SHOWN[look])
    if any(facts(each.node).is_told_in_xml for each in found):
        return None
    return found[0] if found else node.otherwise


def _kinds(node: n.Node) -> Names:
    """The kinds that an element may be of, by what is written in it; empty where that is not known."""
    match node:
        case n.JsonNull():
            return frozenset(("null",))
        case n.Bool():
            return frozenset(("boolean", "string"))
        case n.Integer() | n.Number():
            return frozenset(("number", "string"))
        case n.String():
            return frozenset(("string",))
        case n.Array() | n.Tuple() | n.Dict() | n.Record(has_text=False, others=None):
            return frozenset(("array", "object", "string"))
        case _:
            return frozenset()
