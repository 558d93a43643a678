"""Values as callers build them without checks: one part of a value replaced by something of another kind."""

from __future__ import annotations

import copy
import dataclasses
from collections import deque
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import attrs
import msgspec

from ecr_decode.guard import is_array, is_dict
from tests import registry


class Text(str):
    __slots__ = ()


class Count(int):
    pass


class Share(float):
    pass


def _cycle() -> list[Any]:
    made: list[Any] = []
    made.append(made)
    return made


def _nested(levels: int) -> list[Any]:
    made: list[Any] = []
    for _ in range(levels):
        made = [made]
    return made


WRONG: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 1.5, -0.0, 2.0, float("nan"), float("inf"), 2**53 + 1, 2**63 - 1, 2**63,
    2**64, -(2**63) - 1, 1e300,
    "", "a", "days", "1", "null", "\ud800", "\x00", "é", b"", b"a", bytearray(b"a"), memoryview(b"a"), (),
    ("a",), [], ["a", 1], {}, {"a": 1},
    {1: 2}, {"\ud800": 1}, {"kind": "days"}, set[str](), frozenset((1,)), deque((1,)),
    Text("days"), Count(1), Share(1.5), Decimal(1),
    datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, 2, 3, 4, 500001, tzinfo=UTC),  # noqa: DTZ001
    datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=5, seconds=1))), date(2024, 1, 1), object(),
    object, len,
    registry.Unit.DAYS, registry.Level.LOW, registry.Mixed.SEVEN, registry.Status.ACTIVE,
    registry.Status("of tomorrow"),
    registry.Layer(digest="a", size=1), registry.Point(1, 2), registry.Pair("a", 1),
    registry.Circle(radius=1.0),
    _cycle(), _nested(150), _nested(300), range(3), {"a": {"b": object()}}, (None, [{}], {"x": ()}),
)  # fmt: skip


def damaged(value: Any, rng: Random) -> Any:
    """The value with one part, or the whole of it, replaced."""
    if rng.random() < 0.15:
        return rng.choice(WRONG)
    if is_dict(value):
        return _dict(value, rng)
    if hasattr(value, "_replace"):
        return _record(value, value._asdict(), rng)
    if is_array(value):
        return _items(value, rng)
    members = _members(cast(object, value))
    return rng.choice(WRONG) if not members else _record(value, members, rng)


def _members(value: object) -> Mapping[str, Any]:
    if isinstance(value, msgspec.Struct):
        return {name: getattr(value, name) for name in value.__struct_fields__}
    if dataclasses.is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
    if attrs.has(type(value)):
        return {name: getattr(value, name) for name in attrs.fields_dict(cast(Any, type(value)))}
    return dict(vars(value)) if isinstance(value, SimpleNamespace | registry.Plain) else {}


def _record(value: Any, members: Mapping[str, Any], rng: Random) -> Any:
    if not members:
        return rng.choice(WRONG)
    name = rng.choice(sorted(members))
    instead = damaged(members[name], rng)
    if isinstance(value, tuple):
        return cast(Any, value)._replace(**{name: instead})
    made = copy.copy(value)
    if isinstance(made, msgspec.Struct):
        msgspec.structs.force_setattr(made, name, instead)
        return made
    if rng.random() < 0.05:
        object.__delattr__(made, name)
    else:
        object.__setattr__(made, name, instead)
    return made


def _items(items: Any, rng: Random) -> Any:
    made = list(items)
    if not made or rng.random() < 0.1:
        made.insert(rng.randrange(len(made) + 1), rng.choice(WRONG))
    else:
        at = rng.randrange(len(made))
        made[at] = damaged(made[at], rng)
    return made if rng.random() < 0.03 else type(items)(made)


def _dict(found: dict[Any, Any], rng: Random) -> Any:
    made = dict(found)
    name = (
        rng.choice(list(made))
        if made and rng.random() < 0.8
        else rng.choice(("", "a", "kind", 1, None, "\ud800", Text("a")))
    )
    made[name] = damaged(made.get(name), rng)
    return made
