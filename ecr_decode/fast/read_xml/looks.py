"""What elements and texts look like, where a union goes by the kind of a value."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from ...node import kinds as n
from ...node.facts import decides, facts
from ...node.known import NONE, Facts, Names
from ...node.style import plain
from ...read.kind import decided, takes_text
from ...read.xml import XmlView
from .scalar import is_number
from .steps import Run, text_of

_STARTS = frozenset("-0123456789")
_KINDS = {"text": (), "boolean": ("boolean",), "number": ("number",)}
SHOWN: dict[str, Names] = {
    "null": frozenset(("null",)),
    "mixed": frozenset(("object",)),
    "children": frozenset(("array", "object")),
    "several": frozenset(("array",)),
    "blank": frozenset(("string", "array", "object")),
    **{look: frozenset(("string", *kinds)) for look, kinds in _KINDS.items()},
    **{f"{look} and attributes": frozenset(("string", "object", *kinds)) for look, kinds in _KINDS.items()},
}
"""What a value looks like, and the kinds that it may be taken for, where a union goes by kind."""


def of_kinds(node: n.Union, kinds: Names) -> list[n.Case]:
    """The cases that a value of one of some kinds may be, those that text does not suit as well first."""
    return sorted((case for case in node.cases if decides(case.node) & kinds), key=_takes_text)


def _takes_text(case: n.Case) -> bool:
    return takes_text(case.node)


def shown_by_text(text: str) -> str:
    """What a text looks like."""
    if text[:1] in _STARTS:
        return "number" if is_number(text) else "text"
    return "boolean" if text in ("true", "false") else "text" if text.strip() else "blank"


def shown(element: Element, nils: frozenset[Element]) -> str:
    """What an element looks like."""
    if element in nils:
        return "null"
    if len(element):
        return "mixed" if text_of(element).strip() else "children"
    found = shown_by_text(element.text or "")
    return found + " and attributes" if found != "blank" and element.keys() else found


def told(node: n.Union) -> Callable[[Element, Run, str], int]:
    """Which case of a union by kind an element is, where its members tell; by what it looks like, too."""
    places = {id(case): index for index, case in enumerate(node.cases)}
    nested = [(each, facts(each.node)) for each in of_kinds(node, SHOWN["children"])]
    constants = NONE.union(*(known.xml_fixed for _, known in nested))

    def chosen(element: Element, run: Run, shown: str) -> int:
        names = {child.tag for child in element}.union(map("@".__add__, element.keys()))
        if shown != "children" or not constants.isdisjoint(names) or "{" in "".join(names):
            return places[id(decided(node, XmlView(plain, run.declared), element))]
        fitting = [each for each, known in nested if known.is_told_in_xml and _fits(names, known)]
        fitting = fitting or [each for each, known in nested if not known.is_told_in_xml]
        return places[id(fitting[0] if fitting else nested[0][0])]

    return chosen


def _fits(names: set[str], known: Facts) -> bool:
    """Whether all is there that a case needs."""
    return known.xml_needs <= names and not any(map(names.isdisjoint, known.xml_either))
