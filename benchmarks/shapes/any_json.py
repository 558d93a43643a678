"""Any JSON, with exact integers: documents of everyday numbers, and of identifiers of 19 digits."""

from __future__ import annotations

from typing import Any

from ecr_decode import json_value

from .chance import Chance, as_texts
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Shape, Xml


def posts(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [_post(chance, chance.randrange(10**9)) for _ in range(count)]


def posts_with_long_identifiers(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [_post(chance, 10**18 + chance.randrange(8 * 10**18)) for _ in range(count)]


def _post(chance: Chance, identifier: int) -> dict[str, Any]:
    return {
        "id": identifier,
        "text": chance.words(4, 12),
        "tags": [chance.word() for _ in range(chance.randrange(4))],
        "author": {"name": chance.name(), "verified": chance.yes(0.2), "followers": chance.randrange(10**5)},
        "place": None if chance.yes() else {"at": [chance.decimal(90), chance.decimal(180)]},
    }


_PEERS = {"pydantic": pydantic_peer(Any), "serpyco-rs": serpyco_peer(Any), "msgspec": msgspec_peer(Any)}


def _as_xml(chance: Chance, count: int) -> dict[str, Any]:
    return {"post": as_texts(posts(chance, count))}


# `json_value` reads a whole document by calling `xmltodict.parse`.
_XML = Xml(json_value, make=_as_xml, read=Limit(1.1))

SHAPES = (
    Shape("json_value", posts, 500, json_value, _PEERS, Limit(1.7), Limit(2.5), _XML),
    Shape(
        "json_value, integers of 19 digits",
        posts_with_long_identifiers,
        500,
        json_value,
        _PEERS,
        Limit(2.4),
        Limit(2.5),
    ),
)
