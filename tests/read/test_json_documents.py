"""What a JSON document may come as, where it is malformed, and how deep it may be."""

from __future__ import annotations

from array import array as buffer
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Malformed,
    TooDeep,
    WrongKind,
    array,
    by_kind,
    case,
    dict_of,
    integer,
    json_text,
    json_value,
    lazy,
    one_of,
    string,
    tuple_of,
)
from ecr_decode.error.path import into_text
from tests.problems import problems, reason


def nested() -> Codec[Any]:
    return one_of(case("leaf", integer) | case("branch", array(lazy(nested))))


def ordered() -> Codec[Any]:
    return by_kind(case("leaf", integer) | case("branch", array(lazy(ordered))))


def tabled() -> Codec[Any]:
    return by_kind(case("leaf", integer) | case("branch", dict_of(lazy(tabled))))


def paired() -> Codec[Any]:
    return by_kind(case("leaf", integer) | case("branch", tuple_of(lazy(paired))))


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_a_document_may_come_in_any_bytes(kind: Any) -> None:
    assert string.decode_json(kind('"é"'.encode())) == Success("é")
    assert string.decode_xml(kind("<a>é</a>".encode())) == Success("é")
    assert string.of_string(kind(b' \n<a>"</a>')) == Success('"')


def test_a_memory_view_may_have_gaps() -> None:
    assert string.decode_json(memoryview(b'"-a-"-')[::2]) == Success("a")


@pytest.mark.parametrize("raw", [None, 1, ["1"], object()])
def test_a_document_may_not_come_as_anything_else(raw: Any) -> None:
    for result in (integer.decode_json(raw), integer.decode_xml(raw), integer.of_string(raw)):
        why = reason(result)
        assert isinstance(why, WrongKind)
        assert why.expected == "bytes or text"


def test_a_memory_view_that_was_released_is_malformed() -> None:
    view = memoryview(b"1")
    view.release()
    assert reason(integer.decode_json(view)) == Malformed("a memory view that cannot be read")


def test_a_memory_view_of_numbers_is_its_bytes() -> None:
    assert integer.decode_json(memoryview(buffer("b", b"12"))) == Success(12)


POSITIONS = {
    b"": (1, 1),
    b"[1, 2": (1, 6),
    b"[1,\n2,\n x]": (3, 2),
    b'"\xff"': (1, 2),
    b'["a",\n"\xc3\xa9\xff"]': (2, 3),
    b'\xff"': (1, 1),
    b"\n\n\xff": (3, 1),
}


@pytest.mark.parametrize("raw", POSITIONS)
def test_line_and_column_are_where_it_goes_wrong(raw: bytes) -> None:
    why = reason(json_value.decode_json(raw))
    assert isinstance(why, Malformed)
    assert (why.line, why.column) == POSITIONS[raw]


def test_a_surrogate_in_a_text_is_found_where_it_stands() -> None:
    assert reason(string.decode_json('\n["é\ud800"]')) == Malformed(
        "expected a pair of surrogates, got a lone one", 2, 4
    )
    assert reason(json_text(integer).of_json("1 \ud800")) == WrongKind("a string", "a lone surrogate")
    assert reason(string.decode_xml("<a>\ud800</a>")) == Malformed(
        "expected a pair of surrogates, got a lone one", 1, 4
    )


def test_the_last_of_two_members_wins() -> None:
    assert dict_of(integer).decode_json(b'{"a": 1, "a": 2}') == Success({"a": 2})


@pytest.mark.parametrize("recursive", [nested(), ordered(), paired()])
def test_a_recursive_codec_reads_200_levels_and_no_more(recursive: Codec[Any]) -> None:
    assert isinstance(recursive.decode_json("[" * 200 + "1" + "]" * 200), Success)
    found = problems(recursive.decode_json("[" * 201 + "1" + "]" * 201))
    assert [why for _, why in found] == [TooDeep(200)]


def test_a_recursive_map_reads_200_levels_and_no_more() -> None:
    assert isinstance(tabled().decode_json('{"a":' * 200 + "1" + "}" * 200), Success)
    assert problems(tabled().decode_json('{"a":' * 201 + "1" + "}" * 201)) == [(("a",) * 200, TooDeep(200))]


def test_depth_is_counted_from_each_place_anew() -> None:
    deep = "[" * 198 + "1" + "]" * 198
    assert isinstance(array(nested()).decode_json(f"[{deep}, {deep}]"), Success)
    tables = '{"a":' * 198 + "1" + "}" * 198
    assert isinstance(array(tabled()).decode_json(f"[{tables}, {tables}]"), Success)
    assert isinstance(array(paired()).decode_json(f"[{deep}, {deep}]"), Success)


def test_a_tree_without_a_description_reads_1024_levels_and_no_more() -> None:
    assert isinstance(json_value.decode_json("[" * 1024 + "]" * 1024), Success)
    assert reason(json_value.decode_json("[" * 1025 + "]" * 1025)) == TooDeep(1024)
    assert isinstance(json_value.of_json(deep_list(1024)), Success)
    assert reason(json_value.of_json(deep_list(1025))) == TooDeep(1024)


def test_brackets_that_never_close_are_malformed() -> None:
    assert reason(json_value.decode_json("[" * 500)) == Malformed(
        'expected a value or "]", got the end of the text', 1, 501
    )
    assert reason(json_value.decode_json("[" * 100)) == Malformed(
        'expected a value or "]", got the end of the text', 1, 101
    )
    assert reason(json_value.decode_json("[" * 100_000)) == TooDeep(1024)


def deep_list(levels: int) -> list[Any]:
    tree: list[Any] = []
    for _ in range(levels - 1):
        tree = [tree]
    return tree


def test_a_tree_that_holds_itself_is_too_deep() -> None:
    tree: list[Any] = []
    tree.append(tree)
    assert reason(json_value.of_json(tree)) == TooDeep(1024)
    assert [why for _, why in problems(ordered().of_json(tree))] == [TooDeep(200)]


def test_a_text_inside_is_a_document_of_its_own() -> None:
    inner = json_text(array(integer))
    assert inner.decode_json(rb'"[1, 2]"') == Success((1, 2))
    assert problems(inner.decode_json(rb'"[1,\n x]"')) == [
        ((into_text,), Malformed("expected a value, got a word", 2, 2))
    ]
    assert reason(inner.decode_json(b"[1]")) == WrongKind("a string", "an array")
