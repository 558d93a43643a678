"""One or many: a policy's actions, where one stands alone and several in an array."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Any

from pydantic_xml import BaseXmlModel, element

from ecr_decode import array, one_or_many, string

from .chance import Chance
from .libraries import ITEM, msgspec_peer, pydantic_peer, pydantic_xml_peer, serpyco_peer, xsdata_peer
from .shape import Limit, Shape, Xml


class PatternXmlModel(BaseXmlModel):
    items: list[str] = element(tag="item")


class PatternsXmlModel(BaseXmlModel, tag="value"):
    items: list[PatternXmlModel] = element(tag="item")


@dataclass
class PatternXmlData:
    items: list[str] = member(metadata=ITEM)


@dataclass
class PatternsXmlData:
    items: list[PatternXmlData] = member(metadata=ITEM)

    class Meta:
        name = "value"


def patterns(chance: Chance, count: int) -> list[Any]:
    return [
        chance.name() if chance.yes() else [chance.name() for _ in range(chance.randint(2, 4))]
        for _ in range(count)
    ]


_TYPE = list[str | list[str]]


def _as_lists(value: list[str | list[str]]) -> list[list[str]]:
    """The peers leave it to their users to tell one from many."""
    return [[each] if isinstance(each, str) else each for each in value]


def _items(value: PatternsXmlModel | PatternsXmlData) -> list[list[str]]:
    return [each.items for each in value.items]


SHAPES = (
    Shape(
        "one or many",
        patterns,
        1500,
        array(one_or_many(string)),
        {
            "pydantic": pydantic_peer(_TYPE, _as_lists),
            "serpyco-rs": serpyco_peer(_TYPE, _as_lists),
            "msgspec": msgspec_peer(_TYPE, _as_lists),
        },
        Limit(2.2),
        xml=Xml(
            array(one_or_many(string)),
            {
                "pydantic-xml": pydantic_xml_peer(PatternsXmlModel, _items),
                "xsdata": xsdata_peer(PatternsXmlData, _items),
            },
        ),
    ),
)
