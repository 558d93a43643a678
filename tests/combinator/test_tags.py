"""Tags of unions: texts, integers and booleans, one or several for a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum, StrEnum
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from returns.result import Success

from ecr_decode import (
    BadTag,
    BadValue,
    Missing,
    Null,
    Record,
    WrongKind,
    array,
    attribute,
    by_kind,
    case,
    field,
    integer,
    json_schema,
    keyed_union,
    literal,
    one_of,
    otherwise,
    plain_only,
    string,
    tagged_union,
)
from ecr_decode.describe.strategy import from_codec
from tests.problems import problems


class One(Record):
    a: int = field("a", integer)


class Texts(Record):
    a: int = field("a", integer)


class Flag(Record):
    pass


class Aliased(Record):
    kind: str = field("kind", string, aliases=("k",))


class Held(Record):
    kind: str = field("kind", string)


class Numbered(Record):
    kind: int = field("kind", integer, xml=attribute)


mixed = tagged_union("kind", case(1, One) | case(("1", "one"), Texts) | case((True, False), Flag))
EVERY = (1, "1", "one", True, False)
held = tagged_union("kind", case(("b", "c"), Held) | case((1, 2), Numbered))
any_case: Any = case
any_tagged: Any = tagged_union

READ: dict[str, tuple[Any, Any]] = {
    "an integer": (1, One(a=5)),
    "a text of digits": ("1", Texts(a=5)),
    "another text": ("one", Texts(a=5)),
    "true": (True, Flag()),
    "false": (False, Flag()),
}


@pytest.mark.parametrize("name", READ)
def test_tags_are_told_apart_by_type_and_value(name: str) -> None:
    tag, value = READ[name]
    assert mixed.of_json({"kind": tag, "a": 5}) == Success(value)


REFUSED: dict[str, tuple[Any, Any]] = {
    "another integer": (2, BadTag(EVERY)),
    "a text that looks like one": ("onee", BadTag(EVERY, "one")),
    "a number that is none": (1.0, WrongKind("a string or an integer or a boolean", "a number")),
    "an array": ([], WrongKind("a string or an integer or a boolean", "an array")),
    "null": (None, Null("a string or an integer or a boolean")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_tag_is_refused(name: str) -> None:
    tag, why = REFUSED[name]
    assert problems(mixed.of_json({"kind": tag, "a": 5})) == [(("kind",), why)]


def test_a_missing_tag_lists_the_choices() -> None:
    assert problems(mixed.of_json({})) == [(("kind",), Missing(expected=EVERY))]
    union = tagged_union("kind", case("get", One) | case("put", Flag))
    assert str(union.of_json({}).failure()) == '$.kind: missing, expected "get" or "put"'
    assert str(any_tagged("k", case(1, One)).of_json({"k": "1"}).failure()) == (
        "$.k: expected an integer, got a string"
    )


def test_the_first_tag_is_written() -> None:
    assert mixed.to_json(Texts(a=5)) == Success({"kind": "1", "a": 5})
    assert mixed.to_json(Flag()) == Success({"kind": True})
    assert mixed.encode_json(One(a=5)) == Success(b'{"kind":1,"a":5}')
    assert mixed.encode_query(Flag()) == Success("kind=true")


def test_a_record_that_holds_its_tag_writes_any_of_its_case() -> None:
    assert held.to_json(Held(kind="c")) == Success({"kind": "c"})
    assert held.to_json(Numbered(kind=2)) == Success({"kind": 2})
    assert problems(held.to_json(Held(kind="d"))) == [(("kind",), BadValue('expected "b" or "c"'))]
    assert problems(held.to_json(Numbered(kind=3))) == [(("kind",), BadValue("expected 1 or 2"))]


def test_text_is_read_as_the_type_of_a_tag_in_xml() -> None:
    assert held.decode_xml("<r><kind>c</kind></r>") == Success(Held(kind="c"))
    assert held.decode_xml("<r kind='2'/>") == Success(Numbered(kind=2))
    assert held.encode_xml(Numbered(kind=2), root="r") == Success(b'<r kind="2"></r>')
    assert mixed.decode_xml("<r><kind>true</kind></r>") == Success(Flag())
    assert mixed.decode_xml("<r><kind>1</kind><a>5</a></r>") == Success(Texts(a=5))


def test_a_tag_that_xml_would_take_for_another_is_not_written() -> None:
    assert mixed.encode_xml(Texts(a=5)).map(mixed.decode_xml) == Success(Success(Texts(a=5)))
    assert problems(mixed.encode_xml(One(a=5))) == [((), BadValue("this would be read as 1"))]


def test_a_constant_of_a_record_may_be_its_tag() -> None:
    class Second(Record):
        kind: int = field("kind", literal(2))

    union = tagged_union("kind", case(1, One) | case(2, Second))
    assert union.of_json({"kind": 2}) == Success(Second(kind=2))
    assert union.to_json(Second(kind=2)) == Success({"kind": 2})


def test_members_of_enumerations_are_tags_by_their_values() -> None:
    class Word(StrEnum):
        ONE = "one"

    class Count(IntEnum):
        TWO = 2

    union = tagged_union("kind", case(Word.ONE, One) | case(Count.TWO, Flag))
    assert union.decode_json('{"kind": "one", "a": 1}') == Success(One(a=1))
    assert union.encode_json(Flag()) == Success(b'{"kind":2}')


@given(from_codec(held))
def test_test_data_holds_the_tags(value: Held | Numbered) -> None:
    assert held.decode_json(held.encode_json(value).unwrap()) == Success(value)


def test_the_schema_lists_the_tags() -> None:
    schema: Any = json_schema(mixed)
    assert schema["properties"] == {"kind": {"enum": [1, "1", "one", True, False]}}
    assert [each["properties"]["kind"] for each in schema["oneOf"]] == [
        {"const": 1},
        {"enum": ["1", "one"]},
        {"enum": [True, False]},
    ]


def test_a_union_is_a_case_of_a_union() -> None:
    either = by_kind(case("tagged", mixed) | case("many", array(string)))
    assert either.to_json(Flag()) == Success({"kind": True})
    assert either.to_json(("a",)) == Success(["a"])
    outer = tagged_union("sort", case("a", held) | case("b", one_of(case("x", One) | case("y", Texts))))
    assert outer.to_json(Held(kind="b")) == Success({"sort": "a", "kind": "b"})
    assert outer.of_json({"sort": "a", "kind": 1}) == Success(Numbered(kind=1))
    assert problems(outer.to_json(any_case)) == [
        ((), WrongKind("Held or Numbered or One or Texts", "a function"))
    ]


MISUSES: dict[str, tuple[Any, str]] = {
    "a float": (lambda: any_case(1.5, One), "expected a text, an integer of 64 bits or a boolean, got 1.5"),
    "an integer beyond 64 bits": (lambda: any_case(2**64, One), "expected a text, an integer of 64 bits"),
    "a surrogate": (lambda: any_case("\ud800", One), "expected a text"),
    "no tags": (lambda: any_case((), One), 'write case("name", codec)'),
    "null among tags": (lambda: any_case(("a", None), One), "expected a text"),
    "a tag twice": (lambda: any_tagged("k", case(1, One) | case((2, 1), Flag)), "two cases are named 1"),
    "a tag twice in a case": (lambda: any_tagged("k", case(("a", "a"), One)), "two cases are named 'a'"),
    "a number for a name": (lambda: one_of(case(1, One)), "tags that are not one text are for tagged_union"),
    "several names": (lambda: by_kind(case(("a", "b"), One)), "tags that are not one text are for tagged"),
    "an alias": (
        lambda: tagged_union("k", case("a", Aliased)),
        "kind of Aliased has the tag as an alias; write field('k', ..., aliases=('kind',))",
    ),
    "a decoder": (lambda: case("a", string.map(len)), "a union that only reads is a | b"),
    "one class": (
        lambda: any_tagged("k", case(1, string) | case(2, string)),
        "give one a class of its own: case('2', codec.map(C, g))",
    ),
}


@pytest.mark.parametrize("name", MISUSES)
def test_a_misuse_says_what_to_write(name: str) -> None:
    make, words = MISUSES[name]
    with pytest.raises(ValueError) as caught:  # noqa: PT011 the words are compared below
        make()
    assert words in str(caught.value)


@pytest.mark.parametrize("union", [partial(tagged_union, "status"), keyed_union])
def test_two_cases_of_one_codec_are_one_case_with_two_tags(union: Callable[[Any], object]) -> None:
    cases: Any = case("success", One) | case("ok", One)
    with pytest.raises(
        ValueError, match=re.escape("both write One; write case(('success', 'ok'), codec), say when=")
    ):
        union(cases)


class Typed(Record):
    kind: str | None = field("kind", string, default=None)
    size: int = field("size", integer)


@pytest.mark.parametrize("raw", [b'{"size":1}', b'{"kind":"typed","size":1}', b'{"kind":"other","size":1}'])
def test_a_record_that_has_the_tag_itself_is_written_without_one_where_it_had_none(raw: bytes) -> None:
    typed = tagged_union("kind", case("typed", Typed) | otherwise(Typed.codec))
    for _ in range(3):
        assert typed.encode_json(typed.decode_json(raw).unwrap()) == Success(raw)
    with plain_only():
        assert typed.encode_json(typed.decode_json(raw).unwrap()) == Success(raw)


def test_a_record_gets_the_tag_where_no_other_case_reads_it_without_one() -> None:
    for typed in (
        tagged_union("kind", case("typed", Typed) | case("one", One)),
        tagged_union("kind", case("typed", Typed) | otherwise(One.codec)),
    ):
        assert typed.encode_json(Typed(size=1)) == Success(b'{"kind":"typed","size":1}')
