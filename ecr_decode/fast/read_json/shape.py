"""Shapes: the msgspec type that a node starts from, and the source of what is done to the value it gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ..doubt import refuse
from ..source import Body

Emit: TypeAlias = Callable[[str, Body], str]
"""Gives the expression of a value for the expression of another, after adding the lines that it needs."""


def as_it_is(given: str, _: Body) -> str:
    """Nothing is done to the value."""
    return given


class Shape(NamedTuple):
    """How a node is read: msgspec fills in a value of a type, and source makes the node's value of it."""

    type: Any
    emit: Emit = as_it_is
    """What is done to the value that msgspec gives."""
    tree: Emit | None = None
    """How a value of a tree is proved to be of the type; None where msgspec converts it."""
    same: bool = False
    """Whether the value of the node is the very object that msgspec gives, once source has changed it."""


KIND_TESTS = {
    "null": "{0} is None",
    "boolean": "type({0}) is bool",
    "number": "type({0}) is int or type({0}) is float or type({0}) is Digits",
    "string": "type({0}) is str",
    "array": "type({0}) is list or type({0}) is tuple",
    "object": "type({0}) is dict",
}
"""How a value of a tree, or one that msgspec gives, is seen to be of a kind."""


def kind_test(kinds: frozenset[str], given: str) -> str:
    """The source that says whether a value of a tree is of one of these kinds."""
    return " or ".join(KIND_TESTS[kind].format(given) for kind in KIND_TESTS if kind in kinds)


def applied(function: Callable[[Any], Any]) -> Emit:
    """Source that calls a function."""

    def emit(given: str, body: Body) -> str:
        return f"{body.name(function)}({given})"

    return emit


class Later:
    """A function that is made when it is first called, and is then put into the modules that call it."""

    __slots__ = ("made", "make", "places")

    def __init__(self, make: Callable[[], Callable[[Any], Any]]) -> None:
        self.make: Callable[[], Callable[[Any], Any]] = make
        self.made: Callable[[Any], Any] | None = None
        self.places: list[tuple[dict[str, Any], str]] = []

    def __call__(self, value: Any) -> Any:
        """Make the function, and call it."""
        if self.made is None:
            self.made = self.make()
        for names, name in self.places:
            names[name] = self.made
        return self.made(value)


def place_later(names: dict[str, Any]) -> None:
    """Note in which module the functions are that are made later."""
    for name, value in names.items():
        if isinstance(value, Later):
            value.places.append((names, name))


def checked(test: str, value: str, body: Body) -> str:
    """The expression of a value that must pass a test."""
    return f"({value} if {test} else {body.name(refuse)}())"


def held(expression: str, body: Body) -> str:
    """An expression that may be used several times, and costs little."""
    if expression.replace(".", "_").isidentifier():
        return expression
    variable = body.variable()
    body.line(f"{variable} = {expression}")
    return variable
