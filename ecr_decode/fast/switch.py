"""The one switch that turns the fast paths off, to see what the plain interpreters do by themselves."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager

_OFF = "ECR_DECODE_PLAIN"


class _Switch:
    __slots__ = ("on",)

    def __init__(self) -> None:
        self.on = not os.environ.get(_OFF)


SWITCH = _Switch()


@contextmanager
def plain_only() -> Generator[None]:
    """Within it, in every thread, documents are read and written by the plain interpreters alone.

    The environment variable `ECR_DECODE_PLAIN=1` does the same from the start.

    >>> from ecr_decode import integer, plain_only
    >>> with plain_only():
    ...     integer.decode_json(b"1")
    <Success: 1>
    """
    before, SWITCH.on = SWITCH.on, False
    try:
        yield
    finally:
        SWITCH.on = before
