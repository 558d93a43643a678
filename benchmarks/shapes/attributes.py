"""Records with attributes and flattened lists, as XML has them."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Annotated, Any

import msgspec
from pydantic import BaseModel, Field
from pydantic_xml import BaseXmlModel, attr, element
from serpyco_rs.metadata import Alias

from ecr_decode import Record, array, attribute, field, flattened, integer, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, pydantic_xml_peer, serpyco_peer, xsdata_peer
from .shape import Limit, Shape, Xml


class Rendition(Record):
    width: int = field("width", integer, xml=attribute)
    height: int = field("height", integer, xml=attribute)
    url: str = field("url", string)


class Photo(Record):
    id: int = field("id", integer, xml=attribute)
    taken: str = field("taken", string, xml=attribute)
    title: str = field("title", string)
    tags: tuple[str, ...] = field("tag", array(string), xml=flattened)
    renditions: tuple[Rendition, ...] = field("rendition", array(Rendition.codec), xml=flattened)


class Album(Record):
    photos: tuple[Photo, ...] = field("photo", array(Photo.codec), xml=flattened)


class RenditionModel(BaseModel):
    width: int
    height: int
    url: str


class PhotoModel(BaseModel, serialize_by_alias=True):
    id: int
    taken: str
    title: str
    tags: list[str] = Field(alias="tag")
    renditions: list[RenditionModel] = Field(alias="rendition")


class AlbumModel(BaseModel, serialize_by_alias=True):
    photos: list[PhotoModel] = Field(alias="photo")


@dataclass(slots=True)
class RenditionData:
    width: int
    height: int
    url: str


@dataclass(slots=True)
class PhotoData:
    id: int
    taken: str
    title: str
    tags: Annotated[list[str], Alias("tag")]
    renditions: Annotated[list[RenditionData], Alias("rendition")]


@dataclass(slots=True)
class AlbumData:
    photos: Annotated[list[PhotoData], Alias("photo")]


class RenditionStruct(msgspec.Struct):
    width: int
    height: int
    url: str


class PhotoStruct(msgspec.Struct):
    id: int
    taken: str
    title: str
    tags: list[str] = msgspec.field(name="tag")
    renditions: list[RenditionStruct] = msgspec.field(name="rendition")


class AlbumStruct(msgspec.Struct):
    photos: list[PhotoStruct] = msgspec.field(name="photo")


class RenditionXmlModel(BaseXmlModel):
    width: int = attr()
    height: int = attr()
    url: str = element()


class PhotoXmlModel(BaseXmlModel):
    id: int = attr()
    taken: str = attr()
    title: str = element()
    tags: list[str] = element(tag="tag", default_factory=list)
    renditions: list[RenditionXmlModel] = element(tag="rendition", default_factory=list)


class AlbumXmlModel(BaseXmlModel, tag="Album"):
    photos: list[PhotoXmlModel] = element(tag="photo")


@dataclass
class RenditionXmlData:
    width: int = member(metadata={"type": "Attribute"})
    height: int = member(metadata={"type": "Attribute"})
    url: str = member(metadata={"type": "Element"})


@dataclass
class PhotoXmlData:
    id: int = member(metadata={"type": "Attribute"})
    taken: str = member(metadata={"type": "Attribute"})
    title: str = member(metadata={"type": "Element"})
    tags: list[str] = member(metadata={"type": "Element", "name": "tag"}, default_factory=list[str])
    renditions: list[RenditionXmlData] = member(
        metadata={"type": "Element", "name": "rendition"}, default_factory=list[RenditionXmlData]
    )


@dataclass
class AlbumXmlData:
    photos: list[PhotoXmlData] = member(metadata={"type": "Element", "name": "photo"})

    class Meta:
        name = "Album"


def album(chance: Chance, count: int) -> dict[str, Any]:
    def rendition() -> dict[str, Any]:
        width, height = chance.randrange(100, 8000), chance.randrange(100, 6000)
        return {"width": width, "height": height, "url": f"/{chance.name()}/{chance.name()}.jpg"}

    def photo() -> dict[str, Any]:
        return {
            "id": chance.randrange(10**8),
            "taken": f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "title": chance.words(1, 5),
            "tag": [chance.word() for _ in range(chance.randrange(5))],
            "rendition": [rendition() for _ in range(chance.randint(1, 4))],
        }

    return {"photo": [photo() for _ in range(count)]}


SHAPES = (
    Shape(
        "attributes and flattened lists",
        album,
        250,
        Album.codec,
        {
            "pydantic": pydantic_peer(AlbumModel),
            "serpyco-rs": serpyco_peer(AlbumData),
            "msgspec": msgspec_peer(AlbumStruct),
        },
        Limit(1.1),
        Limit(3.4),
        Xml(
            Album.codec,
            {
                "pydantic-xml": pydantic_xml_peer(AlbumXmlModel),
                "xsdata": xsdata_peer(AlbumXmlData),
            },
            read=Limit(0.35),
        ),
    ),
)
