"""What is known about a node, by examples."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from ecr_decode import (
    Codec,
    Record,
    array,
    by_kind,
    case,
    field,
    integer,
    json_value,
    lazy,
    literal,
    nullable,
    one_of,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.node import kinds as n
from ecr_decode.node import thunk
from ecr_decode.node.facts import decides, facts, height
from ecr_decode.node.known import ALL_KINDS, UNKNOWN


class Leaf(Record):
    v: int = field("v", integer)


class Minus(Record):
    op: str = field("op", literal("minus"))
    x: Leaf | Minus = field("x", lazy(lambda: tree))


tree: Codec[Leaf | Minus] = one_of(case("leaf", Leaf) | case("minus", Minus))


def test_a_record_needs_its_required_members() -> None:
    found = facts(Minus.codec.node)
    assert found.needs == {"op", "x"}
    assert found.fixed == {"op": {(str, "minus")}}
    assert found.names == frozenset(("op", "x"))
    assert found.recursive


def test_a_union_needs_what_every_case_needs() -> None:
    found = facts(tree.node)
    assert found.reads == {"object"}
    assert found.needs == frozenset()
    assert found.names == frozenset(("v", "op", "x"))


def test_a_tag_is_needed_and_fixed() -> None:
    found = facts(tagged_union("kind", case("leaf", Leaf) | case("minus", Minus)).node)
    assert found.needs == {"kind"}
    assert found.fixed["kind"] == {(str, "leaf"), (str, "minus")}


def test_a_lazy_that_is_not_recursive_is_what_it_unfolds_to() -> None:
    inner = array(lazy(lambda: Leaf.codec))
    assert not facts(inner.node).recursive
    assert height(inner.node) == 2


def test_recursion_ends_the_height() -> None:
    assert height(tree.node) == 1
    assert height(array(tree).node) == 2


def test_what_is_shared_is_looked_at_once() -> None:
    pairs: Codec[Any] = integer
    either: Codec[Any] = integer
    for _ in range(60):  # 2 ** 60 ways lead to the integer
        pairs = tuple_of(pairs, pairs)
        either = one_of(case("one", either, when=int) | case("other", either, when=str))
    assert facts(pairs.node).reads == {"array"}
    assert height(pairs.node) == 60
    assert decides(either.node) == {"number"}


def thunks(count: int) -> Codec[Any]:
    """An integer behind so many thunks."""
    if not count:
        return integer
    behind: Codec[Any] = lazy(lambda: thunks(count - 1))
    return behind


@pytest.mark.parametrize(("count", "reads"), [(200, {"number"}), (201, ALL_KINDS)])
def test_behind_too_many_thunks_everything_is_possible(count: int, reads: set[str]) -> None:
    assert facts(thunks(count).node).reads == reads


def test_a_thunk_that_gives_itself_is_unknown() -> None:
    itself: Codec[int] = lazy(lambda: itself)
    assert facts(itself.node) == UNKNOWN


def test_a_thunk_that_is_not_ready_is_asked_again() -> None:
    ready: list[Codec[int]] = []
    later = lazy(lambda: ready[0])
    assert facts(later.node) == UNKNOWN
    ready.append(integer)
    assert facts(later.node).reads == {"number"}


def test_a_thunk_that_builds_anew_unfolds_once() -> None:
    def built() -> Codec[Any]:
        return by_kind(case("n", integer) | case("many", array(lazy(lambda: built()))))  # noqa: PLW0108 a new function each time

    first = built().node
    assert isinstance(first, n.Union)
    many = first.cases[1].node
    assert isinstance(many, n.Array)
    assert isinstance(many.item, n.Lazy)
    below = many.item.unfold()
    assert isinstance(below, n.Union)
    again = below.cases[1].node
    assert isinstance(again, n.Array)
    assert isinstance(again.item, n.Lazy)
    assert again.item.unfold() is below


def test_variables_that_changed_are_another_thunk() -> None:
    def over(codec: Codec[Any]) -> Codec[Any]:
        held: Codec[Any] = lazy(lambda: codec)
        return held

    assert facts(over(integer).node).reads == {"number"}
    assert facts(over(string).node).reads == {"string"}


def test_what_thunks_gave_is_not_kept_for_ever() -> None:
    gc.collect()
    before = len(thunk.KNOWN)
    for _ in range(100):
        facts(lazy(lambda: array(integer)).node)
    gc.collect()
    assert len(thunk.KNOWN) <= before + 1


@pytest.mark.parametrize("codec", [json_value, nullable(json_value), array(json_value)])
def test_json_values_are_free(codec: Codec[Any]) -> None:
    assert facts(codec.node).free
