"""Running the compiled paths: accept quickly, or leave the input to the plain reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Literal, NamedTuple

from returns.result import Result

from ... import read
from ...error.problem import DecodeError
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import height
from ...node.native import keeps_unknown, takes_nulls
from ...read.reader import Reader
from ...read.run import MakeReader, whole_bytes
from ..doubt import refuse
from ..staged import staged
from ..success import put, success, unfilled
from ..switch import SWITCH
from ..tree import text_of

Parse = Callable[[Any], Any]
DecodeJson = Callable[[Any], Result[Any, DecodeError]]
OfJson = Callable[[object], Result[Any, DecodeError]]


def decode_json(node: n.Node, settle: Callable[[DecodeJson], object]) -> DecodeJson:
    """The verb `decode_json` of a description."""
    plain, quick = partial(read.read_json, node), partial(quick_decode_json, node)
    return staged(node, plain, quick, settle, read.TOO_DEEP)


def of_json(of_text: DecodeJson, node: n.Node) -> OfJson:
    """The verb `of_json` of a description: a tree that is JSON is read as its text is."""

    def of_json(tree: object) -> Result[Any, DecodeError]:
        if SWITCH.on:
            try:
                text = text_of(tree)
            except MemoryError:
                raise
            except Exception:  # whatever else the tree holds, the plain reader says what to do with it
                pass
            else:
                return of_text(text)
        try:
            return read.read_json_tree(node, tree)
        except RecursionError:
            return read.TOO_DEEP

    return of_json


def compiled(
    node: n.Node,
    how: Literal["parse", "accept"] = "parse",
    *,
    closed: bool = False,
    nulls: bool = False,
    unread: bool = False,
) -> Parse | None:
    """How the description reads bytes or a tree quickly, or None where it does not."""
    if height(node) > MOST_LEVELS:
        return None
    from .compiler import Compiler

    try:
        made: Parse = getattr(Compiler(node, closed=closed, nulls=nulls, unread=unread), how)(node)
    except MemoryError:
        raise
    except Exception:  # what cannot be compiled is read plainly
        return None
    return made


_PATIENCE = 16
"""After so many documents in a row that were not closed, one in so many is tried as one that is."""


class Ways(NamedTuple):
    """How a description reads bytes quickly."""

    usual: Parse
    first: Parse
    """The same for documents without members of unknown names, in fewer steps; it raises of the others."""


def ways(node: n.Node) -> Ways | None:
    """What reads documents quickly: those without members of unknown names, and then the others."""
    closed = compiled(node, closed=True) if keeps_unknown(node) else None
    if closed is None:
        usual = compiled(node)
        return None if usual is None else Ways(usual, usual)
    other: Parse | None = None
    declined = 0  # in a row

    def parse(raw: bytes) -> Any:
        nonlocal declined, other
        if declined <= _PATIENCE or declined % _PATIENCE == 0:
            try:
                made = closed(raw)
            except MemoryError:
                raise
            except Exception:  # whatever it was, the other one, or the plain reader, says what it is
                pass
            else:
                declined = 0
                return made
        declined += 1
        if other is None:
            other = compiled(node) or refuse
        return other(raw)

    return Ways(parse, closed)


def ways_of(node: n.Node) -> Ways | None:
    """How the description reads bytes quickly, which is found out once."""
    known: tuple[Ways | None] | None = vars(node).get("ways")
    if known is None:
        known = vars(node)["ways"] = (ways(node),)
    return known[0]


_WORTH_CHECKING = 30_000
"""After so many documents whose values nobody sees, it pays to compile what makes none."""


def unread_until(node: n.Node) -> int:
    """After how many more such documents it pays."""
    known: int = vars(node).get("unread", 0)
    return max(0, _WORTH_CHECKING - known)


def note_unread(node: n.Node, count: int) -> None:
    """Note that there were so many documents whose values nobody sees."""
    vars(node)["unread"] = vars(node).get("unread", 0) + count


def check_of(node: n.Node) -> Parse | None:
    """What raises of documents as the first way does, which is found out once; it gives no value."""
    known: tuple[Parse | None] | None = vars(node).get("check")
    if known is None:
        known = vars(node)["check"] = (compiled(node, closed=keeps_unknown(node), unread=True),)
    return known[0]


def known_ways(node: n.Node) -> Ways | None:
    """How the description reads bytes quickly, if that was found out and there is a way."""
    known: tuple[Ways | None] | None = vars(node).get("ways")
    return known[0] if known is not None and SWITCH.on else None


def _with_nulls(node: n.Node) -> Callable[[Any], Result[Any, DecodeError] | None]:
    """What reads a document that was declined, if nulls that mean absence may be why."""
    parse: Parse | None = None

    def read_nulls(raw: Any) -> Result[Any, DecodeError] | None:
        nonlocal parse
        try:
            whole = whole_bytes(raw)
            if not isinstance(whole, bytes) or b"null" not in whole:
                return None
            whole.decode()
            parse = parse or compiled(node, nulls=True) or refuse
            return success(parse(whole))
        except MemoryError:
            raise
        except Exception:  # whatever it was, the plain reader says what is wrong
            return None

    return read_nulls


def quick_decode_json(node: n.Node) -> DecodeJson:
    """The compiled verb: the value of the usual input, in as few steps as may be."""
    from .retry import Accepts, RetryReader

    found = ways_of(node)
    accepts: Accepts = {}
    decode: Parse = refuse if found is None else found.usual
    again: MakeReader = Reader if found is None else partial(RetryReader, accepts=accepts)
    with_nulls = _with_nulls(node) if takes_nulls(node) else None

    def decode_json(raw: Any) -> Result[Any, DecodeError]:
        reader: MakeReader = Reader
        if SWITCH.on:
            try:
                whole: Any = (
                    raw if type(raw) is bytes else whole_bytes(raw)
                )  # what is no input, no parser takes
                made = next(unfilled)
                put(made, decode(whole))
                if not whole.isascii():  # behind the parser, which brings the bytes near
                    whole.decode()
                return made  # type: ignore[no-any-return] # the class says what it is
            except MemoryError:
                raise
            except Exception:  # whatever it was, the plain reader says what is wrong
                reader = again
            if with_nulls is not None and (read_so := with_nulls(raw)) is not None:
                return read_so
        try:
            return read.read_json(node, raw, reader)
        except RecursionError:
            return read.TOO_DEEP

    return decode_json
