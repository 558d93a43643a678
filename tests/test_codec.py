"""The handles: transforms, predicates, names, and what happens when a function of the caller goes wrong."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    Encoder,
    Null,
    Raised,
    Record,
    TooDeep,
    WrongKind,
    array,
    at,
    case,
    dict_of,
    fail,
    field,
    integer,
    json_value,
    number,
    one_of,
    string,
    succeed,
    tuple_of,
)
from ecr_decode.decoder import node_of
from tests.problems import problems, reason


class Layer(Record):
    size: int = field("size", integer)


def half(count: int) -> Any:
    return Success(count // 2) if count % 2 == 0 else Failure("expected an even number")


def twice(count: int) -> Any:
    return Success(count * 2) if count < 100 else Failure("expected a small number")


# transforms


def test_map_applies_one_way_or_both() -> None:
    assert type(integer.map(str)) is Decoder
    assert type(integer.map(str, int)) is Codec
    assert type(integer.map(str).map(len)) is Decoder
    assert integer.map(str, int).to_json("3") == Success(3)
    assert integer.map(str).map(len).of_json(123) == Success(3)


def test_try_map_fails_with_its_words_in_both_directions() -> None:
    codec: Codec[Any] = integer.try_map(half, twice)
    assert type(integer.try_map(half)) is Decoder
    assert type(integer.map(abs).try_map(half)) is Decoder
    assert (codec.of_json(4), codec.to_json(2)) == (Success(2), Success(4))
    assert reason(codec.of_json(3)) == BadValue("expected an even number")
    assert reason(codec.to_json(100)) == BadValue("expected a small number")
    assert reason(integer.map(abs).try_map(half).of_json(3)) == BadValue("expected an even number")


def test_a_function_is_not_called_where_nothing_was_read() -> None:
    called = list[Any]()
    seen = integer.map(called.append)
    assert isinstance(seen.of_json("1"), Failure)
    assert isinstance(integer.try_map(half, twice).of_json("1"), Failure)
    assert isinstance(integer.refine(bool, "a").of_json("1"), Failure)
    assert called == []


def fails(_: Any) -> Any:
    raise KeyError("what the document holds")


def recurs(value: Any) -> Any:
    return recurs(value)


class Unprintable:
    def __str__(self) -> str:
        raise KeyError("what the document holds")


RAISING: dict[str, Decoder[Any]] = {
    "map": integer.map(fails),
    "try_map": integer.try_map(fails),
    "bind": integer.bind(fails),
    "refine": integer.refine(fails, "never said"),
    "words that raise": integer.try_map(lambda _: Failure(Unprintable())),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    "tuple": tuple_of(integer.map(fails, fails)),
}
RAISING_ON_WRITING: dict[str, Encoder[Any]] = {
    "map": integer.map(int, fails),
    "try_map": integer.try_map(Success, fails),
    "contramap": integer.contramap(fails),
    "refine": integer.refine(fails, "never said"),
    "words that raise": integer.try_map(Success, lambda _: Failure(Unprintable())),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
}


@pytest.mark.parametrize("name", RAISING)
def test_a_function_that_raises_on_reading_is_a_problem(name: str) -> None:
    tree: Any = [1] if name == "tuple" else 1
    ((_, why),) = problems(RAISING[name].of_json(tree))
    assert why == Raised("KeyError")
    assert isinstance(RAISING[name].decode_json(b"[1]" if name == "tuple" else b"1"), Failure)


@pytest.mark.parametrize("name", RAISING_ON_WRITING)
def test_a_function_that_raises_on_writing_is_a_problem(name: str) -> None:
    assert reason(RAISING_ON_WRITING[name].to_json(1)) == Raised("KeyError")


def test_a_function_that_recurs_without_end_is_too_deep() -> None:
    assert reason(integer.map(recurs).of_json(1)) == TooDeep(200)
    assert reason(integer.contramap(recurs).to_json(1)) == TooDeep(200)
    assert reason(integer.refine(recurs, "a").check(1)) == TooDeep(200)


@pytest.mark.parametrize("error", [MemoryError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_is_no_mistake_of_a_function_passes(error: type[BaseException]) -> None:
    def ends(_: Any) -> Any:
        raise error

    runs: list[Any] = [
        lambda: integer.map(ends).of_json(1),
        lambda: integer.map(ends).decode_json(b"1"),
        lambda: integer.map(ends).decode_xml(b"<a>1</a>"),
        lambda: integer.contramap(ends).to_json(1),
        lambda: integer.contramap(ends).to_value(1),
        lambda: integer.refine(ends, "a").check(1),
    ]
    for run in runs:
        with pytest.raises(error):
            run()


def test_a_function_that_gives_no_result_or_no_decoder_is_a_problem() -> None:
    def identity(value: Any) -> Any:
        return value

    assert reason(integer.try_map(identity).of_json(1)) == Raised("TypeError")
    assert reason(integer.try_map(Success, identity).to_json(1)) == Raised("TypeError")
    assert reason(integer.bind(identity).of_json(1)) == Raised("TypeError")


def test_bind_reads_the_same_input_again() -> None:
    sized = at("kind", string).bind(lambda kind: at(kind, integer))
    assert sized.of_json({"kind": "a", "a": 1}) == Success(1)
    assert problems(sized.of_json({"kind": "a", "a": "1"})) == [(("a",), WrongKind("an integer", "a string"))]
    assert [path for path, _ in problems(sized.of_json({"kind": 1}))] == [("kind",)]
    several = problems(array(sized).of_json([{"kind": "a", "a": "1"}, {"kind": 1}]))
    assert [path for path, _ in several] == [(0, "a"), (1, "kind")]
    assert integer.bind(lambda count: succeed(count) if count else fail("zero")).of_json(1) == Success(1)
    assert reason(integer.bind(lambda count: fail("zero")).of_json(0)) == BadValue("zero")


def test_refine_holds_on_reading_and_writing_and_constrain_only_when_checked() -> None:
    even = integer.refine(lambda count: count % 2 == 0, "expected an even number")
    small = integer.constrain(maximum=3)
    assert reason(even.of_json(3)) == reason(even.to_json(3)) == BadValue("expected an even number")
    assert reason(even.check(3)) == BadValue("expected an even number")
    assert (small.of_json(9), small.to_json(9)) == (Success(9), Success(9))
    assert reason(small.check(9)) == BadValue("expected a number of at most 3")
    assert small.check(3) == Success(3)
    decoder = string.map(len).refine(bool, "expected a length").named("a length").constrain(minimum=1)
    assert type(decoder) is Decoder
    assert reason(decoder.of_json("")) == BadValue("expected a length")


def test_contramap_gives_an_encoder() -> None:
    encoder: Encoder[int] = string.contramap(str)
    assert type(encoder) is Encoder
    assert encoder.to_json(3) == Success("3")
    assert encoder.contramap(len).to_json("four") == Success("4")
    assert type(encoder.named("a")) is Encoder
    reading = Decoder[Any](encoder.node)
    assert reason(reading.of_json("3")) == BadValue("this encoder does not read")
    writing = Encoder[Any](string.map(len).node)
    assert reason(writing.to_json(3)) == BadValue("this decoder does not write")
    binding = Encoder[Any](string.bind(succeed).node)
    assert reason(binding.to_json("a")) == BadValue("this decoder does not write")
    reaching = Encoder[Any](at("a", 0, string).node)
    assert problems(reaching.to_json("a")) == [(("a", 0), BadValue("this decoder does not write"))]


# names


def test_a_name_is_said_where_the_value_itself_is_wrong_and_nowhere_below() -> None:
    port = integer.named("a port")
    assert reason(port.of_json("1")) == WrongKind("a port", "a string")
    assert reason(port.of_json(None)) == Null("a port")
    assert problems(array(port).of_json([1, "1"])) == [((1,), WrongKind("a port", "a string"))]
    ports = array(integer).named("ports")
    assert problems(ports.of_json(["1"])) == [((0,), WrongKind("an integer", "a string"))]
    assert reason(ports.of_json(1)) == WrongKind("ports", "an integer")
    assert problems(ports.of_json([None, "1"])) == [
        ((0,), Null("an integer")),
        ((1,), WrongKind("an integer", "a string")),
    ]
    assert reason(integer.refine(bool, "zero").named("a").of_json(0)) == BadValue("zero")
    assert reason(integer.named("inner").named("outer").of_json("1")) == WrongKind("outer", "a string")


def test_a_name_says_nothing_of_what_went_wrong_before_it() -> None:
    both = tuple_of(integer, string.named("a name"))
    assert problems(both.of_json(["1", 2])) == [
        ((0,), WrongKind("an integer", "a string")),
        ((1,), WrongKind("a name", "an integer")),
    ]
    many = array(integer.named("a port")).of_json(["1"] * 101)
    assert many.failure().more == 1


# values


def test_handles_are_frozen() -> None:
    handle: Any = integer
    with pytest.raises(AttributeError, match="a Codec is frozen"):
        handle.node = string.node
    with pytest.raises(AttributeError):
        handle.other = 1


def test_handles_are_equal_by_kind_and_description() -> None:
    assert array(integer) == array(integer)
    assert array(integer) != array(string)
    assert integer != Decoder(integer.node)
    assert integer != Encoder(integer.node)
    assert integer != 1
    handles: list[Any] = [array(integer), array(integer), Decoder[Any](array(integer).node), array(string)]
    assert len(set(handles)) == 3


@pytest.mark.parametrize("handle", [integer, string.map(len), string.contramap(str), Layer.codec])
def test_handles_pickle_and_copy(handle: Any) -> None:
    for again in (pickle.loads(pickle.dumps(handle)), copy.copy(handle), copy.deepcopy(handle)):
        assert again == handle
        assert type(again) is type(handle)
    layers = array(Layer.codec)
    assert layers.decode_json(b'[{"size": 1}]') == Success((Layer(size=1),))
    assert pickle.loads(pickle.dumps(layers)).decode_json(b'[{"size": 1}]') == Success((Layer(size=1),))


def test_a_codec_with_a_lambda_does_not_pickle() -> None:
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(integer.map(lambda count: count))


# definition


@pytest.mark.parametrize("pattern", ["[", "(", "*", "(?P<a>.)(?P<a>.)"])
def test_a_pattern_that_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is no regular expression: "):
        string.constrain(pattern=pattern)


def test_what_is_no_codec_is_refused_by_name() -> None:
    with pytest.raises(
        ValueError, match=r"^here: expected a codec, got 1; the codec of a record X is X\.codec$"
    ):
        node_of("here", 1)
    with pytest.raises(ValueError, match="the codec of a record X is X"):
        node_of("here", string.contramap(str))
    assert node_of("here", integer) is integer.node


# constants


def test_succeed_and_fail_do_not_look() -> None:
    for tree in (None, 1, "a", [1], {"a": 1}):
        assert succeed("b").of_json(tree) == Success("b")
        assert reason(fail("no").of_json(tree)) == BadValue("no")
    assert succeed("b").decode_xml("<a><c/></a>") == Success("b")
    assert isinstance(succeed("b").decode_json(b"{"), Failure)
    assert pickle.loads(pickle.dumps(succeed(1))) == succeed(1) != succeed(2)
    assert pickle.loads(pickle.dumps(fail("a"))) == fail("a") != fail("b")


def test_of_string_tells_json_from_xml() -> None:
    either = one_of(case("map", dict_of(number)) | case("count", integer))
    texts: list[tuple[str | bytes, Any]] = [
        ('{"a": 1}', {"a": 1.0}),
        ("\t\r\n {}", {}),
        ("<r><a>1</a></r>", {"a": 1.0}),
        (" \n<r>3</r>", 3),
        (b" 3", 3),
    ]
    for raw, value in texts:
        assert either.of_string(raw) == Success(value)
    assert isinstance(json_value.of_string("\x0b<a/>"), Failure)
