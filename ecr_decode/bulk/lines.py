"""JSON Lines: one document a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from typing import Any, Generic, NamedTuple, TypeGuard, TypeVar

from ..building import must_be
from ..decoder import Decoder, node_of
from ..error.problem import BadValue, Malformed, Why
from ..fast.doubt import refuse
from ..fast.read_json.run import Parse, check_of, known_ways, note_unread, unread_until
from ..fast.success import put, unfilled
from ..node.kinds import Node
from .item import Item, failed
from .limits import BUFFER, MOST_LINE
from .source import Source, Stream, name_of, opened
from .unpack import unpacked

A = TypeVar("A")

_NEWLINE = 10

_PATIENCE, _OFTEN = 16, 4
"""If more lines than the first number, and one in the second, take more than the fewest steps, all do."""


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
    return Lines(codec, source, name, most)


def must_be_size(where: str, most: object) -> None:
    """Refuse a bound that is not a number of bytes."""
    must_be(where, most, int, "an int from 1")
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        raise ValueError(f"{where}: expected an int from 1, got {most!r}")


class Seen(NamedTuple):
    """What counts the items that were read: how many there are of each size, and what takes their values."""

    sizes: dict[int, int]
    take: Callable[[Any], object] | None


class Range(NamedTuple):
    """The lines that begin from one byte to before another; the first range begins with a line."""

    start: int
    end: float
    is_first: bool


class Lines(Generic[A]):
    """The items of lines, of which a summary asks for those that failed alone."""

    def __init__(
        self, codec: Decoder[A], source: Source, name: str, most: int, within: Range | None = None
    ) -> None:
        self.codec: Decoder[A] = codec
        self.source: Source = source
        self.name: str = name
        self.most: int = most
        self.within: Range | None = within
        self.items: Iterator[Item[A]] = self.but(None)
        self.is_begun: bool = False

    def __iter__(self) -> Iterator[Item[A]]:
        self.is_begun = True
        return self.items

    def __next__(self) -> Item[A]:
        self.is_begun = True
        return next(self.items)

    def but(self, seen: Seen | None) -> Iterator[Item[A]]:
        """The items; with `seen` all but those that were read, which it counts."""
        codec, name, most, line = self.codec, self.name, self.most, 0
        node, declined = codec.node, 0
        until = unread_until(node) if seen is not None and seen.take is None else None
        parse = _way(node, unread=until == 0)
        with opened(self.source, 0 if self.within is None else _before(self.within)) as packed:
            stream, at, end = self._begun(packed)
            raw = stream.guarded
            for text in iter(partial(stream.readline, most + 1), b"") if at < end else ():
                line += 1
                size = len(text)
                if size > most and text[-1] != _NEWLINE:
                    size += skip_line(stream)
                    yield Item(name, line, failed(_too_long(most)), at, size, codec)
                elif raw.fault is not None:  # the line was cut
                    yield Item(name, line, failed(_cut(raw.fault, size)), at, size, codec)
                    return
                else:
                    try:  # as the compiled verb does, without the calls that lead there
                        value = parse(text)
                        if not text.isascii():
                            text.decode()
                    except MemoryError:
                        raise
                    except Exception:  # whatever it was, the verb says what is wrong
                        if not text.isspace():
                            alone = text.rstrip(b"\r\n")  # so that a place in it is a place in the line
                            yield Item(name, line, codec.decode_json(alone), at, size, codec)
                            declined += 1
                        often = declined > _PATIENCE and declined * _OFTEN > line
                        parse = _way(node, often=often, unread=until is not None and line >= until)
                    else:
                        if seen is None:
                            result = next(unfilled)
                            put(result, value)
                            yield Item(name, line, result, at, size, codec)
                        else:
                            seen.sizes[size] += 1
                            if seen.take is not None:
                                seen.take(value)
                            elif line == until:
                                parse = _way(node, unread=True)
                at += size
                if at >= end:
                    break
            else:
                if raw.fault is not None:
                    yield Item(name, line + 1, failed(_cut(raw.fault, 0)), at, 0, codec)
            if until is not None:
                note_unread(node, line)

    def _begun(self, packed: Stream) -> tuple[Stream, int, float]:
        """The stream of the lines, the offset at which it begins, and that before which lines begin."""
        if self.within is None:
            return unpacked(packed), 0, inf
        start = _before(self.within)
        if not self.within.is_first:  # the line that ends here, or goes on, began in the range before
            start += skip_line(packed)
        return packed, start, self.within.end


def are_lines(items: object) -> TypeGuard[Lines[Any]]:
    """Whether items are those of lines."""
    return isinstance(items, Lines)


def _before(within: Range) -> int:
    """Where to begin to read a range."""
    return within.start - (not within.is_first)


def _way(node: Node, *, often: bool = False, unread: bool = False) -> Parse:
    """What reads most lines in the fewest steps, or more lines if it often did not, or makes no values."""
    ways = known_ways(node)
    if ways is None:
        return refuse
    if often:
        return ways.usual
    return (check_of(node) if unread else None) or ways.first


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
