"""Doubt: how a fast path says that it leaves an input or a value to the plain interpreter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..node.constraint import violation
from ..node.kinds import Constraint, Predicate
from .success import FAILURE, SUCCESS


class Doubt(Exception):
    """The plain interpreter might see this in another way; inside this package only."""


class Refused(Doubt):
    """The plain interpreter refuses this, so that another alternative may be tried."""


def refuse(*_: object) -> Any:
    """Refuse, in the place of a value."""
    raise Refused


def doubt(*_: object) -> Any:
    """Doubt, in the place of a value."""
    raise Doubt


def kept(rule: Constraint | Predicate, value: Any) -> Any:
    """The value, unless it breaks the rule."""
    if violation(rule, value) is not None:
        raise Refused
    return value


def passed(test: Callable[[Any], bool], value: Any) -> Any:
    """The value, if it passes a test."""
    if test(value):
        return value
    raise Refused


def opened(result: Any) -> Any:
    """What the Result of a fallible function of the caller holds."""
    if type(result) is SUCCESS:
        return result.unwrap()
    raise Refused if type(result) is FAILURE else Doubt
