"""Cases: the source that chooses one by a tag; those of a wide union are made when they are first met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.native import is_wide
from ..doubt import doubt
from ..source import Body, UnsuitedError, spelled
from .shape import Emit, held

if TYPE_CHECKING:
    from .compiler import Compiler

_Function = Callable[[Any], Any]


def chosen_by_tag(node: n.Union, found: str, read: Callable[[n.Case], Emit], compiler: Compiler) -> Emit:
    """Source that reads a value by the case that its tag names, or by the one that takes the rest."""
    rest = None if node.otherwise is None else read(node.otherwise)
    if rest is not None and compiler.natives.cuts and is_wide(node):
        cases = {str(tag): read(case) for case, tag in node.tagged}

        def looked_up(given: str, body: Body) -> str:
            given = held(given, body)
            return f"{body.name(_Late(cases, rest, compiler))}[{found}]({given})"

        return looked_up
    tests = [_test(case, found) for case in node.cases]
    ways = [*zip(tests, map(read, node.cases), strict=True)]
    return partial(compiler.chosen, ways, rest)


def _test(case: n.Case, found: str) -> str:
    """The source that says whether a tag is one of a case."""
    tests = [f"{found} == {spelled(tag)}" for tag in case.tags if isinstance(tag, str)]
    tests += [
        f"type({found}) is {type(tag).__name__} and {found} == {tag!r}"
        for tag in case.tags
        if not isinstance(tag, str)
    ]
    return " or ".join(tests)


class _Late(dict[Any, _Function]):
    """The functions of the cases of a union by their tags, each made when a document first has its tag."""

    __slots__ = ("cases", "compiler", "other", "rest")

    def __init__(self, cases: Mapping[str, Emit], rest: Emit, compiler: Compiler) -> None:
        super().__init__()
        self.cases: Mapping[str, Emit] = cases
        self.rest: Emit = rest
        self.compiler: Compiler = compiler
        self.other: _Function | None = None

    def __missing__(self, tag: Any) -> _Function:
        emit = self.cases.get(tag)
        if emit is not None:
            self[tag] = self._made(emit)
            return self[tag]
        if self.other is None:
            self.other = self._made(self.rest)
        return self.other

    def _made(self, emit: Emit) -> _Function:
        try:
            return self.compiler.late(emit)
        except UnsuitedError:
            return doubt
