"""Running a description over a value: the boundary where a `Result` is built and nothing passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from returns.result import Failure, Result, Success

from ..error.findings import FAULT, Abort, Fault, Findings
from ..error.problem import NO_ROOM, BadValue, EncodeError, Problem, Why, WrongKind, ended
from ..node import kinds as n
from ..node.facts import facts
from ..node.free import free_root
from ..node.hiding import hiding
from ..node.style import Element, QueryStyle, XmlStyle
from ..read.tree import json_kind
from . import json, markup, query, xml
from . import value as v
from .form import Form, JsonForm
from .markup import is_name
from .root import only_member, root_of
from .writer import Writer
from .xml_form import XmlForm

TOO_DEEP: Result[Any, EncodeError] = Failure(EncodeError(NO_ROOM))
"""What writing gives where the caller's stack has no room for it."""

Render = Callable[[v.Value, Findings], Any]


def write(node: n.Node, value: Any, form: Form | None, render: Render) -> Result[Any, EncodeError]:
    """What a form makes of the tagged value that a node writes."""
    writer = Writer(form)
    try:
        written = writer.write(node, value, None)
        made = FAULT if isinstance(written, Fault) else render(written, writer.findings)
    except Abort:
        made = FAULT
    except MemoryError:
        raise
    except Exception as error:  # a value of the caller's may have methods that raise anything
        return _failed(ended(error))
    findings = writer.findings
    if findings.problems:
        return Failure(EncodeError(hiding(node, findings.problems), findings.more))
    return Success(made)


def write_value(node: n.Node, value: Any) -> Result[v.Value, EncodeError]:
    """The tagged value."""
    return write(node, value, None, lambda written, _: written)


def write_json_tree(node: n.Node, value: Any) -> Result[Any, EncodeError]:
    """The tree of plain values that JSON spells."""
    return write(node, value, JsonForm(), _json_tree)


def write_json(node: n.Node, value: Any) -> Result[bytes, EncodeError]:
    """The JSON text."""
    return write(node, value, JsonForm(), _json)


def write_xml_tree(node: n.Node, value: Any, style: XmlStyle) -> Result[Any, EncodeError]:
    """The content of an element, as xmltodict would read it."""
    if not _is(style, XmlStyle):
        return _failed(WrongKind("an XmlStyle", json_kind(style)))
    return write(
        node, value, XmlForm(style), lambda made, found: xml.render(made, style, None, found, is_tree=True)
    )


def write_xml(
    node: n.Node, value: Any, style: XmlStyle, root: str | Element | None, rooted: Element | None = None
) -> Result[bytes, EncodeError]:
    """The text of the root element, which is called as the call says, or the codec, or the record."""
    if not _is(style, XmlStyle):
        return _failed(WrongKind("an XmlStyle", json_kind(style)))
    name = root if root is not None else rooted or root_of(node)
    if not _is(name, str) and not _is(name, Element):
        return _failed(WrongKind("the name of a root", json_kind(name)))
    called = Element(name) if isinstance(name, str) else name
    spaces = facts(node).spaces
    plainly = spaces is None or "" in spaces
    given = root if root is not None else rooted
    asked = Element(given) if isinstance(given, str) else given
    if free_root(node) is not None:
        return write(
            node,
            value,
            XmlForm(style),
            lambda made, found: _free_xml(made, style, asked, found, plainly=plainly),
        )
    return write(
        node, value, XmlForm(style), lambda made, found: _xml(made, style, called, found, plainly=plainly)
    )


def write_query_pairs(node: n.Node, value: Any, style: QueryStyle) -> Result[query.Pairs, EncodeError]:
    """The names and values of a query."""
    if not _is(style, QueryStyle):
        return _failed(WrongKind("a QueryStyle", json_kind(style)))
    return write(node, value, None, lambda made, found: query.render(made, style, found))


def write_query(node: n.Node, value: Any, style: QueryStyle) -> Result[str, EncodeError]:
    """The query string."""
    return write_query_pairs(node, value, style).map(_joined)


def _is(given: object, kind: type) -> bool:
    """Whether an option is of its kind: callers may give anything."""
    return isinstance(given, kind)


def _failed(reason: Why) -> Result[Any, EncodeError]:
    return Failure(EncodeError((Problem((), reason),)))


def _json_tree(written: v.Value, findings: Findings) -> Any:
    return json.render(written, None, findings)


def _json(written: v.Value, findings: Findings) -> Any:
    tree = json.render(written, None, findings)
    return FAULT if findings.problems else json.dump(tree, None, findings)


def _xml(written: v.Value, style: XmlStyle, root: Element, findings: Findings, *, plainly: bool) -> Any:
    if not is_name(root.name):
        return findings.add(None, BadValue("a root whose name XML cannot hold"))
    name, content = xml.render_root(written, style, root, findings, plainly=plainly)
    return FAULT if findings.problems else markup.dump(name, content)


def _free_xml(
    written: v.Value, style: XmlStyle, asked: Element | None, findings: Findings, *, plainly: bool
) -> Any:
    """The text of a root whose name is a key, which must be the name that is asked for."""
    found = only_member(written)
    if found is None:
        return findings.add(None, BadValue("expected one member, whose name is that of the root"))
    root, below = found
    if asked is not None and (asked.name != root.name or asked.ns not in (None, root.ns)):
        return findings.add(None, BadValue(f"expected the root {n.spell_literal(root.name)}"))
    if root.ns is None and asked is not None:
        root = asked
    return _xml(below, style, root, findings, plainly=plainly)


def _joined(pairs: query.Pairs) -> str:
    from urllib.parse import quote

    return "&".join(f"{quote(name, safe='')}={quote(text, safe='-_.~')}" for name, text in pairs)
