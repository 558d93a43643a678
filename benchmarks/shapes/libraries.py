"""The peers: how the users of each library read and write a type, in its fastest documented way."""

from __future__ import annotations

from typing import Any

import msgspec
import serpyco_rs
from pydantic import TypeAdapter

from .shape import Peer

JSON_PEERS = ("pydantic", "serpyco-rs", "msgspec")
XML_PEERS = ("pydantic-xml", "xsdata")


def pydantic_peer(type_: Any, *, by_alias: bool | None = None, round_trip: bool = False) -> Peer:
    adapter: TypeAdapter[Any] = TypeAdapter(type_)
    if by_alias is None and not round_trip:
        return Peer(adapter.validate_json, adapter.dump_json)
    return Peer(
        adapter.validate_json,
        lambda value: adapter.dump_json(value, by_alias=by_alias, round_trip=round_trip),
    )


def serpyco_peer(type_: Any, *, omit_none: bool = False) -> Peer:
    serializer = serpyco_rs.Serializer[Any, serpyco_rs.Json](
        type_, omit_none=omit_none, codec=serpyco_rs.JSON
    )
    return Peer(serializer.load, serializer.dump)


def msgspec_peer(type_: Any) -> Peer:
    return Peer(msgspec.json.Decoder(type_).decode, msgspec.json.Encoder().encode)
