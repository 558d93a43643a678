"""What a shape is: a document, our codec for it, the models of the peers, and the bars."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ecr_decode import Codec

from .chance import Chance

TOLERANCE = 1.15
"""A bar is met at up to so many times its figure, because shared machines are noisy."""


@dataclass(frozen=True)
class Limit:
    """A bar: a ratio to the base, a share of another run's time, or either of the two."""

    ratio: float | None = None
    share: float | None = None
    of: str = "pydantic"

    def among(self, runs: Collection[str]) -> Limit:
        """The bar without the share, if the run that it is a share of was not timed."""
        return self if self.of in runs else Limit(self.ratio)

    def met(self, ours: float, ratios: Mapping[str, float]) -> bool:
        """Whether the ratio of ours is within the bar; without a bar it is."""
        shares = [] if self.share is None else [self.share * ratios[self.of]]
        limits = shares if self.ratio is None else [self.ratio, *shares]
        return not limits or ours <= max(limits) * TOLERANCE

    def __str__(self) -> str:
        share = f"{self.share:g} of {self.of}" if self.share is not None else ""
        ratio = f"{self.ratio:g}" if self.ratio is not None else ""
        return ", or ".join(each for each in (ratio, share) if each)


AS_PYDANTIC = Limit(share=1)
AS_PYDANTIC_XML = Limit(share=1, of="pydantic-xml")


def same(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class Peer:
    """Another library at the same document; `opened` is the part of its value that ours has."""

    read: Callable[[bytes], Any]
    write: Callable[[Any], Any] | None
    """None if it writes another document than it reads."""
    opened: Callable[[Any], Any] = same


@dataclass(frozen=True)
class Xml:
    """The shape as XML: the codec (a document has one root), the peers, and the bars."""

    codec: Codec[Any]
    peers: Mapping[str, Peer] = field(default_factory=dict[str, Peer])
    make: Callable[[Chance, int], Any] | None = None
    """The tree, where it is not the one of the JSON document."""
    read: Limit = Limit(0.6)
    written: Limit = AS_PYDANTIC_XML


@dataclass(frozen=True)
class Shape:
    """One thing that codecs say, with everything that reads and writes it."""

    name: str
    make: Callable[[Chance, int], Any]
    """The tree of a document of so many items."""
    count: int
    codec: Codec[Any]
    peers: Mapping[str, Peer]
    read: Limit
    written: Limit = AS_PYDANTIC
    xml: Xml | None = None
    bare: Callable[[Any], Any] | None = None
    """The calls of the user's function alone, over the value: `BARE` in a bar."""
    tags: tuple[str, ...] = ()
    """Members that models keep and our classes stand for; left out of the comparison."""
    spread: str = ""
    """The member in which ours keeps what pydantic keeps among its own."""


BARE = "the bare calls"
