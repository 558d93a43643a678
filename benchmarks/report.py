"""The results as Markdown: tables between the marks of `docs/performance.md`, and its chart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .bars import Bar
from .chart import chart
from .figures import Figure, Memory
from .markdown import markdown, size_of
from .peers import NAMES
from .results import Results
from .scale import Growth
from .shapes.tables import shape_tables
from .work import OURS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
CHART = PAGE.with_suffix(".svg")


def render(results: Results) -> None:
    """Write the tables into the page, whose words are left as they are, and draw the chart."""
    text = PAGE.read_text()
    for name, table in tables(results).items():
        mark = re.compile(rf"(<!-- figures: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        places = mark.findall(text)
        if len(places) != 1:
            raise ValueError(f"{PAGE.name} has {len(places)} places for the figures of {name!r}")
        before, after = mark.split(text)[0], mark.split(text)[-1]
        text = f"{before}{places[0][0]}\n{table}\n\n{places[0][1]}{after}"
    PAGE.write_text(text)
    CHART.write_text(_chart(results.figures))


def tables(results: Results) -> dict[str, str]:
    """Every table, by the name of its place in the page."""
    found = results.figures
    return {
        "setting": _setting(results),
        "bars": bars_table(results.bars),
        "reading": _by_work(found, _of(found, "reading JSON", "orders"), (OURS, "msgspec", "pydantic")),
        "peers": _peers(found),
        "classes": _classes(found),
        "xml": _by_work(found, _of(found, "reading XML"), (OURS, "ElementTree", "lxml", "reading the JSON")),
        "writing": _by_work(found, _of(found, "writing JSON"), (OURS,)),
        "writing-xml": _by_work(found, _of(found, "writing XML"), (OURS,)),
        "trees": _by_work(found, _of(found, "reading trees"), (OURS, *_TREE_PEERS)),
        "checking": _by_work(found, _of(found, "checking constraints"), (OURS,)),
        "wrong": _by_work(found, _of(found, "wrong replies"), (OURS,)),
        "memory": memory_table(results.memory),
        "growth": _growth(results),
        "equal": _equal(results),
        **shape_tables(results.shapes),
    }


def bars_table(bars: Iterable[Bar]) -> str:
    rows = [(bar.what, bar.limit, bar.shown, "met" if bar.met else "**not met**") for bar in bars]
    return markdown(("what", "bar", "measured", ""), rows)


def memory_table(memory: Iterable[Memory]) -> str:
    rows = [
        (
            each.name,
            each.run,
            f"{each.peak / 1e6:.2f} MB",
            f"{each.base_peak / 1e6:.2f} MB",
            f"{each.ratio:.2f}",
        )
        for each in memory
    ]
    return markdown(("work", "by", "peak", "peak of the base", "ratio"), rows)


def _of(figures: Iterable[Figure], group: str, but: str | None = None) -> list[str]:
    return list(
        dict.fromkeys(each.work for each in figures if each.group == group and not (but and but in each.work))
    )


def _ratio(figures: Iterable[Figure], work: str, run: str) -> str:
    return next((f"{each.ratio:.2f}" for each in figures if (each.work, each.run) == (work, run)), "")


def _by_work(figures: list[Figure], works: Iterable[str], runs: tuple[str, ...]) -> str:
    rows: list[list[str]] = []
    for work in works:
        first = next(each for each in figures if each.work == work and each.run == OURS)
        ratios = (_ratio(figures, work, run) for run in runs)
        base = first.microseconds / first.ratio
        rows.append([first.name, size_of(first.size), f"{base:,.1f} µs", *ratios])
    base_name = next((each.base for each in figures if each.work in set(works)), "")
    return markdown(("document", "size", f"`{base_name}`", *runs), rows)


_TREE_PEERS = ("msgspec", "pydantic", "mashumaro", "cattrs", "adaptix", "koda-validate")
_PEER_WORKS = ("url", "images-100", "orders-200")


def _peers(figures: list[Figure]) -> str:
    own = "ecr_decode, frozen dataclass"
    ours = [_ratio(figures, work, OURS) or _ratio(figures, work, own) for work in _PEER_WORKS]
    names = (NAMES[0], "msgspec, times as numbers", *NAMES[1:])
    rows = [(name, *(_ratio(figures, work, name) for work in _PEER_WORKS)) for name in names]
    return markdown(
        ("library", "GetDownloadUrlForLayer", "DescribeImages of 100", "200 orders, own classes"),
        [(OURS, *ours), *rows],
    )


def _classes(figures: list[Figure]) -> str:
    runs = [each.run for each in figures if each.work == "orders-200"]
    works = ("orders-3", "orders-200")
    return markdown(
        ("by", "3 orders", "200 orders"), [(run, *(_ratio(figures, w, run) for w in works)) for run in runs]
    )


def _growth(results: Results) -> str:
    def row(growth: Growth, kind: str) -> tuple[str, ...]:
        ratio = growth.ours / growth.orjson
        return size_of(growth.size), kind, f"{growth.ours:.2f} ns", f"{growth.orjson:.2f} ns", f"{ratio:.2f}"

    rows = [
        *(row(each, "off") for each in results.growth_off),
        *(row(each, "on") for each in results.growth_on),
    ]
    return markdown(("reply", "collector", "ours, a byte", "orjson.loads, a byte", "ratio"), rows)


def _equal(results: Results) -> str:
    table = markdown(("compared", "times"), [(what, f"{count:,}") for what, count in results.equal.items()])
    return f"```console\n$ {results.equal_command}\n```\n\n{table}"


def _setting(results: Results) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in results.versions.items())
    return (
        f"Measured on {results.day} with Python {results.python} on {results.machine}, timed by "
        f"{results.timed_by}; {versions}."
    )


def _chart(figures: list[Figure]) -> str:
    bars = {each.run: each.ratio for each in figures if each.work == "images-100"} | {"orjson.loads": 1.0}
    title = "Reading DescribeImages of 100 images"
    return chart(title, bars, OURS, "time, as a multiple of that of orjson.loads; less is faster")
