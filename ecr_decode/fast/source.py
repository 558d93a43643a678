"""Generated functions: source built line by line, compiled once a text, shown in tracebacks."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from types import CodeType
from typing import Any
from weakref import WeakValueDictionary

from ..parse.number import Digits
from .doubt import Doubt

MOST_LINES = 2000
"""How many lines a function may have; a description that unfolds to more is not compiled."""

_NUMBERS = count(1)
CODES: WeakValueDictionary[str, CodeType] = WeakValueDictionary()
"""Code by its source, while a function uses it."""


class UnsuitedError(Exception):
    """Leaves the making of a function, inside this package only: the plain interpreter is to do this part."""


class _Source:
    """The loader of one generated module, which tracebacks and debuggers ask for its source."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def get_source(self, _name: str) -> str:
        return self.text


def load(text: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """The names that a source defines, which knows these values by name."""
    code = CODES.get(text)
    if code is None:
        code = CODES.setdefault(text, compile(text, f"ecr_decode/generated/{next(_NUMBERS)}.py", "exec"))
    names: dict[str, Any] = {
        **known,
        "doubt": Doubt,
        "Digits": Digits,
        "__name__": code.co_filename,
        "__loader__": _Source(text),
        "__code__": code,  # the functions keep their own parts of it; this keeps the whole for others
    }
    exec(code, names)
    return names


def definition(name: str, parameters: str, lines: list[str]) -> str:
    """The source of a function of these lines."""
    return "\n".join([f"def {name}({parameters}):", *("    " + line for line in lines), ""])


class Body:
    """Lines that grow, and the values they know by name.

    A body beside another is for a function of the same module: both know the same values.
    """

    __slots__ = ("indent", "known", "lines", "names", "numbers", "room")

    def __init__(self, beside: Body | None = None) -> None:
        self.indent: str = ""
        self.lines: list[str] = []
        self.known: dict[str, Any] = {} if beside is None else beside.known
        self.names: dict[int, str] = {} if beside is None else beside.names
        self.numbers: Iterator[int] = count(1) if beside is None else beside.numbers
        self.room: int = MOST_LINES

    def line(self, text: str) -> None:
        """Add a line."""
        self.room -= 1
        if self.room < 0:
            raise UnsuitedError
        self.lines.append(self.indent + text)

    def safely(self, text: str) -> None:
        """Add a line that calls what `safe` was given, which would have made a Failure of any exception."""
        self.line(f"try: {text}")
        self.line("except MemoryError: raise doubt")

    def add(self, lines: list[str]) -> None:
        """Add lines that were written aside."""
        self.lines += [self.indent + line for line in lines]

    def variable(self) -> str:
        """The name of a variable that nothing uses yet."""
        return f"v{next(self.numbers)}"

    def name(self, value: Any) -> str:
        """The name by which the lines know a value."""
        name = self.names.setdefault(id(value), f"k{len(self.names)}")
        self.known[name] = value
        return name

    @contextmanager
    def block(self, head: str, *, kept: bool = False) -> Generator[None]:
        """Lines inside another; without any, it is dropped, or kept for what comes after it."""
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


def spelled(text: str) -> str:
    """A text as source, whatever its class shows of it."""
    return repr(str.__str__(text))
