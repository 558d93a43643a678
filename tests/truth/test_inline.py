"""The truth table of `inline`: each row is an input and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    XmlStyle,
    array,
    asdict,
    attribute,
    by_kind,
    camel_case,
    case,
    dict_of,
    element,
    field,
    inline,
    integer,
    json_schema,
    json_value,
    keyed_union,
    lazy,
    nullable,
    one_of,
    others,
    otherwise,
    record,
    string,
    tagged_union,
    text,
)
from tests.rows import Outcome, comes_back, read, says, written


class Page(Record):
    size: int = field("page_size", integer, aliases=("size",), default=10, omit=True)
    token: str | None = field("token", string, default=None, secret=True)


class Positive(Record):
    n: int = field("n", integer.refine(lambda n: n > 0, "expected a positive number"))


class Lenient(Record, null_as_absent=True):
    m: int = field("m", integer, default=7)


class Sealed(Record, forbid_unknown=True, style=XmlStyle(item="inner")):
    tags: tuple[str, ...] = field("tags", array(string))


class Inner(Record):
    """Keeps what each inner record says of its members."""

    page: Page = inline(Page.codec)
    positive: Positive = inline(Positive.codec)
    lenient: Lenient = inline(Lenient.codec)


class Outer(Record, style=XmlStyle(item="outer"), rename=camel_case):
    user_id: int = field(integer)
    sealed: Sealed = inline(Sealed.codec)
    page: Page = inline(Page.codec)


class Closed(Record, forbid_unknown=True):
    id: int = field("id", integer)
    page: Page = inline(Page.codec)


class A(Record):
    a: int = field("a", integer)


class B(Record):
    b: int = field("b", integer)


class Shape(Record):
    id: int = field("id", integer)
    shape: Any = inline(tagged_union("kind", case("a", A) | case(("b", "c"), B)))


class Rest(Record):
    id: int = field("id", integer)
    shape: Any = inline(tagged_union("kind", case("a", A) | otherwise(dict_of(json_value))))


class Held(Record):
    id: int = field("id", integer)
    value: Any = inline(keyed_union(case("S", string) | case("L", array(integer))))


class MayHold(Record):
    id: int = field("id", integer)
    value: Any = inline(keyed_union(case("S", string) | case("L", array(integer))), default=None)


class MayPage(Record):
    name: str = field("name", string, default="x")
    page: Page | None = inline(Page.codec, default=None)


class FullPage(Record):
    name: str = field("name", string, default="x")
    page: Page = inline(Page.codec, default=Page())


class MayA(Record):
    a: A | None = inline(A.codec, default=None)
    b: B = inline(B.codec, default=B(b=9))


class Label(Record):
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value)


class Labelled(Record):
    id: int = field("id", integer)
    label: Label = inline(Label.codec)
    page: Page = inline(Page.codec)


class MayLabelled(Record):
    labelled: Labelled | None = inline(Labelled.codec, default=None)


class Placed(Record):
    key: int = field("key", integer, xml=attribute)
    words: str = field("words", string, xml=text)


class MayBePlaced(Record):
    shape: Any = inline(tagged_union("kind", case("placed", Placed) | otherwise(json_value)))


class Deep(Record):
    """Inlines what inlines, in a list."""

    held: Held = inline(Held.codec)
    placed: Placed = inline(
        Placed.codec.refine(lambda placed: placed.words != "x", "expected words", at="words")
    )


around = tagged_union("t", case("rest", Rest) | case("a", A))
NO_KEY = '$: missing, expected "S" or "L"'
READ: list[tuple[Codec[Any], str, Outcome]] = [
    # defaults, aliases, refinements and null_as_absent of the inner record are its own
    (Inner.codec, '{"n": 1}', Success(Inner(page=Page(), positive=Positive(n=1), lenient=Lenient()))),
    (
        Inner.codec,
        '{"n": 1, "size": 2, "m": null}',
        Success(Inner(page=Page(size=2), positive=Positive(n=1), lenient=Lenient(m=7))),
    ),
    (Inner.codec, '{"n": 0}', says("$.n: expected a positive number")),
    (Inner.codec, '{"n": 1, "page_size": null}', says("$.page_size: expected an integer, got null")),
    (Inner.codec, '{"n": 1, "page_size": 1, "size": 2}', says('$.size: also given as "page_size"')),
    (Inner.codec, '{"n": "1", "size": ""}', says(
        "$.size: expected an integer, got a string", "$.n: expected an integer, got a string")),
    (Inner.codec, "<r><n>1</n><size>2</size></r>",
     Success(Inner(page=Page(size=2), positive=Positive(n=1), lenient=Lenient()))),
    # forbid_unknown and the style are the outer's, and so is rename= alone
    (Outer.codec, '{"userId": 1, "tags": ["a"], "x": 2}',
     Success(Outer(user_id=1, sealed=Sealed(tags=("a",)), page=Page()))),
    (Outer.codec, '{"userId": 1, "tags": [], "page_size": 2, "pageSize": 3}',
     Success(Outer(user_id=1, sealed=Sealed(tags=()), page=Page(size=2)))),
    (Outer.codec, "<r><userId>1</userId><tags><outer>a</outer></tags></r>",
     Success(Outer(user_id=1, sealed=Sealed(tags=("a",)), page=Page()))),
    (Closed.codec, '{"id": 1, "size": 2}', Success(Closed(id=1, page=Page(size=2)))),
    (Closed.codec, '{"id": 1, "siz": 2}', says('$.siz: unknown member (did you mean "size"?)')),
    (Closed.codec, "<r><id>1</id><z/></r>", says("$.z: unknown member")),
    # others
    (Labelled.codec, '{"id": 1, "name": "a", "size": 2, "x": [1]}',
     Success(Labelled(id=1, label=Label(name="a", rest={"x": [1]}), page=Page(size=2)))),
    (Labelled.codec, "<r><id>1</id><name>a</name><x>b</x></r>",
     Success(Labelled(id=1, label=Label(name="a", rest={"x": "b"}), page=Page()))),
    (MayLabelled.codec, "{}", Success(MayLabelled(labelled=None))),
    (MayLabelled.codec, '{"x": 1}', says("$.id: missing", "$.name: missing")),
    # a default
    (MayPage.codec, "{}", Success(MayPage(page=None))),
    (MayPage.codec, '{"name": "a", "other": 1}', Success(MayPage(name="a", page=None))),
    (MayPage.codec, '{"size": 2}', Success(MayPage(page=Page(size=2)))),
    (MayPage.codec, '{"token": null}', says("$.token: expected a string, got null")),
    (MayPage.codec, '{"size": "2"}', says("$.size: expected an integer, got a string")),
    (MayPage.codec, "<r/>", Success(MayPage(page=None))),
    (MayPage.codec, "<r><size>2</size></r>", Success(MayPage(page=Page(size=2)))),
    (MayA.codec, '{"a": 1}', Success(MayA(a=A(a=1), b=B(b=9)))),
    (MayA.codec, '{"b": "x"}', says("$.b: expected an integer, got a string")),
    (MayHold.codec, '{"id": 1}', Success(MayHold(id=1, value=None))),
    (MayHold.codec, '{"id": 1, "S": null}', says("$.S: expected a string, got null")),
    (MayHold.codec, "<r><id>1</id><L><i>x</i></L></r>", says("$.L[0]: expected an integer, got text")),
    # a tagged union: its tag is one of my members
    (Shape.codec, '{"id": 1, "kind": "a", "a": 2}', Success(Shape(id=1, shape=A(a=2)))),
    (Shape.codec, '{"b": 2, "kind": "c", "id": 1}', Success(Shape(id=1, shape=B(b=2)))),
    (Shape.codec, '{"id": 1, "a": 2}', says('$.kind: missing, expected "a" or "b" or "c"')),
    (Shape.codec, '{"id": "1", "kind": "b", "b": "x"}', says(
        "$.id: expected an integer, got a string", "$.b: expected an integer, got a string")),
    (Shape.codec, '{"id": 1, "kind": "d"}', says('$.kind: expected "a" or "b" or "c"')),
    (Shape.codec, "<r><id>1</id><kind>a</kind><a>2</a></r>", Success(Shape(id=1, shape=A(a=2)))),
    (Shape.codec, '<r kind="b"><id>1</id><b>2</b></r>', Success(Shape(id=1, shape=B(b=2)))),
    (array(Shape.codec), '[{"id": 1, "kind": "a"}]', says("$[0].a: missing")),
    # otherwise sees the names that are not mine
    (Rest.codec, '{"id": 1, "kind": "z", "q": 2}', Success(Rest(id=1, shape={"kind": "z", "q": 2}))),
    (Rest.codec, '{"id": 1}', Success(Rest(id=1, shape={}))),
    (Rest.codec, '{"id": 1, "kind": "a", "a": 2, "q": 3}', Success(Rest(id=1, shape=A(a=2)))),
    (Rest.codec, "<r><id>1</id><q>2</q></r>", Success(Rest(id=1, shape={"q": "2"}))),
    # nor does it see a tag around the record
    (around, '{"t": "rest", "id": 1, "kind": "z", "q": 2}', Success(Rest(id=1, shape={"kind": "z", "q": 2}))),
    (around, "<r><t>rest</t><id>1</id><q>2</q></r>", Success(Rest(id=1, shape={"q": "2"}))),
    (MayBePlaced.codec, "<r>abc</r>", Success(MayBePlaced(shape={"#text": "abc"}))),
    # a keyed union: exactly one of its keys among my members
    (Held.codec, '{"id": 1, "S": "x"}', Success(Held(id=1, value="x"))),
    (Held.codec, '{"L": [1], "id": 1, "z": 2}', Success(Held(id=1, value=(1,)))),
    (Held.codec, '{"id": 1}', says(NO_KEY)),
    (Held.codec, '{"id": 1, "S": "x", "L": []}', says('$: expected one of "S" and "L", got both')),
    (Held.codec, '{"id": 1, "S": null, "L": []}', Success(Held(id=1, value=()))),
    (Held.codec, "<r><id>1</id><S>x</S></r>", Success(Held(id=1, value="x"))),
    (Held.codec, "<r><L><i>1</i></L><id>1</id></r>", Success(Held(id=1, value=(1,)))),
    (Held.codec, "<r><id>1</id></r>", says(NO_KEY)),
    # what inlines is inlined; attributes and text keep their places
    (Deep.codec, '{"id": 1, "L": [2], "key": 3, "words": "w"}',
     Success(Deep(held=Held(id=1, value=(2,)), placed=Placed(key=3, words="w")))),
    (Deep.codec, '<r key="3">w<id>1</id><S>y</S></r>',
     Success(Deep(held=Held(id=1, value="y"), placed=Placed(key=3, words="w")))),
    (Deep.codec, '{"id": 1, "S": "", "key": 3, "words": "x"}', says("$.words: expected words")),
    (Deep.codec, '<r key="">x<id/><S/></r>', says(
        "$.id: expected an integer, got an empty element",
        "$.key: expected an integer, got an empty element")),
    # paths have no step of their own
    (array(Held.codec), '[{"id": 1, "L": [1, "x"]}]', says("$[0].L[1]: expected an integer, got a string")),
    (dict_of(Shape.codec), '{"k": {"id": 1, "kind": "a", "a": ""}}', says(
        "$.k.a: expected an integer, got a string")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_inner_members_are_read_among_those_of_the_record(
    codec: Codec[Any], raw: str, expected: Outcome
) -> None:
    assert read(codec, raw) == expected


WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (Shape.codec, Shape(id=1, shape=B(b=2)), "json", Success('{"id":1,"kind":"b","b":2}')),
    (Shape.codec, Shape(id=1, shape=A(a=2)), "xml", Success("<r><id>1</id><kind>a</kind><a>2</a></r>")),
    (Shape.codec, Shape(id=1, shape=A(a=2)), "query", Success("id=1&kind=a&a=2")),
    (Held.codec, Held(id=1, value=(2,)), "json", Success('{"id":1,"L":[2]}')),
    (Held.codec, Held(id=1, value="x"), "xml", Success("<r><id>1</id><S>x</S></r>")),
    (Held.codec, Held(id=1, value=(2,)), "query", Success("id=1&L.member.1=2")),
    (Rest.codec, Rest(id=1, shape={"q": 2}), "json", Success('{"id":1,"q":2}')),
    (Rest.codec, Rest(id=1, shape={"id": 2}), "json", says("$.id: another member has this name")),
    (Rest.codec, Rest(id=1, shape={"kind": "a"}), "json", says("$.kind: another case has this tag")),
    (MayHold.codec, MayHold(id=1, value=None), "json", Success('{"id":1}')),
    (MayPage.codec, MayPage(page=None), "json", Success('{"name":"x"}')),
    (FullPage.codec, FullPage(), "json", Success('{"name":"x"}')),
    (FullPage.codec, FullPage(page=Page(size=2)), "json", Success('{"name":"x","page_size":2}')),
    # a value that writes no member, where there is a default
    (MayPage.codec, MayPage(page=Page()), "json", says("$: this would be read as the default")),
    (MayPage.codec, MayPage(page=Page()), "xml", says("$: this would be read as the default")),
    (array(MayPage.codec), (MayPage(page=Page()),), "json", says("$[0]: this would be read as the default")),
    (Outer.codec, Outer(user_id=1, sealed=Sealed(tags=("a",)), page=Page(size=2)), "json",
     Success('{"userId":1,"tags":["a"],"page_size":2}')),
    (Labelled.codec, Labelled(id=1, label=Label(name="a", rest={"size": 2}), page=Page()), "json",
     says("$.size: another member has this name")),
    (Closed.codec, Closed(id=1, page=Page(size=2**70)), "json",
     says("$.page_size: expected an integer of 64 bits")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_inner_members_are_written_among_those_of_the_record(
    codec: Codec[Any], value: object, form: str, expected: Outcome
) -> None:
    assert written(codec, value, form) == expected


BACK: list[Record] = [
    Inner(page=Page(size=2, token="t"), positive=Positive(n=1), lenient=Lenient(m=3)),
    Outer(user_id=1, sealed=Sealed(tags=("a", "b")), page=Page()),
    Shape(id=1, shape=A(a=2)),
    Rest(id=1, shape={"q": "x"}),
    Held(id=1, value=()),
    MayHold(id=1, value="x"),
    MayHold(id=1, value=None),
    MayPage(page=Page(size=3)),
    Deep(held=Held(id=1, value="y"), placed=Placed(key=3, words="w")),
    MayA(a=None, b=B(b=1)),
    Labelled(id=1, label=Label(name="a", rest={"x": "b"}), page=Page()),
]


@pytest.mark.parametrize("value", BACK, ids=repr)
def test_what_is_written_is_read(value: Record) -> None:
    assert comes_back(type(value).codec, value)


def test_paths_have_no_step_but_values_are_nested() -> None:
    held = Inner(page=Page(token="hidden"), positive=Positive(n=1), lenient=Lenient())
    assert asdict(held) == {
        "page": {"size": 10, "token": "hidden"}, "positive": {"n": 1}, "lenient": {"m": 7},
    }  # fmt: skip
    assert repr(held).startswith("Inner(page=Page(size=10, token=<secret>), positive=Positive(n=1)")


def test_a_schema_merges_the_properties() -> None:
    inner: Any = json_schema(Inner)["$defs"]
    assert {"page_size", "size", "token", "n", "m"} <= {*inner["Inner"]["properties"]}
    union: Any = json_schema(Shape)
    assert "oneOf" in str(union)
    assert "unevaluatedProperties" in str(json_schema(type("C", (Shape,), {}, forbid_unknown=True)))


def gathered(**members: Any) -> dict[str, Any]:
    return members


def made(**members: Any) -> Callable[[], object]:
    return lambda: record(gathered, **members)


tags = tagged_union("kind", case("a", A) | case("b", B))
CLASHES: dict[str, tuple[Callable[[], object], str]] = {
    "a wire name": (made(x=field("a", integer), y=inline(A.codec)), "x and y are both the member 'a'"),
    "an alias": (made(x=field("size", integer), y=inline(Page.codec)), "x and y are both the member 'size'"),
    "an alias of mine": (
        made(x=field("q", integer, aliases=("a",)), y=inline(A.codec)),
        "x and y are both the member 'a'",
    ),
    "a tag": (made(x=field("kind", string), y=inline(tags)), "x and y are both the member 'kind'"),
    "a member of a case": (made(x=field("b", string), y=inline(tags)), "x and y are both the member 'b'"),
    "a key": (
        made(x=field("S", string), y=inline(keyed_union(case("S", string) | case("N", integer)))),
        "x and y are both the member 'S'",
    ),
    "a place in XML": (
        made(x=field("q", integer, xml=element("a")), y=inline(A.codec)),
        "x and y have the same place in XML",
    ),
    "a text": (
        made(x=field("q", string, xml=text), y=inline(Placed.codec)),
        "x and y have the same place in XML",
    ),
    "others": (made(x=others(string), y=inline(Label.codec)),
               "x and y both keep the members without a field"),
}  # fmt: skip


@pytest.mark.parametrize("name", CLASHES)
def test_what_is_claimed_twice_is_refused_by_both_names(name: str) -> None:
    build, words = CLASHES[name]
    with pytest.raises(ValueError, match=re.escape(words)):
        build()


NOT_INLINED: dict[str, Callable[[], Any]] = {
    "nullable": lambda: nullable(A.codec),
    "lazy": lambda: lazy(lambda: A.codec),
    "a scalar": lambda: integer,
    "an array": lambda: array(A.codec),
    "one_of": lambda: one_of(case("a", A) | case("b", B)),
    "by_kind": lambda: by_kind(case("a", A) | case("s", string)),
    "a | b": lambda: A.codec | B.codec,
    "dict_of": lambda: dict_of(integer),
    "a rule over one": lambda: nullable(A.codec).refine(bool, "no"),
}


@pytest.mark.parametrize("name", NOT_INLINED)
def test_what_has_no_members_of_its_own_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^inline\(\.\.\.\): "):
        inline(NOT_INLINED[name]())
