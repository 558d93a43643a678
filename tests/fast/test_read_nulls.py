"""Nulls that mean absence are read by compiled source, as the plain reader reads them."""

from __future__ import annotations

from random import Random
from typing import Any

import orjson
import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    aws,
    camel_case,
    case,
    dict_of,
    ecr,
    field,
    inline,
    integer,
    iso_date,
    json_value,
    lazy,
    nullable,
    number,
    others,
    plain_only,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.guard import is_array, is_dict
from tests.guard.attributes import words_of


class Row(Record, null_as_absent=True):
    """Members that must be there, and defaults of several kinds."""

    id: int = field("id", integer)
    name: str | None = field("name", string, default=None)
    tags: tuple[str, ...] = field("tags", array(string), default=())
    size: float = field("size", number, default=1.5)
    either: int | None = field("either", nullable(integer), default=3)
    made: dict[str, int] = field("made", dict_of(integer), default_factory=dict)
    day: object = field("day", iso_date, default=None)


class Tree(Record, null_as_absent=True):
    """Itself, below null."""

    value: int | None = field("value", integer, default=None)
    below: tuple[Tree, ...] = field("below", array(lazy(lambda: Tree.codec)), default=())


class Inlined(Record, rename=camel_case):
    """A record without nulls around one with them."""

    row_name: str = field(string)
    row: Row = inline(Row.codec)


class Counts(Record):
    """Lists and maps without nulls, beside a member that a function makes."""

    name: str = field("name", string.map(str.upper, str.lower))
    sizes: tuple[int, ...] = field("sizes", aws.array(integer))
    by_day: dict[str, int] = field("by_day", aws.dict_of(integer))


class Open(Record, null_as_absent=True):
    """Others beside members that may be null."""

    name: str | None = field("name", string, default=None, aliases=("title",))
    rest: dict[str, JsonValue] = others(json_value)


class Shut(Record, null_as_absent=True, forbid_unknown=True):
    """No other members."""

    name: str = field("name", string, default="")


CODECS: dict[str, Codec[Any]] = {
    "rows": array(Row.codec),
    "tree": Tree.codec,
    "inlined": array(Inlined.codec),
    "others": array(Open.codec),
    "no others": array(Shut.codec),
    "tagged": array(tagged_union("kind", case("row", Row) | case("tree", Tree) | case("open", Open))),
    "lists": aws.array(aws.array(aws.integer)),
    "maps": aws.dict_of(aws.array(string)),
    "keys": aws.dict_of(aws.integer, keys=integer),
    "nullable": nullable(array(tuple_of(integer, Shut.codec))),
    "times": array(aws.dict_of(aws.timestamp)),
}
EXAMPLES: dict[str, Any] = {
    "rows": [
        {"id": 1, "name": "a", "tags": ["x"], "size": 2, "either": 4, "made": {"a": 1}, "day": "2024-01-02"}
    ],
    "tree": {"value": 1, "below": [{"value": 2, "below": [{"value": 3}]}, {"below": []}]},
    "inlined": [{"rowName": "a", "id": 1, "name": "b", "tags": ["x"]}],
    "others": [{"name": "a", "z": 1, "y": [None]}, {"title": "b"}],
    "no others": [{"name": "a"}, {}],
    "tagged": [
        {"kind": "row", "id": 1, "name": "b"},
        {"kind": "tree", "value": 1},
        {"kind": "open", "z": None},
    ],
    "lists": [[1, 2], [3]],
    "maps": {"a": ["x"], "b": []},
    "keys": {"1": 2, "3": 4},
    "nullable": [[1, {"name": "a"}]],
    "times": [{"a": 1.5}, {"b": 2}],
}  # fmt: skip


def nulled(tree: Any, random: Random, share: float) -> Any:
    """The tree with null in the place of so large a share of what it holds."""
    if random.random() < share:
        return None
    if is_dict(tree):
        return {name: nulled(each, random, share) for name, each in tree.items()}
    return [nulled(each, random, share) for each in tree] if is_array(tree) else tree


@pytest.mark.parametrize("name", CODECS)
def test_documents_with_nulls_are_read_or_refused_alike(name: str) -> None:
    random, codec = Random(name), CODECS[name]
    read = codec.decode_json
    words = sorted(words_of(codec.node)) or ["a"]
    accepted = 0
    for _ in range(300):
        tree = nulled(EXAMPLES[name], random, random.choice((0.05, 0.2, 0.4)))
        raw = orjson.dumps(tree)
        if random.random() < 0.2:
            raw = raw.replace(random.choice(words).encode() or b"\0", b"zz", 1)
        found = read(raw)
        with plain_only():
            assert repr(read(raw)) == repr(found), raw
        accepted += isinstance(found, Success)
    assert accepted > 30


WITH_NULLS: dict[str, tuple[Codec[Any], str]] = {
    "rows": (
        CODECS["rows"],
        '[{"id":1,"name":null,"tags":null,"size":null,"either":null,"made":null,"day":null}]',
    ),
    "tree": (CODECS["tree"], '{"value":null,"below":[{"below":null}]}'),
    "inlined": (CODECS["inlined"], '[{"rowName":"a","id":1,"tags":null}]'),
    "lists and maps in a record": (
        Counts.codec,
        '{"name":"a","sizes":[1,null],"by_day":{"2024-01-02":1,"2024-01-03":null}}',
    ),
    "lists": (CODECS["lists"], "[[1,null],null]"),
    "maps": (CODECS["maps"], '{"a":["x",null],"b":null}'),
    "a reply with times": (
        ecr.DescribeImagesResponse.codec,
        '{"imageDetails":[{"imageTags":["a",null],"imagePushedAt":1.5,"registryId":null},null],"nextToken":null}',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WITH_NULLS)
def test_nulls_are_read_without_the_plain_reader(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    codec, raw = WITH_NULLS[name]
    with plain_only():
        expected = codec.decode_json(raw)
    assert isinstance(expected, Success)
    read = codec.decode_json
    assert read(raw) == read(raw) == expected

    def fail(*_: object) -> Any:
        raise AssertionError

    monkeypatch.setattr("ecr_decode.fast.read_json.run.read.read_json", fail)
    assert read(raw) == expected
    with pytest.raises(AssertionError):
        read("[null")
