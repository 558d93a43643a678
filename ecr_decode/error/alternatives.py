"""Alternatives: what is said of a union none of whose cases fits, cut so that its cause stays in sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..limits import MOST_INNER_PROBLEMS
from .findings import Findings
from .problem import Alternative, NoAlternative, Problem


def no_alternative(tried: Iterable[tuple[str, Findings]]) -> NoAlternative:
    """The problems of every alternative, the one that reached furthest first.

    Each has an equal share of the bound; if there are more alternatives than that, the furthest have it.
    """
    ordered = sorted(tried, key=lambda each: -_furthest(each[1].problems)[1])
    share = max(MOST_INNER_PROBLEMS // max(len(ordered), 1), 1)
    return NoAlternative(
        tuple(
            _alternative(name, findings, share if share * index < MOST_INNER_PROBLEMS else 0)
            for index, (name, findings) in enumerate(ordered)
        )
    )


def _alternative(name: str, findings: Findings, share: int) -> Alternative:
    """The problems that the share has room for: the furthest always, the others in their order."""
    furthest, _ = _furthest(findings.problems)
    listed: list[Problem] = []
    more, reserved = findings.more, 1
    for index, problem in enumerate(findings.problems):
        reserved = reserved if index < furthest else 0
        room = share - reserved
        shown, size = problem, _size(problem)
        if size > room >= 1:
            shown, more, size = _deepest(problem), more + _leaves(problem) - 1, 1
        if size > room:
            more += 1
            continue
        listed.append(shown)
        share -= size
    return Alternative(name, tuple(listed), more)


def _furthest(problems: list[Problem]) -> tuple[int, int]:
    """Which of the problems is at the end of the longest path, and how long that is; the first of several."""
    lengths = [_reach(problem) for problem in problems]
    longest = max(lengths, default=0)
    return (lengths.index(longest) if lengths else 0), longest


def _reach(problem: Problem) -> int:
    """How many steps lead to the place of a problem, or to the furthest of those in it."""
    inner = (_reach(each) for each in _inner(problem))
    return len(problem.path) + max(inner, default=0)


def _deepest(problem: Problem) -> Problem:
    """The problem at the end of the longest path in a problem, with its whole path."""
    inner = list(_inner(problem))
    if not inner:
        return problem
    return _deepest(inner[_furthest(inner)[0]]).below(problem.path)


def _size(problem: Problem) -> int:
    """How many problems a problem is, with those in it."""
    return 1 + sum(map(_size, _inner(problem)))


def _leaves(problem: Problem) -> int:
    """How many problems that hold no others there are in a problem."""
    return sum(map(_leaves, _inner(problem))) or 1


def _inner(problem: Problem) -> Iterator[Problem]:
    match problem.why:
        case NoAlternative(alternatives):
            for alternative in alternatives:
                yield from alternative.problems
        case _:
            return
