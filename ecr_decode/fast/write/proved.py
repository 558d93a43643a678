"""Lists whose items need no lines of their own: all are proved in C, and many lists together."""

from __future__ import annotations

from collections.abc import Callable
from gc import get_referents
from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.types import filled
from ...node.written import TEXTUAL
from ..tree import prover
from .called import values_of
from .choice.decided_json import decided_in_json
from .rule import unmap_all
from .scalar import is_plain

if TYPE_CHECKING:
    from .emitter import Emitter

_CLOCKS: frozenset[n.TextFormat] = frozenset((n.TextFormat.DATE_TIME, n.TextFormat.TIME))
_LISTS: frozenset[type] = frozenset((tuple, list))


def are_mapped(e: Emitter, node: n.Node, items: str) -> bool:
    """Whether a function is asked for all items at once, and what it gives needs no lines of its own."""
    node = without_names(e, node)
    if not isinstance(node, n.Transform):
        return False
    with e.loop() as lines:
        mapped = unmap_all(e, node, items) and are_proved(e, node.item, items)
    e.body.add(lines if mapped else [])
    return mapped


def without_names(e: Emitter, node: n.Node) -> n.Node:
    """What is under names, and under rules that are not asked here."""
    while isinstance(node, n.Named) or (isinstance(node, n.Refine) and not (node.on_read or e.checks)):
        node = node.item
    return node


def are_proved(e: Emitter, node: n.Node, items: str) -> bool:
    """Whether the items need no lines of their own: they are proved in C, here or at the end with others."""
    node = without_names(e, node)
    if e.sink.is_text:
        return False
    match node:
        case n.Array(lone=False) if _holds_numbers(node):
            return _are_rows(e, node, items)
        case n.AnyJson() if not e.sink.structs:
            e.collect_trees(f"{{}} += {items}")
        case n.String():
            texts = "names" if e.sink.is_free else "texts"
            e.collect(texts, f"{texts} += {items}")
        case n.Number() if e.sink.takes_finite and not e.careful:
            e.is_hasty = True
            e.collect("numbers", f"numbers += {items}")
        case n.Textual(format=form) if form in e.sink.native and not e.careful:
            e.is_hasty = True
            e.needs_structs |= form in _CLOCKS
            _collect(e, values_of(TEXTUAL[form]), items)
        case n.Enumeration(cls=cls, open=False) if is_plain(node):
            _collect(e, values_of(cls), items)
        case _ if (proof := _proof(e, node)) is not None:
            _collect(e, proof, items)
        case n.Union() if node.but_null is not None:
            return _are_null_or_proved(e, node.but_null, items)
        case _:
            return False
    return True


def _are_null_or_proved(e: Emitter, node: n.Node, items: str) -> bool:
    """Whether the items that are not None need no lines of their own."""
    there = e.body.variable()
    with e.loop() as lines:
        e.body.line(f"{there} = [each for each in {items} if each is not None]")
        proved = are_proved(e, node, there)
    e.body.add(lines if proved else [])
    return proved


def _holds_numbers(node: n.Node) -> bool:
    while isinstance(node, n.Array):
        node = node.item
    return isinstance(node, n.Number)


def _are_rows(e: Emitter, node: n.Array, rows: str) -> bool:
    """Whether lists need no loop: their items are taken out of all of them in C, most often a few of each."""
    below = e.body.variable()
    with e.loop() as lines, e.container():
        e.doubt_if(f"not {e.body.name(_LISTS)}.issuperset(map(type, {rows}))")
        e.body.line(f"{below} = {e.body.name(get_referents)}(*{rows})")
        proved = are_proved(e, node.item, below)
    e.body.add(lines if proved else [])
    return proved


def _collect(e: Emitter, proof: Callable[[list[Any]], None], items: str) -> None:
    some = f"some_{e.body.name(proof)}"
    e.collect(some, f"{some} += {items}", proof)


def _proof(e: Emitter, node: n.Node) -> Callable[[list[Any]], None] | None:
    """What raises unless all items are scalars of which msgspec knows the type exactly."""
    try:
        return prover(filled(node)) if _is_exact(e, node) else None
    except TypeError:  # a constant that msgspec has no type for
        return None


def _is_exact(e: Emitter, node: n.Node) -> bool:
    match without_names(e, node):
        case n.String() | n.Integer() | n.Bool() | n.JsonNull() | n.Literal():
            return True
        case n.Union(by=n.ByKind()) as union:
            return all(decided_in_json(union, case) and _is_exact(e, case.node) for case in union.every)
        case _:
            return False
