"""Recursive codecs made by chance: through records, unions and texts, one or several at once."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from ecr_decode import (
    Codec,
    array,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    json_text,
    lazy,
    null,
    nullable,
    one_of,
    one_or_many,
    record,
    string,
    tagged_union,
    tuple_of,
)
from tests import registry
from tests.fast.chance.maker import Chance
from tests.fast.chance.records import fields, gathered, record_class
from tests.fast.chance.unions import cases


class _Knot:
    """What a lazy codec in the middle of a description unfolds to: the whole of it."""

    def __init__(self) -> None:
        self.codec: Codec[Any] = null

    def unfold(self) -> Codec[Any]:
        return self.codec

    @property
    def lazy(self) -> Codec[Any]:
        again: Codec[Any] = lazy(self.unfold)
        return again


def _again(chance: Chance, again: Codec[Any]) -> Codec[Any]:
    """What holds the recursive codec, so that it can end."""
    makers: tuple[Callable[[Codec[Any]], Codec[Any]], ...] = (nullable, one_or_many)
    return chance.of(makers)(again) if chance.is_so(0.4) else _in_container(chance, again)


def _in_container(chance: Chance, again: Codec[Any]) -> Codec[Any]:
    """The same in a container, so that a union of it comes to an end."""
    makers: tuple[Callable[[Codec[Any]], Codec[Any]], ...] = (
        array,
        dict_of,
        lambda below: tuple_of(integer, array(below)),
        lambda below: array(below.refine(bool, "expected something")),
        lambda below: array(nullable(json_text(below))),
        lambda below: array(lazy(lambda: below)),
    )
    return chance.of(makers)(again)


def tree(chance: Chance, levels: int) -> Codec[Any]:
    """A record that holds itself."""
    knot = _Knot()
    below = field("below", _again(chance, knot.lazy), default=chance.of((None, ())))
    if chance.is_so(0.5):
        knot.codec = record_class(chance, levels, {"m_below": below})
    else:
        knot.codec = record(gathered, **fields(chance, levels) | {"m_below": below})
    return knot.codec


def term(chance: Chance, levels: int) -> Codec[Any]:
    """A union that holds itself, without a record or with some."""
    knot = _Knot()
    again = knot.lazy
    leaf: Codec[Any] = chance.of((string, integer))
    branch: Codec[Any] = chance.of((array(again), one_or_many(array(again))))
    match chance.rng.randrange(4):
        case 0:
            knot.codec = by_kind(cases([("leaf", leaf), ("branch", array(again)), ("map", dict_of(again))]))
        case 1:
            knot.codec = one_of(
                cases([("leaf", leaf), ("branch", branch), ("object", chance.object(levels))])
            )
        case 2:
            below = {"m_below": field("below", _again(chance, again), default=None)}
            made = [("leaf", record_class(chance, 0)), ("branch", record_class(chance, 0, below))]
            knot.codec = tagged_union(chance.of(("kind", "v1")), cases(made))
        case _:
            below = {"m_below": field("below", _again(chance, again))}
            made = [("leaf", record_class(chance, 0)), ("branch", record_class(chance, 0, below))]
            knot.codec = one_of(cases(made if chance.is_so(0.5) else made[::-1]))
    return knot.codec


def mutual(chance: Chance, levels: int) -> Codec[Any]:
    """Two codecs that hold one another; the one holds a third that is recursive as well."""
    here, there = _Knot(), _Knot()
    to_there = {"m_there": field("there", _again(chance, there.lazy), default=None)}
    to_here = {"m_here": field("here", _again(chance, here.lazy), default=None)}
    if chance.is_so(0.5):
        to_there["m_third"] = field("third", nullable(term(chance, 0)), default=None)
    here.codec = record_class(chance, levels, to_there)
    there.codec = record_class(chance, levels, to_here)
    return here.codec


def anew(chance: Chance, _: int) -> Codec[Any]:
    """A recursive codec whose thunk builds it anew each time."""
    return _built(chance.rng.randrange(1000), chance)


def _built(seed: int, chance: Chance) -> Codec[Any]:
    again: Codec[Any] = lazy(lambda: _built(seed, chance))
    own = Chance(Random(seed), chance.scalar, chance.nested, chance.objects)
    if own.is_so(0.5):
        branch = _in_container(own, again)
        leaf: Codec[Any] = own.of((string, integer))
        return one_of(case("leaf", leaf) | case("branch", branch, when=list))
    below = field("below", _again(own, again), default=None)
    return record(gathered, x=field("x", own.codec(0)), below=below)


def lazily(chance: Chance, levels: int) -> Codec[Any]:
    """A thunk, or a chain of them."""
    found = chance.codec(levels)
    chain: Codec[Any] = lazy(lambda: lazy(lambda: found))
    return chance.of((lazy(lambda: found), chain, registry.Tree.codec, registry.Ping.codec))
