"""Describing: what a codec means, as text that reads as types."""

from __future__ import annotations

from types import CellType, FunctionType, MethodType
from typing import Any, Protocol, assert_never, cast

from ..node import kinds as n


class Described(Protocol):
    """A codec, a decoder or an encoder."""

    @property
    def node(self) -> n.Node:
        """The description that it holds."""
        ...


def node_of(where: str, codec: object) -> n.Node:
    """The description in a codec, or in the codec of a record class."""
    found = getattr(getattr(codec, "__codec__", codec), "node", None)
    if not isinstance(found, n.Kind):
        raise ValueError(f"{where}: expected a codec or a record class, got {codec!r}")
    return cast(n.Node, found)


def describe(codec: Described | type[Any]) -> str:
    """The type that a codec or record class reads, and below it every record within it, a line each.

    >>> from ecr_decode import Record, array, describe, field, integer, string
    >>> class Layer(Record):
    ...     digest: str = field("digest", string)
    >>> class Image(Record):
    ...     layers: tuple[Layer, ...] = field("layers", array(Layer.codec))
    ...     size: int | None = field("size", integer, default=None)
    >>> print(describe(Image))
    Image {layers: [Layer], size?: integer}
    Layer {digest: string}
    """
    node = node_of("describe(...)", codec)
    lines = [node.spell(inside=False)]
    for record in records(node):
        if repr(record) not in lines:
            lines.append(repr(record))
    return "\n".join(lines)


def records(node: n.Node) -> list[n.Record]:
    """Every record within a node, each once, the outer ones first."""
    found: list[n.Record] = []
    seen: list[n.Node] = []
    todo = [node]
    while todo:
        here = todo.pop(0)
        if any(_is_same(here, known) for known in seen):
            continue
        seen.append(here)
        if isinstance(here, n.Record) and all(here is not known for known in found):
            found.append(here)
        todo += children(here)
    return found


def _is_same(one: n.Node, other: n.Node) -> bool:
    """Whether two nodes are one; a thunk may make its node anew each time it is called."""
    if isinstance(one, n.Lazy) and isinstance(other, n.Lazy):
        return same_thunk(one.thunk, other.thunk)
    return one is other


def same_thunk(one: Any, other: Any) -> bool:
    """Whether two thunks give the same codec: one function, or the same code over the same things."""
    if isinstance(one, FunctionType) and isinstance(other, FunctionType):
        held = zip(_held(one), _held(other), strict=False)
        return one.__code__ is other.__code__ and all(mine is yours for mine, yours in held)
    if isinstance(one, MethodType) and isinstance(other, MethodType):
        return one.__self__ is other.__self__ and one.__func__ is other.__func__
    return one is other


def _held(function: FunctionType) -> tuple[object, ...]:
    return (*(function.__defaults__ or ()), *map(_content, function.__closure__ or ()))


def _content(cell: CellType) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # it is empty
        return None


def children(node: n.Node) -> tuple[n.Node, ...]:
    """The nodes right below a node."""
    match node:
        case n.Record():
            below = tuple(member.node for member in node.members)
            return below if node.others is None else (*below, node.others.node)
        case n.Array():
            return (node.item,)
        case n.Dict():
            return (node.key, node.value)
        case n.Tuple():
            return node.every
        case n.Union():
            cases = tuple(case.node for case in node.cases)
            return cases if node.otherwise is None else (*cases, node.otherwise.node)
        case n.Transform() | n.Bind() | n.Refine() | n.Named():
            return (node.item,)
        case n.JsonText() | n.KeptText() | n.ResultOf() | n.At():
            return (node.item,)
        case n.Lazy():
            return (node.unfold(),)
        case n.Scalar() | n.AnyJson():
            return ()
        case _:
            assert_never(node)
