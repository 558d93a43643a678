"""A user's own frozen dataclasses, which the library fills through `record(...)`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ecr_decode import array, boolean, dict_of, field, integer, number, record, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Shape


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
    notes: dict[str, str]


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
    notes: dict[str, str]


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
    notes=field("notes", dict_of(string)),
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
            "notes": {chance.word(): chance.words(1, 4) for _ in range(chance.randrange(3))},
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
    ),
)
