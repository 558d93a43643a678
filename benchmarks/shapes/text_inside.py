"""JSON in a text, as queues and event buses deliver it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import orjson
import serpyco_rs
from pydantic import BaseModel, Json

from ecr_decode import Record, array, field, integer, json_text, string

from .chance import Chance
from .libraries import pydantic_peer, serpyco_mapped, serpyco_peer
from .shape import AS_PYDANTIC, Shape, Xml


class Detail(Record):
    digest: str = field("digest", string)
    size: int = field("size", integer)
    tags: tuple[str, ...] = field("tags", array(string))


class Message(Record):
    id: str = field("id", string)
    body: Detail = field("body", json_text(Detail.codec))


class DetailModel(BaseModel):
    digest: str
    size: int
    tags: list[str]


class MessageModel(BaseModel):
    id: str
    body: Json[DetailModel]


@dataclass(slots=True)
class DetailData:
    digest: str
    size: int
    tags: list[str]


_DETAIL = serpyco_rs.Serializer(DetailData, codec=serpyco_rs.JSON)


def spell(detail: DetailData) -> str:
    return _DETAIL.dump(detail).decode()


@dataclass(slots=True)
class MessageData:
    id: str
    body: Annotated[DetailData, serpyco_mapped(_DETAIL.load, spell)]


def messages(chance: Chance, count: int) -> list[dict[str, Any]]:
    def body() -> str:
        tags = [chance.word() for _ in range(chance.randrange(4))]
        detail = {"digest": f"{chance.getrandbits(128):x}", "size": chance.randrange(10**9), "tags": tags}
        return orjson.dumps(detail).decode()

    return [{"id": chance.name(), "body": body()} for _ in range(count)]


SHAPES = (
    Shape(
        "JSON in text",
        messages,
        800,
        array(Message.codec),
        {
            "pydantic": pydantic_peer(list[MessageModel], round_trip=True),
            "serpyco-rs": serpyco_peer(list[MessageData]),
        },
        AS_PYDANTIC,
        xml=Xml(array(Message.codec)),
    ),
)
