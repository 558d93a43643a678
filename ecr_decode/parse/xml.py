"""XML: the parts of an element, and its content as a tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ..node.kinds import JsonValue

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance}"

Declared: TypeAlias = "Mapping[Element, Mapping[str, str]]"
"""The namespaces that elements declare, as `@xmlns` attributes, if names were spelled out."""


class Repeated(list[Any]):
    """The contents of elements that share a name and a parent."""


class Content(NamedTuple):
    """The parts of an element; children that share a local name are `Repeated`."""

    children: dict[str, Any]
    attributes: dict[str, str]
    text: str
    """All its text, also that between children."""


def local(name: str) -> str:
    """The name of an element or attribute without its namespace.

    Names are `local` without a namespace; otherwise `{namespace}local`, or, if they were spelled out,
    `namespace}local` by default and `namespace}local}prefix` by a prefix.
    """
    return name.split("}")[1] if "}" in name else name


def is_nil(element: Element) -> bool:
    """Whether an attribute `nil` of some namespace says that the element is null."""
    return any(
        value in ("true", "1") and "}" in name and local(name) == "nil" for name, value in element.items()
    )


def attributes_of(element: Element) -> dict[str, str]:
    """The attributes by local names, but those that speak to a processor of schemas."""
    return {
        local(name): value
        for name, value in element.items()
        if not name.startswith((_INSTANCE, "{" + _INSTANCE))
    }


def take_apart(value: Any) -> Content | None:
    """The parts of an element, or of a text that stands for one; None for several."""
    if isinstance(value, str):
        return Content({}, {}, value)
    if isinstance(value, Repeated):
        return None
    children: dict[str, Any] = {}
    texts = [value.text or ""]
    for child in value:
        name = local(child.tag)
        before = children.setdefault(name, child)
        if type(before) is Repeated:
            before.append(child)
        elif before is not child:
            children[name] = Repeated((before, child))
        if child.tail is not None:
            texts.append(child.tail)
    return Content(children, attributes_of(value), "".join(texts))


def tree_of(value: Any, declared: Declared) -> JsonValue:
    """An element, a text or several elements as `xmltodict.parse` gives them."""
    if isinstance(value, str):
        return value
    return (
        [_tree(each, declared) for each in value] if isinstance(value, Repeated) else _tree(value, declared)
    )


def _tree(element: Element, declared: Declared) -> JsonValue:
    """The content of an element: None, a text, or a dict."""
    tree: dict[str, Any] = {}
    if declared:
        tree |= declared.get(element, {})
    for name, value in element.items():
        tree["@" + _as_spelled(name)] = value
    text = element.text or ""
    for child in element:
        name, content, tail = child.tag, _tree(child, declared), child.tail
        if "}" in name:
            name = _as_spelled(name)
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


def _as_spelled(name: str) -> str:
    """A name as the document spells it."""
    if "}" not in name:
        return name
    _, local_name, *prefix = name.split("}")
    return ":".join((*prefix, local_name))
