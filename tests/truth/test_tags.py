"""The truth table of tags that are integers or booleans."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    XSI,
    Codec,
    Record,
    array,
    attribute,
    case,
    field,
    inline,
    integer,
    json_value,
    literal,
    otherwise,
    string,
    tagged_union,
)
from tests.rows import Outcome, comes_back, read, says, written


class A(Record):
    a: int = field("a", integer, default=0)


class B(Record):
    b: str = field("b", string, default="")


class C(Record):
    """Holds its tag itself."""

    k: int = field("k", literal(3))


class Numbered(Record):
    k: int = field("k", integer, xml=attribute)


counts: Codec[Any] = tagged_union("k", case(1, A) | case((2, 20), B) | case(3, C))
flags: Codec[Any] = tagged_union("k", case(True, A) | case(False, B))
mixed: Codec[Any] = tagged_union("k", case(1, A) | case(True, B) | case("one", C))
loose: Codec[Any] = tagged_union("k", case(1, A) | otherwise(json_value))
hinted: Codec[Any] = tagged_union("k", case(1, A) | case(2, B), xml=attribute("k", ns=XSI))
own: Codec[Any] = tagged_union("k", case((1, 2), Numbered) | case("a", B))


class Shape(Record):
    id: int = field("id", integer)
    shape: Any = inline(counts)


ONE_OF_FOUR = "$.k: expected 1 or 2 or 20 or 3"
READ: list[tuple[Codec[Any], str, Outcome]] = [
    # by type and value
    (counts, '{"k": 1, "a": 5}', Success(A(a=5))),
    (counts, '{"k": 20, "b": "x"}', Success(B(b="x"))),
    (counts, '{"k": 3}', Success(C(k=3))),
    (counts, '{"k": 1.0}', says("$.k: expected an integer, got a number")),
    (counts, '{"k": true}', says("$.k: expected an integer, got a boolean")),
    (counts, '{"k": "1"}', says("$.k: expected an integer, got a string")),
    (counts, '{"k": []}', says("$.k: expected an integer, got an array")),
    (counts, '{"k": {}}', says("$.k: expected an integer, got an object")),
    (counts, '{"k": null}', says("$.k: expected an integer, got null")),
    (counts, '{"k": 4}', says(ONE_OF_FOUR)),
    (counts, '{"k": 18446744073709551617}', says(ONE_OF_FOUR)),
    (counts, "{}", says("$.k: missing, expected 1 or 2 or 20 or 3")),
    (flags, '{"k": true}', Success(A())),
    (flags, '{"k": false}', Success(B())),
    (flags, '{"k": 1}', says("$.k: expected a boolean, got an integer")),
    (flags, '{"k": "true"}', says("$.k: expected a boolean, got a string")),
    (mixed, '{"k": 1}', Success(A())),
    (mixed, '{"k": true}', Success(B())),
    (mixed, '{"k": "1"}', says('$.k: expected 1 or true or "one"')),
    (mixed, '{"k": 1.0}', says("$.k: expected a string or an integer or a boolean, got a number")),
    (loose, '{"k": true, "x": 1}', Success({"k": True, "x": 1})),
    (loose, '{"k": 1.0}', Success({"k": 1.0})),
    (loose, '{"k": 1, "a": 2}', Success(A(a=2))),
    (own, '{"k": 2}', Success(Numbered(k=2))),
    (Shape.codec, '{"id": 1, "k": 2, "b": "x"}', Success(Shape(id=1, shape=B(b="x")))),
    (Shape.codec, '{"id": 1, "k": "2"}', says("$.k: expected an integer, got a string")),
    (array(counts), '[{"k": 1}, {"k": true}]', says("$[1].k: expected an integer, got a boolean")),
    # in XML, as integer and boolean read text there
    (counts, "<r><k>1</k><a>5</a></r>", Success(A(a=5))),
    (counts, "<r><k> +20 </k></r>", Success(B())),
    (counts, "<r k='01'/>", Success(A())),
    (counts, "<r><k>1.0</k></r>", says("$.k: expected an integer, got text")),
    (counts, "<r><k>true</k></r>", says("$.k: expected an integer, got text")),
    (counts, "<r><k>4</k></r>", says(ONE_OF_FOUR)),
    (counts, "<r><k><z/></k></r>", says("$.k: expected an integer, got an element")),
    (counts, "<r><k>1</k><k>1</k></r>", says("$.k: expected an integer, got several elements")),
    (flags, "<r><k>1</k></r>", Success(A())),
    (flags, "<r k=' false '/>", Success(B())),
    (flags, "<r><k>yes</k></r>", says("$.k: expected a boolean, got text")),
    (hinted, f'<r xmlns:i="{XSI}" i:k="2"><b>x</b></r>', Success(B(b="x"))),
    (hinted, "<r k='2'/>", says("$.k: missing, expected 1 or 2")),
    (own, "<r k='2'/>", Success(Numbered(k=2))),
    (Shape.codec, "<r><id>1</id><k>3</k></r>", Success(Shape(id=1, shape=C(k=3)))),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_a_tag_is_told_by_its_type_and_value(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    assert read(codec, raw) == expected


one_or_other = tagged_union("k", case(1, Numbered) | otherwise(Numbered.codec))

WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (counts, B(b="x"), "json", Success('{"k":2,"b":"x"}')),
    (counts, A(a=5), "xml", Success("<r><k>1</k><a>5</a></r>")),
    (counts, A(a=5), "query", Success("k=1&a=5")),
    (flags, B(b="x"), "query", Success("k=false&b=x")),
    (mixed, B(b="x"), "json", Success('{"k":true,"b":"x"}')),
    (loose, {"k": True}, "json", Success('{"k":true}')),
    (loose, {"k": 1}, "json", says("$.k: another case has this tag")),
    (own, Numbered(k=2), "json", Success('{"k":2}')),
    (own, Numbered(k=3), "json", says("$.k: expected 1 or 2")),
    (one_or_other, Numbered(k=1), "json", Success('{"k":1}')),
    (one_or_other, Numbered(k=2), "json", Success('{"k":2}')),
    (Shape.codec, Shape(id=1, shape=A(a=2)), "json", Success('{"id":1,"k":1,"a":2}')),
]


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_the_tag_is_written(codec: Codec[Any], value: object, form: str, expected: Outcome) -> None:
    assert written(codec, value, form) == expected


@pytest.mark.parametrize(
    ("codec", "value"),
    [(counts, A(a=1)), (counts, B(b="x")), (counts, C(k=3)), (flags, A(a=1)), (flags, B(b="x")),
     (hinted, B(b="x")), (own, Numbered(k=2)), (Shape.codec, Shape(id=1, shape=C(k=3))),
     (array(flags), (A(a=1), B(b="x")))],
    ids=lambda each: str(each)[:40],
)  # fmt: skip
def test_what_is_written_is_read(codec: Codec[Any], value: object) -> None:
    assert comes_back(codec, value)
