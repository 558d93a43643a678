"""What the writer must know of the form it writes for, so that what is written can be read back."""

from __future__ import annotations

from typing import Any, Protocol, Self, assert_never

from ..error.findings import FAULT, Abort, Findings
from ..error.problem import Why
from ..node import kinds as n
from ..node.style import XmlStyle
from ..read.json import JsonView
from ..read.kind import decided, tagged
from ..read.reader import Reader
from ..read.view import View
from . import json
from . import value as v


class Form(Protocol):
    """A form that is read as well."""

    @property
    def brackets(self) -> bool:
        """Whether a lone item needs its list around it to be read as one."""
        ...

    def refuses(self, member: n.Member, written: v.Value) -> Why | None:
        """Why a member of this value cannot stand where its hint puts it."""
        ...

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any) -> str | None:
        """Why reading what is written would not decide for its case again."""
        ...

    def styled(self, style: XmlStyle) -> Self:
        """The same form by another convention."""
        ...


class JsonForm:
    """JSON, the form that holds every tagged value."""

    __slots__ = ()
    brackets = False

    def refuses(self, member: n.Member, written: v.Value) -> Why | None:
        return None

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any) -> str | None:
        if isinstance(node.by, n.ByTag) or settled(node, case, written):
            return None
        tree = json.render(written, None, Findings())
        return misread(JsonView(), node, case, tree, value)

    def styled(self, style: XmlStyle) -> Self:
        return self


def settled(node: n.Union, case: n.Case, written: v.Value) -> bool:
    """Whether reading plainly decides for this case: a tag in its place, null, the first to be tried."""
    match node.by:
        case n.ByTag(tag):
            return isinstance(written, v.Structure) and any(
                name == tag and hint is None and isinstance(member, v.String | v.Enum)
                for (name, member), hint in zip(written.members, written.hints, strict=False)
            )
        case n.ByKind():
            is_null = isinstance(written, v.Null)
            only_null = len(node.cases) == 1 and isinstance(node.cases[0].node, n.JsonNull)
            return only_null and not isinstance(written, v.Document) and is_null == (case in node.cases)
        case n.ByTrial():
            return bool(node.cases) and case is node.cases[0]
        case _:
            assert_never(node.by)


def misread(view: View, node: n.Union, case: n.Case, tree: Any, value: Any) -> str | None:
    """Why reading the tree would not decide for its case, or for one that reads the same value from it."""
    match node.by:
        case n.ByTag(tag):
            found = tagged(node, tag, view, tree)
        case n.ByKind():
            found = decided(node, view, tree)
        case n.ByTrial():
            found = _first(view, node, case, tree, value)
        case _:
            assert_never(node.by)
    if found is case:
        return None
    return "this would not be read again" if found is None else f"this would be read as {found.name}"


def _first(view: View, node: n.Union, case: n.Case, tree: Any, value: Any) -> n.Case | None:
    """The case itself, unless one before it reads another value from the tree, or ends the reading."""
    for earlier in node.cases:
        if earlier is case:
            break
        reader = Reader(view)
        try:
            found = reader.read(earlier.node, tree, None)
        except Abort:
            return None
        if found is not FAULT and not _same(found, value):
            return earlier
    return case


def _same(found: Any, value: Any) -> bool:
    try:
        return type(found) is type(value) and bool(found == value)
    except (RecursionError, MemoryError):
        raise
    except Exception:  # a caller's class may compare as it likes
        return False
