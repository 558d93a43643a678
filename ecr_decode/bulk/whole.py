"""Whole files: files and objects of S3 that get their names once they are whole."""

from __future__ import annotations

from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import IO, Protocol
from uuid import uuid4

from .source import is_s3


class Whole(Protocol):
    """A file that is being written, of which nobody sees a part."""

    file: IO[bytes]

    def keep(self) -> None:
        """Give it its name."""
        ...

    def drop(self) -> None:
        """Remove it, unless it has its name."""
        ...


def whole(path: str, run: str) -> Whole:
    """A new file of that name; raises OSError, or for S3 StoppedError, where there can be none."""
    return _Object(path) if is_s3(path) else _File(Path(path), run)


def remove(path: str) -> None:
    """Remove a file of an earlier run, if there is one."""
    if is_s3(path):
        from .s3 import delete

        delete(path)
    else:
        Path(path).unlink(missing_ok=True)


def within(folder: str, path: str) -> str:
    """A path in a folder, or in a prefix of S3."""
    return f"{folder.rstrip('/')}/{PurePath(path).as_posix()}" if is_s3(folder) else str(Path(folder, path))


def make_folder(path: str) -> None:
    """Make the folder of a file, where there are folders."""
    if not is_s3(path):
        Path(path).parent.mkdir(parents=True, exist_ok=True)


def unnamed(run: str) -> str:
    """How the names of files begin that are not whole yet; `run` says which run they are of."""
    return f".part-{run}-"


class _File:
    def __init__(self, path: Path, run: str) -> None:
        self.path = path
        self.beside = path.with_name(f"{unnamed(run)}{uuid4().hex}.{path.name}")
        self.file: IO[bytes] = self.beside.open("xb")

    def keep(self) -> None:
        self.file.close()
        self.beside.replace(self.path)

    def drop(self) -> None:
        self.file.close()
        self.beside.unlink(missing_ok=True)


class _Object:
    def __init__(self, url: str) -> None:
        self.url = url
        self.file: IO[bytes] = TemporaryFile()  # noqa: SIM115 # it is closed when it is kept or dropped

    def keep(self) -> None:
        from .s3 import put

        self.file.seek(0)
        put(self.url, self.file)

    def drop(self) -> None:
        self.file.close()
