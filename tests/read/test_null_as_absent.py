"""Null in the place of a member whose class takes it for absence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import Record, case, field, integer, nullable, one_of, plain_only, string


@pytest.fixture(params=[nullcontext, plain_only], ids=["fast", "plain"], autouse=True)
def _way(request: pytest.FixtureRequest) -> Any:
    way: Callable[[], AbstractContextManager[None]] = request.param
    with way():
        yield


class Text(Record, null_as_absent=True):
    a: str = field("a", string, default="d")


class Number(Record):
    b: int = field("b", integer, default=1)


def test_the_first_alternative_takes_null_for_its_default() -> None:
    either = one_of(case("text", Text) | case("number", Number))
    for read in (either.decode_json(b'{"a":null}'), either.of_json({"a": None})):
        assert read == Success(Text(a="d"))
        assert type(read.unwrap()) is Text


def upper(text: str | None) -> str | None:
    return "none" if text is None else text.upper()


def lower(text: str | None) -> str | None:
    return None if text == "none" else str(text).lower()


class Mapped(Record, null_as_absent=True):
    name: str | None = field("name", nullable(string).map(upper, lower), default=None)


def test_null_is_absent_to_a_member_whose_codec_would_map_it() -> None:
    for read in (
        Mapped.decode_json(b'{"name":null}'),
        Mapped.of_json({"name": None}),
        Mapped.decode_json(b"{}"),
    ):
        assert read.unwrap().name is None
    assert Mapped.decode_json(b'{"name":"a"}').unwrap().name == "A"


def test_null_is_mapped_where_it_is_no_absence() -> None:
    class Told(Record):
        name: str | None = field("name", nullable(string).map(upper, lower), default=None)

    assert Told.decode_json(b'{"name":null}').unwrap().name == "none"
