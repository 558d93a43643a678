"""Published modules: what they hold is pickled as its name, as functions are."""

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
        exported = getattr(sys.modules.get(module), "__all__", ())
        for home in [each for each in sys.modules if each == module or each.startswith(module + ".")]:
            for name, held in vars(sys.modules[home]).items():
                if held is value and (home == module or name in exported):
                    return module, name
    return None


def at(module: str, name: str) -> object:
    """What a module holds under a name."""
    found: object = getattr(import_module(module), name)
    return found
