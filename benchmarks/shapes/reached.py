"""`at`: records below two names of an envelope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from pydantic import BaseModel

from ecr_decode import Record, array, at, field, integer, number, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Peer, Shape


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


def reply(chance: Chance, count: int) -> dict[str, Any]:
    def node() -> dict[str, Any]:
        return {"id": chance.randrange(10**6), "title": chance.words(1, 4), "score": chance.decimal(10)}

    return {"data": {"nodes": [node() for _ in range(count)]}}


def _opened(peer: Peer) -> Peer:
    return Peer(peer.read, peer.write, lambda found: found.data.nodes)


SHAPES = (
    Shape(
        "at",
        reply,
        1500,
        at("data", "nodes", array(Node.codec)),
        {
            "pydantic": _opened(pydantic_peer(ReplyModel)),
            "serpyco-rs": _opened(serpyco_peer(ReplyData)),
            "msgspec": _opened(msgspec_peer(ReplyStruct)),
        },
        Limit(1.1),
    ),
)
