"""Locks that a fork leaves usable, whatever other threads are doing."""

from __future__ import annotations

import os
import threading

_LONGEST_WAIT = 1.0
"""How many seconds a fork waits for a thread that holds a lock."""


class ForkLock:
    """A lock that one thread may take several times; for the globals of modules, since it lives for ever.

    A fork waits until no other thread holds it, so that the child finds what it guards whole. If that takes
    too long, the child gets a new lock.
    """

    __slots__ = ("_held", "_lock")

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._held = False
        if hasattr(os, "register_at_fork"):  # there is no fork on Windows
            os.register_at_fork(
                before=self._before, after_in_parent=self._in_parent, after_in_child=self._in_child
            )

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def _before(self) -> None:
        self._held = self._lock.acquire(timeout=_LONGEST_WAIT)

    def _in_parent(self) -> None:
        if self._held:
            self._lock.release()

    def _in_child(self) -> None:
        if self._held:
            self._lock.release()
        else:
            self._lock = threading.RLock()
