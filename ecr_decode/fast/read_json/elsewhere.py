"""What stands elsewhere: in a text, at the end of some steps, or beside a text or in a Result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from ...kept import Kept
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts, height
from ..construct import default_of
from ..source import Body, UnsuitedError
from ..success import success
from .shape import Shape, applied, held

if TYPE_CHECKING:
    from .compiler import Compiler


def text_shape(node: n.JsonText, compiler: Compiler) -> Shape:
    """A string, whose text is read as a document of its own."""
    if facts(node).recursive or height(node) > MOST_LEVELS // 2:
        raise UnsuitedError
    parse = type(compiler)(node.item).parse(node.item)

    def read(text: str) -> Any:
        return parse(text.encode())

    return Shape(str, applied(read), compiler.shape(n.String()).tree)


def kept_shape(node: n.KeptText, compiler: Compiler) -> Shape:
    """A string, kept beside what is read from it."""
    inner, secret = compiler.shape(node.item), facts(node).secret
    if inner.type is not str:
        raise UnsuitedError

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return f"{body.name(Kept)}({given}, {inner.emit(given, body)}, {secret})"

    return Shape(str, emit, inner.tree)


def result_shape(node: n.ResultOf, compiler: Compiler) -> Shape:
    """A Success; where there is none, the plain reader says where in the document the errors are."""
    inner = compiler.shape(node.item)

    def emit(given: str, body: Body) -> str:
        return f"{body.name(success)}({inner.emit(given, body)})"

    return Shape(inner.type, emit, inner.tree)


def at_shape(node: n.At, compiler: Compiler) -> Shape:
    """Each name is a Struct with one member; where the steps count items, source follows them."""
    if all(isinstance(step, str) and n.is_struct_name(step) for step in node.steps):
        return _by_names(node, compiler)
    if not node.required:
        raise UnsuitedError

    def emit(given: str, body: Body) -> str:
        for step in node.steps:
            kind = "dict" if isinstance(step, str) else "list"
            given = held(given, body)
            body.line(f"if type({given}) is not {kind}: raise doubt")
            given = held(f"{given}[{step!r}]", body)
        return compiler.of_tree(node.item)(given, body)

    return Shape(Any, emit)


def _by_names(node: n.At, compiler: Compiler) -> Shape:
    filled, found, *_ = compiler.shape(node.item)
    for step in reversed(node.steps):
        member = ("found", filled) if node.required else ("found", filled, msgspec.UNSET)
        filled = msgspec.defstruct("At", [member], rename={"found": str(step)}, gc=False)

    def emit(given: str, body: Body) -> str:
        ways = [given + ".found" * count for count in range(1, len(node.steps) + 1)]
        if node.required:
            return found(ways[-1], body)
        ends = " or ".join(f"{way} is {body.name(msgspec.UNSET)}" for way in ways)
        return f"({default_of(node, body)} if {ends} else {compiler.pure(found, ways[-1])})"

    return Shape(filled, emit)
