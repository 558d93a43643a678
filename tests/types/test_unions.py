"""What unions are typed as, and that a match on what they read is known to be complete."""

from __future__ import annotations

from typing import assert_never, assert_type

from returns.result import Success

from ecr_decode import (
    Codec,
    DecodeError,
    Decoder,
    JsonValue,
    Record,
    array,
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


class Ruler(Record):
    length: float = field("length", number)


shape = tagged_union("kind", case("circle", Circle) | case("square", Square))
loose: Codec[Circle | Square | JsonValue] = tagged_union(
    "kind", case("circle", Circle) | case("square", Square) | otherwise(json_value)
)
action = by_kind(case("one", string) | case("many", array(string)))
measured = one_of(case("ruler", Ruler) | case("count", integer, when=int) | case("shape", Circle.codec))


def area(raw: str) -> float:
    found = outcome(shape.decode_json(raw))
    match found:
        case Circle(radius=radius):
            return 3 * radius * radius
        case Square(side=side):
            return side * side
        case DecodeError():
            return -1
        case _:
            assert_never(found)


def first(raw: str) -> str:
    found = outcome(action.decode_json(raw))
    match found:
        case str():
            return found
        case tuple():
            return found[0]
        case DecodeError() as error:
            return str(error)
        case _:
            assert_never(found)


def test_a_union_is_typed_as_its_cases() -> None:
    assert_type(shape, Codec[Circle | Square])
    assert_type(action, Codec[str | tuple[str, ...]])
    assert_type(measured, Codec[Ruler | int | Circle])
    assert_type(nullable(shape), Codec[Circle | Square | None])
    assert_type(array(shape), Codec[tuple[Circle | Square, ...]])
    numbered = tagged_union("v", case(1, Circle) | case((2, True), Square) | case("x", Ruler.codec))
    assert_type(numbered, Codec[Circle | Square | Ruler])

    keyed = keyed_union(case("s", string) | case("c", Circle) | case("many", array(integer)))
    assert_type(keyed, Codec[str | Circle | tuple[int, ...]])


class Inline(Record):
    kind: int | str | None = field("kind", nullable(by_kind(case("i", integer) | case("s", string))))
    shape: Circle | Square = field("shape", tagged_union("k", case(1, Circle) | case(2, Square)))
    many: tuple[int | str, ...] = field("many", array(one_of(case("i", integer) | case("s", string))))


def test_a_union_stands_inline() -> None:
    deep = by_kind(case("text", string) | otherwise(json_value))
    assert_type(deep, Codec[str | JsonValue])
    nested = one_of(case("u", by_kind(case("i", integer) | case("s", string))) | case("c", Circle))
    assert_type(nested, Codec[int | str | Circle])
    assert nested.encode_json("a") == Success(b'"a"')


def test_a_match_on_the_outcome_is_complete() -> None:
    assert area('{"kind": "circle", "radius": 1}') == 3
    assert area('{"kind": "square", "side": 2}') == 4
    assert area('{"kind": "line"}') == -1


def test_a_match_on_kinds_is_complete() -> None:
    assert first('"a"') == "a"
    assert first('["b", "c"]') == "b"
    assert first("1") == "$: expected a string or an array, got an integer"


def test_what_a_union_read_it_writes() -> None:
    for raw in ('{"kind":"circle","radius":1.0}', '{"kind":"line","points":[1,2]}'):
        assert loose.encode_json(loose.decode_json(raw).unwrap()) == Success(raw.encode())
    for raw in ('{"length":1.0}', "3", '{"radius":1.0}'):
        assert measured.encode_json(measured.decode_json(raw).unwrap()) == Success(raw.encode())


def test_a_bar_joins_codecs_and_decoders() -> None:
    assert_type(string | integer, Codec[str | int])
    assert_type(string | integer | Circle.codec, Codec[str | int | Circle])
    assert_type(Circle.codec | array(string), Codec[Circle | tuple[str, ...]])
    assert_type(string.map(len) | Circle.codec, Decoder[int | Circle])
    assert_type(string | string.map(len), Decoder[str | int])
    assert_type(array(string | integer), Codec[tuple[str | int, ...]])


class Barred(Record):
    both: int | str = field("both", integer | string)
    maybe: int | str | None = field("maybe", nullable(integer | string), default=None)


def test_what_a_bar_reads_is_matched() -> None:
    found = outcome(Barred.decode_json('{"both": "a"}'))
    match found:
        case Barred(both=both):
            assert_type(both, int | str)
            assert both == "a"
        case DecodeError():
            raise AssertionError
        case _:
            assert_never(found)
