"""What one decoder read decides which one reads next: compiled as the plain reader does it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import orjson
import pytest
from returns.result import Success

from ecr_decode import (
    Decoder,
    Record,
    array,
    at,
    decimal,
    decode_into,
    dict_of,
    fail,
    field,
    integer,
    json_text,
    json_value,
    lazy,
    nullable,
    number,
    one_or_many,
    plain_only,
    result_of,
    string,
    succeed,
)
from ecr_decode.fast.read_json.bound import MOST_KNOWN, Second
from ecr_decode.read.reader import Reader


class First(Record, forbid_unknown=True):
    version: int = field("version", integer)
    name: str = field("name", string)


class Later(Record):
    version: int = field("version", integer)
    share: float = field("share", number)
    rest: dict[str, str] = field("rest", dict_of(string), default_factory=dict)


class Exact(Record):
    version: int = field("version", integer)
    sum: Decimal = field("sum", decimal)


@dataclass(frozen=True)
class Nested:
    version: int
    below: Any = None


NESTED = decode_into(
    Nested, version=field("version", integer), below=field("below", lazy(lambda: VERSIONED), default=None)
)
BY_VERSION: dict[int, Any] = {
    1: First.codec,
    2: Later.codec,
    3: Exact.codec,
    4: NESTED,
    5: First,
    6: dict_of(json_value).try_map(lambda tree: Success(tree.pop("version"))),
    7: fail("expected another version"),
    8: "no codec",
    9: one_or_many(one_or_many(json_value)),
}
VERSIONED: Decoder[Any] = at("version", integer).bind(BY_VERSION.__getitem__)


@dataclass(frozen=True)
class Holder:
    one: Any = None
    many: tuple[Any, ...] = ()
    text: Any = None


HOLDER = decode_into(
    Holder,
    one=field("one", nullable(VERSIONED), default=None),
    many=field("many", array(result_of(VERSIONED)), default=()),
    text=field("text", json_text(VERSIONED), default=None),
)

DECODERS: dict[str, Decoder[Any]] = {
    "alone": VERSIONED,
    "in a list": array(VERSIONED),
    "in a map": dict_of(VERSIONED),
    "in a record": HOLDER,
    "twice": VERSIONED.bind(lambda found: succeed(repr(found))),
    "anew": integer.bind(lambda found: succeed(found) if found else fail("expected no zero")),
    "or text": string | array(VERSIONED),
}
PARTS: list[Any] = [
    {"version": 1, "name": "a"}, {"version": 1, "name": "a", "more": 1}, {"version": 1}, {"version": "1"}, {},
    {"version": 2, "share": 0.5, "rest": {"a": "b"}}, {"version": 2, "share": "x"}, {"version": 2.0},
    None, {"version": 3, "sum": 1.10}, {"version": 4, "below": {"version": 1, "name": "b"}}, {"version": 4},
    0, 7, "x", {"version": 4, "below": {"version": 4, "below": {"version": 0}}}, {"version": 5, "name": "c"},
    [], {"version": 6, "a": 1}, {"version": 7}, {"version": 8}, {"version": 9}, {"version": 10},
    {"kind": "a", "version": 1, "name": "a"},
]  # fmt: skip


def documents(part: Any) -> list[bytes]:
    text = orjson.dumps(part).decode()
    trees = [
        part,
        [part],
        [part, PARTS[0]],
        {"a": part},
        {"one": part},
        {"many": [part, PARTS[0]]},
        {"text": text},
    ]
    return [*map(orjson.dumps, trees), text.replace("1.1", "1.10").encode()]


@pytest.mark.parametrize("name", DECODERS)
def test_what_is_bound_is_read_and_refused_as_by_the_plain_reader(name: str) -> None:
    decoder = DECODERS[name]
    for part in PARTS:
        for raw in documents(part):
            with plain_only():
                expected = repr(decoder.decode_json(raw))
            for _ in range(3):
                assert repr(decoder.decode_json(raw)) == expected


@pytest.mark.parametrize("levels", [48, 49, 50, 51, 97, 98, 99, 100, 101, 300])
def test_levels_that_functions_give_are_counted(levels: int) -> None:
    for inner in ({"version": 1, "name": "a"}, {"version": 9}):
        tree: Any = inner
        for _ in range(levels):
            tree = {"version": 4, "below": tree}
        raw = (
            orjson.dumps(tree)
            if levels < 200
            else b'{"version":4,"below":' * levels + b"null" + b"}" * levels
        )
        with plain_only():
            expected = repr(VERSIONED.decode_json(raw))
        for _ in range(3):
            assert repr(VERSIONED.decode_json(raw)) == expected


def test_what_is_met_again_needs_no_plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    decoder = array(VERSIONED)
    raw = orjson.dumps([PARTS[0], PARTS[5]])
    decoder.decode_json(raw)
    decoder.decode_json(raw)
    expected = decoder.decode_json(raw)
    monkeypatch.setattr(Reader, "read", None)
    assert isinstance(expected, Success)
    assert decoder.decode_json(raw) == expected


def test_decoders_that_are_made_anew_are_not_kept_without_end() -> None:
    second = Second(lambda found: integer.map(lambda each: each + found), 0)
    for count in range(3 * MOST_KNOWN):
        assert second(1, count) == 1 + count
    assert len(second.known) == MOST_KNOWN


def test_functions_see_the_same_values_as_in_the_plain_reader() -> None:
    seen: list[Any] = []
    decoder = array(json_value.bind(partial(noted, seen)).bind(partial(noted, seen)))
    with plain_only():
        decoder.decode_json(b"[1,2.5]")
    plainly, seen[:] = [*seen], []
    for _ in range(3):
        seen.clear()
        decoder.decode_json(b"[1,2.5]")
        assert seen == plainly


def noted(seen: list[Any], found: Any) -> Decoder[Any]:
    seen.append(found)
    return number
