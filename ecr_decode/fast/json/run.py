"""Running a plan: accept quickly, or hand the input to the plain interpreter, which alone makes errors."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from returns.result import Result

from ... import node as n
from ... import read
from ...problem import DecodeError
from ...read.run import whole_bytes
from ...read.view import View
from ..success import SUCCESS, new, put
from ..switch import SWITCH
from .lower import lowered
from .plan import Parse
from .retry import Accepts, RetryReader

_LOCK = threading.RLock()

DecodeJson = Callable[[Any], Result[Any, DecodeError]]


class FastDecoder:
    """What a description was compiled to, on its first use."""

    __slots__ = ("decode", "decode_json")
    decode: Parse | None

    def __init__(self, node: n.Node) -> None:
        with _LOCK:
            self.decode = _compiled(node)
        self.decode_json: DecodeJson = _plain(node) if self.decode is None else _quick(node, self.decode)


def _compiled(node: n.Node) -> Parse | None:
    """How the description reads quickly, or None where it does not."""
    plan = lowered(node, 0)
    return None if plan is None or plan.plain else plan.decoder()


def _plain(node: n.Node) -> DecodeJson:
    return lambda raw: read.read_json(node, raw)


def _quick(node: n.Node, decode: Parse) -> DecodeJson:
    """The value of the usual input, in as few steps as may be."""
    accepts: Accepts = {}

    def retry(view: View) -> RetryReader:
        return RetryReader(view, accepts)

    def decode_json(raw: Any) -> Result[Any, DecodeError]:
        if not SWITCH.on:
            return read.read_json(node, raw)
        try:
            whole = raw if type(raw) is bytes else whole_bytes(raw)
            if isinstance(whole, bytes):
                if not whole.isascii():
                    whole.decode()
                made = new(SUCCESS)
                put(made, decode(whole))
                return made  # type: ignore[no-any-return] # the class says what it is
        except MemoryError:
            raise
        except Exception:  # whatever it was, the plain interpreter says what is wrong
            return read.read_json(node, raw, retry)
        return read.read_json(node, raw)

    return decode_json
