"""Tagged values as XML: the tree that xmltodict would read, and its text."""

from __future__ import annotations

from typing import Any, NamedTuple, assert_never

from ..error.findings import Findings
from ..error.path import Trail
from ..error.problem import (
    BadValue,
    TooDeep,
    WrongKind,
)
from ..guard import is_dict
from ..limits import MOST_LEVELS
from ..node import kinds as n
from ..node.style import (
    XSI,
    Attribute,
    Element,
    ElementText,
    Flattened,
    FreeName,
    MapNames,
    OfOthers,
    XmlHint,
    XmlStyle,
    map_names,
)
from ..parse.mixed import Mixed
from ..read.tree import json_kind
from ..read.xml_tree import has_one_namespace
from . import value as v
from .back import Back
from .element import Inside, Keyed, alone, elements, hints_of, names_in, one_or_many, with_attributes
from .spaces import Opened, Spaces, Where, declared_by
from .xml_names import NamesChecker

_NIL = {"@xmlns:xsi": XSI, "@xsi:nil": "true"}


class Renderer(NamesChecker):
    """One run that renders a value."""

    __slots__ = ("is_tree", "level", "style")
    where: Where  # declared again: it is set here

    def __init__(self, style: XmlStyle, findings: Findings, back: Back | None = None) -> None:
        super().__init__(findings, back)
        self.style: XmlStyle = style
        self.is_tree: bool = False
        """Whether a tree is asked for, which keeps the children of each name together."""
        self.level: int = 1

    def content(self, value: v.Value, trail: Trail, hint: XmlHint | OfOthers | None = None) -> Any:
        """The content of the element that holds a value; one frame a level, as in the writer.

        `hint` says what the parts of a list or map are called, where the style's words do not do.
        """
        if self.level > MOST_LEVELS:
            raise self.findings.abort(trail, TooDeep())
        key = id(value), hint
        if self.back is not None and key in self.back.rendered:
            return self.back.rendered[key][1]
        self.level += 1
        match value:
            case v.Structure():
                outer, self.style = self.style, value.style or self.style
                tree: dict[str, Any] = {}
                order: list[str] | None = None
                for (name, member), inner in zip(value.members, hints_of(value), strict=True):
                    here: Trail = (trail, name)
                    if isinstance(inner, FreeName):
                        order = self._freely(tree, names_in(tree, order), Keyed(inner.ns, member), here)
                        continue
                    inside, around, prefix = list[Any](), self.where, None
                    in_element = not isinstance(inner, Attribute | ElementText)
                    ns = inner.ns if isinstance(inner, Element | Flattened) else None
                    for below, part in elements(member, inner, self.style, here):
                        if not in_element:
                            inside.append(self.content(part, below))
                            continue
                        if isinstance(inner, OfOthers):
                            opened = self._kept_element(tree, name, inner, part, below)
                        else:
                            opened = self.spaces.opened(around, ns, part, anywhere=not value.hints)
                        self.where = opened.where
                        found = self.content(part, below, inner)
                        self.where = around
                        inside.append(self._closed(opened, found, prefix, below))
                        prefix = opened.prefix
                    self._place(tree, name, inner, Inside(inside, prefix or ""), here)
                self._must_be_used(value, trail)
                self.style = outer
                tree = tree if order is None else self._mixed(tree, names_in(tree, order), trail)
                rendered: Any = (tree["#text"] if tree.keys() == {"#text"} else tree) or None
            case v.List(items):
                rendered = self._list(items, trail, hint)
            case v.Map():
                rendered = self._map(value, trail, hint)
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
        if self.back is not None and isinstance(value, v.Structure | v.List | v.Map):
            self.back.rendered[key] = value, rendered
        return rendered

    def _freely(self, tree: dict[str, Any], order: list[str], keyed: Keyed, trail: Trail) -> list[str]:
        """Put the elements whose names are keys into the one around them; gives the names in order."""
        around, (ns, member) = self.where, keyed
        many = isinstance(member, v.List)
        added: dict[str, list[Any]] = {}
        self.where = around if ns is None else around._replace(ns=ns)
        for index, part in enumerate(member.items if isinstance(member, v.List) else (member,)):
            here = (trail, index) if many else trail
            before, content = self.findings.count, self.content(part, here)
            name = alone(content)
            if self.findings.count > before:
                continue
            if name is None:
                self.findings.add(here, BadValue("expected one member, whose name stands for itself here"))
            elif name in tree:
                self.findings.add(here, BadValue("two members have this place in XML"))
            else:
                added.setdefault(name, []).append(content[name])
                order.append(name)
        self.where = around
        tree |= {name: one_or_many(contents) for name, contents in added.items()}
        return order

    def _mixed(self, tree: dict[str, Any], order: list[str], trail: Trail) -> dict[str, Any]:
        mixed = Mixed(tree, order)
        if not self.is_tree:
            return mixed
        if not mixed.is_ordered:
            self.findings.add(trail, BadValue("a tree cannot hold children of several names in this order"))
        return tree

    def _closed(self, opened: Opened, content: Any, prefix: str | None, trail: Trail) -> Any:
        """The content of an element, once it is known; all elements of a member have one prefix."""
        if opened.is_lost or (prefix is not None and opened.prefix != prefix):
            return self.findings.add(
                trail, BadValue("this declares a namespace that its element cannot be in")
            )
        return with_attributes({"@xmlns": ""}, content) if opened.undeclares else content

    def _place(
        self, tree: dict[str, Any], name: str, hint: XmlHint | OfOthers | None, inside: Inside, trail: Trail
    ) -> None:
        """Put the contents of a member where its hint says."""
        contents, prefix = inside
        match hint:
            case Attribute(own, ns):
                self._named(own or name, trail)
                prefix = self.spaces.prefix(ns, self.where.declared) + ":" if ns else ""
                content = "" if contents[0] is None else contents[0]
                if not isinstance(content, str) or (own or name) == "xmlns":
                    self.findings.add(trail, BadValue("an attribute cannot hold this"))
                spelled = f"@{prefix}{own or name}"
            case ElementText():
                content, spelled = contents[0], "#text"
                if content is None:
                    return
                if not isinstance(content, str):
                    self.findings.add(trail, BadValue("the text of an element cannot hold this"))
            case Element(own, item=item):
                self._named(own, trail)
                if item is not None:
                    self._named(item, trail)
                content, spelled = one_or_many(contents), prefix + own
            case Flattened(own):
                self._named(own or name, trail)
                if not contents:
                    return
                content, spelled = one_or_many(contents), prefix + (own or name)
            case OfOthers():
                content, spelled = self._kept(name, contents, trail), name
                if spelled == "#text" and content is None:
                    return
            case None:
                self._named(name, trail)
                if not contents:
                    return
                content, spelled = one_or_many(contents), prefix + name
            case _:
                assert_never(hint)
        if spelled in tree:
            self.findings.add(trail, BadValue("two members have this place in XML"))
        tree[spelled] = content

    def _list(self, items: tuple[v.Value, ...], trail: Trail, hint: XmlHint | OfOthers | None) -> Any:
        contents, around, prefix = list[Any](), self.where, None
        for index, part in enumerate(items):
            here = (trail, index)
            opened = self.spaces.opened(around, None, part, anywhere=True)
            self.where = opened.where
            found = self.content(part, here)
            self.where = around
            contents.append(self._closed(opened, found, prefix, here))
            prefix = opened.prefix
        called = hint.item if isinstance(hint, Element) else None
        if called is None:
            self._styled(self.style.item, trail)
        item = (prefix or "") + (called or self.style.item)
        return {item: one_or_many(contents)} if contents else None

    def _map(self, value: v.Map, trail: Trail, hint: XmlHint | OfOthers | None) -> Any:
        names, tree = map_names(None if isinstance(hint, OfOthers) else hint, self.style), dict[str, Any]()
        if names.entry is not None:
            self._styled(names.entry, trail)
            pairs = self._pairs(value, trail, names)
            return {self._near(names.entry): one_or_many(pairs)} if pairs else None
        around = self.where
        for name, item in value.entries:
            here, inside, prefix = (trail, name), list[Any](), None
            self._named(name, here)
            for below, part in elements(item, None, self.style, here):
                opened = self.spaces.opened(around, None, part, anywhere=True)
                self.where = opened.where
                found = self.content(part, below)
                self.where = around
                inside.append(self._closed(opened, found, prefix, below))
                prefix = opened.prefix
            tree[(prefix or "") + name] = one_or_many(inside)
        return tree or None

    def _near(self, name: str) -> str:
        """The name of an element in the namespace of the one around it."""
        return self.spaces.opened(self.where, None, v.String("")).prefix + name

    def _pairs(self, value: v.Map, trail: Trail, names: MapNames) -> list[Any]:
        """The entries of a map, each an element of its own, so one level more."""
        self._styled(names.key, trail)
        self._styled(names.value, trail)
        self.level += 1
        pairs, around = list[Any](), self.where
        for text, item in value.entries:
            here = (trail, text)
            opened = self.spaces.opened(around, None, item)
            self.where = opened.where
            found = self.content(item, here)
            self.where = around
            content = self._closed(opened, found, None, here)
            key = self._text(v.String(text), here) or None
            pairs.append({self._near(names.key): key, opened.prefix + names.value: content})
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
            if not isinstance(item, str) or (name == "#text" and not item):
                return self.findings.add(trail, WrongKind("text", json_kind(item)))
            if name != "#text":
                self._attribute(name, item, trail)
            return self._text(v.String(item), trail)
        outer, parts = self.where, list[Any]()
        for here, part in elements(v.Document(item), None, self.style, trail):
            self.where = self._spelled(name, part, here).where
            parts.append(self.content(part, here))
            self.where = outer
        return one_or_many(parts)


class Root(NamedTuple):
    """The name of the root as it is spelled, and its content."""

    name: str
    content: Any


def render(
    value: v.Value,
    style: XmlStyle,
    trail: Trail,
    findings: Findings,
    *,
    hint: XmlHint | None = None,
    level: int = 0,
    is_tree: bool = False,
) -> Any:
    """The content of the element that holds a value, around which so many stand, with the problems noted."""
    renderer = Renderer(style, findings)
    renderer.level += level
    renderer.is_tree = is_tree
    renderer.where = renderer.spaces.opened(Where(), None, value, anywhere=True).where
    content = renderer.content(value, trail, hint)
    found = with_attributes(renderer.spaces.declarations(), content)
    is_open = isinstance(value, v.Structure) and is_dict(found) and not renderer.where.ns
    return {"@xmlns": "", **found} if is_open and has_one_namespace(found) else found


def render_inside(
    value: v.Value,
    style: XmlStyle,
    findings: Findings,
    spaces: Spaces,
    *,
    where: Where,
    hint: XmlHint | None,
    level: int,
) -> Any:
    """The same inside a document that has these prefixes."""
    renderer = Renderer(style, findings)
    renderer.level += level
    renderer.spaces, renderer.where = spaces, where
    return renderer.content(value, None, hint)


def render_root(value: v.Value, style: XmlStyle, root: Element, findings: Findings, *, plainly: bool) -> Root:
    """The root element; its namespace has no prefix unless some names are `plainly` in none."""
    renderer = Renderer(style, findings)
    around = Where(default=root.ns or "") if not plainly and "" not in declared_by(value) else Where()
    opened = renderer.spaces.opened(around, root.ns, value, anywhere=root.ns is None)
    if opened.is_lost:
        findings.add(None, BadValue("this declares a namespace that its element cannot be in"))
    renderer.where = opened.where
    content = renderer.content(value, None)
    default = {"@xmlns": around.default} if around.default else {}
    declarations = default | renderer.spaces.declarations()
    if declarations and isinstance(value, v.Document):
        findings.add(None, BadValue("expected a tree that declares the namespace of its root"))
    return Root(opened.prefix + root.name, with_attributes(declarations, content))
