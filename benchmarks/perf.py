"""The published timings, by pyperf: every run of every piece of work, in processes of its own.

`python -m benchmarks publish` calls this; by itself it is a script of pyperf and takes pyperf's options.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any, cast

import pyperf

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.clock import Call, timed
from benchmarks.work import WORKS, Work

SEPARATOR = " | "


@cache
def made(key: str) -> Work:
    """The work, made and checked in the process that measures it."""
    work = WORKS[key]()
    work.check()
    return work


def measure(loops: int, key: str, name: str) -> float:
    run: Call = made(key).runs[name]
    return timed(run, loops) * loops


def main() -> None:
    """Run what pyperf's options ask for; a worker makes only the work that it measures."""
    runner: Any = cast(Any, pyperf).Runner(program_args=(str(Path(__file__).resolve()),))
    for key, names in NAMES.items():
        for name in names:
            runner.bench_time_func(f"{key}{SEPARATOR}{name}", measure, key, name)


NAMES = {key: tuple(make().runs) for key, make in WORKS.items()}

if __name__ == "__main__":
    main()
