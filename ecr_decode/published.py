"""Published modules: a name is loaded when it is touched, and pickled as a name, as functions are."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

_MODULES: dict[str, None] = {}


def publish(module: str) -> str:
    """Have what a module holds pickled as its name in it, and give the module's name back."""
    _MODULES[module] = None
    return module


def load_when_touched(
    package: str, homes: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package whose modules have these names, given in one text each.

    A home with a dot is a module of another package.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def load(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = home_of[name]
        found = at(home if "." in home else f"{package}.{home}", name)
        setattr(sys.modules[package], name, found)
        return found

    return load, lambda: sorted({*vars(sys.modules[package]), *home_of})


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
