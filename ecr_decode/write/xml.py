"""Tagged values as XML: the tree that xmltodict would read, and its text."""

from __future__ import annotations

from typing import Any, Self, assert_never

from ..error.findings import Abort, Findings
from ..error.path import Trail
from ..error.problem import (
    BadValue,
    TooDeep,
    Why,
    WrongKind,
)
from ..limits import MOST_LEVELS
from ..node import kinds as n
from ..node.style import Attribute, Element, ElementText, Flattened, XmlHint, XmlStyle
from ..read.tree import json_kind
from ..read.xml_tree import XmlTreeView
from . import value as v
from .back import Back, settled
from .json import Rendered
from .markup import is_illegal, is_name
from .text import spell

_NIL = {"@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "@xsi:nil": "true"}


class XmlForm:
    """XML by the convention of a style."""

    __slots__ = ("style",)
    brackets = True

    def __init__(self, style: XmlStyle) -> None:
        self.style = style

    def refuses(self, member: n.Member, written: v.Value) -> Why | None:
        match member.xml:
            case Flattened():
                if isinstance(written, v.Null):
                    return BadValue("XML cannot hold a null in the place of repeated elements")
                if not isinstance(written, v.List | v.Map):
                    return BadValue("only a list or a map can be repeated elements")
                if written in _EMPTY and not member.required and member.default not in ((), {}):
                    return BadValue("XML cannot tell an empty list of repeated elements from none")
            case ElementText():
                if written in _EMPTY and not member.required and member.default != "":
                    return BadValue("XML cannot tell an empty text from none")
            case Attribute() | Element() | None:
                pass
        return None

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any, back: Back) -> str | None:
        if back.broken or settled(node, case, written):
            return None
        renderer = _Renderer(self.style, Findings(most=0), back.rendered)
        try:
            tree = renderer.content(written, None)
        except Abort:
            back.broken = True  # writing will end here too
            return None
        back.broken = renderer.findings.count > 0
        view = XmlTreeView(self.style)
        return None if back.broken else back.misread(view, node, case, tree, value)

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style)


_EMPTY = (v.List(()), v.Map(()), v.Structure(()), v.String(""), v.Enum(""))


class _Renderer:
    __slots__ = ("findings", "level", "rendered", "style")

    def __init__(self, style: XmlStyle, findings: Findings, rendered: Rendered | None = None) -> None:
        self.style = style
        self.findings = findings
        self.rendered = rendered
        self.level = 1

    def content(self, value: v.Value, trail: Trail, item: str | None = None) -> Any:
        """The content of the element that holds a value; one frame a level, as in the writer.

        `item` is what the items of a list are called, where the style's word does not do.
        """
        if self.level > MOST_LEVELS:
            raise self.findings.abort(trail, TooDeep())
        key = id(value), item
        if self.rendered is not None and key in self.rendered:
            return self.rendered[key][1]
        self.level += 1
        match value:
            case v.Structure():
                outer, self.style = self.style, value.style or self.style
                tree: dict[str, Any] = {}
                for (name, member), hint in zip(value.members, _hints(value), strict=True):
                    here, inside = (trail, name), list[Any]()
                    called = hint.item if isinstance(hint, Element) else None
                    for part in _elements(member, hint, self.style):
                        inside.append(self.content(part, here, called))
                    self._place(tree, name, hint, inside, here)
                self.style = outer
                rendered: Any = (tree["#text"] if tree.keys() == {"#text"} else tree) or None
            case v.List(items):
                contents = list[Any]()
                for index, part in enumerate(items):
                    contents.append(self.content(part, (trail, index)))
                if item is None:
                    self._styled(self.style.item, trail)
                rendered = {item or self.style.item: _one_or_many(contents)} if contents else None
            case v.Map():
                rendered = self._map(value, trail)
            case v.Null():
                rendered = dict(_NIL)
            case v.Document(document):
                rendered = self._document(document, trail)
            case (
                v.String() | v.Integer() | v.Long() | v.Double() | v.Decimal()
                | v.Boolean() | v.Timestamp() | v.Blob() | v.Enum()
            ):  # fmt: skip
                rendered = self._text(value, trail) or None
            case _:
                assert_never(value)
        self.level -= 1
        if self.rendered is not None and isinstance(value, v.Structure | v.List | v.Map):
            self.rendered[key] = value, rendered
        return rendered

    def _text(self, leaf: v.Leaf, trail: Trail) -> str:
        text = spell(leaf)
        if text is None:
            self.findings.add(trail, BadValue("a value that text cannot carry"))
        elif is_illegal(text):
            self.findings.add(trail, BadValue("a character that XML cannot hold"))
        else:
            return text
        return ""

    def _place(
        self, tree: dict[str, Any], name: str, hint: XmlHint | None, inside: list[Any], trail: Trail
    ) -> None:
        """Put the contents of a member where its hint says."""
        match hint:
            case Attribute():
                name = name.removeprefix("@")
                self._named(name, trail)
                content = "" if inside[0] is None else inside[0]
                if not isinstance(content, str) or name.startswith("xmlns"):
                    self.findings.add(trail, BadValue("an attribute cannot hold this"))
                spelled = "@" + name
            case ElementText():
                content, spelled = inside[0], "#text"
                if content is None:
                    return
                if not isinstance(content, str):
                    self.findings.add(trail, BadValue("the text of an element cannot hold this"))
            case Element(spelled, ns, item):
                self._named(spelled, trail)
                if item is not None:
                    self._named(item, trail)
                content = inside[0] if ns is None else _in_namespace(inside[0], ns)
            case Flattened() | None:
                self._named(name, trail)
                content, spelled = _one_or_many(inside), name
                if not inside:
                    return
            case _:
                assert_never(hint)
        if spelled in tree:
            self.findings.add(trail, BadValue("two members have this place in XML"))
        tree[spelled] = content

    def _named(self, name: str, trail: Trail) -> None:
        if not is_name(name):
            self.findings.add(trail, BadValue("a name that XML cannot hold"))

    def _styled(self, name: str, trail: Trail) -> None:
        if not is_name(name):
            self.findings.add(trail, BadValue(f"the style has a name that XML cannot hold: {name!a}"))

    def _map(self, value: v.Map, trail: Trail) -> Any:
        style, tree = self.style, dict[str, Any]()
        if style.entry is not None:
            self._styled(style.entry, trail)
            pairs = self._pairs(value, trail)
            return {style.entry: _one_or_many(pairs)} if pairs else None
        for name, item in value.entries:
            here = (trail, name)
            self._named(name, here)
            tree[name] = _one_or_many([self.content(part, here) for part in _elements(item, None, style)])
        return tree or None

    def _pairs(self, value: v.Map, trail: Trail) -> list[Any]:
        """The entries of a map, each an element of its own, so one level more."""
        name, content = self.style.key, self.style.value
        self._styled(name, trail)
        self._styled(content, trail)
        self.level += 1
        pairs = [
            {
                name: self._text(v.String(text), (trail, text)) or None,
                content: self.content(item, (trail, text)),
            }
            for text, item in value.entries
        ]
        self.level -= 1
        return pairs

    def _document(self, tree: n.JsonValue, trail: Trail) -> Any:
        """A tree without a description, if XML reads it back as it is."""
        match tree:
            case None:
                return None
            case str() if tree:
                return self._text(v.String(tree), trail)
            case dict() if tree and set(tree) != {"#text"}:
                document: dict[str, Any] = {}
                for name, item in tree.items():
                    document[name] = self._part(name, item, (trail, name))
                return document
            case _:
                kind = json_kind(tree) if tree else f"an empty {json_kind(tree).split()[-1]}"
                return self.findings.add(trail, WrongKind("what XML can hold", kind))

    def _part(self, name: str, item: n.JsonValue, trail: Trail) -> Any:
        if name == "#text" or name.startswith("@"):
            if name != "#text":
                self._named(name[1:].replace(":", "_"), trail)
            if not isinstance(item, str) or (name == "#text" and not item):
                return self.findings.add(trail, WrongKind("text", json_kind(item)))
            return self._text(v.String(item), trail)
        self._named(name, trail)
        if isinstance(item, list) and len(item) > 1:
            return [self.content(v.Document(part), trail) for part in item]
        return self.content(v.Document(item), trail)


def _hints(value: v.Structure) -> tuple[XmlHint | None, ...]:
    return value.hints or (None,) * len(value.members)


def _elements(member: v.Value, hint: XmlHint | None, style: XmlStyle) -> tuple[v.Value, ...]:
    """The values that each have an element of their own."""
    match member:
        case v.List(items) if isinstance(hint, Flattened):
            return items
        case v.Map(entries) if isinstance(hint, Flattened) and style.entry is not None:
            return tuple(
                v.Structure(((style.key, v.String(key)), (style.value, item))) for key, item in entries
            )
        case v.Document(list() as items) if len(items) > 1:
            return tuple(v.Document(item) for item in items)
        case _:
            return (member,)


def _one_or_many(contents: list[Any]) -> Any:
    return contents[0] if len(contents) == 1 else contents


def _in_namespace(content: n.JsonValue, ns: str) -> n.JsonValue:
    match content:
        case None:
            return {"@xmlns": ns}
        case dict():
            return {"@xmlns": ns, **content}
        case _:
            return {"@xmlns": ns, "#text": content}


def render(
    value: v.Value,
    style: XmlStyle,
    trail: Trail,
    findings: Findings,
    *,
    item: str | None = None,
    level: int = 0,
) -> Any:
    """The content of the element that holds a value, around which so many stand, with the problems noted."""
    renderer = _Renderer(style, findings)
    renderer.level += level
    return renderer.content(value, trail, item)
