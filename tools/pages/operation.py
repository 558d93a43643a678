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
from ecr_decode.describe import records
from ecr_decode.node import kinds as n

from .example import example

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
    toctree = _toctree([f"{module}/index" for module in CATALOGUES], depth=1)
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
    call = f"{module}.{snake(operation.name)}"
    asked, answered = _record(operation.request.node), _record(operation.response.node)
    parts = [
        f"# {operation.name}",
        f"`{call}`, of {CATALOGUES[module][0]}; sent as `{operation.target}`.",
        *_whole("Request", module, asked),
        *_whole("Response", module, answered),
        *_errors(module, operation),
        *_pages(module, operation),
        *(part for waiter in waiters(module, operation) for part in _waiter(module, waiter)),
        *_parts(module, asked, answered),
        *_example(operation),
        "## JSON Schema",
        _collapsed("of the request", json_schema(operation.request)),
        _collapsed("of the response", json_schema(operation.response)),
    ]
    return "\n\n".join(parts) + "\n"


def _record(node: n.Node) -> n.Record:
    if not isinstance(node, n.Record):
        raise TypeError(f"{node!r} is no record")
    return node


def _whole(title: str, module: str, node: n.Record) -> list[str]:
    return [
        f"## {title}",
        f"`{module}.{node.name}`" + ("" if node.members else ": nothing."),
        *_members(node),
    ]


def _members(node: n.Record) -> list[str]:
    if not node.members:
        return []
    rows = [
        (f"`{m.name}`", f"`{m.wire}`", f"`{_cell(m.node.spell(inside=True))}`", _facts(m))
        for m in node.members
    ]
    return [_table(("Member", "On the wire", "Type", ""), rows)]


def _facts(member: n.Member) -> str:
    said = ["required"] if member.required else []
    if member.secret:
        said.append("hidden in `repr`")
    return "; ".join([*said, *_demands(member.node)])


def _demands(node: n.Node) -> list[str]:
    """What the model demands of a value, and what values it knows, in words."""
    match node:
        case n.Refine(rule=n.Constraint() as rule):
            return [*_in_words(rule), *_demands(node.item)]
        case n.Refine() | n.Named() | n.Transform():
            return _demands(node.item)
        case n.Array():
            return [f"each {said}" for said in _demands(node.item)]
        case n.Dict():
            keys = [f"each key {said}" for said in _demands(node.key)]
            return keys + [f"each value {said}" for said in _demands(node.value)]
        case n.Enumeration():
            return ["one of " + ", ".join(f"`{value}`" for value in node.values)]
        case _:
            return []


def _in_words(rule: n.Constraint) -> list[str]:
    bounds = [
        _bounds(rule.min_length, rule.max_length, " long"),
        _bounds(rule.minimum, rule.maximum, ""),
        _bounds(rule.min_items, rule.max_items, " items"),
        "" if rule.pattern is None else f"matches `{_cell(rule.pattern)}`",
    ]
    return [said for said in bounds if said]


def _bounds(least: float | None, most: float | None, unit: str) -> str:
    if least is not None and most is not None:
        return f"{least} to {most}{unit}"
    if least is not None or most is not None:
        return f"at least {least}{unit}" if most is None else f"at most {most}{unit}"
    return ""


def _errors(module: str, operation: Operation[Any, Any, Any]) -> list[str]:
    rows: list[tuple[str, ...]] = []
    for code, codec in operation.errors.items():
        node = _record(codec.node)
        rows.append(
            (f"`{code}`", ", ".join(f"`{m.name}`: `{m.node.spell(inside=True)}`" for m in node.members))
        )
    rows.append(("`UnknownError`", "`code`: `string`, `message`: `string`"))
    about = (
        f"As values, `{module}.{operation.name}Error` is the union of them; the last is for other codes, "
        "and a reply that does not decode gives a `DecodeError`."
    )
    return ["## Errors", about, _table(("Code", "Members"), rows)]


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
    said.append(f"`aws.pages(call, {call}, request)` walks through all of them.")
    return ["## Pages", " ".join(said)]


def _waiter(module: str, waiter: Waiter[Any, Any]) -> list[str]:
    rows = [(f"`{rule.state}`", _rule(rule)) for rule in waiter.accepts]
    about = (
        f"`{module}.{snake(waiter.name)}(result)` says what a reply means; ask every {waiter.delay} seconds, "
        f"{waiter.attempts} times at the most."
    )
    return [f"## {waiter.name}", about, _table(("State", "When"), rows)]


def _rule(rule: Accept) -> str:
    if rule.error is not None:
        return f"the error is `{rule.error}`"
    return f"`{'.'.join(rule.path)}` is `{rule.expected}`"


def _parts(module: str, *whole: n.Record) -> list[str]:
    """The records within the request and the response, each once."""
    inner: dict[str, n.Record] = {}
    for node in whole:
        inner.update({each.name: each for each in records(node) if each is not node})
    found = [
        part for name, node in sorted(inner.items()) for part in (f"### {module}.{name}", *_members(node))
    ]
    return ["## Records within", *found] if found else []


def _example(operation: Operation[Any, Any, Any]) -> list[str]:
    shown = example(operation)
    return [
        "## Example",
        f"```python\n{shown.code}```",
        "It prints",
        f"```text\n{shown.printed()}```",
        "To send the request, hand it to `call`, as [Coming from boto3](../../from-boto3.md) shows.",
    ]


def _collapsed(title: str, schema: object) -> str:
    text = orjson.dumps(schema, option=orjson.OPT_INDENT_2).decode()
    return f"<details>\n<summary>{title}</summary>\n\n```json\n{text}\n```\n\n</details>"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    """Text in a code span of a table, whose bars would end the cell."""
    return text.replace("|", "\\|")
