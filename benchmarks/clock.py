"""How time and memory are taken: two things in turn, the fastest of many short runs of each."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, thread_time
from typing import Any, TypeAlias

Call: TypeAlias = Callable[[], Any]

_BURST = 0.001
_FEWEST = 15


@dataclass(frozen=True)
class Timing:
    """The seconds that one call takes, its own and those of what it is held against."""

    seconds: float
    base: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.base


def against(call: Call, base: Call, budget: float) -> Timing:
    """Both timed in turn for so many seconds: what else the machine does meets both, and minima forget it."""
    counts = _count(call), _count(base)
    best = [float("inf"), float("inf")]
    end = perf_counter() + budget
    rounds = 0
    while rounds < _FEWEST or perf_counter() < end:
        rounds += 1
        for which, each in enumerate((call, base)):
            best[which] = min(best[which], timed(each, counts[which]))
    return Timing(*best)


def timed(call: Call, count: int) -> float:
    """The seconds of one call, over a burst of them; of this thread alone, since machines are shared."""
    burst = range(count)
    start = thread_time()
    for _ in burst:
        call()
    return (thread_time() - start) / count


def _count(call: Call) -> int:
    call()
    return max(1, int(_BURST / max(timed(call, 1), 1e-9)))


def peak(call: Call) -> int:
    """The most bytes that a call held at once, its result among them."""
    call()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        kept = call()
        _, most = tracemalloc.get_traced_memory()
        del kept
    finally:
        tracemalloc.stop()
    return most - before
