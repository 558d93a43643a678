"""Processes: each task is done once, however many of the processes are killed."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from operator import itemgetter
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from .part import Part

R = TypeVar("R")

Task: TypeAlias = tuple[tuple[int, Part], ...]

TRIES = 3
"""How many processes may end while they do one part, before that is given up."""

_LOST = f"expected a process that ends its work, got {TRIES} that were killed"

_AHEAD = 4
"""How many tasks wait or run for each process."""

_MOST_TOGETHER, _SMALL = 64, 2**20
"""How many parts are one task, if they have fewer bytes together than the second number."""


class Work(msgspec.Struct, Generic[R], frozen=True):
    """What is done with each part, and with one that cannot be done."""

    do: Callable[[Part], R]
    give_up: Callable[[Part, str], R]
    """What there is instead for a part, and why."""


def must_be_jobs(where: str, jobs: object) -> int:
    """The number of processes: `None` is one for each processor."""
    if jobs is None:
        return os.cpu_count() or 1
    if isinstance(jobs, bool) or not isinstance(jobs, int) or jobs < 1:
        raise ValueError(f"{where}: expected an int from 1, or None, got {jobs!r}")
    return jobs


def must_pickle(where: str, named: dict[str, object]) -> None:
    """Refuse what cannot go to another process, by its name."""
    for name, each in named.items():
        try:
            pickle.loads(pickle.dumps(each))
        except MemoryError:
            raise
        except Exception as error:  # pickling runs the methods of the caller's classes
            raise ValueError(
                f"{where}: {name} cannot go to another process, because pickling it raised "
                f"{type(error).__name__}; write its functions with `def` at the top level of a module, "
                f"or read with jobs=1"
            ) from None


def done(work: Work[R], parts: Iterable[Part], jobs: int) -> Iterator[R]:
    """The results of parts, in their order; with one job they are made here."""
    if jobs == 1:
        yield from map(work.do, parts)
        return
    yield from in_order(_Pool(work, parts, jobs).run())


def in_order(results: Iterable[tuple[int, R]]) -> Iterator[R]:
    """Results in the order of their numbers, which begin at 0."""
    early: dict[int, R] = {}
    wanted = 0
    for number, result in results:
        early[number] = result
        while wanted in early:
            yield early.pop(wanted)
            wanted += 1


class _Pool(Generic[R]):
    """Processes, started anew when one is killed; what they were doing is then done part by part."""

    def __init__(self, work: Work[R], parts: Iterable[Part], jobs: int) -> None:
        self.work, self.jobs = work, jobs
        forks = multiprocessing.get_start_method() == "fork"
        self.given = work.do if forks else pickle.dumps(work.do)
        """What a process gets: one that is forked has the codec as it is here, which may be compiled."""
        self.tasks = together(parts)
        self.suspects = deque[Task]()
        self.ended = Counter[int]()
        self.running: dict[Future[Any], Task] = {}
        self.waiting: Task | None = None

    def run(self) -> Iterator[tuple[int, R]]:
        """The results, with the numbers of their parts."""
        while self.suspects or self.next() is not None:
            try:
                with ProcessPoolExecutor(self.jobs, initializer=_start, initargs=(self.given,)) as pool:
                    yield from self.use(pool)
            except BrokenProcessPool:
                yield from self.mend()

    def use(self, pool: ProcessPoolExecutor) -> Iterator[tuple[int, R]]:
        """The results of one pool of processes, while none ends."""
        while True:
            most = 1 if self.suspects else self.jobs * _AHEAD
            while len(self.running) < most and (task := self.next()) is not None:
                self.running[pool.submit(_do, [part for _, part in task])] = task
                self.took()
            if not self.running:
                return
            finished, _ = wait(self.running, return_when=FIRST_COMPLETED)
            for future in finished:
                results: list[R] | str = future.result()
                task = self.running.pop(future)
                if isinstance(results, str):
                    reason = f"expected a process that can load the codec, got {results}"
                    results = [self.work.give_up(part, reason) for _, part in task]
                yield from ((number, result) for (number, _), result in zip(task, results, strict=True))

    def mend(self) -> Iterator[tuple[int, R]]:
        """After a process ended: its parts are to run alone, so that it is seen which of them ends it."""
        lost = sorted(chain.from_iterable(self.running.values()), key=itemgetter(0))
        self.running.clear()
        if len(lost) == 1:
            number, part = lost[0]
            self.ended[number] += 1
            if self.ended[number] == TRIES:
                yield number, self.work.give_up(part, _LOST)
                return
        self.suspects.extendleft((each,) for each in reversed(lost))

    def next(self) -> Task | None:
        """The task to run next, which stays the next one until it is taken."""
        if self.suspects:
            return self.suspects[0]
        if self.waiting is None:
            self.waiting = next(self.tasks, None)
        return self.waiting

    def took(self) -> None:
        """Take the next task away, as it runs."""
        if self.suspects:
            self.suspects.popleft()
        else:
            self.waiting = None


def together(parts: Iterable[Part]) -> Iterator[Task]:
    """The tasks of processes: numbered parts, small ones together."""
    held: list[tuple[int, Part]] = []
    size = 0
    for number, part in enumerate(parts):
        held.append((number, part))
        size += part.size
        if len(held) == _MOST_TOGETHER or size >= _SMALL:
            yield tuple(held)
            held, size = [], 0
    if held:
        yield tuple(held)


_worker: Callable[[Part], Any] | str = "nothing to do"


def _start(given: Callable[[Part], Any] | bytes) -> None:
    """Unpack in a process what it is to do, or note the error that this raises."""
    global _worker  # noqa: PLW0603 # a process has one pool, and its initializer gives nothing back
    try:
        _worker = pickle.loads(given) if isinstance(given, bytes) else given
    except Exception as error:  # what a new process imports may raise anything
        _worker = type(error).__name__


def _do(parts: list[Part]) -> list[Any] | str:
    """The results of parts, or the name of the error that keeps this process from its work."""
    return _worker if isinstance(_worker, str) else [_worker(part) for part in parts]
