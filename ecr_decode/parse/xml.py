"""XML: the parts of an element, and its content as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ..node.kinds import JsonValue
from ..node.style import XSI

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Declared: TypeAlias = "Mapping[Element, Mapping[str, str]]"
"""The namespaces that elements declare, as `@xmlns` attributes, if names were spelled out."""


class Repeated(list[Any]):
    """The contents of elements that share a name and a parent."""


class Child(NamedTuple):
    """A child by the name that it has in its namespace, and as the document spells it."""

    name: str
    spelled: str
    value: Any


class Content(NamedTuple):
    """The parts of an element; those that share a name are `Repeated`.

    A name is `local`, or `{namespace}local`. Attributes have a namespace if they have a prefix. The children
    in the namespace of the element, and those in none, are called by their local names.
    """

    children: dict[str, Any]
    attributes: dict[str, str]
    text: str
    """All its text, also that between children."""
    ns: str = ""
    """The namespace of the element."""
    each: tuple[Child, ...] | None = None
    """Its children by their full names; None if those are the names in `children`."""
    spellings: Mapping[str, str] = {}
    """The attributes as the document spells them, where that differs."""
    owner: Any = None
    """The element itself."""

    def exactly(self, name: str) -> list[Any]:
        """The children of a full name."""
        if self.each is not None:
            return [child.value for child in self.each if child.name == name]
        if name not in self.children:
            return []
        found = self.children[name]  # None is an empty element of a tree
        return [*found] if isinstance(found, Repeated) else [found]

    def by_full_name(self) -> Iterator[Child]:
        """The children in order, those of one name together if names are all that is known."""
        if self.each is not None:
            yield from self.each
            return
        for name, value in self.children.items():
            for one in value if isinstance(value, Repeated) else (value,):
                yield Child(name, name, one)


def local(name: str) -> str:
    """The name of an element or attribute without its namespace.

    Names are `local` without a namespace; otherwise `{namespace}local`, or, if they were spelled out,
    `namespace}local` by default and `namespace}local}prefix` by a prefix.
    """
    return name.split("}")[1] if "}" in name else name


def namespace(name: str) -> str:
    """The namespace of an element or attribute; empty if it has none."""
    return name[: name.index("}")].removeprefix("{") if "}" in name else ""


def full(name: str, ns: str) -> str:
    """The full name of a local one in a namespace."""
    return f"{{{ns}}}{name}" if ns else name


def relative(name: str, ns: str) -> str:
    """What a child is called in an element of this namespace."""
    if "}" not in name:
        return name
    own = namespace(name)
    return local(name) if own == ns else full(local(name), own)


def of_schema(name: str) -> bool:
    """Whether an attribute of this full name speaks to a processor of schemas."""
    return name.startswith("{" + XSI + "}")


def is_nil(element: Element) -> bool:
    """Whether an attribute `nil` of some namespace says that the element is null."""
    return any(
        value in ("true", "1") and "}" in name and local(name) == "nil" for name, value in element.items()
    )


def attributes_of(element: Element) -> dict[str, str]:
    """The attributes by full names."""
    return {relative(name, ""): value for name, value in element.items()}


def take_apart(value: Any) -> Content | None:
    """The parts of an element, or of a text that stands for one; None for several."""
    if isinstance(value, str):
        return Content({}, {}, value)
    if isinstance(value, Repeated):
        return None
    children: dict[str, Any] = {}
    texts = [value.text or ""]
    ns, named = namespace(value.tag), "}" in value.tag
    for child in value:
        name = child.tag
        if "}" in name:
            name, named = relative(name, ns), True
        before = children.setdefault(name, child)
        if type(before) is Repeated:
            before.append(child)
        elif before is not child:
            children[name] = Repeated((before, child))
        if child.tail is not None:
            texts.append(child.tail)
    attributes = attributes_of(value)
    each = tuple(Child(relative(c.tag, ""), as_spelled(c.tag), c) for c in value) if named else None
    spellings = {relative(name, ""): as_spelled(name) for name in value.attrib if "}" in name}
    return Content(children, attributes, "".join(texts), ns, each, spellings, value)


class Inside(NamedTuple):
    """An element whose tree is put beside declarations of these prefixes."""

    element: Any
    declared: frozenset[str]


def prefixes_in(value: Element, declared: Declared, *, inside: bool = False) -> dict[str, str]:
    """The namespaces of the prefixes that an element uses and does not declare, as `@xmlns` attributes.

    The name of the element itself counts only if it is `inside`.
    """
    found: dict[str, str] = {}
    todo: list[tuple[Element, frozenset[str], bool]] = [(value, frozenset(), inside)]
    while todo:
        element, known, named = todo.pop()
        known = known.union(declared[element]) if element in declared else known
        names = [element.tag, *element.keys()] if named else element.keys()
        for name in names:
            if name.count("}") < 2:  # no prefix
                continue
            _, _, prefix = name.partition("}")[2].partition("}")
            spelled = "@xmlns:" + prefix
            if spelled not in known and prefix != "xml":
                found[spelled] = namespace(name)
        todo += [(child, known, True) for child in reversed(element)]
    return dict(sorted(found.items()))


def tree_of(value: Any, declared: Declared) -> JsonValue:
    """An element, a text or several elements as `xmltodict.parse` gives them.

    The prefixes that they use and that are declared around them are declared in them.
    """
    outer: frozenset[str] = frozenset()
    if isinstance(value, Inside):
        value, outer = value
    if isinstance(value, str):
        return value
    if isinstance(value, Repeated):
        return [_alone(each, declared, outer) for each in value]
    return _alone(value, declared, outer)


def _alone(element: Element, declared: Declared, outer: frozenset[str]) -> JsonValue:
    tree = _tree(element, declared)
    if type(tree) is not dict or not declared:
        return tree
    needed = prefixes_in(element, declared)
    return {name: ns for name, ns in needed.items() if name not in outer} | tree


def _tree(element: Element, declared: Declared) -> JsonValue:
    """The content of an element: None, a text, or a dict."""
    tree: dict[str, Any] = {}
    if declared:
        tree |= declared.get(element, {})
    for name, value in element.items():
        tree["@" + as_spelled(name)] = value
    text = element.text or ""
    for child in element:
        name, content, tail = child.tag, _tree(child, declared), child.tail
        if "}" in name:
            name = as_spelled(name)
        if tail is not None:
            text += tail
        if name not in tree:
            tree[name] = content
        elif type(tree[name]) is list:
            tree[name].append(content)
        else:
            tree[name] = [tree[name], content]
    if not tree:
        return text or None
    if text:
        tree["#text"] = text
    return tree


def as_spelled(name: str) -> str:
    """A name as the document spells it."""
    if "}" not in name:
        return name
    _, local_name, *prefix = name.split("}")
    return ":".join((*prefix, local_name))
