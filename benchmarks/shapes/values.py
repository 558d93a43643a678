"""Lists and maps of values without records: integers, texts, times and identifiers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from ecr_decode import Codec, array, dict_of, integer, iso_date, iso_datetime, number, string, uuid_text

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import AS_PYDANTIC, Shape


def integers(chance: Chance, count: int) -> list[int]:
    return [chance.randrange(10**6) for _ in range(count)]


def times(chance: Chance, count: int) -> list[str]:
    return [_time(chance) for _ in range(count)]


def identifiers(chance: Chance, count: int) -> list[str]:
    return [str(UUID(int=chance.getrandbits(128))) for _ in range(count)]


def days(chance: Chance, count: int) -> dict[str, str]:
    return {f"{chance.name()}-{at}": _time(chance)[:10] for at in range(count)}


def few_words(chance: Chance, count: int) -> dict[str, list[str]]:
    return {f"{chance.name()}-{at}": [chance.word() for _ in range(at % 4)] for at in range(count)}


def few_times(chance: Chance, count: int) -> list[list[str]]:
    return [[_time(chance) for _ in range(at % 5)] for at in range(count)]


def lines(chance: Chance, count: int) -> list[list[list[float]]]:
    return [[[chance.decimal(180), chance.decimal(90)] for _ in range(at % 4 + 2)] for at in range(count)]


def _time(chance: Chance) -> str:
    return f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T09:{chance.randrange(60):02}:00Z"


def _shape(name: str, make: Callable[[Chance, int], Any], count: int, codec: Codec[Any], type_: Any) -> Shape:
    makers = {"pydantic": pydantic_peer, "serpyco-rs": serpyco_peer, "msgspec": msgspec_peer}
    peers = {peer: maker(type_) for peer, maker in makers.items()}
    return Shape(name, make, count, codec, peers, AS_PYDANTIC, AS_PYDANTIC)


SHAPES = (
    _shape("array of integers", integers, 8000, array(integer), list[int]),
    _shape("array of times", times, 3000, array(iso_datetime), list[datetime]),
    _shape("array of UUIDs", identifiers, 2500, array(uuid_text), list[UUID]),
    _shape("dict_of, dates", days, 2500, dict_of(iso_date), dict[str, date]),
    _shape("short arrays of texts", few_words, 2500, dict_of(array(string)), dict[str, list[str]]),
    _shape("short arrays of times", few_times, 1500, array(array(iso_datetime)), list[list[datetime]]),
    _shape("arrays of points", lines, 800, array(array(array(number))), list[list[list[float]]]),
)
