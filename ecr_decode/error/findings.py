"""Findings: the notebook of one run, in which interpreters note what is wrong and go on."""

from __future__ import annotations

from collections.abc import Iterable

from ..limits import MOST_PROBLEMS
from .path import Trail, path_of
from .problem import Problem, Why


class Fault:
    """The one value, private to the interpreters, that stands where nothing could be read or written."""

    __slots__ = ()


FAULT = Fault()


class Abort(Exception):
    """Ends a run at once, inside the interpreters only: the nesting is too deep to go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class Findings:
    """The problems that one run has met so far, cut at a bound."""

    __slots__ = ("broken", "more", "most", "problems")

    def __init__(self, most: int = MOST_PROBLEMS) -> None:
        self.problems: list[Problem] = []
        self.broken: int = 0
        """How many of them are of constraints, which a value may break and still be read."""
        self.more: int = 0
        self.most: int = most

    @property
    def count(self) -> int:
        """How many problems there were, listed or not."""
        return len(self.problems) + self.more

    @property
    def unread(self) -> int:
        """How many problems there were for which reading fails as well."""
        return self.count - self.broken

    @property
    def full(self) -> bool:
        """Whether the bound is reached: further problems are counted, and need not be made."""
        return len(self.problems) >= self.most

    @property
    def room(self) -> int:
        """How many more problems can be listed."""
        return self.most - len(self.problems)

    def add(self, trail: Trail, reason: Why, *, hidden: bool = False) -> Fault:
        """Note a problem, and give what stands where nothing could be read or written."""
        if len(self.problems) < self.most:
            self.problems.append(Problem(path_of(trail), reason, hidden))
        else:
            self.more += 1
        return FAULT

    def add_below(self, trail: Trail, problems: Iterable[Problem], more: int = 0) -> Fault:
        """Note problems whose paths are counted from the end of a trail."""
        for problem in problems:
            here = trail
            for step in problem.path:
                here = (here, step)
            self.add(here, problem.why, hidden=problem.hidden)
        self.more += more
        return FAULT

    def skip(self) -> Fault:
        """Count a problem that is not listed."""
        self.more += 1
        return FAULT

    def abort(self, trail: Trail, reason: Why) -> Abort:
        """Note a problem that must be seen, whatever the bound, and give the exception that ends the run."""
        return self.end(Problem(path_of(trail), reason))

    def end(self, problem: Problem) -> Abort:
        """The same, of a problem that is made already."""
        if self.full and self.problems:
            self.problems.pop()
            self.more += 1
        self.problems.append(problem)
        return Abort(problem)
