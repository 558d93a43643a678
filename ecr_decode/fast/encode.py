"""Running a compiled encoder: write quickly, or hand the value to the plain writer, which alone makes errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
from returns.result import Result, Success

from .. import node as n
from .. import write
from ..problem import EncodeError
from .encode_body import UnsuitedError
from .encode_node import LOCK, EncoderMaker
from .switch import SWITCH


class FastEncoder:
    """What a description was compiled to, on its first use."""

    __slots__ = ("encode", "node")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        with LOCK:
            self.encode = _compiled(node)

    def encode_json(self, value: Any) -> Result[bytes, EncodeError]:
        """The value as a JSON text."""
        encode = self.encode
        if encode is not None and SWITCH.on:
            try:
                return Success(encode(value))
            except MemoryError:
                raise
            except Exception:  # noqa: S110 whatever it was, the plain writer finds it again and says what it is
                pass
        return write.write_json(self.node, value)

    def to_json(self, value: Any) -> Result[Any, EncodeError]:
        """The value as a tree of plain values: what is read back from its text."""
        encode = self.encode
        if encode is not None and SWITCH.on:
            try:
                return Success(orjson.loads(encode(value)))
            except MemoryError:
                raise
            except Exception:  # noqa: S110 as above
                pass
        return write.write_json_tree(self.node, value)


def _compiled(node: n.Node) -> Callable[[Any], bytes] | None:
    try:
        return EncoderMaker().encoder(node)
    except (UnsuitedError, RecursionError):
        return None
