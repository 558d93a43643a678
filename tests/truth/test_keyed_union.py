"""The truth table of `keyed_union`: each row is an input and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    at,
    by_kind,
    case,
    dict_of,
    element,
    field,
    flattened,
    integer,
    keyed_union,
    null,
    nullable,
    otherwise,
    string,
)
from tests.rows import Outcome, comes_back, read, says, written

ATOM = "http://www.w3.org/2005/Atom"


class Num(str):
    """A number that is written as text."""


class Feed(Record):
    title: str = field("title", string)


class Rss(Record):
    n: int = field("n", integer)


value: Codec[Any] = keyed_union(case("S", string) | case("L", array(integer)))
loose: Codec[Any] = keyed_union(case("S", string) | otherwise(dict_of(integer)))
null_case: Codec[Any] = keyed_union(case("S", string) | case("NULL", null))
maybe: Codec[Any] = keyed_union(case("S", string) | case("N", nullable(integer)))
several: Codec[Any] = keyed_union(case(("S", "s"), string) | case("L", array(integer)))
wrapped: Codec[Any] = keyed_union(case("S", string) | case("N", string.map(Num, str)))
by_its_kind: Codec[Any] = by_kind(case("value", value) | case("count", integer))
feeds: Codec[Any] = keyed_union(case(element("feed", ns=ATOM), Feed) | case("rss", Rss))


class Member(Record):
    v: Any = field("v", value)


class Maybe(Record):
    v: Any = field("v", value, default=None)


class Wrapped(Record):
    items: tuple[Any, ...] = field("items", array(value))


class Flat(Record):
    items: tuple[Any, ...] = field("items", array(value), xml=flattened)


class Lone(Record):
    v: Any = field("v", value, xml=flattened)


class Mapped(Record):
    by_name: dict[str, Any] = field("m", dict_of(value))


READ: list[tuple[Codec[Any], str, Outcome]] = [
    (value, '{"S": "x"}', Success("x")),
    (value, '{"L": [1, 2]}', Success((1, 2))),
    (several, '{"s": "x"}', Success("x")),
    (wrapped, '{"N": "1"}', Success(Num("1"))),
    (by_its_kind, '{"S": "x"}', Success("x")),
    (by_its_kind, "1", Success(1)),
    # no key
    (value, "{}", says('$: missing, expected "S" or "L"')),
    (Member.codec, '{"v": {}}', says('$.v: missing, expected "S" or "L"')),
    (value, '{"__type": "t", "a": 1}', says('$: expected "S" or "L", got "__type" and "a"')),
    # two keys
    (value, '{"S": "x", "L": []}', says('$: expected one of "S" and "L", got both')),
    (value, '{"L": [], "S": "x"}', says('$: expected one of "S" and "L", got both')),
    (several, '{"S": "x", "s": "y"}', says('$: expected one of "S" and "s", got both')),
    # a null is absent unless the case reads null
    (value, '{"S": null, "L": []}', Success(())),
    (value, '{"L": [1], "S": null}', Success((1,))),
    (value, '{"S": null}', says("$.S: expected a string, got null")),
    (value, '{"S": null, "L": null}', says("$.S: expected a string, got null")),
    (null_case, '{"NULL": null}', Success(None)),
    (null_case, '{"NULL": null, "S": null}', Success(None)),
    (null_case, '{"NULL": null, "S": "x"}', says('$: expected one of "S" and "NULL", got both')),
    (maybe, '{"N": null}', Success(None)),
    (maybe, '{"N": null, "S": "x"}', says('$: expected one of "S" and "N", got both')),
    # unknown names
    (value, '{"S": "x", "__type": "t"}', Success("x")),
    (value, '{"a": {"S": 1}, "S": "x", "b": null}', Success("x")),
    (value, '{"X": 1}', says('$.X: expected "S" or "L"')),
    (value, '{"X": null}', says('$.X: expected "S" or "L"')),
    (value, '{"LL": 1}', says('$.LL: expected "S" or "L" (did you mean "L"?)')),
    (value, '{"X": 1, "Y": 2}', says('$: expected "S" or "L", got "X" and "Y"')),
    (loose, '{"X": 1}', Success({"X": 1})),
    (loose, '{"X": 1, "Y": 2}', Success({"X": 1, "Y": 2})),
    (loose, "{}", Success({})),
    (loose, '{"S": "x", "Y": 2}', Success("x")),
    (loose, '{"X": "y"}', says("$.X: expected an integer, got a string")),
    # other kinds
    (value, "[]", says("$: expected an object, got an array")),
    (value, "null", says("$: expected an object, got null")),
    (value, '"S"', says("$: expected an object, got a string")),
    # paths
    (Wrapped.codec, '{"items": [{"S": "x"}, {"L": 1}]}',
     says("$.items[1].L: expected an array, got an integer")),
    (Wrapped.codec, '{"items": [{"L": [1, "x"]}]}',
     says("$.items[0].L[1]: expected an integer, got a string")),
    (Flat.codec, '{"items": [{"S": "x"}, {"L": 1}]}',
     says("$.items[1].L: expected an array, got an integer")),
    (
        Wrapped.codec,
        "<r><items><i><S>x</S></i><i><L><i>q</i></L></i></items></r>",
        says("$.items[1].L[0]: expected an integer, got text"),
    ),
    # an element whose name is fixed holds the key
    (Member.codec, "<r><v><S>x</S></v></r>", Success(Member(v="x"))),
    (Member.codec, "<r><v><z/><L><i>1</i></L></v></r>", Success(Member(v=(1,)))),
    (Member.codec, "<r><v/></r>", says('$.v: missing, expected "S" or "L"')),
    (Member.codec, "<r><S>x</S></r>", says("$.v: missing")),
    (Maybe.codec, "<r/>", Success(Maybe(v=None))),
    (Wrapped.codec, "<r><items><i><S>x</S></i></items></r>", Success(Wrapped(items=("x",)))),
    (Mapped.codec, "<r><m><a><S>x</S></a></m></r>", Success(Mapped(by_name={"a": "x"}))),
    (Member.codec, "<r><v><S>x</S><L/></v></r>", says('$.v: expected one of "S" and "L", got both')),
    # text between children
    (Member.codec, "<r><v> \n<S>x</S> </v></r>", Success(Member(v="x"))),
    (Member.codec, "<r><v>a<S>x</S></v></r>", says("$.v: expected no text beside members")),
    (Member.codec, "<r><v><S>x</S>a</v></r>", says("$.v: expected no text beside members")),
    (array(value), "<r><i>a<S>x</S></i></r>", says("$[0]: expected no text beside members")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_the_key_that_is_there_names_the_case(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    assert read(codec, raw) == expected


FREE: list[tuple[Codec[Any], str, Outcome]] = [
    # the root's name is the key
    (value, "<S>x</S>", Success("x")),
    (value, "<L><i>1</i></L>", Success((1,))),
    (value, "<X/>", says('$.X: expected "S" or "L"')),
    (value, "<v><S>x</S></v>", says('$.v: expected "S" or "L"')),
    (nullable(value), "<S>x</S>", Success("x")),
    (loose, "<X>1</X>", Success({"X": 1})),
    # a flattened member, flattened items
    (Lone.codec, "<r><S>x</S></r>", Success(Lone(v="x"))),
    (Lone.codec, "<r><S>x</S><L/></r>", says('$.v: expected one of "S" and "L", got both')),
    (Flat.codec, "<r><S>x</S><L><i>1</i></L><S>y</S></r>", Success(Flat(items=("x", (1,), "y")))),
    (Flat.codec, "<r><S>x</S><z/><S>y</S></r>", Success(Flat(items=("x", "y")))),
    (Flat.codec, "<r/>", Success(Flat(items=()))),
    (Flat.codec, "<r> <S>x</S>\n</r>", Success(Flat(items=("x",)))),
    (Flat.codec, "<r>a<S>x</S></r>", says("$.items[0]: expected no text beside members")),
    (Flat.codec, "<r><S>x</S><L><i>q</i></L></r>", says("$.items[1].L[0]: expected an integer, got text")),
    # a key with a namespace
    (feeds, f'<feed xmlns="{ATOM}"><title>a</title></feed>', Success(Feed(title="a"))),
    (feeds, f'<a:feed xmlns:a="{ATOM}"><a:title>a</a:title></a:feed>', Success(Feed(title="a"))),
    (feeds, "<feed><title>a</title></feed>", says('$.feed: expected "feed" or "rss"')),
    (feeds, "<rss><n>1</n></rss>", Success(Rss(n=1))),
    (feeds, '<rss xmlns="urn:x"><n>1</n></rss>', Success(Rss(n=1))),
]


@pytest.mark.parametrize(("codec", "raw", "expected"), FREE, ids=lambda each: str(each)[:50])
def test_the_name_of_an_element_is_the_key_where_it_is_free(
    codec: Codec[Any], raw: str, expected: Outcome
) -> None:
    assert read(codec, raw, tree=False) == expected


WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (value, "x", "json", Success('{"S":"x"}')),
    (several, "x", "json", Success('{"S":"x"}')),
    (null_case, None, "json", Success('{"NULL":null}')),
    (loose, {"X": 1}, "json", Success('{"X":1}')),
    (wrapped, Num("1"), "json", Success('{"N":"1"}')),
    (wrapped, "1", "json", Success('{"S":"1"}')),
    (feeds, Feed(title="a"), "json", Success('{"feed":{"title":"a"}}')),
    (value, (1, "x"), "json", says("$.L[1]: expected an integer, got a string")),
    # the name is fixed
    (Member.codec, Member(v="x"), "xml", Success("<r><v><S>x</S></v></r>")),
    (Wrapped.codec, Wrapped(items=("x",)), "xml", Success("<r><items><item><S>x</S></item></items></r>")),
    (Mapped.codec, Mapped(by_name={"a": "x"}), "xml", Success("<r><m><a><S>x</S></a></m></r>")),
    # the name is free
    (value, "x", "rootless xml", Success("<S>x</S>")),
    (Flat.codec, Flat(items=("x", (1,), "y")), "xml",
     Success("<r><S>x</S><L><item>1</item></L><S>y</S></r>")),
    (Lone.codec, Lone(v="x"), "xml", Success("<r><S>x</S></r>")),
    (value, "x", "xml", says('$: expected the root "S"')),
    (feeds, Feed(title="a"), "rootless xml", Success(f'<feed xmlns="{ATOM}"><title>a</title></feed>')),
    # query
    (Member.codec, Member(v="x"), "query", Success("v.S=x")),
    (Wrapped.codec, Wrapped(items=("x", (1,))), "query",
     Success("items.member.1.S=x&items.member.2.L.member.1=1")),
    (at("a", value), (1,), "query", Success("a.L.member.1=1")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "given", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_the_key_is_written(codec: Codec[Any], given: object, form: str, expected: Outcome) -> None:
    assert written(codec, given, form) == expected


BACK: list[tuple[Codec[Any], Any, str | None]] = [
    (value, "x", None),
    (value, (1, 2), None),
    (feeds, Feed(title="a"), None),
    (feeds, Rss(n=1), None),
    (Member.codec, Member(v="x"), "r"),
    (Maybe.codec, Maybe(v=None), "r"),
    (Wrapped.codec, Wrapped(items=((1,), "x", ())), "r"),
    (Mapped.codec, Mapped(by_name={"a": "x", "b": (1,)}), "r"),
    (Flat.codec, Flat(items=("x", "y", (1,))), "r"),
    (Lone.codec, Lone(v=(1,)), "r"),
    (array(null_case), (None, "x"), "r"),
    (array(maybe), (None, 1, "x"), "r"),
]


@pytest.mark.parametrize(("codec", "given", "root"), BACK, ids=lambda each: str(each)[:40])
def test_what_is_written_is_read(codec: Codec[Any], given: object, root: str | None) -> None:
    assert comes_back(codec, given, root=root)


def test_a_tree_has_the_form_of_a_fixed_name() -> None:
    for _ in range(3):
        assert value.to_xml("x") == Success({"S": "x"})
        assert value.of_xml({"S": "x"}) == Success("x")


def test_two_cases_that_write_one_class_are_refused_with_a_wrapper() -> None:
    with pytest.raises(ValueError, match=r"case\('N', codec\.map\(C, g\)\)"):
        keyed_union(case("S", string) | case("N", string))


def test_the_rest_has_no_key() -> None:
    assert written(loose, {"S": 1}) == says("$: this would be read as S")
