"""Whether all earlier alternatives of a union by trial refuse what is written as XML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ....error.findings import FAULT
from ....node import kinds as n
from ....node.facts import facts
from ....node.known import OBJECT, Facts, Names
from ....node.layers import bare, under_names, under_rules
from ....node.style import map_names
from ...alternative import texts_of
from ...read_xml.scalar import text_or_fault
from .. import called
from ..record import attribute_of
from ..scalar import check_scalar
from .tried import alternatives_of, doubt_kept, doubt_omitted, has_any_names, items_of, refuses_scalar

if TYPE_CHECKING:
    from ..emitter import Emitter
    from ..place import Place


def tried_in_xml(e: Emitter, earlier: Sequence[n.Node], written: n.Node, var: str, place: Place) -> bool:
    """Whether all earlier alternatives refuse what a node writes; lines doubt what they may take."""
    names, below = names_in(written, place), under_rules(written)
    return all(
        (names is not None and lack(names, facts(each)))
        or _refuses_member(e, bare(each), written, var, place)
        or _refuses_items(e, bare(each), below, var, place)
        or refuses_scalar(e, each, below, var, text_or_fault)
        or _refuses_form(e, bare(each), below, var)
        or refuses_names(e, facts(each), below, var, place)
        or doubt_omitted(e, facts(each).xml_needs, written, var)
        or doubt_kept(e, facts(each).xml_needs, written, var)
        for each in alternatives_of(earlier)
    )


def lack(names: Names, reading: Facts) -> bool:
    """Whether an element of these members lacks one that is needed, or one of several."""
    return not reading.xml_needs <= names or any(map(names.isdisjoint, reading.xml_either))


def names_in(node: n.Node, place: Place) -> Names | None:
    """The names that members may have of what a node writes; None where they are not known."""
    below, entry = bare(node), map_names(place.hint, place.style).entry
    if isinstance(below, n.Dict) and entry is not None:
        return frozenset((entry,))
    return frozenset((place.item,)) if isinstance(below, n.Array | n.Tuple) else facts(node).xml_names


def _refuses_form(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether elements are read and a text is written, or the other way; a line doubts empty ones."""
    match reading, written:
        case (
            (n.Array(lone=False) | n.Tuple() | n.Dict() | n.Record(has_text=False, others=None))
            | n.Union(by=n.ByKey() | n.ByTag(), otherwise=None),
            n.Scalar(),
        ):
            if isinstance(written, n.String):
                check_scalar(e, written, var)
                e.doubt_if(f"not {var} or {var}.isspace()")
            elif isinstance(written, n.Blob):
                e.doubt_if(f"not {var}")
            elif isinstance(written, n.Literal | n.Enumeration):
                return all(text.strip() for text in texts_of(written) or ("",))
            return not isinstance(written, n.JsonNull)
        case n.JsonNull(), _:
            return not facts(written).writes_null
        case n.Scalar(), n.Array(lone=False) | n.Tuple() | n.Dict():
            if text_or_fault(reading)("") is not FAULT:
                e.doubt_if(f"not {var}")
            return True
        case n.Scalar(), n.Union(by=n.ByKey(), otherwise=None):
            return True
        case n.Scalar(), n.Record(has_text=False, others=None):
            has_child = any(_is_child(member) for member in written.members)
            return has_child or text_or_fault(reading)("") is FAULT
        case _:
            return False


def _refuses_items(e: Emitter, reading: n.Node, written: n.Node, var: str, place: Place) -> bool:
    """Whether a container takes no such items as another has, or not so many."""
    match reading, written:
        case n.Tuple(), n.Tuple(items=items, rest=None) if not reading.takes(len(items)):
            return True
        case n.Array(item=item, lone=False, null_as_absent=False), n.Tuple(items=items, rest=None):
            pairs = [(item, each) for each in items]
        case n.Tuple(items=items, rest=None), n.Array(item=item, lone=False):
            pairs = [(each, item) for each in items]
        case _:
            found = items_of(e, reading, written, var)
            return found is not None and tried_in_xml(e, (found[0],), found[1], found[2], place.below)
    with e.body.block(f"if len({var}) == {len(pairs)}:"):  # a tuple has no other length
        return any(
            tried_in_xml(e, (first,), second, f"{var}[{index}]", place.below)
            for index, (first, second) in enumerate(pairs)
        )


def _refuses_below(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether an alternative refuses a member because of what another holds there."""
    below = under_names(written)
    return refuses_scalar(e, reading, below, var, text_or_fault) or _refuses_form(
        e, bare(reading), below, var
    )


def refuses_names(e: Emitter, reading: Facts, written: n.Node, var: str, place: Place) -> bool:
    """Whether an object of any members lacks one that is needed; a line doubts those that have all."""
    is_any = has_any_names(written) and map_names(place.hint, place.style).entry is None
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
        case n.Array(item=item, lone=False, null_as_absent=False):
            read = [(item, wire) for wire in children]
        case _:
            return False
    for node, wire in read:
        found = children.get(wire)
        if found is not None and _refuses_below(e, node, found.node, attribute_of(var, found.name)):
            return True
    return False


def _is_child(member: n.Member) -> bool:
    """Whether a member is always there, as an element of its own."""
    return member.xml is None and not member.inline and member.required and member.omit is None
