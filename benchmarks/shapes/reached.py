"""`at`: records below two names of an envelope."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from operator import attrgetter
from typing import Any

import msgspec
from pydantic import BaseModel
from pydantic_xml import BaseXmlModel, element, wrapped

from ecr_decode import Record, array, at, field, integer, number, string

from .chance import Chance
from .libraries import (
    ELEMENT,
    ITEM,
    msgspec_peer,
    pydantic_peer,
    pydantic_xml_peer,
    serpyco_peer,
    xsdata_peer,
)
from .shape import Limit, Shape, Xml


class Node(Record):
    id: int = field("id", integer)
    title: str = field("title", string)
    score: float = field("score", number)


class NodeModel(BaseModel):
    id: int
    title: str
    score: float


class PageModel(BaseModel):
    nodes: list[NodeModel]


class ReplyModel(BaseModel):
    data: PageModel


@dataclass(slots=True)
class NodeData:
    id: int
    title: str
    score: float


@dataclass(slots=True)
class PageData:
    nodes: list[NodeData]


@dataclass(slots=True)
class ReplyData:
    data: PageData


class NodeStruct(msgspec.Struct):
    id: int
    title: str
    score: float


class PageStruct(msgspec.Struct):
    nodes: list[NodeStruct]


class ReplyStruct(msgspec.Struct):
    data: PageStruct


class NodeXmlModel(BaseXmlModel):
    id: int = element()
    title: str = element()
    score: float = element()


class ReplyXmlModel(BaseXmlModel, tag="value"):
    nodes: list[NodeXmlModel] = wrapped("data/nodes", element(tag="item"))


@dataclass
class NodeXmlData:
    id: int = member(metadata=ELEMENT)
    title: str = member(metadata=ELEMENT)
    score: float = member(metadata=ELEMENT)


@dataclass
class PageXmlData:
    nodes: list[NodeXmlData] = member(metadata=ITEM | {"wrapper": "nodes"})


@dataclass
class ReplyXmlData:
    data: PageXmlData = member(metadata=ELEMENT)

    class Meta:
        name = "value"


def reply(chance: Chance, count: int) -> dict[str, Any]:
    def node() -> dict[str, Any]:
        return {"id": chance.randrange(10**6), "title": chance.words(1, 4), "score": chance.decimal(10)}

    return {"data": {"nodes": [node() for _ in range(count)]}}


_NODES = attrgetter("data.nodes")
_CODEC = at("data", "nodes", array(Node.codec))

SHAPES = (
    Shape(
        "at",
        reply,
        1500,
        _CODEC,
        {
            "pydantic": pydantic_peer(ReplyModel, _NODES),
            "serpyco-rs": serpyco_peer(ReplyData, _NODES),
            "msgspec": msgspec_peer(ReplyStruct, _NODES),
        },
        Limit(1.1),
        xml=Xml(
            _CODEC,
            {
                "pydantic-xml": pydantic_xml_peer(ReplyXmlModel, attrgetter("nodes")),
                "xsdata": xsdata_peer(ReplyXmlData, _NODES),
            },
        ),
    ),
)
