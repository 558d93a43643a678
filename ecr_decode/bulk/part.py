"""Parts: a file, or the lines of one that begin in a range of its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import TypeVar

import msgspec

from ..decoder import Decoder
from .item import Item
from .lines import Lines, Range
from .records import Steps, items_of_document
from .source import StoppedError, is_s3, opened
from .unpack import is_packed, mark_of, unpacked

A = TypeVar("A")

_HEAD = 4
_UNKNOWN = 2**17
"""The size of an object of S3 that nobody asked for, as one that is read whole is not split."""


class Layout(msgspec.Struct, frozen=True):
    """How documents are laid out in files: as lines, or as the items of an array; and the bounds on them."""

    at: Steps | None
    most: int
    part: int


class Part(msgspec.Struct, frozen=True):
    """A part of a file: the lines that begin from one byte to before another, or the whole."""

    path: str
    number: int = 0
    count: int = 1
    start: int = 0
    end: int | None = None
    size: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole file."""
        return self.count == 1


def parts_of(path: str, layout: Layout) -> Iterator[Part]:
    """The parts of a file, by its size and the layout alone; a file that cannot be read is one part."""
    try:
        size, head = _size_and_head(path, layout.at)
    except (OSError, StoppedError):  # reading it will say why
        size, head = 0, b""
    first, length = mark_of(head), layout.part
    count = 1 if layout.at is not None or is_packed(head) else max(1, -(-(size - first) // length))
    for number in range(count):
        start = first + number * length
        is_last = number == count - 1
        end, left = (None, size - start) if is_last else (start + length, length)
        yield Part(path=path, number=number, count=count, start=start, end=end, size=left)


def items_of_part(codec: Decoder[A], part: Part, layout: Layout) -> Iterator[Item[A]]:
    """The items of a part."""
    if layout.at is not None:
        return _records(codec, part.path, layout.at, layout.most)
    end = inf if part.end is None else part.end
    within = None if part.is_whole else Range(part.start, end, part.number == 0)
    return Lines(codec, part.path, part.path, layout.most, within)


def _records(codec: Decoder[A], path: str, at: Steps, most: int) -> Iterator[Item[A]]:
    with opened(path) as stream:
        yield from items_of_document(codec, unpacked(stream), path, at, most)


def _size_and_head(path: str, at: Steps | None) -> tuple[int, bytes]:
    if is_s3(path):
        from .s3 import size_and_head

        return (_UNKNOWN, b"") if at is not None else size_and_head(path, _HEAD)
    with Path(path).open("rb", buffering=0) as file:
        return Path(path).stat().st_size, file.read(_HEAD)
