"""Parts without free trees beside values without a description: written as texts of their own, and alike."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    case,
    decimal,
    dict_of,
    field,
    inline,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    lazy,
    nullable,
    number,
    plain_only,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.write.writer import Writer

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
LATER = datetime(2026, 1, 2, 12, 30, 15, 120_000, tzinfo=timezone(timedelta(hours=2)))


class Word(StrEnum):
    A = "a"


class Step(Record):
    name: str = field("name", string)
    at: datetime = field("at", iso_datetime)


class Day(Record):
    day: date = field("day", iso_date)
    share: float = field("share", number)


class Tree(Record):
    name: str = field("name", string)
    below: tuple[Tree, ...] = field("below", array(lazy(lambda: Tree.codec)), default=())


PART = tagged_union("kind", case("step", Step) | case("day", Day))


class Report(Record):
    free: JsonValue = field("free", json_value)
    steps: tuple[Step, ...] = field("steps", array(Step.codec), default=())
    days: dict[str, Day] = field("days", dict_of(Day.codec), default_factory=dict)
    parts: tuple[Step | Day, ...] = field("parts", array(PART), default=())
    last: Step | None = field("last", nullable(Step.codec), default=None, omit=False)
    pair: tuple[datetime, datetime] | None = field(
        "pair", nullable(tuple_of(iso_datetime, iso_datetime)), default=None
    )
    clock: time | None = field("clock", iso_time, default=None)
    tree: Tree | None = field("tree", Tree.codec, default=None)


class Among(Record):
    part: Step | Day = inline(PART)
    free: JsonValue = field("free", json_value)


STEP, DAY = Step(name="a", at=NOON), Day(day=date(2026, 1, 2), share=0.5)


def report(**members: Any) -> Report:
    return Report(free={"a": [1, None, "b"]}, **members)


RIGHT: list[Any] = [
    report(),
    report(steps=(STEP,)),
    report(steps=[STEP, Step(name="é\"\\", at=LATER)], days={"x": DAY}, parts=(STEP, DAY)),
    report(days={}, steps=[], parts=[]),
    report(last=STEP, pair=(NOON, LATER), clock=time(1, 2, 3, tzinfo=UTC)),
    report(tree=Tree(name="a", below=(Tree(name="b"), Tree(name="c")))),
    report(days={"x": Day(day=date(1, 1, 1), share=1e300), "y": Day(day=date(1, 1, 1), share=2**60)}),
    report(days=defaultdict(list, x=DAY)),
    Report(free=None, steps=(STEP,)),
]  # fmt: skip
WRONG: list[Any] = [
    report(steps=0),
    report(steps=""),
    report(steps={}),
    report(days=()),
    report(steps=(STEP, None)),
    report(steps=(Step(name=Word.A, at=NOON),)),
    report(steps=(Step(name="\ud800", at=NOON),)),
    report(steps=(Step(name="a", at=NOON.replace(tzinfo=None)),)),
    report(days={"x": Day(day=NOON, share=0.5)}),
    report(days={"x": Day(day=date(2026, 1, 2), share=float("nan"))}),
    report(days={1: DAY}),
    report(parts=(STEP, "a")),
    report(last="a"),
    report(pair=(NOON,)),
    report(clock=time(1)),
    Report(free={"a": [Word.A]}, steps=(STEP,)),
    Report(free=float("inf"), steps=(STEP,)),
]


def plainly(run: Callable[[], Any]) -> str:
    with plain_only():
        return repr(run())


@pytest.mark.parametrize("value", [*RIGHT, *WRONG], ids=map(str, range(len(RIGHT) + len(WRONG))))
def test_it_is_written_and_refused_alike(value: Any) -> None:
    codecs: tuple[tuple[Codec[Any], Any], ...] = (
        (Report.codec, value),
        (array(Report.codec), (value, value)),
    )
    for codec, given in codecs:
        for _ in range(3):
            for verb in (codec.encode_json, codec.to_json, codec.check):
                assert repr(verb(given)) == plainly(partial(verb, given))


@pytest.mark.parametrize("value", RIGHT, ids=map(str, range(len(RIGHT))))
def test_what_is_right_is_written_without_the_plain_writer(
    value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    Report.codec.encode_json(value)
    written = Report.codec.encode_json(value)
    assert isinstance(written, Success)
    assert Report.codec.decode_json(written.unwrap()).unwrap() == value or isinstance(value.steps, list)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Writer, "write", refuse)
    assert Report.codec.encode_json(value) == written


@pytest.mark.parametrize("part", [STEP, DAY])
def test_what_is_inlined_stands_among_the_members(part: Step | Day, monkeypatch: pytest.MonkeyPatch) -> None:
    value = Among(part=part, free={"a": 1})
    expected = Among.codec.encode_json(value)
    monkeypatch.setattr(Writer, "write", None)
    assert Among.codec.encode_json(value) == expected
    assert Among.codec.decode_json(expected.unwrap()) == Success(value)


@pytest.mark.parametrize("levels", [*range(96, 101), 300])
def test_levels_are_counted_through_the_texts(levels: int) -> None:
    tree = Tree(name="a")
    for _ in range(levels - 1):
        tree = Tree(name="a", below=(tree,))
    value = report(tree=tree)
    for _ in range(3):
        assert repr(Report.codec.encode_json(value)) == plainly(partial(Report.codec.encode_json, value))
    assert isinstance(Report.codec.encode_json(value), Success) == (levels < 100)


def test_what_shares_parts_is_not_unfolded_without_end() -> None:
    shared: Any = ["a"]
    for _ in range(40):
        shared = [shared, shared]
    for value in (
        report(steps=(Step(name=shared, at=NOON),)),
        report(days={"x": Day(day=shared, share=0.5)}),
    ):
        for _ in range(3):
            assert isinstance(Report.codec.encode_json(value), Failure)


MAPS: Codec[Any] = array(dict_of(dict_of(integer)))


def test_maps_of_other_classes_are_written_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    moved: OrderedDict[str, Any] = OrderedDict(a={"x": 1}, b={"x": 2})
    moved.move_to_end("a")
    counts: defaultdict[str, int] = defaultdict(int, x=1)
    inner: OrderedDict[str, int] = OrderedDict(b=1, a=2)
    named: OrderedDict[str, Any] = OrderedDict(a=inner, b={})
    usual: tuple[Any, ...] = (named, defaultdict(lambda: counts, a=counts))
    values: list[tuple[Any, ...]] = [usual, (moved,)]
    for value in values:
        for _ in range(3):
            assert repr(MAPS.encode_json(value)) == plainly(partial(MAPS.encode_json, value))
    expected = MAPS.encode_json(usual)
    assert MAPS.encode_json((moved,)) == Success(b'[{"b":{"x":2},"a":{"x":1}}]')
    monkeypatch.setattr(Writer, "write", None)
    assert MAPS.encode_json(usual) == expected


NUMBERED: Codec[Any] = array(tuple_of(integer, json_value, array(Step.codec)))


def test_lists_beside_free_trees_are_written_alike() -> None:
    values: tuple[Any, ...] = (((1, [2], ()),), ((1, {"a": 2.5}, (STEP, STEP)),), ((1, 2, (STEP, 3)),))
    for value in values:
        for _ in range(3):
            assert repr(NUMBERED.encode_json(value)) == plainly(partial(NUMBERED.encode_json, value))


class Exact(Record):
    """Beside a text whose trees are proved in another way."""

    free: tuple[JsonValue, ...] = field("free", array(json_value))
    text: Any = field("text", json_text(array(json_value)), default=None)
    sum: Decimal | None = field("sum", decimal, default=None)


ODD: list[Any] = [set[int](), b"", UUID(int=1), {1: 2}, Word.A, 2**70, 1.5, [{}]]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_free_trees_are_proved_by_what_the_serializer_takes(odd: Any) -> None:
    for value in (
        Exact(free=(odd,)),
        Exact(free=(odd,), text=(1,)),
        Exact(free=(1,), text=(odd,)),
        Exact(free=(odd,), text=(odd,), sum=Decimal("1.5")),
    ):
        for _ in range(3):
            assert repr(Exact.codec.encode_json(value)) == plainly(partial(Exact.codec.encode_json, value))
