"""The source that writes records: the tags of unions, and each member, or that it is not written."""

from __future__ import annotations

import keyword
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, get_origin

from ...node import kinds as n
from ...node.claims import besides, claims_of, takes_rest
from ...node.default import Factory
from ...node.facts import facts
from ...node.free import free_member, has_free_members
from ...node.layers import under_rules
from ...parse.xml import local
from ..read_xml.inlined import are_suited
from ..source import UnsuitedError, spelled
from .place import AMONG, Held, NoStructsError, Other, Part, Place, Tags, Written
from .rule import must_last, write_rule
from .scalar import check_scalar, is_tag

if TYPE_CHECKING:
    from .emitter import Emitter


def write_record(e: Emitter, node: n.Record, var: str, place: Place, tags: Tags) -> Written:
    """Leave in the variable what is written of a record, with tags in front of its members."""
    if not place.is_whole:
        raise UnsuitedError
    if e.sink.structs and not _is_whole(node):
        raise NoStructsError
    e.needs_structs = True
    in_front, taken = _in_front(e, node, tags), place.taken
    near = {local(name) for name, _ in in_front if not name.startswith("@")}
    if e.sink.is_text:
        _must_suit(node, place, in_front, has_elements=bool(near))
        if has_free_members(node):
            taken = taken.union(name for member in node.members for name, _ in names_of(member))
    inside = Place(node.style or place.style, ns=place.ns, taken=taken, among=place.among)
    with e.container():
        front = e.sink.front(e, in_front)
        parts = _write_members(e, node, var, inside, dict(tags))
        _doubt_kept_tags(e, node, var, tags)
        spaced = [name for part in parts if not part.member.inline for name in names_of(part.member)]
        if e.sink.is_text and not near.isdisjoint(name for name, _ in spaced):
            raise UnsuitedError
        _doubt_names_that_meet(e, spaced, place.ns)
        return e.sink.record(e, node, in_front, parts, var, front=front, place=inside)


def _must_suit(node: n.Record, place: Place, in_front: Held, *, has_elements: bool) -> None:
    """Leave to the plain writer records that share an XML element with names of which too little is known."""
    is_spaced, is_hinted = bool(place.ns), any(name.startswith(("@", "{")) for name, _ in in_front)
    knows_all = node.others is None and not has_elements
    if (
        not (_is_whole(node) or (are_suited(node) and not is_spaced))
        or ((is_spaced or has_free_members(node)) and not knows_all)
        or (is_hinted and takes_rest(node))
    ):
        raise UnsuitedError


def _write_members(
    e: Emitter, node: n.Record, var: str, place: Place, tags: dict[str, n.Literal | Other]
) -> list[Part]:
    """Leave each member in a variable of its own, those of inlined records among them."""
    maker: Any = get_origin(node.construct) or node.construct
    if isinstance(maker, type):
        e.must_be(var, maker)
    parts: list[Part] = []
    for member in node.members:
        found = e.body.variable()
        e.body.line(f"{found} = {attribute_of(var, member.name)}")
        inlined = inlined_record(member)
        if inlined is not None:
            _write_rules(e, member.node, found)
            parts += _write_members(e, inlined, found, place, tags)
        elif member.inline and e.sink.is_text:
            names = {name for claim in besides(node, member) for name in (claim.place, claim.wire)}
            taken = place.taken | names | {name.removeprefix("{}") for name in tags}
            parts.append(_write_apart(e, member, found, place, taken))
        elif member.inline:
            names = {*tags, *(claim.wire for claim in besides(node, member))}
            parts.append(Part(member, found, _write_inlined(e, member, found, names)))
        else:
            match tags.get(member.wire):
                case n.Literal() as held:
                    check_scalar(e, held, found)
                case Other(known):
                    e.doubt_if(f"{found} in {e.body.name(known)}")
                case None:
                    pass
            parts.append(Part(member, found, _write_member(e, node, member, found, place)))
    return parts


def inlined_record(member: n.Member) -> n.Record | None:
    """The record whose members a member puts among others, if all of them are known."""
    if not member.inline or not member.required:
        return None
    node = under_rules(member.node)
    return node if isinstance(node, n.Record) and node.others is None else None


def _is_whole(node: n.Record) -> bool:
    """Whether the members of a record are known, with all that are inlined."""
    inlined = [inlined_record(member) for member in node.members if member.inline]
    return all(each is not None and _is_whole(each) for each in inlined)


def _write_rules(e: Emitter, node: n.Node, var: str) -> None:
    """Doubt a record that breaks a rule over it."""
    while isinstance(node, n.Named | n.Refine):
        if isinstance(node, n.Refine) and (node.on_read or e.checks):
            write_rule(e, node, var)
        node = node.item


def _doubt_names_that_meet(e: Emitter, spaced: list[tuple[str, str | None]], ns: str) -> None:
    """Doubt an element in the namespace of a hint, where the name of another is the same."""
    if e.spaces:
        for far in {each for name, each in spaced if each and (name, None) in spaced}:
            e.doubt_if(f"{spelled(far)} == {spelled(ns) if ns else 'spaces.default'}")


def names_of(member: n.Member) -> list[tuple[str, str | None]]:
    """The names of what a member is in XML, with the namespaces that hints give them."""
    free = free_member(member)
    return [(str.__str__(member.place), member.ns)] if free is None else free.spaced


def _doubt_kept_tags(e: Emitter, node: n.Record, var: str, tags: Tags) -> None:
    """Doubt a tag among the members that a record keeps, if it must be another."""
    known = {member.wire for member in node.members}
    for name, tag in tags:
        if node.others is not None and isinstance(tag, Other) and name not in known:
            if e.sink.is_text or not isinstance(under_rules(node.others.node), n.String | n.AnyJson):
                raise UnsuitedError
            kept = f"{attribute_of(var, node.others.name)}.get({spelled(name)})"
            e.doubt_if(f"{kept} in {e.body.name(tuple(tag.tags))}")


def _in_front(e: Emitter, node: n.Record, tags: Tags) -> Held:
    """The tags that are written before the members: no member has them."""
    inlined = {claim.wire for member in node.members if member.inline for claim in claims_of(member)}
    if len(dict(tags)) < len(tags) or not inlined.isdisjoint(dict(tags)):
        raise UnsuitedError
    known = {member.wire: member for member in node.members if not member.inline}
    for member in (known[name] for name, _ in tags if name in known):
        is_hinted = e.sink.is_text and member.xml is not None
        if is_hinted or member.omit not in (None, False) or not is_tag(member.node):
            raise UnsuitedError
    return tuple((name, tag) for name, tag in tags if name not in known and isinstance(tag, n.Literal))


def attribute_of(var: str, name: str) -> str:
    """The source of what a record holds under a name."""
    simple = name.isidentifier() and not keyword.iskeyword(name)
    return f"{var}.{name}" if simple else f"getattr({var}, {spelled(name)})"


def none_is_omitted(member: n.Member) -> bool:
    """Whether None says that nothing is to be written."""
    return member.omit is None and member.default is None


def _write_member(e: Emitter, node: n.Record, member: n.Member, var: str, place: Place) -> bool:
    """Leave in the variable what is written of a member, or that nothing is; whether it is the same."""
    match member.omit:
        case None | False if not none_is_omitted(member):
            return _write_shown(e, node, member, var, place)
        case None | False:
            omitted = f"{var} is None"
        case True if isinstance(member.default, Factory):
            omitted = f"{var} == {e.body.name(member.default.make)}()"
        case True:
            omitted = f"{var} == {e.body.name(member.default)}"
        case holds:
            must_last(e, var)
            omitted = f"{e.body.name(holds)}({var})"
    if _none_is_absent(e, member):
        with e.body.block(f"if {var} is not None:"):
            return _write_shown(e, node, member, var, place)
    e.body.line(f"if {omitted}: {var} = {e.body.name(e.sink.absent)}")
    with e.body.block("else:"):
        _write_shown(e, node, member, var, place)
    return False


def _write_inlined(e: Emitter, member: n.Member, var: str, taken: set[str]) -> bool:
    """Leave in the variable the members of another record, which have none of the taken names."""
    present = e.body.block(f"if {var} is not None:") if none_is_omitted(member) else nullcontext()
    with present, e.container(-1):  # it is no level of its own
        e.write(member.node, var, AMONG)
        e.doubt_if(f"not {e.body.name(frozenset(taken))}.isdisjoint({var})")
        if not member.required:
            e.doubt_if(f"not {var}")
    e.forget(var)
    return False


def _write_apart(e: Emitter, member: n.Member, var: str, place: Place, taken: frozenset[str]) -> Part:
    """Leave in two variables the elements and the attributes of an inlined member, beside taken names."""
    may_be_absent, around = none_is_omitted(member), e.body.variable()
    if takes_rest(member.node) and not isinstance(under_rules(member.node), n.Record):
        raise UnsuitedError
    present = e.body.block(f"if {var} is not None:", kept=True) if may_be_absent else nullcontext()
    with present, e.container(-1):  # it is no level of its own
        written = e.suited(member.node, var, Place(place.style, taken=taken, among=True))
        e.body.line(f"{around} = {written.attributes or repr('')}")
        if not member.required:
            e.doubt_if(f"not ({var} or {around})")
    if may_be_absent:
        e.body.line(f"else: {var} = {around} = ''")
    e.forget(var)
    return Part(member, var, same=False, around=around)


def _none_is_absent(e: Emitter, member: n.Member) -> bool:
    return not e.sink.is_text and none_is_omitted(member)


def _write_shown(e: Emitter, node: n.Record, member: n.Member, var: str, place: Place) -> bool:
    inside = e.sink.member_place(e, member, var, place)
    written = e.write(member.node, var, inside)
    would_be_default = node.null_as_absent and not member.required and member.default is not None
    if facts(member.node).writes_null and (would_be_default or _none_is_absent(e, member)):
        e.must_not_be_null(var, written)
    e.sink.member(e, member, var, written, inside)
    return written.same
