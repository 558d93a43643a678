"""Whether a union in XML is read as the case that is written: by what is known of cases, or of values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.facts import facts
from ...node.known import OBJECT, Facts, Names
from ...node.layers import bare, under_names, under_rules
from ...node.style import map_names
from ..alternative import alternative_or_fault
from ..read_xml.looks import SHOWN, of_kinds, shown_by_text
from ..read_xml.scalar import text_or_fault
from ..textual import may_be_json
from . import called
from .record import attribute_of
from .scalar import check_scalar
from .settled import alternatives_of, doubt_kept, first_of, item_of, lacks, omitted_members

if TYPE_CHECKING:
    from .emitter import Emitter
    from .place import Place

_STRING = n.String()


def tried_in_xml(e: Emitter, earlier: Sequence[n.Node], written: n.Node, var: str, place: Place) -> bool:
    """Whether all earlier alternatives refuse what a node writes; lines doubt what they may take."""
    names, below = _names(written, place.item), under_rules(written)
    omitted = {member.place: member for member in omitted_members(written)}
    return all(
        (names is not None and _lack(names, facts(each)))
        or _refuses_member(e, bare(each), written, var, place)
        or (isinstance(below, n.Scalar) and e.shows(under_names(each), var) is False)
        or _refuses_items(e, bare(each), below, var)
        or _refuses_text(e, bare(each), below, var)
        or _refuses_alternative(e, each, below, var)
        or _refuses_form(e, bare(each), below, var)
        or _refuses_names(e, facts(each), below, var)
        or lacks(e, facts(each).xml_needs, omitted, var)
        or doubt_kept(e, facts(each).xml_needs, written, var)
        for each in alternatives_of(earlier)
    )


def _lack(names: Names, reading: Facts) -> bool:
    """Whether an element of these members lacks one that is needed, or one of several."""
    return not reading.xml_needs <= names or any(map(names.isdisjoint, reading.xml_either))


def _names(node: n.Node, item: str) -> Names | None:
    """The names that members may have of what a node writes; None where they are not known."""
    return frozenset((item,)) if isinstance(bare(node), n.Array | n.Tuple) else facts(node).xml_names


def _refuses_text(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a scalar reads no text that another writes; a line doubts those that it reads."""
    if isinstance(reading, n.JsonText) and written == _STRING:
        check_scalar(e, _STRING, var)
        e.doubt_if(f"{e.body.name(may_be_json(reading))}({var})")
        return True
    if not isinstance(reading, n.Scalar) or not isinstance(written, n.Scalar):
        return False
    known = _reads_kind(reading, written)
    if known is not None:
        return not known
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


def _refuses_alternative(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether what is read is a scalar under rules and functions; lines doubt the texts that it takes."""
    read = alternative_or_fault(reading, text_or_fault)
    if read is None or not isinstance(written, n.Scalar) or isinstance(written, n.JsonNull):
        return False
    text = f"{e.body.name(called.text_of(written))}({var})"
    if isinstance(written, n.String):
        check_scalar(e, written, var)
        text = var
    e.doubt_if(f"{e.body.name(read)}({text}) is not {e.body.name(FAULT)}")
    return True


def _reads_kind(reading: n.ScalarNode, written: n.ScalarNode) -> bool | None:
    """Whether a scalar reads what another writes, or most of it; None if that depends on the value."""
    match reading, written:
        case n.String() | n.Enumeration(open=True), _:
            return True
        case n.Integer() | n.BigInteger() | n.Number() | n.Decimal(), n.Integer() | n.BigInteger():
            return True
        case n.Number() | n.Decimal(), n.Number() | n.Decimal():
            return True
        case n.Integer() | n.BigInteger() | n.Number() | n.Decimal(), n.Textual():
            return False  # there are dashes or colons within
        case n.Textual(), n.Textual():
            return reading.format is written.format
        case _:
            return None


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
            elif isinstance(written, n.Blob):
                e.doubt_if(f"not {var}")
            elif isinstance(written, n.Literal | n.Enumeration):
                texts = (n.spell_literal(value).strip('"') for value in written.values)
                return not getattr(written, "open", False) and all(text.strip() for text in texts)
            return not isinstance(written, n.JsonNull)
        case n.JsonNull(), _:
            return False
        case n.Scalar(), n.Array(lone=False) | n.Tuple() | n.Dict():
            if text_or_fault(reading)("") is not FAULT:
                e.doubt_if(f"not {var}")
            return True
        case n.Scalar(), n.Record(has_text=False, others=None):
            has_child = any(_is_child(member) for member in written.members)
            return has_child or text_or_fault(reading)("") is FAULT
        case _:
            return False


def _refuses_items(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a container takes no such items as another has, or not so many; lines doubt one without any."""
    match reading, written:
        case n.Tuple(), n.Tuple(items=items, rest=None) if not reading.takes(len(items)):
            return True
        case _:
            pass
    item, other = item_of(reading), item_of(written)
    if item is None or other is None or isinstance(reading, n.Dict) is not isinstance(written, n.Dict):
        return False
    first = e.body.variable()
    e.doubt_if(f"not {var}")
    e.body.line(f"{first} = {first_of(written, var)}")
    below, form = bare(item), under_names(other)
    return (
        _refuses_text(e, below, form, first)
        or _refuses_alternative(e, item, form, first)
        or _refuses_form(e, below, form, first)
    )


def _refuses_names(e: Emitter, reading: Facts, written: n.Node, var: str) -> bool:
    """Whether an object of any members lacks one that is needed; a line doubts those that have all."""
    is_any = isinstance(written, n.AnyJson) or (
        isinstance(written, n.Dict) and under_names(written.key) == _STRING
    )
    if not is_any or reading.reads != OBJECT or not reading.xml_needs:
        return False
    e.doubt_if(f"{e.body.name(called.may_have(reading.xml_needs))}({var})")
    return True


def _refuses_member(e: Emitter, reading: n.Node, written: n.Node, var: str, place: Place) -> bool:
    """Whether a member that is always there is of a kind that is not read."""
    if not isinstance(written, n.Record):
        return False
    children = {member.wire: member for member in written.members if _is_child(member)}
    match reading:
        case n.Record(members=members):
            read = [(each.node, each.wire) for each in members if each.xml is None and not each.inline]
        case n.Dict(value=value, null_as_absent=False) if map_names(place.hint, place.style).entry is None:
            read = [(value, wire) for wire in children]
        case _:
            return False
    for node, wire in read:
        if wire in children:
            below, form = bare(node), under_names(children[wire].node)
            found = attribute_of(var, children[wire].name)
            if _refuses_text(e, below, form, found) or _refuses_form(e, below, form, found):
                return True
    return False


def _is_child(member: n.Member) -> bool:
    """Whether a member is always there, as an element of its own."""
    return member.xml is None and not member.inline and member.required and member.omit is None


def decided_in_xml(e: Emitter, node: n.Union, case: n.Case, var: str, item: str) -> bool:
    """Whether the kind of an element decides for a case; lines doubt texts that may be something else.

    The items of a list are elements of a name.
    """
    below = bare(case.node)
    if isinstance(below, n.Union):  # which of them writes a value is not known
        return all(_decides(node, case, bare(each)) for each in alternatives_of((below,)))
    if isinstance(below, n.Scalar):
        look = _look_of(below)
        return _is_text(e, node, case, var) if look is None else _chosen(node, look) is case
    if not isinstance(below, n.Array | n.Tuple | n.Dict | n.Record) or _may_have_text(below):
        return False
    fitting = of_kinds(node, _NESTED)
    told = [each for each in fitting if facts(each.node).is_told_in_xml]
    names = _names(below, item)
    for known in (facts(each.node) for each in told if each is not case):
        is_other = names is not None and not known.xml_needs <= names
        if not is_other and not _refuses_names(e, known, below, var):
            return False
    if facts(below).is_told_in_xml:
        return any(each is case for each in fitting)
    if told and len(told) < len(fitting):  # one alone is read without a look at its members
        fitting = [each for each in fitting if each not in told]
    return case is (fitting[0] if fitting else node.otherwise)


def _decides(node: n.Union, case: n.Case, below: n.Node) -> bool:
    """Whether all that a part of a case writes is read by the case, whatever the value."""
    look = _look_of(below)
    if look is not None:
        return _chosen(node, look) is case
    fitting = of_kinds(node, _NESTED)
    is_first = bool(fitting) and fitting[0] is case
    are_told = any(facts(each.node).is_told_in_xml for each in fitting)
    return is_first and not are_told and isinstance(below, n.Array | n.Tuple | n.Dict)


def _may_have_text(node: n.Node) -> bool:
    """Whether an element may have a text beside its members."""
    return isinstance(node, n.Record) and (node.has_text or node.others is not None)


def _is_text(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether a text is read by a case; a line doubts those that look like something else."""
    looks, below = frozenset(look for look in _LOOKS if _chosen(node, look) is case), under_rules(case.node)
    if isinstance(below, n.Literal | n.Enumeration) and not getattr(below, "open", False):
        return looks.issuperset(shown_by_text(n.spell_literal(value).strip('"')) for value in below.values)
    if "text" not in looks or not isinstance(below, n.Scalar):
        return False
    if not isinstance(below, n.String):
        text = f"{e.body.name(called.text_of(below))}({var})"
        e.doubt_if(f"{e.body.name(shown_by_text)}({text}) not in {e.body.name(looks)}")
        return True
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


def _look_of(node: n.Node) -> str | None:
    """What all texts of a scalar look like; None where that depends on the value."""
    match node:
        case n.JsonNull():
            return "null"
        case n.Bool():
            return "boolean"
        case n.Integer() | n.BigInteger() | n.Number() | n.Decimal():
            return "number"
        case n.FormattedTime(format=n.TimeFormat.EPOCH_SECONDS):
            return "number"
        case n.Textual() | n.Timestamp() | n.FormattedTime():
            return "text"
        case _:
            return None


_NESTED: Names = frozenset(("array", "object", "string"))
"""The kinds that an element may be of by what is written of a container."""
