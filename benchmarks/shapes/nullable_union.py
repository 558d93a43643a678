"""A member that is a tagged union or null."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from pydantic import BaseModel, Field
from pydantic_xml import BaseXmlModel, element
from serpyco_rs.metadata import Discriminator

from ecr_decode import Record, array, case, field, integer, nullable, string, tagged_union

from .chance import Chance
from .libraries import ITEMS, msgspec_peer, pydantic_peer, pydantic_xml_peer, serpyco_peer
from .shape import AS_PYDANTIC, Shape, Xml


class Email(Record):
    address: str = field("address", string)


class Phone(Record):
    country: int = field("country", integer)
    number: str = field("number", string)


CONTACT = tagged_union("by", case("email", Email) | case("phone", Phone))


class Guest(Record):
    name: str = field("name", string)
    contact: Email | Phone | None = field("contact", nullable(CONTACT))


class EmailModel(BaseModel):
    by: Literal["email"]
    address: str


class PhoneModel(BaseModel):
    by: Literal["phone"]
    country: int
    number: str


class GuestModel(BaseModel):
    name: str
    contact: Annotated[EmailModel | PhoneModel, Field(discriminator="by")] | None


@dataclass(slots=True)
class EmailData:
    by: Literal["email"]
    address: str


@dataclass(slots=True)
class PhoneData:
    by: Literal["phone"]
    country: int
    number: str


@dataclass(slots=True)
class GuestData:
    name: str
    contact: Annotated[EmailData | PhoneData, Discriminator("by")] | None


class EmailStruct(msgspec.Struct, tag_field="by", tag="email"):
    address: str


class PhoneStruct(msgspec.Struct, tag_field="by", tag="phone"):
    country: int
    number: str


class GuestStruct(msgspec.Struct):
    name: str
    contact: EmailStruct | PhoneStruct | None


class EmailXmlModel(BaseXmlModel):
    by: Literal["email"] = element()
    address: str = element()


class PhoneXmlModel(BaseXmlModel):
    by: Literal["phone"] = element()
    country: int = element()
    number: str = element()


class GuestXmlModel(BaseXmlModel):
    name: str = element()
    contact: EmailXmlModel | PhoneXmlModel | None = element(tag="contact", nillable=True, default=None)


class GuestsXmlModel(BaseXmlModel, tag="value"):
    items: list[GuestXmlModel] = element(tag="item")


def guests(chance: Chance, count: int) -> list[dict[str, Any]]:
    def contact() -> dict[str, Any] | None:
        match chance.randrange(3):
            case 0:
                return {"by": "email", "address": f"{chance.name()}@example.org"}
            case 1:
                return {"by": "phone", "country": chance.randrange(1, 99), "number": chance.name()}
            case _:
                return None

    return [{"name": chance.words(1, 3), "contact": contact()} for _ in range(count)]


SHAPES = (
    Shape(
        "nullable union",
        guests,
        1000,
        array(Guest.codec),
        {
            "pydantic": pydantic_peer(list[GuestModel]),
            "serpyco-rs": serpyco_peer(list[GuestData]),
            "msgspec": msgspec_peer(list[GuestStruct]),
        },
        AS_PYDANTIC,
        # In place of a union of classes, xsdata does not read `xsi:nil`, and pydantic-xml does not write it.
        xml=Xml(array(Guest.codec), {"pydantic-xml": pydantic_xml_peer(GuestsXmlModel, ITEMS, writes=False)}),
        tags=("by",),
    ),
)
