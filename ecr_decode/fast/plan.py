"""Plans: the msgspec type that a description is lowered to, and what is done to the values it gives.

A plan accepts quickly or not at all: what msgspec refuses, and any `Doubt` on the way, goes to the plain interpreter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec


class Doubt(Exception):
    """The fast path is not sure that the plain interpreter would accept this; inside this package only."""


class Plan(NamedTuple):
    """How a node is read in one step: a type that msgspec fills, and a function over what it filled in."""

    type: Any
    strict: bool | None
    """Whether msgspec must be strict; None where both ways are the same."""
    fill: Callable[[Any], Any] | None = None

    @property
    def is_raw(self) -> bool:
        return self.type is msgspec.Raw

    def decoder(self) -> Callable[[Any], Any]:
        """The whole step, from the bytes of a document to the value."""
        decode: Callable[[Any], Any] = msgspec.json.Decoder(self.type, strict=self.strict is not False).decode
        fill = self.fill
        return decode if fill is None else lambda raw: fill(decode(raw))


def agree(plans: list[Plan]) -> bool | None:
    """The strictness that most plans ask for; the others are read by themselves."""
    asked = [plan.strict for plan in plans if plan.strict is not None]
    return None if not asked else 2 * sum(asked) >= len(asked)
