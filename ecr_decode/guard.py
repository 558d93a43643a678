"""Guards: `isinstance` for containers of which nothing else is known, so that their items stay `Any`."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_dict(value: object) -> TypeGuard[dict[Any, Any]]:
    """Whether the value is a dict, whatever it holds."""
    return isinstance(value, dict)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether the value is a tuple, whatever it holds."""
    return isinstance(value, tuple)


def is_array(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether the value is a list or a tuple, whatever it holds."""
    return isinstance(value, list | tuple)
