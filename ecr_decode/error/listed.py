"""Lists of names and tags, in words."""

from __future__ import annotations

from collections.abc import Sequence

from ..node.kinds import spell_literal
from .path import shorten

_MOST_LISTED = 12


def listed(names: Sequence[str | int | bool], word: str) -> str:
    """The first of some names or tags as JSON spells them, and how many more there are.

    >>> from ecr_decode.error.listed import listed
    >>> listed(("a", 1, True), "or"), listed("abc" * 5, "and")[-22:]
    ('"a" or 1 or true', '"b" and "c" and 3 more')
    """
    known = [spell_literal(shorten(each) if isinstance(each, str) else each) for each in names[:_MOST_LISTED]]
    more = [f"{len(names) - len(known)} more"] if len(names) > len(known) else []
    return f" {word} ".join([*known, *more])
