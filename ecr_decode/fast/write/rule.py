"""The source that asks the functions of callers: predicates, constraints, and what maps a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_origin

from ...node import kinds as n
from ...node.constraint import compiled
from ...node.layers import under_rules
from ..doubt import kept
from ..source import UnsuitedError
from ..success import INNER, SUCCESS, direct
from .called import ATOMS, repeatable
from .scalar import check_scalar

if TYPE_CHECKING:
    from .emitter import Emitter

_TEXTS = (str.lower, str.upper, str.casefold, str.capitalize, str.swapcase, str.title, str.strip)
"""Functions that give exactly a `str`."""


def write_rule(e: Emitter, node: n.Refine, var: str) -> None:
    """Doubt a value that breaks the rule; of what kind it is, others check."""
    if e.shows(node, var):
        return
    rule, below = node.rule, under_rules(node.item)
    if isinstance(below, n.String | n.Integer | n.Bool | n.Blob):
        check_scalar(e, below, var)
    maker = get_origin(below.construct) or below.construct if isinstance(below, n.Record) else None
    if isinstance(maker, type):
        e.must_be(var, maker)
        e.classes[var] = maker
    if isinstance(rule, n.Predicate):
        must_last(e, var)
        e.doubt_if(f"not {e.body.name(rule.test)}({var})")
        return
    match below:
        case n.String() | n.Blob():
            _write_bounds(e, f"len({var})", rule.min_length, rule.max_length)
            if rule.pattern is not None and isinstance(below, n.String):
                e.doubt_if(f"{e.body.name(compiled(rule.pattern).fullmatch)}({var}) is None")
        case n.Integer() | n.Number():
            _write_bounds(e, var, rule.minimum, rule.maximum)
        case n.Array() | n.Dict() | n.Tuple():
            _write_bounds(e, f"len({var})", rule.min_items, rule.max_items)
        case _:
            must_last(e, var)
            e.body.line(f"{e.body.name(kept)}({e.body.name(rule)}, {var})")


def _write_bounds(e: Emitter, size: str, least: float | None, most: float | None) -> None:
    bounds = [f"{size} >= {e.body.name(least)}"] if least is not None else []
    bounds += [f"{size} <= {e.body.name(most)}"] if most is not None else []
    if bounds:
        e.doubt_if(f"not ({' and '.join(bounds)})")


def write_unmapped(e: Emitter, node: n.Transform, var: str) -> None:
    """Leave in the variable what the mapped codec is to write."""
    if node.encode is None:
        raise UnsuitedError
    encode, fallible = direct(node.encode, fallible=node.fallible)
    if getattr(encode, "__objclass__", None) not in ATOMS:  # the method of a scalar uses nothing up
        must_last(e, var)
    called = f"{var} = {e.body.name(encode)}({var})"
    (e.body.safely if node.fallible and not fallible else e.body.line)(called)
    e.forget(var)
    if fallible:
        open_success(e, var)
    elif any(encode is each for each in _TEXTS):
        e.classes[var] = str


def unmap_all(e: Emitter, node: n.Transform, items: str) -> bool:
    """Leave in the variable of a list what a function gives for its items; whether that is no Result."""
    encode, fallible = direct(node.encode, fallible=node.fallible)
    if encode is None or fallible:
        return False
    if getattr(encode, "__objclass__", None) not in ATOMS:
        atoms, body = e.body.name(ATOMS), e.body
        with body.block(f"if not {atoms}.issuperset(map(type, {items})):"):
            body.line(f"for each in {items}: {body.name(repeatable)}(each)")
    called = f"{items} = [*map({e.body.name(encode)}, {items})]"
    (e.body.safely if node.fallible else e.body.line)(called)
    return True


def open_success(e: Emitter, var: str) -> None:
    """Leave in the variable what a Success holds."""
    e.doubt_if(f"type({var}) is not {e.body.name(SUCCESS)}")
    e.body.line(f"{var} = {var}.{INNER}")
    e.forget(var)


def must_last(e: Emitter, var: str) -> None:
    """Doubt what a function of the caller might use up: the plain writer may have to ask it again."""
    known = e.classes.get(var)
    lasts = known is not None and not issubclass(known, (Iterator, tuple, list))
    if var not in e.checked and not lasts:
        e.body.line(f"if type({var}) not in {e.body.name(ATOMS)}: {e.body.name(repeatable)}({var})")
