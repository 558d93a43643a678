"""The root of a document: what it is called."""

from __future__ import annotations

from ..building import must_be
from ..node import kinds as n
from ..node.layers import bare
from ..node.style import Element
from . import value as v
from .markup import is_name

_NO_NAME = "value"


def must_be_root(where: str, name: str | Element) -> Element:
    """The name of a root as an element, once it is one that XML can hold."""
    must_be(where, name, str | Element, 'a name or element("name", ns=...)')
    root = Element(name) if isinstance(name, str) else name
    if not is_name(root.name):
        raise ValueError(f"{where}: XML cannot hold the name {root.name!r}")
    return root


def root_of(node: n.Node) -> Element:
    """What the root is called where nobody says: as the record is."""
    return Element(getattr(bare(node), "name", _NO_NAME))


def only_member(value: v.Value) -> tuple[Element, v.Value] | None:
    """The name and the value of the one member that a value has; None if it has not one."""
    match value:
        case v.Structure(((name, below),), hints):
            hint = hints[0] if hints else None
            return (hint if isinstance(hint, Element) else Element(name)), below
        case v.Map(((name, below),)):
            return Element(name), below
        case v.Document(dict() as tree) if len(tree) == 1:
            ((name, part),) = tree.items()
            return Element(name), v.Document(part)
        case _:
            return None
