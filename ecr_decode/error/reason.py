"""Reasons: what a function of the caller may fail with, and the problems that it names."""

from __future__ import annotations

from typing import Any, TypeAlias, get_args

from ..guard import is_tuple
from .path import IntoText
from .problem import BadValue, Problem, Problems, Raised, Why

Reason: TypeAlias = str | Problem | Problems | Exception
"""Words, problems with places of their own, or an exception, of which only the name of its type is kept."""

_KINDS = get_args(Why)


def problems_of(reason: Any) -> tuple[tuple[Problem, ...], int]:
    """The problems of a reason, their paths counted from the value, and how many more there are."""
    problems: Any
    more: Any
    match reason:
        case BaseException():
            return (Problem((), Raised(type(reason).__name__)),), 0
        case Problem():
            problems, more = (reason,), 0
        case Problems():
            problems, more = reason.problems, reason.more
        case _:
            return (Problem((), BadValue(str(reason))),), 0
    if not (problems and type(more) is int and more >= 0 and all(map(_is_sound, problems))):
        raise TypeError
    return tuple(problems), more


def _is_sound(problem: Any) -> bool:
    """Whether a problem that the caller made is one: its class does not check what it is made of."""
    path: Any = problem.path
    steps = is_tuple(path) and all(type(step) in (str, int, IntoText) for step in path)
    return steps and type(problem.why) in _KINDS
