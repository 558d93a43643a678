"""Lists and maps: their rules in every form, and what is refused at definition."""

from __future__ import annotations

import json
from collections import OrderedDict
from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    EncodeError,
    Null,
    Raised,
    TooDeep,
    WrongKind,
    array,
    at,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    dict_of,
    enum_of,
    integer,
    json_schema,
    json_text,
    json_value,
    lazy,
    literal,
    non_empty,
    null,
    nullable,
    number,
    numbered,
    one_of,
    one_or_many,
    plain_only,
    string,
    tuple_of,
)
from tests.problems import problems, reason
from tests.registry import Layer, Level, Unit, double, halve


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
        assert reason(result) == BadValue("expected at least 1 item")
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
    for codec in (dict_of(integer, keys=nullable(string)), dict_of(integer, keys=lazy(nullable_text))):
        assert codec.to_json({"a": 1}) == Success({"a": 1})
        assert reason(codec.to_json({None: 1})) == BadValue("expected a key that is written as text")
    assert reason(dict_of(integer).to_json({1: 1})) == WrongKind("a string", "an integer")  # type: ignore[dict-item] # pyright: ignore[reportArgumentType]
    folded = dict_of(integer, keys=string.map(str.upper, str.lower))
    assert problems(folded.to_json({"A": 1, "a": 2})) == [(("a",), _SAME_KEY)]


def nullable_text() -> Codec[str | None]:
    return nullable(string)


_SAME_KEY = BadValue("another entry has this key")


def test_two_names_that_are_one_key_are_a_problem_at_the_second() -> None:
    folded = dict_of(integer, keys=string.map(str.lower, str.lower))
    for raw in ('{"Accept": 1, "ACCEPT": "2", "b": 3, "aCCEPT": 4}',) * 3:
        assert problems(folded.decode_json(raw)) == [
            (("ACCEPT",), _SAME_KEY),
            (("ACCEPT",), WrongKind("an integer", "a string")),
            (("aCCEPT",), _SAME_KEY),
        ]
    assert folded.decode_json('{"a": 1, "a": 2}') == Success({"a": 2})  # the last of one name, as everywhere
    assert problems(folded.decode_xml("<r><a>1</a><A>2</A></r>")) == [(("A",), _SAME_KEY)]
    entries = (
        "<r><entry><key>{}</key><value>1</value></entry><entry><key>{}</key><value>2</value></entry></r>"
    )
    for _ in range(3):
        assert problems(folded.decode_xml(entries.format("a", "A"), style=aws.xml)) == [(("A",), _SAME_KEY)]
        assert folded.decode_xml(entries.format("a", "a"), style=aws.xml) == Success({"a": 2})
    numbers = dict_of(integer, keys=number)
    assert problems(numbers.of_json({"1": 1, "1.0": 2, "1e0": 3})) == [
        (("1.0",), _SAME_KEY),
        (("1e0",), _SAME_KEY),
    ]


KEYS: dict[str, tuple[Codec[Any], dict[str, Any]]] = {
    "integers": (integer, {"1": 1, "-20": -20}),
    "numbers": (number, {"1.5": 1.5, "1.0": 1.0}),
    "booleans": (boolean, {"true": True, "false": False}),
    "times": (aws.timestamp, {"2024-02-29T12:00:00Z": datetime(2024, 2, 29, 12, tzinfo=UTC)}),
    "bytes": (base64_bytes, {"AP8=": b"\x00\xff"}),
    "enumerations": (enum_of(Level), {"1": Level.LOW, "2": Level.HIGH}),
    "constants": (literal("a", 1, True), {"a": "a", "1": 1}),
    "texts of JSON": (json_text(tuple_of(string, integer)), {'["a",1]': ("a", 1)}),
    "a union": (one_of(case("count", integer) | case("name", string)), {"12": 12, "ab": "ab"}),
    "a union by kind": (by_kind(case("count", integer) | case("name", string)), {"12": 12, "ab": "ab"}),
    "mapped": (integer.map(double, halve), {"1": 2, "2": 4}),
    "a thunk": (lazy(lambda: integer), {"1": 1}),
    "anything": (json_value, {"1": "1"}),
}


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_read_from_names_as_xml_reads_text(name: str) -> None:
    keys, spelled = KEYS[name]
    codec: Codec[Any] = dict_of(integer, keys=keys)
    for text, key in spelled.items():
        for _ in range(3):
            assert codec.decode_json(json.dumps({text: 1})) == Success({key: 1})
            assert codec.encode_json({key: 1}) == Success(
                json.dumps({text: 1}, separators=(",", ":")).encode()
            )
            written = codec.encode_xml({key: 1}, style=aws.xml).unwrap()
            assert codec.decode_xml(written, style=aws.xml) == Success({key: 1})
        assert codec.check({key: 1}) == Success({key: 1})
        assert at("m", codec).to_query({key: 1}, style=numbered) == Success(
            (("m.entry.1.key", text), ("m.entry.1.value", "1"))
        )
    (read,) = codec.decode_json(json.dumps({next(iter(spelled)): 1})).unwrap()
    assert type(read) is type(next(iter(spelled.values())))


def test_what_is_wrong_with_a_name_is_said_at_its_entry() -> None:
    codec = dict_of(integer, keys=integer)
    assert problems(codec.of_json({"x": 1, "1.5": "2", "9223372036854775808": 3})) == [
        (("x",), WrongKind("an integer", "a name")),
        (("1.5",), WrongKind("an integer", "a name")),
        (("1.5",), WrongKind("an integer", "a string")),
        (("9223372036854775808",), BadValue("expected an integer of 64 bits")),
    ]
    unhashable: Decoder[Any] = dict_of(integer, keys=string.map(list))
    assert problems(unhashable.of_json({"a": 1})) == [(("a",), Raised("TypeError"))]


def test_a_key_that_reading_takes_for_another_is_not_written() -> None:
    loose: Codec[Any] = dict_of(integer, keys=one_of(case("count", integer) | case("name", string)))
    assert loose.to_json({1: 1}) == Success({"1": 1})
    assert reason(loose.to_json({"1": 1})) == BadValue("this would be read as count")


def test_a_name_and_a_value_that_are_one_text_are_told_apart() -> None:
    loose = one_of(case("count", integer) | case("name", string))
    codec: Codec[Any] = one_of(
        case("no", dict_of(loose, keys=loose).refine(bool, "expected more").constrain(min_items=1))
        | case("many", array(integer))
    )
    text = "1234"
    with plain_only():
        assert codec.of_json({text: text}) == Success({1234: "1234"})


@pytest.mark.parametrize(
    "keys",
    [array(string), dict_of(string), tuple_of(string), null, at("a", string), nullable(null), Layer.codec],
)
def test_a_codec_of_no_text_reads_no_keys(keys: Any) -> None:
    with pytest.raises(ValueError, match=r"^dict_of\(\.\.\., keys=\.\.\.\): expected a codec of text"):
        dict_of(integer, keys=keys)


NAMES: dict[str, tuple[Codec[Any], list[str]]] = {
    "integers": (integer, ["1", "-20"]),
    "booleans": (boolean, ["true"]),
    "enumerations": (enum_of(Level), ["1"]),
    "constants": (literal("a", True), ["a", "true"]),
    "constrained": (string.constrain(pattern="[a-z]+"), ["ab"]),
    "a union": (one_of(case("count", integer) | case("flag", boolean)), ["1", "false"]),
}


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_of_keys_is_one_of_texts(name: str) -> None:
    keys, spelled = NAMES[name]
    schema = json_schema(dict_of(integer, keys=keys))
    for each in spelled:
        jsonschema.validate({each: 1}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"?": 1}, schema)


def test_a_map_is_written_of_a_dict_only() -> None:
    assert dict_of(integer).to_json(OrderedDict(a=1)) == Success({"a": 1})
    assert reason(dict_of(integer).to_json([("a", 1)])) == WrongKind("a dict", "an array")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


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
