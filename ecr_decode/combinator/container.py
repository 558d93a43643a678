"""Containers: lists, maps and tuples of other codecs."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from ..codec import Codec
from ..decoder import Decoder, node_of
from ..node import kinds as n

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
K = TypeVar("K", bound=str)


@overload
def array(item: Codec[A]) -> Codec[tuple[A, ...]]: ...
@overload
def array(item: Decoder[A]) -> Decoder[tuple[A, ...]]: ...
def array(item: Decoder[Any]) -> Decoder[Any]:
    """A list of any length, as a tuple.

    >>> from ecr_decode import array, string
    >>> array(string).decode_json(b'["a", "b"]')
    <Success: ('a', 'b')>
    >>> array(string).decode_json(b"[]")
    <Success: ()>
    >>> print(array(string).decode_json(b'["a", 1, null]').failure())
    $[1]: expected a string, got an integer
    $[2]: expected a string, got null

    In XML the items are the children of one element; `xml=flattened` on a field lets them repeat without it.
    """
    return like(item, n.Array(node_of("array(...)", item)))


@overload
def non_empty(item: Codec[A]) -> Codec[tuple[A, ...]]: ...
@overload
def non_empty(item: Decoder[A]) -> Decoder[tuple[A, ...]]: ...
def non_empty(item: Decoder[Any]) -> Decoder[Any]:
    """A list of at least one item, on reading and on writing.

    >>> from ecr_decode import non_empty, string
    >>> non_empty(string).decode_json(b'["a"]')
    <Success: ('a',)>
    >>> print(non_empty(string).decode_json(b"[]").failure())
    $: expected at least 1 items
    """
    items = n.Array(node_of("non_empty(...)", item))
    return like(item, n.Refine(items, n.Constraint(min_items=1), on_read=True))


@overload
def one_or_many(item: Codec[A]) -> Codec[tuple[A, ...]]: ...
@overload
def one_or_many(item: Decoder[A]) -> Decoder[tuple[A, ...]]: ...
def one_or_many(item: Decoder[Any]) -> Decoder[Any]:
    """A list, or a lone item without the brackets; writes the shorter form.

    >>> from ecr_decode import one_or_many, string
    >>> one_or_many(string).decode_json(b'"a"'), one_or_many(string).decode_json(b'["a", "b"]')
    (<Success: ('a',)>, <Success: ('a', 'b')>)
    >>> one_or_many(string).encode_json(("a",))
    <Success: b'"a"'>
    >>> print(one_or_many(string).decode_json(b"null").failure())
    $: expected an array, got null

    As a member in XML the items are repeated elements.
    """
    return like(item, n.Array(node_of("one_or_many(...)", item), lone=True))


@overload
def dict_of(value: Codec[A]) -> Codec[dict[str, A]]: ...
@overload
def dict_of(value: Codec[A], *, keys: Codec[K]) -> Codec[dict[K, A]]: ...
@overload
def dict_of(value: Decoder[A]) -> Decoder[dict[str, A]]: ...
@overload
def dict_of(value: Decoder[A], *, keys: Decoder[K]) -> Decoder[dict[K, A]]: ...
def dict_of(value: Decoder[Any], *, keys: Decoder[Any] | None = None) -> Decoder[Any]:
    """An object whose names are data, as a dict; `keys` reads the names, which are text.

    >>> from ecr_decode import dict_of, integer
    >>> dict_of(integer).decode_json(b'{"HIGH": 2, "LOW": 5}')
    <Success: {'HIGH': 2, 'LOW': 5}>
    >>> print(dict_of(integer).decode_json(b'{"HIGH": "2"}').failure())
    $.HIGH: expected an integer, got a string
    """
    if keys is None:
        return like(value, n.Dict(node_of("dict_of(...)", value)))
    node = n.Dict(node_of("dict_of(...)", value), node_of("dict_of(..., keys=...)", keys))
    return Codec[Any](node) if isinstance(keys, Codec) and isinstance(value, Codec) else Decoder[Any](node)


@overload
def tuple_of(a: Codec[A], /) -> Codec[tuple[A]]: ...
@overload
def tuple_of(a: Codec[A], b: Codec[B], /) -> Codec[tuple[A, B]]: ...
@overload
def tuple_of(a: Codec[A], b: Codec[B], c: Codec[C], /) -> Codec[tuple[A, B, C]]: ...
@overload
def tuple_of(a: Codec[A], b: Codec[B], c: Codec[C], d: Codec[D], /) -> Codec[tuple[A, B, C, D]]: ...
@overload
def tuple_of(*items: Codec[A]) -> Codec[tuple[A, ...]]: ...
@overload
def tuple_of(*items: Decoder[A]) -> Decoder[tuple[A, ...]]: ...
def tuple_of(*items: Decoder[Any]) -> Decoder[Any]:
    """A list of a fixed length, each item with a codec of its own.

    >>> from ecr_decode import integer, string, tuple_of
    >>> tuple_of(string, integer).decode_json(b'["a", 1]')
    <Success: ('a', 1)>
    >>> print(tuple_of(string, integer).decode_json(b'["a"]').failure())
    $: expected 2 items, got 1
    """
    node = n.Tuple(tuple(node_of("tuple_of(...)", item) for item in items))
    return Codec[Any](node) if all(isinstance(item, Codec) for item in items) else Decoder[Any](node)


def like(handle: Decoder[Any], node: n.Node) -> Decoder[Any]:
    """A handle on the node: one that writes as well if the given one does."""
    return Codec[Any](node) if isinstance(handle, Codec) else Decoder[Any](node)
