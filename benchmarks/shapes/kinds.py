"""A union told apart by the JSON kind of the value."""

from __future__ import annotations

from typing import Any

from ecr_decode import array, boolean, by_kind, case, integer, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Shape, Xml

SETTING = by_kind(
    case("number", integer) | case("flag", boolean) | case("text", string) | case("texts", array(string))
)


def settings(chance: Chance, count: int) -> list[Any]:
    def one() -> Any:
        match chance.randrange(4):
            case 0:
                return chance.randrange(10**6)
            case 1:
                return chance.yes()
            case 2:
                return chance.name()
            case _:
                return [chance.word() for _ in range(chance.randrange(1, 4))]

    return [one() for _ in range(count)]


_TYPE = list[int | bool | str | list[str]]

SHAPES = (
    Shape(
        "union by kind",
        settings,
        1500,
        array(SETTING),
        {
            "pydantic": pydantic_peer(_TYPE),
            "serpyco-rs": serpyco_peer(_TYPE),
            "msgspec": msgspec_peer(_TYPE),
        },
        Limit(1.6),
        Limit(20),
        Xml(array(SETTING)),
    ),
)
