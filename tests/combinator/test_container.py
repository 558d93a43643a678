"""Lists, maps and tuples: their rules in every form, and what is refused at definition."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    EncodeError,
    Null,
    TooDeep,
    WrongKind,
    array,
    at,
    dict_of,
    enum_of,
    integer,
    json_value,
    lazy,
    non_empty,
    nullable,
    one_or_many,
    string,
    tuple_of,
)
from tests.problems import problems, reason
from tests.registry import Level, Unit


def test_an_array_is_read_as_a_tuple_and_written_of_a_tuple_or_list() -> None:
    codec: Any = array(integer)
    assert codec.of_json([1, 2]) == Success((1, 2))
    assert codec.of_json((1, 2)) == Success((1, 2))
    assert codec.of_json([]) == Success(())
    assert codec.to_json((1, 2)) == codec.to_json([1, 2]) == Success([1, 2])
    assert reason(codec.to_json({1, 2})) == WrongKind("a tuple", "a set")
    assert problems(codec.to_json((1, "2", None))) == [
        ((1,), WrongKind("an integer", "a string")),
        ((2,), WrongKind("an integer", "null")),
    ]


def test_every_wrong_item_is_found() -> None:
    assert problems(array(array(integer)).of_json([["1"], [2], 3, [4, "5"]])) == [
        ((0, 0), WrongKind("an integer", "a string")),
        ((2,), WrongKind("an array", "an integer")),
        ((3, 1), WrongKind("an integer", "a string")),
    ]


def test_non_empty_holds_on_reading_and_writing() -> None:
    for result in (non_empty(integer).of_json([]), non_empty(integer).to_json(())):
        assert reason(result) == BadValue("expected at least 1 items")
    assert non_empty(integer).of_json([1]) == Success((1,))
    assert non_empty(integer).to_json((1,)) == Success([1])
    assert isinstance(non_empty(integer).decode_xml("<a/>"), Failure)


def test_one_or_many_reads_both_forms_and_writes_the_shorter() -> None:
    codec = one_or_many(integer)
    for tree, value, written in [(1, (1,), 1), ([1], (1,), 1), ([], (), []), ([1, 2], (1, 2), [1, 2])]:
        assert codec.of_json(tree) == Success(value)
        assert codec.to_json(value) == Success(written)
    assert reason(codec.of_json(None)) == Null("an array")
    assert problems(codec.of_json("1")) == [((0,), WrongKind("an integer", "a string"))]


def test_a_lone_item_that_reads_as_a_list_or_null_keeps_its_brackets() -> None:
    lists: Codec[Any] = one_or_many(array(integer))
    kept: list[tuple[Codec[Any], Any, Any]] = [
        (lists, ((1,),), [[1]]),
        (one_or_many(nullable(integer)), (None,), [None]),
        (one_or_many(json_value), ([1],), [[1]]),
        (one_or_many(json_value), (None,), [None]),
        (one_or_many(json_value), (1,), 1),
        (one_or_many(json_value), ({},), {}),
    ]
    for codec, value, written in kept:
        assert codec.to_json(value) == Success(written)
        assert codec.of_json(written) == Success(value)


def test_one_or_many_is_always_a_list_where_the_form_has_no_brackets_to_spare() -> None:
    assert one_or_many(integer).encode_xml((1,), root="a") == Success(b"<a><item>1</item></a>")
    assert at("a", one_or_many(integer)).to_query((1,)) == Success((("a", "1"),))


def test_a_map_reads_its_names_with_a_codec() -> None:
    codec = dict_of(integer, keys=enum_of(Unit))
    assert codec.decode_json(b'{"days": 1}') == Success({Unit.DAYS: 1})
    assert codec.to_json({Unit.HOURS: 2}) == Success({"hours": 2})
    assert [path for path, _ in problems(codec.of_json({"days": "1", "weeks": 2}))] == [("days",), ("weeks",)]
    assert isinstance(dict_of(integer, keys=string.map(str)), Decoder)
    assert not isinstance(dict_of(integer, keys=string.map(str)), Codec)
    assert not isinstance(dict_of(integer.map(str), keys=string), Codec)


def test_keys_are_written_as_text_and_differ() -> None:
    numbers: Codec[Any] = dict_of(integer, keys=integer)
    levels: Codec[Any] = dict_of(integer, keys=enum_of(Level))
    for codec, key in [(numbers, 1), (levels, Level.LOW)]:
        assert reason(codec.to_json({key: 1})) == BadValue("expected a key that is written as text")
    assert reason(dict_of(integer).to_json({1: 1})) == WrongKind("a string", "an integer")  # type: ignore[dict-item] # pyright: ignore[reportArgumentType]
    folded = dict_of(integer, keys=string.map(str.upper, str.lower))
    assert problems(folded.to_json({"A": 1, "a": 2})) == [
        (("a",), BadValue("two keys are written as this one"))
    ]


def test_a_map_is_written_of_a_dict_only() -> None:
    assert dict_of(integer).to_json(OrderedDict(a=1)) == Success({"a": 1})
    assert reason(dict_of(integer).to_json([("a", 1)])) == WrongKind("a dict", "an array")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_a_tuple_has_its_length_and_reports_what_is_there() -> None:
    codec = tuple_of(string, integer)
    assert codec.of_json(["a", 1]) == Success(("a", 1))
    assert problems(codec.of_json([1])) == [
        ((), BadValue("expected 2 items, got 1")),
        ((0,), WrongKind("a string", "an integer")),
    ]
    assert reason(codec.of_json(["a", 1, 2])) == BadValue("expected 2 items, got 3")
    assert reason(codec.of_json({})) == WrongKind("an array", "an object")
    assert reason(codec.to_json(("a",))) == WrongKind("a tuple of 2", "1 items")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert reason(codec.to_json(["a", 1])) == WrongKind("a tuple of 2", "an array")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert problems(codec.to_json((1, "a"))) == [  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
        ((0,), WrongKind("a string", "an integer")),
        ((1,), WrongKind("an integer", "a string")),
    ]


def test_containers_of_decoders_are_decoders() -> None:
    lengths = string.map(len)
    made: list[Any] = [
        array(lengths),
        non_empty(lengths),
        one_or_many(lengths),
        dict_of(lengths),
        tuple_of(lengths, lengths),
        nullable(lengths),
    ]
    assert {type(each) for each in made} == {Decoder}
    assert array(lengths).decode_json(b'["ab"]') == Success((2,))
    assert one_or_many(lengths).decode_json(b'"ab"') == Success((2,))


@pytest.mark.parametrize("make", [array, non_empty, one_or_many, dict_of, tuple_of, nullable])
@pytest.mark.parametrize("wrong", [int, 1, None, "string"])
def test_only_a_codec_goes_into_a_container(make: Any, wrong: object) -> None:
    with pytest.raises(
        ValueError, match=rf"^{make.__name__}\(\.\.\.\): expected a codec, got .*X is X\.codec"
    ):
        make(wrong)


def test_only_a_codec_reads_keys() -> None:
    wrong: Any = str
    with pytest.raises(ValueError, match=r"^dict_of\(\.\.\., keys=\.\.\.\): expected a codec"):
        dict_of(integer, keys=wrong)


def test_an_error_lists_a_hundred_problems_and_counts_the_rest() -> None:
    written = array(integer).to_json(("a",) * 130)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    error = written.failure()
    assert isinstance(error, EncodeError)
    assert (len(error.problems), error.more) == (100, 30)
    assert str(error).endswith("\nand 30 more")


def test_what_ends_a_run_is_listed_whatever_the_bound() -> None:
    deep: Any = []
    for _ in range(205):
        deep = [deep]

    def nested() -> Codec[Any]:
        lists: Codec[Any] = array(lazy(nested))
        return lists

    many: Codec[Any] = tuple_of(*[integer] * 100, nested())
    error = many.of_json([None] * 100 + [deep]).failure()
    assert (len(error.problems), error.more) == (100, 1)
    assert error.problems[-1].why == TooDeep(200)
    assert error.problems[98].why == Null("an integer")
