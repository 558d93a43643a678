"""Every shape on small documents: equal values, calls that run, and verdicts on bars."""

from __future__ import annotations

import pytest

from benchmarks.shapes.chance import Chance
from benchmarks.shapes.every import SHAPES
from benchmarks.shapes.measure import Row, worst_first
from benchmarks.shapes.runs import Way, runs
from benchmarks.shapes.shape import Limit, Shape
from benchmarks.shapes.tables import shape_tables

SAID = [
    pytest.param(shape, way, id=f"{shape.name}-{way.value}")
    for shape in SHAPES
    for way in Way
    if shape.xml is not None or not way.is_xml
]


@pytest.mark.parametrize("accents", [False, True])
@pytest.mark.parametrize(("shape", "way"), SAID)
def test_every_run_of_a_shape_gives_the_equal_value(shape: Shape, way: Way, accents: bool) -> None:
    chance = Chance(7)
    chance.accents = accents
    made = runs(shape, way, chance, 12 / shape.count * (4 if way.is_xml else 1))
    assert made is not None
    assert made.base in made.calls
    for call in made.calls.values():
        call()


def test_names_of_shapes_are_unique() -> None:
    assert len({shape.name for shape in SHAPES}) == len(SHAPES)


@pytest.mark.parametrize(
    ("limit", "met", "missed"),
    [
        (Limit(2), 2.29, 2.31),
        (Limit(share=1), 4.59, 4.61),
        (Limit(2, 1.25), 5.74, 5.76),
        (Limit(6, 1.25), 6.89, 6.91),
    ],
)
def test_a_bar_is_met_at_fifteen_percent_above_it(limit: Limit, met: float, missed: float) -> None:
    assert limit.met(met, {"pydantic": 4.0})
    assert not limit.met(missed, {"pydantic": 4.0})


def test_a_share_of_a_run_that_was_not_timed_is_no_bar() -> None:
    assert Limit(share=1, of="pydantic-xml").among(["xsdata"]) == Limit()
    assert Limit().met(1000, {})


def test_the_shapes_in_which_a_peer_is_faster_come_first() -> None:
    rows = [
        Row("alone", "read", 1, "orjson.loads", 1.0, 9.0, {}, "", True),
        Row("ahead", "read", 1, "orjson.loads", 1.0, 1.0, {"pydantic": 3.0}, "", True),
        Row("behind", "read", 1, "orjson.loads", 1.0, 4.0, {"pydantic": 3.0, "msgspec": 2.0}, "", True),
    ]
    assert [row.shape for row in worst_first(rows)] == ["behind", "ahead", "alone"]
    assert rows[2].fastest == "msgspec"
    assert rows[2].behind == 2


def test_without_rows_the_page_says_so() -> None:
    assert set(shape_tables(None).values()) == {"Not measured yet."}
