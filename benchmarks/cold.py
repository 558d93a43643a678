"""What starting costs: imports, and the first decode of each operation, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter

ROUNDS = 15

_FIRST = """
from time import thread_time
from ecr_decode import aws, ecr, ecr_public
exported = [getattr(module, name) for module in (ecr, ecr_public) for name in module.__all__]
operations = [each for each in exported if isinstance(each, aws.Operation)]
def first(operation):
    start = thread_time()
    operation.decode(status=200, body=b'{"nextToken":"a"}')
    return thread_time() - start
times = {f"{o.home.rpartition('.')[2]}.{o.name}": first(o) for o in operations}
slowest = max(times, key=times.get)
print(slowest, times[slowest])
"""

_COMPILED = """
import gc
from ecr_decode import ecr
from ecr_decode import Codec
print(sum(isinstance(each, Codec) and len(vars(each)) > 1 for each in gc.get_objects()))
"""


def python(source: str) -> str:
    """What a fresh interpreter prints for a program."""
    return subprocess.run((sys.executable, "-c", source), check=True, capture_output=True, text=True).stdout


def imports(*sources: str, rounds: int = ROUNDS) -> tuple[float, ...]:
    """The milliseconds that each program takes beyond a bare interpreter; in turn, the fastest of some."""
    best = [float("inf")] * (len(sources) + 1)
    for _ in range(rounds):
        for which, source in enumerate(("pass", *sources)):
            start = perf_counter()
            python(source)
            best[which] = min(best[which], perf_counter() - start)
    return tuple((each - best[0]) * 1e3 for each in best[1:])


def first_decode(rounds: int = 5) -> tuple[str, float]:
    """The operation whose first decode is slowest, and its milliseconds: the fastest of some such runs."""
    found = [python(_FIRST).split() for _ in range(rounds)]
    name, seconds = min(found, key=lambda each: float(each[1]))
    return name, float(seconds) * 1e3


def compiled_at_import() -> int:
    """How many codecs an import compiles."""
    return int(python(_COMPILED))
