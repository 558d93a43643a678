"""Running an encoder: write quickly, or hand the value to the plain writer, which alone makes errors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from returns.result import Result

from ... import check as checking
from ... import write
from ...node import kinds as n
from ..read_json.document import loads
from ..success import put, unfilled
from ..switch import SWITCH
from .node import LOCK, NOT_COMPILED, EncoderMaker
from .value import dumps

Write = Callable[[Any], Result[Any, Any]]


TEXT = "dumps(value)"
TREE = "loads(dumps(value))"
ITSELF = "dumps(value) and a"
"""What is made of the value that the serializer is given.

A tree is read back from its text; a value itself must have one, as not every `str` can be JSON.
"""


def encode_json(node: n.Node) -> Write:
    """The verb `encode_json` of a description."""
    return _verb(node, TEXT, partial(write.write_json, node))


def to_json(node: n.Node) -> Write:
    """The verb `to_json` of a description."""
    return _verb(node, TREE, partial(write.write_json_tree, node))


def check(node: n.Node) -> Write:
    """The verb `check` of a description, which gives the value itself."""
    return _verb(node, ITSELF, partial(checking.check, node), checking.TOO_DEEP, checks=True)


def _verb(
    node: n.Node,
    makes: str,
    plain: Write,
    too_deep: Result[Any, Any] = write.TOO_DEEP,
    *,
    checks: bool = False,
) -> Write:
    def plainly(a: Any) -> Result[Any, Any]:
        try:
            return plain(a)
        except RecursionError:
            return too_deep

    return compiled(node, makes, plain, too_deep, checks=checks) or plainly


def compiled(
    node: n.Node,
    makes: str,
    plain: Write,
    too_deep: Result[Any, Any] = write.TOO_DEEP,
    *,
    checks: bool = False,
) -> Write | None:
    """One function for all: whatever is raised in it, the plain writer finds it again and says what it is."""
    try:
        with LOCK:
            body = EncoderMaker(checks=checks).body(node)
            body.lines[:] = [
                "if switch.on:",
                "    try:",
                "        value = a",
                *(f"        {line}" for line in body.lines),
                "        made = next(unfilled)",
                f"        put(made, {makes})",
                "        return made",
                "    except MemoryError:",
                "        raise",
                "    except Exception:",
                "        pass",
                "try:",
                "    return plain(a)",
                "except RecursionError:",
                "    return too_deep",
            ]
            body.known |= {
                "switch": SWITCH,
                "dumps": dumps,
                "loads": loads,
                "unfilled": unfilled,
                "put": put,
                "plain": plain,
                "too_deep": too_deep,
            }
            made: Write = body.made("a", "encoder")
            return made
    except NOT_COMPILED:
        return None
