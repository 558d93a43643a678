"""Tuples of fixed length, and of a least one."""

from __future__ import annotations

from pydantic_xml import BaseXmlModel, element

from ecr_decode import array, boolean, number, string, tuple_of

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, pydantic_xml_peer, serpyco_peer
from .shape import AS_PYDANTIC, Limit, Shape, Xml


class QuoteXmlModel(BaseXmlModel):
    items: tuple[str, float, bool] = element(tag="item")


class QuotesXmlModel(BaseXmlModel, tag="value"):
    items: list[QuoteXmlModel] = element(tag="item")


def _items(value: QuotesXmlModel) -> list[tuple[str, float, bool]]:
    return [each.items for each in value.items]


def quotes(chance: Chance, count: int) -> list[tuple[str, float, bool]]:
    return [(chance.name(), chance.decimal(500), chance.yes()) for _ in range(count)]


def positions(chance: Chance, count: int) -> list[list[float]]:
    return [[chance.decimal(180) for _ in range(chance.choice((2, 3)))] for _ in range(count)]


_TYPE = list[tuple[str, float, bool]]
_POSITIONS = list[tuple[float, ...]]

SHAPES = (
    Shape(
        "tuples",
        quotes,
        1500,
        array(tuple_of(string, number, boolean)),
        {
            "pydantic": pydantic_peer(_TYPE),
            "serpyco-rs": serpyco_peer(_TYPE),
            "msgspec": msgspec_peer(_TYPE),
        },
        Limit(1.1),
        Limit(7),
        Xml(
            array(tuple_of(string, number, boolean)),
            {"pydantic-xml": pydantic_xml_peer(QuotesXmlModel, _items)},
        ),
    ),
    Shape(
        "tuples of two and more",
        positions,
        1500,
        array(tuple_of(number, number, rest=number)),
        {
            "pydantic": pydantic_peer(list[tuple[float, ...]]),
            "msgspec": msgspec_peer(list[tuple[float, ...]]),
        },
        AS_PYDANTIC,
    ),
)
