"""Writing queries, in the numbered style of AWS and in that of EC2."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    BadValue,
    Codec,
    JsonValue,
    QueryStyle,
    Record,
    WrongKind,
    array,
    at,
    attribute,
    aws,
    base64_bytes,
    boolean,
    case,
    dict_of,
    element,
    enum_of,
    field,
    flattened,
    integer,
    json_value,
    nullable,
    number,
    others,
    string,
    tagged_union,
)
from tests.problems import problems, reason
from tests.registry import Unit


class Tag(Record):
    key: str = field("Key", string)
    value: str | None = field("value", string, default=None)


class Request(Record):
    name: str = field("name", string, xml=attribute)
    tags: tuple[Tag, ...] = field("tags", array(Tag.codec))
    ids: tuple[int, ...] = field("id", array(integer), default=(), omit=True, xml=flattened)
    counts: dict[str, int] = field("counts", dict_of(integer), default=dict[str, int](), omit=True)
    flat: dict[str, int] = field("flat", dict_of(integer), default=dict[str, int](), omit=True, xml=flattened)
    long: str | None = field("long", string, default=None, xml=element("Long"))


EVERYTHING = Request(
    name="a b",
    tags=(Tag(key="k", value="v"), Tag(key="l")),
    ids=(1, 2),
    counts={"x": 1, "y": 2},
    flat={"z": 3},
    long="l",
)
ec2 = QueryStyle(item=None, entry=None, capitalised=True, empty_lists=False)
named = QueryStyle(key="Name", value="Value", entry="e", item="i")
PAIRS: dict[str, tuple[QueryStyle, dict[str, str]]] = {
    "AWS": (
        QueryStyle(),
        {
            "name": "a b",
            "tags.member.1.Key": "k",
            "tags.member.1.value": "v",
            "tags.member.2.Key": "l",
            "id.1": "1",
            "id.2": "2",
            "counts.entry.1.key": "x",
            "counts.entry.1.value": "1",
            "counts.entry.2.key": "y",
            "counts.entry.2.value": "2",
            "flat.1.key": "z",
            "flat.1.value": "3",
            "Long": "l",
        },
    ),
    "EC2": (
        ec2,
        {
            "Name": "a b",
            "Tags.1.Key": "k",
            "Tags.1.Value": "v",
            "Tags.2.Key": "l",
            "Id.1": "1",
            "Id.2": "2",
            "Counts.1.key": "x",
            "Counts.1.value": "1",
            "Counts.2.key": "y",
            "Counts.2.value": "2",
            "Flat.1.key": "z",
            "Flat.1.value": "3",
            "Long": "l",
        },
    ),
    "another": (
        named,
        {
            "name": "a b",
            "tags.i.1.Key": "k",
            "tags.i.1.value": "v",
            "tags.i.2.Key": "l",
            "id.1": "1",
            "id.2": "2",
            "counts.e.1.Name": "x",
            "counts.e.1.Value": "1",
            "counts.e.2.Name": "y",
            "counts.e.2.Value": "2",
            "flat.1.Name": "z",
            "flat.1.Value": "3",
            "Long": "l",
        },
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_names_and_numbers_are_those_of_the_style(name: str) -> None:
    style, pairs = PAIRS[name]
    assert EVERYTHING.to_query(style=style) == Success(tuple(pairs.items()))


def test_an_empty_list_is_its_name_or_nothing_by_style() -> None:
    assert Request(name="a", tags=()).to_query() == Success((("name", "a"), ("tags", "")))
    assert Request(name="a", tags=()).to_query(style=ec2) == Success((("Name", "a"),))
    assert at("m", dict_of(integer)).to_query({}) == Success(())


def test_a_query_string_is_percent_encoded() -> None:
    codec = dict_of(string)
    assert at("a&/b", string).encode_query("c d/é=~+") == Success("a%26%2Fb=c%20d%2F%C3%A9%3D~%2B")
    assert at("m", codec).encode_query({"k.": "-_.~"}) == Success("m.entry.1.key=k.&m.entry.1.value=-_.~")
    assert EVERYTHING.encode_query().map(lambda query: query.split("&")[:2]) == Success(
        ["name=a%20b", "tags.member.1.Key=k"]
    )


LEAVES: list[tuple[Codec[Any], Any, str]] = [
    (string, "", ""),
    (integer, -1, "-1"),
    (aws.long, 2**53, "9007199254740992"),
    (number, 1.5, "1.5"),
    (aws.double, float("nan"), "NaN"),
    (aws.double, float("-inf"), "-Infinity"),
    (boolean, True, "true"),
    (boolean, False, "false"),
    (aws.timestamp, datetime(2024, 2, 29, 12, tzinfo=UTC), "2024-02-29T12:00:00Z"),
    (aws.timestamp, datetime(2024, 2, 29, 12, 0, 0, 5000, tzinfo=UTC), "2024-02-29T12:00:00.005000Z"),
    (base64_bytes, b"hi", "aGk="),
    (enum_of(Unit), Unit.DAYS, "days"),
    (json_value, "a", "a"),
    (json_value, True, "true"),
    (json_value, 3, "3"),
    (json_value, 0.5, "0.5"),
]


@pytest.mark.parametrize(("codec", "value", "text"), LEAVES)
def test_scalars_are_spelled(codec: Codec[Any], value: Any, text: str) -> None:
    assert at("a", codec).to_query(value) == Success((("a", text),))


def test_a_tree_is_written_by_its_kinds() -> None:
    tree: JsonValue = {"b": [1, {"c": "d"}], "e": {}}
    assert at("a", json_value).to_query(tree) == Success((("a.b.member.1", "1"), ("a.b.member.2.c", "d")))


def test_kept_members_are_written_beside_the_others() -> None:
    class Keeper(Record):
        name: str = field("name", string)
        rest: dict[str, int] = others(integer)

    assert Keeper(name="a", rest={"b": 1}).to_query() == Success((("name", "a"), ("b", "1")))


def test_a_tag_is_written() -> None:
    union = tagged_union("kind", case("tag", Tag))
    assert union.to_query(Tag(key="k")) == Success((("kind", "tag"), ("Key", "k")))


def test_what_has_no_name_or_no_text_is_refused() -> None:
    assert reason(integer.to_query(1)) == WrongKind("named members", "a value alone")
    assert problems(at("a", nullable(integer)).to_query(None)) == [
        (("a",), BadValue("a value that text cannot carry"))
    ]
    assert problems(at("a", json_value).to_query({"b": [None]})) == [
        (("a", "b", 0), BadValue("a value that text cannot carry"))
    ]
    assert problems(dict_of(nullable(integer)).encode_query({"a": None})) == [
        (("a",), BadValue("a value that text cannot carry"))
    ]
