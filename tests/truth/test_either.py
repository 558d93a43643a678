"""The truth table of `a | b`: what tells the cases apart, which one writes, and what errors say."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Decoder,
    Record,
    XmlStyle,
    array,
    big_integer,
    boolean,
    case,
    decimal,
    dict_of,
    enum_of,
    field,
    integer,
    json_text,
    json_value,
    keyed_union,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    plain_only,
    string,
    tagged_union,
    text,
    tuple_of,
    uuid_text,
)
from tests.registry import Unit
from tests.rows import Outcome, comes_back, read, says, written


class A(Record):
    a: int = field("a", integer)


class Aliased(Record):
    a: int = field("a", integer, aliases=("c",))


class B(Record):
    b: str = field("b", string)
    n: int = field("n", integer, default=0)


class X(Record):
    op: str = field("op", literal("x"))
    v: int = field("v", integer)


class Y(Record):
    op: str = field("op", literal("y"))
    v: str = field("v", string)


class MayA(Record):
    a: int | None = field("a", integer, default=None)


class MayB(Record):
    b: int | None = field("b", integer, default=None)


class Words(Record):
    words: str = field("words", string, xml=text)


class Node(Record):
    v: int = field("v", integer)
    below: Any = field("below", lazy(lambda: nodes), default=None)


class Holder(Record):
    v: Any = field("v", integer | string)
    w: Any = field("w", nullable(A.codec | array(integer)), default=None)


three: Codec[Any] = integer | string | array(integer)
records: Codec[Any] = A.codec | B.codec
literals: Codec[Any] = X.codec | Y.codec
loose: Codec[Any] = MayA.codec | MayB.codec
lists: Codec[Any] = array(integer) | tuple_of(string, string)
late: Codec[Any] = lazy(lambda: integer) | lazy(lambda: string)
nodes: Codec[Any] = array(lazy(lambda: Node.codec)) | null
keyed: Codec[Any] = keyed_union(case("S", string) | case("L", array(integer)))
tagged: Codec[Any] = tagged_union("k", case("a", A) | case("b", B))
unions: Codec[Any] = tagged | keyed | integer
unit: Codec[Any] = enum_of(Unit)

READ: list[tuple[Codec[Any], str, Outcome]] = [
    # by kind
    (three, "1", Success(1)),
    (three, '"x"', Success("x")),
    (three, "[1]", Success((1,))),
    (three, "null", says("$: expected a number or a string or an array, got null")),
    (three, "{}", says("$: expected a number or a string or an array, got an object")),
    (three, "[1, null]", says("$[1]: expected an integer, got null")),
    (three, "1.5", says("$: expected an integer, got a number")),
    (integer | null, "null", Success(None)),
    (nullable(integer) | string, "null", Success(None)),
    (nullable(integer | string), '"x"', Success("x")),
    (integer | number, "1", Success(1)),
    (integer | number, "1.5", Success(1.5)),
    (integer | decimal, "1.5", Success(Decimal("1.5"))),
    (integer | boolean, "true", Success(True)),
    (big_integer | string, "99999999999999999999", Success(99999999999999999999)),
    (unit | integer, '"days"', Success(Unit.DAYS)),
    # by required members and literals
    (records, '{"a": 1}', Success(A(a=1))),
    (records, '{"b": "x"}', Success(B(b="x"))),
    (records, '{"b": 1}', says("$.b: expected a string, got an integer")),
    (records, '{"b": 1, "n": "x"}', says(
        "$.b: expected a string, got an integer", "$.n: expected an integer, got a string")),
    (literals, '{"op": "y", "v": "w"}', Success(Y(op="y", v="w"))),
    (literals, '{"op": "y", "v": 1}', says("$.v: expected a string, got an integer")),
    (literals, '{"op": "z", "v": 1}', says(
        "$: no alternative fits", '  X: $.op: expected "x"', '  Y: $.op: expected "y"',
        "    $.v: expected a string, got an integer")),
    (three | A.codec | B.codec, '{"b": "x"}', Success(B(b="x"))),
    (one_of(case("a", nullable(A.codec)) | case("b", B)), '{"a": "x"}',
     says("$.a: expected an integer, got a string")),
    (nullable(A.codec) | B.codec, '{"b": 1}', says("$.b: expected a string, got an integer")),
    (nullable(A.codec) | B.codec, "null", Success(None)),
    (one_of(case("a", string | A.codec) | case("b", B)), '{"a": "x"}',
     says("$.a: expected an integer, got a string")),
    (one_of(case("a", nullable(Aliased.codec)) | case("b", B)), '{"c": "x"}',
     says("$.c: expected an integer, got a string")),
    # else in order
    (records, '{"a": 1, "b": "x"}', Success(A(a=1))),
    (loose, '{"b": 1}', Success(MayA(a=None))),
    (lists, "[]", Success(())),
    (lists, '["x", "y"]', Success(("x", "y"))),
    (json_text(array(integer)) | string, '"[1]"', Success((1,))),
    (json_text(array(integer)) | string, '"x"', Success("x")),
    # names in errors
    (records, "{}", says("$: no alternative fits", "  A: $.a: missing", "  B: $.b: missing")),
    (A.codec.named("an a") | B.codec, "{}", says(
        "$: no alternative fits", "  an a: $.a: missing", "  B: $.b: missing")),
    (array(integer) | array(string).named("words"), "[1.5]", says(
        "$: no alternative fits", "  array: $[0]: expected an integer, got a number",
        "  words: $[0]: expected a string, got a number")),
    # over a lazy
    (late, '"x"', Success("x")),
    (late, "1", Success(1)),
    (lazy(lambda: array(integer)) | array(string), '["x"]', Success(("x",))),
    (Node.codec, '{"v": 1, "below": [{"v": 2, "below": null}]}',
     Success(Node(v=1, below=(Node(v=2, below=None),)))),
    (Node.codec, '{"v": 1, "below": [{"v": 2, "below": 3}]}',
     says("$.below[0].below: expected an array or null, got an integer")),
    # unions of unions
    (array(unions), '[{"k": "a", "a": 1}, {"L": [1]}, 5]', Success((A(a=1), (1,), 5))),
    (unions, '{"k": "b"}', says("$.b: missing")),
    (unions, '{"k": "c", "L": []}', Success(())),
    (unions, '{"L": 1}', says("$.L: expected an array, got an integer")),
    (dict_of(integer, keys=integer | string), '{"1": 2, "a": 3}', Success({1: 2, "a": 3})),
    # in XML
    (Holder.codec, "<r><v>1</v></r>", Success(Holder(v=1))),
    (Holder.codec, "<r><v>a</v></r>", Success(Holder(v="a"))),
    (array(records), "<r><i><a>1</a></i><i><b>x</b></i></r>", Success((A(a=1), B(b="x")))),
    (array(A.codec | Words.codec), "<r><i><a>1</a></i><i>x</i></r>", Success((A(a=1), Words(words="x")))),
    (array(unions), "<r><i><L><i>1</i></L></i><i>5</i></r>", Success(((1,), 5))),
    # an element may be an object and an array: required members tell, else the order
    (A.codec | array(integer), "<r><i>1</i><i>2</i></r>", Success((1, 2))),
    (array(integer) | A.codec, "<r><a>1</a></r>", Success(A(a=1))),
    (array(integer) | A.codec, "<r><i>1</i></r>", Success((1,))),
    (array(integer) | A.codec, "<r/>", Success(())),
    (A.codec | array(integer), "<r><a>x</a></r>", says("$.a: expected an integer, got text")),
    (array(integer) | MayA.codec, "<r><a>1</a></r>", Success((1,))),
    (MayA.codec | array(integer), "<r><a>1</a></r>", Success(MayA(a=1))),
    (array(array(integer) | A.codec), "<r><i><a>1</a></i><i><j>2</j></i></r>", Success((A(a=1), (2,)))),
    (array(integer) | keyed, "<r><S>x</S></r>", Success("x")),
    (array(string) | tagged, "<r k='a'><a>1</a></r>", Success(A(a=1))),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_cases_are_told_apart(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    assert read(codec, raw) == expected


WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (three, (1,), "json", Success("[1]")),
    (records, B(b="x"), "json", Success('{"b":"x","n":0}')),
    (boolean | integer, True, "json", Success("true")),
    (integer | boolean, True, "json", Success("true")),
    (integer | number, 1.0, "json", Success("1.0")),
    (loose, MayB(b=1), "json", says("$: this would be read as MayA")),
    # a tie: in order, the first whose text reads back as the same value
    (lists, (), "json", Success("[]")),
    (lists, (1,), "json", Success("[1]")),
    (lists, ("x", "y"), "json", Success('["x","y"]')),
    (array(integer) | array(string), ("x",), "json", Success('["x"]')),
    (array(array(integer) | array(string)), ((1,), ("x",), (2,)), "json", Success('[[1],["x"],[2]]')),
    (json_text(array(integer)) | array(integer), (1,), "json", Success('"[1]"')),
    (array(integer) | json_text(array(integer)), (1,), "json", Success("[1]")),
    (uuid_text.map(str, UUID) | string, "zz", "json", Success('"zz"')),
    (integer | string, "1", "xml", says("$: this would be read as integer")),
    (integer | string, "x", "xml", Success("<r>x</r>")),
    (array(integer) | A.codec, A(a=1), "xml", Success("<r><a>1</a></r>")),
    (array(integer) | MayA.codec, MayA(a=1), "xml", says("$: this would be read as array")),
    (array(unions), (A(a=1), (1,), 5), "json", Success('[{"k":"a","a":1},{"L":[1]},5]')),
    (records, 5, "json", says("$: expected A or B, got an integer")),
    (lists, (1, "x"), "json", says("$[1]: expected an integer, got a string")),
]


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_the_class_of_a_value_says_which_case_writes(
    codec: Codec[Any], value: object, form: str, expected: Outcome
) -> None:
    assert written(codec, value, form) == expected


BACK: list[tuple[Codec[Any], Any]] = [
    (three, (1, 2)),
    (records, B(b="x", n=1)),
    (literals, Y(op="y", v="w")),
    (lists, ("x", "y")),
    (lists, ()),
    (nullable(integer | boolean), False),
    (Node.codec, Node(v=1, below=(Node(v=2, below=None),))),
    (array(unions), (A(a=1), (1,), 5, B(b="x"))),
    (Holder.codec, Holder(v="x", w=A(a=1))),
    (Holder.codec, Holder(v=1, w=(1, 2))),
    (array(array(integer) | A.codec), ((1,), A(a=1), ())),
    (array(A.codec | array(integer)), ((1,), A(a=1), ())),
    (array(array(array(integer) | A.codec)), (((1,), A(a=1)), ())),
]


@pytest.mark.parametrize(("codec", "value"), BACK, ids=lambda each: str(each)[:40])
def test_what_is_written_is_read(codec: Codec[Any], value: object) -> None:
    assert comes_back(codec, value)


def test_items_that_are_called_as_a_member_are_not_written() -> None:
    style = XmlStyle(item="a")
    lists_first: Codec[Any] = array(integer) | A.codec
    for way in (nullcontext, plain_only):
        with way():
            for _ in range(3):
                found = lists_first.encode_xml((1,), style=style)
                assert str(found.failure()) == "$: this would be read as A"
                assert lists_first.encode_xml((), style=style, root="r") == Success(b"<r/>")


def test_it_is_flat_associative_and_of_codecs_a_codec() -> None:
    assert integer | (string | array(integer)) == three
    assert isinstance(three, Codec)
    for either in (integer | string.map(len), string.map(len) | integer):
        assert type(either) is Decoder
        assert read(either, '"four"') == Success(4)


any_class: Any = A
any_case: Any = case("a", A)
MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "an unknown class": (lambda: integer | json_value, "one_of(case("),
    "a function of no class": (lambda: string.map(lambda s: s, lambda s: s) | integer, "one_of(case("),
    "a case": (lambda: any_case | string, 'write case("name", codec)'),
    "a record class": (lambda: string | any_class, "the codec of a record X is X.codec"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISUSES)
def test_a_misuse_says_what_to_write(name: str) -> None:
    build, words = MISUSES[name]
    with pytest.raises(ValueError, match=re.escape(words)):
        build()
