"""Query strings are what the serializers of botocore write from a model of the same shapes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import pytest
from botocore.model import ServiceModel
from botocore.serialize import EC2Serializer, QuerySerializer
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import (
    EncodeError,
    QueryStyle,
    array,
    at,
    aws,
    dict_of,
    element,
    field,
    flattened,
    string,
)
from tests.aws.model import Level, Tag, Thing, ask_thing
from tests.tables import code, rows

VERSION = "2010-03-31"
SHAPES: dict[str, Any] = {
    "Thing": {
        "type": "structure",
        "members": {
            "name": {"shape": "Text"},
            "size": {"shape": "Integer"},
            "total": {"shape": "Long"},
            "score": {"shape": "Double"},
            "active": {"shape": "Boolean"},
            "made": {"shape": "Timestamp"},
            "content": {"shape": "Blob"},
            "level": {"shape": "Text"},
            "tags": {"shape": "Tags"},
            "names": {"shape": "Names"},
            "counts": {"shape": "Counts"},
            "tag": {"shape": "Tag"},
        },
    },
    "Tag": {"type": "structure", "members": {"Key": {"shape": "Text"}, "Value": {"shape": "Text"}}},
    "Tags": {"type": "list", "member": {"shape": "Tag"}},
    "Names": {"type": "list", "member": {"shape": "Text"}, "flattened": True},
    "Counts": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Integer"}},
    "Text": {"type": "string"},
    "Integer": {"type": "integer"},
    "Long": {"type": "long"},
    "Double": {"type": "double"},
    "Boolean": {"type": "boolean"},
    "Timestamp": {"type": "timestamp"},
    "Blob": {"type": "blob"},
}
STYLES = {"query": (aws.query, QuerySerializer), "ec2": (aws.ec2_query, EC2Serializer)}


def located(shape: dict[str, Any]) -> dict[str, Any]:
    """The shape, its members named once more: EC2 capitalises the names that a model gives, and no others."""
    members = {name: {**member, "locationName": name} for name, member in shape.get("members", {}).items()}
    return {**shape, "members": members} if members else shape


@cache
def operation(protocol: str) -> Any:
    shapes = SHAPES if protocol == "query" else {name: located(shape) for name, shape in SHAPES.items()}
    model: Any = ServiceModel(
        {
            "metadata": {"apiVersion": VERSION, "protocol": protocol, "serviceId": "Things"},
            "operations": {"Get": {"name": "Get", "http": {"method": "POST"}, "input": {"shape": "Thing"}}},
            "shapes": shapes,
        }
    )
    return model.operation_model("Get")


def by_botocore(protocol: str, members: dict[str, Any]) -> list[tuple[str, str]]:
    """The names and values that botocore writes, but for those that say which operation it is."""
    serializer: Any = STYLES[protocol][1]()
    body = serializer.serialize_to_request(members, operation(protocol))["body"]
    assert (body.pop("Action"), body.pop("Version")) == ("Get", VERSION)
    return sorted((name, str(value)) for name, value in body.items())


def members_of(thing: Thing) -> dict[str, Any]:
    """What botocore takes for the same thing."""
    members = {name: getattr(thing, name) for name in Thing.__annotations__}
    members["tags"] = None if thing.tags is None else [tag_of(tag) for tag in thing.tags]
    members["names"] = None if thing.names is None else list(thing.names)
    members["tag"] = None if thing.tag is None else tag_of(thing.tag)
    return {name: member for name, member in members.items() if member is not None}


def tag_of(tag: Tag) -> dict[str, str]:
    return {"Key": tag.key} if tag.value is None else {"Key": tag.key, "Value": tag.value}


text = st.text(st.characters(codec="utf-8"), max_size=5)
tags = st.builds(Tag, key=text, value=st.none() | text)
# botocore pads no year, the last day has no time left for a zone, and Hypothesis wants bounds without one
EARLIEST, LATEST = datetime(1000, 1, 1), datetime(9999, 12, 29)  # noqa: DTZ001
zones = st.sampled_from((UTC, timezone(timedelta(hours=5, minutes=30))))
things = st.builds(
    Thing,
    name=st.none() | text,
    size=st.none() | st.integers(-(2**31), 2**31 - 1),
    total=st.none() | st.integers(-(2**63), 2**63 - 1),
    score=st.none() | st.floats(),
    active=st.none() | st.booleans(),
    made=st.none() | st.datetimes(EARLIEST, LATEST, timezones=zones),
    content=st.none() | st.binary(max_size=5),
    level=st.none() | st.sampled_from((Level.HIGH, "NEW")),
    tags=st.none() | st.lists(tags, max_size=3).map(tuple),
    names=st.none() | st.lists(text, min_size=1, max_size=3).map(tuple),
    tag=st.none() | tags,
)


@pytest.mark.parametrize("protocol", STYLES)
@given(things)
def test_a_query_is_what_botocore_writes(protocol: str, thing: Thing) -> None:
    pairs = thing.to_query(style=STYLES[protocol][0]).unwrap()
    assert sorted(pairs) == by_botocore(protocol, members_of(thing))


@given(st.dictionaries(text, st.integers(-9, 9), max_size=3))
def test_a_map_is_what_botocore_writes(counts: dict[Level | str, int]) -> None:
    thing = Thing(counts=counts)
    assert sorted(thing.to_query().unwrap()) == by_botocore("query", members_of(thing))


@given(things)
def test_a_query_string_holds_the_same_pairs(thing: Thing) -> None:
    for style, _ in STYLES.values():
        query = thing.encode_query(style=style).unwrap()
        pairs = thing.to_query(style=style).unwrap()
        assert tuple(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))) == pairs
        assert query.isascii()
        assert not {*query} & {*' "<>+#/:;,@'}


# what the documentation says


class Example(aws.Shape):
    """The members of the table in the documentation."""

    tags: tuple[str, ...] | None = field("tags", array(string), default=None)
    flat: tuple[str, ...] | None = field("tags ", array(string), default=None, xml=flattened)
    counts: dict[str, str] | None = field("counts", dict_of(string), default=None)
    label: Tag | None = field("label", Tag.codec, default=None)


EXAMPLES = {
    "a member of a list": Example(tags=("",)),
    "a member of a flattened list": Example(flat=("",)),
    "an empty list": Example(tags=()),
    "an entry of a map": Example(counts={"": ""}),
    "a member of a member": Example(label=Tag(key="")),
}


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in rows("aws.md", "## Query strings")])
def test_names_are_those_of_the_table(row: tuple[str, ...]) -> None:
    example = EXAMPLES[row[0]]
    for cell, style in zip(row[1:], (aws.query, aws.ec2_query), strict=True):
        names = [
            name.replace("tags ", "tags").replace("Tags ", "Tags")
            for name, _ in example.to_query(style=style).unwrap()
        ]
        said = [] if cell == "left out" else [code(name).removesuffix("=") for name in cell.split(", ")]
        assert names == said


def test_the_table_and_the_examples_are_the_same() -> None:
    assert [row[0] for row in rows("aws.md", "## Query strings")] == [*EXAMPLES]


class Renamed(aws.Shape):
    """Members whose names in XML, and so in queries, are others."""

    first: str = field("first", string, xml=element("primo"))
    each: tuple[str, ...] = field("each", array(string), xml=flattened)


def test_the_name_of_an_element_is_the_name_in_a_query() -> None:
    renamed = Renamed(first="1", each=("2",))
    assert renamed.to_query().unwrap() == (("primo", "1"), ("each.1", "2"))
    assert renamed.to_query(style=aws.ec2_query).unwrap() == (("Primo", "1"), ("Each.1", "2"))


class Itemised(aws.Shape):
    """A list whose items have a name of their own."""

    each: tuple[str, ...] = field("each", array(string), xml=element("Each", item="One"))


def test_the_name_of_an_item_is_its_name_in_xml_and_in_a_query() -> None:
    itemised = Itemised(each=("1", "2"))
    assert itemised.to_query().unwrap() == (("Each.One.1", "1"), ("Each.One.2", "2"))
    assert itemised.to_query(style=aws.ec2_query).unwrap() == (("Each.1", "1"), ("Each.2", "2"))
    xml = itemised.encode_xml(root="r").unwrap()
    assert xml == b"<r><Each><One>1</One><One>2</One></Each></r>"
    assert Itemised.decode_xml(xml).unwrap() == itemised
    assert itemised.encode_json().unwrap() == b'{"each":["1","2"]}'


def test_only_a_list_has_items_that_can_be_named() -> None:
    for codec in (string, dict_of(string), Tag.codec):
        with pytest.raises(ValueError, match="only a list has items"):
            field("each", codec, xml=element("Each", item="One"))
    with pytest.raises(ValueError, match="XML cannot hold the name 'a b'"):
        field("each", array(string), xml=element("Each", item="a b"))


def test_lists_of_lists_and_maps_of_lists_are_numbered_through() -> None:
    lists = at("x", array(array(string)))
    assert lists.to_query((("a",), ("b", "c"))).unwrap() == (
        ("x.member.1.member.1", "a"),
        ("x.member.2.member.1", "b"),
        ("x.member.2.member.2", "c"),
    )
    maps = at("x", dict_of(array(string)))
    assert maps.to_query({"k": ("a",)}).unwrap() == (
        ("x.entry.1.key", "k"),
        ("x.entry.1.value.member.1", "a"),
    )


def test_order_is_that_of_the_members() -> None:
    thing = Thing(tag=Tag(key="k"), name="n", tags=(Tag(key="a", value="b"),))
    assert [name for name, _ in thing.to_query().unwrap()] == [
        "name",
        "tags.member.1.Key",
        "tags.member.1.Value",
        "tag.Key",
    ]


@pytest.mark.parametrize("style", [aws.query, aws.ec2_query])
def test_what_a_query_cannot_hold_is_an_encode_error(style: QueryStyle) -> None:
    assert isinstance(string.to_query("alone", style=style).failure(), EncodeError)
    assert isinstance(Thing(name="\ud800").to_query(style=style).failure(), EncodeError)
    assert (
        str(Thing(size=2**63).encode_query(style=style).failure()) == "$.size: expected an integer of 64 bits"
    )


def test_an_unknown_error_has_its_code_once() -> None:
    reply = ask_thing.encode_error(aws.UnknownError(code="Slow", message="later")).unwrap()
    assert (
        reply.body
        == b"<ErrorResponse><Error><Code>Slow</Code><Message>later</Message></Error></ErrorResponse>"
    )
    assert ask_thing.decode(status=400, body=reply.body).failure() == aws.UnknownError(
        code="Slow", message="later"
    )
