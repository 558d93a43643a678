"""`Success` made at once: its constructor calls two more, and takes longer than a small request takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from returns.primitives.container import BaseContainer
from returns.result import Result, Success

_make: Callable[[Any], Any] = object.__new__


def _maker() -> Callable[[Any], Result[Any, Any]]:
    """The short way, where what it makes is all that the constructor makes; else the constructor."""
    fill = getattr(vars(BaseContainer).get("_inner_value"), "__set__", None)
    if fill is None:
        return Success

    def success(value: Any, make: Any = _make, cls: Any = Success, fill: Any = fill) -> Result[Any, Any]:
        made = make(cls)
        fill(made, value)
        return made  # type: ignore[no-any-return] # the class says what it is

    return success if _state(success(_PROBE)) == _state(Success(_PROBE)) else Success


_PROBE = object()


def _state(made: object) -> tuple[dict[str, Any], Any]:
    """All that an instance holds."""
    slots = [slot for cls in type(made).__mro__ for slot in vars(cls).get("__slots__", ())]
    held = {slot: getattr(made, slot) for slot in slots if hasattr(made, slot)}
    return held, getattr(made, "__dict__", None)


success = _maker()
