"""Errors as text with values of XML that are elsewhere than under the names of their members."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from ecr_decode import (
    Codec,
    Record,
    array,
    attribute,
    case,
    element,
    field,
    flattened,
    integer,
    json_value,
    keyed_union,
    otherwise,
    render,
    string,
    text,
)

value: Codec[Any] = keyed_union(case("S", integer) | case(element("L", ns="urn:l"), array(integer)))


class Page(Record):
    items: tuple[Any, ...] = field("items", array(value), xml=flattened, default=())
    one: Any = field("one", value, default=1)


class One(Record):
    held: Any = field("held", value, xml=flattened)


class Hinted(Record):
    a: int = field("a", integer, xml=attribute("b"))
    n: int = field("n", integer, xml=element("m", ns="urn:x"))
    flat: tuple[int, ...] = field("flat", array(integer), xml=flattened("g"))
    old: int = field("old", integer, aliases=("older",), xml=element("Old"))
    t: int = field("t", integer, xml=text)


class Open(Record):
    size: int = field("size", integer)
    rest: Any = field("rest", keyed_union(case("S", integer) | otherwise(json_value)), xml=flattened)


PLACES: dict[str, tuple[Codec[Any], str, list[str]]] = {
    "items whose names are keys": (
        Page.codec,
        '<r xmlns:l="urn:l"><S>x</S><one><S>q</S></one><l:L><i>y</i></l:L><l:L/><S>z</S></r>',
        ['$.items[0].S: "x"', '$.items[1].L[0]: "y"', '$.items[3].S: "z"', '$.one.S: "q"'],
    ),
    "a member whose name is a key": (One.codec, "<r><S>x</S></r>", ['$.held.S: "x"']),
    "a root whose name is a key": (value, "<S>x</S>", ['$.S: "x"']),
    "what hints name": (
        Hinted.codec,
        '<r b="v" xmlns:x="urn:x">w<x:m>x</x:m><g>y</g><older>z</older></r>',
        ['$.a: "v"', '$.n: "x"', '$.flat[0]: "y"', '$.older: "z"', '$.t: "w"'],
    ),
    "what no name tells": (Open.codec, "<r><size>1</size><S>x</S></r>", ["$.rest.S"]),
}


@pytest.mark.parametrize("name", PLACES)
def test_values_are_found_where_the_hints_say(name: str) -> None:
    codec, source, expected = PLACES[name]
    error = codec.decode_xml(source).failure()
    for each in (error, pickle.loads(pickle.dumps(error))):
        lines = render(each, source=source).splitlines()
        assert [line.replace(" expected an integer, got text:", "") for line in lines] == [
            line if ": " in line else f"{line}: expected an integer, got text" for line in expected
        ]


def test_paths_are_the_same_in_json() -> None:
    error = Hinted.decode_json(b'{"a":1,"n":2,"flat":[""],"old":4,"t":5}').failure()
    assert error.problems[0].path == ("flat", 0)
    assert render(error, source='{"flat":[""]}') == '$.flat[0]: expected an integer, got a string: ""'
    assert string.decode_json(b"1").failure() != error
