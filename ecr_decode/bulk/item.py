"""Items: what a stream of documents is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

import msgspec
from returns.result import Failure, Result

from ..decoder import Decoder
from ..error.problem import DecodeError, Problem, Why

A_co = TypeVar("A_co", covariant=True)


class Item(msgspec.Struct, Generic[A_co], frozen=True, gc=False):
    r"""One document of a stream, read: where it is, and the value or what is wrong.

    >>> from ecr_decode import bulk, integer
    >>> one, two = bulk.decode_lines(integer, b"1\n\nnone\n")
    >>> one.line, one.result
    (1, <Success: 1>)
    >>> two.line, two.offset, two.size
    (3, 3, 5)
    >>> print(two.result.failure())
    line 1, column 1: expected a value, got a word
    """

    source: str
    """The path or URL of the source; empty if it has none."""
    line: int
    """The number of the line, or of the record, counted from 1 in the source or in the part of it."""
    result: Result[A_co, DecodeError]
    offset: int = 0
    """How many bytes of the text, unpacked, are before the line; of a record it is 0."""
    size: int = 0
    """The length in bytes."""
    codec: Decoder[Any] | None = None
    """The decoder that read it, whose member names a summary may show."""


def must_be_items(where: str, items: object) -> None:
    """Refuse what no items come from; a path is the most likely mistake."""
    if not isinstance(items, Iterable) or isinstance(items, str | bytes):
        got = type(items).__name__
        raise ValueError(f"{where}: expected items, as decode_lines(codec, path) gives them, got a {got}")


def must_be_item(where: str, item: object) -> None:
    """Refuse one of some items that is not one."""
    if not isinstance(item, Item):
        got = type(item).__name__
        raise ValueError(
            f"{where}: expected items, as decode_lines(codec, path) gives them, got a {got} in them"
        )


def failed(reason: Why) -> Result[Any, DecodeError]:
    """A document that is wrong as a whole."""
    return Failure(DecodeError((Problem((), reason),)))
