"""`python -m tools.services`: write the catalogue of each service, import it, and compare it with botocore.

The services are those of botocore's json and query protocols, or those that are named. The exit status says
whether anything differs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from .run import Report, compared_in_time, package_of, spoken
from .types import faults


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.services", description=__doc__)
    parser.add_argument("services", nargs="*", help="their names in botocore; by default all")
    parser.add_argument("--values", type=int, default=3, help="requests and replies of each operation (3)")
    parser.add_argument(
        "--seconds", type=float, default=900, help="the time after which no service begins (900)"
    )
    parser.add_argument("--workers", type=int, default=1, help="processes (1)")
    parser.add_argument("--keep", type=Path, help="a folder in which the catalogues are kept")
    parser.add_argument("--types", action="store_true", help="check the types of the catalogues as well")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    with TemporaryDirectory() as scratch:
        folder: Path = given.keep or Path(scratch)
        names: list[str] = given.services or [*spoken()]
        end = time.time() + given.seconds
        compare = partial(compared_in_time, folder=folder, values=given.values, end=end)
        reports: list[Report] = []
        with ProcessPoolExecutor(given.workers, max_tasks_per_child=1) as pool:
            for report in pool.map(compare, names):
                print(f"{report.service}: {report.operations} operations", file=sys.stderr)
                reports.append(report)
        packages = [package_of(each.service) for each in reports if not each.refused]
        wrong = faults(folder, packages) if given.types and packages else []
    for said in wrong:
        print(said)
    status = _shown(reports, time.monotonic() - began)
    return 1 if wrong else status


def _shown(reports: Sequence[Report], seconds: float) -> int:
    done = [each for each in reports if each.counts is not None]
    differing = [line for each in done if each.counts is not None for line in each.counts.differences]
    total: Counter[str] = Counter()
    for each in done:
        total.update({} if each.counts is None else each.counts.compared)
    for line in differing:
        print(line)
    for each in reports:
        if each.refused:
            print(f"{each.service}: {each.refused}")
    operations = sum(each.operations for each in done)
    print(f"{len(done)} of {len(reports)} services, {operations} operations, in {seconds:.0f} seconds")
    print(", ".join(f"{count} {what}" for what, count in sorted(total.items())))
    print(f"{len(differing)} differences")
    return 1 if differing or len(done) < len(reports) else 0


if __name__ == "__main__":
    sys.exit(main())
