"""What containers, constants and enumerations are typed as."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Literal, assert_type

from returns.result import Result, Success

from ecr_decode import (
    Codec,
    DecodeError,
    Decoder,
    Kept,
    array,
    boolean,
    dict_of,
    enum_of,
    integer,
    json_text,
    keep_text,
    literal,
    non_empty,
    nullable,
    number,
    one_or_many,
    outcome,
    result_of,
    string,
    tuple_of,
)


class Unit(StrEnum):
    DAYS = "days"
    HOURS = "hours"


class Level(Enum):
    LOW = 1
    HIGH = 2


def test_lists_read_tuples() -> None:
    assert_type(array(integer), Codec[tuple[int, ...]])
    assert_type(array(string.map(len)), Decoder[tuple[int, ...]])
    assert_type(non_empty(integer), Codec[tuple[int, ...]])
    assert_type(non_empty(string.map(len)), Decoder[tuple[int, ...]])
    assert_type(one_or_many(integer), Codec[tuple[int, ...]])
    assert_type(one_or_many(string.map(len)), Decoder[tuple[int, ...]])
    for make in (array, non_empty, one_or_many):
        assert isinstance(make(integer), Codec)
        assert not isinstance(make(string.map(len)), Codec)
    assert array(array(integer)).decode_json(b"[[1], []]") == Success(((1,), ()))


tuple_text = json_text(tuple_of(string, integer))


def test_maps_have_text_as_names() -> None:
    assert_type(dict_of(integer), Codec[dict[str, int]])
    assert_type(dict_of(string.map(len)), Decoder[dict[str, int]])
    assert_type(dict_of(integer, keys=enum_of(Unit)), Codec[dict[Unit, int]])
    assert_type(dict_of(integer, keys=string.map(str.lower)), Decoder[dict[str, int]])
    assert_type(dict_of(string, keys=integer), Codec[dict[int, str]])
    assert_type(dict_of(string, keys=string.map(int, str)), Codec[dict[int, str]])
    assert_type(dict_of(string, keys=tuple_text), Codec[dict[tuple[str, int], str]])
    assert isinstance(dict_of(integer, keys=enum_of(Unit)), Codec)
    assert not isinstance(dict_of(integer, keys=string.map(str.lower)), Codec)
    assert dict_of(integer, keys=enum_of(Unit)).decode_json(b'{"days": 1}') == Success({Unit.DAYS: 1})


def test_tuples_have_a_type_for_each_item() -> None:
    assert_type(tuple_of(string), Codec[tuple[str]])
    assert_type(tuple_of(string, integer), Codec[tuple[str, int]])
    assert_type(tuple_of(string, integer, boolean), Codec[tuple[str, int, bool]])
    assert_type(tuple_of(string, integer, boolean, number), Codec[tuple[str, int, bool, float]])
    assert_type(
        tuple_of(string, integer, boolean, number, string, integer, boolean, number),
        Codec[tuple[str, int, bool, float, str, int, bool, float]],
    )
    assert_type(tuple_of(string, integer, number, boolean, string), Codec[tuple[str, int, float, bool, str]])
    assert_type(
        tuple_of(string, string, string, string, string, string, string, string, string),
        Codec[tuple[str, ...]],
    )
    assert_type(tuple_of(), Codec[tuple[()]])
    assert_type(tuple_of(integer, string.map(len)), Decoder[tuple[int, int]])
    assert_type(
        tuple_of(string.map(bool), integer, string.map(len), boolean), Decoder[tuple[bool, int, int, bool]]
    )
    assert_type(tuple_of(string, rest=boolean), Codec[tuple[str, *tuple[bool, ...]]])
    assert_type(tuple_of(string, integer, rest=boolean), Codec[tuple[str, int, *tuple[bool, ...]]])
    assert_type(tuple_of(string, rest=string.map(len)), Decoder[tuple[str, *tuple[int, ...]]])
    assert_type(tuple_of(string.map(len), integer, rest=boolean), Decoder[tuple[int, int, *tuple[bool, ...]]])
    assert isinstance(tuple_of(string, integer), Codec)
    assert not isinstance(tuple_of(integer, string.map(len)), Codec)
    assert tuple_of(string, integer).decode_json(b'["a", 1]') == Success(("a", 1))


def test_constants_keep_their_type() -> None:
    two: Codec[Literal["a", "b"]] = literal("a", "b")
    assert_type(literal(2), Codec[int])
    assert_type(literal("days", "hours"), Codec[str])
    assert two.decode_json(b'"b"') == Success("b")


def test_an_enumeration_reads_its_members() -> None:
    assert_type(enum_of(Unit), Codec[Unit])
    assert_type(enum_of(Level), Codec[Level])
    assert enum_of(Level).decode_json(b"2") == Success(Level.HIGH)
    assert enum_of(Level).encode_json(Level.HIGH) == Success(b"2")


def test_nullable_adds_none() -> None:
    assert_type(nullable(integer), Codec[int | None])
    assert_type(array(nullable(integer)), Codec[tuple[int | None, ...]])
    assert array(nullable(integer)).decode_json(b"[1, null]") == Success((1, None))


def test_a_result_is_typed_by_what_is_read() -> None:
    assert_type(result_of(integer), Codec[Result[int, DecodeError]])
    assert_type(array(result_of(integer)), Codec[tuple[Result[int, DecodeError], ...]])
    assert_type(result_of(string.map(len)), Decoder[Result[int, DecodeError]])
    assert isinstance(result_of(integer), Codec)
    assert not isinstance(result_of(string.map(len)), Codec)
    (size,) = array(result_of(integer)).decode_json(b"[1]").unwrap()
    assert_type(outcome(size), int | DecodeError)


def test_a_kept_text_is_typed_by_its_value() -> None:
    assert_type(keep_text(json_text(integer)), Codec[Kept[int]])
    assert_type(keep_text(string.map(len)), Decoder[Kept[int]])
    kept = keep_text(json_text(integer)).decode_json(b'"1"').unwrap()
    assert_type(kept.value, int)
    assert_type(kept.text, str)
    assert isinstance(keep_text(string), Codec)
    assert not isinstance(keep_text(string.map(len)), Codec)
