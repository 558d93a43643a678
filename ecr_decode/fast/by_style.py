"""What a description is compiled to for each style, made when the style is first met."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from ..lock import ForkLock
from ..node.style import XmlStyle

T = TypeVar("T")

_LOCK = ForkLock()
_MOST_STYLES = 16


class ByStyle(Generic[T]):
    """One value for each style, made once."""

    __slots__ = ("known", "last", "make")

    def __init__(self, make: Callable[[XmlStyle], T]) -> None:
        self.make: Callable[[XmlStyle], T] = make
        self.known: dict[XmlStyle, T] = {}
        self.last: tuple[XmlStyle, T] | None = None

    def __call__(self, style: XmlStyle) -> T:
        """The value for a style."""
        last = self.last
        if last is not None and style is last[0]:  # a hash takes longer than reading a small document
            return last[1]
        with _LOCK:
            if style not in self.known and len(self.known) >= _MOST_STYLES:
                self.known.clear()
            if style not in self.known:
                self.known[style] = self.make(style)
            self.last = style, self.known[style]
            return self.known[style]
