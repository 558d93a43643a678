"""The peers: how the users of each library read and write a type, in its fastest documented way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any, cast

import msgspec
import serpyco_rs
from pydantic import TypeAdapter
from pydantic_xml import BaseXmlModel
from serpyco_rs.metadata import serialize_with
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.writers import XmlEventWriter

from .shape import Peer, same

JSON_PEERS = ("pydantic", "serpyco-rs", "msgspec")
XML_PEERS = ("pydantic-xml", "xsdata")

Opened = Callable[[Any], Any]

ITEMS = attrgetter("items")
"""Documents in XML have a root, whose items are what ours gives."""

ELEMENT = {"type": "Element"}
NILLABLE = {"type": "Element", "nillable": True}
ITEM = {"type": "Element", "name": "item"}
"""What xsdata is told about a field."""

_CONTEXT = XmlContext()
_PARSER = XmlParser(context=_CONTEXT, handler=XmlEventHandler)  # faster here than its handler over lxml
_SERIALIZER = XmlSerializer(context=_CONTEXT, writer=XmlEventWriter)


def pydantic_peer(type_: Any, opened: Opened = same, *, round_trip: bool = False) -> Peer:
    adapter: TypeAdapter[Any] = TypeAdapter(type_)
    if round_trip:
        return Peer(adapter.validate_json, lambda value: adapter.dump_json(value, round_trip=True), opened)
    return Peer(adapter.validate_json, adapter.dump_json, opened)


def serpyco_peer(type_: Any, opened: Opened = same) -> Peer:
    serializer = serpyco_rs.Serializer[Any, serpyco_rs.Json](type_, codec=serpyco_rs.JSON)
    return Peer(serializer.load, serializer.dump, opened)


def serpyco_mapped(read: Callable[[Any], Any], write: Callable[[Any], Any]) -> Any:
    """The functions between a value and its form, as serpyco-rs takes them in an annotation."""
    return replace(serialize_with(write), deserialize=read)


def msgspec_peer(type_: Any, opened: Opened = same) -> Peer:
    return Peer(msgspec.json.Decoder(type_).decode, msgspec.json.Encoder().encode, opened)


def pydantic_xml_peer(model: type[BaseXmlModel], opened: Opened = same, *, writes: bool = True) -> Peer:
    return Peer(model.from_xml, model.to_xml if writes else None, opened)


def xsdata_peer(class_: type[Any], opened: Opened = same) -> Peer:
    render: Callable[[Any], str] = cast(Any, _SERIALIZER).render
    return Peer(lambda document: _PARSER.from_bytes(document, class_), render, opened)
