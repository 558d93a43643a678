"""A decoder chosen by what was read first: it is compiled when a function gives it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts
from ..doubt import Doubt
from ..source import Body, UnsuitedError
from .plainly import plainly
from .retry import accepting
from .shape import Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

MOST_KNOWN = 100
"""Decoders that a function makes anew for each value are not kept without end."""


def bind_shape(node: n.Bind, compiler: Compiler) -> Shape:
    """A value of a tree, which is read twice."""
    if compiler.natives.exact:
        raise UnsuitedError
    first, second = compiler.of_tree(node.item), Second(node.then, compiler.depth)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return f"{body.name(second)}({given}, {first(given, body)})"

    return Shape(Any, emit)


class Second:
    """Reads a value by the decoder that a function gives for what was read of it first."""

    __slots__ = ("depth", "known", "then")

    def __init__(self, then: Callable[[Any], Any], depth: int) -> None:
        self.then: Callable[[Any], Any] = then
        self.depth: int = depth
        self.known: dict[int, tuple[n.Node, Callable[[Any], Any] | None]] = {}
        """By the identity of a node, which the entry keeps: how it is read, if it was met twice."""

    def __call__(self, value: Any, found: Any) -> Any:
        """The value that the chosen decoder reads; raises if anything is wrong."""
        node = self.then(found).node
        _, read = self.known.get(id(node), (None, None))
        return (read or self._reading(node))(value)

    def _reading(self, node: Any) -> Callable[[Any], Any]:
        if not isinstance(node, n.Kind):
            raise Doubt
        chosen = cast(n.Node, node)
        read = plainly(chosen, self.depth, exact=False)
        if id(node) in self.known:
            quick = None if facts(chosen).exact else accepting(chosen, MOST_LEVELS // 2)
            self.known[id(node)] = chosen, quick or read
        elif len(self.known) < MOST_KNOWN:
            self.known[id(node)] = chosen, None
        return read
