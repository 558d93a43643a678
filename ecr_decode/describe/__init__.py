"""Describing: what a codec means, as text that reads as types."""

from __future__ import annotations

from typing import Any, Protocol, cast

from ..node import kinds as n
from ..node.walk import reached


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
    return [each for each in reached(node) if isinstance(each, n.Record)]
