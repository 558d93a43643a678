"""A union told apart by integers, as gateways and ledgers number their messages."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from pydantic import BaseModel, Field

from ecr_decode import Record, array, case, field, integer, number, string, tagged_union

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer
from .shape import AS_PYDANTIC, Shape


class Said(Record):
    user: int = field("user", integer)
    text: str = field("text", string)


class Moved(Record):
    user: int = field("user", integer)
    x: float = field("x", number)
    y: float = field("y", number)


class Left(Record):
    user: int = field("user", integer)


class SaidModel(BaseModel):
    op: Literal[1] = 1
    user: int
    text: str


class MovedModel(BaseModel):
    op: Literal[2] = 2
    user: int
    x: float
    y: float


class LeftModel(BaseModel):
    op: Literal[7] = 7
    user: int


class SaidStruct(msgspec.Struct, tag_field="op", tag=1):
    user: int
    text: str


class MovedStruct(msgspec.Struct, tag_field="op", tag=2):
    user: int
    x: float
    y: float


class LeftStruct(msgspec.Struct, tag_field="op", tag=7):
    user: int


Model = Annotated[SaidModel | MovedModel | LeftModel, Field(discriminator="op")]


def messages(chance: Chance, count: int) -> list[dict[str, Any]]:
    def message() -> dict[str, Any]:
        user = chance.randrange(10**6)
        return chance.choice(
            (
                {"op": 1, "user": user, "text": chance.words(2, 8)},
                {"op": 2, "user": user, "x": chance.decimal(100), "y": chance.decimal(100)},
                {"op": 7, "user": user},
            )
        )

    return [message() for _ in range(count)]


SHAPES = (
    Shape(
        "tags that are integers",
        messages,
        1500,
        array(tagged_union("op", case(1, Said) | case(2, Moved) | case(7, Left))),
        {
            "pydantic": pydantic_peer(list[Model]),
            "msgspec": msgspec_peer(list[SaidStruct | MovedStruct | LeftStruct]),
        },
        AS_PYDANTIC,
        tags=("op",),
    ),
)
