"""What compiled writers accept by themselves: shapes beyond records, to the bounds, in linear time."""

from __future__ import annotations

import enum
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from math import inf, nan
from typing import Any, NamedTuple, cast

import orjson
import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    Record,
    array,
    attribute,
    aws,
    boolean,
    by_kind,
    case,
    dict_of,
    element,
    enum_of,
    field,
    flattened,
    inline,
    integer,
    json_text,
    json_value,
    keyed_union,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    plain,
    record,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.fast.write.compiled import compiled, compiled_xml
from ecr_decode.fast.write.emitter import Emitter
from ecr_decode.fast.write.json import STRUCTS
from ecr_decode.fast.write.run import ITSELF, TEXT
from tests.fast.test_encode_corners import chain, quickly
from tests.fast.test_encode_equal_to_plain import in_xml, refused, written
from tests.fast.test_encode_xml import is_quick
from tests.fast.test_encode_xml import quickly as quickly_in_xml
from tests.registry import Tree, Unit


def shown(value: object) -> str:
    """A name for a test, the same in every process."""
    return re.sub(r" at 0x\w+", "", repr(value))


def is_written_quickly(codec: Codec[Any], value: object) -> bool:
    """Whether a value is written without the plain writer; both give the same in any case."""
    written(codec, value)
    doubted = object()
    encode = compiled(codec.node, TEXT, lambda _: Failure(doubted))
    assert encode is not None
    return encode(value) != Failure(doubted)


# recursion


def test_recursion_is_written_as_deep_as_the_plain_writer_goes() -> None:
    assert quickly(Tree.codec, chain(198)) == written(Tree.codec, chain(198))
    assert not is_written_quickly(Tree.codec, chain(202))


def test_a_description_deeper_than_a_function_may_be_is_written_quickly() -> None:
    codec: Codec[Any] = integer
    value: Any = 1
    for _ in range(60):
        codec, value = array(nullable(codec)), (value,)
    assert quickly(codec, value) == Success(b"[" * 60 + b"1" + b"]" * 60)


_ASKED: list[str] = []


def _is_asked(name: str) -> bool:
    _ASKED.append(name)
    return True


_NAME = string.refine(_is_asked, "expected a name")


class Leaf(Record):
    """An alternative that requires a name of its own."""

    leaf: str = field("leaf", _NAME)


class Group(Record):
    """One that holds all alternatives."""

    group: str = field("group", _NAME)
    parts: tuple[Any, ...] = field("parts", array(lazy(lambda: PART)))


PART: Codec[Any] = one_of(case("leaf", Leaf) | case("group", Group))


def grown(levels: int, siblings: int) -> Group:
    group = Group(group="g", parts=())
    for _ in range(levels):
        group = Group(group="g", parts=(*(Leaf(leaf="l") for _ in range(siblings)), group))
    return group


@pytest.mark.parametrize(("levels", "siblings"), [(40, 50), (80, 50), (98, 0)])
def test_each_part_of_a_union_that_holds_itself_is_asked_once(levels: int, siblings: int) -> None:
    encode, value = compiled(PART.node, TEXT, refused), grown(levels, siblings)
    assert encode is not None
    _ASKED.clear()
    encode(value)
    assert len(_ASKED) == levels * (siblings + 1) + 1
    _ASKED.clear()
    quickly_in_xml(PART, grown(levels // 2, siblings))


def test_parts_that_stand_in_several_places_are_compiled_once() -> None:
    codec: Codec[Any] = record(dict, a=field("a", integer))
    for _ in range(12):
        codec = record(_Pair, left=field("left", codec), right=field("right", codec))
    encode = compiled(codec.node, TEXT, refused)
    assert encode is not None
    source = encode.__globals__["__loader__"].get_source("")
    assert source.count("\n") < 12 * 30


class _Pair(NamedTuple):
    left: Any
    right: Any


# values without a description


class Kept(Record):
    """A record that keeps what it does not name."""

    id: int = field("id", integer)
    rest: dict[str, Any] = others(json_value)


class Text(str):
    __slots__ = ()


class Count(int):
    pass


class Colour(enum.StrEnum):
    RED = "red"


class Odd(enum.Enum):
    NOTHING = None
    NAN = float("nan")


@dataclass
class Plain:
    a: int = 1


class Pair(NamedTuple):
    a: int


NO_JSON: list[Any] = [
    float("nan"), float("inf"), -float("inf"), [None, float("nan")], {"a": None, "b": [1.5, float("inf")]},
    ["\x7f\xff", None, -1, 1e300, float("-inf")], Text("a"), {Text("a"): 1}, Count(1), Colour.RED,
    {Colour.RED: 1}, Odd.NOTHING, Odd.NAN, uuid.UUID(int=1), datetime(2024, 2, 29, tzinfo=UTC),
    date(2024, 2, 29), Decimal(1), b"a", bytearray(b"a"), {1}, frozenset((1,)), 1j, ..., int, print, range(2),
    Plain(), Pair(1), orjson.Fragment(b"{"), {1: 2}, {None: 1}, "\ud800", {"\ud800": 1}, Leaf(leaf="a"),
    2**64, -(2**63) - 1, 10**400, object(),
]  # fmt: skip


@pytest.mark.parametrize("value", NO_JSON, ids=shown)
def test_what_a_serializer_takes_and_json_does_not_have_is_not_written_quickly(value: Any) -> None:
    for codec, whole in (
        (json_value, value),
        (json_value, [value]),
        (json_value, {"a": [{"b": value}]}),
        (array(Kept.codec), (Kept(id=1, rest={"a": 1}), Kept(id=1, rest={"a": value}))),
        (dict_of(json_value), {"a": value}),
    ):
        assert not is_written_quickly(codec, whole)


JSON: list[Any] = [
    None, True, 0, -1, 2**64 - 1, -(2**63), 0.0, -0.0, 1e16, 5e-324, 1.7e308, "", "a", "null",
    "ß\U0001f600\x7f\xff", [], {}, [[], {}], (1, 2), {"a": None}, {"a": [None, 1.5, -1, "G\x7f\xf0"]},
    [1.5] * 100, {"": {"": ""}},
]  # fmt: skip


@pytest.mark.parametrize("value", JSON, ids=shown)
def test_values_without_a_description_are_written_quickly(value: Any) -> None:
    assert is_written_quickly(json_value, value)
    assert is_written_quickly(array(json_value), (value, [value], {"a": value}))
    assert is_written_quickly(json_text(json_value), value)
    assert is_written_quickly(Kept.codec, Kept(id=1, rest={"a": value}))
    assert not is_written_quickly(Kept.codec, Kept(id=1, rest={"id": value}))


def doubled(times: int) -> Any:
    """A tree of two parts, which are one, of two parts, and so on."""
    tree: Any = [1]
    for _ in range(times):
        tree = [tree, tree]
    return tree


@pytest.mark.parametrize("codec", [json_value, array(json_value), json_text(json_value)], ids=shown)
def test_trees_that_unfold_without_end_are_refused_and_others_written(codec: Codec[Any]) -> None:
    def put(tree: Any) -> Any:
        return (tree,) * 70 if repr(codec) == "[json]" else tree

    assert is_written_quickly(codec, put(doubled(10)))
    assert isinstance(written(codec, put(doubled(60))), Failure)
    shared = {"a": list(range(100))}
    assert is_written_quickly(codec, put([shared] * 20))


def test_many_large_values_without_a_description_are_written_quickly() -> None:
    large = [{"name": f"n{number_}", "score": number_ / 4} for number_ in range(5000)]
    assert is_written_quickly(array(json_value), (large, 1, large, "a", *[{"a": 1}] * 500, large))


NESTED: Codec[Any] = by_kind(case("number", integer) | case("list", array(json_text(lazy(lambda: NESTED)))))


def test_texts_in_texts_that_double_at_each_level_are_refused_at_a_bound() -> None:
    value: Any = (1,)
    for _ in range(8):
        value = (value,)
    assert is_written_quickly(NESTED, value)
    for _ in range(150):
        value = (value,)
    assert "expected a JSON text of at most" in str(written(NESTED, value).failure())


# unions


class Counted(Record):
    key: str = field("key", string)
    value: int = field("value", integer)


class Labelled(Record):
    key: str = field("key", string)
    value: str = field("value", string)


class Ranged(Record):
    key: str = field("key", string)
    value: tuple[int, ...] = field("value", array(integer))


class Doubtful(Record):
    """An alternative whose member may be left out."""

    key: str = field("key", string)
    value: Any = field("value", nullable(integer), default=None)


def test_alternatives_are_told_apart_by_what_their_members_hold() -> None:
    codec: Codec[Any] = one_of(
        case("count", Counted) | case("label", Labelled) | case("range", Ranged) | case("doubtful", Doubtful)
    )
    for value in (Counted(key="a", value=1), Labelled(key="a", value="b"), Ranged(key="a", value=())):
        assert is_written_quickly(codec, value)
    for doubtful in (Doubtful(key="a", value=1), Doubtful(key="a")):
        written(codec, doubtful)
    assert isinstance(written(codec, Doubtful(key="a", value=1)), Failure)


def test_alternatives_are_told_apart_in_xml_by_what_their_members_hold() -> None:
    codec: Codec[Any] = one_of(case("count", Counted) | case("label", Labelled) | case("range", Ranged))
    for value in (Counted(key="a", value=1), Labelled(key="a", value="b"), Ranged(key="a", value=(1, 2))):
        quickly_in_xml(codec, value)
    for text in ("", "1st", "1.2.3", "2024-01-01"):
        quickly_in_xml(codec, Labelled(key="a", value=text))
    for value in (Labelled(key="a", value="1"), Ranged(key="a", value=())):
        assert not is_quick(codec, value)
        in_xml(codec, value)
    assert isinstance(in_xml(codec, Labelled(key="a", value="1")), Failure)
    assert isinstance(in_xml(codec, Ranged(key="a", value=())), Failure)


class Started(Record):
    kind: str = field("kind", literal("started"))


class Stopped(Record):
    kind: str = field("kind", literal("stopped"))


class AnyKind(Record):
    kind: str = field("kind", string)


def test_alternatives_are_told_apart_by_literals() -> None:
    codec: Codec[Any] = one_of(case("started", Started) | case("stopped", Stopped) | case("any", AnyKind))
    assert is_written_quickly(codec, Started(kind="started"))
    assert is_written_quickly(codec, Stopped(kind="stopped"))
    assert isinstance(written(codec, AnyKind(kind="stopped")), Failure)
    assert isinstance(written(codec, AnyKind(kind="paused")), Success)


def test_alternatives_are_told_apart_by_the_unions_in_them() -> None:
    inner: Codec[Any] = one_of(case("count", Counted) | case("label", Labelled))
    codec: Codec[Any] = one_of(
        case("known", inner, when=Counted) | case("range", lazy(lambda: Ranged.codec), when=Ranged)
    )
    for value in (Counted(key="a", value=1), Ranged(key="a", value=(1,))):
        assert is_written_quickly(codec, value)
    keyed: Codec[Any] = keyed_union(case("key", string))
    unsure: Codec[Any] = one_of(case("keyed", keyed, when=str) | case("range", Ranged))
    written(unsure, Ranged(key="a", value=(1,)))


class Absent(Record, null_as_absent=True):
    """One that takes null for absence."""

    value: int = field("value", integer, default=7)


class Null(Record):
    value: None = field("value", null)


def test_null_that_an_earlier_alternative_takes_for_absence_is_seen() -> None:
    codec: Codec[Any] = one_of(case("absent", Absent) | case("null", Null))
    assert isinstance(written(codec, Null(value=None)), Failure)


class Listed(Record):
    """One whose only member may be repeated no times at all."""

    items: tuple[str, ...] = field("item", array(string), xml=flattened)


def test_an_alternative_that_needs_nothing_in_xml_is_not_taken_to_refuse() -> None:
    codec: Codec[Any] = one_of(case("listed", Listed) | case("counted", Counted))
    assert quickly_in_xml(codec, Listed(items=("a",))) == "<r><item>a</item></r>"
    refusal = in_xml(codec, Counted(key="a", value=1))
    assert "would be read as listed" in str(refusal.failure())


KINDS: Codec[Any] = by_kind(
    case("number", integer) | case("flag", boolean) | case("text", string) | case("texts", array(string))
)


@pytest.mark.parametrize("value", [1, -(2**63), True, False, "a", "b1", (), ("a", "1")], ids=shown)
def test_unions_by_kind_are_written_in_xml_quickly(value: object) -> None:
    assert is_quick(KINDS, value)
    in_xml(KINDS, value)


@pytest.mark.parametrize(
    "value", ["", " ", "1", "-1", " 1", "1e5", ".5", "true", " false ", "+1", "2024-01-01"], ids=shown
)
def test_texts_that_may_be_another_kind_in_xml_are_left_to_the_plain_writer(value: object) -> None:
    in_xml(KINDS, value)


def test_a_record_and_a_list_are_of_one_kind_in_xml() -> None:
    codec: Codec[Any] = by_kind(case("listed", array(string)) | case("counted", Counted))
    in_xml(codec, Counted(key="a", value=1))
    assert quickly_in_xml(codec, ("a",)) == "<r><item>a</item></r>"


def test_a_lone_item_is_written_quickly_unless_it_would_be_taken_for_a_list() -> None:
    nested: Codec[Any] = one_or_many(nullable(array(string)))
    assert quickly(array(one_or_many(string)), (("a",), (), ("a", "b"))) == Success(b'["a",[],["a","b"]]')
    assert quickly(nested, (("a",),)) == written(nested, (("a",),)) == Success(b'[["a"]]')
    assert quickly(nested, (None,)) == written(nested, (None,)) == Success(b"[null]")
    assert quickly_in_xml(one_or_many(string), ("a",)) == "<r><item>a</item></r>"


def test_a_value_of_a_kind_that_no_case_has_is_written_quickly() -> None:
    codec: Codec[Any] = by_kind(case("text", string) | otherwise(integer))
    assert is_written_quickly(array(codec), ("a", 1))


def test_tagged_unions_in_tagged_unions_put_all_tags_first() -> None:
    inner = tagged_union("inner", case("counted", Counted) | case("labelled", Labelled))
    outer: Codec[Any] = tagged_union(
        "outer", case("c", inner, when=Counted) | case("l", lazy(lambda: inner), when=Labelled)
    )
    assert quickly(outer, Counted(key="a", value=1)) == written(outer, Counted(key="a", value=1))
    assert quickly(outer, Labelled(key="a", value="b")) == Success(
        b'{"outer":"l","inner":"labelled","key":"a","value":"b"}'
    )


SCALARS: list[tuple[Codec[Any], object]] = [
    (integer, 1), (string, "a"), (boolean, True), (number, 0.5), (nullable(integer), None),
    (integer.map(abs, abs), 1), (string.map(str.lower, str.upper), "a"),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "value"), SCALARS, ids=lambda each: repr(each)[:30])
@pytest.mark.parametrize("make", [array, dict_of], ids=["lists", "maps"])
def test_levels_are_counted_where_items_need_no_lines(
    make: Callable[[Codec[Any]], Codec[Any]], codec: Codec[Any], value: Any
) -> None:
    for levels in range(1, 203):
        codec, value = make(codec), ((value,) if make is array else {"a": value})
        if levels > 198:
            assert isinstance(written(codec, value), Success) is (levels <= 200)


# numbers, keys, classes


class Priced(Record):
    name: str = field("name", string)
    price: float = field("price", number)


def test_integers_that_stand_for_numbers_are_written_without_the_plain_writer() -> None:
    encode = compiled(array(Priced.codec).node, TEXT, refused, careful=True)
    assert encode is not None
    items = (Priced(name="a", price=1), Priced(name="b", price=-0.5))
    assert encode(items) == written(array(Priced.codec), items)
    assert encode(items) == Success(b'[{"name":"a","price":1.0},{"name":"b","price":-0.5}]')


class Weighed(Record):
    """A number below others of its kind."""

    weight: float = field("weight", number)
    parts: tuple[Weighed, ...] = field("parts", array(lazy(lambda: Weighed.codec)), default=())


def test_integers_below_others_are_converted_by_a_careful_writer_that_is_made_when_needed() -> None:
    weights = Weighed(weight=1.5, parts=(Weighed(weight=2),))
    for codec, value in ((lazy(lambda: Weighed.codec), weights), (array(Weighed.codec), (weights,))):
        encode = compiled(cast("Codec[Any]", codec).node, TEXT, Failure)
        assert encode is not None
        encode(value)
        assert encode(value) == written(cast("Codec[Any]", codec), value)
        assert b'"weight":2.0' in encode(value).unwrap()


def _lower(name: str) -> str:
    return name.lower()


@pytest.mark.parametrize("keys", [string.map(str.upper, str.lower), string.map(str.upper, _lower)], ids=shown)
def test_mapped_keys_must_not_meet(keys: Codec[str]) -> None:
    codec: Codec[Any] = dict_of(integer, keys=keys)
    assert quickly(codec, {"A": 1, "B": 2}) == Success(b'{"a":1,"b":2}')
    assert quickly_in_xml(codec, {"A": 1}) == "<r><a>1</a></r>"
    for value in ({"A": 1, "a": 2}, {1: 2}):
        assert isinstance(written(codec, value), Failure)
        assert not isinstance(in_xml(codec, value), Success)
    written(dict_of(integer, keys=integer.map(str, int)), {"1": 1})
    assert quickly(dict_of(integer, keys=enum_of(Unit)), {Unit.DAYS: 1}) == Success(b'{"days":1}')


@dataclass
class Base:
    a: int


@dataclass
class Extended(Base):
    b: str = "b"


@dataclass(slots=True)
class Slotted:
    a: int
    b: str


@dataclass
class Ruled:
    a: int
    b: str

    def __getattribute__(self, name: str) -> Any:
        return "z" if name == "b" else super().__getattribute__(name)


def _of(cls: Any, *names: str) -> Codec[Any]:
    every = {"a": field("a", integer), "b": field("b", string)}
    return record(cls, **{name: every[name] for name in names})


@pytest.mark.parametrize(
    ("codec", "value", "expected"),
    [
        (_of(Base, "a"), Base(1), b'{"a":1}'),
        (_of(Extended, "a", "b"), Extended(1, "b"), b'{"a":1,"b":"b"}'),
        (_of(Extended, "b", "a"), Extended(1, "b"), b'{"b":"b","a":1}'),
        (_of(Extended, "a"), Extended(1, "b"), b'{"a":1}'),
        (_of(Slotted, "a", "b"), Slotted(1, "b"), b'{"a":1,"b":"b"}'),
        (_of(Ruled, "a", "b"), Ruled(1, "b"), b'{"a":1,"b":"z"}'),
    ],
    ids=shown,
)
def test_classes_of_the_user_are_written_by_their_members(
    codec: Codec[Any], value: Any, expected: bytes
) -> None:
    assert (
        quickly(array(codec), (value,)) == written(array(codec), (value,)) == Success(b"[" + expected + b"]")
    )


def test_what_a_dataclass_has_beside_its_members_is_not_written() -> None:
    value: Any = Base(1)
    value.extra = 2
    assert quickly(_of(Base, "a"), value) == Success(b'{"a":1}')
    del value.a
    assert isinstance(written(_of(Base, "a"), value), Failure)


CHECKED: list[tuple[Codec[Any], Any, Any]] = [
    (array(string.constrain(max_length=2)), ("a", "bc"), ("abc",)),
    (array(integer.constrain(minimum=0, maximum=9)), (0, 9), (10,)),
    (dict_of(integer, keys=string.constrain(pattern="[a-z]+")), {"a": 1}, {"A": 1}),
    (tuple_of(integer, array(string).constrain(min_items=1)), (1, ("a",)), (1, ())),
    (number.constrain(maximum=1.5), 1, 2),
]


@pytest.mark.parametrize(("codec", "kept", "broken"), CHECKED, ids=shown)
def test_constraints_are_checked_quickly(codec: Codec[Any], kept: Any, broken: Any) -> None:
    check = compiled(codec.node, ITSELF, Failure, checks=True, careful=True)
    assert check is not None
    assert check(kept) == codec.check(kept) == Success(kept)
    assert check(broken) == Failure(broken)
    assert not isinstance(codec.check(broken), Success)


class Titled(Record):
    title: str = field("title", string, xml=element("Title"))


def test_the_same_record_in_several_places_is_written_in_each() -> None:
    codec: Codec[Any] = tuple_of(Titled.codec, nullable(Titled.codec), array(Titled.codec))
    value = (Titled(title="a"), None, (Titled(title="b"), Titled(title="")))
    assert quickly(codec, value) == Success(b'[{"title":"a"},null,[{"title":"b"},{"title":""}]]')
    quickly_in_xml(codec, value)


CALLS: list[Callable[[Any], Any]] = [str, int, float, abs, round, repr]


@pytest.mark.parametrize("function", CALLS, ids=shown)
def test_functions_in_c_map_all_items_at_once(function: Callable[[Any], Any]) -> None:
    codec: Codec[Any] = array(json_value.map(function, function))
    for value in ((1, 2), ("a",), (1.5, "1"), (None,), ()):
        written(codec, value)


class Hooked(Record):
    url: str = field("url", string)


class Mailed(Record):
    to: str = field("to", string)


OPEN: Codec[Any] = array(
    tagged_union(
        "kind", case("hook", Hooked) | case("mail", Mailed) | otherwise(json_value.named("anything"))
    )
)


@pytest.mark.parametrize(
    "value",
    [{"kind": "other", "n": [1]}, {"kind": None}, {"kind": ["hook"]}, {}, [], "hook", None, 2.5],
    ids=repr,
)
def test_what_has_no_tag_of_another_case_is_written_quickly(value: object) -> None:
    assert is_written_quickly(OPEN, (Hooked(url="u"), value))


@pytest.mark.parametrize("value", [{"kind": "hook"}, {"kind": "mail", "to": "a"}], ids=repr)
def test_what_has_the_tag_of_another_case_is_refused(value: object) -> None:
    assert str(written(OPEN, (value,)).failure()) == "$[0].kind: another case has this tag"


def test_rows_of_numbers_are_not_looked_at_one_by_one() -> None:
    rows = array(array(number).refine(lambda row: len(row) == 2, "expected 2 numbers"))
    assert is_written_quickly(rows, ((1.5, 2.0), (0.25, 1.0)))
    assert not is_written_quickly(array(array(json_value).refine(bool, "expected some")), ((iter(()),),))


def of_words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def to_words(words: tuple[str, ...]) -> str:
    return " ".join(words)


WRONG: Any = len


def wrong(value: Any) -> Any:
    """A value that the checkers would refuse where it stands."""
    return value


class Word(str):
    """A text of a class below `str`."""

    __slots__ = ()


class Free(Record):
    """Texts and booleans beside members of any kind."""

    names: tuple[str, ...] = field("names", array(string))
    flags: dict[str, bool | None] = field("flags", dict_of(nullable(boolean)))
    rest: dict[str, Any] = others(json_value)


@pytest.mark.parametrize(
    ("codec", "value"),
    [
        (dict_of(string, keys=integer), {1: "a", -(2**63): "b"}),
        (array(tuple_of(number, number, rest=number)), ((1.5, 2.0), (0.25, 1.0, -0.0))),
        (dict_of(number), {"a": 1.5}),
        (dict_of(integer), {"a": 2**63 - 1, "b": -(2**63)}),
        (array(nullable(number)), (1.5, None)),
        (array(nullable(string)), ("a", None)),
        (array(array(nullable(integer))), ((1, None), (), (None,))),
        (json_text(array(integer)), (1, 2)),
        (array(boolean), (True, False)),
        (array(literal("a", "b")), ("a", "b", "a")),
        (array(nullable(literal("a", "b"))), ("a", None)),
        (array(string.map(str.lower, str.upper)), ["a", "b"]),
        (array(integer.map(lambda size: -size, lambda size: -size).named("size")), (1, -2)),
        (array(string.map(of_words, to_words)), (("a", "b"), ("c",))),
        (array(nullable(boolean)), [True, None]),
        (array(Free.codec), (Free(names=("a", "b"), flags={"c": True}, rest={"d": 1}),)),
    ],
    ids=repr,
)
def test_keys_and_doubles_are_proved_together(codec: Codec[Any], value: object) -> None:
    assert is_written_quickly(codec, value)


@pytest.mark.parametrize(
    ("codec", "value"),
    [
        (dict_of(string, keys=integer), {2**63: "a"}),
        (dict_of(string, keys=integer), {True: "a"}),
        (dict_of(string, keys=integer), {"1": "a"}),
        (array(tuple_of(number, number, rest=number)), ((1.5,),)),
        (array(tuple_of(number, number, rest=number)), ((1.5, 2.0, nan),)),
        (array(tuple_of(number, number, rest=number)), ((1.5, 2.0, "a"),)),
        (array(integer), (1, True)),
        (array(integer), (1, 2**63)),
        (array(nullable(integer)), (None, 1.0)),
        (array(boolean), (True, 1)),
        (array(literal("a", "b")), ("a", "c")),
        (array(literal("a", "b")), ("a", ["b"])),
        (array(literal("a", "b")), ("a", None)),
        (array(literal("a", "b")), (Word("a"),)),
        (array(nullable(boolean)), (None, "true")),
        (array(string.map(of_words, to_words)), (("a", "b"), (1,))),
        (array(string.map(of_words, WRONG)), (("a",),)),
        (array(Free.codec), (Free(names=wrong(("a", 1)), flags={}, rest={"d": 1}),)),
        (array(Free.codec), (Free(names=(), flags=wrong({"c": 0}), rest={"d": 1}),)),
        (dict_of(number), {"a": inf, "b": -inf}),
        (dict_of(number), {"a": True}),
    ],
    ids=repr,
)
def test_keys_and_doubles_that_are_wrong_are_refused(codec: Codec[Any], value: object) -> None:
    assert isinstance(written(codec, value), Failure)


@pytest.mark.parametrize(
    ("codec", "value"),
    [
        (array(Free.codec), (Free(names=(Word("a"),), flags={}, rest={"d": 1}),)),
        (array(Free.codec), (Free(names=(), flags={Word("a"): True}, rest={"d": 1}),)),
        (array(string), (Word("a"),)),
        (dict_of(string), {Word("a"): Word("b")}),
    ],
    ids=repr,
)
def test_texts_of_a_class_below_str_are_written_alike(codec: Codec[Any], value: object) -> None:
    assert isinstance(written(codec, value), Success)


class Place(Record):
    x: int = field("x", integer)
    label: str | None = field("label", string, default=None, xml=attribute)


class Pin(Record):
    name: str = field("name", string)
    place: Place = inline(Place.codec.refine(lambda place: place.x > 0, "expected a place to the right"))


def test_members_of_inlined_records_are_written_with_the_others() -> None:
    pins = array(Pin.codec)
    labelled = Pin(name="b", place=Place(x=2, label="c"))
    assert is_written_quickly(pins, (Pin(name="a", place=Place(x=1)), labelled))
    wrong = written(pins, (Pin(name="a", place=Place(x=-1)),))
    assert str(wrong.failure()) == "$[0]: expected a place to the right"
    write = compiled_xml(Pin.codec.node, plain)
    assert write is not None
    assert write(labelled) == (' label="c"', "<name>b</name><x>2</x>")


@dataclass
class Held:
    """A class of the user's with no member but an inlined one, whose name is that of its attribute."""

    place: Place


def test_an_inlined_member_of_a_class_of_ones_own_has_no_name() -> None:
    codec = record(Held, place=inline(Place.codec))
    assert written(codec, Held(Place(x=1, label="a"))) == Success(b'{"x":1,"label":"a"}')


def test_a_tag_that_an_inlined_record_has_as_well_is_left_to_the_plain_writer() -> None:
    either = tagged_union("x", case("pin", Pin) | otherwise(json_value))
    written(either, Pin(name="a", place=Place(x=1)))


class Twig(Record):
    """A record below itself, all of whose members are always written."""

    size: int = field("size", integer, default=0)
    below: tuple[Twig, ...] = field("below", array(lazy(lambda: Twig.codec)), default=())


class Bud(Record):
    """One that holds what is not written as it is, between two that would be."""

    twig: Twig = field("twig", Twig.codec)
    below: tuple[Blossom, ...] = field("below", array(lazy(lambda: Blossom.codec)))


class Blossom(Record):
    at: datetime | None = field("at", nullable(aws.timestamp), default=None)
    bud: Bud | None = field("bud", lazy(lambda: Bud.codec), default=None)


ITS_CODEC: dict[type, Codec[Any]] = {Twig: Twig.codec, Bud: Bud.codec, Blossom: Blossom.codec}


@pytest.mark.parametrize(
    "value",
    [
        Twig(size=1, below=(Twig(), Twig(size=2, below=(Twig(),)))),
        Bud(twig=Twig(), below=(Blossom(), Blossom(bud=Bud(twig=Twig(size=1), below=())))),
        Bud(twig=Twig(), below=(Blossom(at=datetime(2024, 1, 1, tzinfo=UTC)),)),
        Blossom(bud=Bud(twig=Twig(), below=(Blossom(at=datetime(2024, 1, 1, 2, tzinfo=UTC)),))),
    ],
    ids=shown,
)
def test_records_below_themselves_are_written_as_they_are_or_made_anew(value: Any) -> None:
    assert is_written_quickly(ITS_CODEC[type(value)], value)


@pytest.mark.parametrize(
    "value",
    [
        Twig(below=(Twig(), Twig(size=2, below=(Twig(size=2**63),)))),
        Twig(below=(Twig(), Twig(below=wrong((Blossom(),))))),
        Bud(twig=Twig(), below=(Blossom(), Blossom(bud=Bud(twig=wrong(Blossom()), below=())))),
    ],
    ids=shown,
)
def test_records_below_themselves_are_looked_at_to_the_last(value: Any) -> None:
    assert isinstance(written(ITS_CODEC[type(value)], value), Failure)


@pytest.mark.parametrize(("codec", "same"), [(Twig.codec, True), (Bud.codec, False)], ids=repr)
def test_only_what_is_not_written_as_it_is_is_made_anew(codec: Codec[Any], *, same: bool) -> None:
    emitter = Emitter(STRUCTS, altered=frozenset())
    emitter.root(codec.node)
    assert same is not bool(emitter.found)
    again = Emitter(STRUCTS, altered=frozenset(emitter.found))
    assert again.root(codec.node).same is same
