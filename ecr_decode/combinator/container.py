"""Containers: lists and maps of other codecs."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar, assert_never, overload

from ..codec import Codec
from ..decoder import Decoder, node_of
from ..node import kinds as n
from ..node.facts import decides

A = TypeVar("A")
K = TypeVar("K", bound=Hashable)


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
    $: expected at least 1 item
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
    """An object whose names are data, as a dict; `keys` reads the names, as XML reads text.

    >>> from ecr_decode import dict_of, integer
    >>> dict_of(integer).decode_json(b'{"HIGH": 2, "LOW": 5}')
    <Success: {'HIGH': 2, 'LOW': 5}>
    >>> print(dict_of(integer).decode_json(b'{"HIGH": "2"}').failure())
    $.HIGH: expected an integer, got a string
    >>> by_number = dict_of(integer, keys=integer)
    >>> by_number.decode_json(b'{"1": 2, "30": 5}'), by_number.encode_json({1: 2})
    (<Success: {1: 2, 30: 5}>, <Success: b'{"1":2}'>)
    >>> print(by_number.decode_json(b'{"x": 2}').failure())
    $.x: expected an integer, got a name

    Two different names that give one key are a problem at the second.
    """
    if keys is None:
        return like(value, n.Dict(node_of("dict_of(...)", value)))
    node = n.Dict(node_of("dict_of(...)", value), text_node_of("dict_of(..., keys=...)", keys))
    return Codec[Any](node) if isinstance(keys, Codec) and isinstance(value, Codec) else Decoder[Any](node)


def text_node_of(where: str, codec: object) -> n.Node:
    """The description in a codec, which must be able to read a text."""
    node = node_of(where, codec)
    if not _may_be_text(node):
        raise ValueError(f"{where}: expected a codec of text, such as string or integer, got {codec!r}")
    return node


_TEXTUAL = frozenset(("string", "number", "boolean"))


def _may_be_text(node: n.Node) -> bool:
    match node:
        case n.Named() | n.Refine() | n.Transform() | n.Bind() | n.KeptText() | n.ResultOf():
            return _may_be_text(node.item)
        case n.Union():
            return any(_may_be_text(case.node) for case in node.every)
        case n.JsonText() | n.AnyJson() | n.Lazy():
            return True
        case n.Scalar():
            return bool(decides(node) & _TEXTUAL)
        case n.Array() | n.Dict() | n.Tuple() | n.Record() | n.At():
            return False
        case _:
            assert_never(node)


def like(handle: Decoder[Any], node: n.Node) -> Decoder[Any]:
    """A handle on the node: one that writes as well if the given one does."""
    return Codec[Any](node) if isinstance(handle, Codec) else Decoder[Any](node)
