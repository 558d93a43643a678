"""Values that are wrong in most places, of every kind, and the places in a value where they can be put."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from ecr_decode import Record
from ecr_decode.guard import is_array, is_dict

Put = Callable[[Any], Any]


class Text(str):
    """A text of another class, that says something else of itself."""

    __slots__ = ()

    def __str__(self) -> str:
        return "another"

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 7


class Count(int):
    """An integer of another class."""


class Share(float):
    """A double of another class."""


class Items(tuple[Any, ...]):
    """A tuple of another class, that gives other items than it holds."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        return iter(("other",))


class Names(dict[Any, Any]):
    """A dict of another class."""


class Moment(datetime):
    """A time of another class."""


class Raising(tzinfo):
    """A zone that does not say where it is."""

    def tzname(self, dt: datetime | None) -> str:
        return "nowhere"

    def dst(self, dt: datetime | None) -> None:
        return None

    def utcoffset(self, dt: datetime | None) -> timedelta:
        raise OSError


class Unequal:
    """A value that cannot be compared or hashed."""

    def __hash__(self) -> int:
        raise OSError

    def __eq__(self, other: object) -> bool:
        raise OSError


class Colour(StrEnum):
    RED = "red"


class Grade(IntEnum):
    ONE = 1


class Thing(Enum):
    TRUE = True


class Stranger(Record):
    """A record that no codec under test knows."""


def cyclic() -> list[Any]:
    items: list[Any] = []
    items.append(items)
    return items


def deep(levels: int) -> Any:
    tree: Any = {}
    for level in range(levels):
        tree = [tree] if level % 2 else {"a": tree}
    return tree


NOON = datetime(2024, 2, 29, 12, 30, 15, tzinfo=UTC)

WRONG: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64 - 1,
    2**64, 10**400, 0.0, -0.0, 1.0, 0.1, 1e15, 1e16, 1e-5, 5e-324, 1.7e308, float("nan"), float("inf"),
    float("-inf"), "", "a", "red", "ß\U0001f600", "\x00\x1f\x7f\"\\/", "\ud800", "a\udfff", b"", b"a\xff",
    bytearray(b"a"), memoryview(b"a"), (), [], {}, ("a",), [1], (None,), ("\ud800",), {"a": 1}, {"a": "b"},
    {1: "a"}, {None: 1}, {"\ud800": 1}, {("a",): 1}, {"kind": "square"}, {"kind": "circle", "radius": 1.0},
    {"red": 1, Colour.RED: 2}, {Text("a"): 1, "a": 2}, {True: 1}, set[int](), frozenset((1,)), range(2),
    object(), Ellipsis, int, Decimal(1), 1j, date(2024, 2, 29), timedelta(1), Text("a"), Count(1),
    Share(1.5), Items(("a",)), Names(a=1), Colour.RED, Grade.ONE, Thing.TRUE, Unequal(), Stranger(),
    ("a", Text("b")), ("a", Colour.RED), ("a", None), (1, True), (1, 2**63), {"a": Text("b")},
    {"a": Colour.RED}, {"a": None}, NOON, NOON.replace(tzinfo=None), NOON.replace(microsecond=1),
    NOON.astimezone(timezone(timedelta(hours=5, minutes=30))),
    NOON.astimezone(timezone(timedelta(seconds=1, microseconds=1))),
    NOON.astimezone(ZoneInfo("Europe/Berlin")),
    datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")), NOON.replace(tzinfo=Raising()),
    datetime(2024, 3, 31, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")), datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=UTC), datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))),
    Moment(2024, 2, 29, tzinfo=UTC), msgspec.UNSET, NotImplemented, cyclic(), deep(45), deep(60), deep(230),
    deep(300), deep(1100), [float("nan")], {"a": 2**64}, {"a": (1, [2, {"b": "c"}])},
)  # fmt: skip


def places(value: Any) -> Iterator[Put]:
    """For each place in a value, what makes a copy of the whole with something else there."""
    yield lambda new: new
    for item, put in inside(value):
        for deeper in places(item):
            yield partial(through, put, deeper)


def inside(value: Any) -> Iterator[tuple[Any, Put]]:
    """What a value holds, each with what makes a copy of the value that holds another there."""
    for name, item in members(value).items():
        yield item, partial(changed, value, name)
    if is_array(value):
        items = list(value)
        for index, item in enumerate(items):
            yield item, partial(exchanged, items, index)
    if is_dict(value):
        for key, item in value.items():
            yield item, partial(entered, value, key)


def through(outer: Put, inner: Put, new: Any) -> Any:
    return outer(inner(new))


def exchanged(items: list[Any], index: int, new: Any) -> tuple[Any, ...]:
    return (*items[:index], new, *items[index + 1 :])


def entered(entries: dict[Any, Any], key: Any, new: Any) -> dict[Any, Any]:
    return {**entries, key: new}


def members(value: Any) -> dict[str, Any]:
    """The attributes of a record of any make, by name."""
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.asdict(value)
    if hasattr(value, "_asdict"):
        found: dict[str, Any] = value._asdict()
        return found
    if dataclasses.is_dataclass(value) or hasattr(value, "__attrs_attrs__"):
        names = getattr(value, "__match_args__", ())
        return {name: getattr(value, name) for name in names}
    return {}


def changed(value: Any, name: str, new: Any) -> Any:
    """A copy of a record with one attribute changed, unchecked."""
    return type(value)(**{**members(value), name: new})
