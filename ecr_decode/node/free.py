"""Free names: unions by key whose keys, in XML, are the names of elements that stand for themselves.

They are free at the root of a document, and where a member is flattened.
"""

from __future__ import annotations

from typing import NamedTuple, TypeGuard

from . import kinds as n
from .style import Element, Flattened
from .walk import unfold

_MOST_LAYERS = 100


class Free(NamedTuple):
    """A union by key whose keys stand for themselves, once or for each of many items."""

    union: n.Union
    many: bool = False
    ns: str | None = None
    """The namespace of the keys, if it is not that of the element around them."""

    @property
    def keys(self) -> list[tuple[str, Element | None]]:
        """The keys, with the hints of those that have a namespace."""
        return [
            (str(key), case.xml[index] if case.xml else None)
            for case in self.union.cases
            for index, key in enumerate(case.tags)
        ]

    @property
    def spaced(self) -> list[tuple[str, str | None]]:
        """The keys, with the namespaces that hints give them."""
        return [(key, self.ns if hint is None or hint.ns is None else hint.ns) for key, hint in self.keys]

    @property
    def places(self) -> list[str]:
        """The names of the elements, with the namespaces that hints give them in braces."""
        return [f"{{{ns}}}{key}" if ns else key for key, ns in self.spaced]


def free_member(member: n.Member, *, unfolds: bool = True) -> Free | None:
    """The union whose keys stand in the place of a member; None if the member has a name of its own."""
    if not isinstance(member.xml, Flattened):
        return None
    node = _under(member.node, unfolds=unfolds)
    if isinstance(node, n.Array):
        below = _under(node.item, unfolds=unfolds)
        return Free(below, many=True, ns=member.ns) if _is_keyed(below) else None
    return Free(node, ns=member.ns) if _is_keyed(node) else None


def free_root(node: n.Node) -> Free | None:
    """The union whose key is the name of the root; None if the root has another name."""
    below = _under(node, unfolds=True)
    return Free(below) if _is_keyed(below) else None


def has_free_members(record: n.Record) -> bool:
    """Whether keys stand in the place of a member."""
    return any(free_member(member) is not None for member in record.members)


def _is_keyed(node: n.Node) -> TypeGuard[n.Union]:
    return isinstance(node, n.Union) and isinstance(node.by, n.ByKey)


def _under(node: n.Node, *, unfolds: bool) -> n.Node:
    """The node under names, functions, rules and null, and what thunks give if they may be called."""
    for _ in range(_MOST_LAYERS):
        match node:
            case n.Transform() | n.Refine() | n.Named() | n.Bind():
                node = node.item
            case n.Union(but_null=rest) if rest is not None:
                node = rest
            case n.Lazy() if unfolds:
                below = unfold(node)
                if below is None:
                    return node
                node = below
            case _:
                return node
    return node
