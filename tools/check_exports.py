"""See that every exported name is explained, shown at work, and typed as it says.

For each name in the `__all__` of a public module there must be

* an entry in the reference, `docs/reference*.md`: a heading that names it, or an autodoc directive;
* a doctest: in its docstring, or, since a plain value has no docstring of its own, in its entry there;
* a use in a type test, `tests/types/*.py`, through the module that exports it.

In the reference a bare name belongs to the module of the last `currentmodule` directive, at first
`ecr_decode`; `aws.integer` is the same as `ecr_decode.aws.integer`.
"""

import ast
import importlib
import inspect
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "ecr_decode"
MODULES = (PACKAGE, f"{PACKAGE}.aws")

HEADING = re.compile(r"(?P<marks>#+)\s+(?P<title>.+?)\s*#*$")
DIRECTIVE = re.compile(
    r"(?:`{3,}\{|:{3,}\{|\s*\.\. )(?:py:)?(?P<kind>auto\w+|currentmodule)(?:\}|::)\s+(?P<name>[\w.]+)"
)
DOCTEST_LINE = re.compile(r"\s*(?:>>>|\.\.\.) (?P<source>.*)")
INNERMOST = 7  # the level of a directive, below every heading
DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")

Words: TypeAlias = set[str]


@dataclass(frozen=True)
class Entry:
    """A place in the reference that explains some names, and the words that its doctests use."""

    names: tuple[str, ...]
    level: int
    shown: Words = field(default_factory=set[str])


def reference(pages: Iterable[Path]) -> dict[str, Words]:
    """Map each name that has an entry to the words in the doctests of its entries."""
    explained: defaultdict[str, Words] = defaultdict(set)
    for page in pages:
        for entry in entries(page.read_text("utf-8")):
            for name in entry.names:
                explained[name] |= entry.shown
    return dict(explained)


def entries(text: str) -> list[Entry]:
    """Give the entries of a page; one reaches to the next heading of its level or a higher one."""
    found: list[Entry] = []
    reached: list[Entry] = []
    module, fenced = PACKAGE, False
    for line in text.splitlines():
        if directive := DIRECTIVE.match(line):
            if directive["kind"] == "currentmodule":
                module = directive["name"]
            else:
                found.append(Entry((qualified(directive["name"], module),), INNERMOST))
                reached = [entry for entry in reached if entry.level < INNERMOST] + found[-1:]
        elif not fenced and (heading := HEADING.match(line)):
            level = len(heading["marks"])
            found.append(Entry(tuple(qualified(name, module) for name in titled(heading["title"])), level))
            reached = [entry for entry in reached if entry.level < level] + found[-1:]
        elif example := DOCTEST_LINE.match(line):
            for entry in reached:
                entry.shown.update(re.findall(r"\w+", example["source"]))
        if line.startswith(("```", "~~~")):
            fenced = not fenced
    return found


def titled(title: str) -> list[str]:
    """Give the names in a heading: those in code spans, or the heading itself if it is one name."""
    spans: list[str] = re.findall(r"`([^`]+)`", title)
    names = (DOTTED.match(span) for span in spans or [title] if spans or DOTTED.fullmatch(title))
    return [name[0] for name in names if name]


def qualified(name: str, module: str) -> str:
    """Write a name with the module that exports it."""
    if name.startswith(f"{PACKAGE}."):
        return name
    if any(f"{PACKAGE}.{name}".startswith(f"{known}.") for known in MODULES if known != PACKAGE):
        return f"{PACKAGE}.{name}"
    return f"{module}.{name}"


def used(files: Iterable[Path]) -> Words:
    """Give the qualified names that the type tests use, imports aside."""
    names: Words = set()
    for file in files:
        tree = ast.parse(file.read_text("utf-8"))
        origins = {bound: origin for node in ast.walk(tree) for bound, origin in imported(node)}
        for node in ast.walk(tree):
            head, *rest = dotted(node)
            if head in origins:
                names.add(".".join([origins[head], *rest]))
    return names


def imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Give what an import binds, and the qualified name that it stands for."""
    match node:
        case ast.Import(names=names):
            for alias in names:
                top = alias.name.partition(".")[0]
                yield (alias.asname, alias.name) if alias.asname else (top, top)
        case ast.ImportFrom(module=str(module), names=names):
            for alias in names:
                yield alias.asname or alias.name, f"{module}.{alias.name}"
        case _:
            pass


def dotted(node: ast.AST) -> list[str]:
    """Take `aws.integer` apart; anything but a name with attributes gives an empty word."""
    match node:
        case ast.Name(id=name):
            return [name]
        case ast.Attribute(value=value, attr=attribute):
            return [*dotted(value), attribute]
        case _:
            return [""]


def faults(module_name: str, explained: dict[str, Words], typed: Words) -> Iterator[str]:
    """Give a line for each exported name of a module that lacks something."""
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        yield f"{module_name}: cannot be imported ({error})"
        return
    exported: list[str] = list(getattr(module, "__all__", ()))
    if not exported:
        yield f"{module_name}: has no __all__"
    for name in exported:
        full = f"{module_name}.{name}"
        if not hasattr(module, name):
            yield f"{full}: is in __all__ but cannot be loaded"
            continue
        lacks = [
            what
            for what, present in (
                ("docs entry", full in explained),
                ("doctest", has_doctest(getattr(module, name), name, explained.get(full, set()))),
                ("type test", full in typed),
            )
            if not present
        ]
        if lacks:
            yield f"{full}: no {', no '.join(lacks)}"


def has_doctest(value: object, name: str, shown: Words) -> bool:
    """Look into the docstring of a class or function, in the reference for a value, in both for a module."""
    if inspect.isclass(value):
        return ">>> " in (vars(value).get("__doc__") or "")
    if inspect.isroutine(value):
        return ">>> " in (value.__doc__ or "")
    return name in shown or (inspect.ismodule(value) and ">>> " in (value.__doc__ or ""))


def main() -> int:
    """Print what is missing; the exit status is 1 when something is."""
    sys.path.insert(0, str(ROOT))
    docs = ROOT / "docs"
    explained = reference([*docs.glob("reference*.md"), *docs.glob("reference*/**/*.md")])
    typed = used((ROOT / "tests" / "types").glob("*.py"))
    missing = [fault for module in MODULES for fault in faults(module, explained, typed)]
    print("\n".join(missing) or "every exported name has its docs entry, doctest and type test")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
