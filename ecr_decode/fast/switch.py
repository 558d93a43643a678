"""The one switch that turns the fast paths off, to see what the plain interpreters do by themselves."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager

from ..lock import ForkLock

_OFF = "ECR_DECODE_PLAIN"


class _Switch:
    __slots__ = ("lock", "on", "reasons")

    def __init__(self) -> None:
        self.lock: ForkLock = ForkLock()
        self.reasons = 1 if os.environ.get(_OFF) else 0
        """How many ask for it to be off: the environment, and those within `plain_only`."""
        self.on: bool = not self.reasons

    def ask(self, more: int) -> None:
        """Note that so many more, or fewer, ask for it to be off."""
        with self.lock:
            self.reasons += more
            self.on = not self.reasons


SWITCH = _Switch()


@contextmanager
def plain_only() -> Generator[None]:
    """Within it, in every thread, documents are read and written by the plain interpreters alone.

    It ends when the last thread leaves it. The environment variable `ECR_DECODE_PLAIN=1` does the same from
    the start.

    >>> from ecr_decode import integer, plain_only
    >>> with plain_only():
    ...     integer.decode_json(b"1")
    <Success: 1>
    """
    SWITCH.ask(+1)
    try:
        yield
    finally:
        SWITCH.ask(-1)
