"""JSON Lines: one document a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from sys import maxsize
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
from .sizes import SMALL, Counting
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
    """What counts the items that were read: by their sizes, and what takes their values."""

    sizes: Counting
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
        sizes, take = (None, None) if seen is None else seen
        small = [] if sizes is None else sizes.small
        way = _Way(codec.node, unread=sizes is not None and take is None)
        parse = way.after(0)
        with opened(self.source, 0 if self.within is None else _before(self.within)) as packed:
            stream, at, end = self._begun(packed)
            raw = stream.guarded
            texts = iter(partial(stream.readline, most + 1), b"") if at < end else ()
            for line, text in enumerate(texts, 1):  # its last value is used behind the loop
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
                            way.declined += 1
                        parse = way.after(line)
                    else:
                        if sizes is None:
                            result = next(unfilled)
                            put(result, value)
                            yield Item(name, line, result, at, size, codec)
                        else:
                            if size < SMALL:  # as it does, without the call
                                small[size] += 1
                            else:
                                sizes.add(size)
                            if take is not None:
                                take(value)
                            elif line == way.until:
                                parse = way.after(line)
                at += size
                if at >= end:
                    break
            else:
                if raw.fault is not None:
                    yield Item(name, line + 1, failed(_cut(raw.fault, 0)), at, 0, codec)
            way.ended(line)

    def _begun(self, packed: Stream) -> tuple[Stream, int, float]:
        """The stream of the lines, the offset at which it begins, and that before which lines begin."""
        if self.within is None:
            return unpacked(packed), 0, maxsize
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


class _Way:
    """How lines are read: in the fewest steps, in more if those often do not do, or without their values."""

    def __init__(self, node: Node, *, unread: bool) -> None:
        self.node = node
        self.until = unread_until(node) if unread else None
        """After which line values are not made any more, if nobody sees them."""
        self.declined = 0

    def after(self, line: int) -> Parse:
        """What reads the lines after this one."""
        ways = known_ways(self.node)
        if ways is None:
            return refuse
        if self.declined > _PATIENCE and self.declined * _OFTEN > line:
            return ways.usual
        is_unread = self.until is not None and line >= self.until
        return (check_of(self.node) if is_unread else None) or ways.first

    def ended(self, line: int) -> None:
        """Note how many lines there were."""
        if self.until is not None:
            note_unread(self.node, line)


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
