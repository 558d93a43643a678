"""Records with one mapped scalar among members that are read as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, PlainSerializer
from pydantic_xml import BaseXmlModel, element, wrapped

from ecr_decode import Record, array, boolean, field, integer, number, string

from .chance import Chance
from .libraries import ITEMS, pydantic_peer, pydantic_xml_peer, serpyco_mapped, serpyco_peer
from .shape import Limit, Shape, Xml


class Parcel(Record):
    id: int = field("id", integer)
    country: str = field("country", string.map(str.upper, str.lower))
    sender: str = field("sender", string)
    receiver: str = field("receiver", string)
    weight: float = field("weight", number)
    height: float = field("height", number)
    fragile: bool = field("fragile", boolean)
    stops: tuple[str, ...] = field("stops", array(string))


class ParcelModel(BaseModel):
    id: int
    country: Annotated[str, AfterValidator(str.upper), PlainSerializer(str.lower)]
    sender: str
    receiver: str
    weight: float
    height: float
    fragile: bool
    stops: list[str]


@dataclass(slots=True)
class ParcelData:
    id: int
    country: Annotated[str, serpyco_mapped(str.upper, str.lower)]
    sender: str
    receiver: str
    weight: float
    height: float
    fragile: bool
    stops: list[str]


class ParcelXmlModel(BaseXmlModel):
    id: int = element()
    country: Annotated[str, AfterValidator(str.upper), PlainSerializer(str.lower)] = element()
    sender: str = element()
    receiver: str = element()
    weight: float = element()
    height: float = element()
    fragile: bool = element()
    stops: list[str] = wrapped("stops", element(tag="item", default_factory=list))


class ParcelsXmlModel(BaseXmlModel, tag="value"):
    items: list[ParcelXmlModel] = element(tag="item")


def parcels(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [
        {
            "id": chance.randrange(10**9),
            "country": chance.choice(("se", "br", "jp", "pl")),
            "sender": chance.words(2, 3),
            "receiver": chance.words(2, 3),
            "weight": chance.decimal(30),
            "height": chance.decimal(2),
            "fragile": chance.yes(0.2),
            "stops": [chance.word() for _ in range(chance.randrange(6))],
        }
        for _ in range(count)
    ]


SHAPES = (
    Shape(
        "a mapped scalar in records",
        parcels,
        800,
        array(Parcel.codec),
        {"pydantic": pydantic_peer(list[ParcelModel]), "serpyco-rs": serpyco_peer(list[ParcelData])},
        Limit(1.1),
        xml=Xml(array(Parcel.codec), {"pydantic-xml": pydantic_xml_peer(ParcelsXmlModel, ITEMS)}),
    ),
)
