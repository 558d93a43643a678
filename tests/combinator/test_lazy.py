"""Recursion through every interpreter, and thunks that go wrong."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Raised,
    Record,
    TooDeep,
    WrongKind,
    array,
    at,
    dict_of,
    field,
    integer,
    lazy,
    nullable,
    string,
)
from ecr_decode.describe.json_schema import json_schema
from ecr_decode.describe.strategy import from_codec
from tests.problems import problems, reason


class Tree(Record):
    name: str = field("name", string.constrain(max_length=3))
    children: tuple[Tree, ...] = field("children", array(lazy(lambda: Tree.codec)), default=())
    left: Tree | None = field("left", nullable(lazy(lambda: Tree.codec)), default=None)


TREE = Tree(name="a", children=(Tree(name="b", left=Tree(name="c")),))
JSON: dict[str, Any] = {
    "name": "a",
    "children": [{"name": "b", "children": [], "left": {"name": "c", "children": []}}],
}
XML = (
    b"<t><name>a</name><children><item><name>b</name><children/><left><name>c</name><children/></left>"
    b"</item></children></t>"
)


def test_recursion_is_read_and_written_in_every_form() -> None:
    assert Tree.of_json(JSON) == Success(TREE)
    assert TREE.to_json() == Success(JSON)
    assert Tree.decode_json(TREE.encode_json().unwrap()) == Success(TREE)
    assert Tree.decode_xml(XML) == Success(TREE)
    assert TREE.encode_xml(root="t") == Success(XML)
    assert TREE.to_query().map(dict) == Success(
        {
            "name": "a",
            "children.member.1.name": "b",
            "children.member.1.children": "",
            "children.member.1.left.name": "c",
            "children.member.1.left.children": "",
        }
    )
    assert TREE.to_value().map(repr).map(lambda shown: shown.count("Structure(")) == Success(3)


def test_recursion_is_checked() -> None:
    assert Tree.codec.check(TREE) == Success(TREE)
    assert problems(Tree.make(name="a", children=(Tree(name="long"),))) == [
        (("children", 0, "name"), BadValue("expected a length of at most 3 characters"))
    ]


@given(from_codec(Tree.codec))
def test_recursion_is_generated(tree: Tree) -> None:
    assert Tree.of_json(tree.to_json().unwrap()) == Success(tree)


SMALL: dict[str, Any] = {"name": "a", "left": None}


@pytest.mark.parametrize("document", [JSON, SMALL])
def test_recursion_has_a_schema(document: Any) -> None:
    schema = json_schema(Tree.codec)
    validate: Any = jsonschema.validate
    validate(document, schema)
    with pytest.raises(jsonschema.ValidationError):
        validate({**document, "children": [{}]}, schema)


def fails() -> Any:
    raise KeyError


def endless() -> Codec[Any]:
    again: Codec[Any] = lazy(endless)
    return again


THUNKS: dict[str, tuple[Any, Any]] = {
    "raises": (fails, Raised("KeyError")),
    "gives no codec": (lambda: 1, Raised("TypeError")),
    "gives none": (lambda: None, Raised("TypeError")),
    "never ends": (endless, TooDeep(200)),
}


@pytest.mark.parametrize("name", THUNKS)
def test_a_thunk_that_goes_wrong_is_a_problem(name: str) -> None:
    thunk, why = THUNKS[name]
    codec: Any = lazy(thunk)
    for result in (codec.of_json(1), codec.decode_json(b"1"), codec.decode_xml(b"<a/>"), codec.to_json(1)):
        assert reason(result) == why
    assert reason(codec.check(1)) == why
    if not isinstance(why, TooDeep):
        assert problems(at("a", array(codec)).of_json({"a": [1]})) == [(("a", 0), why)]


def test_a_lazy_codec_names_its_kind_where_it_is_wrong() -> None:
    assert reason(lazy(lambda: integer).of_json("a")) == WrongKind("an integer", "a string")
    assert lazy(lambda: dict_of(integer)).of_json({"a": 1}) == Success({"a": 1})
    assert isinstance(lazy(lambda: string.map(len)).of_json("abc"), Success)
    reads_only: Any = lazy(lambda: string.map(len))
    assert isinstance(reads_only.to_json("abc"), Failure)


def test_a_thunk_that_makes_its_codec_anew_is_called_once() -> None:
    calls: list[None] = []

    def nested() -> Codec[Any]:
        calls.append(None)
        lists: Codec[Any] = array(lazy(nested))
        return lists

    codec: Codec[Any] = lazy(nested)
    tree: Any = [[[]], []]
    assert codec.of_json(tree) == Success((((),), ()))
    assert len(calls) == 1


@given(st.integers(1, 220))
def test_a_list_of_lists_is_read_to_the_limit(levels: int) -> None:
    def nested() -> Codec[Any]:
        lists: Codec[Any] = array(lazy(nested))
        return lists

    tree: Any = []
    for _ in range(levels - 1):
        tree = [tree]
    assert isinstance(nested().of_json(tree), Success) is (levels <= 200)
