"""The source that writes lists, tuples and maps: what holds unchanged items is checked and not copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...node import kinds as n
from ..source import UnsuitedError
from .place import ANEW, SAME, Place, Written
from .rule import write_rule, write_unmapped
from .scalar import check_scalar, is_text

if TYPE_CHECKING:
    from .emitter import Emitter


def write_array(e: Emitter, node: n.Array, var: str, place: Place) -> Written:
    """Leave in the variable what is written of a list."""
    e.doubt_if(f"type({var}) is not tuple and type({var}) is not list")
    _must_not_be_lost(e, var, place)
    same = _is_joined(e, node.item, var) or _write_items(e, node.item, var, place)
    if node.lone and not e.sink.is_text:
        alone = f"type({var}[0]) is not tuple and type({var}[0]) is not list and {var}[0] is not None"
        e.body.line(f"if len({var}) == 1 and {alone}: {var} = {var}[0]")
    return Written(same=same and not node.lone)


def _write_items(e: Emitter, node: n.Node, var: str, place: Place) -> bool:
    """Leave in the variable what is written of the items; whether they are all the same."""
    body = e.body
    item, made = body.variable(), body.variable()
    with e.container(), e.loop() as lines:
        written = e.write(node, item, Place(place.style))
        part = e.sink.item(item, written, place)
    if written.same:
        with body.block(f"for {item} in {var}:"):
            body.add(lines)
        return True
    body.line(f"{made} = []")
    with body.block(f"for {item} in {var}:"):
        body.add([*lines, f"{made}.append({part})"])
    body.line(f"{var} = ''.join({made})" if e.sink.is_text else f"{var} = {made}")
    return False


def write_tuple(e: Emitter, node: n.Tuple, var: str, place: Place) -> Written:
    """Leave in the variable what is written of a list of a fixed length."""
    if node.rest is not None:
        raise UnsuitedError
    body, same = e.body, bool(node.items)
    e.doubt_if(f"type({var}) is not tuple or len({var}) != {len(node.items)}")
    _must_not_be_lost(e, var, place)
    items = [body.variable() for _ in node.items]
    if items:
        body.line(f"{''.join(f'{item}, ' for item in items)}= {var}")
    with e.container():
        for below, item in zip(node.items, items, strict=True):
            written = e.write(below, item, Place(place.style))
            same = same and written.same
            part = e.sink.item(item, written, place)
            if part != item:
                body.line(f"{item} = {part}")
    if not same:
        body.line(f"{var} = {e.sink.sequence(items)}")
    return Written(same=same)


def write_dict(e: Emitter, node: n.Dict, var: str, place: Place) -> Written:
    """Leave in the variable what is written of a map."""
    body, below = e.body, node.value
    e.doubt_if(f"type({var}) is not dict")
    _must_not_be_lost(e, var, place)
    key, item = body.variable(), body.variable()
    with e.loop() as keys:
        same_keys, distinct = _write_key(e, node.key, key)
    with e.container(1 if place.style.entry is None else 2), e.loop() as lines:
        written = e.write(below, item, Place(place.style))
    if same_keys and written.same:
        _check_entries(e, var, (key, item), keys, [] if _is_joined(e, below, f"{var}.values()") else lines)
        return SAME
    made, seen = body.variable(), body.variable()
    # what has the names already takes values in less time than what is empty
    body.line(f"{made} = {f'{var}.copy()' if same_keys and not e.sink.is_text else e.sink.no_entries}")
    if not distinct:
        body.line(f"{seen} = set()")
    with body.block(f"for {key}, {item} in {var}.items():"):
        body.add([*keys, *lines])
        if not distinct:
            e.doubt_if(f"{key} in {seen}")
            body.line(f"{seen}.add({key})")
        e.sink.entry(body, made, key, item, written=written, place=place)
    e.sink.entries(body, made, var, place)
    return ANEW


def _check_entries(e: Emitter, var: str, entry: tuple[str, str], keys: list[str], lines: list[str]) -> None:
    """The lines that look at keys and values, where there is anything to see."""
    key, item = entry
    if keys:
        with e.body.block(f"for {key}, {item} in {var}.items():" if lines else f"for {key} in {var}:"):
            e.body.add([*keys, *lines])
    elif lines:
        with e.body.block(f"for {item} in {var}.values():"):
            e.body.add(lines)


def _write_key(e: Emitter, node: n.Node, var: str) -> tuple[bool, bool]:
    """Leave in the variable the text that a key is; whether it is the key itself, and whether no two meet."""
    match node:
        case n.String():
            if e.sink.must_check_names:
                check_scalar(e, node, var)
            return True, True
        case n.Enumeration() if all(type(value) is str for value in node.values):
            check_scalar(e, node, var)
            distinct = not node.open or issubclass(node.cls, str)
            if not distinct or not e.sink.takes_enumerations:
                text = f"if type({var}) is not str: " if node.open else ""
                e.body.line(f"{text}{var} = {var}._value_")
            return distinct and e.sink.takes_enumerations, distinct
        case n.Literal() if is_text(node):
            check_scalar(e, node, var)
            return True, True
        case n.Named():
            return _write_key(e, node.item, var)
        case n.Refine():
            if node.on_read or e.checks:
                write_rule(e, node, var)
            return _write_key(e, node.item, var)
        case n.Transform():
            write_unmapped(e, node, var)
            _write_key(e, node.item, var)
            check_scalar(e, _STRING, var)
            return False, False
        case _:
            raise UnsuitedError


_STRING = n.String()


def _must_not_be_lost(e: Emitter, var: str, place: Place) -> None:
    if place.lossy:
        e.doubt_if(f"not {var}")


def _is_joined(e: Emitter, node: n.Node, items: str) -> bool:
    """Whether the items are joined at the end: the serializers write the text of whatever can be joined."""
    while isinstance(node, n.Named) or (isinstance(node, n.Refine) and not (node.on_read or e.checks)):
        node = node.item
    if e.sink.is_text or not isinstance(node, n.String):
        return False
    e.collect("texts", f"texts += {items}")
    return True
