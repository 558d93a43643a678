"""Parts that the plain interpreter writes, as it is the only one to know how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...error.findings import Fault
from ...node import kinds as n
from ...write import json, xml
from ...write.form import Form, JsonForm
from ...write.markup import attributes_and_inside
from ...write.spaces import declared_by
from ...write.value import Document, Null, Value
from ...write.writer import Writer
from ...write.xml_form import XmlForm
from ..doubt import Doubt
from .place import Place


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


def xml_content(node: n.Node, place: Place) -> Callable[[Any, int], tuple[str, str]]:
    """What writes the attributes and the inside of an element, told how many stand around it."""

    def written(value: Any, level: int) -> tuple[str, str]:
        made, writer = _written(node, value, level, XmlForm(place.style))
        if "" in declared_by(made) or (isinstance(made, Document) and isinstance(made.tree, list | None)):
            raise Doubt
        content = xml.render(made, place.style, None, writer.findings, hint=place.hint, level=level)
        if writer.findings.count:
            raise Doubt
        return attributes_and_inside(content)

    return written


def _written(
    node: n.Node, value: Any, level: int, form: Form | None, *, checks: bool = False
) -> tuple[Value, Writer]:
    writer = Writer(form, check=checks)
    writer.depth = level
    made = writer.write(node, value, None)
    if isinstance(made, Fault) or writer.findings.count:
        raise Doubt
    return made, writer
