"""Running a plan: accept quickly, or hand the input to the plain interpreter, which alone makes errors."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from returns.result import Result

from ... import read
from ...error.problem import DecodeError
from ...node import kinds as n
from ...read.reader import Reader
from ...read.run import MakeReader, whole_bytes
from ...read.view import View
from ..success import put, unfilled
from ..switch import SWITCH
from .lower import lowered
from .plan import Parse
from .retry import Accepts, RetryReader
from .tree import text_of

_LOCK = threading.RLock()

DecodeJson = Callable[[Any], Result[Any, DecodeError]]
OfJson = Callable[[object], Result[Any, DecodeError]]


def decode_json(node: n.Node) -> DecodeJson:
    """The verb `decode_json` of a description."""
    decode = compiled(node)
    return partial(_plainly, node) if decode is None else _quick(node, decode)


def of_json(node: n.Node) -> OfJson:
    """The verb `of_json` of a description: a tree that is JSON is read as its text is."""
    of_text = decode_json(node)

    def of_json(tree: object) -> Result[Any, DecodeError]:
        if SWITCH.on:
            try:
                text = text_of(tree)
            except MemoryError:
                raise
            except Exception:  # whatever else the tree holds, the plain interpreter says what to do with it
                pass
            else:
                return of_text(text)
        try:
            return read.read_json_tree(node, tree)
        except RecursionError:
            return read.TOO_DEEP

    return of_json


def compiled(node: n.Node) -> Parse | None:
    """How the description reads quickly, or None where it does not."""
    with _LOCK:
        plan = lowered(node, 0)
        return None if plan is None or plan.plain else plan.decoder()


def _plainly(node: n.Node, raw: Any) -> Result[Any, DecodeError]:
    try:
        return read.read_json(node, raw)
    except RecursionError:
        return read.TOO_DEEP


def _quick(node: n.Node, decode: Parse) -> DecodeJson:
    """The value of the usual input, in as few steps as may be."""
    accepts: Accepts = {}

    def retry(view: View) -> Reader:
        return RetryReader(view, accepts)

    def decode_json(raw: Any) -> Result[Any, DecodeError]:
        reader: MakeReader = Reader
        if SWITCH.on:
            try:
                whole = raw if type(raw) is bytes else whole_bytes(raw)
                if isinstance(whole, bytes):
                    if not whole.isascii():
                        whole.decode()
                    made = next(unfilled)
                    put(made, decode(whole))
                    return made  # type: ignore[no-any-return] # the class says what it is
            except MemoryError:
                raise
            except Exception:  # whatever it was, the plain interpreter says what is wrong
                reader = retry
        try:
            return read.read_json(node, raw, reader)
        except RecursionError:
            return read.TOO_DEEP

    return decode_json
