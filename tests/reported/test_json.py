"""Reported of similar libraries: records and unions in JSON, each situation with others of its class."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Failure, Success, safe

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    JsonValue,
    Problem,
    Record,
    array,
    at,
    big_integer,
    boolean,
    by_kind,
    case,
    dict_of,
    field,
    flattened,
    inline,
    integer,
    iso_datetime,
    json_value,
    lazy,
    literal,
    nullable,
    number,
    one_of,
    others,
    otherwise,
    refine,
    string,
    tagged_union,
    tuple_of,
)
from tests.rows import Outcome, read, says, written


def lower(name: str) -> str:
    return name.lower()


class Leaf(Record):
    v: int = field("v", integer)


class Minus(Record):
    op: str = field("op", literal("minus"))
    x: Any = field("x", lazy(lambda: tree))


class Not(Record):
    op: str = field("op", literal("not"), aliases=("operator",))
    x: Any = field("x", lazy(lambda: tree))


tree: Codec[Any] = one_of(case("leaf", Leaf) | case("minus", Minus) | case("not", Not))
nested: Codec[Any] = one_of(
    case("n", at("N", integer))
    | case("m", at("M", dict_of(lazy(lambda: nested))))
    | case("l", at("L", array(lazy(lambda: nested))))
)


class Ok(Record):
    data: str = field("data", string)


class Bad(Record):
    error: str = field("error", string)


class Head(Record):
    id: int = field("id", integer)
    body: Any = inline(tagged_union("type", case("A", Ok) | case("B", Bad)))


class User(Record):
    user_id: int = field("user_id", integer, aliases=("userId",))
    name: str = field("name", string, aliases=("Name", "label"))


class Form(Record):
    password: str = field("password", string.refine(lambda text: len(text) >= 8, "expected 8 characters"))
    confirm: str = field("confirm", string)

    @refine("expected the same password twice", at="confirm")
    def same(self) -> bool:
        return self.password == self.confirm


class Wide(Record):
    v: Any = field("a", nullable(by_kind(case("i", integer) | case("s", string))))


class Texts(Record, null_as_absent=True):
    a: str = field("a", string, default="d")


class Numbers(Record):
    b: int = field("b", integer, default=1)


class Quiet(Record, null_as_absent=True):
    a: Any = field("a", nullable(string).map(lambda text: text, lambda text: text), default=None)


headers = dict_of(string, keys=string.map(lower, lower))
messages: Codec[Any] = tagged_union("msg_type", case(1, Ok) | case(2, Bad))
reply: Codec[Any] = tagged_union("status", case(("success", "ok"), Ok) | case("failed", Bad))
operations: Codec[Any] = tagged_union("type", case("get", Ok) | case("put", Bad))
five = tuple_of(string, integer, number, boolean, string)
SAME = "another entry has this key"

READ: list[tuple[Decoder[Any], str, Outcome]] = [
    # keys that become one
    (headers, '{"Accept":"a","ACCEPT":"b"}', says(f"$.ACCEPT: {SAME}")),
    (headers, '{"a":"x","B":"y"}', Success({"a": "x", "b": "y"})),
    (headers, "<r><Accept>a</Accept><ACCEPT>b</ACCEPT></r>", says(f"$.ACCEPT: {SAME}")),
    (dict_of(integer, keys=integer), '{"1":1,"01":2}', says(f'$["01"]: {SAME}')),
    (dict_of(integer, keys=number), '{"1":1,"1.0":2}', says(f'$["1.0"]: {SAME}')),
    (dict_of(integer, keys=iso_datetime), '{"2024-01-01T00:00:00Z":1,"2024-01-01T01:00:00+01:00":2}',
     says(f'$["2024-01-01T01:00:00+01:00"]: {SAME}')),
    # keys that are numbers
    (dict_of(string, keys=integer), '{"1":"a","-2":"b"}', Success({1: "a", -2: "b"})),
    (dict_of(string, keys=string.map(int, str)), '{"1":"a"}', Success({1: "a"})),
    (dict_of(string, keys=integer), '{"x":"a"}', says("$.x: expected an integer, got a name")),
    (dict_of(string, keys=big_integer), '{"36893488147419103232":"a"}', Success({2**65: "a"})),
    # the cause of nested alternatives
    (tree, '{"op":"not","x":{"op":"not","x":{"op":"not","x":{"v":"bad"}}}}',
     says("$.x.x.x.v: expected an integer, got a string")),
    (tree, '{"operator":"not","x":{"op":"minus","x":{"v":null}}}',
     says("$.x.x.v: expected an integer, got null")),
    (array(tree), '[{"v":1},{"op":"minus","x":{"v":1.5}}]',
     says("$[1].x.v: expected an integer, got a number")),
    (tree, "<r><op>not</op><x><v>bad</v></x></r>", says("$.x.v: expected an integer, got text")),
    (nested, '{"L":[{"M":{"k":{"L":[{"M":{"k":{"L":[{"M":{"k":{"N":"x"}}}]}}}]}}}]}',
     says("$.L[0].M.k.L[0].M.k.L[0].M.k.N: expected an integer, got a string")),
    (nested, '{"M":{"a":{"N":1},"b":{"N":null}}}', says("$.M.b.N: expected an integer, got null")),
    # integers and booleans as tags
    (messages, '{"msg_type":2,"error":"x"}', Success(Bad(error="x"))),
    (messages, '{"msg_type":3}', says("$.msg_type: expected 1 or 2")),
    (tagged_union("ok", case(True, Ok) | case(False, Bad)), '{"ok":false,"error":"x"}',
     Success(Bad(error="x"))),
    # several tags
    (reply, '{"status":"ok","data":"x"}', Success(Ok(data="x"))),
    (reply, '{"status":"okay"}',
     says('$.status: expected "success" or "ok" or "failed" (did you mean "ok"?)')),
    # what a tag may be
    (operations, "{}", says('$.type: missing, expected "get" or "put"')),
    (operations, '{"type":1}', says("$.type: expected a string, got an integer")),
    (operations, "<r/>", says('$.type: missing, expected "get" or "put"')),
    (Head.codec, '{"id":1}', says('$.type: missing, expected "A" or "B"')),
    # a union among the members of a record: both faults at once
    (Head.codec, '{"id":0,"type":"A","data":"x"}', Success(Head(id=0, body=Ok(data="x")))),
    (Head.codec, '{"id":"0","type":"A","data":1}', says(
        "$.id: expected an integer, got a string", "$.data: expected a string, got an integer")),
    (Head.codec, "<r><id>x</id><type>A</type></r>",
     says("$.id: expected an integer, got text", "$.data: missing")),
    # aliases
    (User.codec, '{"userId":1,"Name":"n"}', Success(User(user_id=1, name="n"))),
    (User.codec, '{"userId":"1","label":2}', says(
        "$.userId: expected an integer, got a string", "$.label: expected a string, got an integer")),
    (array(User.codec), '[{"user_id":1,"name":"n","label":"m"}]', says('$[0].label: also given as "name"')),
    # a union in nullable
    (Wide.codec, '{"a":null}', Success(Wide(v=None))),
    (Wide.codec, '{"a":true}', says("$.a: expected a number or a string, got a boolean")),
    # a tuple of five
    (five, '["a",1,1.5,true,"b"]', Success(("a", 1, 1.5, True, "b"))),
    (five, '["a",1,1.5,true]', says("$: expected 5 items, got 4")),
    (five, '["a","1",1.5,1,"b"]', says(
        "$[1]: expected an integer, got a string", "$[3]: expected a boolean, got an integer")),
    # rules over members
    (Form.codec, '{"password":"longenough","confirm":"x"}',
     says("$.confirm: expected the same password twice")),
    (Form.codec, '{"password":"short","confirm":"x"}', says("$.password: expected 8 characters")),
    (array(Form.codec), '[{"password":"longenough"}]', says("$[0].confirm: missing")),
    # an exception in a Failure is not words
    (string.try_map(safe(int)), '"hunter2"', says("$: the function of a codec raised ValueError")),
    (array(string.try_map(safe(int))), '["1","hunter2"]',
     says("$[1]: the function of a codec raised ValueError")),
    (string.try_map(lambda _: Failure(KeyError("hunter2"))), '"x"',
     says("$: the function of a codec raised KeyError")),
    (string.try_map(lambda _: Failure("expected better")), '"x"', says("$: expected better")),
    (string.try_map(lambda _: Failure(Problem(("a",), BadValue("no")))), '"x"', says("$.a: no")),
    # nothing is added to json_value in a union
    (by_kind(case("text", string) | otherwise(json_value)), "[1]", Success([1])),
    # null as absence in an earlier alternative
    (one_of(case("x", Texts) | case("y", Numbers)), '{"a": null}', Success(Texts(a="d"))),
    (one_of(case("x", Texts) | case("y", Numbers)), '{"a": 1}', Success(Numbers(b=1))),
    (Quiet.codec, '{"a": null}', Success(Quiet(a=None))),
    (array(Quiet.codec), '[{"a": null}, {"a": "x"}, {}]',
     Success((Quiet(a=None), Quiet(a="x"), Quiet(a=None)))),
]  # fmt: skip


@pytest.mark.parametrize(("decoder", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_each_is_read_rightly(decoder: Decoder[Any], raw: str, expected: Outcome) -> None:
    assert read(decoder, raw) == expected


class Flat(Record):
    s: tuple[str, ...] = field("s", array(string), xml=flattened)


class Empty(Record):
    tags: tuple[str, ...] = field("tags", array(string), xml=flattened)


class Kept(Record):
    rest: dict[str, JsonValue] = others(json_value)


WRONG: Any = ("a", 5)
NUL = "a character that XML cannot hold"
WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (headers, {"Accept": "a", "ACCEPT": "b"}, "json", says("$.accept: another entry has this key")),
    (headers, {"Accept": "a", "ACCEPT": "b"}, "xml", says("$.accept: another entry has this key")),
    (dict_of(string, keys=integer), {1: "a"}, "json", Success('{"1":"a"}')),
    (reply, Ok(data="x"), "json", Success('{"status":"success","data":"x"}')),
    (messages, Bad(error="x"), "query", Success("msg_type=2&error=x")),
    (User.codec, User(user_id=1, name="n"), "json", Success('{"user_id":1,"name":"n"}')),
    (five, ("a", 1, 1.5, True, "b"), "json", Success('["a",1,1.5,true,"b"]')),
    (Form.codec, Form(password="longenough", confirm="x"), "xml",
     says("$.confirm: expected the same password twice")),
    (Flat.codec, Flat(s=("a", "\x00")), "xml", says(f"$.s[1]: {NUL}")),
    (array(Flat.codec), (Flat(s=("a", "b", "\x01")),), "xml", says(f"$[0].s[2]: {NUL}")),
    (Flat.codec, Flat(s=WRONG), "query", says("$.s[1]: expected a string, got an integer")),
    (one_of(case("e", Empty) | case("a", Kept)), Kept(rest={"x": "y"}), "xml",
     says("$: this would be read as e")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_each_is_written_rightly(codec: Codec[Any], value: object, form: str, expected: Outcome) -> None:
    assert written(codec, value, form) == expected
