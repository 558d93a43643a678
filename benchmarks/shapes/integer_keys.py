"""Maps whose names are numbers, as indices and identifiers are."""

from __future__ import annotations

from ecr_decode import dict_of, integer, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer
from .shape import AS_PYDANTIC, Shape


def names(chance: Chance, count: int) -> dict[str, str]:
    return {str(chance.randrange(10**6)): chance.name() for _ in range(count)}


SHAPES = (
    Shape(
        "keys that are integers",
        names,
        1500,
        dict_of(string, keys=integer),
        {"pydantic": pydantic_peer(dict[int, str]), "msgspec": msgspec_peer(dict[int, str])},
        AS_PYDANTIC,
    ),
)
