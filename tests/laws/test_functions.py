"""Decoders are functors and monads, encoders are contravariant functors: each law read off what runs give."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    Decoder,
    Encoder,
    JsonValue,
    array,
    at,
    fail,
    integer,
    json_value,
    string,
    succeed,
)
from ecr_decode.describe.strategy import from_codec
from tests.exact import exact_text
from tests.registry import VALUES
from tests.structure import STRUCTURES

Function: TypeAlias = Callable[[Any], Any]
Continuation: TypeAlias = Callable[[Any], Decoder[Any]]


def identity(value: Any) -> Any:
    return value


def box(value: Any) -> list[Any]:
    return [value]


def after(outer: Function, inner: Function) -> Function:
    return lambda value: outer(inner(value))


FUNCTIONS: st.SearchStrategy[Function] = st.sampled_from(
    [identity, repr, len, type, itemgetter(0), lambda value: (value, value)]
)
CONTINUATIONS: st.SearchStrategy[Continuation] = st.sampled_from(
    [
        succeed,
        lambda value: succeed(repr(value)),
        lambda value: fail("not this one"),
        lambda value: at("name", json_value),
        lambda value: array(json_value) if value else string,
    ]
)
TREES: st.SearchStrategy[JsonValue] = from_codec(json_value)


def same(left: Decoder[Any], right: Decoder[Any], tree: Any) -> bool:
    """Whether two decoders make the same of a tree, as JSON and as XML.

    `json_value` refuses a tree that holds decimals; its text is read.
    """
    if isinstance(json_value.of_json(tree), Failure):
        text = exact_text(tree)
        return left.decode_json(text) == right.decode_json(text)
    return left.of_json(tree) == right.of_json(tree) and left.of_xml(tree) == right.of_xml(tree)


@pytest.mark.parametrize("name", STRUCTURES)
@given(data=st.data())
def test_the_laws_of_functors_and_monads(name: str, data: st.DataObject) -> None:
    codec = STRUCTURES[name].codec
    value, tree = data.draw(VALUES[name]), data.draw(TREES)
    f, g = data.draw(FUNCTIONS), data.draw(FUNCTIONS)
    then, and_then = data.draw(CONTINUATIONS), data.draw(CONTINUATIONS)
    for document in (codec.to_json(value).unwrap(), tree):
        decoders_are_functors(codec, f, g, document)
        decoders_are_monads(codec, then, and_then, document)
        inverses_change_nothing_on_the_wire(codec, document)
    for written in (value, tree):
        encoders_are_contravariant_functors(codec, f, g, written)


def decoders_are_functors(codec: Codec[Any], f: Function, g: Function, tree: Any) -> None:
    assert same(codec.map(identity), codec, tree)
    assert same(codec.map(f).map(g), codec.map(after(g, f)), tree)
    assert same(codec.try_map(after(Success, f)), codec.map(f), tree)


def decoders_are_monads(codec: Codec[Any], f: Continuation, g: Continuation, tree: Any) -> None:
    assert same(succeed(tree).bind(f), f(tree), tree)
    assert same(codec.bind(succeed), codec, tree)
    assert same(codec.bind(f).bind(g), codec.bind(lambda value: f(value).bind(g)), tree)


def encoders_are_contravariant_functors(codec: Encoder[Any], f: Function, g: Function, value: Any) -> None:
    assert codec.contramap(identity).to_value(value) == codec.to_value(value)
    assert codec.contramap(f).contramap(g).to_value(value) == codec.contramap(after(f, g)).to_value(value)


def inverses_change_nothing_on_the_wire(codec: Codec[Any], tree: Any) -> None:
    boxed: Codec[Any] = codec.map(box, itemgetter(0))
    read: Any = codec.of_json(tree)
    boxed_read: Any = boxed.of_json(tree)
    assert boxed_read == read.map(box)
    assert boxed_read.bind(boxed.to_value) == read.bind(codec.to_value)


@given(TREES, FUNCTIONS)
def test_mapping_is_binding_to_success(tree: Any, f: Function) -> None:
    assert same(json_value.map(f), json_value.bind(after(succeed, f)), tree)


def test_the_laws_see_differences() -> None:
    assert not same(integer, integer.map(str), 1)
    assert not same(integer, string, None)
    assert isinstance(succeed(1).bind(lambda _: fail("no")).of_json(1), Failure)
