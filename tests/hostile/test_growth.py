"""Unions that hold themselves: what reading and writing them takes grows with the input, and no faster."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Record,
    array,
    case,
    dict_of,
    field,
    integer,
    json_text,
    json_value,
    lazy,
    literal,
    nullable,
    number,
    one_of,
    plain,
    string,
    tuple_of,
)
from ecr_decode.limits import MOST_SHARED
from ecr_decode.read import read_json, read_json_tree, read_xml, read_xml_tree
from ecr_decode.write import write_json, write_xml
from tests.hostile.test_linear import MOST, calls, growth
from tests.problems import reason
from tests.registry import CODECS

DEEP = 20
TOO_LARGE = BadValue("expected a smaller tree, got one whose shared parts unfold to too many values")


class Leaf(Record):
    v: int = field("v", integer)


class Minus(Record):
    op: str = field("op", literal("minus"))
    x: Leaf | Minus | Not = field("x", lazy(lambda: told))


class Not(Record):
    op: str = field("op", literal("not"))
    x: Leaf | Minus | Not = field("x", lazy(lambda: told))


told: Codec[Leaf | Minus | Not] = one_of(case("leaf", Leaf) | case("minus", Minus) | case("not", Not))


class Counted(Record):
    below: tuple[Counted | Sized, ...] = field("below", array(lazy(lambda: alike)), default=())
    size: int = field("size", integer, default=1)


class Sized(Record):
    below: tuple[Counted | Sized, ...] = field("below", array(lazy(lambda: alike)), default=())
    size: str = field("size", string, default="x")


class Wide(Sized):
    width: int = field("width", integer, default=1)


alike: Codec[Counted | Sized] = one_of(case("counted", Counted) | case("sized", Sized))


class Named(Record):
    name: str = field("name", string)
    sub: tuple[Named | Group, ...] = field("sub", array(lazy(lambda: anew())), default=())  # noqa: PLW0108 a function anew


class Group(Record):
    name: str = field("name", string)
    sub: tuple[Named | Group, ...] = field("sub", array(lazy(lambda: anew())), default=())  # noqa: PLW0108 as above
    size: int = field("size", integer)


def anew() -> Codec[Named | Group]:
    """The union, built each time that it is asked for."""
    return one_of(case("named", Named) | case("group", Group))


any_case: Any = case
texts: Any = one_of(
    any_case("a", json_text(lazy(lambda: texts)), when=str)
    | any_case("b", json_text(lazy(lambda: texts)), when=bytes)
    | any_case("c", json_text(lazy(lambda: texts)), when=float)
    | case("n", integer)
)


def chain(depth: int, *, end: str) -> str:
    return '{"op":"not","x":' * depth + end + "}" * depth


def named(depth: int, *, end: str) -> str:
    return '{"name":"a","size":1,"sub":[' * depth + end + "]}" * depth


def siblings(cls: Any, depth: int, width: int = 5) -> Any:
    """A tree with that many leaves beside each branch."""
    tree = cls()
    for _ in range(depth):
        tree = cls(below=(*(cls() for _ in range(width)), tree))
    return tree


READ: dict[str, tuple[Any, Callable[[int], str]]] = {
    "told apart": (told, lambda depth: chain(depth, end='{"v":1}')),
    "told apart, and wrong": (told, lambda depth: chain(depth, end='{"v":null}')),
    "alike": (alike, lambda depth: '{"below":[' * depth + '{"size":"x"}' + "]}" * depth),
    "alike, and wrong": (alike, lambda depth: '{"below":[' * depth + '{"size":null}' + "]}" * depth),
    "built anew": (anew(), lambda depth: named(depth, end='{"name":"a"}')),
    "built anew, and wrong": (anew(), lambda depth: named(depth, end='{"name":null}')),
}


@pytest.mark.parametrize("name", READ)
def test_reading(name: str) -> None:
    codec, document = READ[name]

    def make(depth: int) -> Callable[[], object]:
        raw = document(depth)
        return lambda: read_json(codec.node, raw)

    assert isinstance(make(1)(), Failure) is name.endswith("wrong")
    assert growth(make, DEEP) <= MOST


def test_reading_xml() -> None:
    def make(depth: int) -> Callable[[], object]:
        raw = "<a>" + "<below><item>" * depth + "<size>x</size>" + "</item></below>" * depth + "</a>"
        return lambda: read_xml(alike.node, raw, plain)

    assert isinstance(make(1)(), Success)
    assert growth(make, DEEP) <= MOST


@pytest.mark.parametrize("end", ["true", "1"])
def test_reading_texts_in_texts(end: str) -> None:
    """A text doubles with each level, since its escapes are escaped; the calls grow with the levels."""

    def make(depth: int) -> Callable[[], object]:
        raw = end
        for _ in range(depth):
            raw = json.dumps(raw)
        return lambda: read_json(texts.node, raw)

    assert growth(make, 4) <= MOST


WRITTEN: dict[str, tuple[Any, Callable[[int], Any]]] = {
    "told apart": (told, lambda depth: read_json(told.node, chain(depth, end='{"v":1}')).unwrap()),
    "the first alternative": (alike, lambda depth: siblings(Counted, depth)),
    "the second alternative": (alike, lambda depth: siblings(Sized, depth)),
    "a subclass, and wrong": (alike, lambda depth: siblings(Wide, depth)),
}


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("name", WRITTEN)
def test_writing(name: str, form: str) -> None:
    codec, value = WRITTEN[name]

    def make(depth: int) -> Callable[[], object]:
        tree = value(depth)
        if form == "json":
            return lambda: write_json(codec.node, tree)
        return lambda: write_xml(codec.node, tree, plain, "a")

    assert isinstance(make(3)(), Failure) is name.endswith("wrong")
    assert growth(make, DEEP) <= MOST


def test_many_siblings_at_many_levels_are_written_in_calls_that_their_number_bounds() -> None:
    width, depth = 50, 80
    tree = siblings(Sized, depth, width)
    assert calls(lambda: write_json(alike.node, tree)) < 500 * width * depth


def shared(levels: int) -> Any:
    """A list of two at each level, which are the same."""
    tree: Any = [1]
    for _ in range(levels):
        tree = [tree, tree]
    return tree


lists: Codec[Any] = array(lazy(lambda: items))
items: Any = one_of(any_case("many", lists) | any_case("one", integer))


@pytest.mark.parametrize("codec", [json_value, array(json_value), lists], ids=["tree", "trees", "lists"])
def test_a_tree_of_shared_parts_is_read_or_refused_by_its_size(codec: Any) -> None:
    assert isinstance(read_json_tree(codec.node, shared(12)), Success)
    assert MOST_SHARED < 2**20
    for levels in (20, 100, 150):
        tree = shared(levels)
        assert reason(read_json_tree(codec.node, tree)) == TOO_LARGE
        assert calls(partial(read_json_tree, codec.node, tree)) < 100 * levels


def test_a_tree_of_shared_elements_is_refused_by_its_size() -> None:
    tree: Any = "1"
    for _ in range(30):
        tree = {"item": [tree, tree]}
    assert reason(read_xml_tree(lists.node, tree, plain)) == TOO_LARGE


def test_a_part_that_stands_in_a_million_places_is_read() -> None:
    layer = {"digest": "a", "size": [1, 2, 3]}
    assert read_json_tree(array(json_value).node, [layer] * 50_000).map(len) == Success(50_000)


def test_a_tree_of_shared_parts_is_not_written() -> None:
    for levels in (20, 100):
        error = write_json(json_value.node, shared(levels)).failure()
        assert (
            str(error) == "$: expected a JSON value, got a tree whose shared parts unfold to too many values"
        )


@pytest.mark.parametrize("item", [string, integer, number, nullable(integer), nullable(string)], ids=repr)
def test_shared_parts_in_the_place_of_scalars_are_refused(item: Codec[Any]) -> None:
    holders: list[Any] = [
        array(item),
        json_text(array(item)),
        dict_of(array(item)),
        array(json_text(array(item))),
    ]
    values: list[Any] = [(shared(100),), [shared(100)], {"a": [shared(100)]}, ([shared(100)],)]
    for codec in holders:
        for value in values:
            for _ in "compiled", "and again":
                assert isinstance(codec.encode_json(value), Failure)


class Layer(Record):
    digest: str = field("digest", string)
    size: int = field("size", integer)
    kind: str = field("kind", literal("image", "index"))


class Exact(Record, forbid_unknown=True):
    digest: str = field("digest", string, default="")


either: Any = one_of(case("layer", Layer) | case("list", array(integer)))
pairs: Any = tuple_of(integer, integer)

WRONG: dict[str, tuple[Any, str, str]] = {
    "kinds": (Layer.codec, '{"digest":"a","size":1,"kind":"image"}', '{"digest":1,"size":"a","kind":[]}'),
    "constants": (
        Layer.codec,
        '{"digest":"a","size":1,"kind":"image"}',
        '{"digest":"a","size":1,"kind":"imade"}',
    ),
    "names": (
        Layer.codec,
        '{"digest":"a","size":1,"kind":"image"}',
        '{"digset":"a","sise":1,"kinds":"image"}',
    ),
    "unknown members": (Exact.codec, '{"digest":"a"}', '{"digset":"a"}'),
    "no alternative": (
        either,
        '{"digest":"a","size":1,"kind":"image"}',
        '{"digest":"a","size":1,"kinds":"image"}',
    ),
    "the wrong tag": (
        CODECS["tagged_union"].codec,
        '{"kind":"circle","radius":1}',
        '{"kind":"cirlce","radius":1}',
    ),
    "lengths": (pairs, "[1,2]", "[1,2,3]"),
}


@pytest.mark.parametrize("name", WRONG)
def test_problems_that_are_only_counted_take_no_longer_than_values(name: str) -> None:
    codec, right, wrong = WRONG[name]

    def items(item: str) -> Callable[[], object]:
        raw = ("[" + ",".join([item] * 3000) + "]").encode()
        return partial(read_json, array(codec).node, raw)

    assert calls(items(wrong)) < 1.5 * calls(items(right))
    assert peak(items(wrong)) < 1.5 * peak(items(right))


def peak(run: Callable[[], object]) -> int:
    """The most memory that a run takes."""
    tracemalloc.start()
    run()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most
