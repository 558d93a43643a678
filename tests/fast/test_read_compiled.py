"""What compiled source reads without the plain reader, and what it leaves to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from ecr_decode import (
    Codec,
    Decoder,
    Record,
    array,
    at,
    big_integer,
    case,
    decimal,
    dict_of,
    field,
    inline,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    keep_text,
    keyed_union,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    plain_only,
    record,
    refine,
    result_of,
    string,
    tagged_union,
    tuple_of,
    uuid_text,
)
from ecr_decode.fast.doubt import Doubt
from ecr_decode.fast.read_json.run import compiled
from ecr_decode.node.facts import facts
from tests.registry import Pair, double, halve, predecessor, successor


class Payment(Record):
    id: UUID = field("id", uuid_text)
    at: datetime = field("at", iso_datetime)
    due: date = field("due", iso_date)
    noon: time = field("noon", iso_time)
    amount: Decimal = field("amount", decimal)
    fee: Decimal | None = field("fee", decimal, default=None)
    tax: Decimal | None = field("tax", nullable(decimal))
    units: int = field("units", big_integer)


class Person(Record):
    id: int = field("id", integer, aliases=("user_id",))
    name: str | None = field("name", string, default=None, aliases=("full_name", "called"))


class Size(Record):
    width: int = field("width", integer)
    height: int = field("height", integer, default=1)

    @refine("expected less height", at="height")
    def flat(self) -> bool:
        return self.height < 10


class Picture(Record):
    title: str = field("title", string)
    size: Size = inline(Size.codec)
    owner: Person = inline(Person.codec)


class Open(Record):
    size: Size = inline(Size.codec)
    amount: Decimal = field("amount", decimal)
    rest: dict[str, Any] = others(json_value)


class Label(Record):
    text: str = field("text", string)
    count: int = field("count", integer, default=0)


class Graded(Record):
    grade: str | None = field("grade", literal("a"), default=None)
    points: int = field("points", integer)


class Marked(Record):
    mark: str = field("mark", literal("b"))
    points: int = field("points", integer.map(double, halve))


class Price(Record):
    amount: Decimal = field("amount", decimal)
    weight: float | None = field("weight", number, default=None)


class Bill(Record):
    total: Price = field("total", Price.codec)
    parts: tuple[Price, ...] | None = field("parts", nullable(array(Price.codec)))
    rest: dict[str, Any] = others(json_value)


VALUE: Codec[Any] = keyed_union(
    case("S", string) | case("L", array(lazy(lambda: VALUE))) | case(("N", "NULL"), nullable(integer))
)
LISTS: Codec[Any] = array(lazy(lambda: LISTS))
POSITION = tuple_of(number, number, rest=number)
NUMBERED = tagged_union("v", case(1, Size) | case((2, 3), Picture))
NAMED = tagged_union("v", case(("a", "b"), Size) | case("c", Picture))
PRICED = tagged_union("v", case("a", Price) | case("b", Label))
BESIDE = tagged_union("v", case("a", Label) | otherwise(Open.codec))
MIXED = tagged_union("v", case(("a", 1), Size) | case(True, Picture))
PAIR = record(Pair, left=field("l", string), right=field("r", integer.try_map(predecessor, successor)))
CLASSES = tagged_union("v", case(("a", "b"), PAIR) | case("c", Label) | case("d", Marked))
DEEP: Codec[Any] = array(array(array(array(array(array(array(array(array(decimal)))))))))

_PAYMENT = (
    b'{"id":"6d1a0bba-5c5a-4d0f-9d8a-000000000001","at":"2024-01-11T09:01:00Z","due":"2025-01-02",'
    b'"noon":"12:00:00.5+01:00","amount":%s,"fee":0.10,"tax":%s,"units":123456789012345678901234567890}'
)

READ: dict[str, tuple[Decoder[Any], list[bytes]]] = {
    "scalars": (
        array(Payment.codec),
        [b"[%s]" % (_PAYMENT % (b"12.50", b"null")), b"[%s]" % (_PAYMENT % (b"1E+2", b"7"))],
    ),
    "decimals": (array(decimal), [b"[1.10,-0.0,7,1e400,12345678901234567890.10]"]),
    "aliases": (Person.codec, [b'{"id":1}', b'{"user_id":1,"called":"a"}']),
    "rules": (array(Size.codec), [b'[{"width":1,"height":2},{"width":1}]']),
    "inline": (Picture.codec, [b'{"title":"a","width":1,"user_id":2}']),
    "inline and others": (Open.codec, [b'{"amount":1.50,"width":1,"new":[true,7,"a"]}']),
    "beside decimals": (BESIDE, [b'{"v":"a","text":"b","count":2}', b'{"amount":1.50,"width":1,"n":1}']),
    "numbers beside decimals": (
        Bill.codec,
        [
            b'{"total":{"amount":1.50,"weight":0.5},"parts":[{"amount":2,"weight":3}],"new":[1.10]}',
            b'{"total":{"amount":1.50},"parts":null}',
        ],
    ),
    "numbers beside decimals by a tag": (
        array(PRICED | literal("none")),
        [b'["none",{"v":"a","amount":1.50,"weight":0.5},{"text":"b","v":"b"}]'],
    ),
    "keys or a record": (
        array(keyed_union(case("a", Size) | case("b", string)) | Label.codec),
        [b'[{"b":"x"},{"text":"a"},{"a":{"width":1}}]'],
    ),
    "classes by a tag": (
        tuple_of(CLASSES, CLASSES, CLASSES),
        [b'[{"v":"b","l":"x","r":1},{"text":"y","v":"c"},{"mark":"b","v":"d","points":1}]'],
    ),
    "constants": (
        array(one_of(case("marked", Marked) | case("graded", Graded))),
        [b'[{"points":1},{"points":1,"grade":"a"},{"points":1,"mark":"b"}]'],
    ),
    "constants tried": (
        one_of(case("marked", Marked) | otherwise(json_value)),
        [b'{"mark":"c","points":1}', b'{"mark":"b","points":1}'],
    ),
    "integer tags": (NUMBERED, [b'{"v":1,"width":1}', b'{"width":1,"v":3,"title":"a","id":1}']),
    "several tags": (NAMED, [b'{"v":"b","width":1}', b'{"v":"c","title":"a","id":1,"width":1}']),
    "mixed tags": (MIXED, [b'{"v":1,"width":1}', b'{"v":true,"title":"a","id":1,"width":1}']),
    "keyed": (
        VALUE,
        [
            b'{"S":"x"}', b'{"L":[{"N":1},{"NULL":null},{"S":"","new":1}]}',
            b'{"L":[%s]}' % b",".join([b'{"L":[{"N":1}]}'] * 100),
        ],
    ),
    "lists of lists": (LISTS, [b"[]", b"[[[]],[]]"]),
    "tuples": (array(POSITION), [b"[[1,2.5],[1,2,3,4]]"]),
    "tuples of decimals": (tuple_of(decimal, decimal), [b"[1.10,2]"]),
    "functions": (array(integer.try_map(predecessor, successor)), [b"[1,2]"]),
    "moments": (
        array(iso_datetime),
        [
            b"[%s]" % b",".join([moment] * 9)
            for moment in (b'"2024-01-02T03:04:05Z"', b'"2024-01-02T03:04:05+02:00"')
        ],
    ),
    "lists in lists": (DEEP, [b"[[[[[[[[[1.10],[2]]],[[[3]]]]]]]]]"]),
    "tuples of kinds": (tuple_of(string, integer, rest=Size.codec), [b'["a",1]', b'["a",1,{"width":1}]']),
    "results": (array(result_of(Size.codec)), [b'[{"width":1}]']),
    "keys": (dict_of(number, keys=integer), [b'{"1":2,"-3":4}', b'{"0":1,"9223372036854775807":2}']),
    "keys within": (
        array(dict_of(Size.codec, keys=integer)),
        [b'[{"1":{"width":1},"\\u0031":{"width":2}},{}]'],
    ),
    "at": (at("a", "b", integer, default=7), [b'{"a":{"b":1}}', b'{"a":{}}', b"{}"]),
    "at an index": (array(at("a", 1, "b", integer)), [b'[{"a":[0,{"b":1}]}]']),
    "kept": (keep_text(json_text(Size.codec)), [b'"{\\"width\\":1}"']),
}  # fmt: skip

DOUBTED: dict[str, tuple[Decoder[Any], list[bytes]]] = {
    "decimals": (decimal, [b"-0", b'"1"', b"null", b"1e99999999999999999999", b"9" * 5000]),
    "days": (iso_date, [b'"2023-02-29"', b'"20240102"', b"1"]),
    "moments": (
        iso_datetime,
        [
            b'"2024-01-02 03:04:05Z"', b'"2024-01-02T03:04:05+0530"', b'"2024-01-02T24:00:00Z"',
            b'"2024-01-02T03:04:05"', b'"2024-W01-1T03:04:05Z"', b'"2024-01-02T03:04:60Z"',
            b'"2023-02-29T00:00:00Z"',
        ],
    ),
    "times": (iso_time, [b'"24:00:00Z"', b'"03:04Z"', b'"03:04:05"']),
    "identifiers": (
        uuid_text,
        [b'"6d1a0bba5c5a4d0f9d8a000000000001"', b'"\\"6d1a0bba-5c5a-4d0f-9d8a-0000000000"'],
    ),
    "big integers": (big_integer, [b"1.0", b'"1"', b"9" * 4301]),
    "aliases": (Person.codec, [b"{}", b'{"id":1,"user_id":1}', b'{"user_id":null}']),
    "rules": (Size.codec, [b'{"width":1,"height":10}']),
    "inline": (Picture.codec, [b'{"title":"a","width":1,"height":10,"id":1}', b'{"title":"a"}']),
    "beside decimals": (BESIDE, [b'{"v":"a","text":"b","count":1.0}', b'{"v":"a","text":1.5}']),
    "numbers beside decimals": (
        Bill.codec,
        [
            b'{"total":[],"parts":null}', b'{"total":{"amount":1.50,"weight":"1"},"parts":null}',
            b'{"total":{"amount":1.50},"parts":{}}', b'{"total":{"weight":1.50},"parts":[]}',
        ],
    ),
    "numbers beside decimals by a tag": (
        array(PRICED | literal("none")), [b'[{"v":"c","amount":1.50}]', b'[{"v":"a","amount":"1"}]', b"[[]]"]
    ),
    "tags": (NUMBERED, [b'{"v":1.0,"width":1}', b'{"v":true,"width":1}', b'{"v":"1","width":1}']),
    "mixed tags": (MIXED, [b'{"v":1.0,"width":1}', b'{"v":false,"width":1}']),
    "keyed": (VALUE, [b"{}", b'{"S":"a","N":1}', b'{"S":null}', b'{"N":null,"S":"a"}', b'{"X":1}']),
    "lone nulls": (one_or_many(null), [b"null", b"1"]),
    "tuples": (POSITION, [b"[1]", b'[1,2,"a"]', b"null"]),
    "keys": (
        dict_of(number, keys=integer),
        [
            b'{"1":2,"01":3}', b'{"a":1}', b'{"":1}', b'{"0":1,"-0":2}', b'{"0":1,"\\u002d0":2}',
            b'{"0":1,"-\\u0030":2}', b'{"9223372036854775808":1}', b'{"-9223372036854775809":1}',
        ],
    ),
    "at": (at("a", "b", integer, default=7), [b'{"a":null}', b'{"a":{"b":null}}', b"[]"]),
}  # fmt: skip


def cases(table: Mapping[str, tuple[Decoder[Any], list[bytes]]]) -> Any:
    return [
        pytest.param(codec, raw, id=f"{name}-{index}")
        for name, (codec, raws) in table.items()
        for index, raw in enumerate(raws)
    ]


def quick(codec: Decoder[Any]) -> Callable[[bytes], Any]:
    read = compiled(codec.node)
    assert read is not None
    return read


@pytest.mark.parametrize(("codec", "raw"), cases(READ))
def test_compiled_source_reads_it_alone(
    codec: Decoder[Any], raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plain_only():
        plain = codec.decode_json(raw).unwrap()
    monkeypatch.setattr("ecr_decode.read.reader.Reader.read", _refused)
    found = quick(codec)(raw)
    assert repr(found) == repr(plain)


def _refused(*_: object) -> Any:
    raise Doubt


@pytest.mark.parametrize(("codec", "raw"), cases(DOUBTED))
def test_it_doubts_what_the_plain_reader_refuses_or_reads_otherwise(codec: Decoder[Any], raw: bytes) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 whatever it raises is doubt
        quick(codec)(raw)
    found = [codec.decode_json(raw) for _ in range(3)]
    with plain_only():
        assert {repr(each) for each in found} == {repr(codec.decode_json(raw))}


def test_integers_of_names_are_read_in_trees_as_well() -> None:
    codec = array(dict_of(integer, keys=integer) | string)
    for tree in ([{"1": 2}, "a"], [{"0": 1, "-0": 2}], [{1: 2}], [{"01": 1}]):
        found = [codec.of_json(tree) for _ in range(3)]
        with plain_only():
            assert {repr(each) for each in found} == {repr(codec.of_json(tree))}


def test_what_takes_the_rest_of_a_union_by_key_may_keep_digits() -> None:
    codec = keyed_union(case("a", integer) | otherwise(decimal))
    assert facts(codec.node).exact
    assert codec.decode_json(b"1E2").unwrap() == Decimal("1E+2")
