"""How deep a document may nest: compiled source counts no fewer levels than the plain reader."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import orjson
import pytest
from returns.result import Result, Success

from ecr_decode import (
    Codec,
    Decoder,
    JsonValue,
    Kept,
    Record,
    array,
    at,
    by_kind,
    case,
    decode_into,
    dict_of,
    field,
    json_text,
    json_value,
    keep_text,
    lazy,
    nullable,
    one_or_many,
    plain_only,
    string,
)
from ecr_decode.fast.read_json.document import nests_deeper
from ecr_decode.fast.read_json.run import compiled
from tests.fast.deep import deep_stack


class Lone(Record):
    below: tuple[Lone, ...] = field("b", one_or_many(lazy(lambda: Lone.codec)), default=())


def term() -> Codec[Any]:
    return by_kind(case("s", string) | case("l", array(lazy(term))) | case("d", dict_of(lazy(term))))


def lone_term() -> Codec[Any]:
    return by_kind(case("s", string) | case("d", dict_of(one_or_many(one_or_many(lazy(lone_term))))))


FEW: Codec[Any] = json_text(array(array(array(string))))
MANY: Codec[Any] = json_text(term())
into: Any = decode_into


def members(**found: object) -> dict[str, object]:
    return found


def branch(below: Decoder[Any]) -> Decoder[Any]:
    """A tree whose leaves hold something else."""
    again: Any = lazy(lambda: tree)
    tree: Decoder[Any] = into(members, b=field("b", again, default=None), x=field("x", below, default=None))
    return tree


def same(decoder: Decoder[Any], raw: str) -> Result[Any, Any]:
    fast = decoder.decode_json(raw)
    with plain_only():
        plain = decoder.decode_json(raw)
    assert type(fast) is type(plain), raw
    return plain


def lone(levels: int) -> str:
    return '{"b":' * levels + "{}" + "}" * levels


def lists(levels: int) -> str:
    return "[" * levels + "]" * levels


def with_brackets(levels: int) -> str:
    """Lists whose texts make their brackets look like pairs."""
    return '["]",' * (levels - 1) + "[]" + ',"["]' * (levels - 1)


def with_escapes(levels: int) -> str:
    return r'["\"]\\",' * (levels - 1) + "[]" + r',"\\\"["]' * (levels - 1)


def dicts(levels: int) -> str:
    return '{"a":' * levels + '"s"' + "}" * levels


LIMITS = [
    (Lone.codec, lone, 99),
    (term(), lists, 200),
    (term(), with_brackets, 200),
    (term(), with_escapes, 200),
    (lone_term(), dicts, 66),
]


@pytest.mark.parametrize(("codec", "nested", "most"), LIMITS)
def test_a_document_nests_as_deep_as_the_plain_reader_says(codec: Codec[Any], nested: Any, most: int) -> None:
    assert compiled(codec.node) is not None
    for levels in (1, most // 2, most - 1, most):
        assert isinstance(same(codec, nested(levels)), Success)
    for levels in (most + 1, most + 2, most + 50):
        assert not isinstance(same(codec, nested(levels)), Success)


TEXTS: dict[str, Decoder[Any]] = {
    "a text of few levels": FEW,
    "a text of many": MANY,
    "texts in a text": json_text(array(MANY)),
    "a chosen text": at("k", string).bind(lambda _: at("t", MANY)),
    "a chosen text in a list": array(at("k", string).bind(lambda _: at("t", MANY))),
}


def holding(text: str, inner: str) -> str:
    """The text as the decoder of that name reads it."""
    spelled = inner.replace("[", "\\u005b").replace("]", "\\u005d")
    match text:
        case "a text of few levels" | "a text of many":
            return f'"{spelled}"'
        case "texts in a text":
            return orjson.dumps(f'["{spelled}"]').decode()
        case "a chosen text":
            return f'{{"k":"","t":"{spelled}"}}'
        case _:
            return f'[{{"k":"","t":"{spelled}"}}]'


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_text_holds_counts_as_deep_as_the_text_stands(text: str) -> None:
    decoder = branch(TEXTS[text])
    assert compiled(decoder.node) is not None
    verdicts: set[bool] = set()
    for outer in (0, 50, 99, 100, 150, 196):
        for inner in (1, 100, 101, *range(196 - outer, 202 - outer)):
            raw = '{"b":' * outer + f'{{"x":{holding(text, lists(inner))}}}' + "}" * outer
            verdicts.add(isinstance(same(decoder, raw), Success))
    assert verdicts == {True, False}


BRACKETS: list[tuple[str, int]] = [
    ("[]", 1),
    ("[[]]", 2),
    ('{"a":[]}', 2),
    ('["]",["]",[]]]', 3),
    ('["]",[],"["]', 2),
    (r'["\"","]",[],"["]', 2),
    (r'["\\","]",[],"[\\"]', 2),
    (r'[["\\\""]]', 2),
    ('["",[""]]', 2),
    ('["",[""],{"":""}]', 2),
]


@pytest.mark.parametrize(("raw", "levels"), BRACKETS)
def test_brackets_in_texts_do_not_count(raw: str, levels: int) -> None:
    assert not nests_deeper(raw.encode(), levels)
    assert nests_deeper(raw.encode(), levels - 1)


@pytest.fixture
def large_stack() -> Iterator[Callable[[int], None]]:
    """Sets the interpreter's limit for one test."""
    before = sys.getrecursionlimit()
    yield sys.setrecursionlimit
    sys.setrecursionlimit(before)


class Free(Record):
    value: JsonValue = field("v", json_value)


def test_a_larger_stack_lets_nothing_deeper_pass(large_stack: Callable[[int], None]) -> None:
    """The limit of the interpreter may grow after a codec was compiled."""
    assert isinstance(same(Free.codec, '{"v":1}'), Success)
    large_stack(10_000)
    assert not isinstance(same(Free.codec, f'{{"v":{lists(1024)}}}'), Success)
    assert isinstance(same(Free.codec, f'{{"v":{lists(1023)}}}'), Success)


class Keeping(Record):
    """A text that is kept, in a record that nests."""

    below: Keeping | None = field("below", nullable(lazy(lambda: Keeping.codec)), default=None)
    kept: Kept[Any] | None = field("kept", keep_text(json_text(array(array(string)))), default=None)


@pytest.mark.parametrize("levels", range(190, 202))
def test_levels_inside_a_kept_text_are_counted(levels: int) -> None:
    value = Keeping(kept=Kept('[["a"]]', (("a",),)))
    for _ in range(levels):
        value = Keeping(below=value)
    codec = Keeping.codec
    raw = "<r>" + "<below>" * levels + '<kept>[["a"]]</kept>' + "</below>" * levels + "</r>"
    runs: list[Callable[[], Result[Any, Any]]] = [
        lambda: codec.encode_xml(value), lambda: codec.encode_json(value), lambda: codec.decode_xml(raw)
    ]  # fmt: skip
    with deep_stack():
        for run in runs:
            found = run(), run()
            with plain_only():
                assert found == (run(), run())
