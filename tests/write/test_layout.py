"""JSON texts for people: the same document, indented and sorted, whenever a verb is called."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    BadValue,
    Codec,
    JsonValue,
    Record,
    array,
    decimal,
    field,
    integer,
    json_value,
    others,
    string,
)
from tests.problems import reason


class Open(Record):
    size: int = field("size", integer)
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


OPEN = Open(name="é", size=1, rest={"b": [{}, []], "a": {"z": 1.5, "y": None}, "€": 1, "😀": 2})
TREE = {"size": 1, "name": "é", **OPEN.rest}
LAYOUTS = [{"indent": 2}, {"sort_keys": True}, {"indent": 1, "sort_keys": True}, {"sort_keys": False}]


def spelled(*, indent: int | None = None, sort_keys: bool = False) -> bytes:
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(TREE, indent=indent, sort_keys=sort_keys, separators=separators, ensure_ascii=False)
    return text.encode()


@pytest.mark.parametrize("options", LAYOUTS, ids=str)
def test_every_call_lays_the_text_out(options: dict[str, Any]) -> None:
    fresh: Codec[Open] = Open.codec.refine(lambda _: True, "")
    for _ in range(4):  # plain at first, compiled then
        assert fresh.encode_json(OPEN, **options) == Success(spelled(**options))
        assert OPEN.encode_json(**options) == Success(spelled(**options))
        assert fresh.encode_json(OPEN) == Success(spelled())


@pytest.mark.parametrize("options", LAYOUTS, ids=str)
@pytest.mark.parametrize(
    "digits", ["1.10", "1E+400", "-0", "0.10000000000000000001", "-12345678901234567890"]
)
def test_numbers_keep_their_digits(digits: str, options: dict[str, Any]) -> None:
    amounts = array(decimal)
    for _ in range(3):
        text = amounts.encode_json((Decimal(digits),), **options).unwrap()
        assert (
            text.split()
            == array(json_value).encode_json((1,), **options).unwrap().replace(b"1", digits.encode()).split()
        )


@pytest.mark.parametrize("number", [10**400, -0.0, 1e16, 5e-324, 0.1])
def test_integers_and_doubles_are_spelled_as_without_layout(number: float) -> None:
    compact = json_value.encode_json([number]).unwrap()
    for _ in range(3):
        assert json_value.encode_json([number], sort_keys=True) == Success(compact)
        assert b"".join(json_value.encode_json([number], indent=2).unwrap().split()) == compact


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"indent": 0}, "expected an indent of 1 to 16 spaces"),
        ({"indent": 17}, "expected an indent of 1 to 16 spaces"),
        ({"indent": True}, "expected an indent of 1 to 16 spaces"),
        ({"indent": "  "}, "expected an indent of 1 to 16 spaces"),
        ({"sort_keys": 1}, "expected true or false for sort_keys"),
        ({"sort_keys": None}, "expected true or false for sort_keys"),
    ],
    ids=str,
)
def test_a_wrong_option_is_a_failure(options: dict[str, Any], message: str) -> None:
    for _ in range(3):
        assert reason(Open.codec.encode_json(OPEN, **options)) == BadValue(message)
        assert reason(OPEN.encode_json(**options)) == BadValue(message)


def test_the_deepest_text_is_laid_out() -> None:
    tree: JsonValue = 1
    for _ in range(253):
        tree = [tree]
    text = json_value.encode_json(tree, indent=1, sort_keys=True).unwrap()
    assert json.loads(text) == tree
