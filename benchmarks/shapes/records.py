"""Records of scalars, named directly and through `lazy`."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Any

import msgspec
from pydantic import BaseModel
from pydantic_xml import BaseXmlModel, element

from ecr_decode import Record, array, boolean, field, integer, lazy, nullable, number, string

from .chance import Chance
from .libraries import (
    ELEMENT,
    ITEM,
    ITEMS,
    NILLABLE,
    msgspec_peer,
    pydantic_peer,
    pydantic_xml_peer,
    serpyco_peer,
    xsdata_peer,
)
from .shape import Limit, Shape, Xml


class Sample(Record):
    id: int = field("id", integer)
    sensor: str = field("sensor", string)
    value: float = field("value", number)
    valid: bool = field("valid", boolean)
    unit: str | None = field("unit", nullable(string))


class SampleModel(BaseModel):
    id: int
    sensor: str
    value: float
    valid: bool
    unit: str | None


@dataclass(slots=True)
class SampleData:
    id: int
    sensor: str
    value: float
    valid: bool
    unit: str | None


class SampleStruct(msgspec.Struct):
    id: int
    sensor: str
    value: float
    valid: bool
    unit: str | None


class SampleXmlModel(BaseXmlModel):
    id: int = element()
    sensor: str = element()
    value: float = element()
    valid: bool = element()
    unit: str | None = element(nillable=True, default=None)


class SamplesXmlModel(BaseXmlModel, tag="value"):
    items: list[SampleXmlModel] = element(tag="item")


@dataclass
class SampleXmlData:
    id: int = member(metadata=ELEMENT)
    sensor: str = member(metadata=ELEMENT)
    value: float = member(metadata=ELEMENT)
    valid: bool = member(metadata=ELEMENT)
    unit: str | None = member(metadata=NILLABLE)


@dataclass
class SamplesXmlData:
    items: list[SampleXmlData] = member(metadata=ITEM)

    class Meta:
        name = "value"


def samples(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [
        {
            "id": chance.randrange(10**9),
            "sensor": chance.name(),
            "value": chance.decimal(1000),
            "valid": chance.yes(0.9),
            "unit": chance.choice(("mm", "degC", None)),
        }
        for _ in range(count)
    ]


_XML_PEERS = {
    "pydantic-xml": pydantic_xml_peer(SamplesXmlModel, ITEMS),
    "xsdata": xsdata_peer(SamplesXmlData, ITEMS),
}
_PEERS = {
    "pydantic": pydantic_peer(list[SampleModel]),
    "serpyco-rs": serpyco_peer(list[SampleData]),
    "msgspec": msgspec_peer(list[SampleStruct]),
}

_THROUGH_LAZY = array(lazy(lambda: Sample.codec))

SHAPES = (
    Shape(
        "records",
        samples,
        1500,
        array(Sample.codec),
        _PEERS,
        Limit(1.1),
        Limit(3.4),
        Xml(array(Sample.codec), _XML_PEERS),
    ),
    Shape(
        "records through lazy",
        samples,
        1500,
        _THROUGH_LAZY,
        _PEERS,
        Limit(1.1),
        Limit(3.4),
        Xml(_THROUGH_LAZY, _XML_PEERS),
    ),
)
