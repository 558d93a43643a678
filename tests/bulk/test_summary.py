"""Summaries: the sum of the parts is the whole, sizes keep their stated error, and no value is in one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import (
    Codec,
    Record,
    array,
    at,
    by_kind,
    case,
    dict_of,
    field,
    inline,
    integer,
    json_text,
    json_value,
    keyed_union,
    lazy,
    literal,
    nullable,
    one_or_many,
    others,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.bulk import Item, Sizes, Summary, decode_lines, summarise, write_lines
from ecr_decode.bulk import sizes as sizes_module


class Inner(Record):
    deep: int = field("deep", integer, default=0)
    below: tuple[Inner, ...] = field("below", array(lazy(lambda: Inner.codec)), default=())


class Circle(Record):
    radius: int = field("radius", integer)


class Event(Record, forbid_unknown=True):
    name: str = field("eventName", string)
    sizes: dict[str, int] = field("sizes", dict_of(integer), default_factory=dict)
    inner: Inner | None = field("inner", nullable(Inner.codec), default=None, aliases=("in ner",))


class Open(Record):
    known: int = field("known", integer, default=0)
    rest: dict[str, int] = others(integer, default_factory=dict)
    folded: Inner = inline(Inner.codec)


shapes = tagged_union("kind", case("circle", Circle))
keyed: Codec[Any] = keyed_union(case("S", integer))

LINES = [
    b'{"eventName": "Put"}',
    b'{"eventName": "Get", "sizes": {"secret": "x", "eventName": null}}',
    b'{"eventName": 1, "secret": 2}',
    b'{"eventName": "Put", "in ner": {"below": [{"deep": "x"}, {"below": [{"deep": []}]}]}}',
    b"secret",
    b"{}",
]
lines = st.lists(st.sampled_from(LINES), max_size=12)


def summary(texts: list[bytes]) -> Summary:
    return summarise(
        decode_lines(Event.codec, b"".join(text + b"\n" for text in texts)), key=lambda event: event.name
    )


def test_a_summary_counts_items_problems_and_keys() -> None:
    found = summary(LINES)
    assert (found.items, found.successes, found.failures, found.unlisted) == (6, 1, 5, 0)
    assert found.keys == {"Put": 1}
    assert found.problems == {
        "$": {"Malformed": 1},
        "$.*": {"Unknown": 1},
        "$.eventName": {"Missing": 1, "WrongKind": 1},
        "$.sizes.*": {"Null": 1, "WrongKind": 1},
        '$["in ner"].below[].deep': {"WrongKind": 1},
        '$["in ner"].below[].below[].deep': {"WrongKind": 1},
    }
    assert found.kinds == {"Malformed": 1, "Unknown": 1, "Missing": 1, "WrongKind": 4, "Null": 1}
    assert found.paths["$.sizes.*"] == 2
    assert "secret" not in repr(found)


@given(lines, lines, lines)
def test_the_sum_of_parts_is_the_whole(one: list[bytes], two: list[bytes], three: list[bytes]) -> None:
    parts = [summary(one), summary(two), summary(three)]
    whole = summary([*one, *two, *three])
    assert sum(parts) == whole
    assert parts[0] + (parts[1] + parts[2]) == (parts[0] + parts[1]) + parts[2]
    assert whole + Summary() == whole == Summary() + whole
    assert Summary.of_json(whole.to_json().unwrap()).unwrap() == whole


@given(st.lists(st.integers(0, 2**40), min_size=1), st.integers(0, 100), st.integers(0, 200))
def test_a_percentile_is_at_most_a_64th_below(sizes: list[int], percent: int, cut: int) -> None:
    parts = [Sizes.of({size: part.count(size) for size in part}) for part in (sizes[:cut], sizes[cut:])]
    both = parts[0] + parts[1]
    found = both.percentile(percent)
    rank = max(1, -(-len(sizes) * percent // 100))
    exact = sorted(sizes)[rank - 1]
    assert found is not None
    assert exact * 63 / 64 <= found <= exact
    assert (both.count, both.total, both.least) == (len(sizes), sum(sizes), min(sizes))
    assert both.percentile(100) == both.largest == max(sizes)


def test_many_sizes_are_counted_in_few_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    items = [Item("", 1, integer.decode_json(b"1"), 0, size) for size in range(5_000)]
    exact = summarise(items)
    monkeypatch.setattr(sizes_module, "_MOST_EXACT", 100)
    assert summarise(items) == exact
    assert len(exact.sizes.buckets) < 600
    assert all(low < high for low, high in pairwise(sorted(exact.sizes.buckets)))


def test_what_is_taken_from_a_stream_is_not_counted() -> None:
    items = decode_lines(integer, b"1\nnull\n3\n4\n")
    assert next(items).result.unwrap() == 1
    assert summarise(items).items == 3
    assert summarise(items) == Summary()
    items = decode_lines(integer, b"1\nnull\n3\n4\n")
    assert [item.line for item, _ in zip(items, "ab", strict=False)] == [1, 2]
    assert summarise(items).items == 1  # the third was taken by `zip`


@pytest.mark.parametrize(
    ("items", "got"),
    [
        ("trail.jsonl", "a str$"),
        (None, "a NoneType$"),
        (5, "a int$"),
        ([5], "a int in them"),
        (b"1", "a bytes$"),
    ],
)
def test_what_is_not_made_of_items_is_a_value_error(items: Any, got: str, tmp_path: Path) -> None:
    uses: list[Callable[[Any], object]] = [
        summarise,
        lambda given: write_lines(given, tmp_path / "a", integer),
    ]
    for use in uses:
        with pytest.raises(ValueError, match=rf"expected items, as decode_lines\(.*\) gives them, got {got}"):
            use(items)
    assert [*tmp_path.iterdir()] == []


def test_a_percentile_is_of_a_hundred() -> None:
    assert Sizes().percentile(50) is None
    with pytest.raises(ValueError, match="from 0 to 100"):
        Sizes().percentile(101)


def test_a_key_that_is_none_counts_as_no_key() -> None:
    def key(number: int) -> str | None:
        return {1: "one", 2: None}[number]

    found = summarise(decode_lines(integer, b"1\n2\n3\nnull"), key)
    assert (found.keys, found.unkeyed, found.successes) == ({"one": 1}, 2, 3)
    wrong: Any = "eventName"
    with pytest.raises(ValueError, match="expected a function"):
        summarise([], wrong)


@pytest.mark.parametrize(
    ("codec", "document", "pattern"),
    [
        (Open.codec, b'{"secret": "x"}', "$.*"),
        (Open.codec, b'{"deep": "x"}', "$.deep"),
        (tuple_of(integer, Inner.codec), b'[1, {"deep": "x"}]', "$[].deep"),
        (shapes, b'{"kind": "secret"}', "$.kind"),
        (shapes, b'{"kind": "circle", "radius": "x"}', "$.radius"),
        (keyed, b'{"S": "x"}', "$.S"),
        (keyed, b'{"secret": "x"}', "$.*"),
        (at("a", 3, "b", integer), b'{"a": [0, 1, 2, {"b": "x"}]}', "$.a[].b"),
        (json_text(Inner.codec), rb'"{\"deep\": \"x\"}"', "$ -> $.deep"),
        (one_or_many(Inner.codec), b'[{"deep": "x"}]', "$[].deep"),
        (dict_of(json_value, keys=integer), b'{"secret": 1}', "$.*"),
        (at("kind", string).bind(lambda kind: at(kind, integer)), b'{"kind": "secret", "secret": ""}', "$.*"),
        (by_kind(case("array", array(literal("a")))), b'["secret"]', "$[]"),
        (dict_of(integer).map(len), b'{"secret": ""}', "$.*"),
    ],
)
def test_a_path_has_names_of_the_codec_alone(codec: Codec[Any], document: bytes, pattern: str) -> None:
    found = summarise(decode_lines(codec, document))
    assert list(found.problems) == [pattern]


def test_a_long_path_is_cut_and_one_of_an_unknown_codec_has_no_names() -> None:
    document = b'{"below": [' * 20 + b'{"deep": ""}' + b"]}" * 20
    (path,) = summarise(decode_lines(Inner.codec, document)).problems
    assert path == "$" + ".below[]" * 8 + "…"
    (bare,) = summarise([Item("", 1, Inner.codec.decode_json(b'{"deep": ""}'))]).problems
    assert bare == "$.*"
