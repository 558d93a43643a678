"""Near misses: the known name that an unknown one looks like."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_NAMES = 64
_LONGEST_NAME = 64
_FARTHEST = 2


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate within two edits of the name that is closest, the first of several."""
    found, least = None, _FARTHEST + 1
    for _, candidate in zip(range(_MOST_NAMES), candidates, strict=False):
        edits = _edits(name, candidate)
        if edits < least and edits < max(len(name), len(candidate)):
            found, least = candidate, edits
    return found


def _edits(a: str, b: str) -> int:
    """The edit distance of two names, or more than `_FARTHEST` where it is larger."""
    if abs(len(a) - len(b)) > _FARTHEST or max(len(a), len(b)) > _LONGEST_NAME:
        return _FARTHEST + 1
    if a.casefold() == b.casefold():
        return 0
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
        if min(row) > _FARTHEST:
            return _FARTHEST + 1
    return row[-1]
