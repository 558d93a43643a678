"""What the user names: files, folders and standard input, each opened as a stream of UTF-8."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO, FileIO
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from ..bulk.source import Stream
from ..bulk.source import opened as stream_of
from ..bulk.unpack import unpacked
from ..error.wording import describe
from .document import Unreadable
from .output import note

STANDARD_INPUT = "-"
ENDINGS = (".json", ".jsonl", ".ndjson", ".xml", ".yaml", ".yml", ".gz", ".zst")


Watch: TypeAlias = Callable[[int], None]
"""What is told of bytes that were read."""


def ignore(_: int) -> None:
    """Nothing is done about the bytes that were read."""


class _Watched(FileIO):
    """A file of which somebody is told what was read."""

    def __init__(self, name: str, watch: Watch) -> None:
        super().__init__(name)
        self.watch = watch

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes."""
        found = super().read(size)
        self.watch(len(found))
        return found


class Opened(NamedTuple):
    """A source that is being read: its text, unpacked, and what it comes from."""

    name: str
    stream: Stream
    file: BinaryIO | FileIO

    def fault(self) -> Unreadable | None:
        """Why the text ended before its end, if it did."""
        reason = self.stream.fault
        return None if reason is None else Unreadable(self.name, getattr(reason, "message", describe(reason)))

    def close(self) -> None:
        """Close the stream, and the file unless it is standard input."""
        self.stream.close()
        if isinstance(self.file, FileIO):
            self.file.close()


def sources(named: Sequence[str]) -> Iterator[str | Unreadable]:
    """The files that are named, those in the folders that are named, or standard input."""
    for name in named or (STANDARD_INPUT,):
        if name != STANDARD_INPUT and _is_folder(name):
            yield from _inside(name)
        else:
            yield name


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except ValueError:  # a null byte
        return False


def is_file(name: str) -> bool:
    """Whether a source can be read twice, as standard input and pipes cannot; one that is not there can."""
    try:
        return name != STANDARD_INPUT and (Path(name).is_file() or not Path(name).exists())
    except ValueError:
        return True


def _inside(folder: str) -> Iterator[str | Unreadable]:
    """The files of a folder that may hold documents, by their endings, in the order of their names."""
    found = False
    for path in sorted(Path(folder).rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in ENDINGS and not hidden and path.is_file():
            found = True
            yield str(path)
    if not found:
        yield Unreadable(folder, f"no files in it that end in {', '.join(ENDINGS)}")


def opened(name: str, watch: Watch) -> Opened | Unreadable:
    """A source, unpacked by content."""
    try:
        file = _standard_input() if name == STANDARD_INPUT else _Watched(name, watch)
    except (OSError, ValueError) as error:
        return Unreadable(name, str(getattr(error, "strerror", None) or error))
    return Opened(name, unpacked(stream_of(file)), file)


def held(name: str, raw: bytes) -> Opened:
    """The text of a source that was read as a whole, to read it again by lines."""
    file = BytesIO(raw)
    return Opened(name, stream_of(file), file)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by whoever started us
        raise ValueError("standard input is closed")
    if sys.stdin.isatty():
        note("reading from the terminal; end the input with Ctrl-D, or name a file")
        return BytesIO(sys.stdin.buffer.read())  # a terminal has no second end
    return sys.stdin.buffer
