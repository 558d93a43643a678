"""Problems that an error does not list are counted as the plain reader counts them."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from ecr_decode import (
    Codec,
    Record,
    array,
    boolean,
    dict_of,
    field,
    integer,
    json_value,
    number,
    plain_only,
    string,
)
from ecr_decode.limits import MOST_PROBLEMS


class Inner(Record):
    flag: bool = field("flag", boolean)
    many: tuple[tuple[str, ...], ...] = field("many", array(array(string)), default=())


class Item(Record):
    id: int = field("id", integer)
    name: str = field("name", string.named("a name"))
    score: float = field("score", number, default=0.0)
    inner: Inner = field("inner", Inner.codec)
    free: Any = field("free", json_value)


class Mapped(Record):
    id: int = field("id", integer)
    by: dict[str, int] = field("by", dict_of(integer))


WRONG: tuple[object, ...] = (None, True, 1, 2**63, 2**64, 10**400, 1.5, "x", [], [1, "a"], {}, {"flag": 1})


def items(rng: Random, count: int) -> list[object]:
    right = {"id": 1, "name": "a", "score": 1.5, "inner": {"flag": True, "many": [["a"]]}, "free": [1]}
    made: list[object] = []
    for _ in range(count):
        item: dict[str, object] = {k: v for k, v in right.items() if rng.random() < 0.9}
        for name in rng.sample(sorted(right), rng.randrange(3)):
            item[name] = rng.choice(WRONG)
        made.append(item if rng.random() < 0.95 else rng.choice(WRONG))
    return made


@pytest.mark.parametrize("codec", [array(Item.codec), array(Mapped.codec)], ids=repr)
@pytest.mark.parametrize("seed", range(20))
def test_the_number_of_problems_is_that_of_the_plain_reader(codec: Codec[Any], seed: int) -> None:
    raw = json.dumps(items(Random(seed), 400)).encode()
    codec.decode_json(raw)
    fast = codec.decode_json(raw)
    with plain_only():
        assert repr(fast) == repr(codec.decode_json(raw))


def test_every_problem_counts_and_a_hundred_are_listed() -> None:
    wrong: list[object] = [{"id": "x"}] * 1000
    error = array(Item.codec).of_json(wrong).failure()
    assert (len(error.problems), len(error.problems) + error.more) == (MOST_PROBLEMS, 4000)
