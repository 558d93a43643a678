"""Records: declared as classes, described over callables; what is refused, inherited, copied and checked."""

from __future__ import annotations

import gc
import pickle
import threading
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass
from dataclasses import field as dataclass_field
from functools import partial
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

import attrs
import msgspec
import orjson
import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    JsonValue,
    Missing,
    Raised,
    Record,
    Unknown,
    WrongKind,
    array,
    attribute,
    decode_into,
    dict_of,
    element,
    field,
    integer,
    json_value,
    nullable,
    others,
    record,
    replace,
    string,
    text,
)
from tests.problems import problems, reason
from tests.registry import Layer

T = TypeVar("T")


class Sealed(Record, forbid_unknown=True):
    limit: ClassVar[int] = 3
    name: str = field("name", string)

    def shout(self) -> str:
        return self.name.upper()


class Keeper(Record):
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value)


class Counter(Record):
    name: str = field("name", string, default="")
    counts: dict[str, int] = others(integer)


# what a class body may not say

DIGEST: Any = field("digest", string)


def body(annotations: dict[str, Any], base: type[Any] = Record, /, **members: Any) -> Callable[[], Any]:
    meta: Any = type(base)
    return lambda: meta("Made", (base,), {"__annotations__": annotations, **members})


def with_read_only() -> Any:
    return body({"a": "int"}, a=field("a", integer.map(str)))()


CLASSES: dict[str, tuple[Callable[[], Any], str]] = {
    "a bare annotation": (body({"a": "int"}), "a has no field; write a: ... = field('a', ...)"),
    "a plain default": (body({"a": "int"}, a=3), "a has no field; write a: ... = field('a', ...)"),
    "a field without annotation": (body({}, a=DIGEST), "a has no annotation; write a: ... = field(...)"),
    "one name twice": (
        body({"a": "str", "b": "str"}, a=DIGEST, b=DIGEST),
        "a and b are both the member 'digest'",
    ),
    "one place twice": (
        body({"a": "str", "b": "str"}, a=DIGEST, b=field("b", string, xml=element("digest"))),
        "a and b have the same place in XML",
    ),
    "one attribute twice": (
        body(
            {"a": "str", "b": "str"},
            a=field("a", string, xml=attribute),
            b=field("@a", string),
        ),
        "a and b have the same place in XML",
    ),
    "two texts": (
        body({"a": "str", "b": "str"}, a=field("a", string, xml=text), b=field("b", string, xml=text)),
        "a and b have the same place in XML",
    ),
    "two that keep the rest": (
        body({"a": "dict", "b": "dict"}, a=others(json_value), b=others(json_value)),
        "b is a second others(...); keep one",
    ),
    "a verb": (body({"to_json": "str"}, to_json=DIGEST), "call the member to_json_"),
    "a member that only reads": (with_read_only, "a only reads; give it a codec, or use decode_into"),
    "others that only read": (
        body({"a": "dict"}, a=others(integer.map(str))),
        "a only reads; give it a codec, or use decode_into",
    ),
}


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_that_cannot_be_is_refused_with_what_to_write(name: str) -> None:
    make, words = CLASSES[name]
    with pytest.raises(ValueError, match="Made: ") as caught:
        make()
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "verb", ["encode_json", "encode_query", "encode_xml", "to_json", "to_query", "to_value", "to_xml"]
)
def test_no_member_is_named_as_a_verb(verb: str) -> None:
    with pytest.raises(ValueError, match=f"call the member {verb}_"):
        body({verb: "str"}, **{verb: DIGEST})()


def test_members_may_be_named_as_verbs_of_the_class() -> None:
    class Odd(Record):
        codec: str = field("codec", string)
        make: int = field("make", integer, default=1)
        decode_json: str = field("decode", string, default="")

    odd = Odd.decode_json(b'{"codec": "a"}').unwrap()
    assert (odd.codec, odd.make, odd.decode_json) == ("a", 1, "")
    assert odd.encode_json() == Success(b'{"codec":"a","make":1,"decode":""}')


def test_class_variables_and_methods_are_no_members() -> None:
    assert Sealed.limit == 3
    assert Sealed(name="a").shout() == "A"
    assert Sealed.codec.decode_json(b'{"name": "a"}') == Success(Sealed(name="a"))


# what a record is


def test_a_record_is_keyword_only_frozen_and_unchecked() -> None:
    make: Any = Layer
    layer = make(digest=1, size="2")
    assert (layer.digest, layer.size, layer.media) == (1, "2", None)
    with pytest.raises(TypeError):
        make("a", 1)
    with pytest.raises(TypeError):
        make(digest="a")
    with pytest.raises(TypeError):
        make(digest="a", size=1, other=2)
    with pytest.raises(AttributeError):
        layer.size = 3


def test_records_are_equal_by_class_and_members() -> None:
    class Other(Record):
        digest: str = field("digest", string)
        size: int = field("size", integer)
        media: str | None = field("mediaType", string, default=None)

    layer = Layer(digest="a", size=1)
    assert layer == Layer(digest="a", size=1, media=None)
    assert hash(layer) == hash(Layer(digest="a", size=1))
    assert layer != Layer(digest="a", size=2)
    other: object = Other(digest="a", size=1)
    assert layer != other


def test_records_pickle() -> None:
    layer = Layer(digest="a", size=1)
    assert pickle.loads(pickle.dumps(layer)) == layer
    assert pickle.loads(pickle.dumps(Layer.codec)) == Layer.codec
    assert pickle.loads(pickle.dumps(Layer)) is Layer
    kept = Keeper(name="a", rest={"b": [1]})
    assert pickle.loads(pickle.dumps(kept)) == kept


def test_the_description_of_a_class_pickles_as_the_class() -> None:
    node: Any = Layer.codec.node
    assert pickle.loads(pickle.dumps(node)) is node


def test_replace_changes_some_members() -> None:
    layer = Layer(digest="a", size=1)
    assert replace(layer, size=3, media="m") == Layer(digest="a", size=3, media="m")
    assert layer.size == 1
    with pytest.raises(TypeError):
        replace(layer, wide=3)


def test_the_codec_is_shown_as_a_type() -> None:
    assert repr(Layer.codec) == "Layer {digest: string, size: integer, mediaType?: string}"
    assert repr(array(Layer.codec)) == "[Layer {digest: string, size: integer, mediaType?: string}]"
    assert repr(Keeper.codec) == "Keeper {name: string, ...: json}"
    assert repr(record(Pair, left=field("l", Layer.codec), right=field("r", integer))) == (
        "Pair {l: Layer, r: integer}"
    )


# inheritance


class Base(Record, forbid_unknown=True):
    name: str = field("name", string)
    note: str | None = field("note", string, default=None)


class Derived(Base):
    size: int = field("size", integer)


class Open(Base, forbid_unknown=False):
    note: int = field("note", integer, default=1)  # type: ignore[assignment] # pyright: ignore[reportIncompatibleVariableOverride]


class Keeping(Keeper):
    size: int = field("size", integer, default=0)


class Absent(Record, null_as_absent=True):
    a: int = field("a", integer, default=1)


class AlsoAbsent(Absent):
    b: int = field("b", integer, default=2)


class Present(Absent, null_as_absent=False):
    pass


def test_members_and_class_keywords_are_inherited() -> None:
    derived = Derived.decode_json(b'{"name": "a", "size": 1}').unwrap()
    assert derived == Derived(name="a", size=1)
    assert isinstance(derived, Base)
    assert repr(derived) == "Derived(name='a', note=None, size=1)"
    assert problems(Derived.of_json({"name": "a", "size": 1, "siz": 2})) == [(("siz",), Unknown("size"))]
    assert AlsoAbsent.of_json({"a": None, "b": None}) == Success(AlsoAbsent(a=1, b=2))


def test_class_keywords_and_members_may_be_said_anew() -> None:
    assert Open.of_json({"name": "a", "other": 1}) == Success(Open(name="a"))
    assert Open.of_json({"name": "a", "note": 2}) == Success(Open(name="a", note=2))
    assert isinstance(Present.of_json({"a": None}), Failure)


def test_what_keeps_the_rest_is_inherited() -> None:
    assert Keeping.of_json({"name": "a", "b": 1}) == Success(Keeping(name="a", rest={"b": 1}))
    assert Keeping.decode_json(b'{"name": "a", "b": 1}') == Success(Keeping(name="a", rest={"b": 1}))


def test_a_derived_member_may_not_share_a_name_with_an_inherited_one() -> None:
    with pytest.raises(ValueError, match="name and title are both the member 'name'"):

        class Twice(Base):  # pyright: ignore[reportUnusedClass]
            title: str = field("name", string)


def test_a_derived_record_is_not_written_as_its_base() -> None:
    assert reason(Base.codec.to_json(Derived(name="a", size=1))) == WrongKind("Base", "its subclass Derived")
    assert reason(Derived.codec.to_json(Base(name="a"))) == WrongKind("Derived", "a Base")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


# members that no field names


def test_unknown_members_are_ignored_forbidden_or_kept() -> None:
    assert Layer.of_json({"digest": "a", "size": 1, "other": 2}) == Success(Layer(digest="a", size=1))
    assert problems(Sealed.of_json({"name": "a", "names": 2, "Name": 3, "other": 4})) == [
        (("names",), Unknown("name")),
        (("Name",), Unknown("name")),
        (("other",), Unknown()),
    ]
    kept = Keeper(name="a", rest={"b": 1, "c": [None]})
    assert Keeper.of_json({"name": "a", "b": 1, "c": [None]}) == Success(kept)
    assert kept.to_json() == Success({"name": "a", "b": 1, "c": [None]})
    assert Keeper.of_json({"name": "a"}) == Success(Keeper(name="a", rest={}))


def test_kept_members_have_a_codec_and_their_own_places() -> None:
    assert problems(Counter.of_json({"a": 1, "b": "2", "c": None})) == [
        (("b",), WrongKind("an integer", "a string")),
        (("c",), reason(integer.of_json(None))),
    ]
    assert problems(Counter(counts={"a": "1"}).to_json()) == [  # type: ignore[dict-item] # pyright: ignore[reportArgumentType]
        (("a",), WrongKind("an integer", "a string"))
    ]
    assert problems(Counter(counts=[1]).to_json()) == [((), WrongKind("a dict", "an array"))]  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert problems(Counter(counts={"name": 1}).to_json()) == [
        (("name",), BadValue("another member has this name"))
    ]


def test_missing_unknown_and_wrong_are_reported_together() -> None:
    class Three(Record, forbid_unknown=True):
        one: int = field("one", integer)
        two: int = field("two", integer)

    assert problems(Three.of_json({"one": "1", "twoo": 2, "others": 3})) == [
        (("twoo",), Unknown("two")),
        (("others",), Unknown()),
        (("one",), WrongKind("an integer", "a string")),
        (("two",), Missing("twoo")),
    ]


def test_a_record_is_read_of_an_object_only() -> None:
    trees: list[tuple[Any, str]] = [([], "an array"), ("a", "a string"), (1, "an integer")]
    for tree, got in trees:
        assert reason(Layer.of_json(tree)) == WrongKind("an object", got)


# make


class Account(Record):
    id: str = field("id", string.constrain(pattern="[0-9]{12}"))
    layers: tuple[Layer, ...] = field("accountLayers", array(Layer.codec).constrain(max_items=1), default=())
    tags: dict[str, str] = field("tags", dict_of(string.constrain(max_length=3)), default=dict[str, str]())


class Parent(Record):
    account: Account | None = field("account", nullable(Account.codec))


def test_make_gives_the_record_or_every_constraint_it_breaks() -> None:
    layer = Layer(digest="a", size=1)
    assert Account.make(id="012345678910", layers=(layer,)) == Success(
        Account(id="012345678910", layers=(layer,))
    )
    assert problems(Account.make(id="1", layers=(layer, layer), tags={"a": "long"})) == [
        (("id",), BadValue("expected a text that matches [0-9]{12}")),
        (("accountLayers",), BadValue("expected at most 1 item")),
        (("tags", "a"), BadValue("expected a length of at most 3 characters")),
    ]


def test_make_names_what_is_missing_and_what_it_does_not_know() -> None:
    make: Any = Account.make
    assert problems(make(ids="1", layer=())) == [
        (("ids",), Unknown("id")),
        (("layer",), Unknown("layers")),
        (("id",), Missing()),
    ]
    assert problems(make()) == [(("id",), Missing())]
    assert Keeper.make(name="a") == Success(Keeper(name="a", rest={}))  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    assert Keeper.make(name="a", rest={"b": 1}) == Success(Keeper(name="a", rest={"b": 1}))


def test_make_checks_what_is_nested_and_the_kinds_of_all() -> None:
    assert problems(Parent.make(account=Account(id="1"))) == [
        (("account", "id"), BadValue("expected a text that matches [0-9]{12}"))
    ]
    assert Parent.make(account=None) == Success(Parent(account=None))
    wrong: Any = Parent.make
    assert [path for path, _ in problems(wrong(account=1))] == [("account",)]
    with pytest.raises(TypeError, match="keyword arguments"):
        wrong(None)


# records over other callables


@dataclass(frozen=True)
class Point:
    x: int
    y: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Slotted:
    x: int
    y: int = 3


@dataclass
class Positive:
    x: int
    twice: int = dataclass_field(init=False)

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError(self.x)
        self.twice = 2 * self.x


class Pair(NamedTuple):
    left: Any
    right: int


@attrs.frozen
class Address:
    street: str
    number: int = attrs.field(validator=attrs.validators.ge(0))


@dataclass(frozen=True)
class Box(Generic[T]):
    content: T


def swapped(*, right: int, left: str) -> Pair:
    return Pair(left, right)


point = record(Point, x=field("X", integer), y=field("y", integer), label=field("l", string, default=""))
MADE: dict[str, tuple[Codec[Any], dict[str, Any], Any]] = {
    "dataclass": (point, {"X": 1, "y": 2, "l": "a"}, Point(1, 2, "a")),
    "slots": (record(Slotted, x=field("x", integer), y=field("y", integer)), {"x": 1, "y": 2}, Slotted(1, 2)),
    "post init": (record(Positive, x=field("x", integer)), {"x": 1}, Positive(1)),
    "NamedTuple": (
        record(Pair, left=field("l", string), right=field("r", integer)),
        {"l": "a", "r": 1},
        Pair("a", 1),
    ),
    "attrs": (
        record(Address, street=field("s", string), number=field("n", integer)),
        {"s": "a", "n": 1},
        Address("a", 1),
    ),
    "generic": (record(Box[int], content=field("c", integer)), {"c": 1}, Box(1)),
    "function": (
        record(swapped, right=field("r", integer), left=field("l", string)),
        {"r": 1, "l": "a"},
        Pair("a", 1),
    ),
    "Record": (
        record(Layer, digest=field("d", string), size=field("s", integer)),
        {"d": "a", "s": 1},
        Layer(digest="a", size=1),
    ),
}


@pytest.mark.parametrize("name", MADE)
def test_a_record_over_a_callable_reads_and_writes(name: str) -> None:
    codec, tree, value = MADE[name]
    assert codec.of_json(tree) == Success(value)
    assert codec.decode_json(codec.encode_json(value).unwrap()) == Success(value)
    assert codec.to_json(value) == Success(tree)


def test_a_constructor_that_raises_is_a_problem_of_its_record() -> None:
    for name in ("post init", "attrs"):
        codec, tree, _ = MADE[name]
        wrong = {key: -1 if type(item) is int else item for key, item in tree.items()}
        found = problems(array(codec).of_json([tree, wrong]))
        assert found == [((1,), Raised("ValueError"))]
        assert array(codec).decode_json(orjson.dumps([tree, wrong])) == array(codec).of_json([tree, wrong])


def test_a_value_of_another_class_is_not_written() -> None:
    for name in ("dataclass", "slots", "NamedTuple", "attrs", "generic"):
        codec, _, _ = MADE[name]
        found = reason(codec.to_json(Layer(digest="a", size=1)))
        assert isinstance(found, WrongKind)
        assert found.got == "a Layer"
    assert [why for _, why in problems(MADE["function"][0].to_json(Layer(digest="a", size=1)))] == [
        Raised("AttributeError"),
        Raised("AttributeError"),
    ]


def make(construct: Any, *args: Any, **members: Any) -> Callable[[], object]:
    return lambda: record(construct, *args, **members)


X: Any = field("x", integer)
CALLS: dict[str, tuple[Callable[[], object], str]] = {
    "a positional member": (make(Point, X), "record(Point, ...): members are keyword arguments"),
    "a codec for a field": (
        make(Box, content=integer),
        "content is no field; write content=field('content', ...)",
    ),
    "a member that only reads": (
        make(Box, content=field("c", integer.map(str))),
        "content only reads; give it a codec, or use decode_into",
    ),
    "a missing parameter": (make(Point, x=X), "record(Point, ...): missing a required argument: 'y'"),
    "an unknown parameter": (
        make(Box, content=X, other=field("o", integer)),
        "got an unexpected keyword argument 'other'",
    ),
    "one name twice": (make(Point, x=X, y=X), "Point: x and y are both the member 'x'"),
    "two that keep the rest": (
        make(Point, x=others(integer), y=others(integer)),
        "y is a second others(...); keep one",
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_record_that_cannot_be_is_refused_with_what_to_write(name: str) -> None:
    call, words = CALLS[name]
    with pytest.raises(ValueError, match=r"^(record\()?(Point|Box)") as caught:
        call()
    assert words in str(caught.value)


def test_a_callable_that_does_not_say_its_parameters_is_trusted() -> None:
    codec: Codec[Any] = record(dict, a=field("a", integer))
    assert codec.of_json({"a": 1}) == Success({"a": 1})


def test_a_callable_without_a_name_is_a_record() -> None:
    def named(*, a: int) -> Box[int]:
        return Box(a)

    anonymous: Any = partial(named)
    codec: Codec[Any] = record(anonymous, a=field("content", integer))
    assert repr(codec) == "record {content: integer}"


def test_others_over_a_callable_keep_the_rest() -> None:
    codec = record(Pair, left=others(json_value), right=field("r", integer))
    assert codec.of_json({"r": 1, "a": 2}) == Success(Pair({"a": 2}, 1))
    assert codec.to_json(Pair({"a": 2}, 1)) == Success({"r": 1, "a": 2})


# decode_into


def total(*, sizes: tuple[int, ...], rest: dict[str, int]) -> int:
    return sum(sizes) + sum(rest.values())


def test_decode_into_calls_anything_with_what_was_read() -> None:
    decoder = decode_into(
        total, sizes=field("s", array(integer.map(abs)), default=(1, 1)), rest=others(integer.map(abs))
    )
    assert decoder.decode_json(b'{"s": [-1, 2], "a": -3}') == Success(6)
    assert decoder.decode_xml(b"<r><a>-3</a></r>") == Success(5)
    assert [path for path, _ in problems(decoder.of_json({"s": ["1"], "a": "b"}))] == [("a",), ("s", 0)]
    assert not hasattr(decoder, "encode_json")
    with pytest.raises(ValueError, match=r"^decode_into\(total, \.\.\.\): missing a required argument"):
        decode_into(total, sizes=field("s", array(integer)))  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]


# threads


def test_a_class_is_first_used_by_many_threads_at_once() -> None:
    for _ in range(5):

        class Fresh(Record):
            name: str = field("name", string)
            size: int = field("size", integer, default=3)

        start, results = threading.Barrier(8), list[Any]()

        def run(start: threading.Barrier = start, results: list[Any] = results, cls: Any = Fresh) -> None:
            start.wait()
            results.append(cls.decode_json(b'{"name": "a"}'))

        threads = [threading.Thread(target=run) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert results == [Success(Fresh(name="a"))] * 8


def test_a_frozen_dataclass_stays_frozen() -> None:
    read: Any = point.decode_json(b'{"X": 1, "y": 2}').unwrap()
    with pytest.raises(FrozenInstanceError):
        read.x = 3


def test_an_inherited_member_that_keeps_the_rest_may_not_become_a_field() -> None:
    with pytest.raises(ValueError, match=r"rest is a field and others\(\.\.\.\)"):
        body({"rest": "str"}, Keeper, rest=field("r", string))()


def test_memory_that_runs_out_in_a_constructor_passes() -> None:
    class Greedy(Record):
        a: int = field("a", integer)

        def __post_init__(self) -> None:
            raise MemoryError

    for run in (
        lambda: Greedy.make(a=1),
        lambda: Greedy.of_json({"a": 1}),
        lambda: Greedy.decode_json(b'{"a": 1}'),
    ):
        with pytest.raises(MemoryError):
            run()


def test_hints_end_where_an_error_is_full() -> None:
    class Few(Record, forbid_unknown=True):
        name: str = field("name", string)

    error = array(Few.codec).of_json([{"nam": 1}] * 80).failure()
    assert (len(error.problems), error.more) == (100, 60)
    assert {problem.why for problem in error.problems} == {Missing("nam"), Unknown("name")}


def test_a_function_whose_value_lacks_what_keeps_the_rest() -> None:
    def made(*, a: int, rest: dict[str, int]) -> tuple[int, int]:
        return a, len(rest)

    codec = record(made, a=field("a", integer), rest=others(integer))
    assert codec.of_json({"a": 1, "b": 2}) == Success((1, 1))
    assert [why for _, why in problems(codec.to_json((1, 1)))] == [Raised("AttributeError")]
    any_record: Any = record
    kept = any_record(made, a=others(integer), rest=field("a", dict_of(integer)))
    assert [path for path, _ in problems(kept.to_json((1, 1)))] == [("a",)]


class Listing(Record):
    """A record that could be in a cycle."""

    names: tuple[tuple[str, ...], ...] = field("names", array(array(string)))


class Unseen(Listing, gc=False):
    """One that is said not to be."""


class Inherits(Unseen):
    """One that inherits that."""


@pytest.mark.parametrize(("cls", "seen"), [(Listing, True), (Unseen, False), (Inherits, False)])
def test_the_collector_sees_a_record_unless_it_is_told_not_to(cls: type[Listing], seen: bool) -> None:
    assert gc.is_tracked(cls.decode_json(b'{"names":[["a"]]}').unwrap()) is seen


json_table: Codec[dict[str, Any]] = dict_of(json_value)


class Nested(Record):
    table: dict[str, Any] = field("table", json_table, default={"a": [1, {"b": [2]}]})


@dataclass
class Held:
    table: dict[str, Any]


held = record(Held, table=field("table", json_table, default={"a": [1, {"b": [2]}]}))


@pytest.mark.parametrize(
    "make",
    [
        Nested,
        lambda: Nested.decode_json(b"{}").unwrap(),
        lambda: Nested.of_json({}).unwrap(),
        lambda: Nested.decode_xml(b"<a/>").unwrap(),
        lambda: held.decode_json(b"{}").unwrap(),
        lambda: held.decode_xml(b"<a/>").unwrap(),
    ],
)
def test_a_default_shares_nothing_with_the_next(make: Any) -> None:
    first, second = make(), make()
    assert first.table == {"a": [1, {"b": [2]}]}
    first.table["a"][1]["b"].append(3)
    assert second.table == make().table == {"a": [1, {"b": [2]}]}


def test_a_class_that_msgspec_has_read_by_itself_is_read_by_its_codecs() -> None:
    class Size(Record):
        width: Any = field("width", integer)

    assert msgspec.json.decode(b'{"width":"a"}', type=Size).width == "a"
    for _ in range(3):  # compiled by then
        wrong = Size.decode_json(b'{"width":"a"}')
        assert problems(wrong) == [(("width",), WrongKind("an integer", "a string"))]
        assert Size.decode_json(b'{"width":1}') == Success(Size(width=1))
