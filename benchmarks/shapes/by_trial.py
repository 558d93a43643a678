"""`one_of` records that only trying tells apart: the same names, with values of different kinds."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Any

from pydantic import BaseModel
from pydantic_xml import BaseXmlModel, element, wrapped

from ecr_decode import Record, array, case, field, integer, one_of, string

from .chance import Chance
from .libraries import ELEMENT, ITEM, ITEMS, pydantic_peer, pydantic_xml_peer, serpyco_peer, xsdata_peer
from .shape import Limit, Shape, Xml


class Count(Record):
    key: str = field("key", string)
    value: int = field("value", integer)


class Label(Record):
    key: str = field("key", string)
    value: str = field("value", string)


class Range(Record):
    key: str = field("key", string)
    value: tuple[int, ...] = field("value", array(integer))


PROPERTIES = array(one_of(case("count", Count) | case("label", Label) | case("range", Range)))


class CountModel(BaseModel):
    key: str
    value: int


class LabelModel(BaseModel):
    key: str
    value: str


class RangeModel(BaseModel):
    key: str
    value: list[int]


@dataclass(slots=True)
class CountData:
    key: str
    value: int


@dataclass(slots=True)
class LabelData:
    key: str
    value: str


@dataclass(slots=True)
class RangeData:
    key: str
    value: list[int]


class CountXmlModel(BaseXmlModel):
    key: str = element()
    value: int = element()


class LabelXmlModel(BaseXmlModel):
    key: str = element()
    value: str = element()


class RangeXmlModel(BaseXmlModel):
    key: str = element()
    value: list[int] = wrapped("value", element(tag="item"))


class PropertiesXmlModel(BaseXmlModel, tag="value"):
    items: list[CountXmlModel | LabelXmlModel | RangeXmlModel] = element(tag="item")


@dataclass
class CountXmlData:
    key: str = member(metadata=ELEMENT)
    value: int = member(metadata=ELEMENT)


@dataclass
class LabelXmlData:
    key: str = member(metadata=ELEMENT)
    value: str = member(metadata=ELEMENT)


@dataclass
class RangeXmlData:
    key: str = member(metadata=ELEMENT)
    value: list[int] = member(metadata=ITEM | {"wrapper": "value"})


@dataclass
class PropertiesXmlData:
    items: list[CountXmlData | LabelXmlData | RangeXmlData] = member(metadata=ITEM)

    class Meta:
        name = "value"


def properties(chance: Chance, count: int) -> list[dict[str, Any]]:
    def value() -> Any:
        return chance.choice((chance.randrange(1000), chance.name(), [chance.randrange(9) for _ in range(2)]))

    return [{"key": chance.word(), "value": value()} for _ in range(count)]


SHAPES = (
    Shape(
        "one_of, by trial",
        properties,
        1000,
        PROPERTIES,
        {
            "pydantic": pydantic_peer(list[CountModel | LabelModel | RangeModel]),
            "serpyco-rs": serpyco_peer(list[CountData | LabelData | RangeData]),
        },
        Limit(share=1.2),
        xml=Xml(
            PROPERTIES,
            {
                "pydantic-xml": pydantic_xml_peer(PropertiesXmlModel, ITEMS),
                "xsdata": xsdata_peer(PropertiesXmlData, ITEMS),
            },
        ),
    ),
)
