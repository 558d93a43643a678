"""Reported of similar libraries: subclasses written as their base, and members lost between bases."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    at,
    by_kind,
    case,
    dict_of,
    field,
    inline,
    integer,
    json_text,
    keyed_union,
    lazy,
    nullable,
    one_of,
    one_or_many,
    others,
    otherwise,
    result_of,
    string,
    tagged_union,
    tuple_of,
)
from tests.rows import comes_back, says, written


class Base(Record):
    name: str = field("name", string)


class Sub(Base):
    extra: int = field("extra", integer)


class Other(Record):
    n: int = field("n", integer)


class InlinesBase(Record):
    base: Base = inline(Base.codec)


class InlinesUnion(Record):
    base: Any = inline(tagged_union("t", case("b", Base) | case("o", Other)))


class KeepsBase(Record):
    rest: dict[str, Base] = others(Base.codec)


SUB: Any = Sub(name="n", extra=1)
AS_BASE: list[tuple[Codec[Any], Any, str]] = [
    (Base.codec, SUB, "$"),
    (array(Base.codec), (SUB,), "$[0]"),
    (dict_of(Base.codec), {"k": SUB}, "$.k"),
    (nullable(Base.codec), SUB, "$"),
    (lazy(lambda: Base.codec), SUB, "$"),
    (at("q", Base.codec), SUB, "$.q"),
    (tuple_of(string, rest=Base.codec), ("a", SUB), "$[1]"),
    (one_or_many(Base.codec), (SUB,), "$[0]"),
    (result_of(Base.codec), Success(SUB), "$"),
    (Base.codec.refine(bool, "no"), SUB, "$"),
    (json_text(Base.codec), SUB, "$ -> $"),
    (Base.codec | Other.codec, SUB, "$"),
    (one_of(case("b", Base) | case("o", Other)), SUB, "$"),
    (by_kind(case("b", Base) | case("s", string)), SUB, "$"),
    (tagged_union("t", case("b", Base) | case("o", Other)), SUB, "$"),
    (tagged_union("t", case("o", Other) | otherwise(Base.codec)), SUB, "$"),
    (at("k", keyed_union(case("b", Base) | case("o", Other))), SUB, "$.k.b"),
    (InlinesBase.codec, InlinesBase(base=SUB), "$"),
    (InlinesUnion.codec, InlinesUnion(base=SUB), "$"),
    (KeepsBase.codec, KeepsBase(rest={"x": SUB}), "$.x"),
]


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize(("codec", "value", "path"), AS_BASE, ids=lambda each: str(each)[:40])
def test_a_subclass_is_not_written_as_its_base(codec: Codec[Any], value: Any, path: str, form: str) -> None:
    expected = says(f"{path}: expected Base, got its subclass Sub")
    if not (form == "xml" and isinstance(value, Success)):
        assert written(codec, value, form) == expected
    assert codec.check(value).alt(str) == expected


class Marked(Base):
    """Adds no member."""


class Diamond(Marked, Sub):
    pass


class Deeper(Diamond, Marked):
    note: str = field("note", string, default="")


class Behind(Sub, Marked):
    pass


@pytest.mark.parametrize(
    "value",
    [Diamond(name="a", extra=1), Deeper(name="a", extra=1, note="b"), Behind(name="a", extra=1)],
    ids=repr,
)
def test_a_diamond_loses_no_member(value: Record) -> None:
    assert comes_back(type(value).codec, value)
    assert comes_back(array(type(value).codec), (value, value))
    assert repr(value).startswith(f"{type(value).__name__}(name='a', extra=1")


META: Any = type(Record)


@pytest.mark.parametrize(
    "bases", [(Sub, Other), (Other, Sub), (Deeper, Other), (Marked, Other)], ids=lambda each: each[0].__name__
)
def test_two_bases_with_members_are_refused_with_what_to_write(bases: tuple[type, ...]) -> None:
    with pytest.raises(ValueError, match=r"both have members .* write .* = inline\("):
        META("Both", bases, {})
