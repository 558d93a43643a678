"""Trees that callers hold: proved to be JSON, they are written as a text and read as any other."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import orjson

from ...guard import is_array, is_dict
from ..doubt import Doubt

_MOST_LEVELS = 50
"""How deep a tree may nest: with any room left on the stack, it does not run out on the way."""


def text_of(tree: Any) -> bytes:
    """The JSON text of a tree; in doubt where the tree holds anything but JSON's own types, or is deep."""
    _must_be_json((tree,), _MOST_LEVELS)
    return orjson.dumps(tree)


def _must_be_json(items: Iterable[object], levels: int) -> None:
    """Doubt items that are not all of a class that JSON has a word for, down to so many levels."""
    for item in items:
        kind = type(item)
        if kind is str or kind is bool or kind is int or item is None:
            continue
        if kind is dict and levels and is_dict(item):
            _must_be_json(item.values(), levels - 1)
        elif (kind is list or kind is tuple) and levels and is_array(item):
            _must_be_json(item, levels - 1)
        elif type(item) is not float or not math.isfinite(item):
            raise Doubt
