"""Steps that generated source takes over elements, and what it knows of the document that it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from operator import attrgetter
from typing import Any
from xml.etree.ElementTree import Element

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.claims import claimed
from ...node.style import XSI, Attribute, ElementText, XmlStyle, plain
from ...parse.xml import (
    Declared,
    Repeated,
    attributes_of,
    full,
    local,
    namespace,
    of_schema,
    relative,
    take_apart,
    tree_of,
)
from ...read.free import Unheld, as_key
from ...read.reader import Reader
from ...read.xml import XmlView
from ...read.xml_text import Hinted
from ..doubt import Doubt, Refused
from .value import Place

_TAIL = attrgetter("tail")
_LIST: Any = list
_NO_NAMESPACES: Declared = {}
_TYPE = full("type", XSI)


class Run(dict[str, str]):
    """What is known of one document: the local names of its elements, and which of them are null."""

    declared: Declared = _NO_NAMESPACES
    nils: frozenset[Element] = frozenset()
    skips = False
    """Whether elements were passed over that hold others, to an unknown depth."""

    def __missing__(self, name: str) -> str:
        self[name] = found = local(name)
        return found

    @cached_property
    def inside(self) -> _Inside:
        """By the name of an element: what its children are called in it, by their names."""
        return _Inside()

    @cached_property
    def _exactly(self) -> dict[tuple[str, frozenset[str]], _Names]:
        return {}

    def around(self, name: str, full_names: frozenset[str]) -> _Names:
        """The same for an element, of which a member names children by these full names."""
        key = name, full_names
        found = self._exactly.get(key)
        if found is None:
            found = self._exactly[key] = _Names(namespace(name), full_names)
        return found


class _Inside(dict[str, "_Names"]):
    def __missing__(self, name: str) -> _Names:
        ns = namespace(name)
        found = next((each for each in self.values() if each.ns == ns), None)
        self[name] = found = _Names(ns) if found is None else found
        return found


class _Names(dict[str, str]):
    def __init__(self, ns: str, full_names: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.ns = ns
        self.full_names = full_names

    def __missing__(self, name: str) -> str:
        whole = relative(name, "")
        self[name] = found = whole if whole in self.full_names else relative(name, self.ns)
        return found


def text_of(element: Element) -> str:
    """All the text in an element, also that between children."""
    if not len(element):
        return element.text or ""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def items_of(element: Element) -> list[Element]:
    """The children of an element that holds no text."""
    children, text = element[:], element.text
    if (text is not None and text.strip()) or (any(map(_TAIL, children)) and text_of(element).strip()):
        raise Refused
    return children


def fits_first(items: Any, read: Callable[[str], Any]) -> bool:
    """Whether the text of the first of some elements may be read, or too little is known of it."""
    first = items[0] if len(items) else None
    return first is None or len(first) > 0 or first.keys() or read(first.text or "") is not FAULT


def gathered(children: Iterable[Element], run: Run) -> dict[str, Any]:
    """Children by name; those that share one are a list."""
    found: dict[str, Any] = {}
    for child in children:
        name = run[child.tag]
        before: Any = found.setdefault(name, child)
        if type(before) is _LIST:
            before.append(child)
        elif before is not child:
            found[name] = [before, child]
    return found


def unknown(
    attributes: dict[str, str], known: frozenset[str], text: str, children: list[Element], run: Run
) -> dict[str, Any]:
    """What no member takes, by its place, in a document without namespaces."""
    found: dict[str, Any] = {"@" + name: value for name, value in attributes.items() if name not in known}
    if text.strip():
        found["#text"] = text
    return found | gathered(children, run)


def kept(
    node: n.Record, others: n.Node, tags: tuple[n.ByTag, ...], style: XmlStyle
) -> Callable[[Element, list[Element], Run], dict[str, Any]]:
    """What no member takes, as a document with namespaces spells it; most elements have nothing of that."""
    known = (*claimed(node), *(by.member for by in tags))
    names = frozenset(member.qualified[1:] for member in known if isinstance(member.xml, Attribute))
    has_text = any(isinstance(member.xml, ElementText) for member in known)

    def read(element: Element, rest: list[Element], run: Run) -> dict[str, Any]:
        bare = names.issuperset(element.keys()) and (has_text or not text_of(element).strip())
        if bare and not any(map(_needs_prefixes, rest)):
            return gathered(rest, run)
        view, content = XmlView(style, run.declared), take_apart(element)
        if content is None:
            raise Doubt
        found = view.kept(content, known, others)
        return {name: [*value] if type(value) is Repeated else value for name, value in found}

    return read


def _needs_prefixes(element: Element) -> bool:
    """Whether a prefix may stand in the name of an element, or inside it."""
    return bool(len(element) or element.keys() or element.tag.count("}") > 1)


def keyed(
    element: Element, keys: dict[str, str], nullable: frozenset[str], names: dict[str, str], run: Run
) -> tuple[str, Element] | None:
    """The one child under a key, with the key; None if there is none. Only some keys may hold null."""
    found: tuple[str, Element] | None = None
    if element in run.nils:
        raise Doubt
    for child in element:
        key = keys.get(names[child.tag])
        if key is None:
            run.skips = run.skips or bool(len(child))
        elif found is not None or (child in run.nils and key not in nullable):
            raise Doubt
        else:
            found = key, child
    if found is not None and text_of(element).strip():  # it may be that of a record around
        raise Doubt
    return found


def without(
    element: Element, children: frozenset[str], attributes: frozenset[str], names: dict[str, str]
) -> Element:
    """An element without some children and attributes, by what they are called in it."""
    kept = {name: text for name, text in element.items() if relative(name, "") not in attributes}
    found = Element(element.tag, kept)
    found.text, is_spaced = element.text, False
    for child in element:
        if names[child.tag] not in children:
            found.append(child)
        elif child.tail:
            is_spaced = True
            if child.tail.strip():
                raise Doubt
    if is_spaced and text_of(found).strip():  # the blanks belong to that text
        raise Doubt
    if not (len(found) or kept) and found.text and found.text.strip():  # it would seem to be a text alone
        raise Doubt
    return found


def has_any(
    element: Element, children: frozenset[str], attributes: frozenset[str], names: dict[str, str]
) -> bool:
    """Whether an element has one of some children and attributes."""
    has_child = any(names[child.tag] in children for child in element)
    return has_child or not attributes.isdisjoint(attributes_of(element))


def holds_any(element: Element) -> bool:
    """Whether there is anything in an element."""
    return bool(len(element) or unschemed(element) or text_of(element).strip())


def unheld(child: Element, around: Element, ns: str | None) -> Unheld:
    """An element that no key names, as the plain interpreter meets it where keys may stand."""
    return as_key(child, namespace(around.tag) if ns is None else ns)


def unschemed(element: Element) -> set[str]:
    """The names of attributes, but those that speak to a processor of schemas."""
    return {name for name in attributes_of(element) if not of_schema(name)}


def named(element: Element, name: str, run: Run) -> Any:
    """The child of a name, a list of several, or the text of the attribute; None if there is nothing."""
    found = [child for child in element if run[child.tag] == name]
    if not found:
        if not (len(element) or element.keys()) and element.text and element.text.strip():
            raise Refused
        attributes = attributes_of(element) if element.keys() else {}
        if name in attributes:
            return attributes[name]
        return next((text for full, text in attributes.items() if local(full) == name), None)
    return found[0] if len(found) == 1 else found


def tag(element: Element, name: str, names: dict[str, str]) -> Any:
    """The same for the tag of a union, by what the children are called in the element."""
    found = element_tag(element, name, names)
    return element.get(name) if found is None else found


def element_tag(element: Element, name: str, names: dict[str, str]) -> Any:
    """The same for a tag that a hint says to be a child."""
    found = [child for child in element if names[child.tag] == name]
    return None if not found else found[0] if len(found) == 1 else found


def attribute_tag(element: Element, name: str) -> str | None:
    """The attribute of a full name that is the tag of a union; that of XML Schema is a name with a prefix."""
    found = attributes_of(element).get(name) if element.keys() else None
    return found.rpartition(":")[2].strip() if found is not None and name == _TYPE else found


def tag_text(found: Any, nils: frozenset[Element]) -> str | None:
    """The text of what is found under the name of a tag."""
    if type(found) is Element:
        return None if len(found) or found in nils else found.text or ""
    return found if type(found) is str else None


def entry(pair: Element, key: str, value: str, names: dict[str, str]) -> tuple[Element, Element]:
    """The key and the value of an entry that holds nothing else, by what they are called in it."""
    first, second = pair
    if names[first.tag] != key or names[second.tag] != value:
        raise Doubt
    return first, second


def _as_met(value: Any) -> Any:
    """A value as the plain interpreter meets it."""
    return Repeated(value) if type(value) is _LIST else value


def tree(value: Any, run: Run) -> Any:
    """A part of a document as `xmltodict.parse` gives it."""
    return tree_of(_as_met(value), run.declared)


def plainly(node: n.Node, place: Place) -> Callable[[Any, Run, int], Any]:
    """How the plain interpreter reads a part of a document, so many containers around it."""

    def read(value: Any, run: Run, level: int) -> Any:
        run.skips = True
        reader = Reader(XmlView(place.style, run.declared))
        reader.depth = level
        met = _as_met(value) if place.hint is None else Hinted(_as_met(value), place.hint)
        if place.tags:
            reader.tags[id(met)] = met, [*place.tags]
        found = reader.read(node, met, None)
        if reader.findings.count:
            raise Refused
        if reader.kept:  # errors must say where in the document they are
            raise Doubt
        return found

    return read


def json_text(parse: Callable[[bytes], Any], node: n.JsonText) -> Callable[[str, Run, int], Any]:
    """How the JSON in a text is read: quickly, or plainly, which tells for certain whether it is refused."""
    other = plainly(node, Place(plain))

    def read(text: str, run: Run, level: int) -> Any:
        try:
            return parse(text.encode())
        except MemoryError:
            raise
        except Exception:  # the compiled path of JSON may be in doubt
            return other(text, run, level)

    return read
