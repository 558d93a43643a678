"""Mistakes in unions and in looking at what they read, each refused by both type checkers."""

from __future__ import annotations

from typing import assert_never

from ecr_decode import (
    Codec,
    DecodeError,
    JsonValue,
    Record,
    by_kind,
    case,
    field,
    integer,
    json_value,
    keyed_union,
    nullable,
    number,
    one_of,
    otherwise,
    outcome,
    string,
    tagged_union,
)


class Circle(Record):
    radius: float = field("radius", number)


class Square(Record):
    side: float = field("side", number)


class Plain:
    pass


shape = tagged_union("kind", case("circle", Circle) | case("square", Square))
loose = tagged_union("kind", case("circle", Circle) | otherwise(json_value))


def forgotten(raw: bytes) -> float:
    match outcome(shape.decode_json(raw)):
        case Circle(radius=length):
            return length
        case DecodeError():
            return 0
        case rest:
            assert_never(rest)  # refused: Square forgotten


def error_forgotten(raw: bytes) -> float:
    match outcome(shape.decode_json(raw)):
        case Circle(radius=length) | Square(side=length):
            return length
        case rest:
            assert_never(rest)  # refused: the error forgotten


def forgotten_in_silence(raw: bytes) -> int:
    sides = 0
    match outcome(shape.decode_json(raw)):  # refused: Square forgotten, without assert_never too
        case Circle():
            sides = 1
        case DecodeError():
            sides = -1
    return sides


def otherwise_forgotten(raw: bytes) -> float:
    match outcome(loose.decode_json(raw)):
        case Circle(radius=length):
            return length
        case DecodeError():
            return 0
        case rest:
            assert_never(rest)  # refused: any JSON tree may be left


def no_such_member(raw: bytes) -> float:
    match outcome(shape.decode_json(raw)):
        case Circle(radius=length):
            return length
        case Square() as square:
            return square.radius  # refused: a square has none
        case DecodeError():
            return 0


# cases

case("plain", Plain)  # refused: neither a record class nor a codec
case(1.5, Circle)  # refused: a tag is a text, an integer or a boolean
case("number", int)  # refused: a type is no codec
case("circle", Circle(radius=1.0))  # refused: a record is no codec
case("count", integer, when=5)  # refused: `when` is a class
case("circle", Circle, when=Circle)  # refused: a record class says it already
otherwise(Circle)  # refused: what takes the rest is a codec
case(("a", None), Circle)  # refused: so is each of several
tagged_union(1, case("circle", Circle))  # refused: the name of the tag is text
tagged_union("kind", Circle)  # refused: a case, not a class
tagged_union(case("circle", Circle))  # refused: the name of the tag is missing
by_kind(string)  # refused: a case, not a codec
one_of(case("circle", Circle), case("square", Square))  # refused: cases are joined by a bar
narrow: Codec[Circle | Square] = loose  # refused: otherwise widens what is read
narrower: Codec[Circle] = shape  # refused: a union reads more
never_null: Codec[int] = nullable(integer)  # refused: None may be read
tree: Codec[JsonValue] = loose  # refused: a record may be read

keyed_union(string)  # refused: a case, not a codec
keyed_union("kind", case("s", string))  # refused: the keys are those of the cases

# bars

string | None  # refused: that is `nullable`
only_text: Codec[str] = string | integer  # refused: an integer may be read
both_ways: Codec[str | int] = string | string.map(len)  # refused: what only reads cannot be written
(string | integer).encode_json(1.5)  # refused: no case of the union

# writing

shape.encode_json(Plain())  # refused: no case of the union
shape.encode_json(None)  # refused: no case of the union
by_kind(case("count", integer) | case("text", string)).encode_json(b"1")  # refused: no case of the union
nullable(integer).encode_json("1")  # refused: no case of the union
