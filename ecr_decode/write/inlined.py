"""Writing members of other records among those of a record."""

from __future__ import annotations

from collections.abc import Iterator

from ..error.problem import BadValue
from ..node.style import OfOthers, XmlHint
from . import value as v

SAME_NAME = BadValue("another member has this name")


def members_of(written: v.Value) -> v.Structure | None:
    """What is written, as members that stand among those of a record; None if it has no members."""
    match written:
        case v.Structure():
            return written
        case v.Map(entries):
            return v.Structure(entries, (OfOthers(),) * len(entries))
        case v.Document(dict() as tree):
            return members_of(v.Map(tuple((name, v.Document(item)) for name, item in tree.items())))
        case _:
            return None


def hinted(written: v.Structure) -> Iterator[tuple[v.Value, XmlHint | OfOthers | None]]:
    """The values of the members, with their hints."""
    hints = written.hints or (None,) * len(written.members)
    return ((member, hint) for (_, member), hint in zip(written.members, hints, strict=True))
