"""Codecs made by chance: descriptions of every kind nested in one another, with awkward names and values.

What chooses is a `random.Random`. One that Hypothesis hands out makes failures shrink; a plain one is faster,
and a seed names what it makes.
"""

from __future__ import annotations

import dataclasses
import types
from collections import namedtuple
from collections.abc import Callable
from random import Random
from typing import Any, cast

import attrs
import msgspec

from ecr_decode import (
    Codec,
    Decoder,
    Record,
    array,
    at,
    attribute,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    decode_into,
    dict_of,
    element,
    enum_of,
    fail,
    field,
    flattened,
    integer,
    json_text,
    json_value,
    lazy,
    literal,
    non_empty,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    record,
    string,
    succeed,
    tagged_union,
    text,
    tuple_of,
)
from ecr_decode.combinator.union.case import written_class
from tests import registry

MOST_LEVELS = 4

WIRES = (
    "a",
    "b",
    "kind",
    "imageTag",
    "type",
    "",
    "a b",
    'q"\\',
    "é",
    "\U0001f600",
    "m0",
    "self",
    "__class__",
    "\n",
)
"""The names of members on the wire: few, so that tags, paths and members meet."""

_PLAIN_WIRES = tuple(wire for wire in WIRES if not set(wire) & set('"\\\n'))  # a record class takes no others

Make = Callable[[Random, int], Any]


def any_codec(rng: Random, levels: int = MOST_LEVELS) -> Codec[Any]:
    """A codec that nests at most so many levels."""
    if levels == 0 or rng.random() < 0.2:
        return scalar(rng)
    made: Codec[Any] = rng.choice(_NESTED)(rng, levels - 1)
    return made


def any_decoder(rng: Random) -> Decoder[Any]:
    """Mostly a codec; sometimes what only reads."""
    codec = any_codec(rng)
    match rng.randrange(12):
        case 0:
            return array(codec.map(repr))
        case 1:
            return nullable(codec.map(_raise_sometimes))
        case 2:
            return codec.bind(
                lambda found: succeed(found) if len(repr(found)) % 3 else fail("expected another")
            )
        case 3:
            return at("a", 0, codec) if rng.random() < 0.5 else array(at(rng.choice(WIRES), 1, codec))
        case 4:
            return decode_into(_gathered, **_fields(rng, 2))
        case _:
            return codec


# scalars

_SCALARS: tuple[Codec[Any], ...] = (
    string, string, integer, integer, number, boolean, null, json_value, base64_bytes,
    aws.integer, aws.long, aws.double, aws.boolean, aws.timestamp, aws.timestamp, aws.blob,
    aws.open_enum(registry.Status), enum_of(registry.Unit), enum_of(registry.Level), enum_of(registry.Mixed),
    literal("days"), literal("days", ""), literal(1), literal(True), literal(None),
    literal("1", 1, True, None),
)  # fmt: skip


def scalar(rng: Random) -> Codec[Any]:
    return rng.choice(_SCALARS)


# what holds others


def _array(rng: Random, levels: int) -> Any:
    return rng.choice((array, array, array, non_empty, one_or_many))(any_codec(rng, levels))


_KEYS: tuple[Codec[Any], ...] = (
    string, string, enum_of(registry.Unit), aws.open_enum(registry.Status), literal("a", "b"),
    string.constrain(max_length=1), string.refine(bool, "expected a name"),
    string.map(registry.backwards, registry.backwards),
)  # fmt: skip


def _dict(rng: Random, levels: int) -> Any:
    return dict_of(any_codec(rng, levels), keys=rng.choice(_KEYS))


def _tuple(rng: Random, levels: int) -> Any:
    return tuple_of(*(any_codec(rng, levels) for _ in range(rng.choice((0, 1, 2, 2, 3)))))


def _nullable(rng: Random, levels: int) -> Any:
    return nullable(any_codec(rng, levels))


def _text(rng: Random, levels: int) -> Any:
    return json_text(any_codec(rng, levels))


def _at(rng: Random, levels: int) -> Any:
    names = rng.sample(WIRES, rng.choice((1, 1, 2)))
    return at(*cast(Any, (*names, any_codec(rng, levels))))


def _transformed(rng: Random, levels: int) -> Any:
    match rng.randrange(7):
        case 0:
            return array(any_codec(rng, levels)).map(_list, tuple)
        case 1:
            return integer.try_map(registry.predecessor, registry.successor)
        case 2:
            return array(any_codec(rng, levels)).refine(registry.is_short, "expected fewer")
        case 3:
            return string.constrain(min_length=1).map(_upper, _upper).refine(str.isupper, "expected letters")
        case 4:
            return any_codec(rng, levels).refine(_raise_sometimes, "expected another")
        case 5:
            return any_codec(rng, levels).constrain(min_items=1, minimum=0, max_length=3)
        case _:
            return any_codec(rng, levels).named("a thing")


def _list(items: tuple[Any, ...]) -> list[Any]:
    return list(items)


def _upper(text: str) -> str:
    return text.upper()


def _raise_sometimes(found: Any) -> Any:
    """A callback as callers write them: it does not expect everything."""
    if len(repr(found)) % 5 == 0:
        raise LookupError(found)
    return found if len(repr(found)) % 7 else 0


# records


def _fields(rng: Random, levels: int, wires: tuple[str, ...] = WIRES) -> dict[str, Any]:
    wires = tuple(rng.sample(wires, rng.choice((0, 1, 2, 2, 3, 4))))
    return {f"m{at}": _placed(rng, at, _field(rng, levels, wire)) for at, wire in enumerate(wires)}


def _placed(rng: Random, number: int, made: Any) -> Any:
    """A member, sometimes with a hint of where in XML it stands; no two of a record meet there."""
    if rng.random() > 0.2:
        return made
    called = f"c{number}"
    hints = (
        attribute, flattened, flattened, element(called), element(called, ns="urn:{c}"),
        element(called, item="d"), attribute if number else text,
    )  # fmt: skip
    return msgspec.structs.replace(made, xml=rng.choice(hints))


_DEFAULTS: tuple[Any, ...] = (None, None, None, (), 0, "", False, "of no kind")


def _field(rng: Random, levels: int, wire: str) -> Any:
    codec = any_codec(rng, levels)
    match rng.randrange(4):
        case 0 | 1:
            return field(wire, codec, secret=rng.random() < 0.05)
        case 2:
            return field(wire, codec, default=rng.choice(_DEFAULTS), omit=rng.choice((None, True, False)))
        case _:
            return field(wire, codec, default=None)


def _record_class(rng: Random, levels: int) -> Any:
    members = _fields(rng, levels, _PLAIN_WIRES)
    if rng.random() < 0.15:
        members["rest"] = others(any_codec(rng, levels))
    base = aws.Shape if rng.random() < 0.4 else Record
    keywords = {name: True for name in ("forbid_unknown", "null_as_absent") if rng.random() < 0.2} | (
        {"gc": False} if rng.random() < 0.1 else {}
    )
    made = types.new_class("Made", (base,), keywords, lambda body: body.update(_body(members)))
    return cast(Any, made).codec


def _body(members: dict[str, Any]) -> dict[str, Any]:
    annotations: dict[str, Any] = dict.fromkeys(members, Any)
    return {"__annotations__": annotations, "__module__": __name__, **members}


def _record_of(rng: Random, levels: int) -> Any:
    members = _fields(rng, levels)
    if rng.random() < 0.1:
        members["rest"] = others(any_codec(rng, levels))
    construct = rng.choice(_MAKERS)(list(members))
    return record(construct, **members)


def _maker(options: dict[str, Any], body: dict[str, Any] | None = None) -> Callable[[list[str]], Any]:
    def make(names: list[str]) -> Any:
        typed: list[Any] = [(name, Any) for name in names]
        return dataclasses.make_dataclass("Made", typed, namespace=body or {}, **options)

    return make


def _counted(self: Any) -> None:
    object.__setattr__(self, "count", len(repr(self.__dict__)))


def _picky(self: Any) -> None:
    if len(repr(self.__dict__)) % 4 == 0:
        raise ValueError("not these")


def _named_tuple(names: list[str]) -> Any:
    make: Any = namedtuple
    return make("Made", names)


def _attrs_class(names: list[str]) -> Any:
    return attrs.make_class("Made", {name: attrs.field() for name in names}, frozen=True)


def _function(_: list[str]) -> Any:
    return _gathered


def _gathered(**members: Any) -> Any:
    """What a function makes of members in whatever order they come."""
    return types.SimpleNamespace(**dict(sorted(members.items())))


_MAKERS: tuple[Callable[[list[str]], Any], ...] = (
    _maker({"frozen": True}),
    _maker({}),
    _maker({"frozen": True, "slots": True}),
    _maker({"slots": True}),
    _maker({"kw_only": True, "frozen": True}),
    _maker({"frozen": True}, {"__post_init__": _counted}),
    _maker({"frozen": True}, {"__post_init__": _picky}),
    _named_tuple,
    _attrs_class,
    _function,
)


# unions


def _cases(codecs: list[tuple[str, Codec[Any]]]) -> Any:
    taken: set[type] = set()
    joined: Any = None
    for name, codec in codecs:
        when = written_class(codec.node)
        if when is None or when in taken:
            when = type("Never", (), {})  # only read: no value is of it
        taken.add(when)
        made = case(name, codec, when=when)
        joined = made if joined is None else joined | made
    return joined


def _object(rng: Random, levels: int) -> Any:
    return rng.choice((_record_class, _record_class, _record_of, _dict, _tree))(rng, levels)


def _tagged(rng: Random, levels: int) -> Any:
    names = rng.sample(("days", "hours", "", 'q"\\', "é", "None"), rng.choice((1, 2, 2, 3)))
    cases = _cases([(name, _object(rng, levels)) for name in names])
    if rng.random() < 0.3:
        cases = cases | otherwise(any_codec(rng, levels))
    return tagged_union(rng.choice(WIRES), cases)


def _of_kind(rng: Random, levels: int) -> dict[str, Codec[Any]]:
    return {
        "null": rng.choice((null, literal(None))),
        "boolean": rng.choice((boolean, literal(True))),
        "number": rng.choice((integer, number, enum_of(registry.Level), literal(1), aws.double, aws.integer)),
        "string": rng.choice(
            (string, base64_bytes, enum_of(registry.Unit), json_text(any_codec(rng, levels)))
        ),
        "array": rng.choice((array(any_codec(rng, levels)), _tuple(rng, levels))),
        "object": _object(rng, levels),
    }


def _by_kind(rng: Random, levels: int) -> Any:
    made = _of_kind(rng, levels)
    cases = _cases([(kind, made[kind]) for kind in rng.sample(sorted(made), rng.choice((1, 2, 2, 3)))])
    if rng.random() < 0.25:
        cases = cases | otherwise(any_codec(rng, levels))
    return by_kind(cases)


def _one_of(rng: Random, levels: int) -> Any:
    cases = _cases([(name, any_codec(rng, levels)) for name in ("x", "y", "z")[: rng.choice((1, 2, 2, 3))]])
    if rng.random() < 0.2:
        cases = cases | otherwise(any_codec(rng, levels))
    return one_of(cases)


# recursion


class _Knot:
    """What a lazy codec in the middle of a description unfolds to: the whole of it."""

    def __init__(self) -> None:
        self.codec: Codec[Any] = null

    def unfold(self) -> Codec[Any]:
        return self.codec


def _tree(rng: Random, levels: int) -> Any:
    knot = _Knot()
    again = lazy(knot.unfold)
    below = rng.choice((nullable(again), array(again), dict_of(again), tuple_of(integer, array(again))))
    members = _fields(rng, levels) | {"below": field("below", below, default=None)}
    knot.codec = record(_gathered, **members)
    return knot.codec


def _lazy(rng: Random, levels: int) -> Any:
    found = any_codec(rng, levels)
    return rng.choice((lazy(lambda: found), registry.Tree.codec, registry.Ping.codec, _tree(rng, levels)))


_NESTED: tuple[Make, ...] = (
    _array, _array, _array, _dict, _dict, _tuple, _nullable, _nullable, _text, _at, _transformed,
    _transformed,
    _record_class, _record_class, _record_class, _record_of, _record_of, _record_of, _tagged, _tagged,
    _by_kind,
    _by_kind, _one_of, _one_of, _tree, _lazy,
)  # fmt: skip
