"""The text of a module on its way: what it defines, and what it must import for that."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

LIBRARY = {
    "alias": "aws.scalar",
    "Accept": "aws.waiter",
    "AwsJson": "aws.protocol",
    "AwsQuery": "aws.protocol",
    "Codec": "codec",
    "ErrorShape": "aws.shape",
    "Found": "aws.operations",
    "JsonValue": "node.kinds",
    "OpenEnum": "aws.enumeration",
    "Operation": "aws.operation",
    "Operations": "aws.operations",
    "Pages": "aws.pages",
    "Shape": "aws.shape",
    "UnknownError": "aws.shape",
    "UnknownVariant": "aws.variant",
    "Waiter": "aws.waiter",
    "array": "aws.container",
    "blob": "aws.scalar",
    "boolean": "aws.scalar",
    "date_time": "aws.scalar",
    "dict_of": "aws.container",
    "double": "aws.scalar",
    "element": "node.style",
    "epoch_seconds": "aws.scalar",
    "field": "combinator.field",
    "flattened": "node.style",
    "http_date": "aws.scalar",
    "integer": "aws.scalar",
    "json_value": "combinator.scalar",
    "keyed_union": "combinator.union.keyed",
    "lazy": "combinator.lazy",
    "long": "aws.scalar",
    "open_enum": "aws.enumeration",
    "otherwise": "combinator.union.case",
    "publish": "published",
    "string": "combinator.scalar",
    "timestamp": "aws.scalar",
    "unknown_variant": "aws.variant",
    "variant": "aws.variant",
}
"""The names of the library that catalogues are made of, and where each is."""
STANDARD = {
    "ClassVar": "typing",
    "TypeAlias": "typing",
    "datetime": "datetime",
}
BUILTINS = ("bool", "bytes", "dict", "float", "int", "str", "tuple")
WIDTH = 110


@dataclass
class Module:
    """A module of a catalogue."""

    name: str
    about: str
    edition: str
    """What it is written from, in words."""
    parts: list[str] = field(default_factory=list[str])
    names: list[str] = field(default_factory=list[str])
    _imports: set[tuple[str, str, str]] = field(default_factory=set[tuple[str, str, str]])
    hidden: frozenset[str] = frozenset()
    """What the members of the class being written hide: their names mean the members from there on."""

    def library(self, name: str) -> str:
        """Import a name of the library, and give it."""
        return self._import("ecr_decode." + LIBRARY[name], name)

    def standard(self, name: str) -> str:
        """Import a name of the standard library, and give it."""
        if name in BUILTINS:
            return self._import("builtins", name) if name in self.hidden else name
        return self._import(STANDARD[name], name)

    def of(self, module: str, name: str) -> str:
        """Import a name of another module of the catalogue, and give it."""
        return name if module == self.name else self._import(f".{module}", name)

    def codec_of(self, module: str, name: str) -> str:
        """Import a module of the catalogue, and give the codec of this name in it."""
        return name if module == self.name else f"{self._import('.', module)}.{name}"

    def _import(self, module: str, name: str) -> str:
        here = name + "_" if name in self.hidden else name
        self._imports.add((module, name, here))
        return here

    def define(self, name: str, source: str) -> None:
        """Add a definition that the package exports."""
        self.names.append(name)
        self.parts.append(source)

    def text(self, package: str) -> str:
        """The source of the whole module."""
        lines = [header(self.edition, self.about), "from __future__ import annotations"]
        inside = package.startswith("ecr_decode.")
        for module, name, here in sorted(self._imports):
            spelled = module.replace("ecr_decode.", "..") if inside else module
            lines.append(f"from {spelled} import {name}" + (f" as {here}" if here != name else ""))
        return "\n".join(lines) + "\n\n\n" + "\n\n".join(self.parts) + "\n"


def header(edition: str, *about: str) -> str:
    """The first lines of a module."""
    return f"{origin(edition)}\n{docstring(*about)}\n"


WRITTEN_BY = "# Written by tools/catalogue from "
"""How the first line of each file begins."""


def origin(edition: str) -> str:
    """The first line of a file: what wrote it, and from which model."""
    return f"{WRITTEN_BY}{edition}; do not edit."


def docstring(*sentences: str, indent: str = "") -> str:
    """A docstring: on one line where that has room, otherwise the first sentence above the others."""
    said = " ".join(filter(None, sentences))
    line = f'{indent}"""{said}"""'
    if len(line) <= WIDTH:
        return line
    first, *rest = filter(None, sentences)
    below = textwrap.wrap(" ".join(rest), WIDTH - len(indent))
    lines = [f'"""{first}', "", *below, '"""'] if rest else [f'"""{first}"""']
    return "\n".join(indent + each if each else "" for each in lines)


def listed(operations: Sequence[str], room: int) -> str:
    """The operations by name, as many as there is room for, but for three at most and one at least."""
    for shown in (len(operations), 3, 2):
        named = _named(operations, shown)
        if shown <= min(len(operations), _MOST_NAMED) and len(named) <= room:
            return named
    return _named(operations, 1)


_MOST_NAMED = 4


def _named(operations: Sequence[str], shown: int) -> str:
    more = len(operations) - shown
    rest = [] if more <= 0 else ["another operation" if more == 1 else f"{more} more operations"]
    names = [*operations[:shown], *rest]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def quoted(text: str) -> str:
    """A text as a literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def raw(pattern: str) -> str:
    """A pattern as a raw literal, where it can be one."""
    return f'r"{pattern}"' if '"' not in pattern and not pattern.endswith("\\") else repr(pattern)


def in_parentheses(items: Iterable[str]) -> str:
    """A tuple of these expressions."""
    parts = list(items)
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"
