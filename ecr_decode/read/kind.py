"""Which JSON kind a node reads: how unions decide, and what they call what they expected."""

from __future__ import annotations

from typing import Any

from ..node import kinds as n
from ..node.facts import decides
from .view import ABSENT, View

_PHRASES = {
    "null": "null",
    "boolean": "a boolean",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
}


def of_kind(node: n.Node, view: View, value: Any) -> bool:
    """Whether a value is of a kind that the node reads."""
    return any(_is(kind, view, value) for kind in decides(node))


def _is(kind: str, view: View, value: Any) -> bool:
    match kind:
        case "null":
            return view.null(value)
        case "boolean":
            return view.boolean(value) is not None
        case "number":
            return view.number(value) is not None
        case "string":
            return view.text(value) is not None
        case "array":
            return view.items(value) is not None
        case _:
            return view.members(value) is not None


def takes_text(node: n.Node) -> bool:
    """Whether a node reads any text, as every scalar of XML is one."""
    return "string" in decides(node)


def phrase(node: n.Node) -> str:
    """The kinds a node reads, in the words of an error."""
    return " or ".join(_PHRASES[kind] for kind in _PHRASES if kind in decides(node))


def decided(node: n.Union, view: View, value: Any) -> n.Case | None:
    """The case of the value's kind; where XML leaves it open, one that text does not suit as well."""
    fitting = [case for case in node.cases if of_kind(case.node, view, value)]
    return min(fitting, key=lambda case: takes_text(case.node)) if fitting else node.otherwise


def tagged(node: n.Union, tag: str, view: View, value: Any) -> n.Case | None:
    """The case that the text of the tag names, or the one that takes the rest."""
    members = view.members(value)
    found = ABSENT if members is None else view.named(members, tag)
    text = None if found is ABSENT else view.text(found)
    return next((case for case in node.cases if case.name == text), node.otherwise)
