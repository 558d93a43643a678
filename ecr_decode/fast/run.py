"""Running a plan: accept quickly, or hand the input to the plain interpreter, which alone makes errors."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from returns.result import Result, Success

from .. import node as n
from .. import read
from ..problem import DecodeError
from ..read.run import whole_bytes
from ..read.view import View
from .lower import lower
from .retry import Accept, RetryReader
from .switch import SWITCH

_LOCK = threading.RLock()


class FastDecoder:
    """What a description was compiled to, on its first use."""

    __slots__ = ("accepts", "decode", "node")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        self.accepts: dict[int, Accept | None] = {}
        with _LOCK:
            plan = lower(node, 0)
            self.decode: Callable[[bytes], Any] | None = None if plan.is_raw else plan.decoder()

    def decode_json(self, raw: Any) -> Result[Any, DecodeError]:
        """The value that the description reads from a JSON text."""
        decode = self.decode
        if decode is None or not SWITCH.on:
            return read.read_json(self.node, raw)
        try:
            whole = raw if type(raw) is bytes else whole_bytes(raw)
            if isinstance(whole, bytes):
                if not whole.isascii():
                    whole.decode()
                return Success(decode(whole))
        except MemoryError:
            raise
        except Exception:
            return read.read_json(self.node, raw, self._retry)
        return read.read_json(self.node, raw)

    def _retry(self, view: View) -> RetryReader:
        return RetryReader(view, self.accepts)
