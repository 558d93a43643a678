"""What the interpreters of one run share: its problems, its depth, and calls of the caller's functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from returns.result import Failure, Result, Success

from .error.findings import FAULT, Fault, Findings
from .error.path import Path, Trail
from .error.problem import BadValue, Problem, Raised, TooDeep
from .error.reason import problems_of
from .limits import MOST_LEVELS
from .node import kinds as n
from .node.constraint import violation

SAME_KEY = BadValue("another entry has this key")
"""What is wrong with an entry whose key is there already, under another name."""


class Interpreter:
    """One run over one input, which notes every problem and goes on."""

    __slots__ = ("depth", "findings")

    def __init__(self) -> None:
        self.findings: Findings = Findings()
        self.depth: int = 0

    def _enter(self, trail: Trail) -> None:
        """Go one level deeper, or end the run: what is read must not be too deep to write and show."""
        if self.depth >= MOST_LEVELS:
            raise self.findings.abort(trail, TooDeep())
        self.depth += 1

    def _called(self, function: Callable[..., Any], *args: Any, trail: Trail) -> Any:
        """What a function of the caller gives, or `FAULT` where it raises."""
        try:
            return function(*args)
        except (RecursionError, MemoryError):
            raise
        except Exception as error:  # a caller's function may raise anything
            return self.findings.add(trail, Raised(type(error).__name__))

    def _opened(self, result: Result[Any, Any], trail: Trail) -> Any:
        """What the Result of a fallible function holds."""
        match result:
            case Success(inner):
                return inner
            case Failure(reason):
                told = self._called(problems_of, reason, trail=trail)
                return FAULT if told is FAULT else self.findings.add_below(trail, *told)
            case _:
                return self.findings.add(trail, Raised("TypeError"))

    def _unfolded(self, node: n.Lazy, trail: Trail) -> n.Node | Fault:
        """The node that a thunk gives, or `FAULT` where it raises."""
        return cast("n.Node | Fault", self._called(node.unfold, trail=trail))

    def _keeps(
        self,
        rule: n.Constraint | n.Predicate,
        value: Any,
        trail: Trail,
        spell: Callable[[Path], Path] | None = None,
    ) -> bool:
        """Whether a value keeps a rule; the problem is noted if it does not, at its place as spelled."""
        message = self._called(violation, rule, value, trail=trail)
        if message is not None and message is not FAULT:
            places = self._called(rule.places, value, trail=trail) if isinstance(rule, n.Predicate) else ((),)
            for at in () if isinstance(places, Fault) else places:
                place = at if spell is None else spell(at)
                self.findings.add_below(trail, (Problem(place, BadValue(message)),))
        return message is None
