"""Modules that are published: what they hold is pickled as its name there, as functions and classes are."""

from __future__ import annotations

import sys
from importlib import import_module

_MODULES: dict[str, None] = {}


def publish(module: str) -> str:
    """Have what a module holds pickled as its name in it, and give the module's name back."""
    _MODULES[module] = None
    return module


def place(value: object) -> tuple[str, str] | None:
    """The published module that holds a value, and its name there."""
    for module in _MODULES:
        for name, held in vars(sys.modules[module]).items() if module in sys.modules else ():
            if held is value:
                return module, name
    return None


def at(module: str, name: str) -> object:
    """What a module holds under a name."""
    found: object = getattr(import_module(module), name)
    return found
