"""Corners in which lowering once could differ from the plain interpreter: each result is the plain one's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import InitVar, dataclass
from dataclasses import field as dataclass_field
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Decoder,
    Record,
    array,
    at,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    decode_into,
    field,
    integer,
    json_value,
    lazy,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    otherwise,
    plain_only,
    record,
    string,
    tagged_union,
)
from ecr_decode.fast.construct import is_plain_dataclass, is_plain_named_tuple
from ecr_decode.fast.read_json.run import compiled
from ecr_decode.fast.success import success
from ecr_decode.guard import is_tuple
from tests.registry import Circle, Tree


class Escaped(Record):
    a: int = field('q"', integer)
    b: int = field("a", integer)
    c: int = field("back\\slash", integer, default=0)


class NullIsAbsent(Record, null_as_absent=True):
    a: int | None = field("a", nullable(integer), default=7)
    b: object = field("b", json_value, default=7)
    c: int | None = field("c", nullable(aws.integer), default=None)


class Square(Record, forbid_unknown=True):
    side: float = field("side", number)


class Closed(Record, forbid_unknown=True):
    kind: str = field("kind", string)
    height: float = field("height", number)


class Doubling(Record):
    value: int = field("value", integer)
    twice: tuple[int, ...] = field("children", array(lazy(lambda: Doubling.codec.map(value_of))), default=())


def value_of(record: Doubling) -> int:
    return 2 * record.value


def raises() -> Codec[int]:
    raise LookupError


def in_order(**members: object) -> tuple[str, ...]:
    return tuple(members)


any_dict: Callable[..., Any] = in_order

integer_or_boolean: Any = by_kind(case("i", integer) | case("b", boolean))

CODECS: dict[str, Decoder[Any]] = {
    "escaped": Escaped.codec,
    "null is absent": NullIsAbsent.codec,
    "open tag": tagged_union("kind", case("circle", Circle) | otherwise(json_value)),
    "closed record": tagged_union("kind", case("circle", Circle) | case("square", Square)),
    "tag is a member": tagged_union("kind", case("circle", Circle) | case("closed", Closed)),
    "escaped tag": tagged_union('ki"nd', case("circle", Circle)),
    "kinds": by_kind(case("n", integer) | case("s", string) | case("a", array(integer))),
    "kinds in kinds": nullable(by_kind(case("a", base64_bytes) | case("n", null) | otherwise(string))),
    "kinds of kinds": by_kind(case("a", integer_or_boolean, when=object)),
    "kinds and rest": by_kind(case("n", integer) | otherwise(json_value)),
    "alternatives": one_of(case("n", integer) | case("many", array(string)) | case("circle", Circle)),
    "lenient first": one_of(case("n", aws.integer, when=int) | case("s", string)),
    "two records": one_of(case("circle", Circle) | case("closed", Closed) | case("plain", integer)),
    "a record or anything": one_of(case("circle", Circle) | otherwise(json_value)),
    "records or anything": one_of(case("circles", array(Circle.codec)) | otherwise(json_value)),
    "a record or a null": one_of(case("absent", NullIsAbsent) | case("circle", Circle)),
    "times first": one_of(case("when", aws.timestamp, when=datetime) | case("text", string)),
    "one or many": one_or_many(string),
    "many of many": one_or_many(array(integer)),
    "nullable lenient": nullable(aws.integer),
    "nullable twice": nullable(nullable(integer)),
    "at": at("a", "b", integer),
    "at with an index": at("a", 0, integer),
    "at escaped": at('"', integer),
    "order": decode_into(any_dict, a=field("a", integer, default=1), b=field("b", integer)),
    "odd names": decode_into(any_dict, **{"a b": field("a", integer), "class": field("b", integer)}),
    "tree": Tree.codec,
    "lazy that raises": array(lazy(raises)),
    "lazy that maps": Doubling.codec,
}
DOCUMENTS = (
    b"null", b" null", b"1", b" 1 ", b'"1"', b'"x"', b"[]", b"[1]", b'["a"]', b"[[1],[2]]", b"[[1]]",
    b"[null]", b"{}", b"true", b'{"q\\"":1,"a":2}', b'{"q\\"":1,"a":2,"back\\\\slash":3}',
    b'{"q\\"":"1","a":2}', b'{"a, whose name needs escapes":1}', b'{"a":null}',
    b'{"a":null,"b":null,"c":null}', b'{"a":1,"b":[1e400]}', b'{"c":"null"}', b'{"c":"5"}',
    b'{"kind":"circle","radius":1}', b'{"radius":1,"kind":"circle"}', b'{"kind":"square","side":1}',
    b'{"kind":5}', b'{"kind":[1]}', b'{"kind":"closed","height":2}', b'{"kind":"closed","height":2,"x":1}',
    b'{"kind":"circle","kind":"closed","height":2}', b'{"ki\\"nd":"circle","radius":1}', b'{"radius":1}',
    b'"2019-02-11"', b'"Mon, 11 Feb 2019 18:00:00 GMT"', b'{"radius":"1","kind":"a","height":1}',
    b'{"a":{"b":1}}', b'{"a":{"b":"1"}}', b'{"a":[1]}', b'{"\\"":1}', b'{"b":1}', b'{"b":1,"a":2}',
    b'{"value":1,"children":[{"value":2,"children":[{"value":3}]}]}',
    b'{"value":1,"children":[{"value":2,"children":[{}]}]}', b"[", b"", b'{"kind":"circle","radius":1}x',
    b"\xff", b'{"radius":"x","radius":1}', b'{"radius":1,"radius":"x"}',
    b'{"radius":[],"a":{"b":[]},"radius":2}',
    b'{"kind":{},"height":1,"kind":"closed"}', b'[{"radius":null,"radius":1}]', b'[[1],{"a":"b"}]',
)  # fmt: skip


@pytest.mark.parametrize("name", CODECS)
def test_the_plain_interpreter_gives_the_same(name: str) -> None:
    codec = CODECS[name]
    accepted = 0
    for document in DOCUMENTS:
        fast = codec.decode_json(document)
        with plain_only():
            plain = codec.decode_json(document)
        assert repr(fast) == repr(plain), document
        accepted += isinstance(fast, Success)
    assert accepted


LOWERED = (
    "null is absent",
    "open tag",
    "tag is a member",
    "kinds",
    "alternatives",
    "one or many",
    "at",
    "tree",
)


@pytest.mark.parametrize("name", LOWERED)
def test_it_is_lowered(name: str) -> None:
    assert compiled(CODECS[name].node) is not None


def nested(levels: int) -> bytes:
    return b'{"value":1,"children":[' * levels + b'{"value":1}' + b"]}" * levels


@pytest.mark.parametrize(("levels", "is_read"), [(98, True), (99, True), (100, False), (400, False)])
def test_recursion_ends_at_the_limit(levels: int, is_read: bool) -> None:
    assert isinstance(Tree.decode_json(nested(levels)), Success) == is_read


# constructors that are left out


@dataclass(frozen=True)
class Plain:
    a: int
    b: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Slotted:
    a: int
    b: tuple[int, ...] = ()


class Pair(NamedTuple):
    a: int
    b: tuple[int, ...] = ()


@dataclass
class Counted:
    a: int
    b: tuple[int, ...] = ()
    total: int = dataclass_field(init=False, default=0)

    def __post_init__(self) -> None:
        self.total = self.a + sum(self.b)


@dataclass
class OwnConstructor:
    a: int
    b: tuple[int, ...]

    def __init__(self, a: int, b: tuple[int, ...] = ()) -> None:
        self.a, self.b = -a, b


@dataclass
class More:
    a: int
    b: tuple[int, ...] = ()
    c: list[int] = dataclass_field(default_factory=lambda: [1])
    of_all: ClassVar[int] = 3


@dataclass
class Assigning:
    a: int
    b: tuple[int, ...] = ()

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, (value, value))


@dataclass
class Initial:
    a: int
    b: InitVar[tuple[int, ...]] = ()

    def __post_init__(self, b: tuple[int, ...]) -> None:
        self.kept = b


class Child(Plain):
    def __init__(self, a: int, b: tuple[int, ...] = ()) -> None:
        super().__init__(a + 1, b)


class OwnNew(Pair):
    def __new__(cls, a: int, b: tuple[int, ...] = ()) -> OwnNew:
        return super().__new__(cls, a + 1, b)


FILLED = (Plain, Slotted, Pair)
CONSTRUCTED = (Counted, OwnConstructor, More, Assigning, Initial, Child, OwnNew)
MEMBERS = {"a": None, "b": None}


@pytest.mark.parametrize("cls", FILLED)
def test_a_constructor_that_does_nothing_is_left_out(cls: type) -> None:
    assert is_plain_dataclass(cls, MEMBERS) or is_plain_named_tuple(cls, MEMBERS)


@pytest.mark.parametrize("cls", CONSTRUCTED)
def test_a_constructor_that_does_something_is_called(cls: type) -> None:
    assert not is_plain_dataclass(cls, MEMBERS)
    assert not is_plain_named_tuple(cls, MEMBERS)


def test_members_stand_in_the_order_of_the_constructor_whatever_that_of_the_fields() -> None:
    codec = record(Plain, b=field("b", array(integer), default=()), a=field("a", integer))
    for _ in range(3):
        assert list(vars(codec.decode_json(b'{"b":[2],"a":1}').unwrap())) == ["a", "b"]


@pytest.mark.parametrize("cls", [*FILLED, *CONSTRUCTED])
def test_every_class_is_built_as_its_constructor_builds_it(cls: Any) -> None:
    construct: Callable[..., Any] = cls
    codec: Codec[Any] = record(construct, a=field("a", integer), b=field("b", array(integer), default=()))
    many = array(codec)
    assert many.decode_json(b'[{"a":1,"b":[2]},{"a":3}]').map(vars_of_all).unwrap() == vars_of_all(
        (cls(a=1, b=(2,)), cls(a=3))
    )


def vars_of_all(items: tuple[Any, ...]) -> list[object]:
    return [
        (type(item), tuple(item) if is_tuple(item) else [getattr(item, name) for name in slots(item)])
        for item in items
    ]


def slots(item: object) -> list[str]:
    return list(getattr(item, "__dict__", None) or type(item).__dict__["__slots__"])


def test_a_quick_success_is_a_success() -> None:
    quick: Any = success(1)
    assert quick.__class__ is Success
    usual: Any = Success(1)
    assert (quick, repr(quick), hash(quick)) == (usual, repr(usual), hash(usual))
