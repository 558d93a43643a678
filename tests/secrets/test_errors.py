"""With its source, an error shows the values it speaks of, but for those that may be secret."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import (
    Codec,
    Null,
    Problem,
    Record,
    Why,
    WrongKind,
    array,
    at,
    attribute,
    case,
    dict_of,
    element,
    field,
    flattened,
    inline,
    integer,
    json_text,
    json_value,
    keyed_union,
    lazy,
    one_of,
    others,
    otherwise,
    refine,
    render,
    result_of,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.node.hiding import hides


def broken() -> Codec[Any]:
    raise KeyError


class Login(Record, forbid_unknown=True):
    user: str = field("user", string)
    pin: int = field("pin", integer, secret=True)


class Plain(Record):
    size: int = field("size", integer)


class Weighed(Record):
    weight: int = field("weight", integer)


class Kept(Record):
    pin: int = field("pin", integer, secret=True)
    rest: dict[str, int] = others(integer)


class Placed(Record):
    user: int = field("user", integer, xml=attribute)
    pin: int = field("pin", integer, xml=attribute("code"), secret=True)
    pins: tuple[int, ...] = field("pins", array(integer), xml=flattened("p"), default=(), secret=True)
    spaced: int = field("spaced", integer, xml=element("q", ns="urn:a"), default=0, secret=True)


class Ruled(Record):
    user: str = field("user", string)
    password: str = field("password", string, secret=True)

    @refine("expected a longer password", at="password")
    def is_long(self) -> bool:
        return len(self.password) > 9

    @refine("expected another user", at="user")
    def is_somebody(self) -> bool:
        return self.user != "root"


class Both(Record):
    login: Login = inline(Login.codec)
    kind: Any = inline(tagged_union("kind", case("plain", Plain) | case("weighed", Weighed)))


class Outer(Record):
    login: Login = inline(Login.codec)
    size: int = field("size", integer)


kinds = tagged_union("kind", case("login", Login) | case("plain", Plain))
keys = keyed_union(case("login", Login) | otherwise(Plain.codec))
trial = one_of(case("a", Login) | case("b", Plain))
unsure = one_of(case("plain", Plain) | case("broken", lazy(broken), when=int))
bound = at("kind", string).bind(lambda kind: Login.codec if kind == "login" else Plain.codec)


ROWS: list[tuple[Any, str, str, str]] = [
    (Login.codec, '{"user": 1, "pin": "77"}', "$.user", "1"),
    (Login.codec, '{"user": 1, "pin": "77"}', "$.pin", "<secret>"),
    (Login.codec, '{"user": "", "pin": 1, "pn": "77"}', "$.pn", "<secret>"),
    (Login.codec, '"77"', "$", "<secret>"),
    (Plain.codec, '"12"', "$", '"12"'),
    (Kept.codec, '{"pin": 1, "pn": "77"}', "$.pn", "<secret>"),
    (array(Login.codec), '["77"]', "$[0]", "<secret>"),
    (tuple_of(integer, Login.codec), '["1", "77"]', "$[0]", '"1"'),
    (tuple_of(integer, Login.codec), '["1", "77"]', "$[1]", "<secret>"),
    (at("a", "b", Login.codec), '{"a": "77"}', "$.a", "<secret>"),
    (at("a", 0, Login.codec), '{"a": [{"user": 1, "pin": 1}]}', "$.a[0].user", "1"),
    (kinds, '{"kind": "logn", "pin": "77"}', "$.kind", '"logn"'),
    (kinds, '{"kind": "plain", "size": "5"}', "$.size", '"5"'),
    (kinds, '{"kind": "login", "user": "", "pin": "77"}', "$.pin", "<secret>"),
    (keys, '{"login": {"user": 1, "pin": 1}}', "$.login.user", "1"),
    (keys, '{"login": "77"}', "$.login", "<secret>"),
    (keys, '{"size": "5"}', "$.size", '"5"'),
    (trial, '{"pin": "77", "user": "", "size": "2"}', "$.size", '"2"'),
    (trial, '{"pin": "77", "user": "", "size": "2"}', "$.pin", "<secret>"),
    (Outer.codec, '{"user": "", "pin": "77", "size": "2"}', "$.pin", "<secret>"),
    (Outer.codec, '{"user": "", "pin": "77", "size": "2"}', "$.size", '"2"'),
    (Both.codec, '{"user": 1, "pin": "77", "kind": "plain", "size": 2}', "$.user", "1"),
    (dict_of(Login.codec), '{"a": {"user": 1, "pin": "77"}}', "$.a.user", "1"),
    (unsure, '{"size": "77"}', "$.size", "<secret>"),
    (lazy(lambda: Login.codec), '{"user": 1, "pin": 1}', "$.user", "1"),
    (bound, '{"kind": "login", "user": "", "pin": "77"}', "$.pin", "<secret>"),
    (bound, '{"kind": "plain", "size": "1"}', "$.size", '"1"'),
    (Ruled.codec, '{"user": "root", "password": "77"}', "$.password", "<secret>"),
    (Ruled.codec, '{"user": "root", "password": "77"}', "$.user", '"root"'),
    (at("a", json_text(Login.codec)), '{"a": "{\\"pin\\": 77"}', "$.a -> $", "got the end of the text"),
    (json_value.try_map(Login.codec.of_json), '{"user": "", "pin": "77"}', "$.pin", "<secret>"),
]  # fmt: skip
"""A codec, a document with the secret 77, the place of a problem, and what is shown of its value."""


@pytest.mark.parametrize(("codec", "raw", "place", "shown"), ROWS)
def test_a_value_that_may_be_secret_is_hidden(codec: Codec[Any], raw: str, place: str, shown: str) -> None:
    lines = [line.strip() for line in render(codec.decode_json(raw).failure(), source=raw).splitlines()]
    assert any(f"{place}: " in line and line.endswith(f" {shown}") for line in lines), lines
    assert not any("77" in line for line in lines)


XML = [
    ('<a user="x" code="7"/>', '$.user: expected an integer, got text: "x"'),
    ('<a user="1" code="77x"/>', "$.pin: expected an integer, got text: <secret>"),
    ('<a user="1" code="7"><p>77x</p></a>', "$.pins[0]: expected an integer, got text: <secret>"),
    (
        '<a user="1" code="7"><q xmlns="urn:a">77x</q></a>',
        "$.spaced: expected an integer, got text: <secret>",
    ),
    ('<a user="1">77', "line 1, column 15: expected an element or an end tag, got the end of the text"),
]


@pytest.mark.parametrize(("raw", "line"), XML)
def test_so_is_one_in_xml(raw: str, line: str) -> None:
    assert render(Placed.codec.decode_xml(raw).failure(), source=raw) == line


def test_the_line_of_a_text_that_is_no_document_is_hidden_where_it_may_hold_a_secret() -> None:
    raw = '{"pin": 7391828, "user": }'
    assert render(Login.codec.decode_json(raw).failure(), source=raw).count("\n") == 0
    assert render(Plain.codec.decode_json(raw).failure(), source=raw).count("\n") == 2


def test_errors_of_writing_and_checking_hide_as_well() -> None:
    raw = '{"user": "", "pin": "7391828"}'
    wrong: Any = Login(user="", pin="7391828")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    short = Ruled(user="root", password="7391828")
    for error, source in (
        (Login.codec.encode_json(wrong).failure(), raw),
        (Login.codec.check(wrong).failure(), raw),
        (Login.codec.to_value(wrong).failure(), raw),
        (Ruled.codec.check(short).failure(), '{"user": "root", "password": "7391828"}'),
    ):
        shown = render(error, source=source)
        assert "<secret>" in shown
        assert "7391828" not in shown


def test_an_error_that_is_kept_in_a_secret_member_hides_all() -> None:
    class Holder(Record):
        items: tuple[Any, ...] = field("items", array(result_of(integer)), secret=True)

    raw = '{"items": ["7391828"]}'
    (kept,) = Holder.codec.decode_json(raw).unwrap().items
    assert render(kept.failure(), source=raw) == "$.items[0]: expected an integer, got a string: <secret>"


def endless(count: int) -> Codec[Any]:
    """A thunk that never gives anything but other thunks."""
    made: Codec[Any] = lazy(lambda: endless(count + 1))
    return made


@pytest.mark.parametrize("codec", [endless(0), lazy(broken)])
def test_what_is_unknown_is_hidden(codec: Codec[Any]) -> None:
    assert hides(codec.node, ())
    assert hides(codec.node, ("a", 0))


def test_what_is_hidden_is_found_out_once_for_all_items_that_are_read_alike() -> None:
    codec = array(Login.codec)
    for index in (0, 1, 7):
        assert [hides(codec.node, (index, name)) for name in ("pin", "user")] == [True, False]
    assert len(vars(codec.node)["hides"]) == 2


def test_an_index_that_matters_is_not_taken_for_another() -> None:
    pair = array(tuple_of(integer, Login.codec))
    assert [hides(pair.node, (0, index)) for index in (0, 1, 0, 1)] == [False, True] * 2
    third = at("a", 2, Login.codec)
    assert [hides(third.node, ("a", index, "user")) for index in (2, 1, 2)] == [False, True, False]


def test_the_names_of_documents_are_not_kept_without_end() -> None:
    codec = dict_of(Login.codec)
    for number in range(3000):
        assert hides(codec.node, (f"name {number}", "pin"))
    assert len(vars(codec.node)["hides"]) == 1000


@pytest.mark.parametrize(
    ("raw", "why"), [("null", Null("a login")), ("77", WrongKind("a login", "an integer"))]
)
def test_what_is_hidden_stays_hidden_under_a_name(raw: str, why: Why) -> None:
    named = json_value.bind(lambda _: Login.codec).named("a login")
    (found,) = named.decode_json(raw).failure().problems
    assert (found.why, found.hidden) == (why, True)


def test_hiding_takes_no_part_in_equality() -> None:
    problem = Problem(("pin",), integer.decode_json(b'""').failure().problems[0].why)
    (found,) = Login.codec.decode_json('{"user": "", "pin": ""}').failure().problems
    assert found.hidden
    assert not problem.hidden
    assert (found == problem, hash(found) == hash(problem)) == (True, True)
