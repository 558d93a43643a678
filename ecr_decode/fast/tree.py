"""Trees without a description: proved to be JSON in C, and written by the serializer of the plain writer.

The pickler takes Python's own classes as they are, and asks about all others; orjson takes no sets, bytes, or
names that are no text. What both take is JSON, except that orjson writes doubles that are not finite as null.
Without its memo the pickler writes a part that stands in several places in each, as orjson does, but piece by
piece: so a small tree that unfolds to an endless text is stopped in time.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import orjson

from ..guard import is_array, is_dict
from ..limits import MOST_SHARED, MOST_SHARED_TIMES
from .doubt import Doubt

_FEW = 256
"""How many trees are pickled together."""


def text_of(tree: Any) -> bytes:
    """The JSON text of a tree of the caller; raises `Doubt` where that may not be JSON."""
    prove([tree])
    return orjson.dumps(tree)


def prove(trees: list[Any]) -> None:
    """Raise `Doubt` of trees that may not be JSON, or unfold to more than the plain interpreters take."""
    for start in range(0, len(trees), _FEW):
        some = trees[start : start + _FEW]
        try:
            _pickle(some, iter(()) if len(some) > 1 else _sizes(some[0]))
        except Doubt:
            for each in some:
                _pickle(each, _sizes(each))


def _pickle(tree: Any, sizes: Iterator[int]) -> None:
    pickler = _Pickler(_Pickles(sizes), pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # without a memo
    pickler.dump(tree)


class _Pickler(pickle.Pickler):
    """One that knows no classes but Python's own."""

    def reducer_override(self, _value: object) -> Any:
        raise Doubt


class _Pickles:
    """A file for a pickler, which writes a byte or more for every value.

    It takes `MOST_SHARED` bytes, and `MOST_SHARED_TIMES` as many as the containers of the tree have items.
    """

    __slots__ = ("left", "sizes")

    def __init__(self, sizes: Iterator[int]) -> None:
        self.left = MOST_SHARED
        self.sizes = sizes

    def write(self, piece: bytes) -> None:
        """Take a piece, of whole values."""
        self.left -= len(piece)
        while self.left < 0:
            size = next(self.sizes, None)
            if size is None:
                raise Doubt
            self.left += MOST_SHARED_TIMES * size
        if _may_not_be_finite(piece):
            raise Doubt


def _may_not_be_finite(piece: bytes) -> bool:
    """Whether a double in a pickle may be infinite or not a number: all bits of its exponent are set."""
    for mark in (0x7F, 0xFF):
        place = piece.find(mark)
        while place >= 0:
            if piece[place - 1 : place] == b"G" and piece[place + 1 : place + 2] >= b"\xf0":
                return True
            place = piece.find(mark, place + 1)
    return False


def _sizes(tree: Any) -> Iterator[int]:
    """The sizes of the containers of a tree, each once, from the outside to the inside."""
    todo, known = [tree], {id(tree)}
    for each in todo:
        if not (is_dict(each) or is_array(each)):
            continue
        yield len(each)
        for item in each.values() if is_dict(each) else each:
            if id(item) not in known:
                known.add(id(item))
                todo.append(item)
