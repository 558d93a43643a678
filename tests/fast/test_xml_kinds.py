"""Unions by kind and of two forms in JSON and XML, compiled and plain: over texts that look like others."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    attribute,
    boolean,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    json_value,
    literal,
    null,
    one_of,
    otherwise,
    plain_only,
    string,
    text,
)
from ecr_decode.node import kinds as n
from tests.fast.test_encode_equal_to_plain import in_xml, written


class Point(Record):
    """Members that tell it."""

    x: int = field("x", integer)
    y: str | None = field("y", string, default=None, xml=attribute)


class Said(Record):
    """A text, and nothing that tells it."""

    said: str = field("said", string, default="", xml=text)


class Pair(Record):
    """It may lack what the record before it needs."""

    y: int = field("y", integer)
    x: str | None = field("x", string, default=None)


class Item(Record):
    """A member of the name of items."""

    item: int = field("item", integer)


KINDS: dict[str, Codec[Any]] = {
    "null": null,
    "boolean": boolean,
    "integer": integer,
    "string": string,
    "array": array(string),
    "map": dict_of(string),
    "point": Point.codec,
    "said": Said.codec,
}
BY_KIND = [
    names
    for count in (2, 3, 4)
    for names in combinations(KINDS, count)
    if len({"map", "point", "said"} & {*names}) < 2
]
TEXTS = (
    "", " ", "a", "1", "-1", "1.5", "1e5", "1st", "1.2.3", "2024-01-01", "12:30", ".5", "+1", "00", "- 1",
    "NaN", "true", "false", "True", " true", "\t1", "1 ", "٣", "0x1", "1_0", "-",
)  # fmt: skip
VALUES: list[Any] = [
    *TEXTS, None, True, False, 0, 7, -7, (), ("a",), ("1",), ("", "b"), {}, {"x": "1"}, {"x": "a", "z": "b"},
    {"a": ""}, {"n:x": "1"}, {"@y": "1", "x": "2"}, {"#text": "1"}, {"x": {"x": "1"}}, {"x": None}, [1],
    Said(), Point(x=1), Point(x=1, y="1"), Said(said="1"), Pair(y=1), Pair(y=1, x="1"), Pair(y=2, x="a"),
    Item(item=1), (Point(x=1),),
]  # fmt: skip
ELEMENTS = (
    "<x>1</x>", "<x>a</x>", "<x/>", "<a/><a/>", "<item>1</item>", "1<x>2</x>", "<y>1</y>", "<y>1</y><x>2</x>",
)  # fmt: skip
DOCUMENTS = [
    f"<r{attributes}>{inside}</r>" for attributes in ("", ' y="1"') for inside in (*TEXTS, *ELEMENTS)
]


def compared(codec: Codec[Any]) -> int:
    """How many values are written, where all are written and read as plain interpreters do."""
    wrote = 0
    for value in VALUES:
        written(codec, value)
        wrote += isinstance(in_xml(codec, value), Success)
    for raw in DOCUMENTS:
        quick = codec.decode_xml(raw)
        with plain_only():
            assert repr(codec.decode_xml(raw)) == repr(quick), raw
    return wrote


@pytest.mark.parametrize("names", BY_KIND, ids=" ".join)
def test_unions_by_kind_are_equal_to_plain(names: tuple[str, ...]) -> None:
    first, *others = (case(name, KINDS[name]) for name in names)
    cases: Any = first
    for each in others:
        cases = cases | each
    assert compared(by_kind(cases)) > 1


@pytest.mark.parametrize("rest", [dict_of(string), dict_of(json_value), json_value], ids=repr)
@pytest.mark.parametrize(
    "before", [Point.codec, Said.codec, array(Point.codec), literal("a", None)], ids=repr
)
def test_any_members_after_another_are_equal_to_plain(before: Codec[Any], rest: Codec[Any]) -> None:
    assert compared(one_of(case("first", before) | otherwise(rest))) > 1


FORMS: list[Codec[Any]] = [
    Point.codec, Said.codec, Pair.codec, Item.codec, array(Point.codec), array(string), string, integer,
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), list(permutations(FORMS, 2)), ids=repr)
def test_two_forms_are_equal_to_plain(first: Codec[Any], second: Codec[Any]) -> None:
    if isinstance(first.node, n.Array) and isinstance(second.node, n.Array):
        assert compared(first | second)
        return
    cases: Any = case("first", first) | case("second", second)
    assert compared(one_of(cases))
    if not (isinstance(first.node, n.Record) and isinstance(second.node, n.Record)):
        compared(by_kind(cases))


@pytest.mark.parametrize(
    "codec", [literal("a", None, 1), literal(None, "null", True), literal(None)], ids=repr
)
def test_constants_and_null_are_equal_to_plain(codec: Codec[Any]) -> None:
    assert compared(codec)
    assert compared(array(codec).map(lambda items: items[0], lambda item: (item,)))
