"""Hold the fast paths against the plain interpreters for as long as is asked, and tell how much was compared.

`python tools/equal.py --seconds 600` goes in turn through the requests and responses of the catalogues, the
registry of the tests, and codecs made by chance; documents are made for each, and damaged. `--seed` names the
run: the same seed compares the same inputs in the same order. Exit status 1 if anything differed or raised.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ecr_decode import Decoder
from ecr_decode.fast import staged
from tests.fast.chance.codecs import any_decoder
from tests.fast.comparison import Compared, Difference
from tests.fast.test_equal_to_plain import CODECS

_MOST_SHOWN = 20
_DOCUMENTS = 6


def rounds(seed: int) -> Iterator[tuple[str, Decoder[object], Random]]:
    """Codecs without end: after each ten made by chance, one of the named ones."""
    names = list(CODECS)
    for number in range(sys.maxsize):
        rng = Random(f"{seed}/{number}")
        if number % 11 == 10:
            name = names[number // 11 % len(names)]
            yield name, CODECS[name], rng
        else:
            yield "by chance", any_decoder(rng), rng


def run(seconds: float, seed: int) -> tuple[Counter[str], list[str]]:
    """The counts of what was compared, and a report of each difference."""
    counts: Counter[str] = Counter()
    found: list[str] = []
    staged.WORTH_COMPILING = -1  # at the first use
    end = time.monotonic() + seconds
    for number, (name, codec, rng) in enumerate(rounds(seed)):
        if time.monotonic() > end:
            break
        counts[
            "codecs by chance" if name == "by chance" else "codecs of the catalogues and the registry"
        ] += 1
        try:
            found += [
                told(name, number, each) for each in Compared(codec, rng, counts).differences(_DOCUMENTS)
            ]
        except Exception:  # nothing may raise, and what does must not end the run
            counts["RAISED"] += 1
            found.append(f"{name}, number {number}: {codec!r} raised\n{traceback.format_exc(limit=-4)}")
    return counts, found


def told(name: str, number: int, difference: Difference) -> str:
    """A difference, short enough to read."""
    lines = (f"{what:6}{text[:600]}" for what, text in difference._asdict().items())
    return "\n".join((f"{name}, number {number}", *lines))


def main() -> int:
    """Compare, and print the counts."""
    parser = argparse.ArgumentParser(description="hold the fast paths against the plain interpreters")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--json", action="store_true", help="print the counts alone, as JSON")
    options = parser.parse_args()
    counts, found = run(options.seconds, options.seed)
    if options.json:
        print(json.dumps(dict(sorted(counts.items()))))
        return 1 if found else 0
    for report in found[:_MOST_SHOWN]:
        print(report.encode(errors="backslashreplace").decode(), end="\n\n")
    print(f"seed {options.seed}, {options.seconds:g} seconds, {len(found)} differences")
    for what, count in sorted(counts.items()):
        print(f"{count:12,}  {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
