"""One or many: a policy's actions, where one stands alone and several in an array."""

from __future__ import annotations

from typing import Any

from ecr_decode import array, one_or_many, string

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Peer, Shape


def patterns(chance: Chance, count: int) -> list[Any]:
    return [
        chance.name() if chance.yes() else [chance.name() for _ in range(chance.randint(2, 4))]
        for _ in range(count)
    ]


_TYPE = list[str | list[str]]


def _as_lists(value: list[str | list[str]]) -> list[list[str]]:
    """The peers leave it to their users to tell one from many."""
    return [[each] if isinstance(each, str) else each for each in value]


def _opened(peer: Peer) -> Peer:
    return Peer(peer.read, peer.write, _as_lists)


SHAPES = (
    Shape(
        "one or many",
        patterns,
        1500,
        array(one_or_many(string)),
        {
            "pydantic": _opened(pydantic_peer(_TYPE)),
            "serpyco-rs": _opened(serpyco_peer(_TYPE)),
            "msgspec": _opened(msgspec_peer(_TYPE)),
        },
        Limit(2.2),
    ),
)
