"""Codecs made by chance of scalars, of containers, and of functions over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from returns.result import Failure, Result, Success

from ecr_decode import (
    Codec,
    array,
    at,
    aws,
    base64_bytes,
    big_integer,
    boolean,
    case,
    decimal,
    dict_of,
    enum_of,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    keep_text,
    literal,
    non_empty,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    result_of,
    string,
    tuple_of,
    uuid_text,
)
from tests import registry
from tests.fast.chance.maker import WIRES, Chance

_SCALARS: tuple[Codec[Any], ...] = (
    string, string, integer, integer, number, boolean, null, json_value, base64_bytes,
    aws.integer, aws.long, aws.double, aws.boolean, aws.timestamp, aws.timestamp, aws.blob,
    big_integer, decimal, decimal, iso_date, iso_datetime, iso_time, uuid_text, aws.epoch_seconds,
    aws.open_enum(registry.Status), enum_of(registry.Unit), enum_of(registry.Level), enum_of(registry.Mixed),
    literal("days"), literal("days", ""), literal(1), literal(True), literal(None), literal(0, False),
    literal("1", 1, True, None), literal("null", None), literal(2**63 - 1, -1),
)  # fmt: skip


def scalar(chance: Chance, _: int) -> Codec[Any]:
    return chance.of(_SCALARS)


def array_(chance: Chance, levels: int) -> Any:
    return chance.of((array, array, aws.array, non_empty, one_or_many))(chance.codec(levels))


def lower(text: str) -> str:
    return text.lower()


_KEYS: tuple[Codec[Any], ...] = (
    string, string, enum_of(registry.Unit), aws.open_enum(registry.Status), literal("a", "b"),
    string.constrain(max_length=1), string.refine(bool, "expected a name"),
    literal("a", "b").refine(bool, "expected a name"), enum_of(registry.Unit).named("a unit"),
    string.map(registry.backwards, registry.backwards), string.map(lower, lower),
    aws.integer.map(str, int), json_text(string), integer, number, boolean, enum_of(registry.Level),
    one_of(case("count", integer) | case("name", string)), keep_text(string),
)  # fmt: skip


def dict_(chance: Chance, levels: int) -> Any:
    make: Any = chance.of((dict_of, dict_of, aws.dict_of))
    return make(chance.codec(levels), keys=chance.of(_KEYS))


def tuple_(chance: Chance, levels: int) -> Any:
    items = [chance.codec(levels) for _ in range(chance.of((0, 1, 2, 2, 3)))]
    rest = chance.codec(levels) if items and chance.is_so(0.25) else None
    make: Any = tuple_of
    return make(*items, rest=rest)


def nullable_(chance: Chance, levels: int) -> Any:
    return nullable(chance.codec(levels))


def text(chance: Chance, levels: int) -> Any:
    found = json_text(chance.codec(levels))
    return keep_text(found) if chance.is_so(0.3) else found


def result(chance: Chance, levels: int) -> Any:
    """Results within something: they are no cases of unions that are tried."""
    made = result_of(chance.codec(levels))
    return chance.of(
        (array(made), array(made), dict_of(made), one_or_many(made), tuple_of(made), at("a", made))
    )


def at_(chance: Chance, levels: int) -> Any:
    names: Any = chance.some(WIRES, 1, 1, 2)
    default = {"default": chance.of((None, 0, "a", ()))} if chance.is_so(0.3) else {}
    make: Any = at
    return make(*names, chance.codec(levels), **default)


# functions


def transformed(chance: Chance, levels: int) -> Any:
    match chance.rng.randrange(10):
        case 0:
            return array(chance.codec(levels)).map(listed, tuple)
        case 1:
            counted = integer.try_map(registry.predecessor, registry.successor)
            return chance.of((counted, string.try_map(registry.of_digits, registry.as_digits)))
        case 2:
            if chance.is_so(0.2):
                periods = array(json_text(registry.Period.codec))
                whole: Any = chance.of((periods, array(registry.Sizes.codec)))
                at_once = (0, "start") if whole is periods else (0, "sizes")
                return whole.refine(registry.is_short, "expected an early start", at=at_once)
            return array(chance.codec(levels)).refine(registry.is_short, "expected fewer", at=(0,))
        case 3:
            return string.constrain(min_length=1).map(upper, upper).refine(str.isupper, "expected letters")
        case 4:
            return chance.codec(levels).refine(raise_sometimes, "expected another")
        case 5:
            return constrained(chance, levels)
        case 6:
            return integer.map(registry.double, registry.halve)
        case 7:
            return chance.codec(levels).try_map(kept_sometimes, kept_sometimes)
        case 8:
            return tuple_of(chance.codec(levels), integer).map(listed, tuple)
        case _:
            return chance.codec(levels).named("a thing", doc=chance.of(("", "Some words.")))


_BOUNDS: dict[str, tuple[Any, ...]] = {
    "pattern": ("[a-z]*", "[0-9]+"),
    "min_length": (1,),
    "max_length": (3,),
    "minimum": (0, 0.5),
    "maximum": (1, 2.5),
    "min_items": (1,),
    "max_items": (2,),
}


def constrained(chance: Chance, levels: int) -> Any:
    """A codec with some constraints, of which one at least is for another kind of value."""
    names = chance.some(sorted(_BOUNDS), 1, 2, 4)
    return chance.codec(levels).constrain(**{name: chance.of(_BOUNDS[name]) for name in names})


def items(chance: Chance, levels: int) -> Any:
    """Rules and functions over the items of a container, or over its keys."""
    item = chance.of(
        (
            integer.refine(registry.is_even, "expected an even number"),
            integer.try_map(registry.predecessor, registry.successor),
            string.try_map(registry.of_digits, registry.as_digits),
            string.map(registry.backwards, registry.backwards),
            string.map(upper, upper).named("letters").refine(str.isupper, "expected letters"),
            number.constrain(maximum=10),
            transformed(chance, levels),
        )
    )
    makers: tuple[Callable[[Codec[Any]], Codec[Any]], ...] = (array, non_empty, one_or_many, dict_of)
    return chance.of(makers)(item)


def listed(found: tuple[Any, ...]) -> list[Any]:
    return list(found)


def upper(text: str) -> str:
    return text.upper()


def raise_sometimes(found: Any) -> Any:
    """A callback as callers write them: it does not expect everything."""
    if len(repr(found)) % 5 == 0:
        raise LookupError(found)
    return found if len(repr(found)) % 7 else 0


def kept_sometimes(found: Any) -> Result[Any, str]:
    return Failure("expected another") if len(repr(found)) % 4 == 0 else Success(found)
