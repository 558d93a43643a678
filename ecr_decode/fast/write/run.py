"""Running an encoder: write quickly, or hand the value to the plain writer, which alone makes errors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from returns.result import Result

from ... import check as checking
from ... import write
from ...error.problem import EncodeError
from ...node import kinds as n
from ...node.style import XmlStyle, plain
from ...write.markup import is_name
from ...write.run import root_of
from ..by_style import ByStyle
from ..read_json.document import loads
from ..success import put, success, unfilled
from ..switch import SWITCH
from .emitter import NOT_COMPILED, Emitter
from .json import json_sink
from .place import Place
from .xml import XML

Write = Callable[[Any], Result[Any, Any]]

TEXT = "{}"
TREE = "loads({})"
ITSELF = "{} and a"
"""What is made of the text that the serializer gives.

A tree is read back from it; a value itself must have one, as not every `str` can be JSON.
"""


def encode_json(node: n.Node) -> Write:
    """The verb `encode_json` of a description."""
    return _verb(node, TEXT, partial(write.write_json, node))


def to_json(node: n.Node) -> Write:
    """The verb `to_json` of a description."""
    return _verb(node, TREE, partial(write.write_json_tree, node))


def check(node: n.Node) -> Write:
    """The verb `check` of a description, which gives the value itself."""
    return _verb(node, ITSELF, partial(checking.check, node), checking.TOO_DEEP, checks=True)


def _verb(
    node: n.Node,
    makes: str,
    plainly: Write,
    too_deep: Result[Any, Any] = write.TOO_DEEP,
    *,
    checks: bool = False,
) -> Write:
    def plain(a: Any) -> Result[Any, Any]:
        try:
            return plainly(a)
        except RecursionError:
            return too_deep

    return compiled(node, makes, plain, checks=checks) or plain


def compiled(
    node: n.Node, makes: str, plain: Write, *, checks: bool = False, careful: bool = False
) -> Write | None:
    """One function for all: whatever is raised in it, the plain writer finds it again and says what it is.

    One that meets an integer for a number hands the value to a careful one, which converts it.
    """
    sink = json_sink(node)
    emitter = Emitter(sink, checks=checks, careful=careful)
    try:
        emitter.root(node)
        dumped = f"dumps({sink.dumped('value', 'free')})"
        lines = [
            "if switch.on:",
            "    try:",
            "        value = a",
            *(f"        {line}" for line in (*sink.begun("free"), *emitter.body.lines)),
            "        made = next(unfilled)",
            f"        put(made, {makes.format(dumped)})",
            "        return made",
            "    except MemoryError:",
            "        raise",
            "    except Exception:",
            "        pass",
            "return again(a)",
        ]
        known: dict[str, Any] = {
            "switch": SWITCH,
            "dumps": sink.dumps,
            "loads": loads,
            "unfilled": unfilled,
            "put": put,
            "again": plain,
        }
        if emitter.has_numbers:
            known["again"] = _Careful(node, makes, plain, checks=checks)
        made: Write = emitter.function("a", lines, known)
    except NOT_COMPILED:
        return None
    return made


class _Careful:
    """A careful encoder, compiled when a quick one doubts a value for the first time."""

    __slots__ = ("made", "make")

    def __init__(self, node: n.Node, makes: str, plain: Write, *, checks: bool) -> None:
        def make() -> Write:
            return compiled(node, makes, plain, checks=checks, careful=True) or plain

        self.make = make
        self.made: Write | None = None

    def __call__(self, a: Any) -> Result[Any, Any]:
        if self.made is None:
            self.made = self.make()
        return self.made(a)


WriteXml = Callable[[Any], tuple[str, str]]
"""Gives the attributes of an element, and what is in it."""


class EncodeXml:
    """The verb `encode_xml` of a description, compiled for each style on its first use."""

    __slots__ = ("node", "root", "writing")

    def __init__(self, node: n.Node) -> None:
        self.node = node
        self.root = root_of(node)
        self.writing = ByStyle(partial(compiled_xml, node))

    def __call__(
        self, a: Any, *, root: str | None = None, style: XmlStyle = plain
    ) -> Result[bytes, EncodeError]:
        """The value as an XML document."""
        try:
            if SWITCH.on:
                try:
                    known, name = self.writing(style), self.root if root is None else root
                    if known is not None and type(name) is str and is_name(name):
                        attributes, inside = known(a)
                        filled = inside or attributes
                        text = f"<{name}{attributes}>{inside}</{name}>" if filled else f"<{name}/>"
                        return success(text.encode())
                except MemoryError:
                    raise
                except Exception:  # whatever is wrong, the plain writer finds it again and says what it is
                    pass
            return write.write_xml(self.node, a, style, root)
        except RecursionError:
            return write.TOO_DEEP


def compiled_xml(node: n.Node, style: XmlStyle) -> WriteXml | None:
    """What writes the root in a style; None where only the plain writer can."""
    emitter = Emitter(XML)
    try:
        written = emitter.root(node, Place(style))
        made: WriteXml = emitter.function("value", [*emitter.body.lines, XML.result(written)], {})
    except NOT_COMPILED:
        return None
    return made
