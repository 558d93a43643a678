"""A flat tagged union of records."""

from dataclasses import dataclass
from dataclasses import field as member
from typing import Annotated, Any, Literal

import msgspec
from pydantic import BaseModel, Field
from pydantic_xml import BaseXmlModel, element, wrapped
from serpyco_rs.metadata import Discriminator

from ecr_decode import Record, array, boolean, case, field, integer, string, tagged_union

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


class Push(Record):
    branch: str = field("branch", string)
    commits: int = field("commits", integer)


class Review(Record):
    author: str = field("author", string)
    approved: bool = field("approved", boolean)


class Release(Record):
    name: str = field("name", string)
    assets: tuple[str, ...] = field("assets", array(string))


ACTIVITY = tagged_union("event", case("push", Push) | case("review", Review) | case("release", Release))


class PushModel(BaseModel):
    event: Literal["push"]
    branch: str
    commits: int


class ReviewModel(BaseModel):
    event: Literal["review"]
    author: str
    approved: bool


class ReleaseModel(BaseModel):
    event: Literal["release"]
    name: str
    assets: list[str]


@dataclass(slots=True)
class PushData:
    event: Literal["push"]
    branch: str
    commits: int


@dataclass(slots=True)
class ReviewData:
    event: Literal["review"]
    author: str
    approved: bool


@dataclass(slots=True)
class ReleaseData:
    event: Literal["release"]
    name: str
    assets: list[str]


class PushStruct(msgspec.Struct, tag_field="event", tag="push"):
    branch: str
    commits: int


class ReviewStruct(msgspec.Struct, tag_field="event", tag="review"):
    author: str
    approved: bool


class ReleaseStruct(msgspec.Struct, tag_field="event", tag="release"):
    name: str
    assets: list[str]


class PushXmlModel(BaseXmlModel):
    event: Literal["push"] = element()
    branch: str = element()
    commits: int = element()


class ReviewXmlModel(BaseXmlModel):
    event: Literal["review"] = element()
    author: str = element()
    approved: bool = element()


class ReleaseXmlModel(BaseXmlModel):
    event: Literal["release"] = element()
    name: str = element()
    assets: list[str] = wrapped("assets", element(tag="item", default_factory=list))


class ActivityXmlModel(BaseXmlModel, tag="value"):
    """Without a discriminator, which pydantic-xml allows for attributes only."""

    items: list[PushXmlModel | ReviewXmlModel | ReleaseXmlModel] = element(tag="item")


@dataclass
class PushXmlData:
    event: str = member(init=False, default="push", metadata=ELEMENT)
    branch: str = member(metadata=ELEMENT)
    commits: int = member(metadata=ELEMENT)


@dataclass
class ReviewXmlData:
    event: str = member(init=False, default="review", metadata=ELEMENT)
    author: str = member(metadata=ELEMENT)
    approved: bool = member(metadata=ELEMENT)


@dataclass
class ReleaseXmlData:
    event: str = member(init=False, default="release", metadata=ELEMENT)
    name: str = member(metadata=ELEMENT)
    assets: list[str] = member(metadata=ITEM | {"wrapper": "assets"}, default_factory=list[str])


@dataclass
class ActivityXmlData:
    items: list[PushXmlData | ReviewXmlData | ReleaseXmlData] = member(metadata=ITEM)

    class Meta:
        name = "value"


def activity(chance: Chance, count: int) -> list[dict[str, Any]]:
    def one() -> dict[str, Any]:
        match chance.randrange(3):
            case 0:
                return {"event": "push", "branch": chance.name(), "commits": chance.randrange(30)}
            case 1:
                return {"event": "review", "author": chance.name(), "approved": chance.yes()}
            case _:
                assets = [chance.name() for _ in range(chance.randrange(4))]
                return {"event": "release", "name": chance.name(), "assets": assets}

    return [one() for _ in range(count)]


SHAPES = (
    Shape(
        "tagged union",
        activity,
        1000,
        array(ACTIVITY),
        {
            "pydantic": pydantic_peer(
                list[Annotated[PushModel | ReviewModel | ReleaseModel, Field(discriminator="event")]]
            ),
            "serpyco-rs": serpyco_peer(
                list[Annotated[PushData | ReviewData | ReleaseData, Discriminator("event")]]
            ),
            "msgspec": msgspec_peer(list[PushStruct | ReviewStruct | ReleaseStruct]),
        },
        Limit(2.3),
        xml=Xml(
            array(ACTIVITY),
            {
                "pydantic-xml": pydantic_xml_peer(ActivityXmlModel, ITEMS),
                "xsdata": xsdata_peer(ActivityXmlData, ITEMS),
            },
        ),
        tags=("event",),
    ),
)
