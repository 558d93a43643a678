"""Sizes: how many there are of each, in buckets that add."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from ..combinator.container import dict_of
from ..combinator.field import field
from ..combinator.record import Record
from ..combinator.scalar import integer

K = TypeVar("K", bound=Hashable)

_KEPT_BITS = 7
_MOST_EXACT = 2**16
SMALL = 2**12
"""Sizes of lines are mostly below, and an item of a list is counted in half the time of one of a dict."""


class Sizes(Record):
    """How many items there are of each size in bytes; sizes of more than 7 bits are rounded down to 7 bits.

    A percentile is at most 1/64 (1.6 %) below the true one; `least`, `largest` and `total` are exact. Sizes
    of parts add with `+`.

    >>> from ecr_decode import bulk
    >>> sizes = bulk.Sizes.of({10: 2, 1000: 1})
    >>> sizes.count, sizes.total, sizes.largest, sizes.percentile(50), sizes.percentile(99)
    (3, 1020, 1000, 10, 1000)
    >>> sizes + bulk.Sizes() == sizes
    True
    """

    buckets: dict[int, int] = field(dict_of(integer, keys=integer), default_factory=dict)
    """How many sizes there are from each bound to the next."""
    total: int = field(integer, default=0)
    least: int | None = field(integer, default=None)
    largest: int | None = field(integer, default=None)

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> Sizes:
        """The sizes that there are so many of.

        >>> from ecr_decode import bulk
        >>> bulk.Sizes.of({130: 1, 131: 1}).buckets
        {130: 2}
        """
        if not counts:
            return cls()
        total = sum(size * count for size, count in counts.items())
        return cls(buckets=_folded(counts), total=total, least=min(counts), largest=max(counts))

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self.buckets.values())

    def percentile(self, percent: float) -> int | None:
        """The size that so many percent of the items do not exceed, or None if there are none.

        >>> from ecr_decode import bulk
        >>> bulk.Sizes.of({1: 1, 2: 1, 3: 1, 4: 1}).percentile(50)
        2
        """
        if not 0 <= percent <= 100:
            raise ValueError(f"percentile(...): expected a number from 0 to 100, got {percent!r}")
        if self.least is None or self.largest is None:
            return None
        behind = self.count * percent / 100
        for bound, count in sorted(self.buckets.items()):
            behind -= count
            if behind <= 0:
                return max(bound, self.least) if percent < 100 else self.largest
        return self.largest

    def __add__(self, other: Sizes) -> Sizes:
        """The sizes of both."""
        bounds = [size for size in (self.least, other.least) if size is not None]
        tops = [size for size in (self.largest, other.largest) if size is not None]
        return Sizes(
            buckets=added(self.buckets, other.buckets),
            total=self.total + other.total,
            least=min(bounds, default=None),
            largest=max(tops, default=None),
        )


class Counting:
    """Counts of sizes while items are counted: exact for a while, which costs least, then in buckets."""

    def __init__(self) -> None:
        self.small: list[int] = [0] * SMALL
        """How many there are of each size below `SMALL`."""
        self.others: dict[int, int] = {}
        self.earlier: Sizes = Sizes()

    def add(self, size: int) -> None:
        """Count an item of any size."""
        if size < SMALL:
            self.small[size] += 1
            return
        self.others[size] = self.others.get(size, 0) + 1
        if len(self.others) > _MOST_EXACT:
            self.earlier += Sizes.of(self.others)
            self.others.clear()

    def ended(self) -> Sizes:
        """The sizes of all items."""
        small = {size: count for size, count in enumerate(self.small) if count}
        return self.earlier + Sizes.of(small | self.others)


def added(one: Mapping[K, int], two: Mapping[K, int]) -> dict[K, int]:
    """Counts of both."""
    counts = dict(one)
    for each, count in two.items():
        counts[each] = counts.get(each, 0) + count
    return counts


def _folded(counts: Mapping[int, int]) -> dict[int, int]:
    buckets: dict[int, int] = {}
    for size, count in counts.items():
        dropped = max(0, size.bit_length() - _KEPT_BITS)
        bound = size >> dropped << dropped
        buckets[bound] = buckets.get(bound, 0) + count
    return buckets
