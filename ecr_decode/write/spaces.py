"""Namespaces on writing: what an element is called, and which prefixes its document declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..node.style import XML, XSI, OfOthers
from . import value as v

_NONE: Mapping[str, str] = {}
_PREFERRED = {XML: "xml", XSI: "xsi"}


class Where(NamedTuple):
    """What holds in an element: its namespace, the one without a prefix, those that the value declares."""

    ns: str = ""
    default: str = ""
    declared: Mapping[str, str] = _NONE


class Opened(NamedTuple):
    """The start of an element: the prefix of its name with a colon, and what holds inside."""

    prefix: str
    where: Where
    is_lost: bool = False
    """Whether it is in no namespace and declares one for names without a prefix, which cannot be."""
    undeclares: bool = False
    """Whether it must say that names without a prefix are in no namespace."""


class Spaces:
    """The prefixes of one document: those that values declare where they hold, and new ones at the root."""

    __slots__ = ("prefixes",)

    def __init__(self) -> None:
        self.prefixes: dict[str, str] = {}

    def prefix(self, ns: str, declared: Mapping[str, str]) -> str:
        """A prefix of a namespace, where the value declares some."""
        if ns == XML:
            return "xml"
        for prefix, known in (*declared.items(), *self.prefixes.items()):
            if known == ns and declared.get(prefix, ns) == ns:
                return prefix
        names = (f"ns{number}" for number in range(1, len(declared) + len(self.prefixes) + 2))
        taken = declared.keys() | self.prefixes.keys()
        found = next(name for name in (_PREFERRED.get(ns, "ns1"), *names) if name not in taken)
        self.prefixes[found] = ns
        return found

    def opened(self, outer: Where, ns: str | None, value: v.Value, *, anywhere: bool = False) -> Opened:
        """The start of the element of a value; without a namespace, it is in that of the element around it.

        One that may be read from `anywhere` is in the namespace that the value itself declares.
        """
        own = declared_by(value)
        default = own.get("")
        here = outer.ns if ns is None else ns
        if default is not None and (anywhere or (ns is None and not default)):
            here = default
        declared = {**outer.declared, **own} if own else outer.declared
        inside = Where(here, outer.default if default is None else default, declared)
        if here == inside.default:
            return Opened("", inside)
        if here:
            return Opened(self.prefix(here, declared) + ":", inside)
        if default is None:
            return Opened("", inside._replace(default=""), undeclares=True)
        return Opened("", inside, is_lost=True)

    def declarations(self) -> dict[str, str]:
        """The attributes that declare the new prefixes."""
        return {"@xmlns:" + prefix: ns for prefix, ns in self.prefixes.items()}


def declared_by(value: v.Value) -> Mapping[str, str]:
    """The namespaces that a value declares for its element, by prefixes; an empty one without a prefix."""
    match value:
        case v.Structure(members, hints):
            found: list[tuple[str, Any]] = [
                (name, member.text if isinstance(member, v.String) else getattr(member, "tree", None))
                for (name, member), hint in zip(members, hints, strict=False)
                if isinstance(hint, OfOthers) and declares(name)
            ]
        case v.Document(dict() as tree):
            found = [(name, item) for name, item in tree.items() if declares(name)]
        case _:
            return _NONE
    return {name[7:]: text for name, text in found if isinstance(text, str)} if found else _NONE


def declares(name: str) -> bool:
    """Whether a name by which `xmltodict` calls an attribute declares a namespace."""
    return name == "@xmlns" or name.startswith("@xmlns:")
