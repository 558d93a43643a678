"""`a | b`: what tells the cases apart, which one writes, and what errors say."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import PurePosixPath
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    NoAlternative,
    Record,
    WrongKind,
    array,
    at,
    aws,
    boolean,
    by_kind,
    case,
    dict_of,
    enum_of,
    field,
    integer,
    iso_date,
    json_schema,
    json_text,
    json_value,
    lazy,
    literal,
    nullable,
    number,
    plain_only,
    result_of,
    string,
    text,
)
from ecr_decode.node import kinds as n
from tests.problems import problems, reason


class A(Record):
    a: int = field("a", integer)


class B(Record):
    b: str = field("b", string)


class V1(Record):
    v: int = field("v", literal(1))


class V2(Record):
    v: int = field("v", literal(2))
    x: int = field("x", integer)


class Body(Record):
    body: str = field("body", string, xml=text)


def as_path(name: str) -> PurePosixPath:
    return PurePosixPath(name)


three = string | A.codec | B.codec
lists: Codec[Any] = array(integer) | array(string)
any_string: Any = string


def cases(codec: Decoder[Any]) -> list[str]:
    assert isinstance(codec.node, n.Union)
    return [each.name for each in codec.node.cases]


def test_it_is_flat_and_associative() -> None:
    assert cases(three) == ["string", "A", "B"]
    assert string | (A.codec | B.codec) == three
    assert cases((string | integer) | (boolean | A.codec)) == ["string", "integer", "boolean", "A"]
    assert cases((string | integer).named("a size") | boolean) == ["a size", "boolean"]
    assert cases(by_kind(case("i", integer) | case("s", string)) | boolean) == ["number or string", "boolean"]


READ: dict[str, tuple[Codec[Any], str, Any]] = {
    "the kind": (three, '"x"', "x"),
    "a required member": (three, '{"b": "x"}', B(b="x")),
    "the order": (three, '{"a": 1, "b": "x"}', A(a=1)),
    "a constant": (V1.codec | V2.codec, '{"v": 2, "x": 1}', V2(v=2, x=1)),
    "items": (lists, '["a"]', ("a",)),
    "a lenient scalar": (aws.integer | A.codec, '"5"', 5),
    "null": (string | nullable(integer), "null", None),
}


@pytest.mark.parametrize("name", READ)
def test_what_tells_apart(name: str) -> None:
    codec, raw, value = READ[name]
    for _ in range(2):  # plain, then compiled
        assert codec.decode_json(raw) == Success(value)
    with plain_only():
        assert codec.decode_json(raw) == Success(value)


REFUSED: dict[str, tuple[Codec[Any], str, str]] = {
    "another kind": (three, "1", "$: expected a string or an object, got an integer"),
    "one case of the kind": (integer | A.codec | B.codec, "1.5", "$: expected an integer, got a number"),
    "one case with the members": (three, '{"b": 1}', "$.b: expected a string, got an integer"),
    "no case with the members": (
        three,
        "{}",
        "$: no alternative fits\n  A: $.a: missing\n  B: $.b: missing",
    ),
    "names": (
        array(integer).named("sizes") | array(string),
        "[1.5]",
        "$: no alternative fits\n  sizes: $[0]: expected an integer, got a number\n"
        "  array: $[0]: expected a string, got a number",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_errors_say(name: str) -> None:
    codec, raw, words = REFUSED[name]
    assert str(codec.decode_json(raw).failure()) == words


WRITTEN: dict[str, tuple[Codec[Any], Any, bytes]] = {
    "by its class": (three, B(b="x"), b'{"b":"x"}'),
    "by a class that it inherits from": (
        dict_of(string) | string,
        type("D", (dict,), {})(a="b"),
        b'{"a":"b"}',
    ),
    "the first of a tie": (lists, (), b"[]"),
    "the second of a tie": (lists, ("a",), b'["a"]'),
    "a tie of kinds": (integer | string.map(int, str), 2**70, b'"1180591620717411303424"'),
    "a text for a text": (json_text(string) | string, "a", b'"\\"a\\""'),
    "a class that a function makes": (string.map(PurePosixPath, str) | integer, PurePosixPath("a"), b'"a"'),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written(name: str) -> None:
    codec, value, raw = WRITTEN[name]
    for _ in range(3):
        assert codec.encode_json(value) == Success(raw)
    assert codec.decode_json(raw) == Success(value)


def test_a_text_that_would_be_read_as_another_case_is_not_written() -> None:
    loose: Any = number | integer
    assert problems(loose.encode_json(1)) == [((), BadValue("this would be read as number"))]
    xml = string | integer
    assert problems(xml.encode_xml("1")) == [((), BadValue("this would be read as integer"))]


def test_the_problems_of_the_first_are_told_if_no_case_of_a_class_writes() -> None:
    assert problems(lists.encode_json((1, "a"))) == [((1,), WrongKind("an integer", "a string"))]
    assert reason(lists.encode_json("a")) == WrongKind("tuple", "a string")


def test_every_form_writes_the_same_case() -> None:
    value: Any = ("a",)
    assert lists.check(value) == Success(value)
    assert lists.encode_xml(value, root="r") == Success(b"<r><item>a</item></r>")
    assert at("a", lists).encode_query(value) == Success("a.member.1=a")


def test_over_thunks() -> None:
    tree: Codec[Any] = string | array(lazy(lambda: tree))
    value = ("a", ("b", ()))
    assert tree.decode_json(tree.encode_json(value).unwrap()) == Success(value)
    assert str(tree.decode_json('[["a", 1]]').failure()) == (
        "$[0][1]: expected a string or an array, got an integer"
    )
    late: Codec[Any] = lazy(lambda: words) | integer | lazy(lambda: json_value)
    words: Codec[str] = string
    assert late.decode_json('"x"') == Success("x")
    assert late.encode_json("x") == Success(b'"x"')
    assert late.encode_json({"a": [1]}) == Success(b'{"a":[1]}')
    itself: Codec[Any] = string | lazy(lambda: itself)
    assert itself.decode_json('"x"') == Success("x")


LATE: dict[str, Codec[Any]] = {
    "itself": lazy(lambda: integer),
    "under a name": lazy(lambda: integer).named("a count"),
    "under a rule": lazy(lambda: integer).refine(bool, "expected a count"),
    "in text": json_text(lazy(lambda: integer)),
    "further in": at("count", lazy(lambda: integer)),
}


@pytest.mark.parametrize("name", LATE)
def test_the_class_that_is_written_may_be_known_only_then(name: str) -> None:
    either: Any = array(string) | LATE[name]
    for _ in range(3):
        assert either.encode_json(1) == LATE[name].encode_json(1)
        assert reason(either.encode_json(1.5)) == WrongKind("tuple or int", "a number")


def test_a_thunk_that_builds_anew_ends() -> None:
    def tree() -> Codec[Any]:
        made: Codec[Any] = string | dict_of(lazy(tree)) | array(lazy(tree))
        return made

    assert tree().decode_json('[{"a": ["x"]}]') == Success(({"a": ("x",)},))
    assert tree().encode_json(({"a": ("x",)},)) == Success(b'[{"a":["x"]}]')


def test_ties_within_ties_take_linear_time() -> None:
    deep: Codec[Any] = array(lazy(lambda: deep)) | array(integer) | array(string)
    value: Any = ("a",)
    wrong: Any = (object(),)
    for _ in range(150):
        value, wrong = (value,), (wrong,)
    assert deep.decode_json(deep.encode_json(value).unwrap()) == Success(value)
    assert len(problems(deep.encode_json(wrong))) == 1


class Way(Enum):
    UP = "up"


def test_errors_call_alternatives_of_one_kind_by_what_they_are() -> None:
    either = enum_of(Way) | iso_date | literal("none")
    why = reason(either.decode_json(b'"x"'))
    assert isinstance(why, NoAlternative)
    assert [each.name for each in why.alternatives] == ["Way", "date", '"none"']
    assert reason((enum_of(Way) | string).encode_json("up")) == BadValue("this would be read as Way")


def test_with_a_decoder_it_is_a_decoder() -> None:
    length = string.map(len)
    for either in (length | integer, integer | length):
        assert type(either) is Decoder
        assert either.decode_json('"four"') == Success(4)
    assert isinstance(integer | boolean, Codec)
    assert cases(length | json_value | length) == ["string", "value", "string"]


def test_the_schema_is_that_of_the_cases() -> None:
    schema: Any = json_schema(string | boolean)
    assert schema["anyOf"] == [{"type": "string"}, {"type": "boolean"}]


MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "an unknown class": (
        lambda: string | json_value,
        'write one_of(case("value", codec, when=C) | case("name", other))',
    ),
    "an unknown class of a function": (
        lambda: string.map(as_path, str) | integer,
        'write one_of(case("string", codec, when=C) | case("name", other))',
    ),
    "a result before": (lambda: result_of(string.map(len)) | integer, "it never fails; put it last"),
    "a case before": (lambda: any_case | string, 'write case("name", codec)'),
    "a case behind": (lambda: any_string | case("a", A), "expected a codec, got"),
    "a record class": (lambda: any_string | A, "the codec of a record X is X.codec"),
    "a record class before": (lambda: any_a | string, "the codec of a record X is X.codec"),
    "a class": (lambda: any_string | int, "expected a codec, got <class 'int'>"),
    "None": (lambda: None | any_string, "expected a codec, got None"),
}
any_case: Any = case("a", A)
any_a: Any = A


@pytest.mark.parametrize("name", MISUSES)
def test_a_misuse_says_what_to_write(name: str) -> None:
    make, words = MISUSES[name]
    with pytest.raises(ValueError) as caught:  # noqa: PT011 the words are compared below
        make()
    assert words in str(caught.value)


def test_a_record_of_text_is_read_from_xml() -> None:
    either = array(integer) | Body.codec | A.codec
    assert either.decode_xml("<r>words</r>") == Success(Body(body="words"))
