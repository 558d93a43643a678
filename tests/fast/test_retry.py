"""Parts of a document that was declined: those that compiled source accepts are not read plainly."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import Codec, Record, array, field, integer, lazy, plain_only, string
from ecr_decode.fast.read_json import retry
from ecr_decode.fast.read_json.run import compiled
from ecr_decode.node import kinds as n
from tests.registry import double, halve


class Item(Record):
    name: str = field("name", string)
    count: int = field("count", integer.map(double, halve))
    sizes: tuple[int, ...] = field("sizes", array(integer), default=())


DECLINED = b'[{"name":"a","count":1},{"name":"b","count":"1","sizes":[1]},{"name":"c","count":2,"sizes":1}]'


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[n.Node]:
    """The nodes that are compiled for the parts of trees."""
    nodes: list[n.Node] = []

    def noted(node: n.Node, how: Any) -> Any:
        nodes.append(node)
        return compiled(node, how)

    monkeypatch.setattr(retry, "compiled", noted)
    return nodes


def read() -> None:
    """Read a declined document as a new codec does, the first time plainly."""
    items: Codec[Any] = array(Item.codec)
    with plain_only():
        plain = items.decode_json(DECLINED)
    assert [repr(items.decode_json(DECLINED)) for _ in range(4)] == [repr(plain)] * 4


def test_each_part_is_compiled_once(made: list[n.Node]) -> None:
    read()
    assert len(made) == len({id(each) for each in made})
    assert Item.codec.node in made
    assert integer.map(double, halve).node in made


def test_a_text_is_taken_without_source(made: list[n.Node]) -> None:
    read()
    assert string.node not in made


def test_parts_beyond_the_limit_are_read_plainly(made: list[n.Node], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "_MOST_ACCEPTS", 2)
    read()
    assert len(made) == 2


class Nested(Record):
    """Members of one kind, before what nests and behind it."""

    before: int = field("before", integer)
    also: int = field("also", integer)
    below: tuple[Nested, ...] = field("below", array(lazy(lambda: Nested.codec)))
    behind: int = field("behind", integer)


@pytest.mark.parametrize("levels", [90, 99, 100, 101, 150])
def test_what_is_behind_a_part_that_is_too_deep_is_not_counted(levels: int) -> None:
    raw = b'{"before":"a","also":"a","behind":"b","below":[' * levels + b"]}" * levels
    found = Nested.codec.decode_json(raw), Nested.codec.decode_json(raw)
    with plain_only():
        assert found == (Nested.codec.decode_json(raw),) * 2
