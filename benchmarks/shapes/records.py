"""Records of scalars, named directly and through `lazy`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from pydantic import BaseModel

from ecr_decode import Record, array, boolean, field, integer, lazy, nullable, number, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Shape


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


_PEERS = {
    "pydantic": pydantic_peer(list[SampleModel]),
    "serpyco-rs": serpyco_peer(list[SampleData]),
    "msgspec": msgspec_peer(list[SampleStruct]),
}

SHAPES = (
    Shape("records", samples, 1500, array(Sample.codec), _PEERS, Limit(1.1), Limit(3.4)),
    Shape(
        "records through lazy",
        samples,
        1500,
        array(lazy(lambda: Sample.codec)),
        _PEERS,
        Limit(1.1),
        Limit(3.4),
    ),
)
