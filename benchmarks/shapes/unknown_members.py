"""Records that keep the members they do not name: `others(json_value)`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel
from serpyco_rs.metadata import Flatten

from ecr_decode import JsonValue, Record, array, field, integer, json_value, others, string

from .chance import Chance, as_texts
from .libraries import pydantic_peer, serpyco_peer
from .shape import Limit, Shape, Xml


class Event(Record):
    at: int = field("at", integer)
    level: str = field("level", string)
    rest: dict[str, JsonValue] = others(json_value)


class EventModel(BaseModel, extra="allow"):
    at: int
    level: str


@dataclass(slots=True)
class EventData:
    at: int
    level: str
    rest: Annotated[dict[str, Any], Flatten]


def events(chance: Chance, count: int) -> list[dict[str, Any]]:
    def event() -> dict[str, Any]:
        made: dict[str, Any] = {
            "at": 1_700_000_000 + chance.randrange(10**8),
            "level": chance.choice(("info", "warning", "error")),
            "message": chance.words(2, 6),
            "duration": chance.decimal(30),
        }
        if chance.yes():
            made["attempt"] = chance.randrange(5)
        if chance.yes(0.25):
            made["request"] = {"path": f"/{chance.name()}", "retries": [1, 2, 4][: chance.randrange(4)]}
        return made

    return [event() for _ in range(count)]


def _as_xml(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [as_texts(each) | {"at": each["at"]} for each in events(chance, count)]


SHAPES = (
    Shape(
        "others(json_value)",
        events,
        1500,
        array(Event.codec),
        {"pydantic": pydantic_peer(list[EventModel]), "serpyco-rs": serpyco_peer(list[EventData])},
        Limit(3.3),
        Limit(8.5),
        xml=Xml(array(Event.codec), make=_as_xml),
        spread="rest",
    ),
)
