"""From the arguments of a command to the documents, each with how it is read and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from returns.result import Failure, Success

from .containers import container
from .document import Document, Unreadable
from .lines import joined
from .output import FAILED, complain, counted
from .read import Manner, Read, is_malformed, read
from .reading import NoSuchName, Reading, reading_named
from .recognise import recognised
from .sources import ENDINGS, STANDARD_INPUT, Watch, ignore, sources
from .trouble import in_words


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


def found(
    what: Named, service: str | None, manner: Manner, watch: Watch = ignore
) -> Iterator[Found | Unreadable]:
    """Read every document of every source; `watch` is told how many bytes of the sources were read."""
    names = [*sources(what.files)]
    for name in names:
        if isinstance(name, Unreadable):
            yield name
        else:
            yield from found_in(name, what.reading, service, manner, several=len(names) > 1, watch=watch)


def found_in(
    name: str,
    reading: Reading | None,
    service: str | None,
    manner: Manner,
    *,
    several: bool,
    watch: Watch = ignore,
) -> Iterator[Found | Unreadable]:
    """Read every document of one source."""
    held = container(name, reading, watch)
    if isinstance(held, Unreadable):
        yield held
        return
    usual = reading
    for document in held.documents:
        if isinstance(document, Unreadable):
            yield document
            continue
        for each in _each(document, usual, service, manner, several or held.several):
            if reading is None and each.document.reading is None:
                usual = each.reading
            yield each


def told(each: Found, show_values: bool) -> list[str]:
    """What is wrong with a document, in lines, with its place if there may be others."""
    document, prefix = each.document, f"{each.document.where}: " if each.several else ""
    lines = in_words(each.result.failure(), document.path, document.body if show_values else None)
    return [line if line.startswith("  ") else prefix + line for line in lines]


def until(most: int | None, items: Iterator[Found | Unreadable]) -> Iterator[Found | Unreadable]:
    """The documents up to the one with which so many have errors."""
    errors = 0
    for each in items:
        yield each
        errors += isinstance(each, Found) and not isinstance(each.result, Success)
        if errors == most:
            complain(f"stopped after {counted(errors, 'document')} with errors", FAILED)
            return


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
