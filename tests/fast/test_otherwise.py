"""What `otherwise` takes, and cases whose members are any: read and written by compiled source."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    attribute,
    aws,
    boolean,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    iso_date,
    json_value,
    keyed_union,
    literal,
    null,
    number,
    one_of,
    others,
    otherwise,
    plain_only,
    record,
    string,
    tagged_union,
)
from ecr_decode.read.reader import Reader
from ecr_decode.write.writer import Writer
from tests.fast.test_xml_scalars import agree


class Circle(Record):
    radius: float = field("radius", number)


class Square(Record):
    side: float = field("side", number)
    kind: str = field("kind", literal("square"))


class Closed(Record, forbid_unknown=True):
    size: int = field("size", integer)


class Some(Record):
    a: int | None = field("a", integer, default=None)


class Open(Record):
    rest: dict[str, Any] = others(json_value)


class Hinted(Record):
    kind: str = field("kind", string, xml=attribute)


class Typed(Record):
    size: int = field("size", integer)
    kind: str | None = field("kind", string, default=None)


class Counted(Record):
    kind: int | None = field("kind", integer, default=None)


TEXTS = dict_of(string)
SHAPES = case("circle", Circle) | case("square", Square)
CIRCLE, SQUARE = Circle(radius=1.5), Square(side=2.5, kind="square")
TYPED = (Typed(size=1, kind="typed"), Typed(size=2), Typed(size=3, kind="other"))

TREES: dict[str, tuple[Codec[Any], tuple[Any, ...]]] = {
    "a tree with another tag": (
        tagged_union("kind", SHAPES | otherwise(json_value)),
        (CIRCLE, SQUARE, {"kind": "a", "b": [1]}, {"b": None}, 1, None),
    ),
    "a tree of another kind": (
        by_kind(case("text", string) | case("day", boolean) | otherwise(json_value)),
        ("a", True, 1, None, [1], {"a": "b"}),
    ),
    "a record that keeps another tag": (
        tagged_union("kind", SHAPES | otherwise(Open.codec)),
        (CIRCLE, Open(rest={"kind": "other", "a": [1]}), Open(rest={})),
    ),
    "a record that needs nothing, or a scalar": (
        one_of(case("some", Some) | otherwise(json_value)),
        (Some(), Some(a=1), None, 1),
    ),
    "a dict with other constants": (
        one_of(case("square", Square) | otherwise(dict_of(json_value))),
        (SQUARE, {"kind": "other", "side": 1.5}, {"kind": "square"}),
    ),
    "a double": (by_kind(case("number", aws.double) | case("flag", boolean)), (1.5, True)),
}
QUICK: dict[str, tuple[Codec[Any], tuple[Any, ...]]] = {
    "a record that forbids": (
        tagged_union("kind", SHAPES | case("closed", Closed)),
        (CIRCLE, Closed(size=1)),
    ),
    "a record of the same class": (
        tagged_union("kind", case("typed", Typed) | otherwise(Typed.codec)),
        TYPED,
    ),
    "a dict that has its tag": (
        tagged_union("kind", case(("a", "b"), TEXTS) | SHAPES),
        ({"kind": "a", "c": "d"}, {"kind": "b"}, CIRCLE, SQUARE),
    ),
    "a kind of each": (
        by_kind(
            case("list", array(integer)) | case("text", string) | case("shape", Circle) | case("none", null)
        ),
        (CIRCLE, (1,), (), "a", None),
    ),
    "another key": (
        keyed_union(case("circle", Circle) | case("none", null) | otherwise(TEXTS)),
        (CIRCLE, None, {"a": "b"}, {}),
    ),
    "another key or a record": (
        keyed_union(case("circle", Circle) | otherwise(Square.codec)),
        (CIRCLE, SQUARE),
    ),
}
DICTS = tagged_union("kind", case(("a", "b"), TEXTS) | case("circle", Circle) | otherwise(Typed.codec))


def quick(codec: Codec[Any], values: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch, *forms: str) -> None:
    pairs: list[tuple[Any, Any, Any]] = []
    for form in forms:
        decode, encode = getattr(codec, f"decode_{form}"), getattr(codec, f"encode_{form}")
        with plain_only():
            text = encode(values).unwrap()
            found = decode(text)
        for _ in range(3):
            assert encode(values) == Success(text)
            assert decode(text) == found
        pairs += (encode, values, Success(text)), (decode, text, found)
    monkeypatch.setattr(Writer, "write", None)
    monkeypatch.setattr(Reader, "read", None)
    for verb, given, expected in pairs:
        assert verb(given) == expected


@pytest.mark.parametrize("name", QUICK)
def test_compiled_source_takes_the_rest(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    below, values = QUICK[name]
    quick(array(below), values, monkeypatch, "json", "xml")


@pytest.mark.parametrize("name", TREES)
def test_compiled_source_takes_trees(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    below, values = TREES[name]
    quick(array(below), values, monkeypatch, "json")


def test_a_tag_that_xml_hints_is_written_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(array(tagged_union("kind", case("a", Hinted))), (Hinted(kind="a"),), monkeypatch, "json")


def test_a_case_may_be_a_dict_that_has_its_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(array(DICTS), ({"kind": "a", "c": "d"}, {"kind": "b"}, CIRCLE, TYPED[2]), monkeypatch, "json")


class Text(str):
    __slots__ = ()


@pytest.mark.parametrize(
    "codec",
    [
        *(below for below, _ in (TREES | QUICK).values()),
        DICTS,
        by_kind(case("day", iso_date) | otherwise(json_value)),
        by_kind(case("number", number) | otherwise(json_value)),
        by_kind(case("shape", Circle) | otherwise(array(integer))),
        tagged_union("kind", case("1", Counted) | otherwise(Counted.codec)),
        tagged_union("kind", case("a", TEXTS.map(dict, lambda value: {**value, "kind": "b"})) | SHAPES),
        keyed_union(case("circle", Circle) | otherwise(json_value)),
        tagged_union("kind", case("a", Circle) | otherwise(record(dict, rest=others(integer)))),
        tagged_union("kind", case("a", Hinted) | otherwise(Open.codec)),
        keyed_union(case("item", Circle) | otherwise(array(string))),
    ],
)
def test_values_at_the_edges_are_written_alike(codec: Codec[Any]) -> None:
    tags: list[Any] = ["a", "b", "c", "circle", "square", "typed", "1", 1, True, None, Text("a")]
    values: list[Any] = [
        *(CIRCLE, SQUARE, *TYPED, Closed(size=1), Counted(), Counted(kind=1), Square(side=1.0, kind="a")),
        *({"kind": tag} for tag in tags),
        *({str(tag): "a"} for tag in tags),
        *(Typed(size=1, kind=tag) for tag in tags),
        *(Open(rest={"kind": tag}) for tag in tags),
        *({"rest": {"kind": tag}} for tag in (1, "a", 2)),
        *({"kind": tag, "side": 1.5} for tag in tags),
        *(Hinted(kind="a"), Hinted(kind="b"), Open(rest={"kind": ["a"]})),
        *({}, {"circle": None}, {"circle": CIRCLE}, {1: "a"}, {"x:circle": "a"}),
        *("a", "", "1", Text("a"), 1, 1.5, float("nan"), True, None, (), (1,), ["a"]),
    ]
    for value in values:
        agree(array(codec).encode_json, (value,))
        agree(array(codec).encode_xml, (value,))
