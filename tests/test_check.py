"""Constraints: what each means for which values, and where `check` looks."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    ConstraintError,
    Raised,
    Record,
    TooDeep,
    WrongKind,
    array,
    at,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    json_text,
    json_value,
    lazy,
    nullable,
    number,
    one_of,
    others,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.error.path import into_text
from tests.problems import problems, reason

short = string.constrain(max_length=2)
TOO_LONG = BadValue("expected a length of at most 2 characters")

RULES: list[tuple[Codec[Any], list[Any], list[Any], str]] = [
    (string.constrain(min_length=2), ["ab", "abc"], ["", "a"], "expected a length of at least 2 characters"),
    (short, ["", "ab", "éé"], ["abc"], "expected a length of at most 2 characters"),
    (
        string.constrain(min_length=1, max_length=2),
        ["a", "ab"],
        ["", "abc"],
        "expected a length of 1 to 2 characters",
    ),
    (string.constrain(min_length=2, max_length=2), ["ab"], ["a", "abc"], "expected a length of 2 characters"),
    (base64_bytes.constrain(max_length=1), [b"", b"a"], [b"ab"], "expected a length of at most 1 bytes"),
    (base64_bytes.constrain(min_length=1), [b"a"], [b""], "expected a length of at least 1 bytes"),
    (integer.constrain(minimum=1), [1, 2], [0, -1], "expected a number of at least 1"),
    (integer.constrain(maximum=1), [1, 0], [2], "expected a number of at most 1"),
    (number.constrain(minimum=0, maximum=0.5), [0.0, 0.5], [0.6, -0.1], "expected a number of 0 to 0.5"),
    (integer.constrain(minimum=0, maximum=0), [0], [1], "expected a number of 0"),
    (array(integer).constrain(min_items=1), [(1,)], [()], "expected at least 1 item"),
    (array(integer).constrain(max_items=1), [(), (1,)], [(1, 2)], "expected at most 1 item"),
    (dict_of(integer).constrain(min_items=1, max_items=2), [{"a": 1}], [{}], "expected 1 to 2 items"),
    (string.constrain(pattern="a|bc"), ["a", "bc"], ["ac", "b", "a\n"], "expected a text that matches a|bc"),
    (string.constrain(pattern="^a$"), ["a"], ["a\n", "ba"], "expected a text that matches ^a$"),
    (string.constrain(pattern=r"\d"), ["1"], ["\u0661"], r"expected a text that matches \d"),
]


@pytest.mark.parametrize(("codec", "kept", "broken", "words"), RULES, ids=lambda each: repr(each)[:20])
def test_a_constraint_is_kept_or_broken(codec: Codec[Any], kept: Any, broken: Any, words: str) -> None:
    for value in kept:
        assert codec.check(value) == Success(value)
    for value in broken:
        assert reason(codec.check(value)) == BadValue(words)
        assert isinstance(codec.to_json(value), Success)


def test_a_length_is_said_before_a_pattern() -> None:
    codec = string.constrain(pattern="[a-z]+", max_length=2)
    assert reason(codec.check("ABC")) == TOO_LONG
    assert reason(codec.check("AB")) == BadValue("expected a text that matches [a-z]+")


def test_a_rule_for_another_kind_of_value_is_kept() -> None:
    others_kept: list[tuple[Codec[Any], Any]] = [
        (boolean.constrain(minimum=5), True),
        (nullable(integer).constrain(minimum=5), None),
        (integer.constrain(min_length=5), 1),
        (string.constrain(minimum=5), "a"),
        (array(integer).constrain(min_length=5), ()),
    ]
    for codec, value in others_kept:
        assert codec.check(value) == Success(value)


class Status(aws.OpenEnum):
    ON = "ON"


class Named(StrEnum):
    ON = "ON"


class Node(Record):
    name: str = field("Name", short)
    children: tuple[Node, ...] = field("Children", array(lazy(lambda: Node.codec)), default=())


class Keeper(Record):
    rest: dict[str, str] = others(short)


WITHIN: list[tuple[Codec[Any], Any, tuple[Any, ...]]] = [
    (array(short), ("a", "abc"), (1,)),
    (tuple_of(integer, short), (1, "abc"), (1,)),
    (dict_of(short), {"k": "abc"}, ("k",)),
    (dict_of(integer, keys=short), {"abc": 1}, ()),
    (nullable(short), "abc", ()),
    (one_of(case("a", integer) | case("b", short)), "abc", ()),
    (by_kind(case("a", integer) | case("b", short)), "abc", ()),
    (tagged_union("kind", case("n", Node)), Node(name="abc"), ("Name",)),
    (short.named("a name"), "abc", ()),
    (short.refine(bool, "empty"), "abc", ()),
    (short.map(list, "".join), list("abc"), ()),
    (short.try_map(Success, Success), "abc", ()),
    (at("a", "b", short), "abc", ("a", "b")),
    (json_text(array(short)), ("abc",), (into_text, 0)),
    (lazy(lambda: short), "abc", ()),
    (Node.codec, Node(name="a", children=(Node(name="b"), Node(name="abc"))), ("Children", 1, "Name")),
    (Keeper.codec, Keeper(rest={"k": "abc"}), ("k",)),
]


@pytest.mark.parametrize(("codec", "value", "path"), WITHIN, ids=lambda each: repr(each)[:20])
def test_constraints_are_checked_wherever_they_are(codec: Codec[Any], value: Any, path: Any) -> None:
    assert problems(codec.check(value)) == [(path, TOO_LONG)]


def test_every_broken_constraint_is_found() -> None:
    error = array(short).check(("abc",) * 130).failure()
    assert isinstance(error, ConstraintError)
    assert (len(error.problems), error.more) == (100, 30)


def test_check_demands_the_kinds_as_well() -> None:
    wrong: Any = array(short)
    assert problems(wrong.check((1, "abc"))) == [
        ((0,), WrongKind("a string", "an integer")),
        ((1,), TOO_LONG),
    ]
    assert reason(wrong.check("ab")) == WrongKind("a tuple", "a string")
    assert isinstance(json_value.check({1, 2}), Failure)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_check_of_an_open_enumeration_looks_at_its_text() -> None:
    codec: Codec[Any] = aws.open_enum(Status).constrain(max_length=3)
    assert codec.check("ON") == Success("ON")
    assert reason(codec.check(Status("LONG"))) == BadValue("expected a length of at most 3 characters")


def test_check_never_raises() -> None:
    deep: Any = ()
    for _ in range(300):
        deep = (deep,)

    def ordered() -> Codec[Any]:
        lists: Codec[Any] = array(lazy(ordered))
        return lists

    assert [why for _, why in problems(ordered().check(deep))] == [TooDeep(200)]

    class Unequal(Record):
        a: Any = field("a", integer, default=0, omit=True)

    class Raises:
        def __eq__(self, other: object) -> bool:
            raise KeyError

        def __hash__(self) -> int:
            return 0

    found = problems(Unequal.codec.check(Unequal(a=Raises())))
    assert found == [(("a",), Raised("KeyError"))]

    class Lying(dict[str, int]):
        def items(self) -> Any:
            raise KeyError

    assert reason(dict_of(integer).check(Lying(a=1))) == Raised("KeyError")
    assert reason(dict_of(integer).to_json(Lying(a=1))) == Raised("KeyError")


def test_a_constructor_that_raises_gives_a_constraint_error() -> None:
    class Picky(Record):
        a: int = field("a", integer)

        def __post_init__(self) -> None:
            raise KeyError(self.a)

    assert reason(Picky.make(a=1)) == Raised("KeyError")
