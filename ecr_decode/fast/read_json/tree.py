"""Trees that callers hold: proved to be JSON in C, they are written as a text and read as any other."""

from __future__ import annotations

import marshal
import pickle
import re
from collections.abc import Iterator
from typing import Any

import orjson

from ...limits import MOST_UNFOLDED_BYTES, MOST_UNFOLDED_TIMES
from ..doubt import Doubt

_MARKS = (b"\xdb", b"\xa8", b"\xfb")
"""How `marshal` marks a list, a tuple and a dict that may stand in several places; other bytes look alike."""

_SHARED = re.compile(
    rb"[\xdb\xa8].{3}\x00[NTFilgutr\[{(\xe9\xec\xe7\xf5\xf4\xdb\xfb\xa8]|\xfb[utr\xf5\xf4].{3}\x00", re.DOTALL
)
"""A mark, the number of items, and the kind of the first one: of empty ones there may be many."""

_SURE_BYTES = 2**24
"""In so many bytes no container has more items than `_SHARED` sees."""

_MARSHAL = 3
"""The version of `marshal` in which all tuples are alike."""

_NO_NUMBER = (b"\x7f", b"\xff")
"""How a float ends that is infinite or not a number; other bytes look alike."""

_NO_NUMBER_BEFORE = 0xF0
"""The least byte before that."""

_FLOAT = b"g\xe7"
"""How a float begins, eight bytes before it ends."""


def text_of(tree: Any) -> bytes:
    """The JSON text of a tree; in doubt where it may hold anything but JSON's own types.

    `marshal` takes no subclasses, enumerations or dataclasses, and orjson no sets, bytes, or names that are
    no text: what both take is JSON, except for the floats that orjson writes as null.
    """
    proof = marshal.dumps(tree, _MARSHAL)
    if _may_share(proof):
        _must_not_unfold(tree, max(MOST_UNFOLDED_BYTES, MOST_UNFOLDED_TIMES * len(proof)))
    text = orjson.dumps(tree)
    if _may_be_no_number(proof) and b"null" in text:
        raise Doubt
    return text


def _may_be_no_number(proof: bytes) -> bool:
    """Whether a float may be infinite or not a number, which orjson writes as null."""
    return any(
        proof[place - 1] >= _NO_NUMBER_BEFORE and proof[place - 8] in _FLOAT
        for mark in _NO_NUMBER
        for place in _places(mark, proof)
    )


def _may_share(proof: bytes) -> bool:
    """Whether a container may stand in several places; the root is marked because the caller has it."""
    if len(proof) > _SURE_BYTES:
        return True
    return any(_SHARED.match(proof, place) for mark in _MARKS for place in _places(mark, proof))


def _places(mark: bytes, proof: bytes) -> Iterator[int]:
    """Where a byte stands, but for the first."""
    place = proof.find(mark, 1)
    while place >= 0:
        yield place
        place = proof.find(mark, place + 1)


def _must_not_unfold(tree: Any, most: int) -> None:
    """Doubt a tree that shares so much that its text would be far longer than what it holds.

    Without a memo, the pickler writes what is shared wherever it stands, piece by piece.
    """
    pickler = pickle.Pickler(_Room(most), 5)
    pickler.fast = True
    pickler.dump(tree)


class _Room:
    """A file that takes so many bytes, and forgets them."""

    __slots__ = ("left",)

    def __init__(self, most: int) -> None:
        self.left = most

    def write(self, piece: bytes) -> None:
        """Take a piece."""
        self.left -= len(piece)
        if self.left < 0:
            raise Doubt
