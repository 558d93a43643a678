"""The rows of shapes: ours and each peer as ratios to the base, timed in turn in one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.clock import collector, in_turn

from .chance import Chance
from .libraries import JSON_PEERS, XML_PEERS
from .runs import OURS, Way, runs
from .shape import Shape

SEED = 20_260_311

SMALL = 0.005
"""By what the items of a document are multiplied for one of few items."""

JSON_WAYS = tuple(way for way in Way if not way.is_xml)


class Row(NamedTuple):
    """A shape in one way; `peers` holds the ratio of each library that can say it."""

    shape: str
    way: str
    size: int
    base: str
    microseconds: float
    ours: float
    peers: dict[str, float]
    limit: str
    met: bool

    @property
    def fastest(self) -> str:
        """The name of the fastest peer, or nothing if there is none."""
        return min(self.peers, key=lambda name: self.peers[name], default="")

    @property
    def behind(self) -> float:
        """Our time as a multiple of the fastest peer's; 0 if there is none."""
        return self.ours / self.peers[self.fastest] if self.peers else 0.0


class Look(NamedTuple):
    """How the documents are made, and how long each run is timed: seconds and rounds, at least."""

    budget: float = 0.25
    rounds: int = 7
    seed: int = SEED
    scale: float = 1.0
    accents: bool = False


def row(shape: Shape, way: Way, look: Look) -> Row | None:
    """One shape measured; None if it is not said in this form. Garbage collection is off meanwhile."""
    chance = Chance(look.seed)
    chance.accents = look.accents
    made = runs(shape, way, chance, look.scale)
    if made is None:
        return None
    with collector(on=False):
        seconds = in_turn(made.calls, look.budget, look.rounds)
    base = seconds[made.base]
    ratios = {name: each / base for name, each in seconds.items()}
    peers = {name: ratios[name] for name in (*JSON_PEERS, *XML_PEERS) if name in ratios}
    limit = made.limit.among(ratios)
    met = limit.met(ratios[OURS], ratios)
    return Row(shape.name, way.value, made.size, made.base, base * 1e6, ratios[OURS], peers, str(limit), met)


def rows(shapes: Iterable[Shape], ways: Iterable[Way], look: Look) -> Iterator[Row]:
    """Every shape in every way in which it is said."""
    ways = tuple(ways)
    for shape in shapes:
        for way in ways:
            found = row(shape, way, look)
            if found is not None:
                yield found


def worst_first(found: Iterable[Row]) -> list[Row]:
    return sorted(found, key=lambda each: -each.behind)
