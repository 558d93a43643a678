"""Trees that callers hold: proved to be JSON, they are written as a text and read as any other."""

from __future__ import annotations

import math
from typing import Any

import orjson

from ..doubt import Doubt

_MOST_LEVELS = 50
"""How deep a tree may nest: with any room left on the stack, it does not run out on the way."""


def text_of(tree: Any) -> bytes:
    """The JSON text of a tree; in doubt where the tree holds anything but JSON's own types, or is deep."""
    if type(tree) is dict or type(tree) is list or type(tree) is tuple:
        _must_be_json(tree, _MOST_LEVELS)
    else:
        _must_be_json((tree,), 1)
    return orjson.dumps(tree)


def _must_be_json(container: Any, levels: int) -> None:
    """Doubt a container, unless all that is in it is of a class that JSON has a word for, and no other."""
    if not levels:
        raise Doubt
    for item in container if type(container) is not dict else container.values():
        kind = type(item)
        if kind is str or kind is bool or kind is int or item is None:
            continue
        if kind is dict or kind is list or kind is tuple:
            _must_be_json(item, levels - 1)
        elif kind is not float or not math.isfinite(item):
            raise Doubt
