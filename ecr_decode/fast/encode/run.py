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
from ..success import SUCCESS, new, put
from ..switch import SWITCH
from .node import LOCK, NOT_COMPILED, EncoderMaker
from .value import dumps


class FastEncoder:
    """What a description was compiled to, on its first use."""

    __slots__ = ("encode_json", "is_compiled", "node")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        compiled = _compiled(node)
        self.is_compiled = compiled is not None
        self.encode_json: Callable[..., Result[bytes, EncodeError]] = compiled or partial(
            write.write_json, node
        )

    def to_json(self, value: Any) -> Result[Any, EncodeError]:
        """The value as a tree of plain values: what is read back from its text."""
        plain = partial(write.write_json_tree, self.node)
        return self.encode_json(value, read=orjson.loads, plain=plain) if self.is_compiled else plain(value)


def _compiled(node: n.Node) -> Callable[..., Result[bytes, EncodeError]] | None:
    """One function for all: whatever is raised in it, the plain writer finds it again and says what it is."""
    try:
        with LOCK:
            body = EncoderMaker().body(node)
            body.known |= {
                "switch": SWITCH,
                "dumps": dumps,
                "read": None,
                "plain": partial(write.write_json, node),
                "new": new,
                "put": put,
                "success": SUCCESS,
            }
            made_of = "dumps(value) if read is None else read(dumps(value))"
            lines = ["value = x", *body.lines, "made = new(success)", f"put(made, {made_of})", "return made"]
            body.lines = [
                "if switch.on:",
                "    try:",
                *(f"        {line}" for line in lines),
                "    except MemoryError:",
                "        raise",
                "    except Exception:",
                "        pass",
                "return plain(x)",
            ]
            made: Callable[..., Result[bytes, EncodeError]] = body.made("x", "encoder")
            return made
    except NOT_COMPILED:
        return None
