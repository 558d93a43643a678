"""Writing unions: which case a value is written by, and whether reading would decide for it again."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..error.findings import FAULT, Abort, Fault, Findings
from ..error.path import Trail
from ..error.problem import BadValue, WrongKind
from ..interpreter import Interpreter
from ..node import kinds as n
from ..node.style import Attribute
from ..node.written import classes_of, own_tag
from ..read.kind import is_among
from ..read.tree import json_kind
from . import value as v
from .back import Back
from .form import Form, JsonForm
from .inlined import hinted


class Written(NamedTuple):
    """What a case wrote when it was tried."""

    value: v.Value


class UnionWriter(Interpreter):
    """The part of the writer that decides for the cases of unions."""

    __slots__ = ("back", "form", "inlined", "tags", "ties")
    depth: int  # declared again: both are set here
    findings: Findings

    def __init__(self, form: Form | None) -> None:
        super().__init__()
        self.form: Form | None = form
        self.back: Back = Back()
        self.tags: tuple[str, ...] = ()
        """The tags that unions put beside the members of the record that is written next."""
        self.inlined: bool = False
        """Whether the record that is written next stands among the members of another one."""
        self.ties: dict[tuple[object, ...], tuple[Any, n.Case, v.Value | None]] = {}
        """What was decided between cases of one class; the values are held."""

    def write(self, node: n.Node, value: Any, trail: Trail) -> v.Value | Fault:
        """The tagged value, or `FAULT` with the problems noted."""
        raise NotImplementedError

    def _case(self, node: n.Union, value: Any, trail: Trail) -> n.Case | Written | Fault:
        """The case that a value belongs to by its class: its own first, then one it inherits from."""
        own = [case for case in node.cases if type(value) in classes_of(case)]
        if own:
            if node.otherwise is not None and self._has_other_tag(node, own[0], value):
                return node.otherwise
            return own[0] if len(own) == 1 else self._tied(node, own, value)
        for case in node.cases:
            if isinstance(value, classes_of(case)) and not isinstance(value, bool):
                return case
        if node.otherwise is not None:
            return node.otherwise
        names = " or ".join(dict.fromkeys(cls.__name__ for case in node.cases for cls in classes_of(case)))
        return self.findings.add(trail, WrongKind(names, json_kind(value)))

    def _opened_case(self, node: n.Union, case: n.Case, trail: Trail) -> Trail:
        """Where a case writes: what a key holds is a level deeper; a tag stands beside the members."""
        if isinstance(node.by, n.ByTag) and case is not node.otherwise:
            self.tags = (*self.tags, node.by.tag)
        if isinstance(node.by, n.ByKey) and case is not node.otherwise:
            self._enter(trail)
            self.tags, self.inlined = (), False
            return (trail, str(case.tags[0]))
        return trail

    def _tied(self, node: n.Union, cases: list[n.Case], value: Any) -> n.Case | Written:
        """The first of several cases of a class whose text reads back as the same value.

        If none does, the first of all says why.
        """
        key = (id(node), id(value), type(self.form), getattr(self.form, "style", None), self.tags)
        known = self.ties.get(key)
        if known is None:
            outer = self.findings, self.form, self.tags, self.depth
            known = self.ties[key] = value, *self._first(node, cases, value)
            self.findings, self.form, self.tags, self.depth = outer
        _, case, written = known
        return case if written is None else Written(written)

    def _first(self, node: n.Union, cases: list[n.Case], value: Any) -> tuple[n.Case, v.Value | None]:
        form, tags, depth = self.form, self.tags, self.depth
        for case in cases:
            self.findings, self.form, self.tags, self.depth = Findings(most=0), form, tags, depth
            try:
                written = self.write(case.node, value, None)
            except Abort:
                continue
            if isinstance(written, Fault):
                continue
            if (form or JsonForm()).misread(node, case, written, value, self.back) is None:
                return case, written
        return cases[0], None

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
        elif isinstance(node.by, n.ByKey) and case is not node.otherwise:
            decided = v.Structure(((str(case.tags[0]), written),), (case.xml[0] if case.xml else None,))
        misread = None if self.form is None else self.form.misread(node, case, decided, value, self.back)
        return decided if misread is None else self.findings.add(trail, BadValue(misread))

    def _tagged(
        self, node: n.Union, case: n.Case, by: n.ByTag, written: v.Value, trail: Trail
    ) -> v.Value | Fault:
        tag, is_apart = by.tag, self._is_apart(by, written)
        present = None if is_apart else _tag_at(written, tag)
        if case is node.otherwise:
            if is_among(present, node.tags):
                return self.findings.add((trail, tag), BadValue("another case has this tag"))
            return written
        if is_among(present, case.tags):
            return written
        if isinstance(written, v.Structure) and (is_apart or all(name != tag for name, _ in written.members)):
            hints = written.hints or (None,) * len(written.members)
            hint = by.xml
            if is_apart and isinstance(hint, Attribute):
                hint = Attribute(hint.name or tag, hint.ns)
            members = ((by.member.place if is_apart else tag, _written(case.tags[0])), *written.members)
            return v.Structure(members, (hint, *hints), written.style)
        expected = " or ".join(map(n.spell_literal, case.tags))
        return self.findings.add((trail, tag), BadValue(f"expected {expected}"))

    def _has_other_tag(self, node: n.Union, case: n.Case, value: Any) -> bool:
        """Whether the value has the tag as a member, but not that of the case: `otherwise` reads it."""
        member = own_tag(node, case)
        if member is None or not isinstance(node.by, n.ByTag):
            return False
        is_tag = self.form is None or self.form.is_tag(node.by, member.xml)
        return is_tag and not is_among(getattr(value, member.name, case.tags[0]), case.tags)

    def _is_apart(self, by: n.ByTag, written: v.Value) -> bool:
        """Whether a member has the name of the tag, and stands elsewhere in this form."""
        if self.form is None or not isinstance(written, v.Structure):
            return False
        names = (name for name, _ in written.members)
        hints = (hint for _, hint in hinted(written))
        named = zip(names, hints, strict=True)
        return any(name == by.tag and not self.form.is_tag(by, hint) for name, hint in named)


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
