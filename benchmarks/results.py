"""The results of one run, as they are kept in `results.json`: what the page of figures is made of."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import msgspec

from .bars import Bar
from .figures import Figure, Memory
from .scale import Growth
from .shapes.measure import Look, Row

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.json"

_PACKAGES = (
    "msgspec", "orjson", "returns", "xmltodict", "pydantic", "mashumaro", "cattrs", "adaptix",
    "koda-validate", "botocore", "lxml",
)  # fmt: skip
_SHAPE_PACKAGES = (
    "msgspec", "orjson", "returns", "xmltodict", "pydantic", "serpyco-rs", "pydantic-xml", "xsdata",
)  # fmt: skip


class Shapes(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of all shapes, and on what they were measured, which may be another day."""

    day: str
    machine: str
    python: str
    versions: dict[str, str]
    look: Look
    rows: list[Row]
    small: list[Row] = []
    """The same shapes in JSON, as documents of few items."""


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """All that one run measured, and on what."""

    day: str
    machine: str
    python: str
    versions: dict[str, str]
    timed_by: str
    figures: list[Figure]
    bars: list[Bar]
    memory: list[Memory]
    growth_off: list[Growth]
    growth_on: list[Growth]
    equal: dict[str, int]
    equal_command: str
    shapes: Shapes | None = None


def setting() -> dict[str, str]:
    """On what a run was made."""
    return {
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": _machine(),
        "python": platform.python_version(),
    }


def versions(packages: Iterable[str] = _PACKAGES) -> dict[str, str]:
    return {package: version(package) for package in packages}


def shapes(rows: list[Row], small: list[Row], look: Look) -> Shapes:
    """Rows as they are kept, with the setting of this process."""
    return Shapes(**setting(), versions=versions(_SHAPE_PACKAGES), look=look, rows=rows, small=small)


def _machine() -> str:
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text().splitlines() if cpus.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {platform.system()}"


def keep(results: Results) -> None:
    RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")


def kept() -> Results:
    return msgspec.json.decode(RESULTS.read_bytes(), type=Results)
