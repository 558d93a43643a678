"""The published run: all is measured once, kept in `results.json`, and rendered into the page of figures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from typing import Any, cast

import msgspec
import pyperf

from . import scale
from .bars import bars
from .figures import Figure, figure, memory, quick
from .report import render
from .results import HERE, Results, keep, setting, shapes, versions
from .shapes.every import SHAPES
from .shapes.measure import JSON_WAYS, SMALL, Look, rows
from .shapes.runs import Way
from .work import WORKS

_MEMORY = (
    "images-100",
    "images-10000",
    "findings-20",
    "orders-200",
    "tagged",
    "kinds",
    "lazy",
    "xml-images-100",
    "write-images-100",
)


_TIMINGS = HERE.parent / ".benchmarks" / "pyperf.json"
"""Where pyperf's timings are kept, so that a run which fails after them need not take them again."""


def publish(*, budget: float, equal_seconds: float, by_pyperf: bool, again: bool) -> None:
    """Measure, keep and render. Each kind of figure has the machine to itself."""
    if by_pyperf and not again:
        take_timings()
    results = Results(
        **setting(),
        versions=versions(),
        timed_by="pyperf" if by_pyperf else "runs in turn within one process",
        figures=pyperf_figures() if by_pyperf else list(quick(budget)),
        bars=list(bars(budget)),
        memory=list(memory(_MEMORY)),
        growth_off=list(scale.growth(collecting=False)),
        growth_on=list(scale.growth(collecting=True)),
        shapes=shapes(
            list(rows(SHAPES, Way, Look())), list(rows(SHAPES, JSON_WAYS, Look(scale=SMALL))), Look()
        ),
        equal={},
        equal_command="",
    )
    keep(results)  # should the comparison fail, it can be run again alone
    print("measured; now comparing", flush=True)
    counts, command = equal(equal_seconds)
    results = msgspec.structs.replace(results, equal=counts, equal_command=command)
    keep(results)
    render(results)


def take_timings() -> None:
    """Run pyperf, which takes a while."""
    _TIMINGS.parent.mkdir(exist_ok=True)
    _TIMINGS.unlink(missing_ok=True)
    options = ("--processes", "3", "--values", "5", "--warmups", "1", "--min-time", "0.05", "--quiet")
    subprocess.run((sys.executable, HERE / "perf.py", *options, "-o", _TIMINGS), check=True)


def pyperf_figures() -> list[Figure]:
    """The figures of pyperf's timings: of each benchmark the fastest value of all its processes."""
    suite: Any = cast(Any, pyperf).BenchmarkSuite.load(str(_TIMINGS))
    return list(_figures({each.get_name(): min(each.get_values()) for each in suite.get_benchmarks()}))


def _figures(seconds: dict[str, float]) -> Iterable[Figure]:
    for key, make in WORKS.items():
        work = make()
        base = seconds[f"{key} | {work.base}"]
        for run in work.runs:
            if run != work.base:
                taken = seconds[f"{key} | {run}"]
                yield figure(key, work, run, taken / base, taken)


def equal(seconds: float) -> tuple[dict[str, int], str]:
    """The counts of a long comparison with the plain interpreters, and its command; a difference ends all."""
    command = ("python", "tools/equal.py", "--seconds", f"{seconds:g}", "--seed", "1")
    ran = subprocess.run(
        (sys.executable, *command[1:], "--json"), cwd=HERE.parent, check=True, capture_output=True, text=True
    )
    return msgspec.json.decode(ran.stdout, type=dict[str, int]), " ".join(command)
