"""The source that writes lists, tuples and maps: what holds unchanged items is checked and not copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.style import text
from . import called
from .place import ANEW, SAME, Place, Written
from .proved import are_mapped, are_proved, without_names
from .scalar import check_scalar
from .xml import NAMES

if TYPE_CHECKING:
    from .emitter import Emitter


def write_array(e: Emitter, node: n.Array, var: str, place: Place) -> Written:
    """Leave in the variable what is written of a list."""
    e.doubt_if(f"type({var}) is not tuple and type({var}) is not list")
    if place.lossy:
        e.doubt_if(f"not {var}")
    same = _write_all(e, node.item, var, place)
    if node.lone and not e.sink.is_text:
        alone = f"type({var}[0]) is not tuple and type({var}[0]) is not list and {var}[0] is not None"
        e.body.line(f"if len({var}) == 1 and {alone}: {var} = {var}[0]")
    return Written(same=same and not node.lone)


def _write_all(e: Emitter, node: n.Node, var: str, place: Place) -> bool:
    """Leave in the variable what is written of a whole list; whether that is the list itself."""
    with e.container():
        if are_proved(e, node, var):
            return True
        if are_mapped(e, node, var):
            return False
    return _write_items(e, node, var, place)


def _write_items(e: Emitter, node: n.Node, var: str, place: Place) -> bool:
    """Leave in the variable what is written of the items; whether they are all the same."""
    body = e.body
    item, made = body.variable(), body.variable()
    with e.container(), e.loop() as lines:
        written = e.write(node, item, place.below)
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
    body, same = e.body, bool(node.every)
    e.doubt_if(f"type({var}) is not tuple" + ("" if node.every else f" or {var}"))
    if place.lossy:
        e.doubt_if(f"not {var}")
    if node.rest is not None and all(item is node.rest for item in node.items):
        if node.items:  # of fewer items it raises
            body.line(f"{var}[{len(node.items) - 1}]")
        return Written(same=_write_all(e, node.rest, var, place))
    items = [body.variable() for _ in node.items]
    rest = None if node.rest is None else body.variable()
    taken = [*items] if rest is None else [*items, f"*{rest}"]
    if taken:  # of another length it raises
        body.line(f"{''.join(f'{item}, ' for item in taken)}= {var}")
    with e.container():
        for below, item in zip(node.items, items, strict=True):
            written = e.write(below, item, place.below)
            same = same and written.same
            part = e.sink.item(item, written, place)
            if part != item:
                body.line(f"{item} = {part}")
    if node.rest is not None and rest is not None:
        same &= _write_items(e, node.rest, rest, place)
    if not same:
        body.line(f"{var} = {e.sink.sequence(items, rest)}")
    return Written(same=same)


def write_dict(e: Emitter, node: n.Dict, var: str, place: Place) -> Written:
    """Leave in the variable what is written of a map."""
    body = e.body
    is_other = "" if e.sink.is_free else f" and not {body.name(called.is_map)}({var})"
    e.doubt_if(f"type({var}) is not dict{is_other}" + (f" or not {var}" if place.lossy else ""))
    key, item = body.variable(), body.variable()
    with e.loop() as keys:
        same_keys = _is_own_name(e, node.key, key) or _write_key(e, node.key, key)
    with e.container(e.sink.levels_of_a_map(place)), e.loop() as lines:
        written = e.write(node.value, item, place.below)
    if same_keys and written.same:
        if are_proved(e, node.value, f"{var}.values()"):
            lines = []
        if keys and isinstance(without_names(e, node.key), n.String):
            keys = []
            e.collect("names", f"names += {var}")
        both = f"{key}, {item} in {var}.items()"
        items = both if keys and lines else f"{key} in {var}" if keys else f"{item} in {var}.values()"
        with body.block(f"for {items}:"):
            body.add([*keys, *lines])
        return SAME
    made = body.variable()
    # what has the names already takes values in less time than what is empty
    body.line(f"{made} = {f'{var}.copy()' if same_keys and not e.sink.is_text else '{}'}")
    with body.block(f"for {key}, {item} in {var}.items():"):
        body.add([*keys, *lines])
        e.sink.entry(e, made, (key, item), written, place)
    if not same_keys:
        e.doubt_if(f"len({made}) != len({var})")  # two keys are one name
    e.sink.entries(body, made, var, place)
    return ANEW


def _is_own_name(e: Emitter, node: n.Node, var: str) -> bool:
    """Whether a key is its name itself, which lines check."""
    match node:
        case n.String():
            if e.sink.takes_more:
                check_scalar(e, node, var)
        case n.Enumeration() if e.sink.structs and issubclass(node.cls, str):
            check_scalar(e, node, var)
        case n.Integer() if e.sink.structs:
            e.needs_structs = True
            check_scalar(e, node, var)
        case n.Named():
            return _is_own_name(e, node.item, var)
        case n.Refine() if not (node.on_read or e.checks):
            return _is_own_name(e, node.item, var)
        case _:
            return False
    return True


def _write_key(e: Emitter, node: n.Node, var: str) -> bool:
    """Leave in the variable the name of a key, which is no key itself."""
    outer, e.sink = e.sink, NAMES
    try:
        e.suited(node, var, Place(hint=text))
    finally:
        e.sink = outer
    return False
