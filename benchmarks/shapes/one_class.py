"""Alternatives whose values are of one class: lists of scalars, lists of records, constants or any text."""

from __future__ import annotations

from typing import Any, Literal

from ecr_decode import Codec, array, integer, literal, string

from .by_names import Card, CardData, CardModel, Voucher, VoucherData, VoucherModel
from .chance import Chance
from .libraries import pydantic_peer, serpyco_peer
from .shape import Limit, Peer, Shape, Xml

LISTS = array(array(integer) | array(string))
BATCHES = array(array(Card.codec) | array(Voucher.codec))
STATES = array(literal("on", "off") | string)


def lists(chance: Chance, count: int) -> list[Any]:
    def item() -> Any:
        return chance.choice((chance.randrange(1000), chance.name()))

    return [[type(first)(each) for each in (first, first, 7)] for first in (item() for _ in range(count))]


def batches(chance: Chance, count: int) -> list[Any]:
    def item() -> dict[str, Any]:
        amount = chance.randrange(10**6)
        if chance.randrange(2):
            return {"number": chance.name(), "expires": chance.randrange(2030, 2040), "amount": amount}
        return {"code": chance.name(), "amount": amount}

    return [[first, dict(first)] for first in (item() for _ in range(count))]


def states(chance: Chance, count: int) -> list[Any]:
    return [chance.choice(("on", "off", chance.name())) for _ in range(count)]


def shape(name: str, make: Any, count: int, codec: Codec[Any], peers: dict[str, Peer]) -> Shape:
    """A shape that is read nearly as fast as by pydantic, and that no peer writes as XML."""
    return Shape(name, make, count, codec, peers, Limit(share=1.2), xml=Xml(codec, {}))


SHAPES = (
    shape(
        "lists of integers or texts",
        lists,
        1000,
        LISTS,
        {
            "pydantic": pydantic_peer(list[list[int] | list[str]]),
            "serpyco-rs": serpyco_peer(list[list[int] | list[str]]),
        },
    ),
    shape(
        "lists of one record or another",
        batches,
        500,
        BATCHES,
        {
            "pydantic": pydantic_peer(list[list[CardModel] | list[VoucherModel]]),
            "serpyco-rs": serpyco_peer(list[list[CardData] | list[VoucherData]]),
        },
    ),
    shape(
        "a constant or a text",
        states,
        1000,
        STATES,
        {"pydantic": pydantic_peer(list[Literal["on", "off"] | str])},
    ),
)
