"""Tables of the reference pages: the members of a record, with links to the records of their types."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ecr_decode.describe import records
from ecr_decode.node import kinds as n
from ecr_decode.node.walk import children


def declared(kind: str, module: str, name: str) -> str:
    """What puts a name into the index, and shows it."""
    return f"```{{py:{kind}}} ecr_decode.{module}.{name}\n```"


def link(module: str, name: str) -> str:
    """A link to the place where a class of a catalogue is declared."""
    return f"{{py:class}}`{name} <ecr_decode.{module}.{name}>`"


def linked(module: str, node: n.Node) -> str:
    """The type that a node reads, whose records and enumerations are links."""
    named = {each.name for each in records(node)} | enumerations(node).keys()
    parts = re.split(r"(\w+)", node.spell(inside=True))
    return "".join(link(module, each) if each in named else _plain(each) for each in parts)


def enumerations(node: n.Node) -> dict[str, n.Enumeration]:
    """The enumerations of a node, by the names of their classes; those of records within are theirs."""
    found: dict[str, n.Enumeration] = {}
    todo = [node]
    while todo:
        match todo.pop():
            case n.Enumeration() as each:
                found[each.cls.__name__] = each
            case n.Record():
                continue
            case each:
                todo += children(each)
    return found


def _plain(text: str) -> str:
    """Text in a cell, of which nothing is markup."""
    return re.sub(r"([^\w\s])", r"\\\1", text)


def members(module: str, node: n.Record) -> list[str]:
    """The members of a record, a row each; none if it has none."""
    if not node.members:
        return []
    rows = [(f"`{m.name}`", f"`{m.wire}`", linked(module, m.node), _facts(m)) for m in node.members]
    return [table(("Member", "On the wire", "Type", ""), rows)]


def _facts(member: n.Member) -> str:
    said = ["required"] if member.required else []
    if member.secret:
        said.append("secret: hidden wherever it would be shown")
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


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    """Text in a code span of a table, whose bars would end the cell."""
    return text.replace("|", "\\|")
