"""Plans: the msgspec type that a description is lowered to, and what is done to the values it gives.

A plan accepts quickly or not at all: what msgspec refuses, and any `Doubt` on the way, goes to the plain
interpreter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import msgspec

Fill: TypeAlias = Callable[[Any], Any]
"""What makes a value of what msgspec filled in."""

Parse: TypeAlias = Callable[[bytes], Any]
"""What makes a value of the bytes of a document, or of a part of one."""


class Plan(NamedTuple):
    """How a node is read in one step: a type that msgspec fills, and a function over what it filled in."""

    type: Any
    strict: bool | None
    """Whether msgspec must be strict; None where both ways are the same."""
    fill: Fill | None = None
    fill_each: Fill | None = None
    """The same for all items of a list, where one function does it sooner than a call an item."""
    parse: Parse | None = None
    """How a part of a document is read that msgspec leaves as it is."""
    plain: bool = False
    """Whether the plain interpreter reads it all, so that by itself nothing is gained."""

    def decoder(self) -> Parse:
        """The whole step, from the bytes of a document to the value."""
        if self.parse is not None:
            return self.parse
        decode: Parse = msgspec.json.Decoder(self.type, strict=self.strict is not False).decode
        fill = self.fill
        return decode if fill is None else lambda raw: fill(decode(raw))


def by_bytes(parse: Parse, *, plain: bool = False) -> Plan:
    """The plan that leaves a part of the document as it is, and reads it by itself."""

    def fill(raw: Any) -> Any:
        return parse(bytes(raw))

    return Plan(msgspec.Raw, None, fill, parse=parse, plain=plain)


def then(plan: Plan, function: Fill) -> Plan:
    """The plan that applies a function to what another gives."""
    first = plan.parse or plan.fill
    if first is None:
        return Plan(plan.type, plan.strict, function)

    def both(given: Any) -> Any:
        return function(first(given))

    if plan.parse is not None:
        return by_bytes(both, plain=plan.plain)
    return Plan(plan.type, plan.strict, both)


def agree(plans: list[Plan]) -> bool | None:
    """The strictness that most plans ask for; the others are read by themselves."""
    asked = [plan.strict for plan in plans if plan.strict is not None]
    return None if not asked else 2 * sum(asked) >= len(asked)
