"""Verbs that write: quickly from the second use on, or the first of a large value; see `compiled`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from returns.result import Result

from ... import check as checking
from ... import write
from ...error.problem import EncodeError
from ...node import kinds as n
from ...node.style import Element, XmlStyle, plain
from ..staged import staged

Write = Callable[[Any], Result[Any, Any]]
WriteJson = Callable[..., Result[bytes, EncodeError]]
WriteXml = Callable[..., Result[bytes, EncodeError]]

Settle = Callable[[Any], object]
"""Puts a verb in the place of the one that was called."""

TEXT = "{}"
TREE = "loads({})"
ITSELF = "{} and a"
"""What is made of the text that the serializer gives.

A tree is read back from it; a value itself must have one, as not every `str` can be JSON.
"""


def _verb(
    makes: str,
    plainly: Callable[[n.Node, Any], Result[Any, Any]],
    too_deep: Result[Any, Any],
    node: n.Node,
    settle: Settle,
) -> Write:
    def plain(a: Any) -> Result[Any, Any]:
        try:
            return plainly(node, a)
        except RecursionError:
            return too_deep

    def make() -> Write:
        from .compiled import compiled

        return compiled(node, makes, plain, too_deep, checks=makes is ITSELF) or plain

    return staged(node, plain, make, settle, too_deep)


to_json: partial[Write] = partial(_verb, TREE, write.write_json_tree, write.TOO_DEEP)
check: partial[Write] = partial(_verb, ITSELF, checking.check, checking.TOO_DEEP)
"""The verbs of a description; the last gives the value itself."""


def encode_json(node: n.Node, settle: Settle) -> WriteJson:
    """The verb `encode_json` of a description."""

    # The parameters have their defaults by position: those by keyword alone slow every call.
    def plain(a: Any, indent: int | None = None, sort_keys: bool = False) -> Result[bytes, EncodeError]:
        try:
            written = write.write_json(node, a)
            is_compact = indent is None and sort_keys is False
            return written if is_compact else write.laid_out(written, indent, sort_keys)
        except RecursionError:
            return write.TOO_DEEP

    def make() -> WriteJson:
        from .compiled import compiled

        return compiled(node, TEXT, plain) or plain

    return staged(node, plain, make, settle, write.TOO_DEEP)


def encode_xml(node: n.Node, rooted: Element | None, settle: Settle) -> WriteXml:
    """The verb `encode_xml` of a description."""

    def make() -> WriteXml:
        from .compiled import EncodeXml

        return EncodeXml(node, rooted)

    return staged(node, partial(plain_encode_xml, node, rooted), make, settle, write.TOO_DEEP)


def plain_encode_xml(
    node: n.Node,
    rooted: Element | None,
    a: Any,
    *,
    root: str | Element | None = None,
    style: XmlStyle = plain,
) -> Result[bytes, EncodeError]:
    """The XML text that the plain writer writes."""
    return write.write_xml(node, a, style, root, rooted)
