"""Writing JSON: which values each scalar takes, the text, and what JSON cannot hold."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

import orjson
import pytest
from returns.result import Success

from ecr_decode import (
    BadValue,
    Codec,
    TooDeep,
    WrongKind,
    array,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    dict_of,
    enum_of,
    integer,
    json_text,
    json_value,
    lazy,
    null,
    number,
    string,
)
from ecr_decode.error.path import into_text
from tests.problems import problems, reason
from tests.registry import Status, Unit


class Name(str):
    __slots__ = ()


class Whole(int):
    pass


class Unnamed(tzinfo):
    def dst(self, dt: Any) -> Any:
        return None

    def tzname(self, dt: Any) -> Any:
        return None


class NoZone(Unnamed):
    def utcoffset(self, dt: Any) -> Any:
        raise KeyError(dt)


class Endless(Unnamed):
    def utcoffset(self, dt: Any) -> Any:
        return self.utcoffset(dt)


NOON = datetime(2024, 2, 29, 12, tzinfo=UTC)
CODECS: dict[str, Codec[Any]] = {
    "null": null,
    "boolean": boolean,
    "integer": integer,
    "long": aws.long,
    "number": number,
    "double": aws.double,
    "string": string,
    "bytes": base64_bytes,
    "time": aws.timestamp,
    "unit": enum_of(Unit),
    "status": aws.open_enum(Status),
    "json": json_value,
}
NUMBERS = ("number", "double")


def every(codecs: tuple[str, ...], written: bytes) -> dict[str, bytes]:
    return dict.fromkeys(codecs, written)


CORPUS: dict[str, tuple[Any, dict[str, bytes]]] = {
    "None": (None, {"null": b"null", "json": b"null"}),
    "True": (True, {"boolean": b"true", "json": b"true"}),
    "0": (0, {"integer": b"0", "long": b"0", "number": b"0.0", "double": b"0.0", "json": b"0"}),
    "1.5": (1.5, {"number": b"1.5", "double": b"1.5", "json": b"1.5"}),
    "-0.0": (-0.0, {"number": b"-0.0", "double": b"-0.0", "json": b"-0.0"}),
    "an int of another class": (Whole(1), {"number": b"1.0", "double": b"1.0", "json": b"1"}),
    "the largest": (
        2**63 - 1,
        {"integer": b"9223372036854775807", "long": b"9223372036854775807", "json": b"9223372036854775807"},
    ),
    "the smallest": (
        -(2**63),
        every(("integer", "long", "json"), b"-9223372036854775808")
        | every(NUMBERS, orjson.dumps(-(2.0**63))),
    ),
    "beyond": (2**63, {"json": b"9223372036854775808"} | every(NUMBERS, orjson.dumps(2.0**63))),
    "below": (-(2**63) - 1, {"json": b"-9223372036854775809"}),
    "beyond 64 bits": (2**64, {"json": b"18446744073709551616"} | every(NUMBERS, orjson.dumps(2.0**64))),
    "beyond a double": (10**400, {"json": b"1" + b"0" * 400}),
    "of too many digits": (10**4300, {}),
    "no double": (2**53 + 1, every(("integer", "long", "json"), b"9007199254740993")),
    "nan": (math.nan, {"double": b'"NaN"'}),
    "inf": (math.inf, {"double": b'"Infinity"'}),
    "-inf": (-math.inf, {"double": b'"-Infinity"'}),
    "text": ("days", {"string": b'"days"', "status": b'"days"', "json": b'"days"'}),
    "text of another class": (Name("a"), every(("string", "status", "json"), b'"a"')),
    "a surrogate": ("\ud800", {}),
    "a member": (Unit.DAYS, every(("string", "unit", "status", "json"), b'"days"')),
    "an open member": (Status.ACTIVE, every(("string", "status", "json"), b'"ACTIVE"')),
    "bytes": (b"hi", {"bytes": b'"aGk="'}),
    "bytearray": (bytearray(b"hi"), {}),
    "a time": (NOON, {"time": b"1709208000"}),
    "a time with a part": (NOON.replace(microsecond=500_000), {"time": b"1709208000.5"}),
    "a time elsewhere": (NOON.astimezone(timezone(timedelta(hours=5))), {"time": b"1709208000"}),
    "a time before": (datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=UTC), {"time": b"-0.5"}),
    "a time without a zone": (datetime(2024, 1, 1), {}),  # noqa: DTZ001 that is what is refused
    "a time that raises": (NOON.replace(tzinfo=NoZone()), {}),
    "a time no double holds": (datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), {}),
    "a date": (date(2024, 1, 1), {}),
    "a list": ([1, None], {"json": b"[1,null]"}),
    "a tuple": ((1,), {"json": b"[1]"}),
    "a dict": ({Name("a"): {}}, {"json": b'{"a":{}}'}),
    "a set": ({1}, {}),
    "a dict of numbers": ({1: 1}, {}),
    "nan within": ([math.nan], {}),
    "a surrogate within": ({"a": ["\ud800"]}, {}),
    "a surrogate for a name": ({"\ud800": 1}, {}),
}


@pytest.mark.parametrize("codec", CODECS)
def test_a_value_is_written_as_said_or_refused(codec: str) -> None:
    results = {name: CODECS[codec].encode_json(value) for name, (value, _) in CORPUS.items()}
    written = {name: result.unwrap() for name, result in results.items() if isinstance(result, Success)}
    assert written == {name: texts[codec] for name, (_, texts) in CORPUS.items() if codec in texts}


def test_a_zone_that_never_ends_is_too_deep() -> None:
    assert reason(aws.timestamp.to_json(NOON.replace(tzinfo=Endless()))) == TooDeep(200)


REASONS: list[tuple[Codec[Any], Any, Any]] = [
    (integer, True, WrongKind("an integer", "a boolean")),
    (integer, 1.0, WrongKind("an integer", "a number")),
    (integer, 2**63, BadValue("expected an integer of 64 bits")),
    (number, True, WrongKind("a number", "a boolean")),
    (number, 2**53 + 1, BadValue("expected a number that a double can hold")),
    (number, math.nan, BadValue("expected a finite number")),
    (number, 10**400, BadValue("expected a number that a double can hold")),
    (boolean, 1, WrongKind("a boolean", "an integer")),
    (string, b"a", WrongKind("a string", "a bytes")),
    (string, "\ud800", BadValue("a lone surrogate")),
    (aws.open_enum(Status), "\ud800", BadValue("a lone surrogate")),
    (null, 0, WrongKind("None", "an integer")),
    (aws.timestamp, 1, WrongKind("a datetime", "an integer")),
    (aws.timestamp, datetime(2024, 1, 1), BadValue("a time that names no zone")),  # noqa: DTZ001 refused
    (
        aws.timestamp,
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        BadValue("a time that its epoch number does not give back"),
    ),
    (json_value, {1}, WrongKind("a JSON value", "a set")),
    (json_value, {1: 1}, WrongKind("a JSON value", "a name that is an integer")),
    (json_value, math.nan, WrongKind("a JSON value", "a number that JSON cannot hold")),
    (json_value, -math.inf, WrongKind("a JSON value", "a number that JSON cannot hold")),
    (json_value, ["\ud800"], WrongKind("a JSON value", "a lone surrogate")),
]


@pytest.mark.parametrize(("codec", "value", "why"), REASONS, ids=lambda each: repr(each)[:30])
def test_errors_say_why_a_value_is_not_written(codec: Codec[Any], value: Any, why: Any) -> None:
    assert reason(codec.to_json(value)) == why


def test_the_text_is_compact_utf_8() -> None:
    assert dict_of(array(string)).encode_json({"é": ("a", "\n")}) == Success('{"é":["a","\\n"]}'.encode())


# depth


def ordered() -> Codec[Any]:
    return by_kind(case("leaf", integer) | case("branch", array(lazy(ordered))))


def tabled() -> Codec[Any]:
    return by_kind(case("leaf", integer) | case("branch", dict_of(lazy(tabled))))


def nest(levels: int, around: Any, leaf: Any) -> Any:
    for _ in range(levels):
        leaf = around(leaf)
    return leaf


def in_tuple(value: Any) -> Any:
    return (value,)


def in_dict(value: Any) -> Any:
    return {"a": value}


def in_list(value: Any) -> Any:
    return [value]


@pytest.mark.parametrize(("codec", "around"), [(ordered(), in_tuple), (tabled(), in_dict)])
def test_a_recursive_codec_writes_200_levels_and_no_more(codec: Codec[Any], around: Any) -> None:
    assert isinstance(codec.encode_json(nest(200, around, 1)), Success)
    assert [why for _, why in problems(codec.encode_json(nest(201, around, 1)))] == [TooDeep(200)]
    pairs: Codec[Any] = array(codec)
    assert isinstance(pairs.encode_json((nest(199, around, 1), nest(199, around, 1))), Success)


def test_a_value_that_holds_itself_is_too_deep() -> None:
    loop: list[Any] = []
    loop.append(loop)
    assert [why for _, why in problems(ordered().encode_json(loop))] == [
        WrongKind("int or tuple", "an array")
    ]
    table: dict[str, Any] = {}
    table["a"] = table
    assert [why for _, why in problems(tabled().encode_json(table))] == [TooDeep(200)]
    assert reason(json_value.encode_json(loop)) == TooDeep(1024)


def test_the_text_has_254_levels_and_the_tree_1024() -> None:
    assert isinstance(json_value.encode_json(nest(253, in_list, 1)), Success)
    assert reason(json_value.encode_json(nest(255, in_list, 1))) == TooDeep(254)
    assert isinstance(json_value.to_json(nest(1024, in_list, 1)), Success)
    assert reason(json_value.to_json(nest(1025, in_list, 1))) == TooDeep(1024)
    assert problems(json_text(json_value).to_json(nest(255, in_list, 1))) == [((into_text,), TooDeep(254))]
