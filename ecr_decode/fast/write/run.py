"""Verbs that write: quickly from the second use on, or the first of a large value; see `compiled`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from returns.result import Result

from ... import check as checking
from ... import write
from ...error.problem import ConstraintError, EncodeError
from ...node import kinds as n
from ...node.style import XmlStyle, plain
from ..staged import staged

Write = Callable[[Any], Result[Any, Any]]
WriteXml = Callable[..., Result[bytes, EncodeError]]

Settle = Callable[[Any], object]
"""Puts a verb in the place of the one that was called."""

TEXT = "{}"
TREE = "loads({})"
ITSELF = "{} and a"
"""What is made of the text that the serializer gives.

A tree is read back from it; a value itself must have one, as not every `str` can be JSON.
"""


def encode_json(node: n.Node, settle: Settle) -> Write:
    """The verb `encode_json` of a description."""
    return _staged(node, TEXT, plain_encode_json, settle)


def to_json(node: n.Node, settle: Settle) -> Write:
    """The verb `to_json` of a description."""
    return _staged(node, TREE, plain_to_json, settle)


def check(node: n.Node, settle: Settle) -> Write:
    """The verb `check` of a description, which gives the value itself."""
    return _staged(node, ITSELF, plain_check, settle, checking.TOO_DEEP)


def encode_xml(node: n.Node, settle: Settle) -> WriteXml:
    """The verb `encode_xml` of a description."""
    return staged(partial(plain_encode_xml, node), partial(_quick_xml, node), settle, write.TOO_DEEP)


def _staged(
    node: n.Node,
    makes: str,
    plainly: Callable[[n.Node, Any], Result[Any, Any]],
    settle: Settle,
    too_deep: Result[Any, Any] = write.TOO_DEEP,
) -> Write:
    again = partial(plainly, node)

    def quick() -> Write:
        from .compiled import compiled

        return compiled(node, makes, again, too_deep, checks=plainly is plain_check) or again

    return staged(again, quick, settle, too_deep)


def _quick_xml(node: n.Node) -> WriteXml:
    from .compiled import EncodeXml

    return EncodeXml(node)


def plain_encode_json(node: n.Node, a: Any) -> Result[bytes, EncodeError]:
    """The JSON text that the plain writer writes."""
    try:
        return write.write_json(node, a)
    except RecursionError:
        return write.TOO_DEEP


def plain_to_json(node: n.Node, a: Any) -> Result[Any, EncodeError]:
    """The tree that the plain writer writes."""
    try:
        return write.write_json_tree(node, a)
    except RecursionError:
        return write.TOO_DEEP


def plain_check(node: n.Node, a: Any) -> Result[Any, ConstraintError]:
    """What the plain writer finds of the constraints."""
    try:
        return checking.check(node, a)
    except RecursionError:
        return checking.TOO_DEEP


def plain_encode_xml(
    node: n.Node, a: Any, *, root: str | None = None, style: XmlStyle = plain
) -> Result[bytes, EncodeError]:
    """The XML text that the plain writer writes."""
    try:
        return write.write_xml(node, a, style, root)
    except RecursionError:
        return write.TOO_DEEP
