"""Records as plain dicts of Python values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest

from ecr_decode import (
    JsonValue,
    Record,
    array,
    asdict,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    json_value,
    nullable,
    others,
    record,
    string,
)


class Leaf(Record):
    name: str = field("leafName", string, secret=True)


class Pair(NamedTuple):
    leaf: Any


@dataclass(frozen=True)
class Point:
    leaf: Leaf


class Tree(Record):
    leaf: Leaf | None = field("leaf", nullable(Leaf.codec), default=None)
    leaves: tuple[Leaf, ...] = field("leaves", array(Leaf.codec), default=())
    named: dict[str, Leaf] = field("named", dict_of(Leaf.codec), default_factory=dict)
    either: Leaf | int = field("either", by_kind(case("leaf", Leaf) | case("count", integer)), default=1)
    point: Point | None = field("point", record(Point, leaf=field("leaf", Leaf.codec)), default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


LEAF = Leaf(name="a")
PLAIN = {"name": "a"}


def test_records_are_dicts_by_the_names_in_python_wherever_they_are() -> None:
    tree = Tree(leaf=LEAF, leaves=(LEAF, LEAF), named={"b": LEAF}, either=LEAF, rest={"c": [1, {"d": None}]})
    assert asdict(tree) == {
        "leaf": PLAIN,
        "leaves": (PLAIN, PLAIN),
        "named": {"b": PLAIN},
        "either": PLAIN,
        "point": None,
        "rest": {"c": [1, {"d": None}]},
    }
    assert [*asdict(Tree())] == ["leaf", "leaves", "named", "either", "point", "rest"]


def test_containers_are_copied() -> None:
    tree = Tree(rest={"a": [1]})
    found: Any = asdict(tree)
    found["rest"]["a"].append(2)
    found["named"]["b"] = 1
    assert tree == Tree(rest={"a": [1]})


def test_what_is_no_record_stays_as_it_is() -> None:
    point = Point(LEAF)
    assert asdict(Tree(point=point))["point"] is point
    pair: Any = (Pair(LEAF),)
    assert asdict(Tree(leaves=pair))["leaves"] == (Pair(LEAF),)


@pytest.mark.parametrize("value", [3, None, (LEAF,), Leaf])
def test_only_a_record_is_taken(value: Any) -> None:
    with pytest.raises(TypeError, match="expected a record"):
        asdict(value)
