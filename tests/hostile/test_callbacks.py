"""Functions of a caller that raise anything, or give what they should not: a failure at their place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    Problem,
    Raised,
    TooDeep,
    Why,
    array,
    case,
    decode_into,
    dict_of,
    field,
    integer,
    json_text,
    lazy,
    one_of,
    record,
    string,
    tuple_of,
)
from tests.hostile.things import NoAttributes, Unshown, Untrue
from tests.hostile.verbs import ALL, CHECKERS, READERS, WAYS, WRITERS, failed, whys


class Sentence(Exception):
    def __str__(self) -> str:
        raise self


EXCEPTIONS: list[Exception] = [
    ValueError("secret"),
    KeyError("secret"),
    AssertionError(),
    StopIteration("secret"),
    StopAsyncIteration(),
    TypeError("secret"),
    OSError(5, "secret"),
    UnicodeDecodeError("utf-8", b"secret", 0, 1, "secret"),
    ExceptionGroup("secret", [ValueError("secret")]),
    NotImplementedError(),
    ZeroDivisionError(),
    Sentence(),
    TimeoutError(),
    EOFError(),
    ImportError("secret"),
    BufferError(),
    Warning("secret"),
]
PASSING: list[BaseException] = [
    KeyboardInterrupt(),
    SystemExit(3),
    GeneratorExit(),
    asyncio.CancelledError(),
    MemoryError(),
    BaseExceptionGroup("all", [KeyboardInterrupt()]),
]


def gathered(**members: Any) -> dict[str, Any]:
    return members


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def function(*args: object, **kwargs: object) -> NoReturn:
        raise error

    return function


def reading(function: Callable[..., Any]) -> dict[str, Decoder[Any]]:
    """Every place where reading calls a caller's function; each reads the text 5."""
    return {
        "map": integer.map(function),
        "try_map": integer.try_map(function),
        "bind": integer.bind(function),
        "refine": integer.refine(function, "expected another"),
        "lazy": lazy(function),
        "one_of": one_of(case("only", integer.map(function, function), when=int)),
    }


def writing(function: Callable[..., Any]) -> dict[str, Codec[Any]]:
    """Every place where writing calls a caller's function."""
    return {
        "map": integer.map(lambda number: number, function),
        "try_map": integer.try_map(Success, function),
        "refine": integer.refine(function, "expected another"),
        "lazy": lazy(function),
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda error: type(error).__name__)
def test_what_reading_calls_may_raise_anything(error: Exception, way: str) -> None:
    raised = Raised(type(error).__name__)
    with WAYS[way]():
        for name, decoder in reading(raising(error)).items():
            for result in (decoder.decode_json(b"5"), decoder.of_json(5), decoder.decode_xml(b"<a>5</a>")):
                found = failed(result)
                assert repr(raised) in repr(found), name
                assert "secret" not in repr(found) + str(found)


@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda error: type(error).__name__)
def test_what_writing_calls_may_raise_anything(error: Exception) -> None:
    for codec in writing(raising(error)).values():
        for verb in WRITERS.values():
            assert whys(verb(codec, 5)) == (Raised(type(error).__name__),)


@pytest.mark.parametrize("way", WAYS)
def test_a_function_that_recurses_without_end_is_too_deep(way: str) -> None:
    def recurse(number: int) -> int:
        return recurse(number) + 1

    with WAYS[way]():
        assert whys(integer.map(recurse).decode_json(b"5")) == (TooDeep(),)
        assert whys(array(integer.map(recurse, recurse)).of_json([5])) == (TooDeep(),)
    assert whys(integer.map(recurse, recurse).encode_json(5)) == (TooDeep(),)
    assert whys(lazy(lambda: lazy(lambda: integer).map(recurse)).decode_json(b"5")) == (TooDeep(),)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("error", PASSING, ids=lambda error: type(error).__name__)
def test_what_ends_a_program_passes(error: BaseException, way: str) -> None:
    with WAYS[way]():
        for decoder in reading(raising(error)).values():
            for verb in ("decode_json", "of_json"):
                with pytest.raises(type(error)):
                    getattr(decoder, verb)(b"5" if verb == "decode_json" else 5)
    for codec in writing(raising(error)).values():
        for write in WRITERS.values():
            with pytest.raises(type(error)):
                write(codec, 5)


NO_RESULTS: dict[str, Any] = {
    "None": None,
    "an int": 5,
    "a text": "text",
    "a tuple": (),
    "a class": Success,
    "an exception": ValueError("a"),
    "one without attributes": NoAttributes(),
    "one that is neither true nor false": Untrue(),
    "one that cannot be shown": Unshown(),
    "a description": integer.node,
}


@pytest.mark.parametrize("name", NO_RESULTS)
def test_what_is_no_result_and_no_decoder_is_told(name: str) -> None:
    def give(*_: object) -> Any:
        return NO_RESULTS[name]

    attempts: list[tuple[Codec[Any] | Decoder[Any], str, Any]] = [
        (integer.try_map(give), "decode_json", b"5"),
        (integer.try_map(give, give), "encode_json", 5),
        (integer.bind(give), "decode_json", b"5"),
        (lazy(give), "decode_json", b"5"),
        (lazy(give), "encode_json", 5),
    ]
    for handle, verb, value in attempts:
        (why,) = whys(getattr(handle, verb)(value))
        assert why in (Raised("TypeError"), Raised("ValueError"))


@pytest.mark.parametrize("given", [None, 5, b"bytes", ["list"], Success("a"), ("a", "b")])
def test_the_words_of_a_failure_may_be_of_any_type(given: Any) -> None:
    decoder = integer.try_map(lambda _: Failure(given), lambda _: Failure(given))
    expected: tuple[Why, ...] = (BadValue(str(given)),)
    assert whys(decoder.decode_json(b"5")) == whys(decoder.encode_json(5)) == expected


def test_words_that_cannot_be_had() -> None:
    decoder = integer.try_map(lambda _: Failure(Unshown()))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert whys(decoder.decode_json(b"5")) == (Raised("ValueError"),)


@pytest.mark.parametrize("way", WAYS)
def test_each_call_fails_at_its_own_place(way: str) -> None:
    fails = string.map(int)
    decoder = decode_into(
        gathered,
        items=field("items", array(fails)),
        table=field("a table", dict_of(integer.map(lambda number: 1 // number, lambda number: number))),
        pair=field("pair", tuple_of(integer, integer)),
        inside=field("inside", json_text(array(fails.map(str)).map(tuple))),
    )
    raw = b'{"items": ["1", "x"], "a table": {"b c": 0, "d": 1}, "pair": [1, 2], "inside": "[\\"y\\"]"}'
    with WAYS[way]():
        assert str(decoder.decode_json(raw).failure()).splitlines() == [
            "$.items[1]: the function of a codec raised ValueError",
            '$["a table"]["b c"]: the function of a codec raised ZeroDivisionError',
            "$.inside -> $[0]: the function of a codec raised ValueError",
        ]


@pytest.mark.parametrize("way", WAYS)
def test_a_constructor_that_raises_fails_where_its_record_is(way: str) -> None:
    def construct(*, a: int) -> int:
        return 1 // a

    codec = array(record(construct, a=field("a", integer)))
    with WAYS[way]():
        error = codec.decode_json(b'[{"a": 1}, {"a": 0}]').failure()
    assert error.problems == (Problem((1,), Raised("ZeroDivisionError")),)


def test_no_verb_calls_back_where_nothing_is_to_be_called() -> None:
    codec = integer.map(raising(ValueError()), raising(ValueError()))
    for name, verb in ALL.items():
        wrong: Any = '"x"' if name in READERS else 5
        assert (Raised("ValueError") in whys(verb(codec, wrong))) == (name in WRITERS | CHECKERS)
