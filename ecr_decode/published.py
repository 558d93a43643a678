"""Published modules: what they hold is pickled as its name, as functions are."""

from __future__ import annotations

import sys
from collections.abc import Container
from importlib import import_module
from types import ModuleType


class _Published:
    """A module that is published, and the names of what it and its own modules hold, by identity.

    Modules load while others are pickled, so each is looked at again when it has more names than before.
    """

    __slots__ = ("modules", "name", "names", "sizes")

    def __init__(self, name: str) -> None:
        self.name = name
        self.names: dict[int, tuple[ModuleType, str]] = {}
        self.modules: list[ModuleType] = []
        self.sizes: dict[ModuleType, int] = {}

    def name_of(self, value: object) -> str | None:
        """The name of a value, or None where nothing in the module holds it."""
        package = sys.modules.get(self.name)
        if package is not None:
            if self._grew(package):
                self._look(package)
            for module in self.modules:
                if self._grew(module):
                    self._index(module, getattr(package, "__all__", ()))
        known = self.names.get(id(value))
        return known[1] if known is not None and vars(known[0]).get(known[1]) is value else None

    def _grew(self, module: ModuleType) -> bool:
        return len(vars(module)) != self.sizes.get(module)

    def _look(self, package: ModuleType) -> None:
        """Find the modules of a package: one is bound in it once it is loaded."""
        self._index(package, vars(package).copy())
        prefix = self.name + "."
        held = vars(package).copy().values()
        self.modules = [
            each for each in held if isinstance(each, ModuleType) and each.__name__.startswith(prefix)
        ]

    def _index(self, module: ModuleType, exported: Container[str]) -> None:
        held = vars(module).copy()  # in one step, whatever other threads load meanwhile
        for name, value in held.items():
            if name in exported:
                self.names[id(value)] = module, name
        self.sizes[module] = len(held)


_MODULES: dict[str, _Published] = {}


def publish(module: str) -> str:
    """Have what a module holds pickled as its name in it, and give the module's name back."""
    _MODULES.setdefault(module, _Published(module))
    return module


def place(value: object) -> tuple[str, str] | None:
    """The published module that holds a value, and its name there."""
    for module in _MODULES.values():
        name = module.name_of(value)
        if name is not None:
            return module.name, name
    return None


def at(module: str, name: str) -> object:
    """What a module holds under a name."""
    found: object = getattr(import_module(module), name)
    return found
