"""Packages that load a name when it is touched, from the module that their stub imports it from.

A stub, `__init__.pyi`, tells the type checkers which names a package has. The package itself finds them
in the same lines, so that each name is written once. A stub holds imports only:
`from .home import name as name` for what a module holds, `from . import name as name` for a module.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

_STUB = "__init__.pyi"
_HOMES = "_homes"


def load_when_touched(package: str) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package; `__all__` is one of the names that it loads.

    The stub is read when the first name is touched, so that importing the package costs next to nothing.
    """
    module = sys.modules[package]
    module.__class__ = _Package

    def load(name: str) -> object:
        homes = homes_of(module)
        if name == "__all__":
            found: object = sorted(each for each in homes if not each.startswith("__"))
        elif name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        elif homes[name] == ".":
            found = import_module(f".{name}", package)
        else:
            found = getattr(import_module(homes[name], package), name)
        vars(module)[name] = found
        return found

    return load, lambda: sorted(homes_of(module))


def homes_of(package: ModuleType) -> dict[str, str]:
    """The module that each name of a package comes from, as the package's stub spells it."""
    known: dict[str, str] | None = vars(package).get(_HOMES)
    if known is None:
        known = vars(package)[_HOMES] = dict(_imports(_text(package)))
    return known


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        """Importing a module binds it here, which must not hide the function that it is named for."""
        if not isinstance(value, ModuleType) or homes_of(self).get(name, ".") == ".":
            super().__setattr__(name, value)


def _text(package: ModuleType) -> str:
    """The stub's text, given by the loader, because a package may be in an archive."""
    path = f"{package.__path__[0]}/{_STUB}"
    try:
        return str(vars(package)["__spec__"].loader.get_data(path), "utf-8")
    except OSError as error:
        raise ImportError(f"{path} is missing: it says where the names of {package.__name__} are") from error


def _imports(stub: str) -> list[tuple[str, str]]:
    """What a stub imports: each name, and the module that it is imported from."""
    statements = (line.split(" import ", 1) for line in f"\n{stub}".split("\nfrom ")[1:])
    return [
        (bound.split()[-1], home)
        for home, names in statements
        for bound in names.strip("() \n").split(",")
        if bound.strip()
    ]
