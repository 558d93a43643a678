"""Reported of similar libraries, and found by fuzzing: mistakes in building, and large descriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from returns.result import Success

import ecr_decode
from ecr_decode import Record, asdict, field, integer, nullable, record, string

e: Any = ecr_decode
"""The library as a caller without a type checker sees it."""
text: Any = string


class A(Record):
    a: int = field("a", integer)


class B(Record):
    b: int = field("b", integer)


a: Any = A
META: Any = type(Record)

MISTAKES: list[Callable[[], Any]] = [
    # members
    lambda: e.field(1, string),
    lambda: e.field("a", 5),
    e.field,
    lambda: e.field("a", int),
    lambda: e.field("a", string, aliases="userId"),
    lambda: e.field("a", string, aliases=("a",)),
    lambda: e.field("a", string, aliases=(1,)),
    lambda: e.field("a", string, default=[]),
    lambda: e.field("a", string, default="x", default_factory=str),
    lambda: e.field("a", string, default_factory=5),
    lambda: e.field("a", string, omit="yes"),
    lambda: e.field("a", string, xml="attribute"),
    lambda: e.others(5),
    lambda: e.inline(string),
    lambda: META("X", (Record,), {}, root=5),
    lambda: META("X", (A,), {"a": None}),
    # cases
    lambda: e.case(None, A),
    lambda: e.case(1.5, A),
    lambda: e.case((), A),
    lambda: e.case("x", int),
    lambda: e.case("a", A) | string,
    lambda: text | e.case("a", A),
    lambda: text | 5,
    lambda: text | a,
    lambda: e.tagged_union("k", A),
    lambda: e.tagged_union(5, e.case("a", A)),
    lambda: e.tagged_union("k", e.case(1, A) | e.case(1, B)),
    lambda: e.tagged_union("k", e.case(("a", "a"), A)),
    lambda: e.tagged_union("k", e.otherwise(e.json_value)),
    lambda: e.keyed_union(e.case(1, A)),
    lambda: e.keyed_union(e.case("a", A) | e.case("a", B)),
    lambda: e.keyed_union(A.codec),
    lambda: e.by_kind(string),
    lambda: e.by_kind(e.case("a", string) | e.case("b", string)),
    lambda: e.one_of(e.case("a", e.result_of(A.codec)) | e.case("b", B)),
    lambda: e.result_of(string) | integer,
    # containers and reach
    lambda: e.array(5),
    lambda: e.array(A),
    lambda: e.nullable(5),
    lambda: e.non_empty(5),
    lambda: e.one_or_many(5),
    lambda: e.dict_of(string, keys=e.array(string)),
    lambda: e.dict_of(string, keys=A.codec),
    lambda: e.tuple_of(string, rest=5),
    e.at,
    lambda: e.at("a"),
    lambda: e.at(1.5, string),
    lambda: e.at(-1, string),
    lambda: e.keep_text(5),
    lambda: e.keep_text(A.codec),
    lambda: e.keep_text(e.array(string)),
    lambda: e.result_of(5),
    lambda: e.json_text(5),
    lambda: e.lazy(string),
    # methods
    lambda: text.map(5),
    lambda: text.try_map(5),
    lambda: text.bind(5),
    lambda: text.named(5),
    lambda: text.refine(5, "m"),
    lambda: text.refine(bool, 5),
    lambda: text.refine(bool, "m", at=5),
    lambda: text.refine(bool, "m", at="x"),
    lambda: text.root(5),
    lambda: text.root("a b"),
    lambda: text.constrain(pattern=5),
    lambda: text.constrain(min_length=-1),
    lambda: text.constrain(min_length=3, max_length=2),
    lambda: e.number.constrain(minimum="1"),
    # names in XML
    lambda: e.field("a", string, xml=e.element("")),
    lambda: e.field("a", string, xml=e.element("a b")),
    lambda: e.field("a", string, xml=e.element("a:b")),
    lambda: e.field("a", string, xml=e.attribute("x:y")),
    lambda: e.keyed_union(e.case(e.element("a b"), A)),
    lambda: e.tagged_union("a:b", e.case("a", A), xml=e.attribute("a:b")),
    # the rest
    lambda: e.enum_of(5),
    e.literal,
    lambda: e.literal(1.5),
    lambda: e.record(5),
    lambda: e.decode_into(A, a=5),
    lambda: e.json_schema(5),
    lambda: e.describe(5),
]


@pytest.mark.parametrize("index", range(len(MISTAKES)))
def test_a_mistake_is_a_value_error_with_words(index: int) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 the words differ; test_misuse.py compares them
        MISTAKES[index]()
    words = str(caught.value)
    assert " " in words
    assert "object has no attribute" not in words


def leveled(levels: int) -> Any:
    """A record of two members of the level below, and so on: two to the power of the levels of ways down."""
    codec: Any = integer
    for _ in range(levels):
        codec = record(
            dict[str, Any], a=field("a", nullable(codec), default=None), b=field("b", codec, default=0)
        )
    return codec


def test_a_description_of_many_ways_down_is_compiled_in_linear_time() -> None:
    codec = leveled(24)
    for raw in ("{}", '{"a":{"b":0}}', '{"b":0}'):
        found = [
            codec.decode_json(raw),
            codec.decode_json(raw),
            codec.of_json(ecr_decode.json_value.decode_json(raw).unwrap()),
        ]
        assert [repr(each) for each in found] == [repr(found[0])] * 3


def test_asdict_gives_plain_values() -> None:
    assert asdict(A(a=1)) == {"a": 1}
    assert e.json_schema(A) == e.json_schema(A.codec)
    assert e.describe(A) == e.describe(A.codec)
    assert A.decode_json('{"a":1}') == Success(A(a=1))
