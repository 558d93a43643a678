"""XML: the view of the trees of `xmltodict`, which callers hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from ..guard import is_array, is_dict
from ..node.style import XML, XSI, XmlStyle
from ..parse.json import plain_text
from ..parse.xml import Child, Content, Inside, Repeated, full
from .content import ContentView
from .free import Unheld, tree_under_keys
from .tree import json_tree
from .xml_text import unhinted


class Scope(NamedTuple):
    """Where an element is: its namespace, the one without a prefix, and those of prefixes."""

    ns: str | None
    """None for the outermost element, whose name is not in its tree."""
    default: str
    prefixes: Mapping[str, str]


_PREFIXES = {"xml": XML}
_UNDECLARED = {"xsi": XSI}
"""The prefixes that are known, though a part of a tree lacks their declaration."""


class XmlTreeView(ContentView):
    """The contents of elements: None, a text, or a dict; a child that is repeated is a list.

    A prefix that the tree does not declare is ignored.
    """

    __slots__ = ("known", "prefixes", "scopes", "top")

    def __init__(self, style: XmlStyle, top: Any = None, prefixes: Mapping[str, str] = _PREFIXES) -> None:
        super().__init__(style)
        self.top: Any = top
        """The content of the outermost element."""
        self.prefixes: Mapping[str, str] = prefixes
        """The namespaces of the prefixes that are declared around it."""
        self.scopes: dict[int, tuple[Any, Scope]] = {}
        """Where dicts are among namespaces, by their identities; the dicts are held."""
        self.known: dict[int, tuple[Any, Content]] = {}
        """The parts of those dicts."""

    def parts(self, value: Any) -> Content | None:
        value = unhinted(value)
        if isinstance(value, Unheld):
            return value.content
        if value is None or isinstance(value, str):
            return Content({}, {}, value or "")
        if not is_dict(value):
            return None
        if id(value) in self.known:
            return self.known[id(value)][1]
        if id(value) not in self.scopes and not _has_namespaces(value):
            return _parts(value)
        found = self._parts(value, self._scope(value))
        if found is not None:
            self.known[id(value)] = value, found
        return found

    def _scope(self, value: Any) -> Scope:
        known = self.scopes.get(id(value))
        return Scope(None if value is self.top else "", "", self.prefixes) if known is None else known[1]

    def _parts(self, value: dict[Any, Any], scope: Scope) -> Content | None:
        """The parts of an element whose names may be in namespaces."""
        named = _named(value)
        if named is None:
            return None
        own = _declared(value)
        default = own.get("", scope.default)
        prefixes = {**_UNDECLARED, **scope.prefixes, **own}
        attributes, spellings = dict[str, str](), dict[str, str]()
        children: list[Child] = []
        for key, content in named.items():
            prefix, _, name = key.removeprefix("@").rpartition(":")
            if key.startswith("@"):
                if isinstance(content, str) and not _declares(key):
                    found = prefixes.get(prefix) if prefix else ""
                    name = key[1:] if found is None and "@" + name in named else full(name, found or "")
                    attributes[name] = content
                    spellings[name] = key[1:]
            elif key != "#text":
                for each in content if is_array(content) else (content,):
                    inner = _declared(each) if is_dict(each) else {}
                    space = inner.get(prefix, prefixes.get(prefix) if prefix else default)
                    children.append(Child(name if space is None else full(name, space), key, (space, each)))
        ns = own.get("", _one_namespace(children, own)) if scope.ns is None else scope.ns
        below = Scope(None, default, {**scope.prefixes, **own})
        each = tuple(self._child(child, ns, below) for child in children)
        text = named.get("#text", "")
        return Content(_gathered(each, ns), attributes, text, ns, each, spellings, value)

    def _child(self, child: Child, ns: str, scope: Scope) -> Child:
        """A child, of which is noted where it is; one that stands in two places is copied."""
        found, content = child.value
        name = full(child.name, ns) if found is None else child.name
        if is_dict(content):
            scope = scope._replace(ns=ns if found is None else found)
            if id(content) in self.scopes and self.scopes[id(content)][1] != scope:
                content = dict(content)
            self.scopes[id(content)] = content, scope
        return Child(name, child.spelled, content)

    def null(self, value: Any) -> bool:
        value = unhinted(value)
        return is_dict(value) and any(
            isinstance(name, str) and name.startswith("@") and name.endswith(":nil") and flag in ("true", "1")
            for name, flag in value.items()
        )

    def is_bare(self, value: Any, parts: Content) -> bool:
        attributes = is_dict(value) and any(name.startswith("@") and not _declares(name) for name in value)
        return not (attributes or parts.children)

    def text(self, value: Any) -> str | None:
        text = super().text(value)
        return None if text is None else plain_text(text)

    def children(self, value: Any, parts: Content) -> list[Any]:
        items: list[Any] = []
        for content in parts.children.values():
            items += content if isinstance(content, Repeated) else (content,)
        return items

    def tree(self, value: Any) -> Any:
        outer: frozenset[str] = frozenset()
        if isinstance(value, Unheld):
            return tree_under_keys(value, self.tree)
        if isinstance(value, Inside):
            value, outer = value
        found = json_tree(value)
        if not self.scopes:
            return found
        if isinstance(value, Repeated):
            return [self._alone(each, tree, outer) for each, tree in zip(value, found, strict=True)]
        return self._alone(value, found, outer)

    def _alone(self, value: Any, tree: Any, outer: frozenset[str]) -> Any:
        """A tree with the declarations of the prefixes in it that are declared around it."""
        if not is_dict(tree):
            return tree
        needed = {
            name: ns for name, ns in used_in(tree, self._scope(value).prefixes).items() if name not in outer
        }
        return needed | tree

    def declarations(self, members: Content, rest: dict[str, Any]) -> dict[str, str]:
        if members.each is None:
            return {}
        return used_in(rest, {**self._scope(members.owner).prefixes, **_declared(members.owner)})

    def styled(self, style: XmlStyle) -> Self:
        found = type(self)(style, self.top, self.prefixes)
        found.scopes, found.known = self.scopes, self.known
        return found


def _has_namespaces(value: dict[Any, Any]) -> bool:
    return any(isinstance(key, str) and (":" in key or key == "@xmlns") for key in value) or any(
        is_dict(each) and "@xmlns" in each
        for content in value.values()
        for each in (content if is_array(content) else (content,))
    )


def _named(value: dict[Any, Any]) -> dict[str, Any] | None:
    """The content of an element by plain texts, or None where it is no element's."""
    named: dict[str, Any] = {}
    if not isinstance(value.get("#text", ""), str):
        return None
    for key, content in value.items():
        name = plain_text(key) if isinstance(key, str) else None
        if name is None:
            return None
        named[name] = content
    return named


def _parts(value: dict[Any, Any]) -> Content | None:
    """The parts of an element without namespaces."""
    named = _named(value)
    if named is None:
        return None
    children: dict[str, Any] = {}
    attributes: dict[str, str] = {}
    for name, content in named.items():
        if name.startswith("@"):
            if isinstance(content, str):
                attributes[name[1:]] = content
        elif name != "#text":
            children[name] = Repeated(content) if is_array(content) else content
    return Content(children, attributes, named.get("#text", ""), owner=value)


def _gathered(each: tuple[Child, ...], ns: str) -> dict[str, Any]:
    """Children by the names that they have in an element of this namespace."""
    found: dict[str, Any] = {}
    for name, _, content in each:
        own, _, last = name.rpartition("}")
        key = last if own in ("", "{" + ns) else name
        if key not in found:
            found[key] = content
        elif isinstance(found[key], Repeated):
            found[key].append(content)
        else:
            found[key] = Repeated((found[key], content))
    return found


def _one_namespace(children: list[Child], declared: Mapping[str, str]) -> str:
    """The namespace that all children have by a prefix of the element, whose own name is not known."""
    spaces = {declared.get(child.spelled.rpartition(":")[0], "") for child in children}
    return spaces.pop() if len(spaces) == 1 else ""


def has_one_namespace(value: dict[str, Any]) -> bool:
    """Whether the children of an element whose name is lost let it seem to be in their namespace."""
    children = [Child(key, key, item) for key, item in value.items() if key[:1] not in ("@", "#")]
    return bool(_one_namespace(children, _declared(value)))


def _declared(value: dict[Any, Any]) -> dict[str, str]:
    """The namespaces that an element declares, by prefixes; without one by an empty text."""
    return {
        key[7:]: ns
        for key, ns in value.items()
        if isinstance(key, str) and _declares(key) and isinstance(ns, str)
    }


def _declares(name: str) -> bool:
    """Whether an attribute declares a namespace."""
    return name == "@xmlns" or name.startswith("@xmlns:")


def used_in(tree: Any, prefixes: Mapping[str, str]) -> dict[str, str]:
    """The declarations of those prefixes that a tree uses and does not declare itself."""
    found: dict[str, str] = {}
    todo: list[tuple[Any, frozenset[str]]] = [(tree, frozenset())]
    while todo:
        value, known = todo.pop()
        if is_array(value):
            todo += [(each, known) for each in reversed(value)]
        elif is_dict(value):
            known = known.union(_declared(value))
            for key, item in value.items():
                prefix = key.removeprefix("@").rpartition(":")[0] if not _declares(key) else ""
                own = [
                    _declared(each) if is_dict(each) else {} for each in (item if is_array(item) else (item,))
                ]
                if all(prefix in each for each in own):
                    continue
                if prefix and prefix in prefixes and prefix not in known and prefix != "xml":
                    found["@xmlns:" + prefix] = prefixes[prefix]
            todo += [(each, known) for each in reversed(value.values())]
    return dict(sorted(found.items()))
