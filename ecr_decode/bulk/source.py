"""Sources: bytes, paths, open files and chunks as one binary stream that ends, and never raises."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from os import PathLike, fspath
from typing import Any, Protocol, TypeAlias, runtime_checkable

from ..error.problem import BadValue, Why
from .limits import BUFFER


@runtime_checkable
class Readable(Protocol):
    """An open binary file, or what reads like one."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""
        ...


Source: TypeAlias = "bytes | bytearray | memoryview | str | PathLike[str] | Readable | Iterable[bytes]"
"""Bytes, a path as `str` or `Path`, a file opened with "rb", or an iterable of chunks of bytes."""


_UNREADABLE = "expected a source that can be read"


class StoppedError(Exception):
    """What ends a stream before its end, and why: raised and caught within this package."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason)
        self.reason = reason


class Guarded(io.RawIOBase):
    """A raw stream that ends where reading fails; `fault` then says why."""

    def __init__(self, fill: Callable[[Any], int]) -> None:
        super().__init__()
        self.fill = fill
        self.fault: Why | None = None

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer with the next bytes; none at the end, and where reading fails."""
        if self.fault is not None:
            return 0
        try:
            return self.fill(buffer)
        except StoppedError as stopped:
            self.fault = stopped.reason
        except OSError as error:
            self.fault = unreadable(error)
        except MemoryError:
            raise
        except Exception as error:  # a caller's file or iterable may raise anything
            self.fault = BadValue(f"{_UNREADABLE}, got {type(error).__name__}")
        return 0


class Stream(io.BufferedReader):
    """A buffered stream over a guarded one."""

    def __init__(self, raw: Guarded) -> None:
        super().__init__(raw, BUFFER)
        self.guarded = raw

    @property
    def fault(self) -> Why | None:
        """Why the stream ended before its end, if it did."""
        return self.guarded.fault

    def pieces(self) -> Iterator[bytes]:
        """The rest of the stream; raises where it ends before its end."""
        while piece := self.read1(BUFFER):
            yield piece
        if self.fault is not None:
            raise StoppedError(self.fault)


def unreadable(error: OSError) -> BadValue:
    """Why a source cannot be read: the name of the error, and the system's own words."""
    words = f": {error.strerror}" if error.strerror else ""
    return BadValue(f"{_UNREADABLE}, got {type(error).__name__}{words}")


def of_pieces(pieces: Iterator[bytes]) -> Stream:
    """A stream of pieces of any length."""
    rest = memoryview(b"")

    def fill(buffer: Any) -> int:
        nonlocal rest
        while not rest:
            piece = next(pieces, None)
            if piece is None:
                return 0
            rest = _view(piece)
        size = min(len(buffer), len(rest))
        buffer[:size] = rest[:size]
        rest = rest[size:]
        return size

    return Stream(Guarded(fill))


def _view(piece: Any) -> memoryview:
    """The bytes of a chunk, which a caller's file or iterable gave."""
    try:
        return memoryview(piece).cast("B")
    except TypeError:
        raise StoppedError(BadValue(f"expected chunks of bytes, got a {type(piece).__name__}")) from None


def name_of(where: str, source: Any) -> str:
    """What a source is called in items; a mistake is a ValueError."""
    if isinstance(source, io.TextIOBase):
        raise ValueError(f'{where}: expected a binary file, got text; open it with "rb"')
    if getattr(source, "closed", False) is True:
        raise ValueError(f"{where}: expected an open file, got one that is closed")
    if not _is_source(source):
        got = type(source).__name__
        raise ValueError(f"{where}: expected bytes, a path, a binary file or chunks of bytes, got a {got}")
    is_path = isinstance(source, str) or hasattr(source, "__fspath__")
    name: Any = fspath(source) if is_path else getattr(source, "name", "")
    return name if isinstance(name, str) else ""


def is_s3(path: str) -> bool:
    """Whether a path is the URL of an object of S3."""
    return path.startswith("s3://")


def _is_source(source: object) -> bool:
    return isinstance(source, str | PathLike | Readable | Iterable)


def opened(source: Source, start: int = 0) -> Stream:
    """The bytes of a source as they are, of a path from an offset; it opens nothing before it is read."""
    match source:
        case str() if is_s3(source):
            from .s3 import ranged

            return Stream(Guarded(ranged(source, start)))
        case str() | PathLike():
            return _OfFile(fspath(source), start)
        case bytes() | bytearray() | memoryview():
            return of_pieces(iter((bytes(source),)))
        case Readable():
            read = getattr(source, "read1", source.read)  # it does not wait for more than a pipe has
            return of_pieces(iter(partial(read, BUFFER), b""))
        case _:
            return of_pieces(iter(source))


class _OfFile(Stream):
    """The bytes of a file, which is closed with the stream."""

    def __init__(self, path: str, start: int) -> None:
        self.file: io.FileIO | None = None

        def fill(buffer: Any) -> int:
            if self.file is None:
                self.file = _file(path)
                self.file.seek(start)
            return self.file.readinto(buffer) or 0

        super().__init__(Guarded(fill))

    def close(self) -> None:
        """Close the stream and the file."""
        super().close()
        if self.file is not None:
            self.file.close()


def _file(path: str) -> io.FileIO:
    """An open file. The error says what was given, if it was not a path."""
    try:
        return io.FileIO(path)
    except (OSError, ValueError):  # the latter for a NUL
        got = _no_path(path)
        if got is None:
            raise
        raise StoppedError(BadValue(got)) from None


def _no_path(path: str) -> str | None:
    """What was given in the place of a path; None if it may be one."""
    if path.lstrip().startswith(("{", "[", '"')) or "\n" in path:
        return "expected a path, got the text of a document; give its bytes, as in text.encode()"
    if "://" in path:
        scheme = path.partition("://")[0]
        return f"expected a path or a URL of s3://, got one of {scheme}://" if scheme.isalnum() else None
    return "expected a path, got a text with a NUL" if "\0" in path else None
