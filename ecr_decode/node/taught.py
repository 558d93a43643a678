"""Taught: the record classes of which msgspec has learned the types from their codecs."""

from __future__ import annotations

import gc
from typing import Any
from weakref import WeakSet

TAUGHT: WeakSet[type] = WeakSet()


def may_learn(cls: Any) -> bool:
    """Whether the types of a class are those of its codecs, or can be.

    msgspec reads annotations once. If a program has decoded the class with msgspec alone, msgspec has read
    the declared annotations. They may say less than the codecs.
    """
    return cls in TAUGHT or not any(type(each).__name__ == "StructInfo" for each in gc.get_referents(cls))
