"""Which JSON kind a node reads: how unions decide, and what they call what they expected."""

from __future__ import annotations

from typing import Any, assert_never

from ..node import kinds as n
from .view import ABSENT, View

_PHRASES = {
    "null": "null",
    "boolean": "a boolean",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
}


def kinds(node: n.Node) -> frozenset[str]:
    """The JSON kinds that a node reads; empty where the description does not say."""
    match node:
        case n.JsonNull():
            return frozenset(("null",))
        case n.Bool():
            return frozenset(("boolean",))
        case n.Integer() | n.Number():
            return frozenset(("number",))
        case n.String() | n.Blob() | n.JsonText():
            return frozenset(("string",))
        case n.Timestamp():
            return frozenset(("number", "string"))
        case n.Literal(values) | n.Enumeration(values=values):
            return frozenset(map(_kind_of, values))
        case n.Array(item=item, lone=lone):
            return frozenset(("array",)) | (kinds(item) if lone else frozenset[str]())
        case n.Tuple():
            return frozenset(("array",))
        case n.Record() | n.Dict():
            return frozenset(("object",))
        case n.At(steps):
            return frozenset(("object" if isinstance(steps[0], str) else "array",))
        case n.Union():
            return frozenset[str]().union(*(kinds(case.node) for case in node.every))
        case n.Transform() | n.Refine() | n.Named() | n.Bind():
            return kinds(node.item)
        case n.AnyJson() | n.Lazy():
            return frozenset()
        case _:
            assert_never(node)


def _kind_of(value: str | int | None) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "number"
        case str():
            return "string"


def of_kind(node: n.Node, view: View, value: Any) -> bool:
    """Whether a value is of a kind that the node reads."""
    return any(_is(kind, view, value) for kind in kinds(node))


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
    return "string" in kinds(node)


def phrase(node: n.Node) -> str:
    """The kinds a node reads, in the words of an error."""
    return " or ".join(_PHRASES[kind] for kind in _PHRASES if kind in kinds(node))


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
