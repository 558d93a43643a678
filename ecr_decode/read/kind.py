"""Which JSON kind a node reads: how unions decide, and what they call what they expected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..node import kinds as n
from ..node.facts import decides, facts
from ..node.known import Names
from .view import ABSENT, REFUSED, Fit, View

_PHRASES = {
    "null": "null",
    "boolean": "a boolean",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
}


_LOOSELY: tuple[tuple[str, Callable[[View, Any], Any]], ...] = (
    ("number", lambda view, value: view.number(value)),
    ("boolean", lambda view, value: view.boolean(value)),
)
"""The scalars that XML has more spellings of than JSON: they count where no case has the value's kind."""


def of_kind(node: n.Node, view: View, value: Any) -> bool:
    """Whether a value is of a kind that the node reads."""
    return any(_is(kind, view, value) for kind in decides(node))


def _is(kind: str, view: View, value: Any) -> bool:
    match kind:
        case "null":
            return view.null(value)
        case "boolean" | "number":
            return view.shows(value) == kind
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
    return kinds_phrase(decides(node))


def kinds_phrase(kinds: Names) -> str:
    """Some kinds, in the words of an error."""
    return " or ".join(words for kind, words in _PHRASES.items() if kind in kinds)


def decided(node: n.Union, view: View, value: Any) -> n.Case | None:
    """The case of the value's kind.

    Where XML leaves the kind open, required members and constants tell, else one that text does not suit as
    well is read.
    """
    fitting = [case for case in node.cases if of_kind(case.node, view, value)]
    if not fitting and node.otherwise is None:
        loosely = [kind for kind, found in _LOOSELY if found(view, value) is not None]
        fitting = [case for kind in loosely for case in node.cases if kind in decides(case.node)]
    if len(fitting) > 1:
        fitting = _told(fitting, view, value)
    return min(fitting, key=lambda case: takes_text(case.node)) if fitting else node.otherwise


def _told(cases: list[n.Case], view: View, value: Any) -> list[n.Case]:
    """Those cases that the members of a value suit best; all of them if it suits none."""
    fits = [(case, view.fit(value, facts(case.node))) for case in cases]
    told = [case for case, fit in fits if fit is Fit.TOLD]
    return told or [case for case, fit in fits if fit not in REFUSED] or cases


def tagged(node: n.Union, by: n.ByTag, view: View, value: Any) -> n.Case | None:
    """The case that the tag names, or the one that takes the rest."""
    members = view.members(value)
    found = ABSENT if members is None else view.tag(members, by)
    if found is not ABSENT:
        for look in (view.text, view.number, view.boolean):  # some texts of XML are of several kinds
            held = look(found)
            for case in node.cases:
                if is_among(held, case.tags):
                    return case
    return node.otherwise


class Keyed(NamedTuple):
    """A case of a union by key, its key that is there, and what the key holds."""

    case: n.Case
    key: str
    value: Any


def keyed(node: n.Union, view: View, members: Any) -> list[Keyed]:
    """The cases whose key is there; a null is not, unless its case reads null."""
    return [
        each
        for each in held(node, view, members)
        if facts(each.case.node).reads_null or not view.null(each.value)
    ]


def held(node: n.Union, view: View, members: Any) -> list[Keyed]:
    """The cases whose key is there, with nulls."""
    found: list[Keyed] = []
    for case in node.cases:
        for index, key in enumerate(case.tags):
            value = view.held(members, str(key), case.xml[index] if case.xml else None)
            if value is not ABSENT:
                found.append(Keyed(case, str(key), value))
    return found


def decided_by_key(node: n.Union, view: View, value: Any) -> n.Case | None:
    """The case of the one key that is there, or the one that takes the rest."""
    members = view.members(value)
    found = [] if members is None else keyed(node, view, members)
    if not found:
        return node.otherwise
    return found[0].case if len(found) == 1 else None


def is_among(held: object, tags: tuple[n.Tag, ...]) -> bool:
    """Whether a value is one of some tags, by its type as well."""
    return any(held == tag and type(held) is type(tag) for tag in tags)


_TAGS: dict[type, str] = {str: "a string", int: "an integer", bool: "a boolean"}


def tag_phrase(tags: tuple[n.Tag, ...]) -> str:
    """What the tags of a union are, in the words of an error."""
    return " or ".join(phrase for kind, phrase in _TAGS.items() if any(type(tag) is kind for tag in tags))


def may_be_tag(view: View, found: Any, tags: tuple[n.Tag, ...]) -> bool:
    """Whether a value is of the type of one of some tags."""
    held = [type(look(found)) for look in (view.text, view.number, view.boolean)]
    return any(type(tag) in held for tag in tags)
