"""Inheritance along one line, diamonds among it, and what is no line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    WrongKind,
    array,
    aws,
    by_kind,
    camel_case,
    case,
    dict_of,
    field,
    integer,
    json_value,
    nullable,
    one_of,
    others,
    plain_only,
    record,
    string,
    tagged_union,
)
from ecr_decode.combinator.record import record_node
from tests.problems import problems, reason


class A(Record):
    x: int = field("x", integer)


class Marked(A):
    """Adds no member."""


class Strict(A, forbid_unknown=True, style=aws.xml):
    """Adds no member either, but says something."""


class Sized(A):
    size: int = field("size", integer)


class Renamed(A):
    x: int = field("X", integer, default=5)
    rest: dict[str, int] = others(integer, default_factory=dict)


class Diamond(Marked, Sized):
    pass


class Overridden(Marked, Renamed):
    """`x` is that of `Renamed`, which Python finds before that of `A`."""


class Told(Marked, Strict, Sized):
    pass


class Mixin:
    def double(self: Any) -> int:
        found: int = 2 * self.x
        return found


class Mixed(Mixin, Diamond):
    colour: str = field("colour", string, default="red")


def test_a_diamond_keeps_every_member() -> None:
    diamond = Diamond(x=1, size=2)
    raw = b'{"x":1,"size":2}'
    assert repr(Diamond.codec) == "Diamond {x: integer, size: integer}"
    assert diamond.encode_json() == Success(raw)
    assert Diamond.decode_json(raw) == Success(diamond)
    assert Diamond.decode_xml("<D><x>1</x><size>2</size></D>") == Success(diamond)
    with plain_only():
        assert Diamond.decode_json(raw) == Success(diamond)
        assert diamond.encode_json() == Success(raw)


def test_a_member_is_that_of_the_base_which_python_finds_first() -> None:
    make: Any = Overridden
    assert make().x == 5
    raw = b'{"X":1,"x":2}'
    assert Overridden.decode_json(raw) == Success(Overridden(x=1, rest={"x": 2}))
    assert Overridden(x=1, rest={"x": 2}).encode_json() == Success(raw)
    assert Overridden.decode_json(b"{}") == Success(Overridden(x=5, rest={}))


def test_what_any_base_says_of_its_class_is_inherited() -> None:
    node = record_node(Told)
    assert (node.forbid_unknown, node.style, node.null_as_absent) == (True, aws.xml, False)
    assert Told.decode_json(b'{"x":1,"size":2}') == Success(Told(x=1, size=2))
    assert len(problems(Told.decode_json(b'{"x":1,"size":2,"a":3}'))) == 1


def test_other_classes_may_be_bases_too() -> None:
    mixed = Mixed(x=3, size=1)
    assert mixed.double() == 6
    assert Mixed.decode_json(b'{"x":3,"size":1}') == Success(mixed)


def test_two_bases_that_add_members_are_refused_with_what_to_write() -> None:
    class Active(Record):
        active: int = field("active", integer)

    class Created(Record):
        created: str = field("created", string)

    words = r"Active and Created both have members .* write created: Created = inline\(Created.codec\)"
    with pytest.raises(ValueError, match=words):

        class Both(Active, Created):  # pyright: ignore[reportUnusedClass]
            pass

    with pytest.raises(ValueError, match="Sized and Renamed both have members of their own"):

        class Split(Sized, Renamed):  # pyright: ignore[reportUnusedClass]
            pass


# names and codecs


def test_names_are_made_by_the_function_of_the_class() -> None:
    class Page(Record, rename=camel_case):
        page_size: int = field(integer)
        next_token: str | None = field("next", string, default=None)

    class More(Page):
        page_count: int = field(integer)
        type_: str = field(string)

    class Upper(Page, rename=str.upper):
        page_count: int = field(integer)

    assert [member.wire for member in record_node(More).members] == ["pageSize", "next", "pageCount", "type"]
    assert [member.wire for member in record_node(Upper).members] == ["pageSize", "next", "PAGE_COUNT"]
    assert More.decode_json(b'{"pageSize":1,"pageCount":2,"type":"a"}') == Success(
        More(page_size=1, page_count=2, type_="a")
    )


@dataclass
class Point:
    x_: int
    y_y: int


def test_records_over_callables_use_the_names_of_parameters() -> None:
    point = record(Point, x_=field(integer), y_y=field(integer))
    assert point.encode_json(Point(1, 2)) == Success(b'{"x":1,"y_y":2}')


def fails(_: str) -> str:
    raise LookupError


META: Any = type(Record)


def body(rename: Any = None, /, **members: Any) -> Any:
    made = {"__annotations__": dict.fromkeys(members, "int"), **members}
    return META("Made", (Record,), made, rename=rename)


NOT_NAMED: dict[str, tuple[Any, str]] = {
    "no function": (lambda: body("camelCase"), "class Made: rename=...: expected a function"),
    "a function that raises": (lambda: body(fails, a=field(integer)), "rename= raised LookupError for 'a'"),
    "a function that gives no text": (lambda: body(len, a=field(integer)), "expected a str, got 1"),
    "two names that become one": (
        lambda: body(str.lower, a=field(integer), A=field(integer)),
        "a and A are both the member 'a'",
    ),
    "only a name": (lambda: body(a=field("a")), "write field('a', string)"),  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
    "no name and no codec": (lambda: body(a=field()), "expected a name and a codec, got 0 values"),  # type: ignore[call-overload] # pyright: ignore[reportCallIssue]
    "a name that is no text": (lambda: body(a=field(1, integer)), "expected a str, got 1"),  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
}


@pytest.mark.parametrize("name", NOT_NAMED)
def test_fields_without_a_good_name_are_refused(name: str) -> None:
    make, words = NOT_NAMED[name]
    with pytest.raises(ValueError, match=r"^(class Made|Made|field)") as caught:
        make()
    assert words in str(caught.value)


HIDING: Any = field("string", string)
USES: dict[str, Any] = {
    "as a codec": lambda: field("x", HIDING),
    "without a name": lambda: field(HIDING),
    "in an array": lambda: array(HIDING),
    "by a method": lambda: field("x", HIDING.constrain(min_length=1)),
    "in a union": lambda: nullable(HIDING),
    "as a case": lambda: case("x", HIDING),
}


@pytest.mark.parametrize("name", USES)
def test_a_member_that_hides_a_codec_is_refused_where_the_codec_is_meant(name: str) -> None:
    with pytest.raises(ValueError, match=r"the member 'string'.*write string_: ... = field"):
        USES[name]()


def test_members_and_codecs_may_share_a_name_otherwise() -> None:
    class Fine(Record):
        string: str = field("string", string)

    assert Fine.decode_json(b'{"string":"a"}') == Success(Fine(string="a"))


# values of subclasses


class Base(Record):
    name: str = field("name", string)


class Sub(Base):
    extra: int = field("extra", integer)


class Empty(Base):
    """Adds nothing, but is not what is read again."""


class Other(Record):
    n: int = field("n", integer)


@dataclass
class Whole:
    size: int


@dataclass
class Part(Whole):
    weight: int = 0


class Pair(NamedTuple):
    left: int


class Named(Pair):
    """Equal to the tuple that is read again."""


SUB: Any = Sub(name="n", extra=1)
OF_BASE: dict[str, tuple[Codec[Any], Any, tuple[str | int, ...]]] = {
    "record": (Base.codec, SUB, ()),
    "array": (array(Base.codec), (SUB,), (0,)),
    "dict": (dict_of(Base.codec), {"a": SUB}, ("a",)),
    "nullable": (nullable(Base.codec), SUB, ()),
    "tagged union": (tagged_union("t", case("base", Base) | case("other", Other)), SUB, ()),
    "union by kind": (by_kind(case("base", Base) | case("text", string)), SUB, ()),
    "union by trial": (one_of(case("base", Base) | case("other", Other)), SUB, ()),
}
VERBS = ("encode_json", "to_json", "encode_xml", "to_xml", "encode_query", "to_query", "to_value", "check")


@pytest.mark.parametrize("name", OF_BASE)
@pytest.mark.parametrize("verb", VERBS)
def test_a_value_of_a_subclass_is_not_written_as_its_base(name: str, verb: str) -> None:
    codec, value, path = OF_BASE[name]
    expected = [(path, WrongKind("Base", "its subclass Sub"))]
    for _ in range(3):  # compiled from the second use on
        assert problems(getattr(codec, verb)(value)) == expected
    with plain_only():
        assert problems(getattr(codec, verb)(value)) == expected


def test_its_own_case_or_codec_writes_it() -> None:
    both = tagged_union("t", case("base", Base) | case("sub", Sub))
    assert both.to_json(SUB) == Success({"t": "sub", "name": "n", "extra": 1})
    assert SUB.to_json() == Success({"name": "n", "extra": 1})
    assert Base.codec.map(lambda base: base, lambda sub: Base(name=sub.name)).to_json(SUB) == Success(
        {"name": "n"}
    )


def test_a_subclass_without_members_of_its_own_is_another_class_too() -> None:
    assert reason(Base.codec.to_json(Empty(name="a"))) == WrongKind("Base", "its subclass Empty")


def test_subclasses_of_other_classes_are_not_written_if_reading_makes_the_base() -> None:
    whole: Codec[Any] = record(Whole, size=field("size", integer))
    assert reason(whole.to_json(Part(1, 2))) == WrongKind("Whole", "its subclass Part")
    pair: Codec[Any] = record(Pair, left=field("left", integer))
    assert pair.to_json(Named(1)) == Success({"left": 1})
    assert pair.of_json({"left": 1}) == Success(Named(1))


def test_one_that_is_no_subclass_is_named_as_before() -> None:
    codec: Any = Base.codec
    assert reason(codec.to_json(Other(n=1))) == WrongKind("Base", "a Other")
    assert reason(json_value.to_json(SUB)) == WrongKind("a JSON value", "a Sub")
