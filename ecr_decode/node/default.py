"""Defaults: what a member is where it is absent, made anew for each record where records would share it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any, cast

import msgspec


class Required(msgspec.Struct, frozen=True):
    """The default of a member that has none."""


class Factory(msgspec.Struct, frozen=True):
    """A default that a function of the caller makes for each record."""

    make: Callable[[], Any]


required: Required = Required()


def fresh(default: Any) -> Any:
    """A default that shares nothing that may change with another value; raises what a factory raises."""
    kind = cast(Any, type)(default)
    if isinstance(default, Factory):
        return default.make()
    if kind is dict:
        entries: dict[Any, Any] = default
        return {name: fresh(value) for name, value in entries.items()}
    if _is_settled(default):
        return default
    return kind(map(fresh, default)) if kind in _COPIED else deepcopy(default)


def maker(default: Any) -> Callable[[], Any] | None:
    """What makes a default for each record, or None where all records hold the same."""
    if isinstance(default, Factory):
        return default.make
    return None if _is_settled(default) else partial(fresh, default)


_COPIED: tuple[type[Any], ...] = (list, tuple, set)


def _is_settled(value: object) -> bool:
    """Whether a value can be hashed, so does not change."""
    try:
        hash(value)
    except MemoryError:
        raise
    except Exception:  # mostly a TypeError, but a class of the caller's may raise anything
        return False
    return True
