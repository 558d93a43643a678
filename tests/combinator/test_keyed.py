"""`keyed_union`: the name of the one member that is there says which case it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from returns.result import Success

from ecr_decode import (
    BadValue,
    Codec,
    JsonValue,
    Missing,
    Record,
    TooDeep,
    WrongKind,
    array,
    at,
    case,
    decimal,
    dict_of,
    field,
    integer,
    json_schema,
    json_text,
    json_value,
    keep_text,
    keyed_union,
    lazy,
    null,
    nullable,
    otherwise,
    plain_only,
    string,
    tagged_union,
)
from ecr_decode.describe.strategy import from_codec
from ecr_decode.limits import MOST_LEVELS
from ecr_decode.write import value as v
from tests.problems import problems


class Text(str):
    """The text of a number."""


class Holder(Record):
    items: tuple[str | tuple[int, ...], ...] = field(
        "items", array(keyed_union(case("S", string) | case("L", array(integer))))
    )
    one: str | tuple[int, ...] | None = field(
        "one", keyed_union(case("S", string) | case("L", array(integer))), default=None
    )


value = keyed_union(case("S", string) | case("L", array(integer)))
loose: Codec[str | JsonValue] = keyed_union(case("S", string) | otherwise(json_value))
several = keyed_union(case(("a", "b"), string) | case("n", nullable(integer)))
dynamo: Codec[Any] = keyed_union(
    case("S", string)
    | case("N", string.map(Text, str))
    | case("L", array(lazy(lambda: dynamo)))
    | case("M", dict_of(lazy(lambda: dynamo)))
    | case("NULL", null)
)

READ: dict[str, tuple[Codec[Any], str, Any]] = {
    "a null for what takes the rest": (loose, '{"S": null}', {"S": None}),
    "no object": (loose, "[1]", [1]),
    "values in values": (dynamo, '{"M": {"a": {"L": [{"N": "5"}, {"NULL": null}]}}}', {"a": ("5", None)}),
}


@pytest.mark.parametrize("name", READ)
def test_the_key_decides(name: str) -> None:
    codec, raw, read = READ[name]
    for _ in range(2):  # plain, then compiled
        assert codec.decode_json(raw) == Success(read)
    with plain_only():
        assert codec.decode_json(raw) == Success(read)


def test_three_keys_are_counted() -> None:
    assert problems(dynamo.of_json({"S": "x", "N": "1", "L": []})) == [
        ((), BadValue('expected one of "S" and "N" and "L", got all 3'))
    ]


def test_the_key_is_written() -> None:
    assert value.encode_json("x") == Success(b'{"S":"x"}')
    assert several.encode_json("x") == Success(b'{"a":"x"}')
    assert several.encode_json(None) == Success(b'{"n":null}')
    assert value.to_value((1,)) == Success(v.Structure((("L", v.List((v.Integer(1),))),), (None,)))
    assert at("v", value).encode_query("x") == Success("v.S=x")
    assert value.check("x") == Success("x")
    assert dynamo.encode_json({"a": (Text("5"), "x")}) == Success(b'{"M":{"a":{"L":[{"N":"5"},{"S":"x"}]}}}')
    wrong: Any = value
    assert problems(wrong.encode_json((1, "a"))) == [(("L", 1), WrongKind("an integer", "a string"))]


def test_what_takes_the_rest_has_no_key() -> None:
    assert loose.encode_json({"X": 1}) == Success(b'{"X":1}')
    assert problems(loose.encode_json({"S": "x"})) == [((), BadValue("this would be read as S"))]


def test_paths_name_the_key() -> None:
    found = Holder.decode_json('{"items": [{"S": "x"}, {"L": 5}], "one": {"S": 1}}')
    assert [path for path, _ in problems(found)] == [("items", 1, "L"), ("one", "S")]


def test_an_element_whose_name_is_fixed_holds_the_key() -> None:
    held = Holder(items=("x", (1,)), one="y")
    raw = b"<r><items><item><S>x</S></item><item><L><item>1</item></L></item></items><one><S>y</S></one></r>"
    assert held.encode_xml(root="r") == Success(raw)
    for _ in range(2):
        assert Holder.decode_xml(raw) == Success(held)
    assert problems(Holder.decode_xml("<r><items/><one>a<S>y</S></one></r>")) == [
        (("one",), BadValue("expected no text beside members"))
    ]
    assert Holder.of_xml({"items": None, "one": {"S": "y"}}) == Success(Holder(items=(), one="y"))


def test_a_tag_beside_the_key_is_known() -> None:
    tagged = tagged_union("t", case("value", value) | case("x", Holder))
    assert tagged.decode_json('{"t": "value", "S": "x"}') == Success("x")
    assert tagged.encode_json("x") == Success(b'{"t":"value","S":"x"}')
    assert problems(tagged.of_json({"t": "value"})) == [((), Missing(expected=("S", "L")))]


def test_levels_are_counted() -> None:
    deepest = '{"L":[' * (MOST_LEVELS // 2) + "]}" * (MOST_LEVELS // 2)
    for _ in range(2):
        read = dynamo.decode_json(deepest)
        assert read.map(dynamo.encode_json) == Success(Success(deepest.encode()))
    too_deep = '{"L":[' + deepest + "]}"
    assert [why for _, why in problems(dynamo.decode_json(too_deep))] == [TooDeep()]


@given(from_codec(dynamo))
def test_test_data_is_written_and_read(made: Any) -> None:
    assert dynamo.decode_json(dynamo.encode_json(made).unwrap()) == Success(made)
    assert dynamo.of_json(dynamo.to_json(made).unwrap()) == Success(made)


def test_the_schema_has_one_key_that_is_there() -> None:
    schema: Any = json_schema(several)
    assert schema["anyOf"][0] == {
        "type": "object",
        "required": ["a"],
        "properties": {"a": {"type": "string"}, "b": {"type": "null"}, "n": False},
    }
    assert [each["required"] for each in schema["anyOf"]] == [["a"], ["b"], ["n"]]


any_case: Any = case
MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "a number": (lambda: keyed_union(case(1, string)), "expected names of members, got 1"),
    "one class twice": (
        lambda: keyed_union(case("S", string) | case("N", string)),
        "give one a class of its own: case('N', codec.map(C, g))",
    ),
    "a key twice": (lambda: keyed_union(case("S", string) | case("S", integer)), "two cases are named 'S'"),
    "no class": (lambda: keyed_union(case("S", json_value)), "say which class it writes"),
    "a codec": (lambda: keyed_union(any_string), 'write case("name", codec)'),
}
any_string: Any = string


@pytest.mark.parametrize("name", MISUSES)
def test_a_misuse_says_what_to_write(name: str) -> None:
    make, words = MISUSES[name]
    with pytest.raises(ValueError) as caught:  # noqa: PT011 the words are compared below
        make()
    assert words in str(caught.value)


def test_what_takes_the_rest_keeps_its_digits_and_its_secrets() -> None:
    rest = keyed_union(case("S", string) | otherwise(dict_of(decimal)))
    raw = b'{"N":12345678901234567890.1234567890}'
    assert rest.decode_json(raw) == Success({"N": Decimal("12345678901234567890.1234567890")})
    hidden = keep_text(json_text(keyed_union(case("S", string) | otherwise(Login.codec))))
    assert "hunter2" not in repr(hidden.decode_json(b'"{\\"password\\":\\"hunter2\\"}"'))


class Login(Record):
    """What only `otherwise` reads."""

    password: str = field("password", string, secret=True)
