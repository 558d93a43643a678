"""What decoders, encoders and codecs are typed as, and that they are at run time what their types say."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Never, assert_type
from uuid import UUID

from returns.result import Failure, Result, Success, safe

from ecr_decode import (
    Codec,
    ConstraintError,
    DecodeError,
    Decoder,
    EncodeError,
    Encoder,
    JsonValue,
    Missing,
    Problem,
    at,
    base64_bytes,
    big_integer,
    boolean,
    decimal,
    describe,
    fail,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_schema,
    json_text,
    json_value,
    lazy,
    null,
    number,
    outcome,
    string,
    succeed,
    uuid_text,
)


class Animal:
    def __init__(self, name: str) -> None:
        self.name = name


class Dog(Animal): ...


def name_of(animal: Animal) -> str:
    return animal.name


animals = string.map(Animal, name_of)
dogs = string.map(Dog, name_of)


def smaller(n: int) -> Result[int, Problem | str]:
    return Success(n - 1) if n else Failure(Problem((), Missing()))


def half(number: int) -> Result[int, str]:
    return Success(number // 2) if number % 2 == 0 else Failure("expected an even number")


def double(number: int) -> Result[int, str]:
    return Success(number * 2)


def test_scalars_are_codecs_of_their_values() -> None:
    assert_type(string, Codec[str])
    assert_type(integer, Codec[int])
    assert_type(number, Codec[float])
    assert_type(boolean, Codec[bool])
    assert_type(null, Codec[None])
    assert_type(base64_bytes, Codec[bytes])
    assert_type(json_value, Codec[JsonValue])
    assert_type(big_integer, Codec[int])
    assert_type(decimal, Codec[Decimal])
    assert_type(iso_date, Codec[date])
    assert_type(iso_datetime, Codec[datetime])
    assert_type(iso_time, Codec[time])
    assert_type(uuid_text, Codec[UUID])
    for codec in (string, integer, number, boolean, null, base64_bytes, json_value):
        assert isinstance(codec, Codec)


def test_the_verbs_give_results() -> None:
    assert_type(integer.decode_json(b"1"), Result[int, DecodeError])
    assert_type(integer.decode_json(bytearray(b"1")), Result[int, DecodeError])
    assert_type(integer.decode_json(memoryview(b"1")), Result[int, DecodeError])
    assert_type(integer.decode_json("1"), Result[int, DecodeError])
    assert_type(integer.of_json(1), Result[int, DecodeError])
    assert_type(integer.decode_xml("<a>1</a>"), Result[int, DecodeError])
    assert_type(integer.of_xml("1"), Result[int, DecodeError])
    assert_type(integer.of_string("1"), Result[int, DecodeError])
    assert_type(integer.encode_json(1), Result[bytes, EncodeError])
    assert_type(integer.encode_json(1, indent=2, sort_keys=True), Result[bytes, EncodeError])
    assert_type(integer.to_json(1), Result[JsonValue, EncodeError])
    assert_type(integer.encode_xml(1), Result[bytes, EncodeError])
    assert_type(integer.to_xml(1), Result[object, EncodeError])
    assert_type(integer.encode_query(1), Result[str, EncodeError])
    assert_type(integer.to_query(1), Result[tuple[tuple[str, str], ...], EncodeError])
    assert_type(integer.check(1), Result[int, ConstraintError])


def test_a_decoder_is_covariant() -> None:
    anything: Decoder[object] = string
    some_animal: Decoder[Animal] = dogs
    assert anything.decode_json(b'"a"') == Success("a")
    assert some_animal.decode_json(b'"Rex"').map(name_of) == Success("Rex")


def test_an_encoder_is_contravariant() -> None:
    for_dogs: Encoder[Dog] = animals
    assert for_dogs.encode_json(Dog("Rex")) == Success(b'"Rex"')


def test_a_codec_is_both_ways_and_invariant() -> None:
    reads: Decoder[Dog] = dogs
    writes: Encoder[Dog] = dogs
    assert isinstance(reads, Codec)
    assert isinstance(writes, Codec)


def test_dropping_the_inverse_gives_a_decoder() -> None:
    assert_type(string.map(len), Decoder[int])
    assert_type(string.map(int, str), Codec[int])
    assert_type(integer.try_map(half), Decoder[int])
    assert_type(integer.try_map(half, double), Codec[int])
    assert_type(string.map(len).map(str), Decoder[str])
    assert not isinstance(string.map(len), Codec)
    assert isinstance(string.map(int, str), Codec)
    assert not isinstance(integer.try_map(half), Codec)
    assert isinstance(integer.try_map(half, double), Codec)


def test_what_keeps_the_value_keeps_the_handle() -> None:
    assert_type(string.named("a name"), Codec[str])
    assert_type(string.map(len).named("a length"), Decoder[int])
    assert_type(string.refine(str.isdigit, "expected digits"), Codec[str])
    assert_type(string.map(len).refine(lambda n: n > 0, "expected some"), Decoder[int])
    assert_type(string.constrain(max_length=3), Codec[str])
    assert isinstance(string.map(len).constrain(maximum=3), Decoder)
    assert isinstance(string.refine(str.isdigit, "expected digits"), Codec)


def test_bind_chooses_a_decoder() -> None:
    def value_of(kind: str) -> Decoder[int]:
        return at(kind, integer) if kind == "count" else fail("expected a count")

    chosen = at("kind", string).bind(value_of)
    assert_type(chosen, Decoder[int])
    assert chosen.decode_json(b'{"kind": "count", "count": 2}') == Success(2)
    assert_type(succeed(1), Decoder[int])
    assert_type(fail("no"), Decoder[Never])
    either: Decoder[int] = fail("no")
    assert str(outcome(either.decode_json(b"1"))) == "$: no"


def test_contramap_gives_an_encoder() -> None:
    def spelled(value: int) -> str:
        return str(value)

    assert_type(string.contramap(spelled), Encoder[int])
    assert string.contramap(spelled).encode_json(5) == Success(b'"5"')
    assert not isinstance(string.contramap(spelled), Decoder)


def test_at_over_names_is_a_codec() -> None:
    assert_type(at("a", integer), Codec[int])
    assert_type(at("a", "b", integer), Codec[int])
    assert_type(at("a", "b", "c", integer), Codec[int])
    assert_type(at(0, integer), Decoder[int])
    assert_type(at("a", 0, integer), Decoder[int])
    assert_type(at("a", 0, "b", integer), Decoder[int])
    assert_type(at("a", string.map(len)), Decoder[int])
    assert_type(at("a", "b", "c", "d", "e", integer), Codec[int])
    assert_type(at("a", "b", 3, "d", "e", integer), Decoder[int])
    assert_type(at("a", "b", integer, default=None), Codec[int | None])
    assert_type(at("a", 0, integer, default=None), Decoder[int | None])
    assert_type(at("a", integer, default=0), Codec[int])
    assert isinstance(at("a", "b", integer), Codec)
    assert not isinstance(at("a", 0, integer), Codec)
    assert not isinstance(at("a", string.map(len)), Codec)


def test_json_text_and_lazy_keep_the_handle() -> None:
    assert_type(json_text(integer), Codec[int])
    assert_type(json_text(string.map(len)), Decoder[int])
    assert_type(lazy(lambda: integer), Codec[int])
    assert isinstance(json_text(integer), Codec)
    assert not isinstance(json_text(string.map(len)), Codec)
    assert lazy(lambda: integer).decode_json(b"1") == Success(1)


def test_outcome_is_the_value_or_the_error() -> None:
    found = outcome(integer.decode_json(b"1"))
    assert_type(found, int | DecodeError)
    assert found == 1
    assert isinstance(outcome(integer.decode_json(b"one")), DecodeError)


def test_json_schema_takes_any_handle() -> None:
    assert_type(json_schema(integer), dict[str, JsonValue])
    assert json_schema(integer) == json_schema(integer.map(abs)) == json_schema(integer.contramap(len))


def test_describe_takes_any_handle() -> None:
    assert_type(describe(integer), str)
    assert describe(integer) == describe(integer.map(abs)) == describe(integer.contramap(len)) == "integer"


def test_a_function_may_fail_with_words_problems_or_exceptions() -> None:
    assert_type(string.try_map(safe(int)), Decoder[int])
    assert_type(string.try_map(integer.decode_json), Decoder[int])
    assert_type(integer.try_map(smaller), Decoder[int])
    assert isinstance(string.try_map(integer.decode_json), Decoder)
