"""Errors are data that can be matched on, completely."""

from __future__ import annotations

from typing import Any, assert_never, assert_type

import pytest

from ecr_decode import (
    Alternative,
    BadTag,
    BadValue,
    ConstraintError,
    DecodeError,
    EncodeError,
    IntoText,
    Malformed,
    Missing,
    NoAlternative,
    NotJson,
    Null,
    Problem,
    Raised,
    TooDeep,
    Unknown,
    Why,
    WrongKind,
    array,
    at,
    integer,
    json_text,
    render,
    report,
)

WHYS: tuple[tuple[Why, str], ...] = (
    (WrongKind("an integer", "a string"), "WrongKind an integer, not a string"),
    (Missing(), "Missing None"),
    (Missing(near="digset"), "Missing digset"),
    (Null("an integer"), "Null an integer"),
    (Unknown(), "Unknown None"),
    (BadTag(("a", "b")), "BadTag a b None"),
    (NoAlternative((Alternative("one", (Problem((), Missing()),)),)), "NoAlternative one:1+0"),
    (BadValue("expected digits"), "BadValue expected digits"),
    (Malformed("unexpected end", 2, 3), "Malformed 2:3 unexpected end"),
    (TooDeep(), "TooDeep 200"),
    (NotJson("HTML", 502), "NotJson 502 HTML"),
    (Raised("KeyError"), "Raised KeyError"),
)


def spelled(why: Why) -> str:
    match why:
        case WrongKind(expected, got):
            return f"WrongKind {expected}, not {got}"
        case Missing(near):
            return f"Missing {near}"
        case Null(expected):
            return f"Null {expected}"
        case Unknown(near):
            return f"Unknown {near}"
        case BadTag(expected, near):
            return f"BadTag {' '.join(map(str, expected))} {near}"
        case NoAlternative(alternatives):
            return f"NoAlternative {' '.join(map(counted, alternatives))}"
        case BadValue(message):
            return f"BadValue {message}"
        case Malformed(message, line, column):
            return f"Malformed {line}:{column} {message}"
        case TooDeep(limit):
            return f"TooDeep {limit}"
        case NotJson(got, status):
            return f"NotJson {status} {got}"
        case Raised(exception):
            return f"Raised {exception}"
        case _:
            assert_never(why)


def counted(alternative: Alternative) -> str:
    match alternative:
        case Alternative(name, problems, more):
            return f"{name}:{len(problems)}+{more}"


@pytest.mark.parametrize(("why", "words"), WHYS)
def test_every_reason_can_be_taken_apart(why: Why, words: str) -> None:
    assert spelled(why) == words


def test_an_error_holds_problems() -> None:
    error = array(integer).decode_json(b'[1, "2", null]').failure()
    assert_type(error, DecodeError)
    assert_type(error.problems, tuple[Problem, ...])
    assert_type(error.more, int)
    assert error == DecodeError(
        (Problem((1,), WrongKind("an integer", "a string")), Problem((2,), Null("an integer")))
    )
    assert integer.encode_json(2**63).failure() == EncodeError(
        (Problem((), BadValue("expected an integer of 64 bits")),)
    )
    assert integer.constrain(maximum=3).check(4).failure() == ConstraintError(
        (Problem((), BadValue("expected a number of at most 3")),)
    )


def test_a_path_matches_as_a_sequence() -> None:
    manifests = at("images", array(at("manifest", json_text(at("size", integer)))))
    error = manifests.decode_json(
        rb'{"images": [{"manifest": "{\"size\": 1}"}, {"manifest": "{}"}]}'
    ).failure()
    match error.problems:
        case (Problem(path=("images", int(index), "manifest", IntoText(), str(name)), why=Missing()),):
            assert (index, name) == (1, "size")
        case _:
            pytest.fail(str(error))


def test_rendering_and_reporting_take_all_three() -> None:
    problems = (Problem(("a",), Missing()),)
    for error in (DecodeError(problems), EncodeError(problems), ConstraintError(problems)):
        assert_type(render(error), str)
        assert_type(render(error, source=b"{}"), str)
        assert_type(report(error), dict[str, Any])
        assert render(error) == str(error) == "$.a: missing"
        assert report(error)["problems"][0]["pointer"] == "/a"
