"""XML: the view of the elements of a document, by the convention of a style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from ..error.path import shorten
from ..error.problem import WrongKind
from ..node.style import (
    Element,
    XmlStyle,
)
from ..parse.xml import (
    Content,
    Declared,
    Repeated,
    is_nil,
    local,
    namespace,
    prefixes_in,
    take_apart,
    tree_of,
)
from .free import Unheld, tree_under_keys

if TYPE_CHECKING:
    from ..parse.document import Document

from .content import ContentView
from .xml_text import unhinted


class XmlView(ContentView):
    """Elements, and the texts of their attributes."""

    __slots__ = ("declared",)

    def __init__(self, style: XmlStyle, declared: Declared) -> None:
        super().__init__(style)
        self.declared: Declared = declared

    def parts(self, value: Any) -> Content | None:
        value = unhinted(value)
        return value.content if isinstance(value, Unheld) else take_apart(value)

    def null(self, value: Any) -> bool:
        value = unhinted(value)
        return not isinstance(value, str | Repeated | Unheld) and is_nil(value)

    def is_bare(self, value: Any, parts: Content) -> bool:
        return isinstance(value, str) or not (
            parts.children or (not isinstance(value, Unheld) and value.keys())
        )

    def children(self, value: Any, parts: Content) -> list[Any]:
        if isinstance(value, Unheld):
            return [child.value for child in parts.by_full_name()]
        return [] if isinstance(value, str) else [*value]

    def text(self, value: Any) -> str | None:
        value = unhinted(value)
        match value:
            case str():
                return value
            case Repeated() | Unheld():
                return None
            case _:
                return None if len(value) or is_nil(value) else value.text or ""

    def tree(self, value: Any) -> Any:
        value = unhinted(value)
        if isinstance(value, Unheld):
            return tree_under_keys(value, self.tree)
        return tree_of(value, self.declared)

    def declarations(self, members: Content, rest: dict[str, Any]) -> dict[str, str]:
        if not self.declared:
            return {}
        found: dict[str, str] = {}
        for name, spelled in members.spellings.items():
            prefix = spelled.rpartition(":")[0]
            if "@" + spelled in rest and prefix not in ("", "xml"):
                found.setdefault("@xmlns:" + prefix, namespace(name))
        for value in rest.values():
            for each in value if isinstance(value, Repeated) else (value,):
                if not isinstance(each, str):
                    found |= prefixes_in(each, self.declared, inside=True)
        return dict(sorted(found.items()))

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style, self.declared)


def unwrapped(document: Document, style: XmlStyle) -> Any:
    """The root element, or the `XResult` in it where the style wraps results.

    Some servers name the wrapper after the whole root, `XResponseResult`.
    """
    root = document.root
    if not style.wrapped_results:
        return root
    name = local(root.tag)
    results = [child for child in root if "Result" in child.tag] if name.endswith("Response") else []
    for wrapper in (name.removesuffix("Response") + "Result", name + "Result") if results else ():
        found = [child for child in results if local(child.tag) == wrapper]
        if found:
            return found[0] if len(found) == 1 else Repeated(found)
    return root


def is_called(element: Any, root: Element) -> bool:
    """Whether a root is called so; without a namespace, the local name alone is compared."""
    tag = element.tag
    return local(tag) == root.name and root.ns in (None, namespace(tag))


def wrong_root(element: Any, root: Element) -> WrongKind:
    """Why a root is not the one that is asked for."""
    name = local(element.tag)
    where = "" if name != root.name else f" of {'another' if namespace(element.tag) else 'no'} namespace"
    return WrongKind(f"the element {root.name}", shorten(name) + where)
