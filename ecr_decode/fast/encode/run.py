"""Running an encoder: write quickly, or hand the value to the plain writer, which alone makes errors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import orjson
from returns.result import Result

from ... import node as n
from ... import write
from ...problem import EncodeError
from ..success import put, unfilled
from ..switch import SWITCH
from .node import LOCK, NOT_COMPILED, EncoderMaker
from .value import dumps

Write = Callable[[Any], Result[Any, EncodeError]]


TEXT = "dumps(value)"
TREE = "loads(dumps(value))"
"""What is made of the value that the serializer is given: the tree is what is read back from the text."""


def encode_json(node: n.Node) -> Write:
    """The verb `encode_json` of a description."""
    return _verb(node, TEXT, partial(write.write_json, node))


def to_json(node: n.Node) -> Write:
    """The verb `to_json` of a description."""
    return _verb(node, TREE, partial(write.write_json_tree, node))


def _verb(node: n.Node, makes: str, plain: Write) -> Write:
    return compiled(node, makes, plain) or partial(_plainly, plain)


def _plainly(plain: Write, a: Any) -> Result[Any, EncodeError]:
    try:
        return plain(a)
    except RecursionError:
        return write.TOO_DEEP


def compiled(node: n.Node, makes: str, plain: Write) -> Write | None:
    """One function for all: whatever is raised in it, the plain writer finds it again and says what it is."""
    try:
        with LOCK:
            body = EncoderMaker().body(node)
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
                "loads": orjson.loads,
                "unfilled": unfilled,
                "put": put,
                "plain": plain,
                "too_deep": write.TOO_DEEP,
            }
            made: Write = body.made("a", "encoder")
            return made
    except NOT_COMPILED:
        return None
