"""Members with several names: which one is read, what two of them are, and what nothing else may take."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    BadValue,
    JsonValue,
    Missing,
    Null,
    Record,
    Unknown,
    WrongKind,
    array,
    attribute,
    case,
    describe,
    dict_of,
    element,
    field,
    flattened,
    inline,
    integer,
    json_schema,
    json_value,
    lazy,
    literal,
    nullable,
    one_of,
    others,
    plain_only,
    refine,
    string,
    tagged_union,
    text,
)
from tests.problems import problems

any_field: Any = field


class User(Record):
    user_id: int = field("user_id", integer, aliases=("userId", "uid"))
    name: str = field("name", string, default="none")


class Exact(Record, forbid_unknown=True):
    user_id: int = field("user_id", integer, aliases=("userId",))


class Lenient(Record, null_as_absent=True):
    size: int = field("size", integer, aliases=("length", "width"))
    note: str | None = field("note", string, default=None, aliases=("remark",))
    zero: int | None = field("zero", nullable(integer), default=7, aliases=("naught",))


class Nullable(Record):
    size: int | None = field("size", nullable(integer), aliases=("length",))


class Open(Record):
    id: int = field("id", integer, aliases=("key",), xml=attribute)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Placed(Record):
    id: int = field("id", integer, aliases=("key",), xml=attribute)
    title: str = field("title", string, aliases=("head",), xml=element("Title"))
    tags: tuple[str, ...] = field("tag", array(string), aliases=("label",), xml=flattened)
    body: str = field("body", string, aliases=("content",), xml=text, default="")


def test_each_name_is_read_and_the_first_is_written() -> None:
    user = User(user_id=1)
    for name in ("user_id", "userId", "uid"):
        raw = f'{{"{name}":1}}'.encode()
        assert User.decode_json(raw) == User.of_json({name: 1}) == Success(user)
        assert User.decode_xml(f"<r><{name}>1</{name}></r>") == Success(user)
        assert User.of_xml({name: "1"}) == Success(user)
    assert user.encode_json() == Success(b'{"user_id":1,"name":"none"}')
    assert user.to_query() == Success((("user_id", "1"), ("name", "none")))
    assert user.encode_xml(root="r") == Success(b"<r><user_id>1</user_id><name>none</name></r>")


def test_two_names_are_a_problem_at_the_later_one() -> None:
    also = BadValue('also given as "user_id"')
    assert problems(User.decode_json(b'{"user_id":1,"userId":1}')) == [(("userId",), also)]
    assert problems(User.decode_json(b'{"uid":1,"user_id":1,"userId":2}')) == [
        (("userId",), also),
        (("uid",), also),
    ]
    assert problems(User.decode_json(b'{"userId":"x","uid":1}')) == [
        (("uid",), BadValue('also given as "userId"')),
        (("userId",), WrongKind("an integer", "a string")),
    ]
    assert problems(User.decode_xml("<r><uid>1</uid><user_id>1</user_id></r>")) == [(("uid",), also)]
    assert problems(Nullable.decode_json(b'{"size":null,"length":1}')) == [
        (("length",), BadValue('also given as "size"'))
    ]


def test_the_path_shows_the_name_that_the_document_has() -> None:
    assert problems(User.decode_json(b'{"uid":null}')) == [(("uid",), Null("an integer"))]
    assert problems(User.decode_xml("<r><uid>x</uid></r>")) == [(("uid",), WrongKind("an integer", "text"))]


def test_a_null_gives_way_to_another_name_where_it_is_absence() -> None:
    read = Lenient.decode_json(b'{"size":null,"width":3,"note":null,"remark":"a","zero":1,"naught":null}')
    assert read == Success(Lenient(size=3, note="a", zero=1))
    assert problems(Lenient.decode_json(b'{"length":null}')) == [(("length",), Null("an integer"))]
    absent = Lenient.decode_json(b'{"width":1,"note":null,"remark":null,"zero":null,"naught":null}')
    assert absent == Success(Lenient(size=1, note=None, zero=7))


def test_an_alias_is_a_known_name() -> None:
    assert Exact.decode_json(b'{"userId":1}') == Success(Exact(user_id=1))
    assert problems(Exact.decode_json(b'{"userid":1}')) == [
        (("userid",), Unknown("userId")),
        (("user_id",), Missing("userid")),
    ]
    assert Open.decode_json(b'{"key":1,"a":2}') == Success(Open(id=1, rest={"a": 2}))
    assert Open.decode_xml('<r key="1" a="2"><key>3</key></r>') == Success(
        Open(id=1, rest={"@a": "2", "key": "3"})
    )


def test_what_is_kept_cannot_be_written_under_an_alias() -> None:
    taken = BadValue("another member has this name")
    assert problems(Open(id=1, rest={"key": 2, "a": 3}).encode_json()) == [(("key",), taken)]
    assert problems(Open(id=1, rest={"@key": "2"}).encode_xml()) == [(("@key",), taken)]
    assert Open(id=1, rest={"@key": "2"}).encode_json() == Success(b'{"id":1,"@key":"2"}')
    with plain_only():
        assert problems(Open(id=1, rest={"key": 2}).encode_json()) == [(("key",), taken)]


def test_what_is_missing_is_the_first_name_near_any() -> None:
    assert problems(User.decode_json(b"{}")) == [(("user_id",), Missing())]
    assert problems(User.decode_json(b'{"userld":1}')) == [(("user_id",), Missing("userld"))]


def test_an_alias_is_read_at_the_place_of_its_member_in_xml() -> None:
    placed = Placed(id=1, title="a", tags=("b", "c"), body="d")
    assert Placed.decode_xml('<r key="1"><head>a</head><label>b</label>d<label>c</label></r>') == Success(
        placed
    )
    assert Placed.decode_xml('<r id="1"><Title>a</Title>d</r>') == Success(
        Placed(id=1, title="a", tags=(), body="d")
    )
    assert Placed.decode_json(b'{"key":1,"head":"a","label":["b","c"],"content":"d"}') == Success(placed)
    two = Placed.decode_xml('<r id="1"><Title>a</Title><tag>b</tag><label>c</label></r>')
    assert problems(two) == [(("label",), BadValue('also given as "tag"'))]


def test_unions_are_decided_as_if_an_alias_were_the_name() -> None:
    class Old(Record):
        kind: str = field("kind", literal("old"), aliases=("type",))
        size: int = field("size", integer, aliases=("length",))

    class New(Record):
        size: str = field("length", string)

    tried = one_of(case("old", Old) | case("new", New))
    tagged = tagged_union("tag", case("old", Old) | case("new", New))
    for read in (tried.decode_json, tried.of_string):
        assert read(b'{"type":"old","length":1}') == Success(Old(kind="old", size=1))
        assert read(b'{"type":"new","length":"1"}') == Success(New(size="1"))
    assert tagged.decode_json(b'{"tag":"old","type":"old","length":1}') == Success(Old(kind="old", size=1))
    assert tried.encode_json(New(size="1")) == Success(b'{"length":"1"}')


def test_aliases_are_described() -> None:
    assert describe(User) == "User {user_id|userId|uid: integer, name?: string}"
    schema: Any = json_schema(User)
    found = schema["$defs"]["User"]
    assert [*found["properties"]] == ["user_id", "userId", "uid", "name"]
    assert found["anyOf"] == [{"required": [name]} for name in ("user_id", "userId", "uid")]
    assert "required" not in found
    placed: Any = json_schema(Placed)
    assert [len(each["anyOf"]) for each in placed["$defs"]["Placed"]["allOf"]] == [2, 2, 2]


META: Any = type(Record)


def _clashing(**members: Any) -> Any:
    return META("Made", (Record,), {"__annotations__": dict.fromkeys(members, "int"), **members})


REFUSED: dict[str, tuple[Any, str]] = {
    "a text": (
        lambda: any_field("a", integer, aliases="bc"),
        "expected a tuple of names, got 'bc'",
    ),
    "a number": (lambda: any_field("a", integer, aliases=(1,)), "aliases=...): expected a str, got 1"),
    "the name again": (lambda: any_field("a", integer, aliases=("b", "a")), "'a' is given twice"),
    "an alias again": (lambda: any_field("a", integer, aliases=("b", "b")), "'b' is given twice"),
    "the name of another": (
        lambda: _clashing(a=field("a", integer, aliases=("b",)), b=field("b", integer)),
        "a and b are both the member 'b'",
    ),
    "an alias of another": (
        lambda: _clashing(a=field("a", integer, aliases=("c",)), b=field("b", integer, aliases=("c",))),
        "a and b are both the member 'c'",
    ),
    "the place of another": (
        lambda: _clashing(a=field("a", integer, aliases=("c",)), b=field("b", integer, xml=element("c"))),
        "a and b have the same place in XML",
    ),
    "its own attribute": (
        lambda: _clashing(a=field(integer, aliases=("a",))),
        "a is the member 'a' and has it as an alias",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_aliases_that_cannot_be_are_refused(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(ValueError, match=r"^(field\(|Made)") as caught:
        make()
    assert words in str(caught.value)


class Span(Record):
    start: int = field("start", integer, aliases=("from",))
    end: int = field("end", integer, aliases=("to", "until"))

    @refine("expected an end after the start", at="end")
    def ordered(self) -> bool:
        return self.start < self.end


def is_short(spans: tuple[Span, ...]) -> bool:
    return spans[0].end < 9


class Trip(Record):
    name: str = field("name", string)
    span: Span = inline(Span.codec)


PLACES: dict[str, tuple[Any, bytes, str]] = {
    "the name": (Span.codec, b'{"start":2,"end":1}', "$.end"),
    "an alias": (Span.codec, b'{"from":2,"to":1}', "$.to"),
    "another alias": (Span.codec, b'{"from":2,"until":1}', "$.until"),
    "an inlined member": (Trip.codec, b'{"name":"a","from":2,"until":1}', "$.until"),
    "a case": (
        array(tagged_union("k", case("s", Span) | case("u", User))),
        b'[{"k":"s","from":2,"until":1}]',
        "$[0].until",
    ),
    "a member of an item": (
        array(Span.codec).refine(is_short, "", at=(0, "end")), b'[{"start":1,"to":9}]', "$[0].to",
    ),
    "a member of an entry": (
        dict_of(Span.codec).refine(lambda spans: spans["a"].end < 9, "", at=("a", "end")),
        b'{"a":{"start":1,"to":9}}',
        "$.a.to",
    ),
    "behind a thunk": (
        lazy(lambda: Span.codec).refine(lambda span: span.end < 9, "", at="end"),
        b'{"start":1,"to":9}',
        "$.to",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_rule_reports_at_the_alias_that_was_read(place: str) -> None:
    codec, raw, path = PLACES[place]
    for _ in range(3):
        assert str(codec.decode_json(raw).failure()).startswith(path + ":")
    with plain_only():
        assert str(codec.decode_json(raw).failure()).startswith(path + ":")


def test_a_rule_reports_at_the_alias_in_xml_too() -> None:
    document = "<trip><name>a</name><from>2</from><until>1</until></trip>"
    assert str(Trip.decode_xml(document).failure()) == "$.until: expected an end after the start"
