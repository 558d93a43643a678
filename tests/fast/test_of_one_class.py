"""Alternatives whose values are of one class: which of them writes a value, and which reads it again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import partial
from typing import Any, NamedTuple

import orjson
import pytest
from returns.result import Success, safe

from ecr_decode import (
    Codec,
    Record,
    array,
    attribute,
    aws,
    base64_bytes,
    boolean,
    case,
    decimal,
    dict_of,
    enum_of,
    field,
    inline,
    integer,
    iso_date,
    iso_datetime,
    json_text,
    json_value,
    keyed_union,
    lazy,
    literal,
    nullable,
    number,
    one_of,
    plain_only,
    record,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.node.written import written_classes
from ecr_decode.read.reader import Reader
from ecr_decode.write.writer import Writer
from tests.fast.test_xml_scalars import agree


class Point(Record):
    x: int = field("x", integer)


class Name(Record):
    name: str = field("name", string)


class Tree(Record):
    name: str = field("name", string)
    below: tuple[Tree, ...] = field("below", array(lazy(lambda: Tree.codec)))


class Maybe(Record):
    name: str | None = field("name", string, default=None)


class Marked(Record):
    name: str = field("name", string, xml=attribute)


class Omitted(Record):
    name: str = field("name", string, default="", omit=True)


class Pair(Record):
    key: str = field("key", string)
    value: int = field("value", integer)


class Around(Record):
    inner: Name = inline(Name.codec)


class Entry(Record):
    entry: Pair = field("entry", Pair.codec)


class Day(NamedTuple):
    of: date

    def held(self) -> date:
        return self.of


class Colour(Enum):
    RED = "red"


class Word(StrEnum):
    BLANK = " "
    ONE = "1"


class Text(str):
    __slots__ = ()


def positive(value: float) -> bool:
    return value > 0


DIGITS = string.refine(str.isdigit, "not digits")
POSITIVE = integer.refine(positive, "not positive")
COUNT: Codec[Any] = string.try_map(safe(int), lambda value: Success(str(value)))
TAGGED = tagged_union("kind", case("point", Point.codec) | case("name", Name.codec))
KEYED = keyed_union(case("point", Point.codec) | case("name", Name.codec))

DAY, NOON = date(2024, 1, 2), datetime(2024, 1, 2, 12, tzinfo=UTC)
QUICK: dict[str, tuple[Codec[Any], tuple[Any, ...]]] = {
    "lists of scalars": (array(integer) | array(string), ((), (1, 2), ("a", "b"))),
    "lists of numbers": (array(integer) | array(number), ((1, 2), (1.5, 2.5))),
    "lists and lists of lists": (array(number) | array(array(number)), ((1.5,), ((1.5,), (2.5,)))),
    "lists of records and of texts": (array(Point.codec) | array(string), ((Point(x=1),), ("a",))),
    "lists of records": (array(Point.codec) | array(Name.codec), ((Point(x=1),), (Name(name="a"),), ())),
    "maps of records": (
        dict_of(Point.codec) | dict_of(Name.codec),
        ({"a": Point(x=1)}, {"a": Name(name="a")}),
    ),
    "lists of lists or of records": (
        array(array(Point.codec)) | array(Point.codec),
        (((Point(x=1),),), (Point(x=1),)),
    ),
    "lists of tagged records or of texts": (array(TAGGED) | array(string), ((Point(x=1),), ("a",))),
    "tagged records or lists of them": (TAGGED | array(TAGGED), (Name(name="a"), (Point(x=1),))),
    "a tagged record or a text": (TAGGED | string, (Point(x=1), "a")),
    "keys, a text or a list": (KEYED | string | array(string), (Point(x=1), Name(name="a"), "a", ("a", "b"))),
    "lists of trees or of texts": (
        array(Tree.codec) | array(string),
        ((Tree(name="a", below=(Tree(name="b", below=()),)),), ("a",)),
    ),
    "a record or a list of them": (Point.codec | array(Point.codec), (Point(x=1), (Point(x=1),))),
    "tuples": (tuple_of(number, number) | tuple_of(number, number, number), ((1.5, 2.5), (1.5, 2.5, 3.5))),
    "maps": (dict_of(integer) | dict_of(string), ({}, {"a": 1}, {"a": "b"})),
    "a record or a map of texts": (Point.codec | dict_of(string), (Point(x=1), {"a": "b"}, {})),
    "lists of numbers or of booleans": (array(number) | array(boolean), ((1.0, 2.5), (True,), ())),
    "maps of lists": (dict_of(array(integer)) | dict_of(integer), ({"a": (1,)}, {"a": 1})),
    "a rule over a text": (DIGITS | string, ("12", "ab")),
    "a rule over an integer": (POSITIVE | integer, (1, -1)),
    "constants or a text": (literal("a", "b") | string, ("a", "c")),
    "three": (literal("a") | DIGITS | string, ("a", "1", "c")),
    "null or an integer, or a day": (nullable(integer) | iso_date, (1, None, DAY)),
    "a day, or null or a text": (iso_date | nullable(string), (DAY, None, "a")),
    "a blob or a day": (base64_bytes | iso_date, (b"ab", DAY)),
    "an integer or a decimal": (integer | decimal, (1, Decimal("1.5"))),
    "a colour or an integer": (enum_of(Colour) | integer, (Colour.RED, 1)),
    "lists of days and of moments": (array(iso_date) | array(iso_datetime), ((DAY,), (NOON,))),
    "lists of days and of colours": (array(iso_date) | array(enum_of(Colour)), ((DAY,), (Colour.RED,))),
    "lists of moments and of colours": (
        array(iso_datetime) | array(enum_of(Colour)),
        ((NOON,), (Colour.RED,)),
    ),
    "maps of lists of records": (
        dict_of(array(Point.codec)) | dict_of(array(Name.codec)),
        ({"a": (Point(x=1),)}, {"a": (Name(name="a"),)}),
    ),
    "days, or a day and a constant": (
        array(iso_date) | tuple_of(iso_date, literal("..")),
        ((DAY, DAY), (DAY, ".."), ()),
    ),
    "a range or numbers": (
        tuple_of(integer, literal("to"), integer) | array(integer),
        ((1, "to", 5), (1, 2, 3), (1,)),
    ),
    "lists of constants and of texts": (array(literal("a")) | array(string), (("a", "a"), ("b", "a"))),
    "lists by a rule": (array(DIGITS) | array(string), (("1", "2"), ("b", "1"))),
    "a colour with a number, or numbers": (
        tuple_of(enum_of(Colour), integer) | array(integer),
        ((Colour.RED, 1), (1, 2)),
    ),
    "a number, or null or a text": (integer | nullable(string), (1, None, "a")),
    "booleans, or null or a text": (array(boolean) | nullable(string), ((True,), None, "a")),
    "a list or a record in a text": (json_text(Point.codec) | array(integer), (Point(x=1), (1, 2))),
    "a constant or a record in a text": (literal("none") | json_text(Point.codec), ("none", Point(x=1))),
    "a constant or an integer in a text": (literal("none") | json_text(integer), ("none", 1)),
    "a record in a text or a constant": (json_text(Point.codec) | literal("none"), ("none", Point(x=1))),
    "a blob or a record in a text": (base64_bytes | json_text(Point.codec), (b"ab", Point(x=1))),
    "a day or a list in a text": (iso_date | json_text(array(integer)), (DAY, (1, 2))),
    "a moment, a day or a text": (iso_datetime | iso_date | string, (NOON, DAY, "a")),
    "a map, null or a record": (
        dict_of(number) | nullable(boolean) | Name.codec,
        ({"a": 1.5}, None, True, Name(name="a")),
    ),
    "lists of colours and of texts": (array(enum_of(Colour)) | array(string), ((Colour.RED,), ("a",))),
    "a tuple or a list": (tuple_of(iso_date, integer) | array(integer), ((DAY, 1), (1, 2))),
    "a function over a day": (
        one_of(case("digits", DIGITS) | case("day", iso_date.map(Day, Day.held), when=Day)),
        ("12", Day(DAY)),
    ),
    "a function over a text": (one_of(case("count", COUNT, when=int) | case("text", string)), (1, "ab")),
}


@pytest.mark.parametrize("name", QUICK)
def test_compiled_source_decides(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    below, values = QUICK[name]
    codec = array(below)
    with plain_only():
        text, document = codec.encode_json(values).unwrap(), codec.encode_xml(values).unwrap()
        read = codec.decode_xml(document)
        assert codec.decode_json(text) == Success(values)
    for _ in range(3):
        assert codec.encode_json(values) == Success(text)
        assert codec.encode_xml(values) == Success(document)
        assert codec.decode_json(text) == Success(values)
        assert codec.decode_xml(document) == read
    monkeypatch.setattr(Writer, "write", None)
    monkeypatch.setattr(Reader, "read", None)
    assert codec.encode_json(values) == Success(text)
    assert codec.encode_xml(values) == Success(document)
    assert codec.decode_json(text) == Success(values)
    assert codec.decode_xml(document) == read


ALTERNATIVES: dict[str, Codec[Any]] = {
    "integer": integer,
    "number": number,
    "decimal": decimal,
    "null or a string": nullable(string),
    "digits": DIGITS,
    "positive": POSITIVE,
    "day": iso_date,
    "blob": base64_bytes,
    "colour": enum_of(Colour),
    "integers": array(integer),
    "texts": array(string),
    "digits in a list": array(DIGITS),
    "days": array(iso_date),
    "moments": array(iso_datetime),
    "point": Point.codec,
    "points": array(Point.codec),
    "names": array(Name.codec),
    "map of names": dict_of(Name.codec),
    "keys": KEYED,
    "two": tuple_of(number, string),
    "two texts": tuple_of(string, string),
    "map of integers": dict_of(integer),
    "map of texts": dict_of(string),
}
VALUES: list[Any] = [
    *(0, 1, -1, 2.5, -2.5, 1.0, 2**60, 2**70, True, None, "", " ", "a", "b", "12", "2024-01-02", Text("a")),
    *((), (1,), (1, "a"), ("a", 1), (1.5,), (1.5, 2), ("a",), ("12",), ("12", "a"), (None,), (1, None)),
    *(
        [1],
        ["a"],
        [[1]],
        ((1,),),
        ((),),
        (True,),
        (2**70,),
        (1.5, "a"),
        (1.5, 2.5, 3.5),
        (Text("a"),),
        ("1", "a"),
    ),
    *(Point(x=1), (Point(x=1),), Name(name="a"), (Name(name="a"),), [Point(x=1), "a"]),
    *(DAY, NOON, (DAY,), (NOON,), (DAY, NOON), b"ab", b"", (b"ab",), Colour.RED, (Colour.RED,)),
    *(Decimal("1.5"), Decimal(2), (Decimal(2),), "red", "YWI=", ("red",), ("2024-01-02",)),
    *({"a": Name(name="a")}, {"a": Point(x=1)}, ((Name(name="a"),),), (Name(name="a"), Point(x=1))),
    *({}, {"a": 1}, {"a": "b"}, {"a": "b", "c": 1}, {"a": None}, {"a": 1.5}, {"x": 1}, {1: 2}, ({"x": 1},)),
]


@pytest.mark.parametrize("second", ALTERNATIVES)
@pytest.mark.parametrize("first", ALTERNATIVES)
def test_two_alternatives_are_as_they_are_plainly(first: str, second: str) -> None:
    both = ALTERNATIVES[first], ALTERNATIVES[second]
    classes = {list, *(cls for each in both for cls in written_classes(each.node))}
    codec = array(both[0] | both[1])
    for value in VALUES:
        if type(value) in classes:
            agree(codec.encode_json, (value,))
            agree(codec.encode_xml, (value,))


OBJECTS: dict[str, Codec[Any]] = {
    "map of integers": dict_of(integer),
    "map of texts": dict_of(string),
    "texts": array(string),
    "maybe": Maybe.codec,
    "marked": Marked.codec,
    "omitted": Omitted.codec,
    "entry": Entry.codec,
    "a list of names": array(Name.codec),
    "tagged": TAGGED,
    "inlined": Around.codec,
    "a blob": base64_bytes,
    "constants": literal("", "a"),
    "an integer": integer,
    "an integer in a text": json_text(integer),
    "constants of JSON": literal("1", "{}", "true"),
    "an enumeration": enum_of(Word),
}


@pytest.mark.parametrize("second", OBJECTS)
@pytest.mark.parametrize("first", OBJECTS)
def test_elements_are_told_apart_as_they_are_plainly(first: str, second: str) -> None:
    codec = array(OBJECTS[first] | OBJECTS[second])
    values: list[Any] = [
        Maybe(),
        Maybe(name="a"),
        Marked(name="1"),
        Marked(name="a"),
        Omitted(),
        Omitted(name="a"),
    ]
    values += [
        Entry(entry=Pair(key="a", value=1)),
        Name(name="a"),
        Point(x=1),
        {},
        {"name": 1},
        {"name": "a"},
        {"entry": "a"},
    ]
    values += [(), ("a",), (Name(name="a"),), Around(inner=Name(name="a")), b"", b"ab", "", "a", " ", 1]
    for value in [*values, Word.BLANK, Word.ONE]:
        agree(codec.encode_xml, (value,))
        agree(partial(codec.encode_xml, style=aws.xml), (value,))


def is_json(value: Any) -> bool:
    try:
        return orjson.loads(orjson.dumps(value)) is not None
    except TypeError:  # a record, an integer of more than 64 bits, a text of another class
        return False


@pytest.mark.parametrize("first", ALTERNATIVES)
def test_they_are_read_as_they_are_plainly(first: str) -> None:
    texts = [orjson.dumps([each]) for each in VALUES if is_json(each)]
    for second in ALTERNATIVES.values():
        codec = array(ALTERNATIVES[first] | second)
        for text in texts:
            agree(codec.decode_json, text)


def test_what_a_function_makes_may_be_what_a_rule_refused_before() -> None:
    codec = array(DIGITS | string.map(str, lambda text: "1" + text.removeprefix("x")))
    for value in ("12", "x2", "ab", "x"):
        agree(codec.encode_json, (value,))
        agree(codec.encode_xml, (value,))


def test_nothing_in_a_list_may_be_read_by_a_case_of_another_class() -> None:
    lists = array(integer).map(list, tuple)
    codec = array(one_of(case("integers", lists, when=list) | case("texts", array(string))))
    for value in ((), ("a",), [], [1]):
        agree(codec.encode_json, (value,))
        agree(codec.encode_xml, (value,))


def test_a_number_that_is_an_integer_is_not_what_a_rule_over_numbers_was_asked_of() -> None:
    """Another class of value stands between: the rule was not asked, and would take it."""
    codec: Codec[Any] = array(number.refine(positive, "not positive") | number | integer)
    for value in (1, -1, 1.5, -1.5):
        agree(codec.encode_json, (value,))
        agree(codec.encode_xml, (value,))


def test_any_value_is_of_the_class_object(monkeypatch: pytest.MonkeyPatch) -> None:
    codec: Codec[Any] = array(
        one_of(case("point", Point.codec) | case("any", json_value, when=object) | case("day", iso_date))
    )
    for value in (
        Point(x=1),
        Name(name="a"),
        DAY,
        NOON,
        True,
        1,
        None,
        "a",
        [1],
        {"x": 1},
        {"y": 1},
        object(),
    ):
        agree(codec.encode_json, (value,))
    values = (Point(x=1), {"y": 1}, [1], "a")
    expected = codec.encode_json(values)
    monkeypatch.setattr(Writer, "write", None)
    assert codec.encode_json(values) == expected == Success(b'[{"x":1},{"y":1},[1],"a"]')


@pytest.mark.parametrize(
    "item",
    [
        "<item><kind>point</kind><x>1</x></item>",
        '<item kind="point"><x>1</x></item>',
        '<item kind="name"><x>1</x></item>',
        '<item n:kind="point" xmlns:n="urn:n"><x>1</x></item>',
        '<n:item xmlns:n="urn:n"><n:kind>point</n:kind><n:x>1</n:x></n:item>',
        "<item><x>1</x></item>",
        "<item><name>a</name></item>",
        "<item><item><kind>name</kind><name>a</name></item></item>",
        "<item><point><x>1</x></point></item>",
        "<item><point><x>1</x></point><name>a</name></item>",
        "<item><item>a</item></item>",
        "<item>a</item>",
        "<item/>",
    ],
)
def test_elements_are_told_by_their_members_as_they_are_plainly(item: str) -> None:
    for name in ("tagged records or lists of them", "keys, a text or a list", "lists of records"):
        agree(array(QUICK[name][0]).decode_xml, f"<r>{item}{item}</r>".encode())


@pytest.mark.parametrize(
    "mixed", [b'[[1,"a"]]', b'[["a",1]]', b"[[1,true]]", b'[{"a":1,"b":"c"}]', b"[[null]]"]
)
def test_items_of_several_kinds_are_refused_as_they_are_plainly(mixed: bytes) -> None:
    for name in ("lists of scalars", "maps", "lists of numbers or of booleans", "lists of records"):
        agree(array(QUICK[name][0]).decode_json, mixed)


def test_items_that_two_records_read_make_a_list_of_the_first_that_reads_all() -> None:
    codec = array(QUICK["lists of records"][0])
    for both in (
        b'[[{"x":1,"name":"a"}]]',
        b'[[{"x":1,"name":"a"},{"name":"b"}]]',
        b'[[{"x":1},{"name":"b"}]]',
    ):
        agree(codec.decode_json, both)


def test_records_that_functions_make_are_not_told_apart_by_their_class() -> None:
    def made(**members: Any) -> dict[str, Any]:
        return members

    first, second = record(made, x=field("x", integer)), record(made, name=field("name", string))
    codec = array(array(first) | array(second))
    for raw in (b'[[{"x":1}],[{"name":"a"}]]', b'[[{"x":1},{"name":"a"}]]'):
        agree(codec.decode_json, raw)


def test_a_constant_with_quotes_may_be_json() -> None:
    constants = literal('"2024-01-01"', "\\", "1")
    for other in (json_text(iso_date), json_text(array(integer)), integer, array(string)):
        codec: Codec[Any] = array(other | constants)
        for value in ('"2024-01-01"', "\\", "1"):
            agree(codec.encode_json, (value,))
            agree(codec.encode_xml, (value,))
