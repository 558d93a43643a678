"""A bar that shows how far long work has come: on a terminal only, and if rich is installed."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

from .sources import Watch, ignore

LONG = 2.0
"""How many seconds work takes before it counts as long."""


@contextmanager
def progress(names: list[str], *, prints: bool) -> Generator[Watch]:
    """What is told of the bytes that were read; `prints` is whether the work also prints all the time."""
    if not _is_terminal(sys.stderr) or (prints and _is_terminal(sys.stdout)):
        yield ignore
        return
    bar = _Bar(sum(map(_size, names)))
    try:
        yield bar
    finally:
        bar.stop()


def _is_terminal(stream: Any) -> bool:
    return stream is not None and stream.isatty()


def _size(name: str) -> int:
    with suppress(OSError, ValueError):
        return Path(name).stat().st_size
    return 0


class _Bar:
    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.begun = monotonic()
        self.shown: Any = None
        self.task: Any = None

    def __call__(self, count: int) -> None:
        self.done += count
        if self.shown is not None:
            self.shown.update(self.task, completed=self.done)
        elif self.total and monotonic() - self.begun > LONG:
            self.show()

    def show(self) -> None:
        try:
            from rich.console import Console
            from rich.progress import Progress
        except ImportError:
            self.total = 0
            return
        self.shown = Progress(console=Console(stderr=True), transient=True, redirect_stdout=False)
        self.task = self.shown.add_task("", total=self.total, completed=self.done)
        self.shown.start()

    def stop(self) -> None:
        if self.shown is not None:
            self.shown.stop()
