"""The source that writes unions: the case by the class of the value, where reading will decide for it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.facts import facts
from ..source import UnsuitedError
from .place import Place, Tags, Written

if TYPE_CHECKING:
    from .emitter import Emitter


def write_union(e: Emitter, node: n.Union, var: str, place: Place, tags: Tags) -> Written:
    """Leave in the variable what the case of its class writes."""
    rest = node.but_null
    if rest is not None and not tags:
        return _write_nullable(e, rest, var, place)
    if not place.is_whole or (tags and not isinstance(node.by, n.ByTag)):
        raise UnsuitedError
    around, word, same = e.sink.merged(e.body), "if", True
    for case in node.cases:
        with e.body.block(f"{word} type({var}) is {e.class_name(case.when)}:", kept=True):
            if case.when is not None:
                e.classes[var] = case.when
            same &= _write_case(e, node, case, var, place, tags, around)
        word = "elif"
    if node.otherwise is None:
        e.body.line("else: raise doubt")
    else:
        classes = tuple(case.when for case in node.cases if case.when is not None)
        e.body.line(f"elif isinstance({var}, {e.body.name(classes)}): raise doubt")
        with e.body.block("else:", kept=True):
            same &= _write_case(e, node, node.otherwise, var, place, tags, around)
    return Written(same=same, attributes=around)


def _write_case(
    e: Emitter, node: n.Union, case: n.Case, var: str, place: Place, tags: Tags, around: str | None
) -> bool:
    """The lines of one case; one of which it is not known how it would be read is written plainly."""
    begin = len(e.body.lines)
    try:
        written = _write_suited(e, node, case, var, place, tags)
    except UnsuitedError:
        if tags or e.body.room < 0:
            raise
        del e.body.lines[begin:]
        written = e.sink.plainly(e, node, var, place)
    if around is not None:
        e.body.line(f"{around} = {written.attributes or repr('')}")
    e.forget(var)
    return written.same


def _write_suited(e: Emitter, node: n.Union, case: n.Case, var: str, place: Place, tags: Tags) -> Written:
    match node.by:
        case n.ByTag(tag) if case is not node.otherwise:
            return e.suited(case.node, var, place, (*tags, (tag, case.name)))
        case n.ByTag(tag):
            settled = not tags and e.sink.lacks(case.node, tag)
        case n.ByKind() | n.ByTrial():
            settled = e.checks or e.sink.settles(e, node, case, var)
    if not settled:
        raise UnsuitedError
    return e.suited(case.node, var, place)


def _write_nullable(e: Emitter, rest: n.Node, var: str, place: Place) -> Written:
    if not place.is_whole:
        e.body.line(f"if {var} is None: raise doubt")
        return e.suited(rest, var, place)
    around = e.sink.merged(e.body)
    if around is not None:
        e.body.line(f"{around} = ''")
    with e.body.block(f"if {var} is not None:"):
        written = e.suited(rest, var, place)
        if facts(rest).writes_null:
            null = e.sink.is_null(e.body, var, written)
            if null is not None:
                e.body.line(f"if {null}: raise doubt")
        if around is not None and written.attributes is not None:
            e.body.line(f"{around} = {written.attributes}")
    e.forget(var)
    if around is not None:
        with e.body.block("else:"):
            e.body.line(f"{around}, {var} = {e.body.name(e.sink.null)}")
    return Written(same=written.same, attributes=around)
