"""The source that writes unions: the case by the class of the value, if reading will decide for it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...node import kinds as n
from ...node.facts import facts
from ..source import UnsuitedError
from .place import NULL, Place, Tags, Written
from .settled import has_no_tag

if TYPE_CHECKING:
    from .emitter import Emitter


class _Union(NamedTuple):
    """A union that is written at a place."""

    node: n.Union
    place: Place
    tags: Tags
    """The tags of the unions around it."""
    around: str | None
    """The variable in which the cases leave their attributes."""


def write_union(e: Emitter, node: n.Union, var: str, place: Place, tags: Tags) -> Written:
    """Leave in the variable what the case of its class writes."""
    rest = node.but_null
    if rest is not None and not tags:
        return _write_nullable(e, rest, var, place)
    if any(len(case.when) != 1 for case in node.cases):
        raise UnsuitedError
    hinted = isinstance(node.by, n.ByTag) and node.by.xml is not None and e.sink.is_text
    unnamed = isinstance(node.by, n.ByTag) and not node.has_names_for_tags
    if hinted or unnamed or isinstance(node.by, n.ByKey):
        raise UnsuitedError
    if not place.is_whole or (tags and not isinstance(node.by, n.ByTag)):
        raise UnsuitedError
    union = _Union(node, place, tags, e.body.variable() if e.sink.is_text else None)
    word, same = "if", True
    for case in node.cases:
        with e.body.block(f"{word} type({var}) is {e.class_name(case.when[0])}:", kept=True):
            e.classes[var] = case.when[0]
            same &= _write_case(e, union, case, var)
        word = "elif"
    if node.otherwise is None:
        e.body.line("else: raise doubt")
    else:
        classes = tuple(case.when[0] for case in node.cases)
        e.body.line(f"elif isinstance({var}, {e.body.name(classes)}): raise doubt")
        with e.body.block("else:", kept=True):
            same &= _write_case(e, union, node.otherwise, var)
    return Written(same=same, attributes=union.around)


def _write_case(e: Emitter, union: _Union, case: n.Case, var: str) -> bool:
    """The lines of one case; one of which it is not known how it would be read is written plainly."""
    begin = e.begin = len(e.body.lines)
    try:
        written = _write_suited(e, union, case, var)
    except UnsuitedError:
        if union.tags or e.body.room < 0:
            raise
        del e.body.lines[begin:]
        written = e.plainly(union.node, var, union.place)
    if union.around is not None:
        e.body.line(f"{union.around} = {written.attributes or repr('')}")
    e.forget(var)
    return written.same


def _write_suited(e: Emitter, union: _Union, case: n.Case, var: str) -> Written:
    node, place, tags, _ = union
    match node.by:
        case n.ByTag(tag) if case is not node.otherwise:
            return e.suited(case.node, var, place, (*tags, (tag, case.name)))
        case n.ByTag(tag) if not tags and (e.sink.lacks(case.node, tag) or has_no_tag(e, node, case, var)):
            return e.suited(case.node, var, place)
        case n.ByKind() | n.ByTrial() if e.checks or e.sink.settles(e, node, case, var):
            return e.suited(case.node, var, place)
        case _:
            raise UnsuitedError


def _write_nullable(e: Emitter, rest: n.Node, var: str, place: Place) -> Written:
    if not place.is_whole:
        e.doubt_if(f"{var} is None")
        return e.suited(rest, var, place)
    with e.body.block(f"if {var} is not None:", kept=e.sink.is_text):
        written = e.suited(rest, var, place)
        if facts(rest).writes_null:
            e.must_not_be_null(var, written)
        around = e.body.variable() if e.sink.is_text else None
        if around is not None:
            e.body.line(f"{around} = {written.attributes or repr('')}")
    e.forget(var)
    if around is not None:
        e.body.line(f"else: {around}, {var} = {e.body.name(NULL)}")
    return Written(same=written.same, attributes=around)
