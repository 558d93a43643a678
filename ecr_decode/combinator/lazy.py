"""Recursion: a codec that is made when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

from ..building import must_be_function
from ..codec import Codec
from ..decoder import Decoder
from ..node import kinds as n

A = TypeVar("A")


@overload
def lazy(thunk: Callable[[], Codec[A]]) -> Codec[A]: ...
@overload
def lazy(thunk: Callable[[], Decoder[A]]) -> Decoder[A]: ...
def lazy(thunk: Callable[[], Decoder[Any]]) -> Decoder[Any]:
    """The codec that a function gives, so that a description can hold itself; 200 levels at the most.

    A lambda is taken to give a codec; one that gives a decoder may be read with only.

    >>> from ecr_decode import Record, array, field, integer, lazy
    >>> class Tree(Record):
    ...     value: int = field("value", integer)
    ...     children: tuple["Tree", ...] = field("children", array(lazy(lambda: Tree.codec)), default=())
    >>> Tree.decode_json(b'{"value": 1, "children": [{"value": 2}]}')
    <Success: Tree(value=1, children=(Tree(value=2, children=()),))>
    >>> print(Tree.decode_json(b'{"value": 1, "children": [{}]}').failure())
    $.children[0].value: missing
    """
    if isinstance(thunk, type | Decoder):
        raise ValueError(f"lazy(...): expected a function, got {thunk!r}; write lazy(lambda: X.codec)")
    must_be_function("lazy(...)", thunk)
    return Codec[Any](n.Lazy(thunk))
