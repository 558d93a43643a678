"""`dict_of` with mapped values: by functions in C, and by functions in Python."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, PlainSerializer

from ecr_decode import dict_of, number, string

from .chance import Chance
from .libraries import pydantic_peer, serpyco_mapped, serpyco_peer
from .shape import Limit, Shape, Xml


def percent(share: float) -> float:
    return share * 100


def share(percent: float) -> float:
    return percent / 100


def currencies(chance: Chance, count: int) -> dict[str, str]:
    return {f"{chance.name()}-{at}": chance.choice(("eur", "usd", "sek", "jpy")) for at in range(count)}


def shares(chance: Chance, count: int) -> dict[str, float]:
    return {f"{chance.name()}-{at}": chance.randrange(64) / 64 for at in range(count)}


_UPPER = {
    "pydantic": pydantic_peer(
        dict[str, Annotated[str, AfterValidator(str.upper), PlainSerializer(str.lower)]]
    ),
    "serpyco-rs": serpyco_peer(dict[str, Annotated[str, serpyco_mapped(str.upper, str.lower)]]),
}
_PERCENT = {
    "pydantic": pydantic_peer(dict[str, Annotated[float, AfterValidator(percent), PlainSerializer(share)]]),
    "serpyco-rs": serpyco_peer(dict[str, Annotated[float, serpyco_mapped(percent, share)]]),
}

SHAPES = (
    Shape(
        "dict_of, values mapped in C",
        currencies,
        2500,
        dict_of(string.map(str.upper, str.lower)),
        _UPPER,
        Limit(2.5, 1.25),
        Limit(5.5),
        Xml(dict_of(string.map(str.upper, str.lower))),
    ),
    Shape(
        "dict_of, values mapped in Python",
        shares,
        2500,
        dict_of(number.map(percent, share)),
        _PERCENT,
        Limit(2.5, 1.25),
        Limit(5.5),
        Xml(dict_of(number.map(percent, share))),
    ),
)
