"""Nulls in the lists and maps of AWS are passed over, by the plain and the compiled reading alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import Codec, aws, field, flattened, json_schema, json_value, nullable, plain_only, string


class Inner(aws.Shape):
    names: tuple[str, ...] | None = field("names", aws.array(string), default=None)


class Outer(aws.Shape):
    inners: tuple[Inner, ...] | None = field("inners", aws.array(Inner.codec), default=None)
    counts: dict[str, int] | None = field("counts", aws.dict_of(aws.integer), default=None)
    flat: tuple[int, ...] | None = field("flat", aws.array(aws.integer), default=None, xml=flattened)
    free: tuple[Any, ...] | None = field("free", aws.array(json_value), default=None)


WHOLE = Outer(inners=(Inner(names=("a", "b")), Inner()), counts={"b": 2}, flat=(1, 2))
IN_JSON = json.dumps(
    {
        "inners": [None, {"names": [None, "a", None, "b"]}, {"names": None}, None],
        "counts": {"a": None, "b": 2},
        "flat": [1, None, 2],
    }
)
IN_XML = """<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <inners>
    <member xsi:nil="true"/>
    <member><names><member xsi:nil="true"/><member>a</member><member>b</member></names></member>
    <member/>
  </inners>
  <counts>
    <entry><key>a</key><value xsi:nil="true"/></entry><entry><key>b</key><value>2</value></entry>
  </counts>
  <flat>1</flat><flat xsi:nil="true"/><flat>2</flat>
</r>"""


@pytest.fixture(params=["compiled", "plain"], autouse=True)
def path(request: pytest.FixtureRequest) -> Iterator[None]:
    """Both ways of reading."""
    with plain_only() if request.param == "plain" else nullcontext():
        yield


@pytest.mark.parametrize("time", [1, 2, 3])  # the compiled path begins with the second
def test_nulls_in_json_and_xml_are_passed_over(time: int) -> None:
    assert [Outer.decode_json(IN_JSON) for _ in range(time)][-1] == Success(WHOLE)
    assert [Outer.decode_xml(IN_XML) for _ in range(time)][-1] == Success(WHOLE)


def test_what_reads_null_keeps_it() -> None:
    assert Outer.decode_json('{"free": [null, 1]}') == Success(Outer(free=(None, 1)))
    assert aws.dict_of(nullable(string)).decode_json('{"a": null}') == Success({"a": None})


def test_places_in_errors_are_those_of_the_document() -> None:
    error = Outer.decode_json('{"inners": [null, {"names": [null, 1]}], "flat": [null, []]}').failure()
    assert [problem.path for problem in error.problems] == [("inners", 1, "names", 1), ("flat", 1)]


def test_a_rule_reports_at_the_place_in_the_document() -> None:
    def is_first_known(inners: tuple[Inner, ...]) -> bool:
        return inners[0].names is not None

    codec = aws.array(Inner.codec).refine(is_first_known, "expected names", at=(0, "names"))
    assert str(codec.decode_json('[null, {}, {"names": []}]').failure()) == "$[1].names: expected names"


def test_a_null_is_not_written() -> None:
    assert str(aws.array(string).encode_json((None,)).failure()) == "$[0]: expected a string, got null"  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("codec", "items"), [(aws.array(string), "items"), (aws.dict_of(string), "additionalProperties")]
)
def test_the_schema_takes_nulls(codec: Codec[Any], items: str) -> None:
    assert json_schema(codec)[items] == {"type": ["string", "null"]}
