"""The page of what operations share: records within requests and responses, errors, enumerations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ecr_decode.aws import Operation
from ecr_decode.describe import records
from ecr_decode.node import kinds as n

from .table import declared, enumerations, members


def parts(module: str, title: str, operations: list[Operation[Any, Any, Any]]) -> str:
    """The page of a catalogue: each record, error and enumeration once, by name."""
    whole = [record_of(node) for operation in operations for node in _sides(operation)]
    errors = [record_of(codec.node) for operation in operations for codec in operation.errors.values()]
    within = [each for node in [*whole, *errors] for each in records(node) if each is not node]
    known = {each.cls.__name__: each for node in [*whole, *errors] for each in _enumerations(node)}
    found = [
        f"# Records of {title}",
        "Records in the requests and responses of operations.",
        "## Records",
        *_listed(module, within),
        "## Errors",
        *_listed(module, errors),
        "## Enumerations",
        "A value that is not known yet is read as text.",
        *(part for name, each in sorted(known.items()) for part in _enumeration(module, name, each)),
    ]
    return "\n\n".join(found) + "\n"


def record_of(node: n.Node) -> n.Record:
    """A node that is a record, as those of requests, responses and errors are."""
    if not isinstance(node, n.Record):
        raise TypeError(f"{node!r} is no record")
    return node


def _sides(operation: Operation[Any, Any, Any]) -> tuple[n.Node, n.Node]:
    return operation.request.node, operation.response.node


def _enumerations(node: n.Record) -> Iterator[n.Enumeration]:
    for record in records(node):
        for member in record.members:
            yield from enumerations(member.node).values()


def _listed(module: str, found: list[n.Record]) -> list[str]:
    """Each record once, by name: its declaration and its members."""
    named = {node.name: node for node in found}
    return [
        part
        for name, node in sorted(named.items())
        for part in (f"### {name}", declared("class", module, name), *members(module, node))
    ]


def _enumeration(module: str, name: str, node: n.Enumeration) -> list[str]:
    return [
        f"### {name}",
        declared("class", module, name),
        "One of " + ", ".join(f"`{value}`" for value in node.values) + ".",
    ]
