"""A user's own frozen dataclasses, which the library fills through `record(...)`."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Any

from pydantic_xml import BaseXmlModel, element, wrapped

from ecr_decode import array, boolean, field, integer, number, record, string

from .chance import Chance
from .libraries import (
    ELEMENT,
    ITEM,
    ITEMS,
    msgspec_peer,
    pydantic_peer,
    pydantic_xml_peer,
    serpyco_peer,
    xsdata_peer,
)
from .shape import Limit, Shape, Xml


@dataclass(frozen=True)
class Leg:
    origin: str
    target: str
    minutes: int


@dataclass(frozen=True)
class Trip:
    id: int
    traveller: str
    paid: bool
    price: float
    legs: tuple[Leg, ...]
    labels: tuple[str, ...]


@dataclass(slots=True)
class LegData:
    origin: str
    target: str
    minutes: int


@dataclass(slots=True)
class TripData:
    id: int
    traveller: str
    paid: bool
    price: float
    legs: list[LegData]
    labels: list[str]


class LegXmlModel(BaseXmlModel):
    origin: str = element()
    target: str = element()
    minutes: int = element()


class TripXmlModel(BaseXmlModel):
    id: int = element()
    traveller: str = element()
    paid: bool = element()
    price: float = element()
    legs: list[LegXmlModel] = wrapped("legs", element(tag="item"))
    labels: list[str] = wrapped("labels", element(tag="item", default_factory=list))


class TripsXmlModel(BaseXmlModel, tag="value"):
    items: list[TripXmlModel] = element(tag="item")


@dataclass
class LegXmlData:
    origin: str = member(metadata=ELEMENT)
    target: str = member(metadata=ELEMENT)
    minutes: int = member(metadata=ELEMENT)


@dataclass
class TripXmlData:
    id: int = member(metadata=ELEMENT)
    traveller: str = member(metadata=ELEMENT)
    paid: bool = member(metadata=ELEMENT)
    price: float = member(metadata=ELEMENT)
    legs: list[LegXmlData] = member(metadata=ITEM | {"wrapper": "legs"})
    labels: list[str] = member(metadata=ITEM | {"wrapper": "labels"}, default_factory=list[str])


@dataclass
class TripsXmlData:
    items: list[TripXmlData] = member(metadata=ITEM)

    class Meta:
        name = "value"


TRIP = record(
    Trip,
    id=field("id", integer),
    traveller=field("traveller", string),
    paid=field("paid", boolean),
    price=field("price", number),
    legs=field(
        "legs",
        array(
            record(
                Leg,
                origin=field("origin", string),
                target=field("target", string),
                minutes=field("minutes", integer),
            )
        ),
    ),
    labels=field("labels", array(string)),
)


def trips(chance: Chance, count: int) -> list[dict[str, Any]]:
    def leg() -> dict[str, Any]:
        return {"origin": chance.word(), "target": chance.word(), "minutes": chance.randrange(600)}

    return [
        {
            "id": chance.randrange(10**6),
            "traveller": chance.words(2, 2),
            "paid": chance.yes(),
            "price": chance.decimal(900),
            "legs": [leg() for _ in range(chance.randint(1, 4))],
            "labels": [chance.words(1, 3) for _ in range(chance.randrange(4))],
        }
        for _ in range(count)
    ]


SHAPES = (
    Shape(
        "own dataclasses",
        trips,
        300,
        array(TRIP),
        {
            "pydantic": pydantic_peer(list[Trip]),
            "serpyco-rs": serpyco_peer(list[TripData]),
            "msgspec": msgspec_peer(list[Trip]),
        },
        Limit(2),
        xml=Xml(
            array(TRIP),
            {
                "pydantic-xml": pydantic_xml_peer(TripsXmlModel, ITEMS),
                "xsdata": xsdata_peer(TripsXmlData, ITEMS),
            },
        ),
    ),
)
