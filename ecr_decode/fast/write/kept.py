"""The source that writes kept texts, each of which must still read as its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...kept import Kept
from ...node import kinds as n
from ...node.facts import facts
from ...write.back import is_same
from ..read_json.run import compiled
from ..source import UnsuitedError
from .place import Place, Written
from .scalar import write_scalar

if TYPE_CHECKING:
    from .emitter import Emitter


def write_kept(e: Emitter, node: n.KeptText, var: str, place: Place) -> Written:
    """Leave in the variable what is written of the text; deep ones are left to the plain writer."""
    known = facts(node.item)
    if known.recursive or known.free or e.checks or e.sink.is_text:
        raise UnsuitedError
    read = compiled(node.item, "accept")
    if read is None:
        raise UnsuitedError
    text = e.body.variable()
    e.must_be(var, Kept)
    e.body.line(f"{text} = {var}.text")
    e.must_be(text, str)
    e.doubt_if(f"not {e.body.name(is_same)}({e.body.name(read)}({text}), {var}.value)")
    e.body.line(f"{var} = {text}")
    e.forget(var)
    return write_scalar(e, n.String(), var, place)._replace(same=False)
