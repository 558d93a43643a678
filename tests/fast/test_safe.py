"""What `safe` of `returns` made is asked without a Result for each value, and gives the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import pytest
from returns.result import Result, safe

from ecr_decode import Codec, array, case, dict_of, nullable, one_of, plain_only, string
from ecr_decode.fast.success import direct


def parse(text: str) -> int:
    if text == "stop":
        raise KeyError(text)
    if text == "large":
        raise MemoryError
    return int(text)


def spell(count: int) -> str:
    if count > 9999:
        raise MemoryError
    if count > 999:
        raise ValueError("too many")
    nothing: Any = None
    return str(count) if count >= 0 else nothing  # wrong on purpose


def parsed(text: str) -> Result[int, Exception]:
    return safe(parse)(text)


def test_the_function_that_was_made_safe_is_found() -> None:
    assert direct(safe(parse), fallible=True) == (parse, False)
    assert direct(safe(exceptions=(ValueError,))(parse), fallible=True) == (parse, False)
    assert direct(parsed, fallible=True) == (parsed, True)
    assert direct(int, fallible=True) == (int, True)
    assert direct(parse, fallible=False) == (parse, False)
    returns_a_result = safe(parse)
    assert direct(returns_a_result, fallible=False) == (returns_a_result, False)


SAFE: list[Codec[int]] = [
    string.try_map(safe(parse), safe(spell)),
    string.try_map(safe(exceptions=(ValueError,))(parse), safe(exceptions=(TypeError,))(spell)),
    string.try_map(parsed, safe(spell)),
]


def agrees(verb: Callable[[Any], object], value: object) -> bool:
    """Whether a verb gives the same at the second use, which is compiled, as plainly."""
    verb(value)
    quick = repr(verb(value))
    with plain_only():
        return quick == repr(verb(value))


def test_what_takes_all_memory_is_a_failure_of_a_safe_function() -> None:
    for number in (array(SAFE[0]), dict_of(SAFE[0]), SAFE[0], array(nullable(SAFE[0]))):
        for value in (["large"], {"a": "large"}, "large", ["1", "large"]):
            assert agrees(number.decode_json, orjson.dumps(value))
            assert agrees(number.of_json, value)
            assert agrees(number.of_xml, value)
        for count in ((10_000,), {"a": 10_000}, 10_000):
            assert agrees(number.encode_json, count)
            assert agrees(number.encode_xml, count)
            assert agrees(number.to_json, count)


@pytest.mark.parametrize("number", SAFE, ids=["safe", "safe of some", "one way"])
def test_what_is_read_and_written_is_equal_with_and_without(number: Codec[int]) -> None:
    either = one_of(case("number", number, when=int) | case("text", string, when=str))
    codecs: list[Codec[Any]] = [
        number,
        array(number),
        dict_of(number),
        array(nullable(number)),
        array(either),
    ]
    for codec in codecs:
        for one in ("1", "-1", "x", "stop", None):
            for tree in (one, [one], ["7"] * 50 + [one], {"a": one}):
                assert agrees(codec.of_json, tree)
                assert agrees(codec.decode_json, orjson.dumps(tree))
                assert agrees(codec.of_xml, tree)
        for value in (1, -1, 1000, "1", None):
            for held in (value, (value,), (*range(50), value), {"a": value}):
                assert agrees(codec.encode_json, held)
                assert agrees(codec.encode_xml, held)
