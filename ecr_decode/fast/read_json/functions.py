"""The functions of one module of source that reads JSON, each defined once it is whole."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any

from ..doubt import refuse
from ..source import MOST_LINES, Body, UnsuitedError, definition, load
from .shape import Emit, held, place_later

_MOST_NESTED = 8
"""How many containers one function writes within one another; Python takes no more than 20 loops.

Of more comprehensions in one another, the compilers of 3.12 and 3.13 crash.
"""

_LONGEST = 2000
"""How long an expression may be."""


class Functions:
    """The definitions of a module, and what they know by name."""

    __slots__ = ("body", "definitions", "nested", "room")

    def __init__(self) -> None:
        self.nested: int = 0
        self.begin_module()

    def begin_module(self) -> None:
        """What follows is another module, which knows nothing yet."""
        self.body: Body = Body()
        """Where the names of what the functions know are given."""
        self.definitions: list[str] = []
        self.room: int = MOST_LINES

    def pure(self, emit: Emit, given: str) -> str:
        """An expression alone, of a variable or what it holds: what needs lines becomes a function."""
        inner = Body(self.body)
        made = emit(given, inner)
        if not inner.lines and len(made) < _LONGEST:
            return made
        inner.line(f"return {made}")
        return self.apart(inner, given)

    def apart(self, body: Body, given: str) -> str:
        """The call of a new function of these lines, which know a variable or what it holds."""
        return self.define(f"f{len(self.definitions)}", given.partition(".")[0], body)

    def chosen(self, ways: Iterable[tuple[str, Emit]], last: Emit | None, given: str, body: Body) -> str:
        """The expression of the first way whose test holds, or of the last way; without one, doubt."""
        parts = [f"{self.pure(emit, given)} if {test} else" for test, emit in ways]
        rest = f"{body.name(refuse)}()" if last is None else self.pure(last, given)
        return f"({' '.join([*parts, rest])})"

    def define(self, name: str, parameter: str, body: Body) -> str:
        """The call of a new function of these lines."""
        self.room -= len(body.lines)
        if self.room < 0:
            raise UnsuitedError
        self.definitions.append(definition(name, parameter, body.lines))
        return f"{name}({parameter})"

    def inside(self, emit: Emit) -> Emit:
        """The same one container deeper: where there are many already, as a function."""

        def emitted(given: str, body: Body) -> str:
            outer = self.nested
            self.nested = (outer + 1) % _MOST_NESTED
            if self.nested:
                made = emit(given, body)
            else:
                given, inner = held(given, body), Body(self.body)
                inner.line(f"return {emit(given, inner)}")
                made = self.apart(inner, given)
            self.nested = outer
            return made

        return emitted

    @contextmanager
    def outside(self) -> Generator[None]:
        """Write a function of its own, which is not inside a container."""
        outer, self.nested = self.nested, 0
        yield
        self.nested = outer

    def loaded(self, name: str, *last: str) -> Callable[..., Any]:
        """A function of a module of all definitions, and perhaps a last one."""
        names = load("\n\n".join([*self.definitions, *last]), self.body.known)
        place_later(names)
        made: Callable[..., Any] = names[name]
        return made
