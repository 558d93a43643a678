"""The source that writes what stands elsewhere: in a text, beside it, or at the end of some steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ...kept import Kept
from ...limits import MOST_TEXT
from ...node import kinds as n
from ...node.facts import facts, height
from ...node.style import plain
from ...write.back import is_same
from ..read_json.run import compiled
from ..read_xml.node import Source
from ..read_xml.steps import Run
from ..source import UnsuitedError
from .json import STRUCTS, trees
from .place import ANEW, ANYWHERE, Place, Written
from .scalar import write_scalar

if TYPE_CHECKING:
    from .emitter import Emitter


def write_at(e: Emitter, node: n.At, var: str, place: Place) -> Written:
    """Leave in the variable an object within an object for each step."""
    if node.required:
        return _write_steps(e, node, var, place)
    body = e.body
    default: object = node.default
    with body.block(f"if type({var}) is {e.class_name(type(default))} and {var} == {body.name(default)}:"):
        body.line(f"{var} = {e.sink.nothing}")
    with body.block("else:"):
        _write_steps(e, node, var, place)
    e.forget(var)
    return ANEW


def _write_steps(e: Emitter, node: n.At, var: str, place: Place) -> Written:
    with e.container(len(node.steps)):
        written = e.write(node.item, var, place.below)
    for step in reversed(node.steps):
        if not isinstance(step, str):
            raise UnsuitedError
        e.sink.step(e.body, step, var, written, place)
        written = ANEW
    return written


def write_text(e: Emitter, node: n.JsonText, var: str, place: Place) -> Written:
    """Leave in the variable a text that is JSON; what is not proved before may unfold to an endless one."""
    if e.checks:  # within it the plain writer asks how JSON would be read, elsewhere not
        raise UnsuitedError
    outer = e.sink
    e.sink = inner = STRUCTS if outer.structs and not facts(node.item).free else trees(node.item)
    try:
        e.write(node.item, var, ANYWHERE)
        e.prove_so_far()
        e.body.line(f"{var} = {e.body.name(inner.dumps)}({var}{inner.options}).decode()")
        e.doubt_if(f"len({var}) > {MOST_TEXT}")
    finally:
        e.sink = outer
    return outer.text(e.body, var, place)


def write_kept(e: Emitter, node: n.KeptText, var: str, place: Place) -> Written:
    """Leave in the variable the text, which must read as its value; the plain writer writes deep ones."""
    known = facts(node.item)
    if known.recursive or known.free or e.checks:
        raise UnsuitedError
    read = _text_reader(node.item) if e.sink.is_text else compiled(node.item, "accept")
    if read is None:
        raise UnsuitedError
    text = e.body.variable()
    e.must_be(var, Kept)
    e.body.line(f"{text} = {var}.text")
    e.must_be(text, str)
    with e.container(height(node.item)):  # what the text holds nests as well
        e.doubt_if(f"not {e.body.name(is_same)}({e.body.name(read)}({text}), {var}.value)")
    e.body.line(f"{var} = {text}")
    e.forget(var)
    return write_scalar(e, n.String(), var, place)._replace(same=False)


def _text_reader(node: n.Node) -> Callable[[str], Any]:
    """What reads a text of XML."""
    read, level = Source(node, wary=False).compiled(node, plain, "text"), height(node)
    return lambda text: read(text, Run(), level)
