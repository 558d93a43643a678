"""`python -m benchmarks`: every figure, the bars, the shapes, the spread over other replies, or all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from .bars import Bar, bars
from .figures import Figure, memory, quick
from .publish import publish
from .report import render
from .results import kept
from .shapes.command import add_options, shapes
from .spread import spread


def main() -> int:
    """Run what was asked for; `bars` and `shapes` exit with 1 if one is not met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "what",
        nargs="?",
        default="figures",
        choices=("figures", "bars", "shapes", "spread", "publish", "render"),
    )
    parser.add_argument("--fast", action="store_true", help="short runs: a look in less than a minute")
    parser.add_argument("--only", default="", help="figures or shapes whose short names hold this text")
    parser.add_argument(
        "--equal", type=float, default=600, help="publish: seconds of comparing with the plain interpreters"
    )
    parser.add_argument("--in-process", action="store_true", help="publish: without pyperf, in a few minutes")
    parser.add_argument("--again", action="store_true", help="publish: with pyperf's timings of last time")
    add_options(parser)
    options = parser.parse_args()
    budget = 0.1 if options.fast else 1.0
    match options.what:
        case "figures":
            return figures(budget, options.only, peaks=not options.fast)
        case "bars":
            return told(bars(budget, 5 if options.fast else 15))
        case "shapes":
            return shapes(options)
        case "spread":
            for each in spread(budget):
                show(each)
        case "publish":
            by_pyperf = not options.in_process
            publish(budget=budget, equal_seconds=options.equal, by_pyperf=by_pyperf, again=options.again)
        case _:
            render(kept())
    return 0


def figures(budget: float, only: str, *, peaks: bool) -> int:
    """Show every figure as it is measured."""
    from .work import WORKS

    keys = [key for key in WORKS if only in key]
    for each in quick(budget, keys):
        show(each)
    for held in memory(keys) if peaks else ():
        print(f"{held.name:70} {held.run:34} {held.peak / 1e6:9.2f} MB  {held.ratio:8.2f} of {held.base}")
    return 0


def show(each: Figure) -> None:
    name = f"{each.group}: {each.name}"
    print(f"{name:62} {each.size / 1e3:9.1f} kB {each.run:38} {each.ratio:9.2f} of {each.base}", flush=True)


def told(found: Iterable[Bar]) -> int:
    """Show each bar as it is measured; 1 if one is not met."""
    missed = 0
    for bar in found:
        missed += not bar.met
        print(f"{bar.what:88} {bar.limit:14} {bar.shown:>10}  {'met' if bar.met else 'NOT MET'}", flush=True)
    print(f"{missed} not met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
