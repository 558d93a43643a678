"""The source that calls the functions of a codec that maps another."""

from __future__ import annotations

from ...node import kinds as n
from ..doubt import opened
from .body import Body, UnsuitedError
from .value import repeatable


def write_unmapped(node: n.Transform, var: str, body: Body) -> None:
    """The lines that leave in the variable what the mapped codec is to write."""
    if node.encode is None:
        raise UnsuitedError
    called = f"{body.name(node.encode)}({body.name(repeatable)}({var}))"
    body.line(f"{var} = {body.name(opened)}({called})" if node.fallible else f"{var} = {called}")
