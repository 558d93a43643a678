"""The lines of a function that writes, and what is known of the values in its variables."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from ...node import kinds as n
from ..source import Body
from ..tree import prove, prove_numbers, prove_strictly
from . import called
from .place import Written

if TYPE_CHECKING:
    from .json import JsonSink
    from .xml import XmlSink

    Sink: TypeAlias = JsonSink | XmlSink

_PROVED: dict[str, Callable[[list[Any]], object]] = {
    "texts": "".join,
    "names": called.names,
    "numbers": prove_numbers,
    "free": prove,
    "strictly": prove_strictly,
}
"""What proves values that a function collects; `texts` may be of a class below `str`, unlike `names`."""


class Lines:
    """The lines of one function, written for one sink, and of those that are written behind it."""

    def __init__(self, sink: Sink, level: str) -> None:
        self.sink: Sink = sink
        self.body: Body = Body()
        self.level: str = level
        """The source of how many containers stand around the function; nothing for the root."""
        self.around: int = 0
        self.most: int = 0
        self.begin: int = 0
        """The line from which on lines may change: those before stay if what follows is written plainly."""
        self.loops: int = 0
        """How many blocks stand around the lines that are written aside."""
        self.collected: dict[str, str] = {}
        """The lists of values that the function is to prove at its end, and what proves each."""
        self.classes: dict[str, type] = {}
        """The classes that values are known to be of."""
        self.checked: dict[str, n.Node] = {}
        """The scalars that values are known to be."""
        self.shown: dict[str, dict[int, bool]] = {}
        """Whether values are known to be what an alternative reads, or a layer of it, by its identity."""

    def begin_function(self, sink: Sink) -> None:
        """Begin another function, which knows no variables and has its depth as a parameter."""
        self.sink, self.body, self.level = sink, Body(self.body), "level"
        self.around = self.most = self.loops = self.begin = 0
        self.classes, self.checked, self.shown = {}, {}, {}

    def go_back(self, sink: Sink, body: Body) -> None:
        """Go on with the lines of an earlier function."""
        self.sink, self.body = sink, body

    def begin_part(self) -> int:
        """Begin a part that may be removed again; returns the number of lines before it."""
        self.begin = len(self.body.lines)
        return self.begin

    # what is proved together

    def collect(self, name: str, line: str, proof: Callable[[list[Any]], object] | None = None) -> None:
        """Add a line that puts values into a list of those that are proved together."""
        self.collected[name] = self.body.name(proof or _PROVED[name])
        self.body.line(line)

    def collect_trees(self, line: str) -> None:
        """The same for values without a description; `{}` stands for the list."""
        name = "strictly" if self.sink.takes_more else "free"
        self.collect(name, line.format(name))

    def prove_so_far(self) -> None:
        """Prove what is collected before it is written."""
        for name in sorted(self.collected):
            self._prove(name)
            self.body.line(f"{name}.clear()")

    def prove_all(self) -> None:
        """Prove what is collected at the end of the function."""
        for name in sorted(self.collected):
            self.body.lines.insert(0, f"{name} = []")
            self._prove(name)
        self.collected.clear()

    def _prove(self, name: str) -> None:
        self.body.line(f"if {name}: {self.collected[name]}({name})")

    # what is known of values

    def doubt_if(self, test: str) -> None:
        """Doubt values of which a test holds; tests in a row are one, which takes less time."""
        lines, head, tail = self.body.lines, f"{self.body.indent}if ", ": raise doubt"
        if len(lines) > self.begin and lines[-1].startswith(head) and lines[-1].endswith(tail):
            lines[-1] = f"{lines[-1].removesuffix(tail)} or {test}{tail}"
        else:
            self.body.line(f"if {test}{tail}")

    def must_be(self, var: str, cls: type) -> None:
        """Doubt values that are not of this very class."""
        if self.classes.get(var) is not cls:
            self.doubt_if(f"type({var}) is not {self.class_name(cls)}")

    def class_name(self, cls: type | None) -> str:
        """The name by which the source knows a class."""
        name = "" if cls is None else cls.__name__
        return name if getattr(builtins, name, None) is cls else self.body.name(cls)

    def forget(self, var: str) -> None:
        """The variable holds another value, or is looked at elsewhere."""
        self.classes.pop(var, None)
        self.checked.pop(var, None)
        self.shown.pop(var, None)

    def shows(self, node: n.Node, var: str) -> bool | None:
        """Whether a value is known to be what a node reads, or not to be; None if neither is known."""
        return self.shown.get(var, {}).get(id(node))

    def must_not_be_null(self, var: str, written: Written) -> None:
        """Doubt a value that was written as null."""
        test = self.sink.is_null(self.body, var, written)
        if test is not None:
            self.doubt_if(f"{test}")

    @contextmanager
    def container(self, containers: int = 1) -> Generator[None]:
        """What is written here stands in one container more, or some."""
        self.around += containers
        self.most = max(self.most, self.around)
        try:
            yield
        finally:
            self.around -= containers

    @property
    def blocks(self) -> int:
        """How many blocks stand around what is written here."""
        return self.loops + len(self.body.indent) // 4

    @contextmanager
    def loop(self) -> Generator[list[str]]:
        """Lines for a loop, which are written aside."""
        outer = self.loops, self.begin
        self.loops, self.begin = self.blocks + 1, 0
        try:
            with self.body.aside() as lines:
                yield lines
        finally:
            self.loops, self.begin = outer

    def here(self) -> str:
        """The source of how many containers stand around what is written here."""
        return f"{self.level} + {self.around}" if self.level else str(self.around)
