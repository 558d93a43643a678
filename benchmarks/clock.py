"""How time and memory are taken: things in turn, the fastest of many short runs of each."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter, thread_time
from typing import Any, TypeAlias

Call: TypeAlias = Callable[[], Any]

_BURST = 0.001
_FEWEST = 15
_SLOW = 0.25


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
    best = in_turn({"call": call, "base": base}, budget / 2)
    return Timing(best["call"], best["base"])


def in_turn(calls: Mapping[str, Call], budget: float, fewest: int = _FEWEST) -> dict[str, float]:
    """The seconds of one call of each: in turn, each for so many seconds and at least so many rounds.

    A call of a quarter of a second or more is timed once.
    """
    best = {name: _second(call) for name, call in calls.items()}
    counts = {name: max(1, int(_BURST / seconds)) for name, seconds in best.items()}
    going = [name for name, seconds in best.items() if seconds < _SLOW]
    spent = dict.fromkeys(going, 0.0)
    rounds = 0
    while going:
        rounds += 1
        for name in going:
            start = perf_counter()
            best[name] = min(best[name], timed(calls[name], counts[name]))
            spent[name] += perf_counter() - start
        going = [name for name in going if rounds < fewest or spent[name] < budget]
    return best


def timed(call: Call, count: int) -> float:
    """The seconds of one call, over a burst of them; of this thread alone, since machines are shared."""
    burst = range(count)
    start = thread_time()
    for _ in burst:
        call()
    return (thread_time() - start) / count


@contextmanager
def collector(*, on: bool) -> Generator[None]:
    """The garbage collector on or off within the block, and as it was behind it."""
    was = gc.isenabled()
    gc.collect()
    (gc.enable if on else gc.disable)()
    try:
        yield
    finally:
        (gc.enable if was else gc.disable)()
        gc.collect()


def _second(call: Call) -> float:
    """The seconds of the second call, as the first may prepare something."""
    call()
    return max(timed(call, 1), 1e-9)


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
