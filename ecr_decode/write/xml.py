"""Tagged values as XML: the tree that xmltodict would read, and its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Self, assert_never

from ..error.findings import Abort, Findings
from ..error.path import Trail
from ..error.problem import (
    BadValue,
    TooDeep,
    Why,
    WrongKind,
)
from ..guard import is_array, is_dict
from ..limits import MOST_LEVELS
from ..node import kinds as n
from ..node.default import fresh
from ..node.free import free_member
from ..node.layers import stands_alone
from ..node.style import (
    XML,
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
from ..parse.xml import full
from ..read.tree import json_kind
from ..read.xml_tree import XmlTreeView, has_one_namespace, used_in
from . import value as v
from .back import Back, settled
from .markup import is_illegal, is_name
from .spaces import Opened, Spaces, Where, declared_by, declares
from .text import spell

_NIL = {"@xmlns:xsi": XSI, "@xsi:nil": "true"}


class XmlForm:
    """XML by the convention of a style."""

    __slots__ = ("style",)
    brackets = True

    def __init__(self, style: XmlStyle) -> None:
        self.style = style

    @property
    def view(self) -> XmlTreeView:
        """The view by which it is read."""
        return XmlTreeView(self.style)

    def refuses(self, member: n.Member, written: v.Value) -> Why | None:
        match member.xml:
            case Flattened():
                if isinstance(written, v.Null):
                    return BadValue("XML cannot hold a null in the place of repeated elements")
                if not isinstance(written, v.List | v.Map) and free_member(member) is None:
                    if stands_alone(member.node):
                        return None
                    return BadValue("only a list or a map can be repeated elements")
                if written in _EMPTY and not member.required and not _is_default(member, (), {}):
                    return BadValue("XML cannot tell an empty list of repeated elements from none")
            case ElementText():
                if written in _EMPTY and not member.required and not _is_default(member, ""):
                    return BadValue("XML cannot tell an empty text from none")
            case Attribute() | Element() | None:
                pass
        return None

    def shows(self, written: v.Value, hint: XmlHint | OfOthers | None) -> bool:
        return written not in _EMPTY or not isinstance(hint, Flattened | ElementText)

    def spelled(self, member: n.Member) -> str:
        return member.qualified

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any, back: Back) -> str | None:
        if back.broken or settled(node, case, written):
            return None
        renderer = _Renderer(self.style, Findings(most=0), back)
        try:
            tree = renderer.content(written, None)
        except Abort:
            back.broken = True  # writing will end here too
            return None
        back.broken = renderer.findings.count > 0
        prefixes = {"xml": XML, **back.spaces.prefixes}
        view = XmlTreeView(self.style, tree, prefixes)
        return None if back.broken else back.misread(view, node, case, tree, value)

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style)


def _is_default(member: n.Member, *values: Any) -> bool:
    """Whether one of these is what the absent member is."""
    try:
        return fresh(member.default) in values
    except (RecursionError, MemoryError):
        raise
    except Exception:  # a factory of the caller's may raise anything
        return False


_EMPTY = (v.List(()), v.Map(()), v.Structure(()), v.String(""), v.Enum(""))


class _Inside(NamedTuple):
    """The contents of the elements of a member, and the prefix of their name."""

    contents: list[Any]
    prefix: str


class _Renderer:
    __slots__ = ("back", "findings", "is_tree", "level", "spaces", "style", "where")

    def __init__(self, style: XmlStyle, findings: Findings, back: Back | None = None) -> None:
        self.style = style
        self.findings = findings
        self.back = back
        """What is known of a part that is rendered to be read back: its prefixes may be declared around."""
        self.is_tree = False
        """Whether a tree is asked for, which keeps the children of each name together."""
        self.level = 1
        self.spaces = Spaces() if back is None else back.spaces
        self.where = Where()

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
                for (name, member), inner in zip(value.members, _hints(value), strict=True):
                    here: Trail = (trail, name)
                    if isinstance(inner, FreeName):
                        order = self._freely(tree, _names_in(tree, order), _Keyed(inner.ns, member), here)
                        continue
                    inside, around, prefix = list[Any](), self.where, None
                    in_element = not isinstance(inner, Attribute | ElementText)
                    ns = inner.ns if isinstance(inner, Element | Flattened) else None
                    for below, part in _elements(member, inner, self.style, here):
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
                    self._place(tree, name, inner, _Inside(inside, prefix or ""), here)
                self._must_be_used(value, trail)
                self.style = outer
                tree = tree if order is None else self._mixed(tree, _names_in(tree, order), trail)
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

    def _freely(self, tree: dict[str, Any], order: list[str], keyed: _Keyed, trail: Trail) -> list[str]:
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
        tree |= {name: _one_or_many(contents) for name, contents in added.items()}
        return order

    def _mixed(self, tree: dict[str, Any], order: list[str], trail: Trail) -> dict[str, Any]:
        mixed = Mixed(tree, order)
        if not self.is_tree:
            return mixed
        if not mixed.is_ordered:
            self.findings.add(trail, BadValue("a tree cannot hold children of several names in this order"))
        return tree

    def _spelled(self, name: str, value: v.Value, trail: Trail) -> Opened:
        """The start of an element of a tree, whose prefix is in its name."""
        outer, own = self.where, declared_by(value)
        declared = {**outer.declared, **own}
        default = own.get("", outer.default)
        prefix = name.rpartition(":")[0]
        if not name.startswith(("@", "#")):
            self._qualified(name, declared, trail)
        return Opened("", Where(declared.get(prefix, "") if prefix else default, default, declared))

    def _kept_element(
        self, tree: dict[str, Any], name: str, hint: OfOthers, value: v.Value, trail: Trail
    ) -> Opened:
        """The start of an element that `others` keeps, which no member of its record may be read from."""
        opened = self._spelled(name, value, trail)
        if name not in tree:
            self._must_be_free(name, opened.where.ns, hint.taken, trail)
        return opened

    def _must_be_free(self, name: str, ns: str, taken: frozenset[str], trail: Trail) -> None:
        """Note what `others` keeps under a name that a member of its record would be read by."""
        last = name.rpartition(":")[2].removeprefix("@")
        if name.startswith("@"):
            prefix = name[1:].rpartition(":")[0]
            found = "@" + full(last, self.where.declared.get(prefix, "") if prefix else "") in taken
        else:
            found = full(last, ns) in taken or (ns in ("", self.where.ns) and last in taken)
        if found:
            self.findings.add(trail, BadValue("another member has this place in XML"))

    def _closed(self, opened: Opened, content: Any, prefix: str | None, trail: Trail) -> Any:
        """The content of an element, once it is known; all elements of a member have one prefix."""
        if opened.is_lost or (prefix is not None and opened.prefix != prefix):
            return self.findings.add(
                trail, BadValue("this declares a namespace that its element cannot be in")
            )
        return with_attributes({"@xmlns": ""}, content) if opened.undeclares else content

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
        self, tree: dict[str, Any], name: str, hint: XmlHint | OfOthers | None, inside: _Inside, trail: Trail
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
                content, spelled = _one_or_many(contents), prefix + own
            case Flattened(own):
                self._named(own or name, trail)
                if not contents:
                    return
                content, spelled = _one_or_many(contents), prefix + (own or name)
            case OfOthers():
                content, spelled = self._kept(name, contents, trail), name
                if spelled == "#text" and content is None:
                    return
            case None:
                self._named(name, trail)
                if not contents:
                    return
                content, spelled = _one_or_many(contents), prefix + name
            case _:
                assert_never(hint)
        if spelled in tree:
            self.findings.add(trail, BadValue("two members have this place in XML"))
        tree[spelled] = content

    def _must_be_used(self, value: v.Structure, trail: Trail) -> None:
        """Note the namespaces that a record keeps for nothing: reading would not keep them again."""
        declared = declared_by(value)
        if declared:
            names = {
                name: getattr(member, "tree", None)
                for (name, member), hint in zip(value.members, _hints(value), strict=True)
                if isinstance(hint, OfOthers) and not declares(name)
            }
            used = used_in(names, declared)
            for name in ("@xmlns:" + prefix if prefix else "@xmlns" for prefix in declared):
                if name not in used:
                    self.findings.add((trail, name), BadValue("nothing beside this declaration uses it"))

    def _kept(self, name: str, inside: list[Any], trail: Trail) -> Any:
        """The content of what `others` keeps under a name."""
        if not name.startswith(("@", "#")):
            return _one_or_many(inside)
        content = inside[0]
        if name == "#text":
            if not isinstance(content, str | None):
                self.findings.add(trail, BadValue("the text of an element cannot hold this"))
            return content
        self._attribute(name, "" if content is None else content, trail)
        if name.endswith(":nil") and content in ("true", "1"):
            self.findings.add(trail, BadValue("this would be read as null"))
        return "" if content is None else content

    def _attribute(self, name: str, content: Any, trail: Trail) -> None:
        """Note what is wrong with an attribute of a tree."""
        if not isinstance(content, str):
            self.findings.add(trail, BadValue("an attribute cannot hold this"))
        elif not declares(name):
            self._qualified(name[1:], self.where.declared, trail)
        elif name != "@xmlns":
            self._named(name[7:], trail)
            if not content or name[7:] in ("xml", "xmlns"):
                self.findings.add(trail, BadValue("a prefix that cannot be declared so"))

    def _qualified(self, name: str, declared: Mapping[str, str], trail: Trail) -> None:
        """Note what is wrong with a name of a tree: its prefix must be declared in it, or around it."""
        prefix, colon, last = name.rpartition(":")
        self._named(last, trail)
        if colon:
            self._named(prefix, trail)
            if self.back is None and prefix != "xml" and prefix not in declared:
                self.findings.add(trail, BadValue("a prefix that nothing declares"))

    def _named(self, name: str, trail: Trail) -> None:
        if not is_name(name):
            self.findings.add(trail, BadValue("a name that XML cannot hold"))

    def _styled(self, name: str, trail: Trail) -> None:
        if not is_name(name):
            self.findings.add(trail, BadValue(f"the style has a name that XML cannot hold: {name!a}"))

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
        return {item: _one_or_many(contents)} if contents else None

    def _map(self, value: v.Map, trail: Trail, hint: XmlHint | OfOthers | None) -> Any:
        names, tree = map_names(None if isinstance(hint, OfOthers) else hint, self.style), dict[str, Any]()
        if names.entry is not None:
            self._styled(names.entry, trail)
            pairs = self._pairs(value, trail, names)
            return {self._near(names.entry): _one_or_many(pairs)} if pairs else None
        around = self.where
        for name, item in value.entries:
            here, inside, prefix = (trail, name), list[Any](), None
            self._named(name, here)
            for below, part in _elements(item, None, self.style, here):
                opened = self.spaces.opened(around, None, part, anywhere=True)
                self.where = opened.where
                found = self.content(part, below)
                self.where = around
                inside.append(self._closed(opened, found, prefix, below))
                prefix = opened.prefix
            tree[(prefix or "") + name] = _one_or_many(inside)
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
        for here, part in _elements(v.Document(item), None, self.style, trail):
            self.where = self._spelled(name, part, here).where
            parts.append(self.content(part, here))
            self.where = outer
        return _one_or_many(parts)


def _hints(value: v.Structure) -> tuple[XmlHint | OfOthers | None, ...]:
    return value.hints or (None,) * len(value.members)


def _elements(
    member: v.Value, hint: XmlHint | OfOthers | None, style: XmlStyle, trail: Trail
) -> list[tuple[Trail, v.Value]]:
    """The values that each have an element of their own, and where they are."""
    match member:
        case v.List(items) if isinstance(hint, Flattened):
            return [((trail, index), item) for index, item in enumerate(items)]
        case v.Map(entries) if isinstance(hint, Flattened):
            names = map_names(hint, style)
            if names.entry is None:
                return [(trail, member)]
            return [
                ((trail, key), v.Structure(((names.key, v.String(key)), (names.value, item)), (None, None)))
                for key, item in entries
            ]
        case v.Document(list() as items) if len(items) > 1:
            return [((trail, index), v.Document(item)) for index, item in enumerate(items)]
        case _:
            return [(trail, member)]


def alone(content: Any) -> str | None:
    """The name of the one element that a content is; None if it is anything else."""
    if not is_dict(content) or len(content) != 1:
        return None
    ((name, inside),) = content.items()
    return None if name.startswith(("@", "#")) or isinstance(inside, list) else name


def _names_in(tree: dict[str, Any], order: list[str] | None) -> list[str]:
    """The names of the children so far: those in order, and behind them those that came since."""
    known = frozenset(order or ())
    return (order or []) + [
        name
        for name, content in tree.items()
        if name not in known and not name.startswith(("@", "#"))
        for _ in range(len(content) if is_array(content) else 1)
    ]


def _one_or_many(contents: list[Any]) -> Any:
    return contents[0] if len(contents) == 1 else contents


def with_attributes(attributes: dict[str, str], content: Any) -> Any:
    """The content of an element with attributes in front; those that it has itself stay."""
    if not attributes:
        return content
    if isinstance(content, Mixed):
        return Mixed({**attributes, **content}, content.order)
    if is_dict(content):
        return {**attributes, **content}
    return attributes if content is None else {**attributes, "#text": content}


class _Keyed(NamedTuple):
    """What a member holds whose keys stand in its place, and the namespace of the keys."""

    ns: str | None
    value: v.Value


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
    renderer = _Renderer(style, findings)
    renderer.level += level
    renderer.is_tree = is_tree
    renderer.where = renderer.spaces.opened(Where(), None, value, anywhere=True).where
    content = renderer.content(value, trail, hint)
    found = with_attributes(renderer.spaces.declarations(), content)
    is_open = isinstance(value, v.Structure) and is_dict(found) and not renderer.where.ns
    return {"@xmlns": "", **found} if is_open and has_one_namespace(found) else found


def render_root(value: v.Value, style: XmlStyle, root: Element, findings: Findings, *, plainly: bool) -> Root:
    """The root element; its namespace has no prefix unless some names are `plainly` in none."""
    renderer = _Renderer(style, findings)
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
