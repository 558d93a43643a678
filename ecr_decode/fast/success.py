"""A Success, made without the calls of its constructors, which cost more than reading a small reply."""

from __future__ import annotations

from collections.abc import Callable
from types import MemberDescriptorType
from typing import Any

from returns.primitives.container import BaseContainer
from returns.result import Result, Success

_SLOT: Any = vars(BaseContainer).get("_inner_value")
_SUCCESS: Any = Success
_new: Any = object.__new__


_put: Any = getattr(_SLOT, "__set__", None)


def _quick_success(value: Any) -> Any:
    made = _new(_SUCCESS)
    _put(made, value)
    return made


def _is_the_same() -> bool:
    """Whether a container is still one slot and nothing else, as far as can be seen from here."""
    if not isinstance(_SLOT, MemberDescriptorType):
        return False
    quick: Any = _quick_success(1)
    usual: Any = Success(1)
    return bool(quick == usual and quick.__getstate__() == usual.__getstate__())


success: Callable[[Any], Result[Any, Any]] = _quick_success if _is_the_same() else _SUCCESS
