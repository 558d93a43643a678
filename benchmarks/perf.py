"""The published timings, by pyperf: every run of every piece of work, in processes of its own.

`python -m benchmarks publish` calls this; by itself it is a script of pyperf and takes pyperf's options.
"""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, cast

import pyperf

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.clock import Call, timed
from benchmarks.work import WORKS, Work

SEPARATOR = " | "


RUNS = "ECR_DECODE_BENCHMARK_RUNS"
"""Where the first process leaves the names of all runs, so that workers make only the work they measure."""


def runs() -> dict[str, list[str]]:
    if RUNS not in os.environ:
        os.environ[RUNS] = json.dumps({key: list(make().runs) for key, make in WORKS.items()})
    found: dict[str, list[str]] = json.loads(os.environ[RUNS])
    return found


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
    runner.parse_args().inherit_environ = [RUNS]
    for key, names in runs().items():
        for name in names:
            runner.bench_time_func(f"{key}{SEPARATOR}{name}", measure, key, name)


if __name__ == "__main__":
    main()
