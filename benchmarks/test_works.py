"""Every piece of work under pytest-benchmark; without `--benchmark-enable` each runs once."""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.work import WORKS, Work

MADE: dict[str, Work] = {key: make() for key, make in WORKS.items()}
RUNS = [pytest.param(key, name, id=f"{key}-{name}") for key, work in MADE.items() for name in work.runs]


@pytest.mark.parametrize("key", MADE)
def test_peers_give_the_equal_value(key: str) -> None:
    MADE[key].check()


@pytest.mark.parametrize(("key", "name"), RUNS)
def test_time(key: str, name: str, benchmark: BenchmarkFixture) -> None:
    benchmark.group = MADE[key].title
    benchmark(MADE[key].runs[name])
