"""Whether unions in XML, where every scalar is text, are read as the case that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.facts import Names, decides, facts
from ...node.refusal import before
from . import called
from .scalar import check_scalar

if TYPE_CHECKING:
    from .emitter import Emitter

_TEXTS = frozenset(("number", "boolean", "array", "object"))
"""The JSON kinds that some text is of in XML: an empty one is an empty list as well."""

_STRING = n.String()


def is_refused_before(node: n.Union, case: n.Case) -> bool:
    """Whether all alternatives before a case need what it does not write."""
    names = facts(case.node).xml_names
    earlier = before(node, case)
    return not earlier or (
        names is not None and not any(facts(each.node).xml_needs <= names for each in earlier)
    )


def is_decided(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether the kind of an element decides for a case; lines doubt texts that may be something else."""
    below = n.bare(case.node)
    kinds = _kinds(below)
    fitting = [each for each in node.cases if kinds & decides(each.node)]
    first = min(fitting, key=lambda each: "string" in decides(each.node), default=node.otherwise)
    if not kinds or first is not case:
        return False
    if isinstance(below, n.String) and any(_TEXTS & decides(each.node) for each in node.cases):
        if below is not case.node:
            return False
        check_scalar(e, _STRING, var)
        e.body.line(f"{e.body.name(called.must_be_words)}({var})")
    return True


def _kinds(node: n.Node) -> Names:
    """The kinds that an element may be of, by what is written in it; empty where that is not known."""
    match node:
        case n.JsonNull():
            return frozenset(("null",))
        case n.Bool():
            return frozenset(("boolean", "string"))
        case n.Integer() | n.Number():
            return frozenset(("number", "string"))
        case n.String():
            return frozenset(("string",))
        case n.Array() | n.Tuple() | n.Dict():
            return frozenset(("array", "object", "string"))
        case n.Record(has_text=False, others=None):
            return frozenset(("array", "object", "string"))
        case _:
            return frozenset()
