"""A `Success` without the calls of its constructors, which take longer than reading a small reply.

`made = next(unfilled)` and `put(made, value)` make it in place; `success(value)` is the same as a function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import repeat, starmap
from types import FunctionType
from typing import Any, cast

from returns.primitives.container import BaseContainer
from returns.result import Failure, Result, Success, safe

SUCCESS: Any = Success
FAILURE: Any = Failure

unfilled: Iterator[Any] = starmap(object.__new__, repeat((SUCCESS,)))
"""Instances without their value, without end: a step of this takes less time than a call of `__new__`."""


_SETTER: Any = getattr(vars(BaseContainer).get("_inner_value"), "__set__", None)

put: Callable[[Any, Any], object] = _SETTER or SUCCESS.__init__
"""Fills an instance: by the setter of its one slot, which does all that the constructor does."""

INNER = "_inner_value" if hasattr(Success(None), "_inner_value") else "unwrap()"
"""The source of what a Success holds, behind the variable that holds the Success."""


def success(value: Any) -> Result[Any, Any]:
    """A Success that holds the value."""
    made = next(unfilled)
    put(made, value)
    return made  # type: ignore[no-any-return] # the class says what it is


_SAFE = cast(FunctionType, safe(bool)).__code__


def direct(function: Any, *, fallible: bool) -> tuple[Any, bool]:
    """What `safe` of `returns` was given to make a function of, or the function; whether that gives a Result.

    What it raises would be a Failure, or escape: the plain interpreter asks again, and says which. So it is
    called in a line of `Body.safely`: of all exceptions, the verbs let `MemoryError` pass.
    """
    is_safe = fallible and type(function) is FunctionType and function.__code__ is _SAFE
    inner = getattr(function, "__wrapped__", None) if is_safe else None
    return (function, fallible) if inner is None else (inner, False)
