"""The reference pages: one for each operation, and an index of each service by topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson

from ecr_decode import ecr, ecr_public, json_schema
from ecr_decode.aws import Accept, Operation, Waiter
from ecr_decode.aws.naming import snake
from ecr_decode.node import kinds as n

from .example import example
from .records import parts, record_of
from .table import declared, link, linked, members, table
from .words import words

CATALOGUES: Mapping[str, tuple[str, ModuleType]] = {
    "ecr": ("Amazon ECR", ecr),
    "ecr_public": ("Amazon ECR Public", ecr_public),
}


def write(folder: Path) -> None:
    """Write every page that is new or has changed, and drop those of operations that are gone."""
    made = dict(pages())
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
    for path in folder.rglob("*.md"):
        if path.relative_to(folder).as_posix() not in made:
            path.unlink()


def pages() -> Iterator[tuple[str, str]]:
    """The pages, by their places in the folder."""
    yield "index.md", _front()
    for module in CATALOGUES:
        known = operations(module)
        yield f"{module}/index.md", _index(module, known)
        yield f"{module}/records.md", parts(module, CATALOGUES[module][0], known)
        for operation in known:
            yield f"{module}/{operation.name}.md", page(module, operation)


def held(module: str) -> list[Any]:
    """What a catalogue exports."""
    catalogue = CATALOGUES[module][1]
    return [getattr(catalogue, name) for name in catalogue.__all__]


def operations(module: str) -> list[Operation[Any, Any, Any]]:
    """The operations of a catalogue, by name."""
    found: list[Operation[Any, Any, Any]] = [each for each in held(module) if isinstance(each, Operation)]
    return sorted(found, key=lambda each: each.name)


def waiters(module: str, operation: Operation[Any, Any, Any]) -> list[Waiter[Any, Any]]:
    """The waiters that look at an operation's replies."""
    found: list[Waiter[Any, Any]] = [each for each in held(module) if isinstance(each, Waiter)]
    return [waiter for waiter in found if waiter.operation is operation]


def topic(operation: Operation[Any, Any, Any]) -> str:
    """The topic that an operation is filed under: the module of its request."""
    node = operation.request.node
    home: str = node.construct.__module__ if isinstance(node, n.Record) else ""
    return home.rpartition(".")[2].replace("_", " ")


# indexes


def _front() -> str:
    about = "A page for each operation, with the code of an example that runs as a test."
    each = ("index", "records")
    toctree = _toctree([f"{module}/{name}" for module in CATALOGUES for name in each], depth=1)
    return "\n".join(["# Operations", "", about, "", *toctree])


def _index(module: str, known: list[Operation[Any, Any, Any]]) -> str:
    lines = [f"# {CATALOGUES[module][0]}", ""]
    for name in sorted({topic(operation) for operation in known}):
        filed = [operation.name for operation in known if topic(operation) == name]
        lines += [f"## {name.capitalize()}", "", *_toctree(filed, depth=1)]
    return "\n".join(lines)


def _toctree(names: Iterable[str], *, depth: int) -> list[str]:
    return ["```{toctree}", f":maxdepth: {depth}", "", *names, "```", ""]


# a page


def page(module: str, operation: Operation[Any, Any, Any]) -> str:
    """The page of one operation, in MyST."""
    asked, answered = record_of(operation.request.node), record_of(operation.response.node)
    parts = [
        f"# {operation.name}",
        words(module, operation.name),
        declared("data", module, snake(operation.name)),
        f"Of {CATALOGUES[module][0]}; sent as `{operation.target}`.",
        *_whole("Request", module, asked),
        *_whole("Response", module, answered),
        *_errors(module, operation),
        *_pages(module, operation),
        *(part for waiter in waiters(module, operation) for part in _waiter(module, waiter)),
        *_example(operation),
        "## JSON Schema",
        _collapsed("of the request", json_schema(operation.request)),
        _collapsed("of the response", json_schema(operation.response)),
    ]
    return "\n\n".join(parts) + "\n"


def _whole(title: str, module: str, node: n.Record) -> list[str]:
    nothing = [] if node.members else ["It has no members."]
    return [f"## {title}", declared("class", module, node.name), *nothing, *members(module, node)]


def _errors(module: str, operation: Operation[Any, Any, Any]) -> list[str]:
    rows: list[tuple[str, ...]] = []
    for code, codec in operation.errors.items():
        node = record_of(codec.node)
        told = ", ".join(f"`{m.name}`: {linked(module, m.node)}" for m in node.members)
        rows.append((f"`{code}`", link(module, node.name), told))
    unknown = "{py:class}`UnknownError <ecr_decode.aws.UnknownError>`"
    rows.append(("`UnknownError`", unknown, "`code`: string, `message`: string"))
    about = (
        "A union of these values. `UnknownError` is for other codes. "
        "A reply that cannot be read gives a `DecodeError`."
    )
    union = declared("data", module, f"{operation.name}Error")
    return ["## Errors", union, about, table(("Code", "Record", "Members"), rows)]


def _pages(module: str, operation: Operation[Any, Any, Any]) -> list[str]:
    found = operation.pages
    if found is None:
        return []
    said = [f"The token in `{found.response}` of a response goes into `{found.request}` of the next request."]
    if found.items:
        said.append("The pages divide " + " and ".join(f"`{'.'.join(path)}`" for path in found.items) + ".")
    if found.limit is not None:
        said.append(f"`{found.limit}` says how many a page may have.")
    call = f"{module}.{snake(operation.name)}"
    said.append(f"`aws.next_request({call}, request, response)` is the request for the next page, or `None`.")
    said.append(f"`aws.pages(call, {call}, request)` gives all pages.")
    return ["## Pages", " ".join(said)]


def _waiter(module: str, waiter: Waiter[Any, Any]) -> list[str]:
    rows = [(f"`{rule.state}`", _rule(rule)) for rule in waiter.accepts]
    name = snake(waiter.name)
    about = (
        f"`{module}.{name}(result)` says what a reply means; ask every {waiter.delay} seconds, "
        f"{waiter.attempts} times at the most."
    )
    shown = declared("data", module, name)
    return [f"## {waiter.name}", shown, about, table(("State", "When"), rows)]


def _rule(rule: Accept) -> str:
    if rule.error is not None:
        return f"the error is `{rule.error}`"
    return f"`{'.'.join(rule.path)}` is `{rule.expected}`"


def _example(operation: Operation[Any, Any, Any]) -> list[str]:
    shown = example(operation)
    return [
        "## Example",
        f"```python\n{shown.code}```",
        "It prints",
        f"```text\n{shown.printed()}```",
        "To send the request, pass it to `call`, as [Coming from boto3](../../from-boto3.md) shows.",
    ]


def _collapsed(title: str, schema: object) -> str:
    text = orjson.dumps(schema, option=orjson.OPT_INDENT_2).decode()
    return f"<details>\n<summary>{title}</summary>\n\n```json\n{text}\n```\n\n</details>"
