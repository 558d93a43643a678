"""Records whose members are null where they might be absent, as many services write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from pydantic import BaseModel

from ecr_decode import Record, array, field, integer, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import AS_PYDANTIC, Shape


class Contact(Record, null_as_absent=True):
    id: int = field("id", integer)
    name: str | None = field("name", string, default=None)
    phone: str | None = field("phone", string, default=None)
    age: int | None = field("age", integer, default=None)


class ContactModel(BaseModel):
    id: int
    name: str | None = None
    phone: str | None = None
    age: int | None = None


@dataclass(slots=True)
class ContactData:
    id: int
    name: str | None = None
    phone: str | None = None
    age: int | None = None


class ContactStruct(msgspec.Struct):
    id: int
    name: str | None = None
    phone: str | None = None
    age: int | None = None


def contacts(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [
        {
            "id": chance.randrange(10**6),
            "name": chance.name() if chance.yes() else None,
            "phone": str(chance.randrange(10**9)) if chance.yes() else None,
            "age": chance.randrange(100) if chance.yes() else None,
        }
        for _ in range(count)
    ]


SHAPES = (
    Shape(
        "nulls for absence",
        contacts,
        800,
        array(Contact.codec),
        {
            "pydantic": pydantic_peer(list[ContactModel]),
            "serpyco-rs": serpyco_peer(list[ContactData]),
            "msgspec": msgspec_peer(list[ContactStruct]),
        },
        AS_PYDANTIC,
    ),
)
