"""Reading many sources, one after the other or in several processes."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from ..bulk.limits import MOST_LINE, PART
from ..bulk.part import Layout, Part, parts_of
from ..bulk.pool import Work, done
from .containers import is_lines
from .document import Unreadable
from .inputs import Named, Spec
from .output import INTERRUPTED
from .sources import Watch, sources

R = TypeVar("R")

LOST = "the processes that read it were ended"


def named_sources(what: Named) -> tuple[list[str], list[Unreadable]]:
    """The sources that are named, and what of it cannot be read."""
    all_of = [*sources(what.files)]
    names = [each for each in all_of if not isinstance(each, Unreadable)]
    return names, [each for each in all_of if isinstance(each, Unreadable)]


def in_processes(
    do: Callable[[Part], R], give_up: Callable[[Part], R], parts: Sequence[Part], jobs: int, watch: Watch
) -> Iterator[R]:
    """What is made of each part, in their order."""
    work = Work(do, lambda part, _: give_up(part))
    heard = signal.signal(signal.SIGINT, _end_at_once) if jobs > 1 else None
    try:
        for part, result in zip(parts, done(work, parts, jobs), strict=True):
            watch(part.size)
            yield result
    finally:
        if heard is not None:
            signal.signal(signal.SIGINT, heard)


def _end_at_once(*_: object) -> None:
    """End this process and those that work for it, which would else do what is still to be done."""
    for process in multiprocessing.active_children():
        process.kill()
    atexit._run_exitfuncs()  # pyright: ignore[reportPrivateUsage] # frees semaphores: Python 3.14 warns of them
    os._exit(INTERRUPTED)


def whole(name: str) -> Part:
    """A source as one part."""
    try:
        return Part(path=name, size=Path(name).stat().st_size)
    except (OSError, ValueError):  # reading it says why
        return Part(path=name)


LINES = Layout(at=None, most=MOST_LINE, part=PART)
"""How the lines of a large file are divided."""


def parts(spec: Spec, name: str) -> list[Part]:
    """A source as parts: ranges of the lines of a large file if they are named documents, or the whole."""
    divides = spec.reading is not None and spec.reading.is_document and is_lines(name)
    found = [*parts_of(name, LINES)] if divides else []
    return found if len(found) > 1 else [whole(name)]
