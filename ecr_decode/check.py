"""Constraints: whether a value keeps what its model demands, and making records that do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from returns.result import Failure, Result, Success

from .error.findings import Abort, Findings
from .error.near import nearest
from .error.problem import NO_ROOM, ConstraintError, Missing, Problem, Unknown, ended
from .node import kinds as n
from .node.hiding import hiding
from .write.writer import Writer

TOO_DEEP: Result[Any, ConstraintError] = Failure(ConstraintError(NO_ROOM))
"""What checking gives where the caller's stack has no room for it."""


def check(node: n.Node, value: Any) -> Result[Any, ConstraintError]:
    """The value itself, if it is of the node's kinds all through and keeps every constraint."""
    writer = Writer(check=True)
    try:
        writer.write(node, value, None)
    except Abort:
        pass
    except MemoryError:
        raise
    except Exception as error:  # a value of the caller's may have methods that raise anything
        return _ended(error)
    return _verdict(node, writer.findings, value)


def make(node: n.Record, members: Mapping[str, Any]) -> Result[Any, ConstraintError]:
    """The record of these members, of which nothing is checked yet but their names."""
    try:
        return Success(node.construct(**members))
    except MemoryError:
        raise
    except Exception as error:  # a constructor may raise anything; most often, the names are not its own
        return _misnamed(node, members) or _ended(error)


def _misnamed(node: n.Record, members: Mapping[str, Any]) -> Result[Any, ConstraintError] | None:
    """What is wrong with the names of members, if anything is."""
    findings = Findings()
    names = {member.name: member for member in node.members}
    if node.others is not None:
        others = node.others.name
        names[others] = n.Member(name=others, wire=others, node=n.JsonNull(), default=None)
    for name in members:
        if name not in names:
            findings.add((None, name), Unknown(nearest(name, names)))
    for name, member in names.items():
        if name not in members and member.required:
            findings.add((None, member.wire), Missing())
    return _verdict(node, findings, None) if findings.count else None


def _ended(error: Exception) -> Result[Any, ConstraintError]:
    return Failure(ConstraintError((Problem((), ended(error)),)))


def _verdict(node: n.Node, findings: Findings, value: Any) -> Result[Any, ConstraintError]:
    if findings.problems:
        return Failure(ConstraintError(hiding(node, findings.problems), findings.more))
    return Success(value)
