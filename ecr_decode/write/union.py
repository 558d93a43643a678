"""Writing unions: which case a value is written by, and whether reading would decide for it again."""

from __future__ import annotations

from typing import Any

from ..error.findings import FAULT, Fault
from ..error.path import Trail
from ..error.problem import BadValue, WrongKind
from ..interpreter import Interpreter
from ..node import kinds as n
from ..read.kind import is_among
from ..read.tree import json_kind
from . import value as v
from .back import Back
from .form import Form


class UnionWriter(Interpreter):
    """The part of the writer that decides for the cases of unions."""

    __slots__ = ("back", "form")

    def __init__(self, form: Form | None) -> None:
        super().__init__()
        self.form: Form | None = form
        self.back = Back()

    def _case(self, node: n.Union, value: Any, trail: Trail) -> n.Case | Fault:
        """The case that a value belongs to by its class: its own first, then one it inherits from."""
        for case in node.cases:
            if type(value) in case.when:
                return case
        for case in node.cases:
            if isinstance(value, case.when) and not isinstance(value, bool):
                return case
        if node.otherwise is not None:
            return node.otherwise
        names = " or ".join(dict.fromkeys(cls.__name__ for case in node.cases for cls in case.when))
        return self.findings.add(trail, WrongKind(names, json_kind(value)))

    def _decided(
        self, node: n.Union, case: n.Case, written: v.Value, value: Any, trail: Trail
    ) -> v.Value | Fault:
        """What is written of a union, if reading it will decide for the same case."""
        decided = written
        if isinstance(node.by, n.ByTag):
            tagged = self._tagged(node, case, node.by, written, trail)
            if isinstance(tagged, Fault):
                return FAULT
            decided = tagged
        misread = None if self.form is None else self.form.misread(node, case, decided, value, self.back)
        return decided if misread is None else self.findings.add(trail, BadValue(misread))

    def _tagged(
        self, node: n.Union, case: n.Case, by: n.ByTag, written: v.Value, trail: Trail
    ) -> v.Value | Fault:
        tag = by.tag
        present = _tag_at(written, tag)
        if case is node.otherwise:
            if is_among(present, node.tags):
                return self.findings.add((trail, tag), BadValue("another case has this tag"))
            return written
        if is_among(present, case.tags):
            return written
        if isinstance(written, v.Structure) and all(name != tag for name, _ in written.members):
            hints = written.hints or (None,) * len(written.members)
            members = ((tag, _written(case.tags[0])), *written.members)
            return v.Structure(members, (by.xml, *hints), written.style)
        expected = " or ".join(map(n.spell_literal, case.tags))
        return self.findings.add((trail, tag), BadValue(f"expected {expected}"))


def _written(tag: n.Tag) -> v.Value:
    match tag:
        case str():
            return v.String(tag)
        case bool():
            return v.Boolean(tag)
        case int():
            return v.Integer(tag)


def _tag_at(written: v.Value, name: str) -> n.JsonValue:
    """What the member of this name holds, if there is one and it may be a tag."""
    match written:
        case v.Structure(members) | v.Map(members):
            match dict(members).get(name):
                case v.String(found) | v.Enum(found) | v.Integer(found) | v.Long(found) | v.Boolean(found):
                    return found
                case v.Document(tree):
                    return tree
                case _:
                    return None
        case v.Document(dict() as tree):
            return tree.get(name)
        case _:
            return None
