"""The prefixes of one document, as compiled source asks for them."""

from __future__ import annotations

from ...write.spaces import Spaces
from . import called


class Prefixes(dict[str, str]):
    """The prefixes of one document by their namespaces, which the root declares."""

    def __init__(self, default: str) -> None:
        super().__init__()
        self.default = default
        """The namespace of names without a prefix."""
        self.elements: _BeforeNames = _BeforeNames(self)
        """What is written before the names of elements."""
        self.spaces: Spaces = Spaces()

    def __missing__(self, ns: str) -> str:
        self[ns] = found = self.spaces.prefix(ns, {})
        return found

    def declarations(self) -> str:
        """The attributes of the root that declare them."""
        known = self.spaces.prefixes.items()
        return "".join(f' xmlns:{prefix}="{called.in_attribute(ns)}"' for prefix, ns in known)


class _BeforeNames(dict[str, str]):
    def __init__(self, prefixes: Prefixes) -> None:
        super().__init__()
        self.prefixes = prefixes

    def __missing__(self, ns: str) -> str:
        self[ns] = found = "" if ns == self.prefixes.default else self.prefixes[ns] + ":"
        return found
