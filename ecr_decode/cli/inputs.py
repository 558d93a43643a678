"""From the arguments of a command to the documents, each with how it is read and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from returns.result import Failure

from .containers import container
from .document import Document, Unreadable
from .lines import joined
from .read import Manner, Read, is_malformed, read
from .reading import NoSuchName, Reading, reading_named
from .recognise import recognised
from .sources import ENDINGS, STANDARD_INPUT, sources


class Named(NamedTuple):
    """What the user named: how to read, if that is said, and what to read."""

    reading: Reading | None
    files: Sequence[str]


class Found(NamedTuple):
    """A document, how it was read, and what came of it."""

    document: Document
    reading: Reading | None
    result: Read
    several: bool
    """Whether there may be others, so that what is said of this one needs its place."""


def named(arguments: Sequence[str], service: str | None) -> Named | NoSuchName:
    """Tell a name of what to read from the files after it; without one, the documents are recognised."""
    if not arguments:
        return Named(None, ())
    first, *rest = arguments
    reading = reading_named(first, service)
    if not isinstance(reading, NoSuchName):
        return Named(reading, rest)
    return Named(None, arguments) if _is_file(first) else reading


def _is_file(name: str) -> bool:
    try:
        spelled = name == STANDARD_INPUT or "/" in name or Path(name).suffix in ENDINGS
        return spelled or (name != "" and Path(name).exists())
    except (OSError, ValueError):
        return False


def found(what: Named, service: str | None, manner: Manner) -> Iterator[Found | Unreadable]:
    """Read every document of every source."""
    names = [*sources(what.files)]
    for name in names:
        if isinstance(name, Unreadable):
            yield name
            continue
        held = container(name, what.reading)
        if isinstance(held, Unreadable):
            yield held
            continue
        several = held.several or len(names) > 1
        usual = what.reading
        for document in held.documents:
            if isinstance(document, Unreadable):
                yield document
                continue
            for each in _each(document, usual, service, manner, several):
                if what.reading is None and each.document.reading is None:
                    usual = each.reading
                yield each


def _each(
    document: Document, usual: Reading | None, service: str | None, manner: Manner, several: bool
) -> Iterator[Found]:
    """A document, or the documents of a text that is not one of JSON, but several one after the other."""
    alone = _read(document, usual, service, manner, several)
    parts = [] if document.line is not None or not is_malformed(alone.result) else joined(document)
    if len(parts) < 2:
        yield alone
        return
    for part in parts:
        each = _read(part, usual, service, manner, several=True)
        usual = usual or each.reading
        yield each


def _read(
    document: Document, usual: Reading | None, service: str | None, manner: Manner, several: bool
) -> Found:
    """Read a document as what it says to be, else like those before it, else as what it looks like."""
    reading = document.reading or usual
    if reading is None:
        return _recognised(document, service, manner, several)
    return Found(document, reading, read(document, reading, manner), several)


def _recognised(document: Document, service: str | None, manner: Manner, several: bool) -> Found:
    reading = recognised(document.body, service)
    if isinstance(reading, Reading):
        return Found(document, reading, read(document, reading, manner), several)
    return Found(document, None, Failure(reading), several)
