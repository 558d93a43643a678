"""The truth table of aliases: each row is an input and what becomes of it."""

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
    array,
    attribute,
    case,
    dict_of,
    element,
    field,
    flattened,
    inline,
    integer,
    json_schema,
    json_value,
    kebab_case,
    keyed_union,
    literal,
    nullable,
    one_of,
    one_or_many,
    others,
    record,
    string,
    tagged_union,
)
from tests.rows import Outcome, comes_back, read, says, written

ATOM = "http://www.w3.org/2005/Atom"


class User(Record):
    user_id: int = field("user_id", integer, aliases=("userId", "uid"))
    name: str = field("name", string, default="none", aliases=("label",))


class Lenient(Record, null_as_absent=True):
    size: int = field("a", integer, aliases=("b",))
    note: str | None = field("c", string, default=None, aliases=("d",))


class Nullable(Record):
    size: int | None = field("a", nullable(integer), aliases=("b",))


class Open(Record):
    id: int = field("id", integer, aliases=("key",))
    rest: dict[str, JsonValue] = others(json_value)


class Closed(Record, forbid_unknown=True, rename=kebab_case):
    user_id: int = field(integer, aliases=("uid",))


class Placed(Record):
    id: int = field("id", integer, aliases=("key",), xml=attribute)
    title: str = field("title", string, aliases=("head",), xml=element("title", ns=ATOM))
    tags: tuple[str, ...] = field("tag", array(string), aliases=("label",), xml=flattened, default=())
    sizes: tuple[int, ...] = field("size", one_or_many(integer), aliases=("sizes",), default=())


class Inlined(Record):
    n: int = field("n", integer, default=0)
    user: User = inline(User.codec)


class MayInline(Record):
    user: User | None = inline(User.codec, default=None)


class Old(Record):
    kind: str = field("kind", literal("old"), aliases=("type",))


class New(Record):
    kind: str = field("kind", literal("new"), aliases=("type",))


tagged = tagged_union("t", case("u", User) | case("o", Open))
tried = one_of(case("old", Old) | case("new", New))

READ: list[tuple[Codec[Any], str, Outcome]] = [
    (User.codec, '{"user_id": 1}', Success(User(user_id=1))),
    (User.codec, '{"userId": 1}', Success(User(user_id=1))),
    (User.codec, '{"uid": 1, "label": "a"}', Success(User(user_id=1, name="a"))),
    (User.codec, "<r><userId>1</userId></r>", Success(User(user_id=1))),
    # two of the names present
    (User.codec, '{"user_id": 1, "userId": 1}', says('$.userId: also given as "user_id"')),
    (User.codec, '{"userId": 1, "user_id": 1}', says('$.userId: also given as "user_id"')),
    (User.codec, '{"userId": 1, "uid": 2}', says('$.uid: also given as "userId"')),
    (User.codec, '{"user_id": null, "uid": 2}', says(
        '$.uid: also given as "user_id"', "$.user_id: expected an integer, got null")),
    (User.codec, '{"uid": 1, "label": "a", "name": "b"}', says('$.label: also given as "name"')),
    (User.codec, "<r><uid>1</uid><userId>2</userId></r>", says('$.uid: also given as "userId"')),
    (Placed.codec, f'<r xmlns:a="{ATOM}" id="1" key="2"><a:head>x</a:head></r>',
     says('$.key: also given as "id"')),
    # the first null, with null_as_absent
    (Lenient.codec, '{"a": null, "b": 1}', Success(Lenient(size=1))),
    (Lenient.codec, '{"b": 1, "c": null, "d": "x"}', Success(Lenient(size=1, note="x"))),
    (Lenient.codec, '{"a": 1, "b": null}', Success(Lenient(size=1))),
    (Lenient.codec, '{"a": null, "b": null}', says("$.a: expected an integer, got null")),
    (Lenient.codec, '{"a": 1, "c": null, "d": null}', Success(Lenient(size=1, note=None))),
    (Nullable.codec, '{"a": null, "b": 1}', says('$.b: also given as "a"')),
    (Nullable.codec, '{"b": null}', Success(Nullable(size=None))),
    # an alias is a known name
    (Open.codec, '{"key": 1, "x": 2}', Success(Open(id=1, rest={"x": 2}))),
    (Open.codec, '{"id": 1, "key": 2}', says('$.key: also given as "id"')),
    (Open.codec, "<r><key>1</key><x>2</x></r>", Success(Open(id=1, rest={"x": "2"}))),
    (Closed.codec, '{"uid": 1}', Success(Closed(user_id=1))),
    (Closed.codec, '{"uid": 1, "uidd": 2}', says('$.uidd: unknown member (did you mean "uid"?)')),
    (Closed.codec, '{"user_id": 1}', says(
        '$.user_id: unknown member (did you mean "user-id"?)',
        '$["user-id"]: missing (did you mean "user_id"?)')),
    # missing
    (User.codec, "{}", says("$.user_id: missing")),
    (User.codec, '{"userID": 1}', says('$.user_id: missing (did you mean "userID"?)')),
    (User.codec, '{"size": 1}', says("$.user_id: missing")),
    # paths as the document spells them
    (User.codec, '{"uid": "1"}', says("$.uid: expected an integer, got a string")),
    (array(User.codec), '[{"userId": null}]', says("$[0].userId: expected an integer, got null")),
    (dict_of(User.codec), '{"k": {"uid": 1, "label": 2}}',
     says("$.k.label: expected a string, got an integer")),
    (User.codec, "<r><uid>x</uid></r>", says("$.uid: expected an integer, got text")),
    (Placed.codec, f'<r xmlns:a="{ATOM}" key="x"><a:head>a</a:head></r>',
     says("$.key: expected an integer, got text")),
    (Placed.codec, f'<r xmlns:a="{ATOM}" key="1"><a:head>a</a:head><label>b</label><label><z/></label></r>',
     says("$.label[1]: expected a string, got an element")),
    # places in XML
    (Placed.codec, f'<r xmlns:a="{ATOM}" key="1"><a:head>a</a:head><label>b</label><sizes>2</sizes></r>',
     Success(Placed(id=1, title="a", tags=("b",), sizes=(2,)))),
    (Placed.codec, '<r key="1"><head>a</head></r>',
     says("$.title: missing (it is there in no namespace)")),
    # in what is inlined, in unions
    (Inlined.codec, '{"uid": 1, "n": 2}', Success(Inlined(n=2, user=User(user_id=1)))),
    (Inlined.codec, '{"uid": 1, "userId": 2}', says('$.uid: also given as "userId"')),
    (MayInline.codec, '{"uid": 1}', Success(MayInline(user=User(user_id=1)))),
    (MayInline.codec, "{}", Success(MayInline(user=None))),
    (tagged, '{"t": "u", "uid": 1}', Success(User(user_id=1))),
    (tagged, '{"t": "o", "key": 1, "x": 2}', Success(Open(id=1, rest={"x": 2}))),
    (tried, '{"type": "new"}', Success(New(kind="new"))),
    (tried, '{"kind": "old"}', Success(Old(kind="old"))),
    (User.codec | array(integer), '{"uid": "x"}', says("$.uid: expected an integer, got a string")),
    (keyed_union(case("u", User) | case("s", string)), '{"u": {"uid": "x"}}',
     says("$.u.uid: expected an integer, got a string")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_any_name_of_a_member_is_read(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    assert read(codec, raw) == expected


WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (User.codec, User(user_id=1), "json", Success('{"user_id":1,"name":"none"}')),
    (User.codec, User(user_id=1), "xml", Success("<r><user_id>1</user_id><name>none</name></r>")),
    (User.codec, User(user_id=1), "query", Success("user_id=1&name=none")),
    (Inlined.codec, Inlined(user=User(user_id=1)), "json", Success('{"n":0,"user_id":1,"name":"none"}')),
    (Open.codec, Open(id=1, rest={"key": 2}), "json", says("$.key: another member has this name")),
    (Open.codec, Open(id=1, rest={"key": "2"}), "xml", says("$.key: another member has this name")),
    (Open.codec, Open(id=1, rest={"Key": 2}), "json", Success('{"id":1,"Key":2}')),
]


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_the_first_name_is_written(codec: Codec[Any], value: object, form: str, expected: Outcome) -> None:
    assert written(codec, value, form) == expected


@pytest.mark.parametrize(
    "value",
    [User(user_id=1, name="a"), Lenient(size=1), Nullable(size=None), Open(id=1, rest={"x": "y"}),
     Placed(id=1, title="a", tags=("b", "c"), sizes=(2, 3)), Inlined(user=User(user_id=1)),
     MayInline(user=None)],
    ids=repr,
)  # fmt: skip
def test_what_is_written_is_read(value: Record) -> None:
    assert comes_back(type(value).codec, value)


def test_a_schema_asks_for_one_of_the_names() -> None:
    schema: Any = json_schema(User)["$defs"]
    assert schema["User"]["anyOf"] == [{"required": [name]} for name in ("user_id", "userId", "uid")]


def gathered(**members: Any) -> dict[str, Any]:
    return members


def made(**members: Any) -> Callable[[], object]:
    return lambda: record(gathered, **members)


CLASHES: dict[str, tuple[Callable[[], object], str]] = {
    "a name": (
        made(a=field("a", integer, aliases=("b",)), b=field("b", integer)),
        "a and b are both the member 'b'",
    ),
    "a name before": (
        made(b=field("b", integer), a=field("a", integer, aliases=("b",))),
        "b and a are both the member 'b'",
    ),
    "an alias": (
        made(a=field("a", integer, aliases=("c",)), b=field("b", integer, aliases=("c",))),
        "a and b are both the member 'c'",
    ),
    "its own name": (lambda: field("a", integer, aliases=("a",)), "'a' is given twice"),
    "an inner name": (
        made(a=field("a", integer, aliases=("uid",)), b=inline(User.codec)),
        "a and b are both the member 'uid'",
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_an_alias_that_is_another_name_is_refused(name: str) -> None:
    build, words = CLASHES[name]
    with pytest.raises(ValueError, match=re.escape(words)):
        build()
