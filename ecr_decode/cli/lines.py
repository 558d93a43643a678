"""Texts of several documents: one a line, or one right behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .document import Document, Unreadable
from .parsed import parsed
from .sources import Opened

ENDINGS = (".jsonl", ".ndjson")
_TWO_LINES = re.compile(rb"\s*+(\{[^\n]*+)\n\s*+\{")


def is_lines(text: bytes) -> bool:
    """Whether the first line is a document of its own, and another one follows."""
    found = _TWO_LINES.match(text)
    return found is not None and parsed(found[1], dict[str, Any]) is not None


def lines(source: Opened) -> Iterator[Document | Unreadable]:
    """A document for each line that is not blank."""
    try:
        for number, line in enumerate(source.stream, start=1):
            if not line.isspace():
                yield Document(source.name, line, line=number)
        fault = source.fault()
        if fault is not None:
            yield fault
    finally:
        source.close()


def joined(document: Document) -> list[Document]:
    """The documents of a text that holds one right behind the other, as Firehose writes events."""
    return [Document(document.source, body, line=line) for line, body in _apart(document.body)]


def _apart(raw: bytes) -> Iterator[tuple[int, bytes]]:
    import json

    text, decoder = raw.decode("utf-8", "surrogateescape"), json.JSONDecoder()
    end, line = 0, 1
    while True:
        start = end
        while text[start : start + 1].isspace():
            start += 1
        line += text.count("\n", end, start)
        if start == len(text):
            return
        try:
            _, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            end = len(text)
        yield line, text[start:end].encode("utf-8", "surrogateescape")
        line += text.count("\n", start, end)
