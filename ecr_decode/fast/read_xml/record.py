"""Records of XML: their members, each found where its hint says, and what is built of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from ...node import kinds as n
from ...node.style import Attribute, Element, ElementText, Flattened
from ..doubt import Doubt
from ..old_source import function
from .document import must_be_blank, must_be_local, skip
from .part import OfElement, OfElements, OfText, Part, Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Tree

Build = Callable[[dict[str, Any]], Any]

_TEXT = "#text"
OTHERS = "#others"
"""Where what is not named stands: a name that no element has."""
_KEPT: Any = "kept"
"""The row of a member that is the text of its element."""


def place(member: n.Member) -> str:
    """Where a member stands, in the words of the dict that its record is read to."""
    match member.xml:
        case Attribute():
            return "@" + member.wire
        case ElementText():
            return _TEXT
        case Element(name):
            return name
        case Flattened() | None:
            return member.wire


def record_part(node: n.Record, parts: list[Part], build: Build | None, others: Part | None = None) -> Part:
    """The record, built from a dict of its members by their places; without a function, that dict."""
    only_named = not node.forbid_unknown and others is None
    simple = only_named and all(isinstance(m.xml, Element | None) for m in node.members)
    read = _children(node, parts) if simple else _Places.of(node, parts, others).read
    whole: OfElement = read if build is None else lambda element: build(read(element))
    heights = [part.height for part in (*parts, *filter(None, (others,)))]
    return Part(whole, 1 + max(heights, default=0))


def _children(node: n.Record, parts: list[Part]) -> Callable[[Tree], dict[str, Any]]:
    """Members that are all child elements."""
    rows = {
        place(member): _KEPT if part.kept else part.read
        for member, part in zip(node.members, parts, strict=True)
    }
    row_of = rows.get

    def read(element: Tree) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for child in element:
            tag = child.tag
            row = row_of(tag)
            if row is _KEPT:
                if len(child):
                    raise Doubt
                found[tag] = child.text or ""
            elif row is not None:
                found[tag] = row(child)
            else:
                skip(child)
        if len(found) != len(element):
            must_be_distinct(element)
        elif not found:
            must_be_blank(element.text)
        return found

    def must_be_distinct(element: Tree) -> None:
        tags = [child.tag for child in element if child.tag in rows]
        if len(tags) != len(set(tags)):
            raise Doubt

    return read


class _Places(NamedTuple):
    """What is known of a record whose members stand in several places."""

    children: dict[str, OfElement]
    flattened: dict[str, OfElements]
    wanted: frozenset[str]
    """The flattened members that are empty where no element is there."""
    attributes: dict[str, OfText]
    text: OfText | None
    text_wanted: bool
    forbid_unknown: bool
    others: Part | None
    """How what is not named is read."""

    @classmethod
    def of(cls, node: n.Record, parts: list[Part], others: Part | None) -> _Places:
        """The members by the kind of their place."""
        wanted = frozenset(m.wire for m in node.members if m.required)
        found = cls({}, {}, wanted, {}, None, False, node.forbid_unknown, others)
        text, text_wanted = None, False
        for member, part in zip(node.members, parts, strict=True):
            match member.xml:
                case Attribute():
                    found.attributes[member.wire] = _fit(part.text)
                case ElementText():
                    text, text_wanted = _fit(part.text), member.required
                case Flattened():
                    found.flattened[member.wire] = _fit(part.items)
                case Element() | None:
                    found.children[place(member)] = part.read
        return found._replace(text=text, text_wanted=text_wanted)

    def read(self, element: Tree) -> dict[str, Any]:
        """The members by their places."""
        found: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        side_by_side: dict[str, list[Tree]] = {name: [] for name in self.flattened}
        for child in element:
            tag = child.tag
            if tag in self.children:
                if tag in found:
                    raise Doubt
                found[tag] = self.children[tag](child)
            elif tag in side_by_side:
                side_by_side[tag].append(child)
            elif self.forbid_unknown or tag in unknown:
                raise Doubt
            elif self.others is not None:
                must_be_local(tag)
                unknown[tag] = self.others.read(child)
            else:
                skip(child)
        for name, elements in side_by_side.items():
            if elements or name in self.wanted:
                found[name] = self.flattened[name](elements)
        rest: dict[str, Any] = {}
        self._attributes(element, found, rest)
        self._text(element, found, rest)
        if self.others is not None:
            found[OTHERS] = rest | unknown
        return found

    def _attributes(self, element: Tree, found: dict[str, Any], rest: dict[str, Any]) -> None:
        if not self.attributes and not self.forbid_unknown and self.others is None:
            return
        for name, value in element.items():
            known = self.attributes.get(name)
            if known is not None:
                found["@" + name] = known(value)
            elif name[0] == "{" or self.forbid_unknown:  # which prefix a namespace had is not known any more
                raise Doubt
            elif self.others is not None:
                rest["@" + name] = _fit(self.others.text)(value)

    def _text(self, element: Tree, found: dict[str, Any], rest: dict[str, Any]) -> None:
        text = "".join([element.text or "", *(child.tail or "" for child in element)])
        if self.text is not None:
            if text or self.text_wanted:
                found[_TEXT] = self.text(text)
        elif self.forbid_unknown or not len(element):
            must_be_blank(text)
        elif self.others is not None and text.strip():
            rest[_TEXT] = _fit(self.others.text)(text)


def _fit(read: Any) -> Any:
    """The way to read a member from its place; a description without one is left to the plain interpreter."""
    if read is None:
        raise Unfit
    return read


def as_wires(node: n.Record) -> Build | None:
    """What turns the members by their places into those by their names in JSON; None where they agree."""
    places = {place(member): member.wire for member in node.members}
    if all(where == wire for where, wire in places.items()):
        return None
    return lambda found: {places[where]: value for where, value in found.items() if where in places}


def filler(node: n.Record) -> Build:
    """The function that builds the record from its members by their places, as generated source."""
    known: dict[str, Any] = {"construct": node.construct, "fresh": n.fresh}
    arguments: list[str] = []
    for index, member in enumerate(node.members):
        where = place(member)
        found = f"found[{where!r}]"
        if not member.required:
            known[f"default{index}"] = member.default
            found = f"{found} if {where!r} in found else fresh(default{index})"
        arguments.append(f"{member.name}={found}")
    if node.others is not None:
        arguments.append(f"{node.others.name}=found[{OTHERS!r}]")
    return function("fill", "found", f"return construct({', '.join(arguments)})", known, node.name)
