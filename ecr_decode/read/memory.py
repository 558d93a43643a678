"""What a run remembers, so that nothing that is read again takes its time again."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..error.findings import FAULT
from ..error.path import Path
from ..error.problem import NoAlternative
from ..node import kinds as n
from .view import View


class Tried(NamedTuple):
    """What a union made of a value; both are held, so that their identities stay theirs."""

    node: n.Union
    value: Any
    read: Any
    place: Path | None
    """Where the value is, if the errors in what was read say so."""
    reason: NoAlternative | None
    """What is wrong with every alternative, unless the problem was to be counted alone."""

    @property
    def only_counted(self) -> bool:
        """Whether it is known that no alternative fits, and not why."""
        return self.read is FAULT and self.reason is None


class Memory:
    """What unions made of values, and the trees of texts: the cases of a union that is tried meet them again.

    Without it a union that holds itself would take time exponential in the depth of a document.
    """

    __slots__ = ("texts", "trials", "tried")

    def __init__(self, *, lasting: bool = False) -> None:
        self.tried: dict[tuple[int, int, type[View]], Tried] = {}
        self.texts: dict[tuple[int, bool], tuple[Any, tuple[Any, Any]]] = {}
        self.trials = 1 if lasting else 0
        """How many unions are being tried, one in another."""

    def enter(self) -> None:
        """Note that a union is being tried."""
        self.trials += 1

    def leave(self) -> None:
        """Note that it was tried; after the outermost nothing is met again."""
        self.trials -= 1
        if not self.trials:
            self.tried.clear()
            self.texts.clear()

    def of_union(self, node: n.Union, value: Any, view: View) -> Tried | None:
        """What a union made of a value; a text may be a name as well, and is read in another way then."""
        return self.tried.get((id(node), id(value), type(view)))

    def keep_union(self, tried: Tried, view: View) -> None:
        """Remember what a union made of a value, unless reading it takes no longer than remembering it."""
        if self.trials and not _is_small(tried.value):
            self.tried[id(tried.node), id(tried.value), type(view)] = tried

    def of_text(self, value: Any, *, exact: bool) -> tuple[Any, Any] | None:
        """The tree of a text, or why there is none; in an exact one numbers have their digits."""
        known = self.texts.get((id(value), exact))
        return None if known is None else known[1]

    def keep_text(self, value: Any, parsed: tuple[Any, Any], *, exact: bool) -> None:
        """Remember the tree of a text."""
        if self.trials and not _is_small(value):
            self.texts[id(value), exact] = value, parsed


def _is_small(value: Any) -> bool:
    """Whether a value holds no others. Such a value may be one object in unrelated places."""
    return value is None or isinstance(value, int | float) or (type(value) is str and len(value) < _SHORTEST)


_SHORTEST = 2
"""The length of the shortest text that holds a list."""
