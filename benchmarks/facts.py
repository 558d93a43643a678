"""What a value holds, whatever classes hold it: by this the peers are seen to do equal work."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, cast

import attrs
import msgspec

from ecr_decode.guard import is_array, is_dict


def facts(value: Any) -> Any:
    """The value as dicts and lists: members by their names without case or lines, moments as
    epoch seconds, absent ones left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.timestamp()
    if type(value).__module__.startswith("koda"):  # Just(...) or nothing
        return facts(getattr(value, "val", None))
    members = _members(cast(object, value))
    if members is not None:
        held = {_plain(name): facts(each) for name, each in members.items()}
        return {name: each for name, each in held.items() if each is not None}
    if is_array(value):
        return [facts(each) for each in value]
    return value


def _members(value: object) -> Mapping[Any, Any] | None:
    if is_dict(value):
        return value
    if isinstance(value, msgspec.Struct):
        return {name: getattr(value, name) for name in value.__struct_fields__}
    if dataclasses.is_dataclass(value):
        return {member.name: getattr(value, member.name) for member in dataclasses.fields(value)}
    if attrs.has(type(value)):
        return {name: getattr(value, name) for name in attrs.fields_dict(cast(Any, type(value)))}
    if hasattr(value, "_asdict"):
        return cast(Mapping[Any, Any], cast(Any, value)._asdict())
    return getattr(value, "__dict__", None)


def _plain(name: Any) -> str:
    return str(getattr(name, "value", name)).replace("_", "").lower()
