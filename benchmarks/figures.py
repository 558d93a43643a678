"""Every piece of work, timed in one process: a quick look, and the memory that each takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .clock import against, peak
from .work import WORKS, Work


class Figure(NamedTuple):
    """One run of one piece of work, against its base."""

    work: str
    group: str
    name: str
    size: int
    base: str
    run: str
    ratio: float
    microseconds: float


class Memory(NamedTuple):
    """The most bytes that a run held, and what its base held on the same document."""

    name: str
    size: int
    base: str
    run: str
    peak: int
    base_peak: int

    @property
    def ratio(self) -> float:
        return self.peak / self.base_peak


def quick(budget: float, keys: Iterable[str] = WORKS) -> Iterator[Figure]:
    """Each run timed in turn with its base, for so many seconds."""
    for key in keys:
        work = WORKS[key]()
        work.check()
        base = work.runs[work.base]
        for name, run in work.runs.items():
            if name != work.base:
                timing = against(run, base, budget)
                yield figure(key, work, name, timing.ratio, timing.seconds)


def figure(key: str, work: Work, run: str, ratio: float, seconds: float) -> Figure:
    return Figure(key, work.group, work.name, work.size, work.base, run, ratio, seconds * 1e6)


def memory(keys: Iterable[str]) -> Iterator[Memory]:
    """The peaks of each run, as tracemalloc counts them."""
    for key in keys:
        work = WORKS[key]()
        base = peak(work.runs[work.base])
        for name, run in work.runs.items():
            if name != work.base:
                yield Memory(f"{work.group}: {work.name}", work.size, work.base, name, peak(run), base)
