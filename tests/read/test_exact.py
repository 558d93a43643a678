"""Exact numbers, dates, times and UUIDs: the rows of their tables, in every form."""

from __future__ import annotations

import pickle
from contextlib import nullcontext
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Context, Decimal, localcontext
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    aws,
    big_integer,
    boolean,
    by_kind,
    case,
    decimal,
    dict_of,
    field,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    number,
    one_of,
    others,
    plain_only,
    string,
    succeed,
    uuid_text,
)
from ecr_decode.error.problem import BadValue, WrongKind
from tests.problems import problems, reason

DECIMALS = (
    "0", "-0", "1", "1.0", "1.10", "-0.0", "0E-7", "1E+400", "1E-400", "12345678901234567.890", "9" * 4300,
    "0." + "1" * 4299, "1E+999999999999999999", "18446744073709551616", "-9223372036854775809", "1e5", "1E5",
)  # fmt: skip


@pytest.mark.parametrize("text", DECIMALS)
def test_a_decimal_keeps_every_digit_in_every_form(text: str) -> None:
    value = Decimal(text)
    for _ in range(3):  # compiled or not
        found = decimal.decode_json(text).unwrap()
        assert found.as_tuple() == value.as_tuple()
        assert (
            decimal.decode_json(decimal.encode_json(value).unwrap()).unwrap().as_tuple() == value.as_tuple()
        )
        assert decimal.decode_xml(decimal.encode_xml(value).unwrap()).unwrap().as_tuple() == value.as_tuple()
        assert decimal.of_json(decimal.to_json(value).unwrap()).unwrap().as_tuple() == value.as_tuple()
        assert json_text(decimal).decode_json(f'"{text}"').unwrap().as_tuple() == value.as_tuple()


@pytest.mark.parametrize(
    "text", ['"1"', "null", "true", "[]", "NaN", "1" * 4301, "1." + "1" * 4300, "1e1000000000000000000"]
)
def test_what_is_no_number_or_has_too_many_digits_is_refused(text: str) -> None:
    assert isinstance(decimal.decode_json(text), Failure)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_not_finite_is_neither_written_nor_read(text: str) -> None:
    for result in (
        decimal.encode_json(Decimal(text)),
        decimal.encode_xml(Decimal(text)),
        decimal.to_json(Decimal(text)),
    ):
        assert reason(result) == BadValue("expected a finite number")
    assert reason(decimal.of_json(Decimal(text))) == BadValue("expected a finite number")
    assert reason(decimal.constrain(minimum=0).check(Decimal(text))) == BadValue("expected a finite number")


def test_the_context_of_the_thread_changes_nothing() -> None:
    with localcontext(Context(prec=3, traps=[], capitals=0)):
        assert decimal.decode_json("1.23456789").unwrap() == Decimal("1.23456789")
        assert isinstance(decimal.decode_json("1e9999999999999999999"), Failure)
        assert decimal.encode_json(Decimal("1.23456789")) == Success(b"1.23456789")


def test_a_tree_is_read_as_its_text() -> None:
    assert decimal.of_json(0.1) == Success(Decimal("0.1"))
    assert decimal.of_json(1e23).unwrap().as_tuple() == Decimal("1e+23").as_tuple()
    assert decimal.of_json(10**30) == Success(Decimal(10**30))
    assert reason(decimal.of_json(True)) == WrongKind("a number", "a boolean")
    assert reason(number.of_json(Decimal(1))) == WrongKind("a number", "a Decimal")
    assert reason(json_value.of_json(Decimal(1))) == WrongKind("a JSON value", "a Decimal")
    assert isinstance(big_integer.of_json(Decimal(1)), Failure)


class Mixed(Record):
    price: Decimal = field("price", decimal)
    share: float = field("share", number)
    count: int = field("count", integer, default=0)
    rest: dict[str, JsonValue] = others(json_value)


MIXED = b'{"price":1.10,"share":1.10,"count":-0,"x":[2.50,{"y":-0,"z":1e3}],"big":19876543210987654321}'


def test_beside_a_decimal_other_numbers_are_what_they_always_are() -> None:
    found = Mixed.decode_json(MIXED).unwrap()
    assert (repr(found.price), found.share, repr(found.count)) == ("Decimal('1.10')", 1.1, "0")
    assert repr(found.rest) == "{'x': [2.5, {'y': 0, 'z': 1000.0}], 'big': 19876543210987654321}"
    assert Mixed.decode_json(MIXED.replace(b"-0", b"-0.0")) != Success(found)
    beyond = WrongKind("a JSON value", "a number that JSON cannot hold")
    assert problems(Mixed.decode_json(MIXED.replace(b"2.50", b"1e400"))) == [(("x",), beyond)]
    too_large = BadValue("expected a number that a double can hold")
    assert problems(Mixed.decode_json(MIXED.replace(b'"share":1.10', b'"share":1e400'))) == [
        (("share",), too_large)
    ]


def test_a_decoder_that_is_found_on_the_way_keeps_digits_too() -> None:
    chosen = json_value.bind(lambda _: decimal)
    for _ in range(3):
        for text in ("1.10", "-0", "5"):
            assert repr(chosen.decode_json(text).unwrap()) == f"Decimal('{text}')"
            assert repr(succeed(None).bind(lambda _: decimal).decode_json(text).unwrap()) == repr(
                Decimal(text)
            )


def test_a_union_reads_back_what_it_writes() -> None:
    either = one_of(case("share", number) | case("exact", decimal))
    assert reason(either.encode_json(Decimal("1.5"))) == BadValue("this would be read as share")
    first = one_of(case("exact", decimal) | case("share", number))
    assert first.encode_json(Decimal("1.5")) == Success(b"1.5")
    assert reason(first.encode_json(1.5)) == BadValue("this would be read as exact")
    counted = one_of(case("count", integer) | case("exact", decimal))
    assert reason(counted.encode_json(Decimal(5))) == BadValue("this would be read as count")
    assert counted.encode_json(Decimal("5.0")) == Success(b"5.0")
    kinds = by_kind(case("flag", boolean) | case("exact", decimal) | case("day", iso_date))
    for value in (True, Decimal("0.10"), date(2024, 2, 29)):
        assert kinds.decode_json(kinds.encode_json(value).unwrap()).map(repr) == Success(repr(value))
        assert kinds.of_json(kinds.to_json(value).unwrap()).map(repr) == Success(repr(value))


TEXTS: tuple[tuple[Codec[Any], dict[str, Any], tuple[str, ...]], ...] = (
    (
        iso_date,
        {"2024-02-29": date(2024, 2, 29), "0001-01-01": date(1, 1, 1), "9999-12-31": date(9999, 12, 31)},
        ("2023-02-29", "0000-01-01", "20240229", "2024-2-29", "2024-02-29Z", "2024-W09-4", "24-02-29",
         "\u0662024-02-29",
         "2024-02-29T00:00:00Z", "-2024-02-29", "12024-02-29", "2024-02-29\n", ""),
    ),
    (
        iso_datetime,
        {
            "2024-02-29T12:00:00Z": datetime(2024, 2, 29, 12, tzinfo=UTC),
            "2024-02-29t12:00:00z": datetime(2024, 2, 29, 12, tzinfo=UTC),
            "2024-02-29T12:00:00-00:00": datetime(2024, 2, 29, 12, tzinfo=UTC),
            "2024-02-29T12:00:00.5+05:30": datetime(
                2024, 2, 29, 12, 0, 0, 500000, timezone(timedelta(hours=5, minutes=30))
            ),
            "2024-02-29T12:00:00.123456999Z": datetime(2024, 2, 29, 12, 0, 0, 123456, UTC),
            "0001-01-01T00:00:00+23:59": datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23, minutes=59))),
            "9999-12-31T23:59:59.999999999Z": datetime(9999, 12, 31, 23, 59, 59, 999999, UTC),
        },
        ("2024-02-29T12:00:00", "2024-02-29 12:00:00Z", "2024-02-29T12:00Z", "20240229T120000Z", "2024-02-29",
         "2016-12-31T23:59:60Z", "2024-02-29T24:00:00Z", "2024-02-29T12:00:00.Z", "2024-02-29T12:00:00+0100",
         "2024-02-29T12:00:00+24:00", "2024-02-29T12:00:00+01:60", "2024-02-29T12:00:00+01",
         "2024-02-29T12:00:00,5Z",
         "2024-02-29T12:00:00Z\n", "1709208000", "Thu, 29 Feb 2024 12:00:00 GMT"),
    ),
    (
        iso_time,
        {
            "12:30:00Z": time(12, 30, tzinfo=UTC),
            "00:00:00.000001-01:00": time(0, 0, 0, 1, timezone(-timedelta(hours=1))),
        },
        ("12:30:00", "12:30Z", "24:00:00Z", "23:59:60Z", "T12:30:00Z", "1:30:00Z"),
    ),
    (
        uuid_text,
        dict.fromkeys(
            ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"),
            UUID("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        )
        | {"00000000-0000-0000-0000-000000000000": UUID(int=0)},
        ("f81d4fae7dec11d0a76500a0c91e6bf6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
         "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
         "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
         "f81d-4fae7dec-11d0-a765-00a0c91e6bf6"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("codec", "read", "refused"), TEXTS, ids=lambda each: repr(each)[:20])
def test_texts_are_read_as_the_tables_say(
    codec: Codec[Any], read: dict[str, Any], refused: tuple[str, ...]
) -> None:
    for way in (plain_only, nullcontext):
        with way():
            for text, value in read.items():
                found = [
                    codec.of_json(text),
                    codec.decode_xml(f"<a> {text}\n</a>"),
                    json_text(codec).of_json(f'"{text}"'),
                ]
                found.append(array(codec).of_json([text]).map(lambda items: items[0]))
                assert found == [Success(value)] * 4
                assert codec.decode_json(codec.encode_json(value).unwrap()).map(repr) == Success(repr(value))
                keyed = dict_of(string, keys=codec)
                assert keyed.of_json({text: "a"}) == Success({value: "a"})
                assert keyed.decode_json(keyed.encode_json({value: "a"}).unwrap()) == Success({value: "a"})
            for text in refused:
                assert isinstance(codec.of_json(text), Failure), text
            assert isinstance(codec.of_json(f" {next(iter(read))}"), Failure)  # JSON drops no blanks


_ID = UUID("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")
_EAST = timezone(timedelta(hours=2))
WRITTEN: dict[str, tuple[Codec[Any], Any]] = {
    "2024-01-01T00:00:00+02:00": (iso_datetime, datetime(2024, 1, 1, tzinfo=_EAST)),
    "2024-01-01T00:00:00Z": (iso_datetime, datetime(2024, 1, 1, tzinfo=ZoneInfo("UTC"))),
    "0999-01-01": (iso_date, date(999, 1, 1)),
    "01:00:00.000001+02:00": (iso_time, time(1, 0, 0, 1, _EAST)),
    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6": (uuid_text, _ID),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_text_is_written_in_one_form(text: str) -> None:
    codec, value = WRITTEN[text]
    assert codec.to_json(value) == codec.to_xml(value) == Success(text)


def test_what_the_text_would_not_give_back_is_not_written() -> None:
    odd = timezone(timedelta(seconds=30))
    assert reason(iso_datetime.encode_json(datetime(2024, 1, 1, tzinfo=odd))) == BadValue(
        "expected an offset of whole minutes"
    )
    assert reason(iso_date.encode_json(datetime(2024, 1, 1))) == WrongKind("a date", "a datetime")  # noqa: DTZ001 its zone is not looked at
    assert reason(iso_time.encode_json(time(1, tzinfo=ZoneInfo("Europe/Vienna")))) == BadValue(
        "a time that names no zone"
    )
    assert reason(aws.http_date.encode_json(datetime(2024, 1, 1, 0, 0, 0, 1, UTC))) == BadValue(
        "a time that its text does not give back"
    )


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_decimal_comes_back_to_the_digit(value: Decimal) -> None:
    ledger = array(decimal)
    back = ledger.decode_json(ledger.encode_json((value, value)).unwrap()).unwrap()
    assert [each.as_tuple() for each in back] == [value.as_tuple()] * 2


def test_the_scalars_pickle() -> None:
    for codec in (decimal, big_integer, iso_date, iso_datetime, iso_time, uuid_text, aws.http_date):
        assert pickle.loads(pickle.dumps(codec)) == codec
