"""Work grows with the size of the input, no faster: calls are counted, since clocks tell of the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from returns.result import Result

from ecr_decode import (
    Record,
    array,
    at,
    case,
    dict_of,
    integer,
    json_text,
    json_value,
    one_of,
    plain_only,
    render,
    string,
)
from tests.registry import CODECS, Labelled, Layer, Pinned, Placed, Tagged, Tree

MOST = 2.2
"""How much more work double the input may take: two times, and a little for what is bounded."""


class Exact(Record, forbid_unknown=True):
    pass


def calls(run: Callable[[], object]) -> int:
    """How many functions a run calls, of Python and of C."""
    counted = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    run()
    sys.setprofile(before)
    return counted


def growth(make: Callable[[int], Callable[[], object]], size: int) -> float:
    """By how much the work of a run grows from a size to its double, the work of half the size taken off.

    What a run does once, whatever the size, so counts for nothing; what is compiled is compiled before.
    """
    make(size)()
    half, one, two = (calls(make(size * times)) for times in (1, 2, 4))
    return (two - one) / max(one - half, size)  # a call for each item at the least, lest chance count


def joined(item: Callable[[int], str], opening: str = "[", closing: str = "]") -> Callable[[int], str]:
    return lambda count: opening + ",".join(item(index) for index in range(count)) + closing


def elements(item: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: "<a>" + "".join(item(index) for index in range(count)) + "</a>"


either = one_of(case("tagged", Tagged) | case("pinned", Pinned))
within = one_of(case("inner", either, when=Tagged) | case("count", integer))

JSON: dict[str, tuple[Any, Callable[[int], str]]] = {
    "a long array": (array(integer), joined(str)),
    "a long array of trees": (array(json_value), joined(str)),
    "wrong items": (array(integer), joined(lambda index: '""')),
    "records": (array(Layer.codec), joined(lambda index: '{"digest":"a","size":1}')),
    "wrong records": (array(Layer.codec), joined(lambda index: '{"digset":"a","sise":1}')),
    "records, each with a wrong member": (array(Layer.codec), joined(lambda index: '{"digest":1,"size":1}')),
    "a wide object": (dict_of(integer), joined(lambda index: f'"k{index}":1', "{", "}")),
    "a wide object of wrong members": (dict_of(integer), joined(lambda index: f'"k{index}":""', "{", "}")),
    "unknown members": (Layer.codec, joined(lambda index: f'"size{index}":1', "{", "}")),
    "unknown members, forbidden": (
        CODECS["Sealed"].codec,
        joined(lambda index: f'"name{index}":1', "{", "}"),
    ),
    "unknown members, kept": (Labelled.codec, joined(lambda index: f'"name{index}":1', '{"name":"a",', "}")),
    "a member again and again": (Layer.codec, joined(lambda index: '"size":1', "{", "}")),
    "alternatives": (array(either), joined(lambda index: '{"imageDigest":"a"}')),
    "no alternatives": (array(either), joined(lambda index: '{"imagedigest":1}')),
    "alternatives within alternatives": (array(within), joined(lambda index: '{"imageTag":[1]}')),
    "trees of alternatives": (CODECS["lazy arrays"].codec, joined(lambda index: "[[[[1]]],[[true]]]")),
    "trees by kind": (CODECS["lazy by_kind"].codec, joined(lambda index: '[["a"],{"b":["c"]}]')),
    "records that hold records": (
        Tree.codec,
        joined(lambda index: '{"value":1}', '{"value":1,"children":[', "]}"),
    ),
    "texts of JSON": (array(json_text(integer)), joined(lambda index: '"1"')),
    "texts that are no JSON": (array(json_text(integer)), joined(lambda index: '"["')),
    "unions by tag": (array(CODECS["tagged_union"].codec), joined(lambda index: '{"kind":"squar"}')),
    "a long text": (string, lambda count: '"' + "x" * count + '"'),
    "blanks": (integer, lambda count: " \n" * count + "1"),
    "lines that are no JSON": (integer, lambda count: "\n" * count + "?"),
    "deep alternatives": (CODECS["lazy arrays"].codec, lambda count: "[" * count + '""' + "]" * count),
    "deep records": (Tree.codec, lambda count: '{"value":1,"children":[' * count + "]}" * count),
}
SHALLOW, DEEP = 300, 20
"""Sizes from which to double; what nests may nest four times as deep and stay within the limit."""

XML: dict[str, tuple[Any, Callable[[int], str]]] = {
    "items": (array(integer), elements(lambda index: "<b>1</b>")),
    "wrong items": (array(integer), elements(lambda index: "<b>x</b>")),
    "members": (dict_of(integer), elements(lambda index: f"<b{index}>1</b{index}>")),
    "unknown members": (CODECS["Sealed"].codec, elements(lambda index: f"<name{index}/>")),
    "prefixes of one name": (Placed.codec, elements(lambda index: f"<p{index}:tag/>")),
    "attributes": (
        Placed.codec,
        lambda count: "<a" + "".join(f' b{index}="1"' for index in range(count)) + "/>",
    ),
    "texts between": (CODECS["Aside"].codec, elements(lambda index: "x<b/>")),
    "references": (string, elements(lambda index: "&lt;")),
    "sections": (string, elements(lambda index: "<![CDATA[x]]>")),
    "comments": (string, elements(lambda index: "<!-- x -->")),
    "instructions": (string, elements(lambda index: "<?x y?>")),
    "a long text": (string, elements(lambda index: "x")),
    "no alternatives": (array(either), elements(lambda index: "<b><c/></b>")),
    "never closed": (string, lambda count: "<a>" * count),
}


@pytest.mark.parametrize("name", JSON)
def test_reading_json(name: str) -> None:
    codec, document = JSON[name]
    size = DEEP if name.startswith("deep") else SHALLOW

    def make(count: int) -> Callable[[], Result[Any, Any]]:
        raw = document(count).encode()
        return lambda: codec.decode_json(raw)

    assert growth(make, size) <= MOST
    with plain_only():
        assert growth(make, size) <= MOST


@pytest.mark.parametrize("name", XML)
def test_reading_xml(name: str) -> None:
    codec, document = XML[name]

    def make(count: int) -> Callable[[], Result[Any, Any]]:
        raw = document(count).encode()
        return lambda: codec.decode_xml(raw)

    assert growth(make, SHALLOW) <= MOST


@pytest.mark.parametrize("name", [name for name in JSON if not name.startswith("deep")])
def test_showing_errors_with_their_source(name: str) -> None:
    codec, document = JSON[name]

    def make(count: int) -> Callable[[], object]:
        raw = document(count).encode()
        error = codec.decode_json(raw).swap().value_or(None)
        return lambda: error and render(error, source=raw)

    assert growth(make, SHALLOW) <= MOST


VALUES: dict[str, tuple[Any, Callable[[int], Any]]] = {
    "items": (array(integer), lambda count: tuple(range(count))),
    "wrong items": (array(integer), lambda count: ("",) * count),
    "members": (dict_of(integer), lambda count: {f"k{index}": index for index in range(count)}),
    "kept members": (
        Labelled.codec,
        lambda count: Labelled(name="a", rest={f"k{n}": "v" for n in range(count)}),
    ),
    "tagged": (
        CODECS["tagged_union that keeps others"].codec,
        lambda count: Labelled(name="a", rest={f"k{n}": "v" for n in range(count)}),
    ),
    "records": (array(Layer.codec), lambda count: (Layer(digest="a", size=1),) * count),
    "alternatives": (array(either), lambda count: (Pinned(digest="a"),) * count),
    "trees": (CODECS["lazy arrays"].codec, lambda count: (((1,), ((2,),)),) * count),
    "a tree": (json_value, lambda count: {"a": [{"b": "c"}] * count}),
}


@pytest.mark.parametrize("verb", ["encode_json", "encode_xml", "encode_query", "to_value", "check"])
@pytest.mark.parametrize("name", VALUES)
def test_writing(name: str, verb: str) -> None:
    codec, value = VALUES[name]

    def make(count: int) -> Callable[[], object]:
        written = value(count)
        return lambda: getattr(at("a", codec), verb)(written)

    assert growth(make, SHALLOW) <= MOST


def test_counting_tells_what_is_not_linear() -> None:
    def make(count: int) -> Callable[[], object]:
        return lambda: [abs(index) for _ in range(count) for index in range(count)]

    assert growth(make, 10) > 3.5
