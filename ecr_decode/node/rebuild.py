"""Rebuilding a description: the same node over other nodes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, assert_never

from msgspec.structs import replace

from ..guard import is_tuple
from . import kinds as n

H = TypeVar("H", n.Member, n.Case, n.Others)


def rebuilt(node: n.Node, change: Callable[[n.Node], n.Node]) -> n.Node:
    """The node with each node below it changed; the very node where that changes nothing.

    What a `bind` gives is not changed: it is known on reading only.
    """
    match node:
        case n.Record(members=members, others=others):
            return _changed(node, members=_each(members, change), others=_within(others, change))
        case n.Array() | n.Transform() | n.Bind() | n.Refine() | n.Named():
            return _changed(node, item=change(node.item))
        case n.JsonText() | n.KeptText() | n.ResultOf() | n.At():
            return _changed(node, item=change(node.item))
        case n.Dict(key=key, value=value):
            return _changed(node, key=change(key), value=change(value))
        case n.Tuple(items=items, rest=rest):
            return _changed(
                node, items=tuple(map(change, items)), rest=None if rest is None else change(rest)
            )
        case n.Union(cases=cases, otherwise=otherwise):
            return _changed(node, cases=_each(cases, change), otherwise=_within(otherwise, change))
        case n.Lazy():
            return n.Lazy(lambda: _Given(change(node.unfold())))
        case n.Scalar() | n.AnyJson():
            return node
        case _:
            assert_never(node)


class _Given(NamedTuple):
    """What a thunk gives."""

    node: n.Node


def _changed(node: n.Node, **parts: Any) -> n.Node:
    """The node with other parts, unless each is the one that it has."""
    same = all(_is(part, getattr(node, name)) for name, part in parts.items())
    return node if same else replace(node, **parts)


def _is(part: object, before: object) -> bool:
    if is_tuple(part) and is_tuple(before):
        return all(one is other for one, other in zip(part, before, strict=True))
    return part is before


def _each(holders: tuple[H, ...], change: Callable[[n.Node], n.Node]) -> tuple[H, ...]:
    return tuple(_holding(holder, change(holder.node)) for holder in holders)


def _within(holder: H | None, change: Callable[[n.Node], n.Node]) -> H | None:
    return None if holder is None else _holding(holder, change(holder.node))


def _holding(holder: H, node: n.Node) -> H:
    return holder if node is holder.node else replace(holder, node=node)
