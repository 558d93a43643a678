"""Rules over several members: periods that end after they start."""

from __future__ import annotations

from typing import Any

import msgspec
from pydantic import BaseModel, model_validator

from ecr_decode import Record, array, field, integer, refine, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer
from .shape import AS_PYDANTIC, Shape


class Period(Record):
    name: str = field("name", string)
    start: int = field("start", integer)
    end: int = field("end", integer)

    @refine("expected an end after the start", at="end")
    def ordered(self) -> bool:
        return self.start < self.end


class PeriodModel(BaseModel):
    name: str
    start: int
    end: int

    @model_validator(mode="after")
    def ordered(self) -> PeriodModel:
        if self.start >= self.end:
            raise ValueError("expected an end after the start")
        return self


class PeriodStruct(msgspec.Struct):
    name: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError("expected an end after the start")


def periods(chance: Chance, count: int) -> list[dict[str, Any]]:
    def period(start: int) -> dict[str, Any]:
        return {"name": chance.name(), "start": start, "end": start + chance.randint(1, 1000)}

    return [period(chance.randrange(10**6)) for _ in range(count)]


SHAPES = (
    Shape(
        "rules over members",
        periods,
        1500,
        array(Period.codec),
        {"pydantic": pydantic_peer(list[PeriodModel]), "msgspec": msgspec_peer(list[PeriodStruct])},
        AS_PYDANTIC,
    ),
)
