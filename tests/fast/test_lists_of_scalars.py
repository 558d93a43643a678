"""Lists of scalars are proved together; each value is written, or refused, as it is alone."""

from __future__ import annotations

import math
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any

import pytest

from ecr_decode import (
    Codec,
    array,
    boolean,
    by_kind,
    case,
    dict_of,
    enum_of,
    integer,
    literal,
    null,
    nullable,
    number,
    plain_only,
    string,
    tuple_of,
)


class Color(Enum):
    RED = "red"
    ONE = 1


class Text(StrEnum):
    RED = "red"


class Count(IntEnum):
    ONE = 1


class Name(str):
    """A text of another class."""

    __slots__ = ()


class Many(int):
    """An integer of another class."""

    __slots__ = ()


VALUES: list[Any] = [
    None, True, False, 0, 1, 7, -1, 2**63 - 1, -(2**63), 2**63, 2**64 - 1, -(2**63) - 1, 2**70, 0.0, 1.0, 0.5,
    math.nan, math.inf, "", "red", "1", "a\ud800", "é", b"red", Color.RED, Color.ONE, Text.RED, Count.ONE,
    Name("red"), Many(1), Decimal(1), (), [], {}, (1,), ["red"],
]  # fmt: skip

ITEMS: dict[str, Codec[Any]] = {
    "texts": string,
    "integers": integer,
    "booleans": boolean,
    "numbers": number,
    "nulls": null,
    "constants": literal("red", "1", 1, None),
    "constant texts": literal("red", ""),
    "constant booleans": literal(True, "red"),
    "large constants": literal(2**64, 1),
    "members": enum_of(Color),
    "texts that are members": enum_of(Text),
    "integers that are members": enum_of(Count),
    "nullable texts": nullable(string),
    "nullable integers": nullable(integer),
    "nullable numbers": nullable(number),
    "nullable members": nullable(enum_of(Color)),
    "texts or integers": by_kind(case("text", string) | case("integer", integer)),
    "booleans, integers or null": by_kind(case("a", boolean) | case("b", integer) | case("c", null)),
    "constants or integers": by_kind(case("a", literal("red")) | case("b", integer)),
    "few integers or texts": by_kind(case("a", literal(1, 7)) | case("b", string)),
    "numbers or texts": by_kind(case("a", number) | case("b", string)),
    "what a name says": nullable(string.named("a name").refine(bool, "not empty", on_read=False)),
    "what a rule says": string.refine(lambda text: text != "red", "not red"),
}


@pytest.mark.parametrize("name", ITEMS)
def test_each_value_is_written_among_others_as_it_is_alone(name: str) -> None:
    item = ITEMS[name]
    with plain_only():
        plain = [item.encode_json(value) for value in VALUES]
        right = [value for value, written in zip(VALUES, plain, strict=True) if written.value_or(None)]
    usual = right[-1]
    for value, alone in zip(VALUES, plain, strict=True):
        some = (usual, value, *right[:2])
        for codec, whole in (
            (_ARRAYS[name], some), (_MAPS[name], dict(enumerate_names(some))), (_OPEN[name], some),
            (_NESTED[name], ((), some, some[:1])),
        ):  # fmt: skip
            found = codec.encode_json(whole)
            with plain_only():
                assert found == codec.encode_json(whole)
            assert (found.value_or(None) is None) is (alone.value_or(None) is None)


def enumerate_names(some: tuple[Any, ...]) -> list[tuple[str, Any]]:
    return [(f"k{index}", each) for index, each in enumerate(some)]


_ARRAYS: dict[str, Codec[Any]] = {name: array(item) for name, item in ITEMS.items()}
_MAPS: dict[str, Codec[Any]] = {name: dict_of(item) for name, item in ITEMS.items()}
_OPEN: dict[str, Codec[Any]] = {name: tuple_of(item, rest=item) for name, item in ITEMS.items()}
_NESTED: dict[str, Codec[Any]] = {name: array(array(item)) for name, item in ITEMS.items()}
