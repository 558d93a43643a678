"""Records that msgspec fills in as instances of tagged subclasses end as plain instances of their class."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from ecr_decode import (
    Codec,
    Record,
    array,
    case,
    dict_of,
    field,
    integer,
    lazy,
    nullable,
    record,
    string,
    tagged_union,
)
from ecr_decode.fast.read_json.compiler import Compiler


class Leaf(Record):
    value: int = field("value", integer)


class Pair(Record, gc=False):
    left: Leaf | Pair | None = field("left", nullable(lazy(lambda: tree)))
    name: str = field("name", string.map(str.upper, str.lower))
    right: Leaf | Pair | None = field("right", lazy(lambda: tree), default=None)


tree: Codec[Leaf | Pair] = tagged_union("kind", case("leaf", Leaf) | case("pair", Pair))

RAW = (
    b'[{"kind":"pair","name":"a","left":{"kind":"leaf","value":1},"right":{"kind":"pair","name":"b","left":null}},'
    b'{"value":2,"kind":"leaf"}]'
)
WANT = (Pair(left=Leaf(value=1), name="A", right=Pair(left=None, name="B")), Leaf(value=2))


def parse(codec: Codec[Any]) -> Callable[[bytes], Any]:
    return Compiler(codec.node).parse(codec.node)


def test_the_classes_are_those_of_the_records() -> None:
    found = parse(array(tree))(RAW)
    assert found == WANT
    assert [type(each) for each in found] == [Pair, Leaf]
    assert type(found[0].right) is Pair
    assert pickle.loads(pickle.dumps(found)) == WANT
    assert hash(found) == hash(WANT)


def test_the_collector_finds_nothing_amiss() -> None:
    read = parse(array(tree))
    before = gc.get_threshold()
    gc.set_threshold(1)
    found = [read(RAW) for _ in range(200)]
    gc.set_threshold(*before)
    assert set(found) == {WANT}


def test_a_class_that_watches_its_subclasses_gets_none() -> None:
    class Watched(Record):
        seen: ClassVar[list[type]] = []
        value: int = field("value", integer)

        def __init_subclass__(cls, **options: object) -> None:
            Watched.seen.append(cls)

    union = tagged_union("kind", case("leaf", Leaf) | case("watched", Watched))
    assert parse(union)(b'{"kind":"watched","value":1}') == Watched(value=1)
    assert Watched.seen == []


@pytest.mark.parametrize("raw", [b'[{"kind":"leaf"}]', b'[{"kind":"nut","value":1}]', b'[{"value":1}]'])
def test_what_is_wrong_is_refused(raw: bytes) -> None:
    with pytest.raises(Exception, match=r"Object missing required field|Invalid value"):
        parse(array(tree))(raw)


HOLDING: dict[str, Codec[Any]] = {
    "in a list": array(Pair.codec),
    "in a map": dict_of(Pair.codec),
    "under a name": Pair.codec.named("a pair"),
    "under a rule": Pair.codec.refine(bool, "expected a pair"),
}


@pytest.mark.parametrize("name", HOLDING)
def test_what_holds_records_that_change_in_place_changes_as_well(name: str) -> None:
    holder = record(dict, held=field("held", HOLDING[name]))
    assert Compiler(holder.node).natives.changes(HOLDING[name].node)
