"""Defaults: made by a factory, or copied, so that records share none that may change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    JsonValue,
    Raised,
    Record,
    array,
    dict_of,
    field,
    flattened,
    integer,
    json_schema,
    json_value,
    nullable,
    others,
    plain_only,
    record,
    string,
    text,
)
from tests.problems import problems


def one_count() -> dict[str, int]:
    return {"a": 1}


def raises() -> Any:
    raise LookupError


def nothing() -> None:
    return None


class Made(Record):
    counts: dict[str, int] = field("counts", dict_of(integer), default_factory=one_count)
    omitted: dict[str, int] = field("omitted", dict_of(integer), default_factory=one_count, omit=True)
    tags: tuple[str, ...] = field("tags", array(string), default_factory=tuple[str, ...])
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Plain(Record):
    """Without others, so that msgspec fills it in."""

    counts: dict[str, int] = field("counts", dict_of(integer), default_factory=one_count)


class Failing(Record):
    a: int = field("a", integer, default_factory=raises)
    b: int = field("b", integer, default_factory=raises)
    c: int = field("c", integer)


def readers(cls: type[Any], empty: bytes = b"{}") -> list[Any]:
    """What reads nothing, compiled and plain, from JSON, trees and XML; and the constructor."""
    every: list[Any] = [lambda: cls.decode_json(empty).unwrap() for _ in range(3)]
    every += [lambda: cls.of_json({}).unwrap() for _ in range(3)]
    every += [lambda: cls.decode_xml("<r/>").unwrap() for _ in range(3)]
    made: list[Any] = [read() for read in every]
    with plain_only():
        made += [read() for read in every]
    return [*made, cls(), cls()]


@pytest.mark.parametrize("cls", [Made, Plain])
def test_a_factory_makes_the_default_of_each_record(cls: type[Any]) -> None:
    made = readers(cls)
    assert all(each.counts == {"a": 1} for each in made)
    assert len({id(each.counts) for each in made}) == len(made)


def test_omit_compares_with_a_fresh_value() -> None:
    made = Made()
    expected: dict[str, Any] = {"counts": {"a": 1}, "tags": []}
    assert made.encode_json() == Success(b'{"counts":{"a":1},"tags":[]}')
    empty = Made(omitted=dict[str, int]())
    assert empty.to_json() == Success({**expected, "omitted": dict[str, int]()})
    made.omitted["b"] = 2
    assert made.to_json() == Success(expected | {"omitted": {"a": 1, "b": 2}})
    with plain_only():
        assert Made().encode_json() == Success(b'{"counts":{"a":1},"tags":[]}')


def test_a_factory_of_none_is_written_like_any_other_default() -> None:
    class Nothing(Record):
        a: int | None = field("a", nullable(integer), default_factory=nothing)

    assert Nothing.decode_json(b"{}") == Success(Nothing(a=None))
    assert Nothing(a=None).encode_json() == Success(b'{"a":null}')


def test_a_factory_that_raises_is_a_problem_of_its_member() -> None:
    raised = Raised("LookupError")
    for _ in range(3):
        for found in (Failing.decode_json(b'{"c":1}'), Failing.decode_xml("<r><c>1</c></r>")):
            assert problems(found) == [(("a",), raised), (("b",), raised)]
    assert Failing.decode_json(b'{"a":1,"b":2,"c":3}') == Success(Failing(a=1, b=2, c=3))
    assert isinstance(Failing.make(c=1), Failure)

    class Omitted(Record):
        a: int = field("a", integer, default_factory=raises, omit=True)

    for _ in range(3):
        assert problems(Omitted(a=1).encode_json()) == [(("a",), raised)]


def test_the_schema_shows_no_default_that_is_made() -> None:
    found: Any = json_schema(Plain)
    assert [*found["$defs"]["Plain"]["properties"]["counts"]] == ["type", "additionalProperties"]
    assert "required" not in found["$defs"]["Plain"]


def test_empty_elements_are_told_by_what_the_factory_makes() -> None:
    class Tagged(Record):
        tags: tuple[str, ...] = field("tag", array(string), xml=flattened, default_factory=tuple[str, ...])
        body: str = field("body", string, xml=text, default_factory=str)

    class Other(Record):
        tags: tuple[str, ...] = field("tag", array(string), xml=flattened, default_factory=lambda: ("a",))

    assert Tagged(tags=(), body="").encode_xml(root="r") == Success(b"<r/>")
    assert Tagged.decode_xml("<r></r>") == Success(Tagged(tags=(), body=""))
    assert [path for path, _ in problems(Other(tags=()).encode_xml())] == [("tag",)]


# defaults that are copied


@dataclass
class Box:
    items: list[int] = dataclass_field(default_factory=list[int])


@dataclass
class Locked:
    lock: object = dataclass_field(default_factory=threading.Lock)


class Labels(Record):
    values: dict[str, int] = field("values", dict_of(integer))


class Own(list[int]):
    """A list of another class."""


SHARED: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "dict": ({"a": {"b": 1}}, lambda found: found["a"]),
    "list in a tuple": (([1],), lambda found: found[0]),
    "list in a dict": ({"a": [1]}, lambda found: found["a"]),
    "dataclass": (Box([1]), lambda found: found.items),
    "dataclass in a tuple": ((Box([1]),), lambda found: found[0]),
    "record": (Labels(values={"a": 1}), lambda found: found.values),
}


@pytest.mark.parametrize("name", SHARED)
def test_no_record_shares_a_default_that_may_change(name: str) -> None:
    default, part = SHARED[name]

    class Holder(Record):
        a: Any = field("a", json_value, default=default)

    made = [each.a for each in readers(Holder)]
    assert all(each == default for each in made)
    assert len({id(part(each)) for each in (default, *made)}) == len(made) + 1


def test_a_default_that_cannot_change_is_the_same_for_all() -> None:
    default = (1, (2, "a"))

    class Holder(Record):
        a: Any = field("a", json_value, default=default)

    assert all(each.a is default for each in readers(Holder))


def test_others_are_empty_by_default() -> None:
    class Kept(Record):
        a: int = field("a", integer, default=1)
        rest: dict[str, int] = others(integer)

    make: Any = Kept
    assert make() == Kept(a=1, rest={})
    assert make().rest is not make().rest
    assert make().encode_json() == Success(b'{"a":1}')
    assert Kept.make(a=2, rest={}) == Success(make(a=2))


def test_records_of_other_makes_get_the_default_too() -> None:
    items = array(integer).map(list[int], tuple[int, ...])
    boxes = record(Box, items=field("items", items, default_factory=list[int]))
    first, second = (boxes.decode_json(b"{}").unwrap() for _ in range(2))
    assert first.items == [] == second.items
    assert first.items is not second.items


any_field: Any = field
any_others: Any = others
REFUSED: dict[str, tuple[Any, str]] = {
    "a value": (lambda: any_field("a", integer, default_factory=1), "expected a function, got 1"),
    "a default too": (
        lambda: any_field("a", integer, default=1, default_factory=int),
        "give default= or default_factory=, not both",
    ),
    "None as a default too": (lambda: any_field("a", integer, default=None, default_factory=int), "not both"),
    "a list": (lambda: any_field("a", integer, default=[]), "or default_factory="),
    "a list of another class": (lambda: any_field("a", integer, default=Own()), "or default_factory="),
    "what cannot be copied": (
        lambda: any_field("a", integer, default=({}, Locked())),
        "cannot be copied; use default_factory=",
    ),
    "others of a value": (lambda: any_others(integer, default_factory={}), "expected a function, got {}"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_default_that_cannot_be_is_refused_with_what_to_write(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(ValueError, match=r"^(field|others)\(") as caught:
        make()
    assert words in str(caught.value)
