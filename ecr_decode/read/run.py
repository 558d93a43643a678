"""Running a description over a document: the boundary where a `Result` is built and nothing passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from returns.result import Failure, Result, Success

from ..error.findings import FAULT, Abort
from ..error.problem import NO_ROOM, BadValue, DecodeError, Malformed, Problem, Why, WrongKind, ended
from ..node import kinds as n
from ..node.facts import facts
from ..node.free import free_root
from ..node.hiding import hiding
from ..node.layers import bare
from ..node.style import Element, XmlStyle
from ..parse import json
from ..parse.xml import Repeated, namespace
from .free import as_key
from .json import DigitsView, JsonTreeView, JsonView
from .reader import Reader
from .tree import is_bounded, json_kind
from .view import View
from .xml import XmlView, is_called, unwrapped, wrong_root
from .xml_tree import XmlTreeView

MakeReader = Callable[[View], Reader]
ReadBytes = Callable[[bytes], Result[Any, DecodeError]]

TOO_DEEP: Result[Any, DecodeError] = Failure(DecodeError(NO_ROOM))
"""What reading gives where the caller's stack has no room for it."""


def read(node: n.Node, reader: Reader, value: Any) -> Result[Any, DecodeError]:
    """The value that a node reads from a tree."""
    try:
        found = reader.read(node, value, None)
    except Abort:
        found = FAULT
    if reader.findings.problems:
        return Failure(DecodeError(hiding(node, reader.findings.problems), reader.findings.more))
    return Success(found)


def read_json(node: n.Node, raw: Any, make: MakeReader = Reader) -> Result[Any, DecodeError]:
    """The value that a node reads from a JSON text."""
    return _guarded(_read_json, node, raw, make)


def read_json_tree(node: n.Node, tree: Any) -> Result[Any, DecodeError]:
    """The value that a node reads from a tree of JSON values."""
    return _guarded(_read_tree, node, JsonTreeView(), tree)


def read_xml(
    node: n.Node, raw: Any, style: XmlStyle, root: Element | None = None
) -> Result[Any, DecodeError]:
    """The value that a node reads from an XML document, whose root may have to be called so."""
    return _guarded(_read_xml, node, raw, style, root)


def read_xml_tree(node: n.Node, tree: Any, style: XmlStyle) -> Result[Any, DecodeError]:
    """The value that a node reads from an element's content, as xmltodict gives it."""
    if not is_style(style):
        return _failed(WrongKind("an XmlStyle", json_kind(style)))
    return _guarded(_read_tree, node, XmlTreeView(style, tree), tree)


def read_text(raw: Any, as_xml: ReadBytes, as_json: ReadBytes) -> Result[Any, DecodeError]:
    """What a JSON or XML document holds, told apart by the first character that is not blank."""
    return _guarded(_read_text, raw, as_xml, as_json)


def looks_like_xml(raw: bytes) -> bool:
    """Whether the first character that is not blank opens an element."""
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").startswith(b"<")


def whole_bytes(raw: Any) -> bytes | Malformed | WrongKind:
    """The bytes of an input, or why it has none."""
    match raw:
        case bytes() | bytearray():
            return bytes(raw)
        case memoryview():
            try:
                return raw.tobytes()
            except (ValueError, BufferError):
                return Malformed("a memory view that cannot be read")
        case str():
            return _encoded(raw)
        case _:
            return WrongKind("bytes or text", json_kind(raw))


def _encoded(raw: str) -> bytes | Malformed:
    try:
        return str.encode(raw)
    except UnicodeEncodeError as error:
        return json.invalid_text(error.object)


def _read_json(node: n.Node, raw: Any, make: MakeReader = Reader) -> Result[Any, DecodeError]:
    whole = whole_bytes(raw)
    if not isinstance(whole, bytes):
        return _failed(whole)
    exact = facts(node).exact and json.may_lose_digits(whole)
    tree, reason = json.parse_exactly(whole) if exact else json.parse(whole)
    if reason is not None:
        return _failed(reason, node)
    return read(node, make(DigitsView() if exact else JsonView()), tree)


def _read_tree(node: n.Node, view: View, tree: Any) -> Result[Any, DecodeError]:
    if not is_bounded(tree):
        message = "expected a smaller tree, got one whose shared parts unfold to too many values"
        return _failed(BadValue(message))
    return read(node, Reader(view), tree)


def _read_xml(node: n.Node, raw: Any, style: XmlStyle, root: Element | None) -> Result[Any, DecodeError]:
    whole = whole_bytes(raw)
    if not isinstance(whole, bytes):
        return _failed(whole)
    if not is_style(style):
        return _failed(WrongKind("an XmlStyle", json_kind(style)))
    from ..parse.document import Document, parse  # the parser of XML takes a while to import

    document = parse(whole)
    if not isinstance(document, Document):
        return _failed(document, node)
    if root is not None and not is_called(document.root, root):
        return _failed(wrong_root(document.root, root), node)
    style = style_of(node) or style
    value = unwrapped(document, style)
    if free_root(node) is not None and not isinstance(value, Repeated):
        value = as_key(value, namespace(value.tag))
    return read(node, Reader(XmlView(style, document.declared)), value)


def _read_text(raw: Any, as_xml: ReadBytes, as_json: ReadBytes) -> Result[Any, DecodeError]:
    whole = whole_bytes(raw)
    if not isinstance(whole, bytes):
        return _failed(whole)
    return as_xml(whole) if looks_like_xml(whole) else as_json(whole)


def is_style(style: object) -> bool:
    """Whether a convention of XML is one: callers may give anything."""
    return isinstance(style, XmlStyle)


def style_of(node: n.Node) -> XmlStyle | None:
    """The convention of XML that a node brings along."""
    below = bare(node)
    return below.style if isinstance(below, n.Record) else None


def _failed(reason: Why, node: n.Node | None = None) -> Result[Any, DecodeError]:
    problem = Problem((), reason)
    return Failure(DecodeError((problem,) if node is None else hiding(node, (problem,))))


def _guarded(run: Callable[..., Result[Any, DecodeError]], *args: Any) -> Result[Any, DecodeError]:
    try:
        return run(*args)
    except MemoryError:
        raise
    except Exception as error:  # a tree of the caller's may hold objects whose methods raise anything
        return _failed(ended(error))
