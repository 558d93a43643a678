"""Integers beyond 64 bits: exact in `json_value` and `others`, both ways; elsewhere an error that says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    JsonValue,
    Malformed,
    Record,
    TooDeep,
    array,
    aws,
    field,
    integer,
    json_text,
    json_value,
    number,
    others,
    plain_only,
)
from ecr_decode.parse.json import may_round, parse
from tests.problems import reason


class Open(Record):
    id: int = field("id", integer)
    rest: dict[str, JsonValue] = others(json_value)


@pytest.fixture(params=[nullcontext, plain_only], ids=["fast", "plain"], autouse=True)
def _way(request: pytest.FixtureRequest) -> Any:
    way: Callable[[], AbstractContextManager[None]] = request.param
    with way():
        yield


KEPT = ("9223372036854775808", "18446744073709551616", "-9223372036854775809", "9" * 4300, "-" + "9" * 4299)
TREES: dict[str, tuple[Codec[Any], str]] = {
    "json_value": (json_value, "%s"),
    "array of json_value": (array(json_value), '["\u00e9",%s,{"a":%s}]'),
    "others": (Open.codec, '{"id":1,"wei":%s}'),
}


@pytest.mark.parametrize("digits", KEPT, ids=lambda digits: f"{digits[:9]} of {len(digits)}")
@pytest.mark.parametrize("name", TREES)
def test_an_integer_is_kept_and_written_back(name: str, digits: str) -> None:
    codec, text = TREES[name]
    raw = text.replace("%s", digits).encode()
    value = codec.decode_json(raw).unwrap()
    assert codec.encode_json(value) == Success(raw)
    assert codec.of_json(json.loads(raw)) == Success(value)
    assert codec.to_json(value) == Success(json.loads(raw))


def test_an_integer_in_a_text_is_kept() -> None:
    codec = json_text(json_value)
    assert codec.decode_json(b'"[18446744073709551616]"') == Success([2**64])
    assert codec.encode_json([2**64]) == Success(b'"[18446744073709551616]"')


TOO_LONG = ("1" * 4301, "-" + "1" * 4300)


@pytest.mark.parametrize("digits", TOO_LONG, ids=["positive", "negative"])
@pytest.mark.parametrize("codec", [json_value, integer, number, aws.integer, array(json_value)], ids=repr)
def test_an_integer_of_too_many_digits_is_malformed(codec: Codec[Any], digits: str) -> None:
    why = Malformed("expected an integer of at most 4,300 digits", 1, 1)
    assert reason(codec.decode_json(digits)) == why
    assert reason(codec.decode_json("[\n 1, " + digits + "]")) == Malformed(why.message, 2, 5)


@pytest.mark.parametrize("value", [10**4300, -(10**4299)], ids=["positive", "negative"])
def test_an_integer_that_would_not_be_read_back_is_not_written(value: int) -> None:
    for result in (json_value.encode_json([value]), json_value.to_json([value]), json_value.of_json([value])):
        assert str(result.failure()) == "$: expected a JSON value, got a number that JSON cannot hold"


@pytest.mark.parametrize("digits", KEPT, ids=lambda digits: f"{digits[:9]} of {len(digits)}")
@pytest.mark.parametrize("codec", [integer, aws.integer, aws.long], ids=["integer", "lenient", "long"])
def test_an_integer_has_64_bits_and_says_so(codec: Codec[int], digits: str) -> None:
    why = BadValue("expected an integer of 64 bits")
    assert reason(codec.decode_json(digits)) == why
    assert reason(codec.of_json(int(digits))) == why
    assert reason(integer.decode_xml(f"<a>{digits}</a>")) == why


def test_a_number_is_the_nearest_double_or_says_that_none_is() -> None:
    assert number.decode_json(b"18446744073709551617") == Success(2.0**64)
    assert number.decode_json(b"1" * 300) == Success(float("1" * 300))
    assert reason(number.decode_json(b"1" * 400)) == BadValue("expected a number that a double can hold")


def test_a_deep_tree_with_a_long_integer_is_written_or_too_deep() -> None:
    def nested(levels: int) -> Any:
        tree: Any = 2**64
        for _ in range(levels):
            tree = [tree]
        return tree

    assert json_value.encode_json(nested(254)) == Success(b"[" * 254 + b"18446744073709551616" + b"]" * 254)
    assert reason(json_value.encode_json(nested(255))) == TooDeep(254)
    for levels in (100, 1024, 5000):
        raw = b"[" * levels + b"18446744073709551616" + b"]" * levels
        result = json_value.decode_json(raw)
        assert isinstance(result, Success) or reason(result) == TooDeep(1024)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, bytes.decode])
def test_a_text_is_parsed_exactly_whatever_it_comes_as(kind: Any) -> None:
    assert parse(kind(b"[18446744073709551616, 1.5]")) == ([2**64, 1.5], None)


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("9" * 18, False),
        ("1234567890" * 2, True),
        ("[9999999999,9999999999]", False),
        ("\u0661" * 40, False),
        ("\ud800" + "1" * 19, True),
        ("", False),
    ],
)
def test_digits_in_a_row_decide_how_a_text_is_parsed(text: str, rounds: bool) -> None:
    assert may_round(text) is rounds


def test_a_text_of_many_digits_that_is_no_json_is_malformed_as_others_are() -> None:
    assert parse(b"[1111111111111111111111,]")[1] == Malformed('expected a value, got "]"', 1, 25)
    assert isinstance(json_value.decode_json('["\ud800", 1111111111111111111111]'), Failure)
