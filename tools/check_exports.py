"""See that every exported name is explained, shown at work, and typed as it says.

For each name in the `__all__` of a public module there must be

* an entry in the reference, `docs/reference*.md`: a heading that names it, or an autodoc directive;
* a doctest: in its docstring, or, for plain values and packages, in its entry there;
* a use in a type test, `tests/types/*.py`, through the module that exports it;
* where it can fail, an error of it in a golden file, `tests/golden/*.txt`: an expression there names it, or
  what `tests/golden/names.py` makes with it, or data is of that kind of problem; see `CANNOT_FAIL`.

The records of `documents` are parts of a document: any doctest of its reference may show one, and the golden
error is that of the document's codec.

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
DOCUMENTS = f"{PACKAGE}.documents"
MODULES = (PACKAGE, f"{PACKAGE}.aws", DOCUMENTS)

HEADING = re.compile(r"(?P<marks>#+)\s+(?P<title>.+?)\s*#*$")
DIRECTIVE = re.compile(
    r"(?:`{3,}\{|:{3,}\{|\s*\.\. )(?:py:)?(?P<kind>auto\w+|currentmodule)(?:\}|::)\s+(?P<name>[\w.]+)"
)
DOCTEST_LINE = re.compile(r"\s*(?:>>>|\.\.\.) (?P<source>.*)")
EXPRESSION = re.compile(r"^>>> (.+)$", re.MULTILINE)
PROBLEM_KIND = re.compile(r'"kind": "(\w+)"')
INNERMOST = 7  # the level of a directive, below every heading
DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")

Words: TypeAlias = set[str]

NO_RUN = "describes or looks; running it makes no error"
NO_VALUE = "a type, of which there is no run"
CANNOT_FAIL = {
    **dict.fromkeys(("Codec", "Decoder", "Encoder", "JsonValue", "Why", "XmlStyle", "QueryStyle"), NO_VALUE),
    **dict.fromkeys(("describe", "json_schema", "outcome", "plain_only", "render", "report"), NO_RUN),
    **dict.fromkeys(
        ("DecodeError", "EncodeError", "ConstraintError", "Problem", "Alternative", "IntoText"), NO_VALUE
    ),
    "succeed": "reads whatever there is",
    "replace": "makes a copy without checks; what Python refuses, it raises",
    "asdict": "makes dicts of whatever the record holds",
    **dict.fromkeys(
        ("camel_case", "pascal_case", "kebab_case"), "makes a name; the record that has it fails"
    ),
    **dict.fromkeys(("XML", "XSI"), "a text; the codec that reads by it fails"),
    "plain": "a style; the codec that reads by it fails",
    "numbered": "a style; the codec that writes by it fails",
    **dict.fromkeys(("aws.Accept", "aws.Waiter", "aws.Pages", "aws.AwsJson"), NO_RUN),
    **dict.fromkeys(("aws.Operations", "aws.UnknownOperation"), "its errors are no problems of a document"),
    "bulk": "its errors are those of the decoders that it runs",
    "aws.Exchange": "holds a result; the operation that makes it fails",
    "aws.HttpResponse": "a value that is made, not read",
    "aws.items": "gives the errors of the operation that it calls",
    "aws.next_request": "gives a request or nothing",
    "aws.with_tokens": "gives a request",
    "aws.new_token": "gives a text",
    "aws.pages": "gives the errors of the operation that it calls",
    "aws.query": "a style; the codec that writes by it fails",
    "aws.ec2_query": "a style; the codec that writes by it fails",
}
"""The exported names of which no golden file can show an error, and why."""


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


def shown_failing(files: Iterable[Path], names: Path) -> Words:
    """Give the qualified names that expressions of the golden files use, themselves or by what they name."""
    made = definitions(names)
    found: Words = set()
    for file in files:
        text = file.read_text("utf-8")
        found |= {f"{PACKAGE}.{kind}" for kind in PROBLEM_KIND.findall(text)}
        for expression in EXPRESSION.findall(text):
            found |= reached(ast.parse(expression), made)
    return found


def definitions(file: Path) -> dict[str, ast.stmt]:
    """Map each name that the top level of a file binds, imports aside, to what binds it."""
    made: dict[str, ast.stmt] = {}
    for statement in ast.parse(file.read_text("utf-8")).body:
        match statement:
            case (
                ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name))
            ):
                made[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)]):
                made[name] = statement
            case _:
                pass
    return made


def reached(tree: ast.AST, made: dict[str, ast.stmt]) -> Words:
    """Give the qualified names that a tree uses, and those that the definitions use that it names."""
    found: Words = set()
    todo, entered = [tree], Words()
    while todo:
        for node in ast.walk(todo.pop()):
            head, *rest = dotted(node)
            if head in made:
                todo += [] if head in entered else [made[head]]
                entered.add(head)
            elif head:
                found.add(".".join([PACKAGE, head, *rest]))
    return found


def can_fail(full: str) -> bool:
    """Whether a name is not among those that cannot."""
    return full.removeprefix(f"{PACKAGE}.") not in CANNOT_FAIL


def faults(module_name: str, explained: dict[str, Words], typed: Words, failing: Words) -> Iterator[str]:
    """Give a line for each exported name of a module that lacks something."""
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        yield f"{module_name}: cannot be imported ({error})"
        return
    exported: list[str] = list(getattr(module, "__all__", ()))
    if not exported:
        yield f"{module_name}: has no __all__"
    parts = shown_of_documents(explained) if module_name == DOCUMENTS else set[str]()
    for name in exported:
        full = f"{module_name}.{name}"
        if not hasattr(module, name):
            yield f"{full}: is in __all__ but cannot be loaded"
            continue
        value = getattr(module, name)
        is_part = module_name == DOCUMENTS and not hasattr(value, "node")
        lacks = [
            what
            for what, present in (
                ("docs entry", full in explained),
                ("doctest", has_doctest(value, name, explained.get(full, set())) or name in parts),
                ("type test", full in typed),
                ("golden error", is_part or full in failing or not can_fail(full)),
            )
            if not present
        ]
        if lacks:
            yield f"{full}: no {', no '.join(lacks)}"


def shown_of_documents(explained: dict[str, Words]) -> Words:
    """Give the words of all doctests in the reference of the documents."""
    return {word for name, words in explained.items() if name.startswith(f"{DOCUMENTS}.") for word in words}


def stale() -> Iterator[str]:
    """Give a line for each name that is said not to fail, and is not exported."""
    exported = {f"{module}.{name}" for module in MODULES for name in importlib.import_module(module).__all__}
    for name in CANNOT_FAIL:
        if f"{PACKAGE}.{name}" not in exported:
            yield f"{PACKAGE}.{name}: in CANNOT_FAIL but not exported"


def has_doctest(value: object, name: str, shown: Words) -> bool:
    """Look into the docstring, and for a plain value or a module into the reference."""
    if inspect.isclass(value):
        return ">>> " in (vars(value).get("__doc__") or "")
    if inspect.isroutine(value):
        return ">>> " in (value.__doc__ or "")
    if inspect.ismodule(value):
        return ">>> " in (value.__doc__ or "") or name in shown
    return name in shown


def main() -> int:
    """Print what is missing; the exit status is 1 when something is."""
    sys.path.insert(0, str(ROOT))
    docs = ROOT / "docs"
    explained = reference([*docs.glob("reference*.md"), *docs.glob("reference*/**/*.md")])
    typed = used((ROOT / "tests" / "types").glob("*.py"))
    golden = ROOT / "tests" / "golden"
    failing = shown_failing(golden.glob("*.txt"), golden / "names.py")
    missing = [fault for module in MODULES for fault in faults(module, explained, typed, failing)]
    missing += stale()
    print("\n".join(missing) or "every exported name has its docs entry, doctest, type test and golden error")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
