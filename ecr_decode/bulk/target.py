"""Targets: where what is made of a part is written, which depends on its file and on options alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Literal, TypeAlias
from uuid import uuid4

import msgspec

from ..building import must_be
from .part import Part
from .source import is_s3
from .whole import unnamed, within
from .writing import FAILURES

Format: TypeAlias = Literal["jsonl", "parquet"]

_FORMATS = ("jsonl", "parquet")
_ENDING = re.compile(r"(\.(jsonl?|ndjson|log|txt))?(\.(gz|gzip|zst|zstd))?\Z", re.IGNORECASE)


class Target(msgspec.Struct, frozen=True):
    """A folder, the form of the files in it, and the folder below which the paths of sources are kept."""

    into: str
    form: Format
    base: str | None
    run: str

    def path(self, part: Part) -> str:
        """The path of what is made of a part."""
        number = "" if part.is_whole else f".part-{part.number:05}"
        return within(self.into, f"{self.stem(part.path)}{number}.{self.form}")

    def stem(self, source: str) -> str:
        """The path in the folder of what is made of a source, without the ending."""
        name = PurePath(source).name if self.base is None else os.path.relpath(source, self.base)
        return _ENDING.sub("", name) or name

    def clear(self, sources: Iterable[str]) -> None:
        """Remove what killed processes left behind."""
        if is_s3(self.into):
            return
        for folder in {Path(self.into, self.stem(source)).parent for source in sources}:
            with suppress(OSError):
                for left in folder.glob(f"{unnamed(self.run)}*"):
                    left.unlink(missing_ok=True)


def target_of(
    where: str,
    sources: Sequence[str],
    *,
    into: str | os.PathLike[str],
    form: Format,
    base: str | os.PathLike[str] | None,
) -> Target:
    """The target of sources; a ValueError names those that cannot all be written."""
    if form not in _FORMATS:
        raise ValueError(f'{where}(..., format=...): expected "jsonl" or "parquet", got {form!r}')
    must_be(f"{where}(..., into=...)", into, str | os.PathLike, "the path of a folder")
    target = Target(os.fspath(into), form, None if base is None else os.fspath(base), uuid4().hex)
    read = {_resolved(source): source for source in sources}
    written: dict[str, str] = {}
    for source in sources:
        stem = target.stem(source)
        if stem.startswith(".."):
            raise ValueError(f"{where}(..., base=...): {source!r} is not below {target.base!r}")
        for name in (f"{stem}.{form}", f"{stem}{FAILURES}"):
            other = written.setdefault(name, source)
            if other is not source:
                is_beside = PurePath(other).parent == PurePath(source).parent
                instead = "use two folders" if is_beside else "give base=... to keep the folders below it"
                raise ValueError(
                    f"{where}(...): {other!r} and {source!r} would both be written to {name!r}; {instead}"
                )
            if (clash := read.get(_resolved(within(target.into, name)))) is not None:
                raise ValueError(f"{where}(..., into=...): {clash!r} would be replaced; give another folder")
    return target


def _resolved(path: str) -> str:
    return path if is_s3(path) else str(Path(path).resolve())
