"""Descriptions that unfold without end: their thunks give another codec each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    case,
    describe,
    dict_of,
    field,
    integer,
    json_schema,
    lazy,
    nullable,
    one_of,
)

Make = Callable[[int], Codec[Any]]


def arrays(level: int) -> Codec[Any]:
    below: Codec[tuple[Any, ...]] = array(lazy(lambda: arrays(level + 1)))
    return below


def maps(level: int) -> Codec[Any]:
    below: Codec[dict[str, Any]] = dict_of(lazy(lambda: maps(level + 1)))
    return below


def unions(level: int) -> Codec[Any]:
    below: Codec[tuple[Any, ...]] = array(lazy(lambda: unions(level + 1)))
    return one_of(case("size", integer) | case("sizes", below))


def records(level: int) -> Codec[Any]:
    class Level(Record):
        below: Any = field("below", nullable(lazy(lambda: records(level + 1))))

    return Level.codec


@pytest.mark.parametrize(
    ("make", "text"),
    [(arrays, b"[[],[[]]]"), (maps, b'{"a":{"b":{}}}'), (unions, b"[1,[2]]"), (records, b'{"below":null}')],
)
def test_every_verb_ends(make: Make, text: bytes) -> None:
    codec = make(0)
    value = codec.decode_json(text).unwrap()
    for _ in range(3):  # the second use would compile it
        assert codec.decode_json(text) == codec.check(value) == Success(value)
        assert codec.encode_json(value) == Success(text)
        assert codec.to_xml(value) == codec.to_xml(value)
        assert codec.decode_xml(codec.encode_xml(value, root="a").unwrap()) == Success(value)
    assert describe(codec)


class Tree:
    """A description whose thunk is a method: Python makes another method object at each access."""

    def node(self) -> Codec[Any]:
        below: Codec[tuple[Any, ...]] = array(lazy(self.node))
        return below


def test_a_method_is_one_thunk() -> None:
    definitions: Any = json_schema(Tree().node())["$defs"]
    assert list(definitions) == ["node"]
