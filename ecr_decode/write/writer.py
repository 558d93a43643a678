"""The writer: what every node kind means when it writes, as a tagged value that any form can be made of.

A record may be built without checks, so the writer checks every value. It notes every problem, and writes
nothing of a value that has one.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import eq
from typing import Any, assert_never, get_origin

from returns.result import Result, Success

from ..error.findings import FAULT, Abort, Fault, Findings
from ..error.path import Trail, into_text
from ..error.problem import BadValue, TooDeep, Why, WrongKind
from ..guard import is_array, is_dict, is_tuple
from ..interpreter import SAME_KEY
from ..kept import is_kept
from ..limits import MOST_JSON_LEVELS, MOST_TEXT
from ..node import kinds as n
from ..node.claims import besides, claimed
from ..node.default import fresh
from ..node.facts import facts
from ..node.free import free_member
from ..node.style import FreeName, OfOthers, XmlHint
from ..node.walk import makes_its_own
from ..read.name import NAMES
from ..read.reader import Reader
from ..read.tree import NoJsonError, json_kind, json_tree
from ..read.view import View
from . import json
from . import value as v
from .back import is_same
from .form import Form, JsonForm, NameForm, name_of
from .inlined import SAME_NAME, hinted, members_of
from .scalar import write_scalar
from .union import UnionWriter


class Writer(UnionWriter):
    """One run over one value."""

    __slots__ = ("check",)
    # What is set here, declared again: a type checker may infer another type from an assignment.
    depth: int
    form: Form | None
    inlined: bool
    tags: tuple[str, ...]

    def __init__(self, form: Form | None = None, *, check: bool = False) -> None:
        super().__init__(form)
        self.check: bool = check

    def write(self, node: n.Node, value: Any, trail: Trail) -> v.Value | Fault:
        """The tagged value, or `FAULT` with the problems noted; one frame a node, as in the reader."""
        match node:
            case n.Record():
                self._enter(trail)
                before, written, outer = self.findings.count, list[tuple[n.Member, Any]](), self.form
                tags, self.tags = self.tags, ()
                for member, found in self._members(node, value, trail):
                    if member.inline:
                        self.tags = tags
                        written.append((member, self._inlined(node, member, found, trail)))
                    else:
                        written.append((member, self.write(member.node, found, (trail, member.wire))))
                self.tags = tags
                made = FAULT if self.findings.count > before else self._structure(node, value, written, trail)
                self.form = outer
                self.depth -= 1
                return made
            case n.Array():
                self._enter(trail)
                before, items = self.findings.count, list[Any]()
                for index, item in enumerate(self._items(value, trail)):
                    items.append(self.write(node.item, item, (trail, index)))
                self.depth -= 1
                return FAULT if self.findings.count > before else self._list(node, items)
            case n.Lazy():
                below = self._unfolded(node, trail)
                return FAULT if isinstance(below, Fault) else self.write(below, value, trail)
            case n.Union():
                case = self._case(node, value, trail)
                if not isinstance(case, n.Case):
                    return FAULT if isinstance(case, Fault) else case.value
                outer_tags, depth = self.tags, self.depth
                chosen = self.write(case.node, value, self._opened_case(node, case, trail))
                self.tags, self.depth = outer_tags, depth
                return FAULT if isinstance(chosen, Fault) else self._decided(node, case, chosen, value, trail)
            case n.Transform():
                before_map = self._unmapped(node, value, trail)
                return FAULT if before_map is FAULT else self.write(node.item, before_map, trail)
            case n.Refine():
                below, rules = node.chain
                before, unread = self.findings.count, self.findings.unread
                self._keep(rules, n.Constraint, value, trail)
                refined = self.write(below, value, trail)
                if self.findings.unread == unread:  # only then is the value what the predicates take
                    self._keep(rules, n.Predicate, value, trail)
                return refined if self.findings.count == before else FAULT
            case n.Named():
                return self.write(node.item, value, trail)
            case n.Dict():
                return self._map(node, value, trail)
            case n.Tuple():
                return self._tuple(node, value, trail)
            case n.JsonText():
                return self._text(node, value, trail)
            case n.KeptText():
                return self._kept(node, value, trail)
            case n.ResultOf():
                return self._result(node, value, trail)
            case n.At():
                return self._at(node, value, trail)
            case n.Bind():
                return self.findings.add(trail, BadValue("this decoder does not write"))
            case n.AnyJson():
                return self._document(value, trail)
            case n.Scalar():
                scalar, reason = write_scalar(node, value)
                return scalar if reason is None else self.findings.add(trail, reason)
            case _:
                assert_never(node)

    def _keep(self, rules: tuple[n.Refine, ...], kind: type, value: Any, trail: Trail) -> None:
        for each in rules:
            if isinstance(each.rule, kind) and (each.on_read or self.check):
                before = self.findings.unread
                self._keeps(each.rule, value, trail)
                if not each.on_read:
                    self.findings.broken += self.findings.unread - before

    # containers

    def _items(self, value: Any, trail: Trail) -> tuple[Any, ...] | list[Any]:
        if is_array(value):
            return value
        self.findings.add(trail, WrongKind("a tuple", json_kind(value)))
        return ()

    def _list(self, node: n.Array, items: list[Any]) -> v.Value:
        brackets = self.form is not None and self.form.brackets
        if node.lone and not brackets and len(items) == 1 and not isinstance(items[0], v.List | v.Null):
            alone: v.Value = items[0]
            if not isinstance(alone, v.Document) or not isinstance(alone.tree, list | None):
                return alone
        return v.List(tuple(items))

    def _tuple(self, node: n.Tuple, value: Any, trail: Trail) -> v.Value | Fault:
        if not is_tuple(value) or not node.takes(len(value)):
            got = f"{len(value)} item{'s' * (len(value) != 1)}" if is_tuple(value) else json_kind(value)
            return self.findings.add(trail, WrongKind(f"a tuple of {node.size}", got))
        self._enter(trail)
        before, items = self.findings.count, list[Any]()
        for index, (below, item) in enumerate(zip(node.nodes(len(value)), value, strict=True)):
            items.append(self.write(below, item, (trail, index)))
        self.depth -= 1
        return FAULT if self.findings.count > before else v.List(tuple(items))

    def _map(self, node: n.Dict, value: Any, trail: Trail) -> v.Value | Fault:
        if not is_dict(value):
            return self.findings.add(trail, WrongKind("a dict", json_kind(value)))
        self._enter(trail)
        self.tags, self.inlined = (), False
        before, entries = self.findings.count, dict[str, Any]()
        for key, item in value.items():
            name = self._key(node, key, trail)
            if name in entries:
                self.findings.add((trail, name), SAME_KEY)
            elif name is not None:
                entries[name] = self.write(node.value, item, (trail, name))
        self.depth -= 1
        return FAULT if self.findings.count > before else v.Map(tuple(entries.items()))

    def _key(self, node: n.Dict, key: Any, trail: Trail) -> str | None:
        outer = self.form
        self.form = None if outer is None else NameForm()
        written = self.write(node.key, key, trail)
        self.form = outer
        if isinstance(written, Fault):
            return None
        text = name_of(written)
        if text is None:
            self.findings.add(trail, BadValue("expected a key that is written as text"))
        return text

    # records

    def _members(self, node: n.Record, value: Any, trail: Trail) -> list[tuple[n.Member, Any]]:
        """The members to be written and what they hold; those that are omitted are not among them."""
        if not _is_made_by(node, value):
            self.findings.add(trail, WrongKind(node.name, json_kind(value)))
            return []
        if not _is_its_own(node, value):
            self.findings.add(trail, WrongKind(node.name, f"its subclass {type(value).__name__}"))
            return []
        if node.style is not None and self.form is not None and not self.inlined:
            self.form = self.form.styled(node.style)
        self.inlined = False
        present: list[tuple[n.Member, Any]] = []
        for member in node.members:
            found = self._called(getattr, value, member.name, trail=(trail, member.wire))
            if found is not FAULT and not self._omitted(member, found, (trail, member.wire)):
                present.append((member, found))
        return present

    def _omitted(self, member: n.Member, value: Any, trail: Trail) -> bool:
        match member.omit:
            case None:
                return member.default is None and value is None
            case bool():
                default = self._called(fresh, member.default, trail=trail) if member.omit else FAULT
                return default is not FAULT and bool(self._called(_holds, eq, value, default, trail=trail))
            case _:
                return bool(self._called(_holds, member.omit, value, trail=trail))

    def _structure(
        self, node: n.Record, value: Any, written: list[tuple[n.Member, Any]], trail: Trail
    ) -> v.Value | Fault:
        before, tags = self.findings.count, self.tags
        members, hints = dict[str, v.Value](), list[XmlHint | OfOthers | None]()
        for member, below in written:
            if member.inline and isinstance(below, v.Structure):
                members |= below.members
                hints += below.hints or (None,) * len(below.members)
                continue
            members[member.wire] = v.hidden(below) if member.secret else below
            hints.append(member.xml if free_member(member) is None else FreeName(ns=member.ns))
            reason = self._refused(node, member, below)
            if reason is not None:
                self.findings.add((trail, member.wire), reason)
        if node.others is not None:
            known = {*tags, *self._names(node)}
            kept = OfOthers(frozenset(claim.qualified for claim in claimed(node)))
            for name, below in self._others(node.others, value, trail):
                if name in known:
                    self.findings.add((trail, name), SAME_NAME)
                members[name] = below
                hints.append(kept)
        if self.findings.count > before:
            return FAULT
        return v.Structure(tuple(members.items()), tuple(hints), node.style)

    def _inlined(self, node: n.Record, member: n.Member, value: Any, trail: Trail) -> v.Value | Fault:
        """What is written of a member whose members stand among those of the record."""
        self.tags = taken = (*self.tags, *(claim.wire for claim in besides(node, member)))
        self.inlined = True
        self.depth -= 1  # it is no level of its own
        written = self.write(member.node, value, trail)
        self.depth += 1
        self.tags, self.inlined = (), False
        if isinstance(written, Fault):
            return FAULT
        made = members_of(written)
        if made is None:
            got = json_kind(written.tree) if isinstance(written, v.Document) else "another value"
            return self.findings.add(trail, WrongKind("an object", got))
        for name, _ in made.members:
            if name in taken:
                return self.findings.add((trail, name), SAME_NAME)
        shows = any(self.form is None or self.form.shows(*each) for each in hinted(made))
        is_default = type(value) is type(member.default) and self._called(
            eq, value, member.default, trail=trail
        )
        if not (shows or member.required or is_default):
            return self.findings.add(trail, BadValue("this would be read as the default"))
        return made

    def _is_default(self, member: n.Member, value: Any, trail: Trail) -> bool:
        is_same = type(value) is type(member.default)
        return is_same and bool(self._called(_holds, eq, value, member.default, trail=trail))

    def _names(self, node: n.Record) -> set[str]:
        """The names that `others` cannot hold."""
        claims = claimed(node)
        spelled = () if self.form is None else map(self.form.spelled, claims)
        return {*(claim.wire for claim in claims), *spelled}

    def _refused(self, node: n.Record, member: n.Member, written: v.Value) -> Why | None:
        """Why what is written would not be read back where it is to stand."""
        null = isinstance(written, v.Null) or written == v.Document(None)
        if null and node.null_as_absent and not member.required and member.default is not None:
            return BadValue("null would be read as absence here")
        return None if self.form is None else self.form.refuses(member, written)

    def _others(self, others: n.Others, value: Any, trail: Trail) -> list[tuple[str, Any]]:
        found = self._called(getattr, value, others.name, trail=trail)
        if found is FAULT:
            return []
        written = self._map(n.Dict(others.node), found, trail)
        return list(written.entries) if isinstance(written, v.Map) else []

    # transforms

    def _unmapped(self, node: n.Transform, value: Any, trail: Trail) -> Any:
        if node.encode is None:
            return self.findings.add(trail, BadValue("this decoder does not write"))
        found = self._called(node.encode, value, trail=trail)
        return found if found is FAULT or not node.fallible else self._opened(found, trail)

    def _result(self, node: n.ResultOf, value: Any, trail: Trail) -> v.Value | Fault:
        result: Result[Any, Any] = value
        match result:
            case Success(found):
                return self.write(node.item, found, trail)
            case _:
                return self.findings.add(trail, WrongKind("a Success", json_kind(value)))

    # reaching in

    def _at(self, node: n.At, value: Any, trail: Trail) -> v.Value | Fault:
        if type(value) is type(node.default):
            same = self._called(_holds, eq, value, node.default, trail=trail)
            if same:
                return FAULT if isinstance(same, Fault) else v.Structure(())
        for step in node.steps:
            trail = (trail, step)
        self.tags = ()
        written = self.write(node.item, value, trail)
        for step in reversed(node.steps):
            if not isinstance(step, str):
                return self.findings.add(trail, BadValue("this decoder does not write"))
            if isinstance(written, Fault):
                return FAULT
            written = v.Structure(((step, written),))
        return written

    def _text(self, node: n.JsonText, value: Any, trail: Trail) -> v.Value | Fault:
        outer, self.form = self.form, JsonForm()
        inside = (trail, into_text)
        written = self.write(node.item, value, inside)
        self.form = outer
        tree = FAULT if isinstance(written, Fault) else json.render(written, inside, self.findings)
        encoded = FAULT if tree is FAULT else json.dump(tree, inside, self.findings)
        text = "" if isinstance(encoded, Fault) else encoded.decode()
        if len(text) > MOST_TEXT:
            message = f"expected a JSON text of at most {MOST_TEXT} characters"
            return self.findings.add(inside, BadValue(message))
        return FAULT if isinstance(encoded, Fault) else v.String(text, secret=facts(node).secret)

    def _kept(self, node: n.KeptText, value: Any, trail: Trail) -> v.Value | Fault:
        """The text itself, if it still reads as the value."""
        if not is_kept(value):
            return self.findings.add(trail, WrongKind("a Kept", json_kind(value)))
        written, reason = write_scalar(_STRING, value.text)
        if reason is not None:
            return self.findings.add(trail, reason)
        if self.check and isinstance(self.write(node.item, value.value, trail), Fault):
            return FAULT
        views = (JsonForm.view, NAMES) if self.form is None else (self.form.view,)
        if not any(self._reads(node.item, view, (value.text, value.value), trail) for view in views):
            return self.findings.add(trail, BadValue("expected a text that reads as its value"))
        return v.hidden(written) if facts(node).secret else written

    def _reads(self, node: n.Node, view: View, kept: tuple[str, Any], trail: Trail) -> bool:
        (text, value), reader = kept, Reader(view)
        reader.depth, reader.findings = self.depth, Findings(most=0)
        try:
            found = reader.read(node, text, trail)
        except Abort:
            return False
        return found is not FAULT and is_same(found, value)

    def _document(self, value: Any, trail: Trail) -> v.Value | Fault:
        try:
            return v.Document(json_tree(value))
        except RecursionError:
            raise self.findings.abort(trail, TooDeep(MOST_JSON_LEVELS)) from None
        except NoJsonError as error:
            return self.findings.add(trail, WrongKind("a JSON value", error.got))


_STRING = n.String()


def _holds(test: Callable[..., Any], *values: Any) -> bool:
    return bool(test(*values))


def _is_made_by(node: n.Record, value: Any) -> bool:
    maker = get_origin(node.construct) or node.construct
    return not isinstance(maker, type) or isinstance(value, maker)


def _is_its_own(node: n.Record, value: Any) -> bool:
    """Whether reading makes a value of this very class, and so keeps the members of a subclass."""
    maker: Any = get_origin(node.construct) or node.construct
    return type(value) is maker or not makes_its_own(maker)
