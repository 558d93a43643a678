"""Trees that callers hold: proved to be JSON in C, they are written as a text and read as any other."""

from __future__ import annotations

import marshal
import pickle
import re
from typing import Any

import orjson

from ...limits import MOST_UNFOLDED_BYTES, MOST_UNFOLDED_TIMES
from ..doubt import Doubt

_SHARED = (b"\xdb", b"\xfb", b"\xa8", b"\xa9")
"""How `marshal` marks a list, a dict and both kinds of tuple that may stand in several places."""

_NO_NUMBER = re.compile(rb"[\xf0-\xff][\x7f\xff]")
"""How a float ends that is infinite or not a number; other bytes may look so."""


def text_of(tree: Any) -> bytes:
    """The JSON text of a tree; in doubt where it may hold anything but JSON's own types.

    `marshal` takes no subclasses, enumerations or dataclasses, and orjson no sets, bytes, or names that are
    no text: what both take is JSON, except for the floats that orjson writes as null.
    """
    proof = marshal.dumps(tree)
    if any(mark in proof for mark in _SHARED):
        _must_not_unfold(tree, max(MOST_UNFOLDED_BYTES, MOST_UNFOLDED_TIMES * len(proof)))
    text = orjson.dumps(tree)
    if b"null" in text and _NO_NUMBER.search(proof) is not None:
        raise Doubt
    return text


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
