"""Parts that the plain interpreter writes, as it is the only one to know how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...error.findings import Fault
from ...node import kinds as n
from ...write import json, xml
from ...write.element import alone
from ...write.form import Form, JsonForm
from ...write.markup import attributes_and_inside
from ...write.spaces import Where, declared_by
from ...write.value import Document, Null, Value
from ...write.writer import Writer
from ...write.xml_form import XmlForm
from ..doubt import Doubt
from .place import Place
from .prefixes import Prefixes


def json_tree(node: n.Node, *, checks: bool) -> Callable[[Any, int], Any]:
    """What writes the tree of a value, told how many containers stand around it."""
    form = None if checks else JsonForm()

    def written(value: Any, level: int) -> Any:
        made, writer = _written(node, value, level, form, checks=checks)
        if checks:
            return None if isinstance(made, Null) else ""  # nobody looks at it, but for that
        tree = json.render(made, None, writer.findings)
        if writer.findings.count:
            raise Doubt
        return tree

    return written


def xml_content(node: n.Node, place: Place) -> Callable[..., tuple[str, str]]:
    """What writes the attributes and the inside of an element, told how many stand around it.

    Where hints name namespaces, it is told the prefixes of the document as well.
    """

    def written(value: Any, level: int, spaces: Prefixes | None = None) -> tuple[str, str]:
        made, writer = _written(node, value, level, XmlForm(place.style))
        declared = declared_by(made)
        if "" in declared or (isinstance(made, Document) and isinstance(made.tree, list | None)):
            raise Doubt
        hint = None if place.free else place.hint
        if spaces is None:
            content = xml.render(made, place.style, None, writer.findings, hint=hint, level=level)
        elif declared:
            raise Doubt
        else:
            where = Where(place.ns or spaces.default, spaces.default)
            content = xml.render_inside(
                made, place.style, writer.findings, spaces.spaces, where=where, hint=hint, level=level
            )
        if writer.findings.count or (place.free and _meets_others(content, place.taken)):
            raise Doubt
        return attributes_and_inside(content)

    return written


def _meets_others(content: Any, taken: frozenset[str]) -> bool:
    """Whether a content is no single element, or one that may have the name of another."""
    name = alone(content)
    return name is None or name.rpartition(":")[2] in taken


def _written(
    node: n.Node, value: Any, level: int, form: Form | None, *, checks: bool = False
) -> tuple[Value, Writer]:
    writer = Writer(form, check=checks)
    writer.depth = level
    made = writer.write(node, value, None)
    if isinstance(made, Fault) or writer.findings.count:
        raise Doubt
    return made, writer
