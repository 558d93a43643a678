"""The body of a generated function: its lines, the variables it has used, and the values it knows by name."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from ..doubt import Doubt
from ..old_source import function

MOST_LINES = 2000
"""What a description that unfolds to more of is not compiled."""


MOST_STATIC_LEVELS = 16
"""How many containers a function writes within one another; Python takes no more than 20 loops."""


class UnsuitedError(Exception):
    """Leaves the making of an encoder, inside this package only: the plain writer is to write this part."""


class Body:
    """Lines that grow; `leveled` ones know how many containers stand around what they write."""

    __slots__ = ("around", "indent", "known", "leveled", "lines", "names", "room", "variables")

    def __init__(self, *, leveled: bool = False) -> None:
        self.leveled = leveled
        self.around = 0
        self.indent = ""
        self.lines: list[str] = []
        self.known: dict[str, Any] = {}
        self.names: dict[int, str] = {}
        self.room = MOST_LINES
        self.variables = 0

    def line(self, text: str) -> None:
        """Add a line."""
        self.room -= 1
        if self.room < 0:
            raise UnsuitedError
        self.lines.append(self.indent + text)

    def add(self, lines: list[str]) -> None:
        """Add lines that were written aside."""
        self.lines += [self.indent + line for line in lines]

    def variable(self) -> str:
        """The name of a variable that nothing uses yet."""
        self.variables += 1
        return f"v{self.variables}"

    def name(self, value: Any) -> str:
        """The name by which the function knows a value."""
        name = self.names.setdefault(id(value), f"k{len(self.names)}")
        self.known[name] = value
        return name

    @contextmanager
    def block(self, head: str, *, kept: bool = False) -> Generator[None]:
        """Lines that stand inside another; without any, it is dropped, or kept for what comes after it."""
        self.line(head)
        begin, outer = len(self.lines), self.indent
        self.indent = outer + "    "
        try:
            yield
        finally:
            self.indent = outer
        if len(self.lines) == begin:
            if kept:
                self.lines.append(outer + "    pass")
            else:
                self.lines.pop()

    @contextmanager
    def aside(self) -> Generator[list[str]]:
        """Lines that are kept, to be added or dropped when it is known what they do."""
        outer, indent = self.lines, self.indent
        self.lines, self.indent = [], ""
        try:
            yield self.lines
        finally:
            self.lines, self.indent = outer, indent

    @contextmanager
    def container(self, containers: int = 1) -> Generator[None]:
        """What is written here stands in one container more, or some."""
        self.around += containers
        try:
            if self.around > MOST_STATIC_LEVELS:
                raise UnsuitedError
            yield
        finally:
            self.around -= containers

    def level(self) -> str:
        """The number of containers around what is written here."""
        return f"level + {self.around}"

    def made(self, parameters: str, about: str) -> Any:
        """The function itself."""
        return function("encode", parameters, "\n".join(self.lines), {**self.known, "doubt": Doubt}, about)


def spelled(text: str) -> str:
    """A text as source, whatever its class shows of it."""
    return repr(str.__str__(text))
