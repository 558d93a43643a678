"""Shapes: the msgspec type that a node starts from, and the source of what is done to the value it gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ..doubt import Doubt
from ..source import Body

Emit: TypeAlias = Callable[[str, Body], str]
"""Gives the expression of a value for the expression of another, after adding the lines that it needs."""


class Shape(NamedTuple):
    """How a node is read: msgspec fills in a value of a type, and source makes the node's value of it."""

    type: Any
    emit: Emit | None = None
    """What is done to the value that msgspec gives; None where it is the value of the node."""
    tree: Emit | None = None
    """How a value of a tree is proved to be of the type; None where msgspec converts it."""
    in_place: bool = False
    """Whether source changes the very object that msgspec gives, instead of making another."""


def fail() -> Any:
    """Doubt, as an expression."""
    raise Doubt


def applied(function: Callable[[Any], Any]) -> Emit:
    """Source that calls a function."""

    def emit(given: str, body: Body) -> str:
        return f"{body.name(function)}({given})"

    return emit


def checked(test: str, value: str, body: Body) -> str:
    """The expression of a value that must pass a test."""
    return f"({value} if {test} else {body.name(fail)}())"


def held(expression: str, body: Body) -> str:
    """An expression that may be used several times, and costs little."""
    if expression.replace(".", "_").isidentifier():
        return expression
    variable = body.variable()
    body.line(f"{variable} = {expression}")
    return variable
