"""How time and memory grow with the size of a reply, and with the number of its faults."""

from __future__ import annotations

from functools import partial
from time import thread_time
from typing import NamedTuple

import orjson

from ecr_decode import ecr

from . import damage, payloads
from .clock import Call, collector

SIZES = (85, 850, 8_500, 85_000)
"""Numbers of images that make replies of 50 kB, 500 kB, 5 MB and 50 MB."""


class Growth(NamedTuple):
    """The time for each byte of a reply, in nanoseconds."""

    images: int
    size: int
    ours: float
    orjson: float


def growth(sizes: tuple[int, ...] = SIZES, *, collecting: bool) -> tuple[Growth, ...]:
    """The times over replies of growing size; results are dropped before the next run, as a program would."""
    return tuple(_growth(images, collecting=collecting) for images in sizes)


def _growth(images: int, *, collecting: bool) -> Growth:
    # Not cached: the largest reply would stay for the rest of the run.
    raw = payloads.describe_images.__wrapped__(images)
    rounds = max(3, min(40, 8_000 // images))
    with collector(on=collecting):
        ours = fastest(partial(ecr.DescribeImagesResponse.decode_json, raw), rounds)
        plain = fastest(partial(orjson.loads, raw), rounds)
    return Growth(images, len(raw), ours / len(raw) * 1e9, plain / len(raw) * 1e9)


def fastest(call: Call, rounds: int) -> float:
    """The seconds of the fastest of some single runs."""
    best = float("inf")
    for _ in range(rounds):
        start = thread_time()
        found = call()
        best = min(best, thread_time() - start)
        del found
    return best


def faults(images: tuple[int, int] = (100, 1000)) -> tuple[float, float]:
    """The milliseconds for replies with every member wrong, the second ten times as long as the first."""
    few, many = (partial(ecr.DescribeImagesResponse.decode_json, damage.many_wrong_fields(n)) for n in images)
    return fastest(few, 60) * 1e3, fastest(many, 12) * 1e3
