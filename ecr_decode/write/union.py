"""Writing unions: which case a value is written by, and whether reading would decide for it again."""

from __future__ import annotations

from typing import Any

from ..error.findings import FAULT, Fault
from ..error.path import Trail
from ..error.problem import BadValue, WrongKind
from ..interpreter import Interpreter
from ..node import kinds as n
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
            if case.when is type(value):
                return case
        for case in node.cases:
            if case.when is not None and isinstance(value, case.when) and not isinstance(value, bool):
                return case
        if node.otherwise is not None:
            return node.otherwise
        names = " or ".join(case.when.__name__ for case in node.cases if case.when is not None)
        return self.findings.add(trail, WrongKind(names, json_kind(value)))

    def _decided(
        self, node: n.Union, case: n.Case, written: v.Value, value: Any, trail: Trail
    ) -> v.Value | Fault:
        """What is written of a union, if reading it will decide for the same case."""
        decided = written
        if isinstance(node.by, n.ByTag):
            tagged = self._tagged(node, case, node.by.tag, written, trail)
            if isinstance(tagged, Fault):
                return FAULT
            decided = tagged
        misread = None if self.form is None else self.form.misread(node, case, decided, value, self.back)
        return decided if misread is None else self.findings.add(trail, BadValue(misread))

    def _tagged(
        self, node: n.Union, case: n.Case, tag: str, written: v.Value, trail: Trail
    ) -> v.Value | Fault:
        present = _text_at(written, tag)
        if case is node.otherwise:
            if present is not None and any(known.name == present for known in node.cases):
                return self.findings.add((trail, tag), BadValue("another case has this tag"))
            return written
        if present == case.name:
            return written
        if isinstance(written, v.Structure) and all(name != tag for name, _ in written.members):
            hints = written.hints or (None,) * len(written.members)
            members = ((tag, v.String(case.name)), *written.members)
            return v.Structure(members, (None, *hints), written.style)
        return self.findings.add((trail, tag), BadValue(f"expected {n.spell_literal(case.name)}"))


def _text_at(written: v.Value, name: str) -> str | None:
    """The text of the member of this name, if there is one and it is text."""
    match written:
        case v.Structure(members) | v.Map(members):
            match dict(members).get(name):
                case v.String(text) | v.Enum(text) | v.Document(str(text)):
                    return text
                case _:
                    return None
        case v.Document(dict() as tree):
            found = tree.get(name)
            return found if isinstance(found, str) else None
        case _:
            return None
