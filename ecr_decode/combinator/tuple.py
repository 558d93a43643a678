"""Tuples: lists whose first items have codecs of their own."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from ..codec import Codec
from ..decoder import Decoder, node_of
from ..node import kinds as n

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
E = TypeVar("E")
F = TypeVar("F")
G = TypeVar("G")
H = TypeVar("H")
R = TypeVar("R")


@overload
def tuple_of() -> Codec[tuple[()]]: ...
@overload
def tuple_of(a: Codec[A], /) -> Codec[tuple[A]]: ...
@overload
def tuple_of(a: Codec[A], b: Codec[B], /) -> Codec[tuple[A, B]]: ...
@overload
def tuple_of(a: Codec[A], b: Codec[B], c: Codec[C], /) -> Codec[tuple[A, B, C]]: ...
@overload
def tuple_of(a: Codec[A], b: Codec[B], c: Codec[C], d: Codec[D], /) -> Codec[tuple[A, B, C, D]]: ...
@overload
def tuple_of(
    a: Codec[A], b: Codec[B], c: Codec[C], d: Codec[D], e: Codec[E], /
) -> Codec[tuple[A, B, C, D, E]]: ...
@overload
def tuple_of(
    a: Codec[A], b: Codec[B], c: Codec[C], d: Codec[D], e: Codec[E], f: Codec[F], /
) -> Codec[tuple[A, B, C, D, E, F]]: ...
@overload
def tuple_of(
    a: Codec[A], b: Codec[B], c: Codec[C], d: Codec[D], e: Codec[E], f: Codec[F], g: Codec[G], /
) -> Codec[tuple[A, B, C, D, E, F, G]]: ...
@overload
def tuple_of(
    a: Codec[A], b: Codec[B], c: Codec[C], d: Codec[D], e: Codec[E], f: Codec[F], g: Codec[G], h: Codec[H], /
) -> Codec[tuple[A, B, C, D, E, F, G, H]]: ...
@overload
def tuple_of(a: Codec[A], /, *, rest: Codec[R]) -> Codec[tuple[A, *tuple[R, ...]]]: ...
@overload
def tuple_of(a: Codec[A], b: Codec[B], /, *, rest: Codec[R]) -> Codec[tuple[A, B, *tuple[R, ...]]]: ...
@overload
def tuple_of(
    a: Codec[A],
    b: Codec[A],
    c: Codec[A],
    d: Codec[A],
    e: Codec[A],
    f: Codec[A],
    g: Codec[A],
    h: Codec[A],
    i: Codec[A],
    /,
    *more: Codec[A],
) -> Codec[tuple[A, ...]]: ...
@overload
def tuple_of(a: Decoder[A], /) -> Decoder[tuple[A]]: ...
@overload
def tuple_of(a: Decoder[A], b: Decoder[B], /) -> Decoder[tuple[A, B]]: ...
@overload
def tuple_of(a: Decoder[A], b: Decoder[B], c: Decoder[C], /) -> Decoder[tuple[A, B, C]]: ...
@overload
def tuple_of(a: Decoder[A], b: Decoder[B], c: Decoder[C], d: Decoder[D], /) -> Decoder[tuple[A, B, C, D]]: ...
@overload
def tuple_of(a: Decoder[A], /, *, rest: Decoder[R]) -> Decoder[tuple[A, *tuple[R, ...]]]: ...
@overload
def tuple_of(
    a: Decoder[A], b: Decoder[B], /, *, rest: Decoder[R]
) -> Decoder[tuple[A, B, *tuple[R, ...]]]: ...
@overload
def tuple_of(*items: Decoder[A]) -> Decoder[tuple[A, ...]]: ...
def tuple_of(*items: Decoder[Any], rest: Decoder[Any] | None = None) -> Decoder[Any]:
    """A list of a fixed length, each item with a codec of its own; `rest` reads any number of further items.

    >>> from ecr_decode import integer, string, tuple_of
    >>> tuple_of(string, integer).decode_json(b'["a", 1]')
    <Success: ('a', 1)>
    >>> print(tuple_of(string, integer).decode_json(b'["a"]').failure())
    $: expected 2 items, got 1
    >>> row = tuple_of(string, rest=integer)
    >>> row.decode_json(b'["a", 1, 2]'), row.decode_json(b'["a"]')
    (<Success: ('a', 1, 2)>, <Success: ('a',)>)
    >>> print(row.decode_json(b"[]").failure())
    $: expected at least 1 item, got 0

    The type is exact for up to eight codecs, or four decoders, and for one or two items before `rest`.
    """
    nodes = tuple(node_of("tuple_of(...)", item) for item in items)
    if rest is not None and not items:
        raise ValueError("tuple_of(rest=...): there is no item before the rest; write array(...)")
    node = n.Tuple(nodes, None if rest is None else node_of("tuple_of(..., rest=...)", rest))
    handles = items if rest is None else (*items, rest)
    return Codec[Any](node) if all(isinstance(each, Codec) for each in handles) else Decoder[Any](node)
