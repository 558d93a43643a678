"""What is checked while a codec is built: a mistake is a `ValueError` that says what to write."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import UnionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inspect import Signature  # which takes long to load, and few programs need


def must_be(where: str, given: object, kind: type | UnionType, expected: str) -> None:
    """Refuse what is not of a class."""
    if not isinstance(given, kind):
        raise ValueError(f"{where}: expected {expected}, got {given!r}")


def must_be_function(where: str, given: object) -> None:
    """Refuse what cannot be called."""
    if not callable(given):
        raise ValueError(f"{where}: expected a function, got {given!r}")


def must_be_text(where: str, given: object) -> None:
    """Refuse what is not a `str`."""
    must_be(where, given, str, "a str")


def must_be_bounds(where: str, least: object, most: object, *, lengths: bool) -> None:
    """Refuse bounds that are not numbers, or that no value keeps."""
    kind, expected = (int, "an int from 0") if lengths else (int | float, "a number")
    for bound in (least, most):
        below = lengths and isinstance(bound, int) and bound < 0
        if isinstance(bound, bool) or below or not isinstance(bound, kind | None):
            raise ValueError(f"{where}: expected {expected}, got {bound!r}")
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        raise ValueError(f"{where}: no value is at least {least!r} and at most {most!r}")


def signature(function: Callable[..., Any]) -> Signature:
    """The parameters of a callable; no name in its annotations needs to be defined."""
    import inspect

    on_demand = sys.version_info >= (3, 14)
    how = {"annotation_format": import_module("annotationlib").Format.FORWARDREF} if on_demand else {}
    return inspect.signature(function, **how)
