"""Tuples: their length, their rest, and what is wrong with their items, in every form."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    Record,
    WrongKind,
    array,
    at,
    boolean,
    describe,
    field,
    flattened,
    integer,
    json_schema,
    numbered,
    string,
    tuple_of,
)
from tests.problems import problems, reason


def test_a_tuple_has_its_length_and_reports_what_is_there() -> None:
    codec = tuple_of(string, integer)
    assert codec.of_json(["a", 1]) == Success(("a", 1))
    assert problems(codec.of_json([1])) == [
        ((), BadValue("expected 2 items, got 1")),
        ((0,), WrongKind("a string", "an integer")),
    ]
    assert reason(codec.of_json(["a", 1, 2])) == BadValue("expected 2 items, got 3")
    assert reason(codec.of_json({})) == WrongKind("an array", "an object")
    assert reason(codec.to_json(("a",))) == WrongKind("a tuple of 2", "1 item")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert reason(codec.to_json(["a", 1])) == WrongKind("a tuple of 2", "an array")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert problems(codec.to_json((1, "a"))) == [  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
        ((0,), WrongKind("a string", "an integer")),
        ((1,), WrongKind("an integer", "a string")),
    ]


def test_further_items_are_read_by_the_rest() -> None:
    codec = tuple_of(string, integer, rest=boolean)
    for tree, value in [(["a", 1], ("a", 1)), (["a", 1, True, False], ("a", 1, True, False))]:
        for _ in range(3):
            assert codec.of_json(tree) == Success(value)
            assert codec.to_json(value) == Success(tree)  # type: ignore[arg-type] # a tuple of either length
        assert codec.check(value) == Success(value)  # type: ignore[arg-type] # a tuple of either length
    assert problems(codec.of_json(["a"])) == [((), BadValue("expected at least 2 items, got 1"))]
    assert problems(codec.of_json([1, "a", True, 0])) == [
        ((0,), WrongKind("a string", "an integer")),
        ((1,), WrongKind("an integer", "a string")),
        ((3,), WrongKind("a boolean", "an integer")),
    ]
    wrong: Any = codec
    assert reason(wrong.to_json(("a",))) == WrongKind("a tuple of at least 2", "1 item")
    assert problems(wrong.to_json(("a", 1, "b"))) == [((2,), WrongKind("a boolean", "a string"))]


class Wrapped(Record):
    row: tuple[str, *tuple[int, ...]] = field("row", tuple_of(string, rest=integer))


class Flat(Record):
    row: tuple[str, *tuple[int, ...]] = field("row", tuple_of(string, rest=integer), xml=flattened)


def test_the_rest_stands_in_xml_and_in_queries() -> None:
    wrapped = b"<Wrapped><row><item>a</item><item>1</item><item>2</item></row></Wrapped>"
    flat = b"<Flat><row>a</row><row>1</row><row>2</row></Flat>"
    for _ in range(3):
        assert Wrapped.decode_xml(wrapped) == Success(Wrapped(row=("a", 1, 2)))
        assert Wrapped(row=("a", 1, 2)).encode_xml() == Success(wrapped)
        assert Flat.decode_xml(flat) == Success(Flat(row=("a", 1, 2)))
        assert Flat(row=("a", 1, 2)).encode_xml() == Success(flat)
    assert problems(Flat.decode_xml("<r><row>a</row><row>b</row></r>")) == [
        (("row", 1), WrongKind("an integer", "text"))
    ]
    assert problems(Wrapped.decode_xml("<r><row/></r>")) == [
        (("row",), BadValue("expected at least 1 item, got 0"))
    ]
    row = tuple_of(string, rest=integer)
    assert at("r", row).to_query(("a", 1), style=numbered) == Success(
        (("r.member.1", "a"), ("r.member.2", "1"))
    )


def test_the_rest_is_described() -> None:
    codec = tuple_of(string, rest=array(integer))
    assert repr(codec) == "[string, ...[integer]]"
    schema = json_schema(codec)
    jsonschema.validate(["a", [1], []], schema)
    for wrong in ([], ["a", 1], [[1]]):
        assert isinstance(codec.of_json(wrong), Failure)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


def test_a_rest_that_only_reads_makes_a_decoder() -> None:
    assert type(tuple_of(string, rest=string.map(len))) is Decoder
    assert tuple_of(string, rest=string.map(len)).of_json(["a", "bc"]) == Success(("a", 2))
    assert tuple_of(string) != tuple_of(string, rest=string)
    assert isinstance(tuple_of(string, rest=string), Codec)


def test_a_rest_of_nothing_is_an_array() -> None:
    wrong: Any = tuple_of
    with pytest.raises(ValueError, match=r"^tuple_of\(rest=\.\.\.\): .* write array"):
        wrong(rest=integer)
    with pytest.raises(ValueError, match=r"^tuple_of\(\.\.\., rest=\.\.\.\): expected a codec"):
        wrong(integer, rest=int)


def test_a_rest_is_shown_by_its_name_inside_another() -> None:
    class Pair(Record):
        left: int = field("left", integer)

    class Held(Record):
        pairs: tuple[str | Pair, ...] = field("pairs", tuple_of(string, rest=Pair.codec))

    assert describe(Held) == "Held {pairs: [string, ...Pair]}\nPair {left: integer}"
