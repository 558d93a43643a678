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
from .progress import progress
from .read import Manner, Read, is_malformed, is_valid, read
from .reading import NoRequest, NoSuchName, Reading, reading_named
from .recognise import recognised
from .sources import ENDINGS, STANDARD_INPUT, Watch, ignore, sources
from .trouble import Unrecognised, in_words


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


def named(
    arguments: Sequence[str], service: str | None, *, request: bool, of_reply: bool = False
) -> Named | NoSuchName | NoRequest:
    """Tell a name of what to read from the files after it; without one, the documents are recognised."""
    if request and of_reply:
        return _OF_REPLIES
    first = arguments[0] if arguments else STANDARD_INPUT
    reading = reading_named(first, service, request=request)
    if isinstance(reading, Reading):
        return Named(reading, arguments[1:])
    if not isinstance(reading, NoSuchName):
        return reading
    if not _is_file(first):
        return reading._replace(among="operation, document or file")
    return _UNNAMED if request else Named(None, arguments)


_UNNAMED = NoRequest(
    "--request needs the name of an operation, as in: ecr-decode decode ListImages --request FILE"
)
_OF_REPLIES = NoRequest("--status and --header are for replies, and --request is for requests")


def _is_file(name: str) -> bool:
    try:
        spelled = name == STANDARD_INPUT or "/" in name or Path(name).suffix in ENDINGS
        return spelled or (name != "" and Path(name).exists())
    except (OSError, ValueError):
        return False


class Spec(NamedTuple):
    """How the documents of all sources are read."""

    reading: Reading | None
    service: str | None
    manner: Manner
    several: bool
    """Whether there is more than one source."""

    def of(self, name: str, watch: Watch = ignore) -> Iterator[Found | Unreadable]:
        """Read every document of a source; `watch` is told how many bytes of it were read."""
        held = container(name, self.reading, watch)
        if isinstance(held, Unreadable):
            yield held
            return
        reader = _Reader(self, self.several or held.several)
        for document in held.documents:
            if isinstance(document, Unreadable):
                yield document
            elif document.line is not None:  # one of many, so that each call counts
                yield reader.read(document)
            else:
                yield from reader.each(document)


class _Reader:
    """Reads the documents of one source, those that nobody has named like the one before."""

    def __init__(self, spec: Spec, several: bool) -> None:
        self.spec = spec
        self.several = several
        self.usual = spec.reading

    def each(self, document: Document) -> Iterator[Found]:
        """A document, or the documents of a text that is not one of JSON, but several one after the other."""
        alone = self.read(document)
        parts = joined(document) if is_malformed(alone.result) else []
        if len(parts) < 2:
            yield alone
            return
        self.several = True
        yield from map(self.read, parts)

    def read(self, document: Document) -> Found:
        """Read a document as what it is said to be, else like the one before, else as what it looks like."""
        said, manner = document.reading or self.spec.reading, self.spec.manner
        reading = said or self.usual
        result = None if reading is None else read(document, reading, manner)
        if result is not None and (said is not None or is_valid(result)):
            return Found(document, reading, result, self.several)
        other = recognised(document.body, self.spec.service)
        if isinstance(other, Reading):
            self.usual = other
            return Found(document, other, read(document, other, manner), self.several)
        if result is None or not isinstance(other, Unrecognised):
            result = Failure(other)
        return Found(document, reading, result, self.several)


def found(what: Named, service: str | None, manner: Manner) -> Iterator[Found | Unreadable]:
    """Read every document of every source."""
    names = [*sources(what.files)]
    spec = Spec(what.reading, service, manner, len(names) > 1)
    with progress([name for name in names if isinstance(name, str)], prints=True) as watch:
        for name in names:
            if isinstance(name, Unreadable):
                yield name
            else:
                yield from spec.of(name, watch)


def told(each: Found, show_values: bool) -> list[str]:
    """What is wrong with a document, in lines, with its place if there may be others."""
    document, prefix = each.document, f"{each.document.where}: " if each.several else ""
    lines = in_words(each.result.failure(), document.path, document.body if show_values else None)
    return [line if line.startswith("  ") else prefix + line for line in lines]


def until(most: int | None, items: Iterator[Found | Unreadable]) -> Iterator[Found | Unreadable]:
    """The documents up to the one with which so many have errors."""
    if most is None:
        yield from items
    errors = 0
    for each in items:
        yield each
        errors += isinstance(each, Found) and not isinstance(each.result, Success)
        if errors == most:
            complain(f"stopped after {counted(errors, 'document')} with errors", FAILED)
            return
