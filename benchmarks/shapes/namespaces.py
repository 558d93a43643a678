"""A feed whose items have elements of several namespaces, as RSS and Atom have."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Annotated, Any

import msgspec
from pydantic import BaseModel, Field
from pydantic_xml import BaseXmlModel, attr, element
from serpyco_rs.metadata import Alias

from ecr_decode import Record, array, attribute, field, flattened, string
from ecr_decode import element as named

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, pydantic_xml_peer, serpyco_peer, xsdata_peer
from .shape import Limit, Shape, Xml

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
NSMAP = {"atom": ATOM, "dc": DC, "media": MEDIA}


class Link(Record):
    href: str = field("href", string, xml=attribute)
    rel: str = field("rel", string, xml=attribute)


class Entry(Record):
    title: str = field("title", string)
    creator: str = field("creator", string, xml=named("creator", ns=DC))
    date: str = field("date", string, xml=named("date", ns=DC))
    keywords: tuple[str, ...] = field("keyword", array(string), xml=flattened("keyword", ns=MEDIA))
    links: tuple[Link, ...] = field("link", array(Link.codec), xml=flattened("link", ns=ATOM))


class Feed(Record):
    entries: tuple[Entry, ...] = field("item", array(Entry.codec), xml=flattened)


class LinkModel(BaseModel):
    href: str
    rel: str


class EntryModel(BaseModel, serialize_by_alias=True):
    title: str
    creator: str
    date: str
    keywords: list[str] = Field(alias="keyword")
    links: list[LinkModel] = Field(alias="link")


class FeedModel(BaseModel, serialize_by_alias=True):
    entries: list[EntryModel] = Field(alias="item")


@dataclass(slots=True)
class LinkData:
    href: str
    rel: str


@dataclass(slots=True)
class EntryData:
    title: str
    creator: str
    date: str
    keywords: Annotated[list[str], Alias("keyword")]
    links: Annotated[list[LinkData], Alias("link")]


@dataclass(slots=True)
class FeedData:
    entries: Annotated[list[EntryData], Alias("item")]


class LinkStruct(msgspec.Struct):
    href: str
    rel: str


class EntryStruct(msgspec.Struct):
    title: str
    creator: str
    date: str
    keywords: list[str] = msgspec.field(name="keyword")
    links: list[LinkStruct] = msgspec.field(name="link")


class FeedStruct(msgspec.Struct):
    entries: list[EntryStruct] = msgspec.field(name="item")


class LinkXmlModel(BaseXmlModel, tag="link", ns="atom", nsmap=NSMAP):
    href: str = attr()
    rel: str = attr()


class EntryXmlModel(BaseXmlModel, tag="item", nsmap=NSMAP):
    title: str = element()
    creator: str = element(ns="dc")
    date: str = element(ns="dc")
    keywords: list[str] = element(tag="keyword", ns="media", default_factory=list)
    links: list[LinkXmlModel] = element(tag="link", ns="atom", default_factory=list)


class FeedXmlModel(BaseXmlModel, tag="Feed", nsmap=NSMAP):
    entries: list[EntryXmlModel] = element(tag="item")


@dataclass
class LinkXmlData:
    href: str = member(metadata={"type": "Attribute"})
    rel: str = member(metadata={"type": "Attribute"})


@dataclass
class EntryXmlData:
    title: str = member(metadata={"type": "Element", "namespace": ""})
    creator: str = member(metadata={"type": "Element", "namespace": DC})
    date: str = member(metadata={"type": "Element", "namespace": DC})
    keywords: list[str] = member(
        metadata={"type": "Element", "name": "keyword", "namespace": MEDIA}, default_factory=list[str]
    )
    links: list[LinkXmlData] = member(
        metadata={"type": "Element", "name": "link", "namespace": ATOM}, default_factory=list[LinkXmlData]
    )


@dataclass
class FeedXmlData:
    entries: list[EntryXmlData] = member(metadata={"type": "Element", "name": "item", "namespace": ""})

    class Meta:
        name = "Feed"


def feed(chance: Chance, count: int) -> dict[str, Any]:
    def link(rel: str) -> dict[str, Any]:
        return {"href": f"https://{chance.name()}.example/{chance.name()}", "rel": rel}

    def entry() -> dict[str, Any]:
        return {
            "title": chance.words(2, 8),
            "creator": chance.name(),
            "date": f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "keyword": [chance.word() for _ in range(chance.randrange(4))],
            "link": [link(rel) for rel in ("self", "alternate", "via")[: chance.randint(1, 3)]],
        }

    return {"item": [entry() for _ in range(count)]}


SHAPES = (
    Shape(
        "elements in namespaces",
        feed,
        250,
        Feed.codec,
        {
            "pydantic": pydantic_peer(FeedModel),
            "serpyco-rs": serpyco_peer(FeedData),
            "msgspec": msgspec_peer(FeedStruct),
        },
        Limit(1.1),
        Limit(3.4),
        Xml(
            Feed.codec,
            {
                "pydantic-xml": pydantic_xml_peer(FeedXmlModel),
                "xsdata": xsdata_peer(FeedXmlData),
            },
        ),
    ),
)
