"""A document to read, where it is, and what is known of it before it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..error.path import Path, show_path
from .reading import Reading


class Unreadable(NamedTuple):
    """A source, or a part of one, that holds nothing to read."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"cannot read {self.source}: {self.reason}"


class Document(NamedTuple):
    """One document: its text in UTF-8, and its place in the source."""

    source: str
    body: bytes
    line: int | None = None
    path: Path = ()
    """Where it is inside the document that holds it."""
    reading: Reading | None = None
    """What it is, if what holds it says so."""
    status: int | None = None
    """The HTTP status with which it came, if what holds it says so."""
    headers: Mapping[str, str] = {}
    """The headers with which it came."""

    @property
    def where(self) -> str:
        """The source, and the line if there are several."""
        return self.source if self.line is None else f"{self.source}:{self.line}"

    @property
    def place(self) -> dict[str, object]:
        """The same, for programs."""
        found: dict[str, object] = {"source": self.source.encode("utf-8", "replace").decode()}
        if self.line is not None:
            found["line"] = self.line
        if self.path:
            found["at"] = show_path(self.path)
        return found
