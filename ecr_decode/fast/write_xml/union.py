"""The source that writes unions, where it is known without reading which case they will be read as."""

from __future__ import annotations

from typing import Protocol

from ...node import kinds as n
from ...node.style import Element
from ..write_json.body import Body, UnsuitedError
from ..write_json.record import Tags, never_null
from .element import NIL, Attributes, Place
from .record import called


class Writers(Protocol):
    """How cases are written."""

    def write_tagged(self, node: n.Node, var: str, body: Body, place: Place, tags: Tags = ()) -> Attributes:
        """Leave in the variable the content of one element, with tags before its members."""
        ...

    def write_plainly(self, node: n.Node, var: str, body: Body, place: Place) -> Attributes:
        """The same, by the plain interpreter."""
        ...


def write_choice(
    node: n.Union, var: str, body: Body, place: Place, *, tags: Tags, writers: Writers
) -> Attributes:
    """Leave in the variable what the case of its class writes; others are written plainly."""
    rest = node.but_null
    if rest is not None and not tags:
        return _write_nullable(rest, var, body, place, writers)
    match node.by:
        case _ if place.inline:
            raise UnsuitedError
        case n.ByTag(tag):
            cases = [(case, (*tags, (tag, case.name))) for case in node.cases]
        case n.ByTrial() if node.cases and not tags:
            cases = [(case, tags) for case in _certain(node)]
        case _:
            raise UnsuitedError
    around, word = body.variable(), "if"
    for case, put in cases:
        with body.block(f"{word} type({var}) is {body.name(case.when)}:"):
            attributes = _write_case(node, case, var, body, place, tags=put, writers=writers)
            body.line(f"{around} = {attributes or repr('')}")
        word = "elif"
    if tags:
        body.line("else: raise doubt")
        return around
    with body.block("else:"):
        attributes = writers.write_plainly(node, var, body, place)
        body.line(f"{around} = {attributes}")
    return around


def _certain(node: n.Union) -> list[n.Case]:
    """The cases that none before them reads: the first, and those that lack what the earlier ones require."""
    return [
        case
        for index, case in enumerate(node.cases)
        if all(_refuses(earlier.node, case.node) for earlier in node.cases[:index])
    ]


def _refuses(reading: n.Node, written: n.Node) -> bool:
    """Whether a node reads nothing of what another writes."""
    names, record = _names(written), n.bare(reading)
    if names is None or not isinstance(record, n.Record):
        return False
    return any(
        member.required and isinstance(member.xml, Element | None) and called(member) not in names
        for member in record.members
    )


def _names(node: n.Node) -> frozenset[str] | None:
    """What the members that a node may write are called; None where the description does not say."""
    while isinstance(node, n.Named | n.Refine | n.Transform):
        node = node.item
    match node:
        case n.Record(members=members, others=None):
            return frozenset(called(member).removeprefix("@") for member in members)
        case n.String() | n.Integer() | n.Number() | n.Bool() | n.Timestamp() | n.Blob() | n.Enumeration():
            return frozenset()
        case _:
            return None


def _write_case(
    node: n.Union, case: n.Case, var: str, body: Body, place: Place, *, tags: Tags, writers: Writers
) -> Attributes:
    """One case; what does not suit is written plainly as the union, which is to be told from others."""
    begin = len(body.lines)
    try:
        return writers.write_tagged(case.node, var, body, place, tags)
    except UnsuitedError:
        if body.room < 0 or len(tags) > 1:
            raise
        del body.lines[begin:]
        return writers.write_plainly(node, var, body, place)


def _write_nullable(rest: n.Node, var: str, body: Body, place: Place, writers: Writers) -> Attributes:
    if place.inline:
        body.line(f"if {var} is None: raise doubt")
        return writers.write_tagged(rest, var, body, place)
    around = body.variable()
    with body.block(f"if {var} is None:"):
        body.line(f"{around}, {var} = {body.name(NIL)}, ''")
    with body.block("else:"):
        attributes = writers.write_tagged(rest, var, body, place)
        body.line(f"{around} = {attributes or repr('')}")
        if not never_null(rest):
            body.line(f"if {around} == {body.name(NIL)}: raise doubt")
    return around
