"""Others in XML: elements that a record keeps beside its members, written by compiled source."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    XmlStyle,
    array,
    attribute,
    case,
    dict_of,
    element,
    field,
    inline,
    integer,
    json_value,
    nullable,
    number,
    one_or_many,
    others,
    plain_only,
    record,
    string,
    tagged_union,
)
from ecr_decode.write.writer import Writer
from tests.fast.comparison import STYLES
from tests.fast.test_xml_scalars import agree


class Rest(Record):
    """Others beside an element and an attribute."""

    id: str = field("id", string, xml=attribute)
    name: str = field("name", string)
    rest: dict[str, Any] = others(number)


@pytest.mark.parametrize(
    "rest",
    [
        {},
        {"a": 1.5, "b": 0.1},
        {"a": 1},
        {"@a": 1.5},
        {"#text": 1.5},
        {"#a": 1.5},
        {"x:a": 1.5},
        {"name": 1.5},
        {"id": 1.5},
        {"@id": 1.5},
        {"a b": 1.5},
        {"": 1.5},
        {"\xe9": 1.5},
        {1: 1.5},
        {"a": "b"},
        {"a": None},
        {"a": float("inf")},
        None,
        [("a", 1.5)],
    ],
)
def test_what_is_not_named_is_written_alike(rest: Any) -> None:
    agree(Rest.codec.encode_xml, Rest(id="1", name="n", rest=rest))


class Point(Record):
    """A record with a list."""

    x: float = field("x", number)
    names: tuple[str, ...] = field("names", array(string))


POINT = Point(x=1.5, names=("a", "b"))
KEPT: dict[str, tuple[Codec[Any], list[Any]]] = {
    "texts": (string, ["a", "", "<"]),
    "null": (nullable(string), ["a", None]),
    "lists": (array(integer), [(), (1,), (1, 2)]),
    "lists of lists": (array(array(integer)), [((1,), ()), ()]),
    "maps": (dict_of(integer), [{}, {"a": 1}]),
    "records": (Point.codec, [POINT]),
    "lists of records": (array(Point.codec), [(POINT, POINT)]),
    "one or many": (one_or_many(Point.codec), [(POINT,), (POINT, POINT)]),
    "either": (string | array(integer), ["a", (1,)]),
    "tagged": (tagged_union("kind", case("point", Point)), [POINT]),
}


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("style", STYLES)
def test_values_of_any_kind_are_kept(name: str, style: XmlStyle, monkeypatch: pytest.MonkeyPatch) -> None:
    below, values = KEPT[name]
    codec: Codec[Any] = record(SimpleNamespace, id=field("id", string), rest=others(below))
    written: list[tuple[Any, Any]] = []
    for held in values:
        value = SimpleNamespace(id="a", rest={"b": held, "c": held})
        with plain_only():
            plain = codec.encode_xml(value, style=style)
        for _ in range(3):
            assert codec.encode_xml(value, style=style) == plain
        written.append((value, plain))
    monkeypatch.setattr(Writer, "write", None)
    for value, plain in written:
        assert isinstance(plain, Success)
        assert codec.encode_xml(value, style=style) == plain


class Spaced(Record):
    """A record with others, and an element and an attribute with namespaces of their own."""

    id: str | None = field("id", string, xml=attribute("id", ns="urn:a"), default=None)
    name: str = field("name", string, xml=element("name", ns="urn:b"))
    rest: dict[str, Any] = others(KEPT["maps"][0] | string)


class Open(Record):
    """A record with others, whose names are in no namespace of their own."""

    rest: dict[str, Any] = others(KEPT["maps"][0] | string)


class Around(Record):
    """The same, where other members are around it."""

    kind: str | None = field("kind", string, xml=attribute("kind", ns="urn:b"), default=None)
    open: Open = inline(Open.codec)


@pytest.mark.parametrize("codec", [Spaced.codec, Around.codec])
@pytest.mark.parametrize("root", [None, "root", element("root", ns="urn:a"), element("root", ns="urn:c")])
def test_others_stand_beside_names_of_namespaces(
    codec: Codec[Any], root: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[Any, Any]] = []
    for rest in (
        {},
        {"a": "b"},
        {"a": {"b": 1}, "c": "d"},
        {"name": "c"},
        {"x:a": "b"},
        {"{urn:b}a": "b"},
        {"@id": "b"},
    ):
        for number_of in (None, "1"):
            spaced = Spaced(id=number_of, name="n", rest=rest)
            around = Around(kind=number_of, open=Open(rest=rest))
            value = spaced if codec is Spaced.codec else around
            with plain_only():
                plain = codec.encode_xml(value, root=root)
            for _ in range(3):
                assert codec.encode_xml(value, root=root) == plain
            if isinstance(plain, Success) and all(map(str.isalpha, rest)) and "name" not in rest:
                written.append((value, plain))
    assert written
    monkeypatch.setattr(Writer, "write", None)
    for value, plain in written:
        assert codec.encode_xml(value, root=root) == plain


@pytest.mark.parametrize("name", ["#a", "#", "##text", "a#"])
def test_no_element_has_a_hash_in_its_name(name: str) -> None:
    for rest in (string, json_value):
        codec: Codec[Any] = record(SimpleNamespace, id=field("id", string), rest=others(rest))
        value = SimpleNamespace(id="a", rest={name: "b"})
        for verb in (codec.encode_xml, codec.to_xml):
            (problem,) = verb(value).failure().problems
            assert problem.path == (name,)
