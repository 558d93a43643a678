"""Descriptions: how each is shown as a type, and the helpers on them."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import (
    Codec,
    Decoder,
    JsonValue,
    Record,
    array,
    at,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    dict_of,
    enum_of,
    field,
    integer,
    json_text,
    json_value,
    lazy,
    literal,
    non_empty,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    record,
    string,
    succeed,
    tagged_union,
    tuple_of,
)
from ecr_decode.node import kinds as n
from ecr_decode.node.layers import bare
from tests.registry import Unit


class Layer(Record):
    digest: str = field("digest", string)
    media: str | None = field("mediaType", string, default=None)


class Image(Record):
    layers: tuple[Layer, ...] = field("layers", array(Layer.codec))
    rest: dict[str, JsonValue] = others(json_value)


class Tree(Record):
    children: tuple[Tree, ...] = field("children", array(lazy(lambda: Tree.codec)))


def pair(**members: Any) -> Any:
    return members


def nested() -> Codec[Any]:
    lists: Codec[Any] = array(lazy(nested))
    return lists


LAYER = "Layer {digest: string, mediaType?: string}"
SHOWN: list[tuple[Decoder[Any], str]] = [
    (null, "null"),
    (boolean, "boolean"),
    (integer, "integer"),
    (number, "number"),
    (string, "string"),
    (json_value, "json"),
    (base64_bytes, "blob"),
    (aws.boolean, "boolean"),
    (aws.integer, "integer"),
    (aws.long, "long"),
    (aws.double, "double"),
    (aws.timestamp, "timestamp"),
    (aws.blob, "blob"),
    (literal("a", 'b"\\', 1, True, False, None), '"a" | "b\\"\\\\" | 1 | true | false | null'),
    (enum_of(Unit), "Unit"),
    (array(string), "[string]"),
    (non_empty(string), "[string]"),
    (one_or_many(string), "string | [string]"),
    (dict_of(integer), "{string: integer}"),
    (dict_of(integer, keys=enum_of(Unit)), "{Unit: integer}"),
    (tuple_of(string, integer), "[string, integer]"),
    (tuple_of(), "[]"),
    (Layer.codec, LAYER),
    (array(Layer.codec), f"[{LAYER}]"),
    (dict_of(tuple_of(Layer.codec)), f"{{string: [{LAYER}]}}"),
    (Image.codec, "Image {layers: [Layer], ...: json}"),
    (record(pair, a=field("b", integer)), "pair {b: integer}"),
    (nullable(Layer.codec), f"null | {LAYER}"),
    (tagged_union("kind", case("l", Layer) | case("i", Image)), f"{LAYER} | {Image.codec!r}"),
    (by_kind(case("a", string) | otherwise(json_value)), "string | json"),
    (one_of(case("a", string) | case("b", array(integer))), "string | [integer]"),
    (at("a", "b", integer), "{a: {b: integer}}"),
    (at("a", 0, integer), "{a: [0: integer]}"),
    (json_text(Layer.codec), f"text of {LAYER}"),
    (string.map(len), "string"),
    (string.try_map(lambda text: text), "string"),  # type: ignore[arg-type,return-value] # pyright: ignore[reportArgumentType]
    (string.bind(succeed), "string then ..."),
    (string.refine(bool, "empty"), "string"),
    (string.constrain(min_length=1), "string"),
    (string.named("a name"), "a name"),
    (Tree.codec, "Tree {children: [Tree]}"),
    (lazy(lambda: Tree.codec), "Tree"),
    (nested(), "[...]"),
    (lazy(lambda: string.named("a name")), "a name"),
    (lazy(lambda: string), "..."),
]


@pytest.mark.parametrize(("codec", "shown"), SHOWN, ids=lambda each: repr(each)[:40])
def test_a_description_is_shown_as_a_type(codec: Decoder[Any], shown: str) -> None:
    assert repr(codec) == repr(codec.node) == shown


def test_a_description_is_bare_under_names_constraints_and_transforms() -> None:
    for codec in (
        string.named("a"),
        string.constrain(min_length=1),
        string.refine(bool, "a"),
        string.map(str, str),
        string.map(len),
        string.bind(succeed),
        string.named("a").map(str).named("b").refine(bool, "c"),
    ):
        assert bare(codec.node) is string.node
    for kept in (json_text(string), at("a", string), nullable(string), lazy(lambda: string)):
        assert bare(kept.node) is kept.node


def test_a_kind_says_how_it_is_shown() -> None:
    with pytest.raises(NotImplementedError):
        n.Kind().spell(inside=False)


def test_descriptions_are_frozen_and_equal_by_what_they_say() -> None:
    node: Any = array(integer).node
    assert node == array(integer).node != array(string).node
    assert literal(1) != literal(True)
    assert Layer.codec.node != Image.codec.node
    with pytest.raises(AttributeError):
        node.item = string.node
