"""Members under several names: what two services call the same."""

from __future__ import annotations

from typing import Any

from pydantic import AliasChoices, BaseModel, Field

from ecr_decode import Record, array, field, integer, string

from .chance import Chance
from .libraries import pydantic_peer
from .shape import AS_PYDANTIC, Shape


class Person(Record):
    id: int = field("id", integer, aliases=("user_id",))
    name: str = field("name", string, aliases=("full_name", "displayName"))
    city: str | None = field("city", string, default=None, aliases=("town",))
    age: int = field("age", integer)


class PersonModel(BaseModel):
    id: int = Field(validation_alias=AliasChoices("id", "user_id"))
    name: str = Field(validation_alias=AliasChoices("name", "full_name", "displayName"))
    city: str | None = Field(default=None, validation_alias=AliasChoices("city", "town"))
    age: int


def people(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [
        {
            chance.choice(("id", "user_id")): chance.randrange(10**6),
            chance.choice(("name", "displayName")): chance.name(),
            chance.choice(("city", "town")): chance.word(),
            "age": chance.randrange(90),
        }
        for _ in range(count)
    ]


SHAPES = (
    Shape(
        "members under several names",
        people,
        1500,
        array(Person.codec),
        {"pydantic": pydantic_peer(list[PersonModel])},
        AS_PYDANTIC,
    ),
)
