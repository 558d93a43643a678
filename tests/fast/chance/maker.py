"""What chooses: a source of chance, and the ways to make a codec of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeAlias, TypeVar

from ecr_decode import Codec

T = TypeVar("T")

Make: TypeAlias = "Callable[[Chance, int], Codec[Any]]"
"""Makes a codec that nests at most so many levels."""

WIRES = (
    "a",
    "b",
    "kind",
    "imageTag",
    "type",
    "",
    "a b",
    'q"\\',
    "é",
    "\U0001f600",
    "m0",
    "v1",
    "self",
    "__class__",
    "\n",
)
"""The names of members on the wire: few, so that tags, paths and members meet."""

PLAIN_WIRES = tuple(wire for wire in WIRES if not set(wire) & set('"\\\n'))  # a record class takes no others


class Chance:
    """One run of chance, with the makers that it chooses from."""

    def __init__(self, rng: Random, scalar: Make, nested: Sequence[Make], objects: Sequence[Make]) -> None:
        self.rng = rng
        self.scalar = scalar
        self.nested = nested
        self.objects = objects

    def codec(self, levels: int) -> Codec[Any]:
        """A codec that nests at most so many levels."""
        if levels <= 0 or self.rng.random() < 0.2:
            return self.scalar(self, 0)
        return self.of(self.nested)(self, levels - 1)

    def object(self, levels: int) -> Codec[Any]:
        """A codec that reads objects."""
        return self.of(self.objects)(self, levels)

    def of(self, items: Sequence[T]) -> T:
        """One of some things."""
        return self.rng.choice(items)

    def some(self, items: Sequence[T], *counts: int) -> list[T]:
        """Different ones of some things: as many as one of the counts says."""
        return self.rng.sample(items, min(self.of(counts), len(items)))

    def is_so(self, probability: float) -> bool:
        """Whether something is the case that is so with this probability."""
        return self.rng.random() < probability
