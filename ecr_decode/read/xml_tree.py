"""XML: the view of the trees of `xmltodict`, which callers hold."""

from __future__ import annotations

from typing import Any, Self

from ..guard import is_array, is_dict
from ..node.style import XmlStyle
from ..parse.json import plain_text
from ..parse.xml import Content, Repeated
from .tree import json_tree
from .xml import ContentView


class XmlTreeView(ContentView):
    """The contents of elements: None, a text, or a dict; a child that is repeated is a list."""

    __slots__ = ()

    def parts(self, value: Any) -> Content | None:
        return take_apart(value)

    def null(self, value: Any) -> bool:
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
        return json_tree(value)

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style)


def take_apart(value: Any) -> Content | None:
    """The parts of an element's content, or None where the value is no element's."""
    if value is None or isinstance(value, str):
        return Content({}, {}, value or "")
    return _parts(value) if is_dict(value) else None


def _parts(value: dict[Any, Any]) -> Content | None:
    children: dict[str, Any] = {}
    attributes: dict[str, str] = {}
    text = value.get("#text", "")
    if not isinstance(text, str):
        return None
    for key, content in value.items():
        name = plain_text(key) if isinstance(key, str) else None
        if name is None:
            return None
        if name.startswith("@"):
            if isinstance(content, str) and not _declares(name) and not name.startswith("@xsi:"):
                attributes[_local(name[1:])] = content
        elif name != "#text":
            _join(children, _local(name), content)
    return Content(children, attributes, text)


def _join(children: dict[str, Any], name: str, content: Any) -> None:
    if is_array(content):
        content = Repeated(content)
    if name in children:
        before, more = children[name], content
        content = before if isinstance(before, Repeated) else Repeated([before])
        content.extend(more if isinstance(more, Repeated) else [more])
    children[name] = content


def _declares(name: str) -> bool:
    """Whether an attribute declares a namespace."""
    return name == "@xmlns" or name.startswith("@xmlns:")


def _local(name: str) -> str:
    """The name without its prefix."""
    return name.rpartition(":")[2]
