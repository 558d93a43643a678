"""Mistakes in building a codec: each is a `ValueError` that says what to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import ecr_decode
from ecr_decode import JsonValue, Record, field, integer, json_value, others, string
from ecr_decode.describe.strategy import from_codec

e: Any = ecr_decode
"""The library as a caller without a type checker sees it."""
text: Any = string


class Layer(Record):
    digest: str = field("digest", string)


class Open(Record):
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value)


layer: Any = Layer

MISTAKES: dict[str, tuple[Callable[[], Any], str]] = {
    "a record for cases": (
        lambda: e.tagged_union("k", Layer),
        r'expected cases, .*write case\("name", codec\)',
    ),
    "a codec for cases": (lambda: e.by_kind(string), r'expected cases, .*write case\("name", codec\)'),
    "a codec for alternatives": (lambda: e.one_of(string), r'expected cases, .*write case\("name", codec\)'),
    "a codec after a case": (lambda: e.case("a", Layer) | string, r"expected cases, got string"),
    "a codec before a case": (lambda: string | e.case("a", Layer), "expected a codec, got .a.: Layer;"),
    "a tag that is no text": (lambda: e.tagged_union(5, e.case("a", Layer)), "expected a str, got 5"),
    "a case without a name": (
        lambda: e.case(None, Layer),
        "expected a text, an integer of 64 bits or a boolean, got None",
    ),
    "a class that is none": (lambda: e.case("a", string, when="str"), "expected a class, got 'str'"),
    "a pattern that is no text": (lambda: text.constrain(pattern=5), "expected a str, got 5"),
    "a length below 0": (lambda: text.constrain(min_length=-1), "expected an int from 0, got -1"),
    "a length that is no number": (lambda: text.constrain(max_length="a"), "expected an int from 0, got 'a'"),
    "items that are no number": (lambda: text.constrain(min_items=True), "expected an int from 0, got True"),
    "a bound that is no number": (lambda: text.constrain(maximum="1"), "expected a number, got '1'"),
    "bounds that nothing keeps": (lambda: text.constrain(minimum=2, maximum=1), "no value is at least 2"),
    "a codec for a thunk": (lambda: e.lazy(string), r"write lazy\(lambda: X.codec\)"),
    "a record for a thunk": (lambda: e.lazy(Layer), r"write lazy\(lambda: X.codec\)"),
    "no thunk": (lambda: e.lazy(5), "expected a function, got 5"),
    "a hint that is none": (
        lambda: e.field("a", string, xml="attribute"),
        r"expected attribute, text, flattened or element\(...\), got 'attribute'",
    ),
    "an element that has no name": (lambda: e.element(5), "expected a str, got 5"),
    "a name that XML cannot hold": (
        lambda: e.field("a", string, xml=e.element("@a")),
        r"field\('a', xml=...\): XML cannot hold the name '@a'",
    ),
    "what decides about omission": (
        lambda: e.field("a", string, default="", omit="yes"),
        "expected a function, got 'yes'",
    ),
    "a member without a name": (lambda: e.field(1, string), "expected a str, got 1"),
    "a function that is none": (lambda: text.map(5), "expected a function, got 5"),
    "a function back that is none": (lambda: text.map(str, 5), "expected a function, got 5"),
    "a fallible function that is none": (lambda: text.try_map(5), "expected a function, got 5"),
    "a fallible function back that is none": (lambda: text.try_map(str, 5), "expected a function, got 5"),
    "a choice that is none": (lambda: text.bind(string), "expected a function, got string"),
    "a test that is none": (lambda: text.refine(5, "wrong"), "expected a function, got 5"),
    "a message that is no text": (lambda: text.refine(bool, 5), "expected a str, got 5"),
    "a function before that is none": (lambda: text.contramap(5), "expected a function, got 5"),
    "a codec without a name": (lambda: text.named(5), "expected a str, got 5"),
    "words that are none": (lambda: e.fail(5), "expected a str, got 5"),
    "a constructor that is none": (lambda: e.record(5, a=field("a", integer)), "expected a function, got 5"),
    "a description of nothing": (lambda: e.describe(5), "expected a codec or a record class, got 5"),
    "a schema of a class": (
        lambda: e.json_schema(int),
        "a codec or a record class, got <class 'int'>",
    ),
    "values of nothing": (lambda: from_codec(e), "expected a codec or a record class"),
    "a style that is none": (lambda: type(layer)("X", (Record,), {}, style=5), "expected an XmlStyle, got 5"),
    "a second rest": (
        lambda: type(layer)("X", (Open,), annotated(more=others(json_value))),
        r"more is a second others\(...\) beside rest",
    ),
    "a member hidden by a value": (
        lambda: type(layer)("X", (Layer,), {"digest": None}),
        r"digest would hide the inherited member; write digest: ... = field\(...\)",
    ),
    "a member hidden by a method": (
        lambda: type(layer)("X", (Layer,), {"digest": len}),
        "digest would hide the inherited member",
    ),
    "a rest hidden by a value": (
        lambda: type(layer)("X", (Open,), {"rest": {}}),
        "rest would hide the inherited member",
    ),
    "a member of Python's own": (
        lambda: type(layer)("X", (Record,), annotated(__codec__=field("a", integer))),
        "__codec__ is a name of Python's own; call the member codec",
    ),
}


def annotated(**members: Any) -> dict[str, Any]:
    """The body of a class that has these members."""
    return {**members, "__annotations__": dict.fromkeys(members, Any), "__module__": __name__}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_building_says_what_to_write(name: str) -> None:
    build, message = MISTAKES[name]
    with pytest.raises(ValueError, match=message):
        build()


def test_an_inherited_member_may_be_declared_again() -> None:
    class Named(Layer):
        digest: str = field("name", string)

    class Closed(Open):
        rest: dict[str, int] = others(integer)  # type: ignore[assignment] # pyright: ignore[reportIncompatibleVariableOverride]

    assert Named.decode_json(b'{"name":"a"}').unwrap().digest == "a"
    assert Closed.decode_json(b'{"name":"a","b":1}').unwrap().rest == {"b": 1}


def test_a_record_class_is_described_as_its_codec_is() -> None:
    assert e.describe(Layer) == e.describe(Layer.codec) == "Layer {digest: string}"
    assert e.json_schema(Layer) == e.json_schema(Layer.codec)


STYLES: dict[str, Callable[[], Any]] = {
    "of_xml": lambda: layer.of_xml({}, style=None),
    "to_xml": lambda: layer(digest="a").to_xml(style="aws"),
    "encode_query": lambda: layer(digest="a").encode_query(style=e.plain),
    "to_query": lambda: layer(digest="a").to_query(style=None),
    "encode_xml": lambda: layer(digest="a").encode_xml(root=5),
    "encode_xml of a text": lambda: text.encode_xml("a", root="r", style=5),
    "decode_xml of a text": lambda: text.decode_xml("<a/>", style=5),
    "decode_xml": lambda: layer.decode_xml("<a/>", style=None),
}


@pytest.mark.parametrize("verb", STYLES)
def test_a_verb_with_a_wrong_option_fails_and_does_not_raise(verb: str) -> None:
    for _ in range(3):  # compiled from the second on
        (problem,) = STYLES[verb]().failure().problems
        assert type(problem.why) is e.WrongKind
