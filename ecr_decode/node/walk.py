"""Walking a description: the nodes that a node is made of, and what thunks give."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, assert_never

import msgspec

from . import kinds as n


def children(node: n.Node) -> tuple[n.Node, ...]:
    """The nodes that a node is made of; what a thunk gives is not among them."""
    match node:
        case n.Record(members=members, others=others):
            below = tuple(member.node for member in members)
            return below if others is None else (*below, others.node)
        case n.Array() | n.Transform() | n.Bind() | n.Refine() | n.Named():
            return (node.item,)
        case n.JsonText() | n.KeptText() | n.ResultOf() | n.At():
            return (node.item,)
        case n.Dict():
            return (node.key, node.value)
        case n.Tuple():
            return node.every
        case n.Union():
            return tuple(case.node for case in node.every)
        case n.Scalar() | n.AnyJson() | n.Lazy():
            return ()
        case _:
            assert_never(node)


def unfold(node: n.Lazy) -> n.Node | None:
    """What a thunk gives, or None where it raises."""
    try:
        return node.unfold()
    except MemoryError:
        raise
    except Exception:  # a caller's function may raise anything; the interpreters note it
        return None


_MOST_UNFOLDED = 1000
"""How many thunks are asked for what they give: some give another codec each time, without end."""


def reached(node: n.Node) -> Iterator[n.Node]:
    """The nodes of a description, what thunks give among them: each once, the outer ones first."""
    met: dict[int, n.Node] = {}
    todo = deque((node,))
    thunks = 0
    while todo:
        each = todo.popleft()
        if id(each) in met:
            continue
        met[id(each)] = each
        yield each
        if not isinstance(each, n.Lazy):
            todo += children(each)
        elif thunks < _MOST_UNFOLDED:
            thunks += 1
            given = unfold(each)
            todo += () if given is None else (given,)


def has_end(node: n.Node) -> bool:
    """Whether the thunks of a description give a limited number of nodes; this is found out once."""
    known: bool | None = vars(node).get("has_end")
    if known is None:
        thunks = sum(isinstance(each, n.Lazy) for each in reached(node))
        known = vars(node)["has_end"] = thunks <= _MOST_UNFOLDED
    return known


def is_record_class(node: n.Record) -> bool:
    """Whether the record's class is the Struct of this description, with its members and no others."""
    if getattr(node.construct, "__record__", None) is not node:
        return False
    rest = () if node.others is None else (node.others.name,)
    fields: tuple[str, ...] = getattr(node.construct, "__struct_fields__", ())
    return {*fields} == {*rest, *(member.name for member in node.members)}


def does_more(node: n.Record) -> bool:
    """Whether making the record calls a function that the caller wrote."""
    return not is_record_class(node) or hasattr(node.construct, "__post_init__")


def makes_its_own(maker: Any) -> bool:
    """Whether a class is certain to make instances of itself, and none of a subclass."""
    if not isinstance(maker, type) or isinstance(maker, msgspec.StructMeta):
        return isinstance(maker, type)
    new: object = maker.__new__
    return type(maker).__call__ is type.__call__ and new is object.__new__


def json_kind_of(value: str | int | None) -> str:
    """The JSON kind of a constant."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "number"
        case str():
            return "string"
