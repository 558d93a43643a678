"""A `Success` without the calls of its constructors, which take longer than reading a small reply.

`made = next(unfilled)` and `put(made, value)` make it in place; `success(value)` is the same as a function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import repeat, starmap
from typing import Any

from returns.primitives.container import BaseContainer
from returns.result import Result, Success

SUCCESS: Any = Success

unfilled: Iterator[Any] = starmap(object.__new__, repeat((SUCCESS,)))
"""Instances without their value, without end: a step of this takes less time than a call of `__new__`."""


def _state(made: object) -> tuple[dict[str, Any], Any]:
    """All that an instance holds."""
    slots = [slot for cls in type(made).__mro__ for slot in vars(cls).get("__slots__", ())]
    held = {slot: getattr(made, slot) for slot in slots if hasattr(made, slot)}
    return held, getattr(made, "__dict__", None)


def _putter() -> Callable[[Any, Any], object]:
    """What fills an instance: its one slot's own setter where that is all there is, else the constructor."""
    fill: Any = getattr(vars(BaseContainer).get("_inner_value"), "__set__", None)
    if fill is None:
        return SUCCESS.__init__  # type: ignore[no-any-return] # the checkers see a class of a plugin's
    probe, made = object(), next(unfilled)
    fill(made, probe)
    same: bool = _state(made) == _state(Success(probe))
    return fill if same else SUCCESS.__init__  # type: ignore[no-any-return] # as above


put = _putter()

INNER = "_inner_value" if hasattr(Success(None), "_inner_value") else "unwrap()"
"""The source of what a Success holds, behind the variable that holds the Success."""


def success(value: Any) -> Result[Any, Any]:
    """A Success that holds the value."""
    made = next(unfilled)
    put(made, value)
    return made  # type: ignore[no-any-return] # the class says what it is
