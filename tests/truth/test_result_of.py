"""The truth table of `result_of`: what stays with an item, and what ends the document."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    DecodeError,
    Decoder,
    Record,
    array,
    asdict,
    at,
    case,
    dict_of,
    field,
    flattened,
    inline,
    integer,
    json_schema,
    json_text,
    json_value,
    keyed_union,
    lazy,
    nullable,
    one_of,
    otherwise,
    record,
    render,
    result_of,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.guard import is_dict, is_tuple
from ecr_decode.limits import MOST_PROBLEMS
from tests.rows import comes_back, says, written

good = result_of(integer)


class Size(Record):
    size: int = field("size", integer, aliases=("length",))
    unit: str | None = field("unit", string, default=None)


class Report(Record):
    sizes: tuple[Any, ...] = field("s", array(good), xml=flattened)
    last: Any = field("last", good, default=None)


class Inlines(Record):
    size: Any = inline(record(dict, x=field("x", good)))


sizes = array(result_of(Size.codec))
deep: Codec[Any] = array(lazy(lambda: deep)) | integer


def shown(found: Any) -> Any:
    """A value in which each `Failure` is what it says."""
    match found:
        case Failure(DecodeError() as error):
            return str(error)
        case Success():
            return shown(found.unwrap())
        case Record():
            return tuple(map(shown, asdict(found).values()))
        case _ if is_dict(found):
            return {name: shown(value) for name, value in found.items()}
        case _ if is_tuple(found):
            return tuple(map(shown, found))
        case _:
            return found


READ: list[tuple[Decoder[Any], str, Any]] = [
    (sizes, '[{"size": 1}]', ((1, None),)),
    # a bad item is a Failure with absolute paths
    (sizes, '[{"size": 1}, {"size": "x"}]', ((1, None), "$[1].size: expected an integer, got a string")),
    (sizes, '[{"size": "x", "unit": 2}]',
     ("$[0].size: expected an integer, got a string\n$[0].unit: expected a string, got an integer",)),
    (sizes, '[{"length": "x"}, 5]',
     ("$[0].length: expected an integer, got a string", "$[1]: expected an object, got an integer")),
    (dict_of(tuple_of(integer, sizes)), '{"k": [1, [{}]]}', {"k": (1, ("$.k[1][0].size: missing",))}),
    (at("a", 1, good), '{"a": [0, "x"]}', "$.a[1]: expected an integer, got a string"),
    (good, '"x"', "$: expected an integer, got a string"),
    (good, "null", "$: expected an integer, got null"),
    (nullable(good), "null", None),
    (array(result_of(json_text(integer))), '["1", "x"]',
     (1, "$[1] -> $: line 1, column 1: expected a value, got a word")),
    (json_text(array(good)), '"[1, true]"', (1, "$ -> $[1]: expected an integer, got a boolean")),
    (array(result_of(array(good))), '[[1, "x"], 2]',
     ((1, "$[0][1]: expected an integer, got a string"), "$[1]: expected an array, got an integer")),
    (string | array(good), '[1, "x"]', (1, "$[1]: expected an integer, got a string")),
    (array(keyed_union(case("a", good) | case("b", string))), '[{"a": "x"}, {"b": "y"}]',
     ("$[0].a: expected an integer, got a string", "y")),
    (array(tagged_union("k", case("a", record(dict, x=field("x", good))) | case("b", Size))),
     '[{"k": "a", "x": "q"}]', ({"x": "$[0].x: expected an integer, got a string"},)),
    (array(one_of(case("size", Size) | case("any", record(dict, x=field("x", good))))),
     '[{"x": "q"}]', ({"x": "$[0].x: expected an integer, got a string"},)),
    (array(Inlines.codec), '[{"x": "q"}]', (({"x": "$[0].x: expected an integer, got a string"},),)),
    (Report.codec, '{"s": [1, "x"], "last": []}',
     ((1, "$.s[1]: expected an integer, got a string"), "$.last: expected an integer, got an array")),
    (good.map(lambda found: isinstance(found, Success)), '"x"', False),
    # in XML
    (sizes, "<r><i><size>1</size></i><i><size>x</size></i></r>",
     ((1, None), "$[1].size: expected an integer, got text")),
    (Report.codec, "<r><s>1</s><s>x</s><s><z/></s></r>",
     ((1, "$.s[1]: expected an integer, got text", "$.s[2]: expected an integer, got an element"), None)),
    (good, "<r>1</r>", 1),
]  # fmt: skip


@pytest.mark.parametrize(("decoder", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_a_bad_part_is_a_failure_at_its_place(decoder: Decoder[Any], raw: str, expected: Any) -> None:
    run = decoder.decode_xml if raw.startswith("<") else decoder.decode_json
    for _ in range(3):
        assert shown(run(raw).unwrap()) == expected


def test_an_error_of_an_item_is_rendered_with_the_whole_source() -> None:
    raw = '[{"size": 1}, {"size": "x"}]'
    for _ in range(3):
        error = sizes.decode_json(raw).unwrap()[1].failure()
        assert render(error, source=raw) == '$[1].size: expected an integer, got a string: "x"'


NOT_WRITTEN: list[tuple[Codec[Any], Any, str]] = [
    (good, Failure("x"), "$: expected a Success, got a Failure"),
    (good, 1, "$: expected a Success, got an integer"),
    (array(good), (Success(1), Failure(None)), "$[1]: expected a Success, got a Failure"),
    (array(good), (Success("x"),), "$[0]: expected an integer, got a string"),
    (dict_of(good), {"a": Failure(1)}, "$.a: expected a Success, got a Failure"),
    (Report.codec, Report(sizes=(Failure(1),)), "$.s[0]: expected a Success, got a Failure"),
]


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize(("codec", "value", "words"), NOT_WRITTEN, ids=lambda each: str(each)[:40])
def test_a_failure_is_not_written(codec: Codec[Any], value: object, words: str, form: str) -> None:
    assert written(codec, value, form) == says(words)
    assert codec.check(value).alt(str) == says(words)


def test_a_success_is_written_as_its_value() -> None:
    assert comes_back(array(good), (Success(1), Success(2)))
    assert comes_back(Report.codec, Report(sizes=(Success(1),), last=Success(2)))
    assert written(Report.codec, Report(sizes=(Success(1),)), "query") == Success("s.1=1")


@pytest.mark.parametrize("levels", [200, 250, 900])
def test_too_many_levels_stay_in_the_item(levels: int) -> None:
    codec = array(result_of(deep))
    raw = "[" + "[" * levels + "1" + "]" * levels + ",1]"
    for _ in range(3):
        bad, one = codec.decode_json(raw).unwrap()
        assert str(bad.failure()).endswith("nested too deep; the limit is 200 levels")
        assert one == Success(1)


def test_an_item_has_a_hundred_problems_and_after_a_hundred_its_first() -> None:
    raw = str([["x"] * 150, ["y", "z"], [1], ["w"] * 3]).replace("'", '"')
    codec = array(result_of(array(integer)))
    for _ in range(3):
        found = codec.decode_json(raw).unwrap()
        errors = [each.failure() for each in found if isinstance(each, Failure)]
        counts = [(len(error.problems), error.more) for error in errors]
        assert counts == [(MOST_PROBLEMS, 50), (1, 1), (1, 2)]
        assert found[2] == Success((1,))


any_success: Any = Success
NEVER_FAIL: dict[str, Any] = {
    "itself": good,
    "a name": good.named("a"),
    "null": nullable(good),
    "a function": good.map(str, any_success),
    "null in null": nullable(nullable(good)),
}


@pytest.mark.parametrize("name", NEVER_FAIL)
def test_an_earlier_case_never_fails(name: str) -> None:
    earlier = NEVER_FAIL[name]
    with pytest.raises(ValueError, match="never fails"):
        one_of(case("a", earlier, when=Success) | case("b", string))
    with pytest.raises(ValueError, match="never fails"):
        one_of(case("a", earlier, when=Success) | otherwise(json_value))
    with pytest.raises(ValueError, match="never fails"):
        _ = earlier | string


def test_a_last_case_may_never_fail() -> None:
    for last in (one_of(case("size", Size) | case("rest", good)), Size.codec | good):
        for _ in range(3):
            assert shown(last.decode_json("[]").unwrap()) == "$: expected an integer, got an array"
            assert last.decode_json("1") == Success(Success(1))
            assert last.encode_json(Success(1)) == Success(b"1")
            assert last.encode_json(Size(size=1)) == Success(b'{"size":1}')


def test_a_decoder_gives_a_decoder_and_the_schema_is_true() -> None:
    assert type(result_of(string.map(len))) is Decoder
    assert isinstance(good, Codec)
    schema: Any = json_schema(array(good))
    assert schema["items"] in (True, {})
