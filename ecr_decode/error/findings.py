"""Findings: the notebook of one run, in which interpreters note what is wrong and go on."""

from __future__ import annotations

from ..limits import MOST_INNER_PROBLEMS, MOST_PROBLEMS
from .path import Trail, path_of
from .problem import Alternative, NoAlternative, Problem, Why


class Fault:
    """The one value, private to the interpreters, that stands where nothing could be read or written."""

    __slots__ = ()


FAULT = Fault()


class Abort(Exception):
    """Ends a run at once, inside the interpreters only: the nesting is too deep to go on."""

    def __init__(self, why: Why) -> None:
        super().__init__()
        self.why = why


class Findings:
    """The problems that one run has met so far, cut at a bound."""

    __slots__ = ("more", "most", "problems")

    def __init__(self, most: int = MOST_PROBLEMS) -> None:
        self.problems: list[Problem] = []
        self.more = 0
        self.most = most

    @property
    def count(self) -> int:
        """How many problems there were, listed or not."""
        return len(self.problems) + self.more

    @property
    def full(self) -> bool:
        """Whether the bound is reached."""
        return len(self.problems) >= self.most

    @property
    def room(self) -> int:
        """How many more problems can be listed: nothing but their number is kept of others."""
        return self.most - len(self.problems)

    def add(self, trail: Trail, why: Why) -> Fault:
        """Note a problem, and give what stands where nothing could be read or written."""
        if len(self.problems) < self.most:
            self.problems.append(Problem(path_of(trail), why))
        else:
            self.more += 1
        return FAULT

    def abort(self, trail: Trail, why: Why) -> Abort:
        """Note a problem that must be seen, whatever the bound, and give the exception that ends the run."""
        if self.full:
            self.problems.pop()
            self.more += 1
        self.add(trail, why)
        return Abort(why)


def no_alternative(tried: list[tuple[str, Findings]]) -> NoAlternative:
    """The problems of every alternative, cut so that nested unions cannot make them grow."""
    budget = MOST_INNER_PROBLEMS // max(len(tried), 1)
    return NoAlternative(tuple(_alternative(name, findings, budget) for name, findings in tried))


def _alternative(name: str, findings: Findings, budget: int) -> Alternative:
    kept: list[Problem] = []
    for problem in findings.problems:
        size = _size(problem)
        if size > budget:
            if budget < 1:
                break
            problem, size = Problem(problem.path, NoAlternative(())), 1  # noqa: PLW2901 its inner problems cut
        kept.append(problem)
        budget -= size
    return Alternative(name, tuple(kept), findings.count - len(kept))


def _size(problem: Problem) -> int:
    match problem.why:
        case NoAlternative(alternatives):
            return 1 + sum(_size(inner) for alternative in alternatives for inner in alternative.problems)
        case _:
            return 1
