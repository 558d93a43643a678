"""A neutral dump of a value: by it the peers are shown to do equal work."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, cast

import attrs
import msgspec


def facts(value: Any, *, without: Collection[str] = (), spread: str = "") -> Any:
    """The value as dicts and lists: names without case and underscores, datetimes as epoch seconds.

    Absent members are left out, and so are the members `without` of classes. What the member `spread`
    holds stands among the members of its class.
    """

    def dumped(value: Any) -> Any:
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, datetime):
            return value.timestamp()
        if type(value).__module__.startswith("koda"):  # Just(...) or nothing
            return dumped(getattr(value, "val", None))
        if isinstance(value, dict):
            return present(cast("Mapping[Any, Any]", value))
        members = _members(cast(object, value))
        if members is None:
            sequence = isinstance(value, list | tuple)
            return [dumped(each) for each in cast("Iterable[Any]", value)] if sequence else value
        kept = {name: each for name, each in members.items() if name not in without}
        inner = kept.pop(spread, {})
        return present(kept | (inner if isinstance(inner, dict) else (_members(inner) or {})))

    def present(members: Mapping[Any, Any]) -> dict[str, Any]:
        held = {_plain(name): dumped(each) for name, each in members.items()}
        return {name: each for name, each in held.items() if each is not None}

    return dumped(value)


def _members(value: object) -> Mapping[Any, Any] | None:
    if isinstance(value, msgspec.Struct):
        return {name: getattr(value, name) for name in value.__struct_fields__}
    if dataclasses.is_dataclass(value):
        return {member.name: getattr(value, member.name) for member in dataclasses.fields(value)}
    if attrs.has(type(value)):
        return {name: getattr(value, name) for name in attrs.fields_dict(cast(Any, type(value)))}
    if hasattr(value, "_asdict"):
        return cast(Mapping[Any, Any], cast(Any, value)._asdict())
    members: dict[str, Any] | None = getattr(value, "__dict__", None)
    return members if members is None else members | (getattr(value, "__pydantic_extra__", None) or {})


def _plain(name: Any) -> str:
    return str(getattr(name, "value", name)).replace("_", "").lower()
