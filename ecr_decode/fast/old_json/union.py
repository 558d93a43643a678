"""Lowering unions: a look at the tag or at the first byte decides which plan reads the part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, assert_never

import msgspec
import orjson

from ...node import kinds as n
from ...read.kind import kinds, takes_text
from ..doubt import Doubt
from .plan import Parse, Plan, by_bytes

Lower = Callable[[n.Node, int], Plan]

_FIRST_BYTES: Mapping[str, bytes] = {
    "null": b"n",
    "boolean": b"tf",
    "number": b"-0123456789",
    "string": b'"',
    "array": b"[",
    "object": b"{",
}
"""How a value of each JSON kind begins."""

_BLANKS = b" \t\r\n"


def union_plan(node: n.Union, level: int, lower: Lower, holding: Lower, plainly: Lower) -> Plan | None:
    """The plan of a union, or None where the plain interpreter must choose.

    `holding` lowers what does not run by itself, so that a record may hold itself there.
    """
    match node.by:
        case n.ByTag(tag):
            return _by_tag(node, tag, level, lower)
        case n.ByKind() if (rest := node.but_null) is not None:
            return _nullable(node, rest, level, lower, holding)
        case n.ByKind():
            return _by_kind(node, level, lower)
        case n.ByTrial():
            return _by_trial(node, level, lower, plainly)
        case _:
            assert_never(node.by)


def _nullable(node: n.Union, rest: n.Node, level: int, lower: Lower, holding: Lower) -> Plan | None:
    plan = holding(rest, level)
    if plan.type is None:
        return plan
    if plan.parse is not None or plan.strict is False:  # a lenient one would take the text "null" for null
        return _by_kind(node, level, lower)
    whole, fill = plan.type | None, plan.fill
    if fill is None:
        return Plan(whole, strict=True)

    def filled(found: Any) -> Any:
        return None if found is None else fill(found)

    return Plan(whole, True, filled)


def _by_kind(node: n.Union, level: int, lower: Lower) -> Plan | None:
    """The kind of a value shows in its first byte.

    msgspec has unions of its own, but walking one on its way to a decoder can crash the collector of garbage.
    """
    chosen: dict[str, n.Node] = {}
    for kind in _FIRST_BYTES:
        fitting = [case for case in node.cases if kind in kinds(case.node)]
        case = min(fitting, key=lambda case: takes_text(case.node)) if fitting else node.otherwise
        if case is not None:
            chosen[kind] = case.node
    plans = {kind: lower(below, level) for kind, below in chosen.items()}
    if all(plan.plain for plan in plans.values()):
        return None
    return by_bytes(_dispatched({kind: plan.decoder() for kind, plan in plans.items()}))


def _dispatched(parses: Mapping[str, Parse]) -> Parse:
    starts = {first: parse for kind, parse in parses.items() for first in _FIRST_BYTES[kind]}

    def parse(part: bytes) -> Any:
        first = part[0] if part and part[0] not in _BLANKS else (part.lstrip(_BLANKS) or b"\0")[0]
        if first not in starts:
            raise Doubt
        return starts[first](part)

    return parse


def _by_trial(node: n.Union, level: int, lower: Lower, plainly: Lower) -> Plan | None:
    """Alternatives are tried while a refusal is final; after another one the plain interpreter tries all."""
    plans = [(case.node, lower(case.node, level)) for case in node.every]
    if all(plan.plain for _, plan in plans):
        return None
    plain = plainly(node, level).decoder()
    parses: dict[str, Parse] = {}
    for kind in _FIRST_BYTES:
        tries: list[Parse] = []
        names = False
        for below, plan in plans:
            if may_fit(below, kind):
                tries.append(plan.decoder())
                names = names or holds_names(below)
                if not refuses_for_good(below):
                    tries.append(plain)
                    break
        if tries:
            parses[kind] = _tried(tries, names=names)
    return by_bytes(_dispatched(parses))


def holds_names(node: n.Node) -> bool:
    """Whether a node reads objects, down to what its alternatives and items are."""
    match node:
        case n.Record() | n.Dict():
            return True
        case n.Tuple(items=items):
            return any(map(holds_names, items))
        case n.Array() | n.Transform() | n.Refine() | n.Named():
            return holds_names(node.item)
        case _:
            return False


def _tried(tries: list[Parse], *, names: bool) -> Parse:
    """The first that does not refuse.

    Of a name that stands twice in an object the last value counts, and msgspec refuses the first of the two.
    So after a refusal, what holds names is tried again as it is with each of them once.
    """
    *earlier, last = tries

    def parse(part: bytes) -> Any:
        certain = not names
        for each in earlier:
            try:
                return each(part)
            except msgspec.ValidationError:
                if certain:
                    continue
            once, certain = orjson.dumps(orjson.loads(part)), True
            if once != part:
                part = once
                try:
                    return each(part)
                except msgspec.ValidationError:
                    continue
        return last(part)

    return parse


def may_fit(node: n.Node, kind: str) -> bool:
    """Whether a node may take a value of a kind: a lenient scalar takes more than its own."""
    match n.bare(node):
        case n.Integer(lenient=True) | n.Number(lenient=True) | n.Bool(lenient=True):
            return True
        case n.AnyJson() | n.Lazy() | n.Union() | n.At() | n.Array(lone=True):
            return True
        case below:
            return kind in kinds(below)


def refuses_for_good(node: n.Node) -> bool:
    """Whether the plain interpreter too refuses whatever msgspec finds invalid for the node."""
    match node:
        case n.String() | n.JsonNull():
            return True
        case n.Integer(lenient=lenient) | n.Number(lenient=lenient) | n.Bool(lenient=lenient):
            return not lenient
        case n.Literal(types=types):
            return all(kind is str for kind in types)
        case n.Array(item=item, lone=lone):
            return not lone and refuses_for_good(item)
        case n.Dict(value=value, key=n.String()):
            return refuses_for_good(value)
        case n.Tuple(items=items):
            return all(map(refuses_for_good, items))
        case n.Record():
            named = all(n.is_struct_name(member.wire) for member in node.members)
            members = all(refuses_for_good(member.node) for member in node.members)
            return named and members and node.others is None and not node.null_as_absent
        case n.Named():
            return refuses_for_good(node.item)
        case n.Refine():
            return not node.on_read and refuses_for_good(node.item)
        case _:
            return False


def _by_tag(node: n.Union, tag: str, level: int, lower: Lower) -> Plan | None:
    """A first look finds the tag, and a second reads the record that it names."""
    if not n.is_struct_name(tag) or not all(lets_pass(case.node, tag) for case in node.every):
        return None
    plans = [lower(case.node, level) for case in node.every]
    if all(plan.plain for plan in plans):
        return None
    parses = {case.name: plan.decoder() for case, plan in zip(node.cases, plans, strict=False)}
    rest = None if node.otherwise is None else plans[-1].decoder()
    holder: Any = msgspec.defstruct("Tag", [("tag", Any, None)], rename={"tag": tag})
    look = msgspec.json.Decoder(holder).decode

    def parse(part: bytes) -> Any:
        read = parses.get(look(part).tag, rest)
        if read is None:
            raise Doubt
        return read(part)

    return by_bytes(parse)


def lets_pass(node: n.Node, tag: str) -> bool:
    """Whether a record reads the same whether or not it is told that the tag is no member of its own."""
    match n.bare(node):
        case n.Record(forbid_unknown=forbids, others=others, members=members):
            return others is None and (not forbids or any(member.wire == tag for member in members))
        case n.AnyJson() | n.Dict():
            return True
        case _:
            return False
