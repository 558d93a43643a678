"""Records made by chance: classes, their subclasses, and records of other makes."""

from __future__ import annotations

import dataclasses
import types
from collections import namedtuple
from collections.abc import Callable
from typing import Any, cast

import attrs
import msgspec

from ecr_decode import (
    Codec,
    Record,
    XmlStyle,
    array,
    attribute,
    aws,
    case,
    element,
    field,
    flattened,
    inline,
    integer,
    json_value,
    keyed_union,
    others,
    record,
    string,
    tagged_union,
    text,
)
from ecr_decode.node import kinds as n
from ecr_decode.node.free import free_member
from ecr_decode.node.style import XmlHint
from tests import registry
from tests.fast.chance.maker import PLAIN_WIRES, WIRES, Chance

Fields = dict[str, Any]

STYLES = (aws.xml, XmlStyle(item="i", entry="e", key="k", value="v"))


def fields(chance: Chance, levels: int, wires: tuple[str, ...] = WIRES) -> Fields:
    """Members on some of these wires."""
    chosen = chance.some(wires, 0, 1, 2, 2, 3, 4)
    return {
        f"m{at}": _also_called(chance, at, _placed(chance, at, _field(chance, levels, wire)))
        for at, wire in enumerate(chosen)
    }


def _also_called(chance: Chance, number: int, made: Any) -> Any:
    """A member, sometimes with other names under which it is read."""
    aliases = chance.some((f"a{number}", f"A {number}"), 1, 2)
    return msgspec.structs.replace(made, aliases=tuple(aliases)) if chance.is_so(0.1) else made


def _placed(chance: Chance, number: int, made: Any) -> Any:
    """A member, sometimes with a hint of where in XML it stands; no two of a record meet there."""
    called = f"c{number}"
    if _is_free(made):  # the keys of one or many may be names of other members
        return msgspec.structs.replace(made, xml=element(called))
    if not chance.is_so(0.2):
        return made
    hints: tuple[XmlHint, ...] = (
        attribute, flattened, flattened, element(called), element(called, ns="urn:{c}"),
        element(called, item="d"), attribute if number else text,
        attribute(called), attribute(called, ns="urn:{a}"),
        flattened(called), flattened(called, ns="urn:{c}"),
    )  # fmt: skip
    if isinstance(made.node, n.Dict) and chance.is_so(0.5):
        hints = (
            element(called, entry="d", key="k", value="v"), element(called, key="q"),
            flattened(called, key="k", value="v"), flattened(key="q"),
        )  # fmt: skip
    placed = msgspec.structs.replace(made, xml=chance.of(hints))
    return made if _is_free(placed) else placed


def _is_free(made: Any) -> bool:
    return free_member(n.Member(name="", wire="", node=made.node, xml=made.xml)) is not None


_DEFAULTS: tuple[Any, ...] = (
    None, None, None, (), 0, "", False, "of no kind", {"a": 1}, registry.Layer(digest="a", size=1),
)  # fmt: skip
_OMIT: tuple[Any, ...] = (None, True, False, registry.is_zero)


def _field(chance: Chance, levels: int, wire: str) -> Any:
    codec = chance.codec(levels)
    aliases = (f"{wire} too", f"{wire} also")[: chance.of((0, 0, 0, 0, 1, 2))]
    match chance.rng.randrange(4):
        case 0 | 1:
            return field(wire, codec, secret=chance.is_so(0.1), aliases=aliases)
        case 2:
            return field(wire, codec, default=chance.of(_DEFAULTS), omit=chance.of(_OMIT), aliases=aliases)
        case _:
            secret = chance.is_so(0.05)
            if chance.is_so(0.7):
                return field(wire, codec, default=None, secret=secret, aliases=aliases)
            return field(wire, codec, default_factory=chance.of((dict, list)), secret=secret, aliases=aliases)


_INLINED: tuple[Any, ...] = (
    inline(registry.Period.codec),
    inline(registry.Marked.codec, default=None),
    inline(tagged_union("inlined", case("p", registry.Period) | case("m", registry.Marked)), default=None),
    inline(keyed_union(case("KS", string) | case("KI", integer))),
)


def _others(chance: Chance, levels: int) -> Any:
    return others(json_value if chance.is_so(0.5) else chance.codec(levels))


def record_class(chance: Chance, levels: int, more: Fields | None = None) -> Codec[Any]:
    """A record class, sometimes one that inherits members."""
    own = more or {}
    free = tuple(wire for wire in PLAIN_WIRES if wire not in {made.wire for made in own.values()})
    members = fields(chance, levels, free) | own
    if chance.is_so(0.2):
        members["rest"] = _others(chance, levels)
    base: type = aws.Shape if chance.is_so(0.4) else Record
    if chance.is_so(0.2):
        taken = {made.wire for name, made in members.items() if name != "rest"}
        wire = chance.of([wire for wire in PLAIN_WIRES if wire not in taken])
        inherited = _placed(chance, len(PLAIN_WIRES), _field(chance, levels, wire))
        base = record_subclass(base, {}, {"m_base": inherited})
    if chance.is_so(0.1):
        members["inner"] = chance.of(_INLINED)
    keywords: dict[str, Any] = {
        name: True for name in ("forbid_unknown", "null_as_absent") if chance.is_so(0.25)
    }
    if chance.is_so(0.1):
        keywords["gc"] = False
    if chance.is_so(0.1):
        keywords["style"] = chance.of(STYLES)
    after = {"__post_init__": chance.of((_picky, len_of))} if chance.is_so(0.05) else {}
    made: Codec[Any] = cast(Any, record_subclass(base, keywords, members | after)).codec
    return made


def record_subclass(base: type, keywords: dict[str, Any], members: Fields) -> type:
    return types.new_class("Made", (base,), keywords, lambda body: body.update(_body(members)))


def _body(members: Fields) -> dict[str, Any]:
    annotations: dict[str, Any] = {name: Any for name in members if name != "__post_init__"}
    return {"__annotations__": annotations, "__module__": __name__, **members}


def len_of(made: Any) -> int:
    return len(repr(made))


def mapped_class(chance: Chance, _: int) -> Codec[Any]:
    """A record class of which source changes some members in place."""
    members: Fields = {
        "m0": field("a", integer.map(registry.double, registry.halve)),
        "m1": field("b", string.map(registry.backwards, registry.backwards), default=None),
        "m2": field("kind", array(string), default=chance.of((None, ()))),
        "m3": field("type", registry.Layer.codec, default=None),
    }
    chosen = {name: members[name] for name in sorted(chance.some(sorted(members), 1, 2, 3, 4))}
    made: Codec[Any] = cast(Any, record_subclass(chance.of((Record, aws.Shape)), {}, chosen)).codec
    return made


def record_of(chance: Chance, levels: int) -> Codec[Any]:
    """A record of another make."""
    members = fields(chance, levels)
    if chance.is_so(0.1):
        members["rest"] = _others(chance, levels)
    if chance.is_so(0.1):
        members["inner"] = chance.of(_INLINED)
    return record(chance.of(_MAKERS)(list(members)), **members)


def _maker(options: dict[str, Any], body: dict[str, Any] | None = None) -> Callable[[list[str]], Any]:
    def make(names: list[str]) -> Any:
        typed: list[Any] = [(name, Any) for name in names]
        return dataclasses.make_dataclass("Made", typed, namespace=body or {}, **options)

    return make


def _counted(self: Any) -> None:
    object.__setattr__(self, "count", len(repr(self.__dict__)))


def _picky(self: Any) -> None:
    if len(repr(self)) % 4 == 0:
        raise ValueError("not these")


def _named_tuple(names: list[str]) -> Any:
    make: Any = namedtuple
    return make("Made", names)


def _attrs_class(names: list[str]) -> Any:
    return attrs.make_class("Made", {name: attrs.field() for name in names}, frozen=True)


def _function(_: list[str]) -> Any:
    return gathered


def gathered(**members: Any) -> Any:
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
