"""What a Result failed with, as the places and reasons of its problems."""

from __future__ import annotations

from typing import Any

from ecr_decode import IntoText, Why

Found = list[tuple[tuple[str | int | IntoText, ...], Why]]


def problems(result: Any) -> Found:
    """Each problem as its path and its reason, in order."""
    return [(problem.path, problem.why) for problem in result.failure().problems]


def reason(result: Any) -> Why:
    """The reason of a failure that has one problem, at the root."""
    ((path, why),) = problems(result)
    assert path == ()
    return why
