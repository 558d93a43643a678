"""What a function of the caller may fail with: words, problems of its own places, exceptions."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Failure, Result, Success, safe

from ecr_decode import (
    BadValue,
    Codec,
    DecodeError,
    IntoText,
    Missing,
    Problem,
    Raised,
    Record,
    array,
    field,
    integer,
    string,
)
from tests.hostile.verbs import WAYS, whys


class Span(Record):
    start: int = field("start", integer)
    end: int = field("end", integer)


def failing(reason: Any) -> Codec[Any]:
    """A codec that always fails for this reason, both ways."""

    def fail(_: object) -> Result[Any, Any]:
        return Failure(reason)

    return integer.try_map(fail, fail)


def ordered(span: Span) -> Result[Span, str | Problem]:
    if span.start < 0:
        return Failure("expected a span from 0")
    late = Problem(("end",), BadValue("expected an end after the start"))
    return Success(span) if span.start < span.end else Failure(late)


@pytest.mark.parametrize("way", WAYS)
def test_an_exception_in_a_failure_is_no_text(way: str) -> None:
    numbers = array(string.try_map(safe(int)))
    with WAYS[way]():
        error = numbers.decode_json(b'["1", "hunter2"]').failure()
    assert error.problems == (Problem((1,), Raised("ValueError")),)
    assert "hunter2" not in repr(error) + str(error)
    assert whys(failing(KeyError("hunter2")).encode_json(1)) == (Raised("KeyError"),)


@pytest.mark.parametrize("way", WAYS)
def test_a_problem_has_its_own_place(way: str) -> None:
    spans = array(Span.codec.try_map(ordered, ordered))
    with WAYS[way]():
        error = spans.decode_json(b'[{"start": 1, "end": 1}, {"start": -1, "end": 1}]').failure()
        written = spans.encode_json((Span(start=1, end=1),)).failure()
    assert str(error).splitlines() == [
        "$[0].end: expected an end after the start",
        "$[1]: expected a span from 0",
    ]
    assert str(written) == "$[0].end: expected an end after the start"


def test_an_error_gives_all_its_problems() -> None:
    spans = array(string.try_map(Span.decode_json))
    error = spans.decode_json(b'["{}", "{\\"start\\": 1, \\"end\\": 2}", "["]').failure()
    assert [(problem.path, type(problem.why).__name__) for problem in error.problems] == [
        ((0, "start"), "Missing"),
        ((0, "end"), "Missing"),
        ((2,), "Malformed"),
    ]


def test_what_an_error_cut_off_is_counted() -> None:
    error = DecodeError((Problem(("a", 0, IntoText()), Missing()),), 7)
    assert array(failing(error)).decode_json(b"[1, 2]").failure() == DecodeError(
        (Problem((0, "a", 0, IntoText()), Missing()), Problem((1, "a", 0, IntoText()), Missing())), 14
    )
    many = DecodeError(tuple(Problem((index,), Missing()) for index in range(150)))
    found = failing(many).decode_json(b"1").failure()
    assert (len(found.problems), found.more) == (100, 50)


UNSOUND: dict[str, Any] = {
    "a path that is no tuple": Problem("end", Missing()),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "a step that is none": Problem((1.5,), Missing()),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "a step that is a truth": Problem((True,), Missing()),
    "a why that is none": Problem((), "words"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "no problems": DecodeError(()),
    "things that are no problems": DecodeError(("words",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "fewer than none": DecodeError((Problem((), Missing()),), -1),
    "a count that is none": DecodeError((Problem((), Missing()),), "1"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_is_no_problem_is_told(name: str) -> None:
    (why,) = whys(failing(UNSOUND[name]).decode_json(b"1"))
    assert why in (Raised("TypeError"), Raised("AttributeError"))
