"""Constants and enumerations: what they read, write and refuse at definition."""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import BadValue, Null, WrongKind, enum_of, literal
from tests.problems import reason
from tests.registry import Mixed, Unit


class Level(IntEnum):
    ZERO = 0
    ONE = 1


class Aliased(StrEnum):
    DAYS = "days"
    DAY = "days"


def test_one_and_true_are_not_the_same() -> None:
    assert literal(1).of_json(1).map(repr) == Success("1")
    assert literal(True).of_json(True).map(repr) == Success("True")
    assert reason(literal(1).of_json(True)) == WrongKind("1", "a boolean")
    assert reason(literal(True).of_json(1)) == WrongKind("true", "an integer")
    both: Any = literal(1, True, 0, False)
    assert [both.of_json(each).map(repr).unwrap() for each in (1, True, 0, False)] == [
        "1",
        "True",
        "0",
        "False",
    ]
    assert [both.to_json(each).map(repr).unwrap() for each in (1, True, 0, False)] == [
        "1",
        "True",
        "0",
        "False",
    ]
    assert isinstance(literal(1).of_json(1.0), Failure)
    assert isinstance(literal(1).to_json(1.0), Failure)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_errors_say_what_was_expected_and_what_is_near() -> None:
    units = literal("days", "hours")
    assert reason(units.of_json("day")) == BadValue('expected "days" or "hours" (did you mean "days"?)')
    assert reason(units.of_json("weeks")) == BadValue('expected "days" or "hours"')
    assert reason(units.of_json(1)) == WrongKind('"days" or "hours"', "an integer")
    assert reason(units.of_json(None)) == Null('"days" or "hours"')
    assert reason(literal(1, 2).of_json(3)) == BadValue("expected 1 or 2")
    assert reason(literal("a", 2).of_json(3)) == BadValue('expected "a" or 2')
    assert reason(literal("a", True).of_json(3)) == WrongKind('"a" or true', "an integer")
    assert reason(literal(None, "a").of_json(3)) == WrongKind('null or "a"', "an integer")


def test_null_may_be_a_constant() -> None:
    codec = literal(None, "a")
    assert codec.of_json(None) == Success(None)
    assert codec.to_json(None) == Success(None)
    assert codec.to_json("a") == Success("a")


def test_other_constants_are_not_written() -> None:
    units = literal("days", "hours")
    assert reason(units.to_json("weeks")) == BadValue('expected "days" or "hours"')
    wrong: Any = units
    assert reason(wrong.to_json(1)) == WrongKind('"days" or "hours"', "an integer")


any_literal: Any = literal
enumeration: Any = enum_of  # a class made by a call has no members that checkers know
REFUSED: dict[str, tuple[Any, str]] = {
    "nothing": (any_literal, "literal() reads nothing; give it at least one value"),
    "a float": (lambda: any_literal(1.5), "literal(1.5): expected a str, int, bool or None"),
    "a member": (lambda: any_literal(Unit.DAYS), "use enum_of for an enumeration"),
    "a value twice": (lambda: any_literal("a", "b", "a"), "literal() has one value twice"),
    "no enumeration": (lambda: enumeration(str), "expected an Enum class, got <class 'str'>"),
    "a member for its class": (lambda: enumeration(Unit.DAYS), "expected an Enum class"),
    "no members": (lambda: enumeration(Enum("Nothing", [])), "Nothing: the values of its members must be"),
    "a float as value": (
        lambda: enumeration(Enum("Half", {"A": 0.5})),
        "Half: the values of its members must be strings or integers",
    ),
    "a truth value": (lambda: enumeration(Enum("Truth", {"A": True})), "must be strings or integers"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_with_what_to_write(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(ValueError) as caught:  # noqa: PT011 the words are compared below
        make()
    assert words in str(caught.value)


def test_enumerations_are_read_and_written_by_value() -> None:
    for enumeration in (Unit, Level, Mixed):
        for member in enumeration:
            value: Any = member.value
            codec: Any = enum_of(enumeration)
            assert codec.of_json(value) == Success(member)
            assert codec.of_json(value).unwrap() is member
            assert codec.to_json(member) == Success(value)
            assert type(codec.to_json(member).unwrap()) is type(value)


def test_enumerations_are_closed() -> None:
    assert reason(enum_of(Unit).of_json("day")) == BadValue(
        'expected "days" or "hours" (did you mean "days"?)'
    )
    assert reason(enum_of(Level).of_json(2)) == BadValue("expected 0 or 1")
    assert reason(enum_of(Level).of_json(True)) == WrongKind("0 or 1", "a boolean")
    assert reason(enum_of(Level).of_json("1")) == BadValue("expected 0 or 1")
    assert reason(enum_of(Unit).of_json(None)) == Null('"days" or "hours"')
    wrong: Any = enum_of(Unit)
    assert reason(wrong.to_json("days")) == WrongKind("Unit", "a string")


def test_an_alias_is_its_member() -> None:
    assert enum_of(Aliased).of_json("days").map(repr) == Success("<Aliased.DAYS: 'days'>")
    assert repr(enum_of(Aliased)) == "Aliased"


@pytest.mark.parametrize("sign", [1, -1])
def test_a_literal_of_very_many_digits_is_shown_by_the_first(sign: int) -> None:
    shown = repr(literal(sign * 10**5000))
    assert shown.lstrip("-").startswith("1000")
    assert shown.endswith("0…")
    assert len(shown) < 110
    assert repr(literal(sign * 10**50)) == str(sign * 10**50)
    error = literal(10**5000).of_json(sign).failure()
    assert len(str(error)) < 150
