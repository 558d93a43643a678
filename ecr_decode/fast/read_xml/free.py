"""The members of a record in whose place keys stand: each takes the elements that its keys name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...node import kinds as n
from ...node.free import Free, free_member
from ..source import UnsuitedError
from . import steps
from .value import Value

if TYPE_CHECKING:
    from .node import Source


class Keys(NamedTuple):
    """Such a member: its variable, and its keys by what is found under them."""

    member: n.Member
    free: Free
    found: str
    names: dict[str, str]

    @property
    def takes_rest(self) -> bool:
        """Whether it takes the elements that nothing names as well."""
        return self.free.union.otherwise is not None

    def write_child(self, source: Source) -> list[str]:
        """The lines that take an element under a key."""
        keys = source.shared.name(self.names)
        return [
            f"if (key := {keys}.get(name)) is not None:",
            f"    {self.found}.append((key, child))",
            "    continue",
        ]

    def write_rest(self, source: Source) -> str:
        """The line that takes any other element."""
        ns = repr(self.free.ns)
        return f"{self.found}.append((None, {source.call(steps.unheld, 'child', 'v', ns)}))"

    def write_found(self) -> list[str]:
        """The lines that leave the one element there may be in the variable."""
        if self.free.many:
            return []
        missing = "raise refused" if self.member.required else f"{self.found} = None"
        return [
            f"if len({self.found}) > 1: raise refused",
            f"if {self.found}: [{self.found}] = {self.found}",
            f"else: {missing}",
        ]

    @property
    def value(self) -> Value:
        """What is found, in order."""
        return Value(self.found, "keyed items" if self.free.many else "keyed")


def keys_of(source: Source, node: n.Record, tags: tuple[n.ByTag, ...]) -> list[Keys]:
    """Such members of a record, of which one at most takes what nothing names."""
    known = [
        Keys(
            member,
            free,
            source.variable(),
            dict(zip(free.places, (key for key, _ in free.keys), strict=True)),
        )
        for member in node.members
        if (free := free_member(member)) is not None
    ]
    if sum(keys.takes_rest for keys in known) > (not tags) or any(keys.member.aliases for keys in known):
        raise UnsuitedError
    return known
