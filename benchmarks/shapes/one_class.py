"""Alternatives whose values are of one class: lists of integers or of texts, constants or any text."""

from __future__ import annotations

from typing import Any, Literal

from ecr_decode import array, integer, literal, string

from .chance import Chance
from .libraries import pydantic_peer, serpyco_peer
from .shape import Limit, Shape, Xml

LISTS = array(array(integer) | array(string))
STATES = array(literal("on", "off") | string)


def lists(chance: Chance, count: int) -> list[Any]:
    def item() -> Any:
        return chance.choice((chance.randrange(1000), chance.name()))

    return [[type(first)(each) for each in (first, first, 7)] for first in (item() for _ in range(count))]


def states(chance: Chance, count: int) -> list[Any]:
    return [chance.choice(("on", "off", chance.name())) for _ in range(count)]


SHAPES = (
    Shape(
        "lists of integers or texts",
        lists,
        1000,
        LISTS,
        {
            "pydantic": pydantic_peer(list[list[int] | list[str]]),
            "serpyco-rs": serpyco_peer(list[list[int] | list[str]]),
        },
        Limit(share=1.2),
        xml=Xml(LISTS, {}),
    ),
    Shape(
        "a constant or a text",
        states,
        1000,
        STATES,
        {"pydantic": pydantic_peer(list[Literal["on", "off"] | str])},
        Limit(share=1.2),
        xml=Xml(STATES, {}),
    ),
)
