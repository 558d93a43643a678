"""JSON Lines: one document a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import inf
from typing import TypeVar

from ..building import must_be
from ..decoder import Decoder, node_of
from ..error.problem import BadValue, Malformed, Why
from .item import Item, failed
from .limits import BUFFER, MOST_LINE
from .source import Source, Stream, name_of, opened
from .unpack import unpacked

A = TypeVar("A")

_NEWLINE = 10


def decode_lines(codec: Decoder[A], source: Source, *, most: int = MOST_LINE) -> Iterator[Item[A]]:
    r"""The items of JSON Lines, one a line, read as they are asked for.

    >>> from ecr_decode import integer
    >>> from ecr_decode.bulk import decode_lines
    >>> [item.result.value_or(None) for item in decode_lines(integer, b"1\n2\n\nthree\n4")]
    [1, 2, None, 4]
    >>> [(item.line, str(item.result.failure())) for item in decode_lines(integer, "no.jsonl")]
    [(1, '$: expected a source that can be read, got FileNotFoundError: No such file or directory')]

    The source is `bytes`, a path, `s3://bucket/key`, a binary file or an iterable of chunks. gzip, zstandard
    (extra `zstd`), UTF-16 and byte order marks are recognised by content. Blank lines are passed over.

    An error is one `Failure`, and the stream goes on. A line of more than `most` bytes is a `Failure`, and
    is not held in memory. A source that ends early, as truncated gzip does, gives a last `Failure` with its
    place.
    """
    node_of("decode_lines(codec, ...)", codec)
    must_be_size("decode_lines(..., most=...)", most)
    name = name_of("decode_lines(..., source)", source)
    return _all_lines(codec, source, name, most)


def must_be_size(where: str, most: object) -> None:
    """Refuse a bound that is not a number of bytes."""
    must_be(where, most, int, "an int from 1")
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        raise ValueError(f"{where}: expected an int from 1, got {most!r}")


def _all_lines(codec: Decoder[A], source: Source, name: str, most: int) -> Iterator[Item[A]]:
    with opened(source) as stream:
        yield from items_of_lines(codec, unpacked(stream), name, most)


def items_of_lines(
    codec: Decoder[A], stream: Stream, name: str, most: int, *, start: int = 0, end: float = inf
) -> Iterator[Item[A]]:
    """The items of the lines that begin before an offset, of a stream that begins at one."""
    line, at = 0, start
    for text in iter(partial(stream.readline, most + 1), b""):
        line += 1
        size = len(text)
        if size > most and text[-1] != _NEWLINE:
            size += skip_line(stream)
            yield Item(name, line, failed(_too_long(most)), at, size, codec)
        elif stream.fault is not None:  # the line was cut
            yield Item(name, line, failed(_cut(stream.fault, size)), at, size, codec)
            return
        elif not text.isspace():
            yield Item(name, line, codec.decode_json(text), at, size, codec)
        at += size
        if at >= end:
            return
    if stream.fault is not None:
        yield Item(name, line + 1, failed(_cut(stream.fault, 0)), at, 0, codec)


def skip_line(stream: Stream) -> int:
    """Pass over the rest of a line; the number of its bytes."""
    skipped = 0
    while text := stream.readline(BUFFER):
        skipped += len(text)
        if text[-1] == _NEWLINE:
            break
    return skipped


def _too_long(most: int) -> BadValue:
    return BadValue(f"expected a line of at most {most:,} bytes, got a longer one")


def _cut(reason: Why, column: int) -> Why:
    """Why a source ended early, with the column where it did."""
    return Malformed(reason.message, 1, column + 1) if isinstance(reason, Malformed) else reason
