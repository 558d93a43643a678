"""Each scalar takes its part of one corpus of JSON texts and refuses the rest."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import IntEnum, StrEnum
from typing import Any, TypeAlias

import orjson
import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    aws,
    base64_bytes,
    boolean,
    enum_of,
    integer,
    json_value,
    literal,
    null,
    number,
    string,
)


class Unit(StrEnum):
    DAYS = "days"


class Level(IntEnum):
    LOW = 1


class Status(aws.OpenEnum):
    DAYS = "days"


_NUMBERS: dict[str, float] = {
    "0": 0,
    "-0": 0,
    "1": 1,
    "2": 2,
    "-1": -1,
    "9223372036854775807": 2**63 - 1,
    "-9223372036854775808": -(2**63),
    "9223372036854775808": 2**63,
    "-9223372036854775809": -(2.0**63),
    "18446744073709551615": 2**64 - 1,
    "18446744073709551616": 2.0**64,
    "1.0": 1.0,
    "1.5": 1.5,
    "1e2": 100.0,
    "1e-2": 0.01,
    "1.7976931348623157e308": 1.7976931348623157e308,
}
_TEXTS = (
    "",
    " ",
    "1",
    "1.0",
    "true",
    "null",
    "days",
    "Days",
    "aGk=",
    "aGk",
    "a-k=",
    "é",
    "NaN",
    "2024-02-29",
)
_OTHERS = ("null", "true", "false", "[]", "[1]", "{}", '{"a":1}')
CORPUS = (*_NUMBERS, *(f'"{text}"' for text in _TEXTS), *_OTHERS)

_INTEGERS = ("0", "-0", "1", "2", "-1", "9223372036854775807", "-9223372036854775808")
_LEAP_DAY = datetime(2024, 2, 29, tzinfo=UTC)
_EPOCHS = ("0", "-0", "1", "2", "-1", "1.0", "1.5", "1e2", "1e-2")

ACCEPTED: dict[str, tuple[Codec[Any], Mapping[str, Any]]] = {
    "null": (null, {"null": None}),
    "boolean": (boolean, {"true": True, "false": False}),
    "integer": (integer, {text: int(text) for text in _INTEGERS}),
    "number": (number, {text: float(value) for text, value in _NUMBERS.items()}),
    "string": (string, {f'"{text}"': text for text in _TEXTS}),
    "base64": (base64_bytes, {'""': b"", '"true"': b"\xb6\xbb\x9e", '"null"': b"\x9e\xe9e", '"aGk="': b"hi"}
        | {'"days"': b"u\xac\xac", '"Days"': b"\r\xac\xac"}),
    "literal text": (literal("days", "1"), {'"days"': "days", '"1"': "1"}),
    "literal 1": (literal(1), {"1": 1}),
    "literal true": (literal(True), {"true": True}),
    "literal null": (literal(None), {"null": None}),
    "literals": (literal(0, False, "null"), {"0": 0, "-0": 0, "false": False, '"null"': "null"}),
    "enum of texts": (enum_of(Unit), {'"days"': Unit.DAYS}),
    "enum of integers": (enum_of(Level), {"1": Level.LOW}),
    "open enum": (aws.open_enum(Status), {f'"{text}"': Status(text) for text in _TEXTS}),
    "timestamp": (
        aws.timestamp,
        {text: datetime.fromtimestamp(_NUMBERS[text], UTC) for text in _EPOCHS}
        | {'"1"': datetime.fromtimestamp(1, UTC), '"1.0"': datetime.fromtimestamp(1, UTC)}
        | {'"2024-02-29"': _LEAP_DAY},
    ),
}  # fmt: skip


Read: TypeAlias = Callable[[Codec[Any], str], Any]
READ: dict[str, Read] = {
    "text": lambda codec, text: codec.decode_json(text),
    "tree": lambda codec, text: codec.of_json(orjson.loads(text)),
}


def spelled(result: Any) -> str:
    return repr(result.unwrap())


@pytest.mark.parametrize("way", READ)
@pytest.mark.parametrize("name", ACCEPTED)
def test_a_text_is_read_as_said_or_refused(name: str, way: str) -> None:
    codec, accepted = ACCEPTED[name]
    results = {text: READ[way](codec, text) for text in CORPUS}
    read = {text: spelled(result) for text, result in results.items() if isinstance(result, Success)}
    assert read == {text: repr(value) for text, value in accepted.items()}


# trees that a caller holds


class Text(str):
    __slots__ = ()


class Whole(int):
    pass


TREES: dict[str, tuple[Any, frozenset[str]]] = {
    "a str of another class": (Text("days"), frozenset(("string", "unit", "json"))),
    "an enumeration's member": (Unit.DAYS, frozenset(("string", "unit", "json"))),
    "an int of another class": (Whole(1), frozenset(("json",))),
    "a lone surrogate": ("\ud800", frozenset()),
    "not a number": (math.nan, frozenset()),
    "infinity": (math.inf, frozenset()),
    "the largest integer of JSON": (2**64 - 1, frozenset(("json", "number"))),
    "the smallest integer": (-(2**63), frozenset(("json", "number", "integer"))),
    "an integer below 64 bits": (-(2**63) - 1, frozenset(("json", "number"))),
    "an integer beyond 64 bits": (2**64, frozenset(("json", "number"))),
    "an integer beyond a double": (10**400, frozenset(("json",))),
    "the largest integer that is kept": (10**4300 - 1, frozenset(("json",))),
    "an integer of too many digits": (10**4300, frozenset()),
    "a negative integer of too many digits": (-(10**4299), frozenset()),
    "bytes": (b"days", frozenset()),
    "a set": ({1}, frozenset()),
    "a tuple": ((1, 2), frozenset(("json",))),
    "a dict with a number for a name": ({1: 2}, frozenset()),
    "a dict with a surrogate in a name": ({"\ud800": 2}, frozenset()),
}
READERS: dict[str, Codec[Any]] = {
    "string": string,
    "unit": enum_of(Unit),
    "number": number,
    "integer": integer,
    "json": json_value,
}


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("reader", READERS)
def test_a_tree_of_the_callers_is_read_as_said_or_refused(tree: str, reader: str) -> None:
    value, readers = TREES[tree]
    assert isinstance(READERS[reader].of_json(value), Failure) is (reader not in readers)


def test_what_is_read_from_a_tree_is_plain() -> None:
    assert type(string.of_json(Text("a")).unwrap()) is str
    assert type(READERS["json"].of_json([Whole(1)]).unwrap()) is list
    assert READERS["json"].of_json({Text("a"): (Whole(1),)}).map(repr) == Success("{'a': [1]}")


def test_a_spelling_in_a_str_of_another_class_is_read() -> None:
    assert aws.integer.of_json(Text("1")) == Success(1)
    assert aws.timestamp.of_json(Text("2024-02-29")) == Success(_LEAP_DAY)
    assert isinstance(aws.integer.of_json("\ud800"), Failure)
