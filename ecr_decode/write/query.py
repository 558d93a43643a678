"""Tagged values as a query string: names with dots, and their values."""

from __future__ import annotations

from typing import TypeAlias

from ..error.findings import Findings
from ..error.path import Trail
from ..error.problem import BadValue, WrongKind
from ..node.kinds import JsonValue
from ..node.style import Element, Flattened, OfOthers, QueryStyle, XmlHint, map_names
from . import value as v
from .text import spell

Pairs: TypeAlias = tuple[tuple[str, str], ...]


def render(value: v.Value, style: QueryStyle, findings: Findings) -> Pairs:
    """The pairs of names and values, in order, with the problems noted."""
    pairs: list[tuple[str, str]] = []
    _Renderer(style, findings, pairs).value("", value, None, None)
    return tuple(pairs)


class _Renderer:
    __slots__ = ("findings", "pairs", "style")

    def __init__(self, style: QueryStyle, findings: Findings, pairs: list[tuple[str, str]]) -> None:
        self.style = style
        self.findings = findings
        self.pairs = pairs

    def value(self, name: str, value: v.Value, hint: XmlHint | OfOthers | None, trail: Trail) -> None:
        style, flat = self.style, isinstance(hint, Flattened)
        match value:
            case v.Structure(members, hints):
                for (wire, member), inner in zip(members, hints or (None,) * len(members), strict=True):
                    self.value(_joined(name, self._spelled(wire, inner)), member, inner, (trail, wire))
            case v.List(items):
                if not items and style.empty_lists:
                    self.pairs.append((name, ""))
                own = hint.item if isinstance(hint, Element) else None
                prefix = name if flat or style.item is None else _joined(name, own or style.item)
                for index, item in enumerate(items):
                    self.value(_joined(prefix, str(index + 1)), item, None, (trail, index))
            case v.Map(entries):
                names = map_names(hint if isinstance(hint, Element | Flattened) else None, style)
                entry = (hint.entry if isinstance(hint, Element) else None) or style.entry
                prefix = name if flat or entry is None else _joined(name, entry)
                for index, (key, item) in enumerate(entries):
                    self._leaf(f"{_joined(prefix, str(index + 1))}.{names.key}", v.String(key), (trail, key))
                    self.value(f"{_joined(prefix, str(index + 1))}.{names.value}", item, None, (trail, key))
            case v.Document(tree):
                self.value(name, _tagged(tree), hint, trail)
            case _:
                self._leaf(name, value, trail)

    def _spelled(self, wire: str, hint: XmlHint | OfOthers | None) -> str:
        name = (hint.name if isinstance(hint, Element | Flattened) else None) or wire
        return name[:1].upper() + name[1:] if self.style.capitalised else name

    def _leaf(self, name: str, leaf: v.Leaf, trail: Trail) -> None:
        text = spell(leaf)
        if not name:
            self.findings.add(trail, WrongKind("named members", "a value alone"))
        elif text is None:
            self.findings.add(trail, BadValue("a value that text cannot carry"))
        else:
            self.pairs.append((name, text))


def _joined(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name


def _tagged(tree: JsonValue) -> v.Value:
    match tree:
        case dict():
            return v.Structure(tuple((name, v.Document(item)) for name, item in tree.items()))
        case list():
            return v.List(tuple(v.Document(item) for item in tree))
        case bool():
            return v.Boolean(tree)
        case int():
            return v.Long(tree)
        case float():
            return v.Double(tree)
        case str():
            return v.String(tree)
        case None:
            return v.Null()
