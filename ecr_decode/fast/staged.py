"""Staged verbs: plain until compiling pays, at the second use or at a first one that is large."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .switch import SWITCH

WORTH_COMPILING = 512
"""A document of more bytes is worth compiling for at once."""

Verb = Callable[..., Any]


def staged(plain: Verb, make: Callable[[], Verb], settle: Callable[[Verb], object]) -> Verb:
    """The verb that runs plainly at first; `settle` puts the compiled one in its place when that is made.

    Whoever holds this verb still has the compiled one called.
    """
    met = False
    quick: Verb | None = None

    def verb(value: Any, /, **options: Any) -> Any:
        nonlocal met, quick
        if quick is None:
            if not SWITCH.on or not (met or _size(value) > WORTH_COMPILING):
                met = True
                return plain(value, **options)
            quick = make()
            settle(quick)
        return quick(value, **options)

    return verb


def _size(value: Any) -> int:
    """How long a document is; a value that is to be written is not measured."""
    return len(value) if type(value) in _MEASURED else 0


_MEASURED = frozenset((bytes, bytearray, str))
