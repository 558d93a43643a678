"""Records that share members by inlining a record; the peers repeat them."""

from __future__ import annotations

from typing import Any

import msgspec
from pydantic import BaseModel

from ecr_decode import Record, array, field, inline, integer, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer
from .shape import AS_PYDANTIC, Shape


class Head(Record):
    id: int = field("id", integer)
    made: int = field("made", integer)


class Note(Record):
    head: Head = inline(Head.codec)
    title: str = field("title", string)
    body: str = field("body", string)


class NoteModel(BaseModel):
    id: int
    made: int
    title: str
    body: str


class NoteStruct(msgspec.Struct):
    id: int
    made: int
    title: str
    body: str


def notes(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [
        {
            "id": chance.randrange(10**6),
            "made": chance.randrange(10**9),
            "title": chance.words(2, 5),
            "body": chance.words(4, 9),
        }
        for _ in range(count)
    ]


SHAPES = (
    Shape(
        "members inlined",
        notes,
        1500,
        array(Note.codec),
        {"pydantic": pydantic_peer(list[NoteModel]), "msgspec": msgspec_peer(list[NoteStruct])},
        AS_PYDANTIC,
        spread="head",
    ),
)
