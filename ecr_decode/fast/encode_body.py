"""The body of a generated function: its lines, the variables it has used, and the values it knows by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .plan import Doubt
from .source import function

MOST_LINES = 2000
"""What a description that unfolds to more of is not compiled."""


class UnsuitedError(Exception):
    """Leaves the making of an encoder, inside this package only: the plain writer is to write this part."""


class Body:
    """Lines that grow; `leveled` ones know how many containers stand around what they write."""

    __slots__ = ("around", "indent", "known", "leveled", "lines", "variables")

    def __init__(self, *, leveled: bool) -> None:
        self.leveled = leveled
        self.around = 0
        self.indent = ""
        self.lines: list[str] = []
        self.known: dict[str, Any] = {"doubt": Doubt}
        self.variables = 0

    def line(self, text: str) -> None:
        """Add a line."""
        if len(self.lines) >= MOST_LINES:
            raise UnsuitedError
        self.lines.append(self.indent + text)

    def variable(self) -> str:
        """The name of a variable that nothing uses yet."""
        self.variables += 1
        return f"v{self.variables}"

    def name(self, value: Any) -> str:
        """The name by which the function knows a value."""
        for name, known in self.known.items():
            if known is value:
                return name
        name = f"k{len(self.known)}"
        self.known[name] = value
        return name

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Lines that stand inside another; a head without any is dropped."""
        self.line(head)
        begin, outer = len(self.lines), self.indent
        self.indent = outer + "    "
        yield
        self.indent = outer
        if len(self.lines) == begin:
            self.lines.pop()

    @contextmanager
    def aside(self) -> Iterator[list[str]]:
        """Lines that are kept for a block of their own."""
        outer, self.lines = self.lines, []
        indent, self.indent = self.indent, ""
        yield self.lines
        self.lines, self.indent = outer, indent

    @contextmanager
    def container(self, containers: int = 1) -> Iterator[None]:
        """What is written here stands in one container more, or some."""
        self.around += containers
        yield
        self.around -= containers

    def level(self) -> str:
        """The number of containers around what is written here."""
        return f"level + {self.around}"

    def made(self, name: str, about: str) -> Any:
        """The function itself."""
        parameters = "x, level" if self.leveled else "x"
        return function(name, parameters, "\n".join(self.lines), self.known, about)
