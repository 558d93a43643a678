"""The truth tables of `at` with a default, of `keep_text`, of `rename` and of `default_factory`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Decoder,
    Kept,
    Record,
    array,
    at,
    attribute,
    camel_case,
    case,
    decimal,
    decode_into,
    dict_of,
    field,
    flattened,
    inline,
    integer,
    iso_date,
    json_schema,
    json_text,
    kebab_case,
    keep_text,
    keyed_union,
    nullable,
    pascal_case,
    record,
    result_of,
    string,
    text,
)
from tests.rows import Outcome, comes_back, read, says, written

deep: Decoder[Any] = at("a", 1, "b", string, default="-")
name: Codec[Any] = at("a", "b", string, default=None)
one: Codec[Any] = at("a", integer, default=0)
maybe: Codec[Any] = at("a", nullable(integer), default=7)
kept: Codec[Any] = keep_text(json_text(array(integer)))
number: Codec[Any] = keep_text(integer)
day: Codec[Any] = keep_text(iso_date)


class Login(Record):
    password: str = field("password", string, secret=True)


class Held(Record):
    m: Any = field("m", kept, xml=attribute)
    n: Any = field("n", number, default=None)
    t: Any = field("t", keep_text(decimal), xml=text, default=None)


class Named(Record, rename=camel_case):
    type_: str = field(string)
    page_size: int = field(integer, default=0)
    own_name: int = field("own_name", integer, default=0)


class More(Named):
    next_token: str | None = field(string, default=None)


class Pascal(More, rename=pascal_case):
    last_page: int = field(integer)


class Kebab(Record, rename=kebab_case):
    page_size: int = field(integer, xml=attribute)
    a_b: tuple[int, ...] = field(array(integer), xml=flattened, default=())
    named: Named = inline(Named.codec)


def fails() -> Any:
    raise LookupError("hunter2")


class Made(Record):
    tags: dict[str, int] = field("tags", dict_of(integer), default_factory=dict, omit=True)
    items: tuple[int, ...] = field("items", array(integer), default_factory=tuple)


class Fails(Record):
    a: int = field("a", integer, default_factory=fails)
    b: int = field("b", integer)


READ: list[tuple[Decoder[Any], str, Outcome]] = [
    # at: an absent member or a short array is the default
    (deep, "{}", Success("-")),
    (deep, '{"a": []}', Success("-")),
    (deep, '{"a": [{}]}', Success("-")),
    (deep, '{"a": [0, {}]}', Success("-")),
    (deep, '{"a": [null, {"b": "x"}]}', Success("x")),
    (name, '{"a": {}}', Success(None)),
    (name, "<r><a/></r>", Success(None)),
    (name, "<r/>", Success(None)),
    (name, "<r><a><b>x</b></a></r>", Success("x")),
    (deep, "<r><a><i/><i><b>x</b></i></a></r>", Success("x")),
    (deep, "<r><a><i/></a></r>", Success("-")),
    # null or a wrong kind on the way, and the decoder's own failure, are errors
    (deep, '{"a": null}', says("$.a: expected an array, got null")),
    (deep, '{"a": {}}', says("$.a: expected an array, got an object")),
    (deep, '{"a": [0, null]}', says("$.a[1]: expected an object, got null")),
    (deep, '{"a": [0, 1]}', says("$.a[1]: expected an object, got an integer")),
    (deep, '{"a": [0, {"b": null}]}', says("$.a[1].b: expected a string, got null")),
    (deep, '{"a": [0, {"b": 1}]}', says("$.a[1].b: expected a string, got an integer")),
    (name, "null", says("$: expected an object, got null")),
    (name, "[]", says("$: expected an object, got an array")),
    (name, "<r><a>x</a></r>", says("$.a: expected an object, got text")),
    (name, "<r><a><b><z/></b></a></r>", says("$.a.b: expected a string, got an element")),
    (maybe, '{"a": null}', Success(None)),
    (maybe, "{}", Success(7)),
    (array(name), '[{}, {"a": null}]', says("$[1].a: expected an object, got null")),
    # keep_text
    (kept, '"[1, 2]"', Success(Kept("[1, 2]", (1, 2)))),
    (kept, '"[1, null]"', says("$ -> $[1]: expected an integer, got null")),
    (kept, '"["', says('$ -> $: line 1, column 2: expected a value or "]", got the end of the text')),
    (kept, "[1]", says("$: expected a string, got an array")),
    (number, "1", says("$: expected a string, got an integer")),
    (number, '"1"', says("$: expected an integer, got a string")),
    (Held.codec, '<r m="[1]">1.10<n>+1</n></r>',
     Success(Held(m=Kept("[1]", (1,)), n=Kept("+1", 1), t=Kept("1.10", Decimal("1.10"))))),
    (array(result_of(kept)).map(len), '["[1]", 2]', Success(2)),
    # rename
    (Named.codec, '{"type": "a", "pageSize": 1, "own_name": 2}',
     Success(Named(type_="a", page_size=1, own_name=2))),
    (Named.codec, '{"type_": "a"}', says('$.type: missing (did you mean "type_"?)')),
    (More.codec, '{"type": "a", "nextToken": "b"}', Success(More(type_="a", next_token="b"))),
    (Pascal.codec, '{"type": "a", "pageSize": 1, "LastPage": 2}',
     Success(Pascal(type_="a", page_size=1, last_page=2))),
    (Kebab.codec, '{"page-size": 1, "a-b": [2], "type": "c", "pageSize": 3}',
     Success(Kebab(page_size=1, a_b=(2,), named=Named(type_="c", page_size=3)))),
    (Kebab.codec, '<r page-size="1"><a-b>2</a-b><type>c</type></r>',
     Success(Kebab(page_size=1, a_b=(2,), named=Named(type_="c")))),
    (record(dict, class_=field(integer), a_b=field(integer)), '{"class": 1, "a_b": 2}',
     Success({"class_": 1, "a_b": 2})),
    (decode_into(dict, a_b=field(integer)), '{"a_b": 2}', Success({"a_b": 2})),
    # default_factory
    (Made.codec, "{}", Success(Made(tags={}, items=()))),
    (Made.codec, "<r/>", Success(Made(tags={}, items=()))),
    (Fails.codec, "{}", says("$.a: the function of a codec raised LookupError", "$.b: missing")),
    (Fails.codec, '{"a": 1, "b": 2}', Success(Fails(a=1, b=2))),
]  # fmt: skip


@pytest.mark.parametrize(("decoder", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_each_row_is_read(decoder: Decoder[Any], raw: str, expected: Outcome) -> None:
    assert read(decoder, raw) == expected


CHANGED = says("$: expected a text that reads as its value")
WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (name, None, "json", Success("{}")),
    (name, None, "xml", Success("<r/>")),
    (name, "x", "json", Success('{"a":{"b":"x"}}')),
    (one, 0, "json", Success("{}")),
    (one, False, "json", says("$.a: expected an integer, got a boolean")),
    (one, 1, "query", Success("a=1")),
    (maybe, 7, "json", Success("{}")),
    (maybe, None, "json", Success('{"a":null}')),
    (kept, Kept("[1, 2]", (1, 2)), "json", Success('"[1, 2]"')),
    (kept, Kept("[1]", (1, 2)), "json", CHANGED),
    (kept, Kept("[", (1, 2)), "json", CHANGED),
    (kept, Kept("[true]", (True,)), "json", CHANGED),
    (number, Kept(" 01 ", 1), "xml", Success("<r> 01 </r>")),
    (number, Kept("01", 2), "xml", CHANGED),
    (number, Kept("1", 1), "json", CHANGED),
    (at("k", kept), Kept("[1]", (1,)), "query", Success("k=%5B1%5D")),
    (More.codec, More(type_="a"), "json", Success('{"type":"a","pageSize":0,"own_name":0}')),
    (Made.codec, Made(tags={}, items=()), "json", Success('{"items":[]}')),
    (Made.codec, Made(tags={"a": 1}, items=()), "json", Success('{"tags":{"a":1},"items":[]}')),
]


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_each_row_is_written(codec: Codec[Any], value: object, form: str, expected: Outcome) -> None:
    assert written(codec, value, form) == expected


def test_what_is_written_is_read() -> None:
    assert comes_back(name, "x")
    assert comes_back(name, None)
    assert comes_back(array(kept), (Kept(" [1]", (1,)), Kept("[ ]", ())))
    assert comes_back(Kebab.codec, Kebab(page_size=1, a_b=(2, 3), named=Named(type_="c")))
    assert comes_back(Made.codec, Made(tags={"a": 1}, items=(1,)))
    keyed = keyed_union(case("t", kept) | case("d", day.map(Text, lambda held: held.kept)))
    assert comes_back(array(keyed), (Kept("[1]", (1,)),))


class Text:
    """A day with the text that it was read from."""

    def __init__(self, held: Any) -> None:
        self.kept = held


def test_blanks_are_kept() -> None:
    rows: list[tuple[Codec[Any], str, Any]] = [
        (kept, " [1]\n", (1,)), (number, " 01 ", 1), (keep_text(decimal), " 5. ", Decimal(5)),
    ]  # fmt: skip
    for codec, raw, value in rows:
        found = read(codec, f"<r>{raw}</r>", tree=False)  # xmltodict strips texts
        assert found == Success(Kept(raw, value))
        assert written(codec, Kept(raw, value), "xml") == Success(f"<r>{raw}</r>")


def test_a_text_that_holds_a_secret_is_not_shown() -> None:
    for codec in (keep_text(json_text(Login.codec)), keep_text(json_text(array(nullable(Login.codec))))):
        raw = (
            '"{\\"password\\":\\"hunter2\\"}"'
            if "[" not in repr(codec)
            else '"[{\\"password\\":\\"hunter2\\"}]"'
        )
        for _ in range(3):
            assert "hunter2" not in repr(codec.decode_json(raw).unwrap())


def test_each_record_has_its_own_value_of_a_factory() -> None:
    read_of_nothing = [Made.decode_json("{}").unwrap() for _ in range(3)]
    made = [*read_of_nothing, Made(), Made()]
    assert len({id(each.tags) for each in made}) == len(made)
    assert "default" not in str(json_schema(Made))
    with pytest.raises(ValueError, match="give default= or default_factory=, not both"):
        field("a", integer, default=1, default_factory=int)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue]
