"""Corners of reading JSON by compiled source: what the plain reader refuses, or reads as another value."""

from __future__ import annotations

import gc
import sys
import types
import weakref
from typing import Any

import msgspec
import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    Decoder,
    JsonValue,
    Record,
    array,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    json_value,
    lazy,
    literal,
    nullable,
    one_of,
    plain_only,
    record,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.combinator.record import record_node
from ecr_decode.fast.read_json import compiler, functions
from ecr_decode.fast.read_json.compiler import Compiler
from ecr_decode.fast.read_json.run import compiled
from ecr_decode.node.walk import is_record_class
from tests.registry import Counted, Layer, Pair, double, halve


def same(decoder: Decoder[Any], raw: bytes) -> Any:
    """The result of both paths."""
    fast = decoder.decode_json(raw)
    with plain_only():
        plain = decoder.decode_json(raw)
    assert repr(fast) == repr(plain), raw
    return plain


OWN_CONSTRUCTOR = """
from dataclasses import dataclass

@dataclass
class Doubled:
    x: int

    def __init__(self, x: int) -> None:
        self.x = 2 * x
"""


def test_a_constructor_in_a_text_is_not_a_generated_one() -> None:
    names: dict[str, Any] = {"__name__": __name__}
    exec(OWN_CONSTRUCTOR, names)  # as `python -c` does, whose file has the same name
    doubled: Codec[Any] = record(names["Doubled"], x=field("x", integer))
    assert same(doubled, b'{"x":1}').unwrap().x == 2


class Loose(Record, null_as_absent=True):
    x: int = field("x", integer)
    kind: str | None = field("kind", literal("a"), default=None)


class Strict(Record):
    y: int = field("y", integer)
    kind: str = field("kind", literal("b"))


def test_an_optional_constant_is_the_record_s_own() -> None:
    either = one_of(case("loose", Loose) | case("strict", Strict))
    assert same(either, b'{"x":1,"y":2,"kind":"b"}').unwrap() == Strict(y=2, kind="b")
    assert same(either, b'{"x":1,"y":2,"kind":"a"}').unwrap() == Loose(x=1, kind="a")
    assert same(either, b'{"x":1,"kind":null}').unwrap() == Loose(x=1)


class Watched(Record):
    a: int = field("a", integer.map(double, halve))

    def __post_init__(self) -> None:
        if self.a > 2:
            raise ValueError(self.a)


def test_what_a_class_does_after_it_is_made_sees_the_members_as_they_are_read() -> None:
    assert same(Watched.codec, b'{"a":1}').unwrap().a == 2
    assert isinstance(same(Watched.codec, b'{"a":2}'), Failure)


class Named(Record):
    name: str = field("name", string)


class Marked(Named):
    pass


class Sized(Named):
    size: int = field("size", integer)


class Both(Marked, Sized):
    pass


def test_a_class_of_several_bases_is_filled_in_with_the_members_of_all() -> None:
    assert is_record_class(record_node(Both))
    both = (Both(name="a", size=1),)
    assert same(array(Both.codec), b'[{"name":"a","size":1}]') == Success(both)


as_tuple: Any = tuple
PAIR: Codec[Any] = tuple_of(integer, string).map(list, as_tuple)
PAIRS: list[Decoder[Any]] = [
    by_kind(case("pair", PAIR, when=list) | case("count", integer)),
    one_of(case("pair", PAIR, when=list) | case("count", integer)),
    by_kind(case("pair", nullable(PAIR), when=list) | case("count", integer)),
    one_of(case("pair", lazy(lambda: PAIR).named("a pair"), when=list) | case("count", integer)),
]


@pytest.mark.parametrize("decoder", PAIRS)
def test_no_native_union_holds_a_tuple_of_fixed_length(decoder: Decoder[Any]) -> None:
    """They crash msgspec, whatever stands over the tuple."""
    shape = Compiler(decoder.node).shape(decoder.node)
    assert "tuple" not in repr(shape.type)
    assert same(decoder, b'[1,"a"]').unwrap() == [1, "a"]


def term() -> Codec[Any]:
    return by_kind(case("s", string) | case("l", array(lazy(term))) | case("d", dict_of(lazy(term))))


def chain() -> Codec[Any]:
    pair: Codec[Any] = nullable(tuple_of(integer, lazy(chain)))
    return pair


ENDLESS: list[tuple[Codec[Any], bytes]] = [
    (term(), b'["a",{"b":["c"]},[[]]]'),
    (nullable(array(lazy(lambda: term()))), b'["a"]'),  # noqa: PLW0108 another thunk
    (chain(), b"[1,[2,[3,null]]]"),
]


@pytest.mark.parametrize(("codec", "raw"), ENDLESS)
def test_recursion_without_a_record_is_compiled(codec: Codec[Any], raw: bytes) -> None:
    read = compiled(codec.node)
    assert read is not None
    assert read(raw) == same(codec, raw).unwrap()


def taken(tree: Any) -> Any:
    return tree.pop("x")


def given(value: Any) -> JsonValue:
    return {"x": value}


def odd(count: int) -> int:
    return 1 // (count % 2)


def test_a_tree_that_a_function_has_changed_is_not_read_once_more() -> None:
    changing: Any = record(
        Pair, left=field("a", json_value.map(taken, given)), right=field("b", integer.map(odd, odd))
    )
    same(array(changing), b'[{"a":{"x":1},"b":1},{"a":{"x":1},"b":2}]')


def test_members_of_one_kind_that_a_record_does_not_name_are_read_by_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(compiler, "plainly", None)
    read = compiled(Counted.codec.node)
    assert read is not None
    assert read(b'{"total":1,"a":2}') == Counted(total=1, counts={"a": 2})


class Late(Record):
    """A class that is met when source is written, not when its union's type is made."""

    count: Any = field("count", integer.map(double, halve))
    layer: Layer | None = field("layer", Layer.codec, default=None)


def test_a_class_that_is_met_late_is_filled_in_by_its_types() -> None:
    either: Codec[Any] = one_of(case("late", Late) | case("rest", dict_of(json_value)))
    assert same(either, b'{"count":1}').unwrap() == Late(count=2)
    for raw in (b'{"count":[]}', b'{"count":1,"layer":{"digest":1}}'):
        assert isinstance(same(either, raw).unwrap(), dict)


class Wide(Record):
    """A class whose annotations say less than its codecs."""

    size: Any = field("size", integer)
    layer: Any = field("layer", Layer.codec, default=None)


def test_a_class_is_filled_in_by_its_codecs_and_not_by_its_annotations() -> None:
    tagged: Codec[Any] = tagged_union("kind", case("wide", Wide) | case("other", Named))
    for codec, before in ((Wide.codec, b"{"), (tagged, b'{"kind":"wide",')):
        assert same(codec, before + b'"size":1}').unwrap() == Wide(size=1)
        for wrong in (b'"size":"1"', b'"size":1.5', b'"size":9223372036854775808', b'"size":1,"layer":{}'):
            assert isinstance(same(codec, before + wrong + b"}"), Failure)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="msgspec 0.22 keeps all unions of Structs there")
def test_classes_of_a_tagged_union_go_with_it() -> None:
    made: list[weakref.ref[type]] = []
    for _ in range(300):
        cls: Any = types.new_class("Made", (Record,), {}, lambda body: body.update(_members_of_made()))
        made.append(weakref.ref(cls))
        tagged: Codec[Any] = tagged_union("kind", case("made", cls) | case("named", Named))
        assert compiled(tagged.node) is not None
        del cls, tagged
    gc.collect()
    assert sum(each() is not None for each in made) < 200  # typing keeps the last unions that were made


def _members_of_made() -> dict[str, Any]:
    return {"__annotations__": {"a": Any}, "a": field("a", integer)}


@pytest.mark.parametrize(("most", "is_compiled"), [(1, False), (300, True)])
def test_a_description_that_takes_too_many_lines_is_not_compiled(
    most: int, is_compiled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(functions, "MOST_LINES", most)
    terms = tuple_of(term(), term(), term())
    assert (compiled(terms.node) is not None) == is_compiled


class Known(Record):
    """A class that msgspec is asked for first, by its annotations."""

    size: int = field("size", integer)
    content: Any = field("content", string)


def test_a_class_that_somebody_else_has_filled_in_is_made_from_another() -> None:
    assert msgspec.json.decode(b'{"size":9223372036854775808,"content":1}', type=Known).content == 1
    many = array(Known.codec)
    assert compiled(many.node) is not None
    assert same(many, b'[{"size":1,"content":"a"}]').unwrap() == (Known(size=1, content="a"),)
    for wrong in (b'{"size":9223372036854775808,"content":"a"}', b'{"size":1,"content":1}'):
        assert isinstance(same(many, b"[" + wrong + b"]"), Failure)
