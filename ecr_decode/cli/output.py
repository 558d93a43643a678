"""What the commands print, where they print it, and the statuses they end with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

DECODED, FAILED, UNREADABLE, INTERRUPTED = 0, 1, 2, 130


def say(text: bytes) -> None:
    """Write to standard output, in UTF-8 whatever the locale, if it is open."""
    if sys.stdout is not None:  # closed by whoever started us
        sys.stdout.buffer.write(text)


def say_json(tree: object) -> None:
    """Write a JSON tree to standard output, indented."""
    import orjson

    say(orjson.dumps(tree, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def say_lines(lines: Iterable[str]) -> None:
    """Write some lines to standard output."""
    say("".join(f"{line}\n" for line in lines).encode())


def complain(text: str, status: int) -> int:
    """Write to standard error, if it is open, and give the status to end with."""
    _catch_up()
    if sys.stderr is not None:
        try:
            sys.stderr.write(_red(printable(text), sys.stderr) + "\n")
        except OSError:  # nobody reads it, and the status says enough
            discard(2)
    return status


def note(text: str) -> None:
    """Write to standard error what is not a complaint."""
    _catch_up()
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def _catch_up() -> None:
    """Write what standard output still holds, so that a terminal shows both streams in their order."""
    if sys.stdout is not None:
        sys.stdout.flush()


def counted(count: int, noun: str) -> str:
    """A number of things, in words.

    >>> from ecr_decode.cli.output import counted
    >>> counted(1, "document"), counted(1200, "document")
    ('1 document', '1,200 documents')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def discard(stream: int) -> None:
    """Let what is still to be written to a stream of the process go nowhere, so that its end is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)


def printable(text: str) -> str:
    """The text without the characters that a terminal would obey: a service's message may hold them."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _red(text: str, stream: TextIO) -> str:
    """The text in red, where a person reads it and has not asked for none (`NO_COLOR`, a dumb terminal)."""
    coloured = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"\x1b[31m{text}\x1b[0m" if coloured else text
