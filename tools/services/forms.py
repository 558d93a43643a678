"""The forms of a value: on the wire in JSON, and as botocore gives it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import Enum
from random import Random
from typing import Any

from ecr_decode import Record, aws
from ecr_decode.combinator.record import record_node

from .values import UNKNOWN


def spelled(shape: Any, name: str) -> str:
    """What a member is called on the wire: as the items of a list that is flattened wherever it is."""
    own: str = shape.serialization.get("name", name)
    if shape.type_name != "list":
        return own
    definition = shape._shape_resolver._shape_map[shape.name]
    return shape.member.serialization.get("name", own) if definition.get("flattened") else own


def in_json(shape: Any, value: Any) -> Any:
    """What a service writes in JSON."""
    match shape.type_name:
        case "structure" if shape.is_document_type:
            return value
        case "structure" if UNKNOWN in value:
            return {value[UNKNOWN]["name"]: {"any": [1, "text"]}}
        case "structure":
            return {
                spelled(shape.members[name], name): in_json(shape.members[name], held)
                for name, held in value.items()
            }
        case "list":
            return [in_json(shape.member, item) for item in value]
        case "map":
            return {key: in_json(shape.value, item) for key, item in value.items()}
        case "timestamp":
            return _moment(value, shape.serialization.get("timestampFormat"))
        case "blob":
            return b64encode(value).decode()
        case _:
            return value


def _moment(value: datetime, form: str | None) -> Any:
    match form:
        case "iso8601":
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case "rfc822":
            return format_datetime(value.astimezone(UTC), usegmt=True)
        case _:
            return int(value.timestamp())


def with_nulls(shape: Any, tree: Any, random: Random) -> Any:
    """The same text of JSON with nulls among members, items and the values of maps."""
    nulls = (None,) if random.random() < 0.2 else ()
    match shape.type_name:
        case "structure" if shape.is_document_type or shape.is_tagged_union:
            return tree
        case "structure":
            named = {spelled(member, name): member for name, member in shape.members.items()}
            filled = {name: with_nulls(named[name], held, random) for name, held in tree.items()}
            return {**dict.fromkeys(named), **filled} if nulls else filled
        case "list" if _is_document(shape.member):
            return tree
        case "map" if _is_document(shape.value):
            return tree
        case "list":
            return [*nulls, *(with_nulls(shape.member, item, random) for item in tree)]
        case "map":
            held = {key: with_nulls(shape.value, item, random) for key, item in tree.items()}
            return {**dict.fromkeys(("nothing",) * len(nulls)), **held}
        case _:
            return tree


def _is_document(shape: Any) -> bool:
    """Whether null is a value of a shape."""
    return shape.type_name == "structure" and bool(shape.is_document_type)


def as_botocore(shape: Any, value: Any) -> Any:
    """A value of ours as botocore gives it."""
    match value:
        case aws.UnknownVariant():
            return {UNKNOWN: {"name": value.name}}
        case Record():
            held = {member.wire: getattr(value, member.name) for member in record_node(type(value)).members}
            return dict(_members(shape, held))
        case Enum():
            return value.value
        case _ if shape.type_name == "list":
            return [as_botocore(shape.member, item) for item in value]
        case _ if shape.type_name == "map":
            return {
                as_botocore(shape.key, key): as_botocore(shape.value, item) for key, item in value.items()
            }
        case _:
            return value


def _members(shape: Any, held: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, member in shape.members.items():
        value = held.get(spelled(member, name))
        if value is not None:
            yield name, as_botocore(member, value)
