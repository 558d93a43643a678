"""Values without a description: proven to be JSON in C, and written by the serializer of the plain writer.

The pickler takes Python's own classes as they are and asks about all others, so it proves that no value is of
another class than JSON knows, or of one that the serializer refuses. It follows a part that stands in several
places each time, and its output is stopped at the bound, so that no small tree unfolds without end.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from typing import Any

import orjson

from ...guard import is_array, is_dict
from ...limits import MOST_SHARED, MOST_SHARED_TIMES
from ..doubt import Doubt

_FEW = 64
"""How many values are looked at together at first."""

_NOT_FINITE = re.compile(rb"G[\x7f\xff][\xf0-\xff]")
"""How a pickle spells a double that is infinite or not a number, both of which the serializer writes as null."""


class _Pickler(pickle.Pickler):
    """One that knows no classes but Python's own."""

    def reducer_override(self, _value: object) -> Any:
        raise Doubt


class _Bounded:
    """The output of a pickler, which has a byte at least for every value.

    Each value may unfold to `MOST_SHARED` values, and `MOST_SHARED_TIMES` as many as its containers have places.
    """

    __slots__ = ("left", "odd", "places")

    def __init__(self, places: Iterator[int]) -> None:
        self.left = MOST_SHARED
        self.places = places
        self.odd: list[bytes] = []
        """The output in which a double may not be finite."""

    def write(self, output: bytes) -> None:
        """Take a part of the output."""
        self.left -= len(output)
        while self.left < 0:
            places = next(self.places, None)
            if places is None:
                raise Doubt
            self.left += MOST_SHARED_TIMES * places
        if b"\x7f" in output or b"\xff" in output:
            self.odd.append(bytes(output))


def dumps_free(value: Any, free: list[Any]) -> bytes:
    """The text of a value that was checked but for these parts of it."""
    odd = proven(free)
    text = orjson.dumps(value)
    if odd and b"null" in text and any(map(_NOT_FINITE.search, odd)):
        raise Doubt
    return text


def proven(values: list[Any]) -> list[bytes]:
    """The pickles in which a double may not be finite; raises `Doubt` of what is not JSON, or unfolds to too much.

    Small values are pickled together.
    """
    odd: list[bytes] = []
    start, count = 0, _FEW
    while start < len(values):
        some = values[start : start + count]
        start += count
        try:
            together = _pickled(some, iter(()))
        except Doubt:
            for each in some:
                odd += _pickled(each, _places(each)).odd
            count = _FEW
        else:
            odd += together.odd
            count = 1 + count * MOST_SHARED // (2 * (MOST_SHARED - together.left))
    return odd


def _pickled(value: Any, places: Iterator[int]) -> _Bounded:
    output = _Bounded(places)
    pickler = _Pickler(output, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # without references: a part that stands in several places is pickled in each
    pickler.dump(value)
    return output


def _places(value: Any) -> Iterator[int]:
    """How many places each container of a value has, from the outside to the inside."""
    todo = [value]
    known = {id(value)}
    for each in todo:
        if not (is_dict(each) or is_array(each)):
            continue
        yield len(each)
        for item in each.values() if is_dict(each) else each:
            if id(item) not in known:
                known.add(id(item))
                todo.append(item)
