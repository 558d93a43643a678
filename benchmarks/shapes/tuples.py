"""Tuples of fixed length."""

from __future__ import annotations

from pydantic_xml import BaseXmlModel, element

from ecr_decode import array, boolean, number, string, tuple_of

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, pydantic_xml_peer, serpyco_peer
from .shape import Limit, Shape, Xml


class QuoteXmlModel(BaseXmlModel):
    items: tuple[str, float, bool] = element(tag="item")


class QuotesXmlModel(BaseXmlModel, tag="value"):
    items: list[QuoteXmlModel] = element(tag="item")


def _items(value: QuotesXmlModel) -> list[tuple[str, float, bool]]:
    return [each.items for each in value.items]


def quotes(chance: Chance, count: int) -> list[tuple[str, float, bool]]:
    return [(chance.name(), chance.decimal(500), chance.yes()) for _ in range(count)]


_TYPE = list[tuple[str, float, bool]]

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
)
