"""Near misses: the known name that an unknown one looks like."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_NAMES = 64
_LONGEST_NAME = 64
_FARTHEST = 2


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate within two edits of the name that is closest, the first of several.

    >>> from ecr_decode.error.near import nearest
    >>> nearest("digset", ["size", "digest", "digests"]), nearest("ImageTag", ["imageTag"])
    ('digest', 'imageTag')
    >>> nearest("digest", ["size"]), nearest("id", ["at"])
    (None, None)
    """
    found, least = None, _FARTHEST + 1
    for _, candidate in zip(range(_MOST_NAMES), candidates, strict=False):
        edits = _edits(name, candidate, least)
        if edits < least and edits < max(len(name), len(candidate)):
            found, least = candidate, edits
    return found


def _edits(a: str, b: str, least: int) -> int:
    """The edit distance of two names, letters of either case being equal ones if all are; at most `least`."""
    if abs(len(a) - len(b)) >= least or max(len(a), len(b)) > _LONGEST_NAME:
        return least
    if a.casefold() == b.casefold():
        return 0
    return next((edits for edits in range(1, least) if _within(a, b, edits)), least)


def _within(a: str, b: str, edits: int) -> bool:
    """Whether so many edits lead from one name to another; few, so that to try all ways is cheap."""
    same = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        same += 1
    if same == len(a) or same == len(b):
        return len(a) + len(b) - 2 * same <= edits
    if edits == 0:
        return False
    a, b = a[same:], b[same:]
    return _within(a[1:], b[1:], edits - 1) or _within(a[1:], b, edits - 1) or _within(a, b[1:], edits - 1)
