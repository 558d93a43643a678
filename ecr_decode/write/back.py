"""Reading back what is written, to see that unions decide for the same cases again."""

from __future__ import annotations

from typing import Any, assert_never

from ..error.findings import FAULT, Abort, Findings
from ..node import kinds as n
from ..node.facts import facts
from ..read.kind import decided, decided_by_key, tagged
from ..read.memory import Memory
from ..read.reader import Reader
from ..read.view import REFUSED, View
from . import value as v
from .json import Rendered
from .spaces import Spaces


class Back:
    """What one run has written so far; each part is rendered once and read by each union once."""

    __slots__ = ("broken", "memory", "rendered", "spaces")

    def __init__(self) -> None:
        self.memory: Memory = Memory(lasting=True)
        self.rendered: Rendered = {}
        self.spaces: Spaces = Spaces()
        self.broken: bool = False
        """Whether something was rendered with a problem: nothing will be written, so nothing is read back."""

    def misread(self, view: View, node: n.Union, case: n.Case, tree: Any, value: Any) -> str | None:
        """Why reading the tree would not decide for its case, or for one that reads the same value."""
        match node.by:
            case n.ByTag():
                found = tagged(node, node.by, view, tree)
            case n.ByKey():
                found = decided_by_key(node, view, tree)
            case n.ByKind():
                found = decided(node, view, tree)
            case n.ByTrial():
                found = self._first(view, node, case, tree, value)
            case _:
                assert_never(node.by)
        if found is case:
            return None
        return "this would not be read again" if found is None else f"this would be read as {found.name}"

    def _first(self, view: View, node: n.Union, case: n.Case, tree: Any, value: Any) -> n.Case | None:
        """The case itself, unless one before it reads another value from the tree, or ends the reading."""
        for earlier in node.cases:
            if earlier is case:
                break
            if view.fit(tree, facts(earlier.node)) in REFUSED:
                continue
            reader = Reader(view, self.memory)
            reader.findings = Findings(most=0)
            try:
                found = reader.read(earlier.node, tree, None)
            except Abort:
                return None
            if found is not FAULT and not is_same(found, value):
                return earlier
        return case


def settled(node: n.Union, case: n.Case, written: v.Value) -> bool:
    """Whether reading plainly decides for this case: a tag in its place, null, the first to be tried."""
    match node.by:
        case n.ByTag(tag, expected):
            return isinstance(written, v.Structure) and any(
                name == tag and hint == expected and isinstance(member, v.String | v.Enum)
                for (name, member), hint in zip(written.members, written.hints, strict=False)
            )
        case n.ByKey():
            return case is not node.otherwise
        case n.ByKind():
            is_null = isinstance(written, v.Null)
            only_null = len(node.cases) == 1 and isinstance(node.cases[0].node, n.JsonNull)
            return only_null and not isinstance(written, v.Document) and is_null == (case in node.cases)
        case n.ByTrial():
            return bool(node.cases) and case is node.cases[0]
        case _:
            assert_never(node.by)


def is_same(found: Any, value: Any) -> bool:
    """Whether what was read is equal to a value, and of its class."""
    try:
        return type(found) is type(value) and bool(found == value)
    except (RecursionError, MemoryError):
        raise
    except Exception:  # a caller's class may compare as it likes
        return False
