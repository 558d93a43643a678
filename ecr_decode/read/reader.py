"""The reader: what every node kind means when it reads, in whatever format its view shows.

Every problem is noted and reading goes on, so that one run finds all of them. `FAULT` stands where nothing
could be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple, assert_never, cast

import msgspec
from returns.result import Failure, Result, Success

from ..error.findings import FAULT, Abort, Fault, Findings
from ..error.near import nearest
from ..error.path import Trail, into_text, length
from ..error.problem import BadValue, DecodeError, Missing, Null, Problem, Raised, TooDeep, Unknown, WrongKind
from ..interpreter import SAME_KEY
from ..kept import Kept
from ..limits import MOST_JSON_LEVELS, MOST_PROBLEMS
from ..node import kinds as n
from ..node.claims import besides, claimed
from ..node.default import fresh
from ..node.facts import facts, skips_null
from ..node.hiding import hiding
from ..node.layers import stands_alone
from ..parse import json as json_text
from ..parse.xml import Repeated
from .inlined import Around, find, find_spelled, is_there, known_here, rest_of, within
from .json import DigitsView, JsonView
from .name import NAMES
from .scalar import read_scalar, refusal
from .spelled import spelled
from .step import step_to
from .tree import LevelsError, NoJsonError
from .union import UnionReader
from .view import ABSENT, View

_MISSING = Missing()


class Taken(NamedTuple):
    """An item that a fast path has read already."""

    value: Any


class Reader(UnionReader):
    """One run over one document."""

    __slots__ = ()
    # What is set here, declared again: a type checker may infer another type from an assignment.
    depth: int
    findings: Findings
    inlined: dict[int, Around]
    kept: int
    secret: bool
    tags: dict[int, tuple[Any, list[n.ByTag | None]]]
    view: View

    def read(self, node: n.Node, value: Any, trail: Trail) -> Any:  # noqa: PLR0915 a branch for each kind of node
        """What the node reads from the value, or `FAULT` with the problems noted.

        The kinds of recursive descriptions recurse here, not in methods of their own. One frame a node lets a
        document nest to the limit on Python's default stack.
        """
        match node:
            case n.Scalar():  # most nodes are
                found = read_scalar(node, self.view, value)
                return found if found is not FAULT else self._refused(node, value, trail)
            case n.Record():
                self._enter(trail)
                outer, before = self.view, self.findings.count
                present, built = self._members(node, value, trail)
                for member, found in present:
                    below_trail = (trail, step_to(member))
                    if type(found) is Missing:
                        self.findings.add(below_trail, found)
                    elif member.inline:
                        built[member.name] = self._inlined(node, member, value, trail)
                    elif member.secret:
                        built[member.name] = self._secret(member, found, below_trail)
                    else:
                        built[member.name] = self.read(member.node, found, below_trail)
                self.view = outer
                self.depth -= 1
                if self.findings.count > before:
                    return FAULT
                return self._called(partial(node.construct, **built), trail=trail)
            case n.Array():
                self._enter(trail)
                before, items, skips = self.findings.count, list[Any](), skips_null(node)
                for index, item in enumerate(self._items(node, value, trail)):
                    known = type(item) is Taken
                    if skips and not known and self.view.null(item):
                        continue
                    items.append(item.value if known else self.read(node.item, item, (trail, index)))
                self.depth -= 1
                return tuple(items) if self.findings.count == before else FAULT
            case n.Lazy():
                below = self._unfolded(node, trail)
                return FAULT if isinstance(below, Fault) else self.read(below, _alone(node, value), trail)
            case n.Union(by=n.ByTrial()):
                return self._tried(node, value, trail)
            case n.Union():
                depth, chosen = self.depth, self._chosen(node, value, trail)
                found = FAULT if isinstance(chosen, Fault) else self.read(*chosen)
                self._left(node, chosen, value)
                self.depth = depth
                return found
            case n.Transform():
                read = self.read(node.item, value, trail)
                return FAULT if read is FAULT else self._mapped(node, read, trail)
            case n.Refine():
                below, rules = node.chain
                read = self.read(below, value, trail)
                if read is FAULT:
                    return FAULT
                spell = partial(spelled, self.view, below, value)
                kept = [self._keeps(each.rule, read, trail, spell) for each in rules if each.on_read]
                return read if all(kept) else FAULT
            case n.Named():
                before = len(self.findings.problems)
                read = self.read(node.item, value, trail)
                return read if read is not FAULT else self._renamed(node, before, trail)
            case n.Dict():
                return self._dict(node, value, trail)
            case n.Tuple():
                return self._tuple(node, value, trail)
            case n.JsonText():
                return self._text(node, value, trail)
            case n.KeptText():
                return self._kept(node, value, trail)
            case n.ResultOf():
                return self._attempted(node, value, trail)
            case n.At():
                return self._at(node, value, trail)
            case n.Bind():
                return self._bind(node, value, trail)
            case n.AnyJson():
                return self._any(value, trail)
            case _:
                assert_never(node)

    def _refused(self, node: n.ScalarNode, value: Any, trail: Trail) -> Fault:
        findings = self.findings
        return findings.skip() if findings.full else findings.add(trail, refusal(node, self.view, value))

    # containers

    def _items(self, node: n.Array, value: Any, trail: Trail) -> Iterable[Any]:
        items = self.view.items(value)
        if items is not None:
            return items
        if node.lone and not self.view.null(value):
            return (value,)
        self._wrong("an array", value, trail)
        return ()

    def _tuple(self, node: n.Tuple, value: Any, trail: Trail) -> Any:
        items = self.view.items(value)
        if items is None:
            return self._wrong("an array", value, trail)
        self._enter(trail)
        before, found = self.findings.count, list[Any]()
        if not node.takes(len(items)):
            self.findings.add(
                trail, BadValue(f"expected {node.size} item{'s' * (len(node.items) != 1)}, got {len(items)}")
            )
        for index, (below, item) in enumerate(zip(node.nodes(len(items)), items, strict=False)):
            found.append(self.read(below, item, (trail, index)))
        self.depth -= 1
        return tuple(found) if self.findings.count == before else FAULT

    def _dict(self, node: n.Dict, value: Any, trail: Trail) -> Any:
        outer = self._around(value, trail)
        entries = self.view.entries(value) if outer is None else rest_of(self.view, outer, node.value)
        if entries is None:
            return self._wrong("an object", value, trail)
        self._enter(trail)
        before, found, texts = self.findings.count, dict[Any, Any](), dict[Any, str]()
        skips = skips_null(node)
        for name, item in entries:
            if skips and item is not ABSENT and self.view.null(item):
                continue
            text = None if name is ABSENT else self.view.text(name)
            if text is None or item is ABSENT:
                self.findings.add(trail, BadValue("expected an entry of a key and a value"))
                continue
            key = text if type(node.key) is n.String else self._key(node.key, text, texts, (trail, text))
            read = self.read(node.value, item, (trail, text))
            if key is not FAULT and read is not FAULT:
                found[key] = read
        self.depth -= 1
        return found if self.findings.count == before else FAULT

    def _key(self, node: n.Node, text: str, texts: dict[Any, str], trail: Trail) -> Any:
        """The key that a name is; a key that another name has given already is a problem."""
        outer, self.view = self.view, NAMES
        key = self.read(node, text, trail)
        self.view = outer
        before = text if key is FAULT else self._called(texts.setdefault, key, text, trail=trail)
        if before is not FAULT and before != text:
            return self.findings.add(trail, SAME_KEY)
        return FAULT if before is FAULT else key

    # records

    def _members(
        self, node: n.Record, value: Any, trail: Trail
    ) -> tuple[list[tuple[n.Member, Any]], dict[str, Any]]:
        """The members to be read or found missing, and those that are known already."""
        outer = self._around(value, trail)
        if node.style is not None and outer is None:
            self.view = self.view.styled(node.style)
        view, present, built = self.view, list[tuple[n.Member, Any]](), dict[str, Any]()
        members = view.members(value, node if outer is None else outer.record)
        if members is None:
            self._wrong("an object", value, trail)
            return present, built
        null_as_absent, unknown, room = node.null_as_absent, list[str](), self.findings.room
        hidden = () if outer is None else outer.hidden
        named = find(view, members, node, hidden)
        if node.has_aliases:
            named = self._by_any_name(node, members, hidden, trail)
        for member, at_name in named:
            found = self._whole(node, member, value, members, trail) if member.inline else at_name
            if found is not ABSENT and not (null_as_absent and view.null(found) and not member.required):
                present.append((member, found))
                built[member.name] = None  # keeps its place: some constructors see the order
            elif member.required:
                if room == self.findings.room and room > 0:  # once a record, however many are missing
                    unknown = [name for name, _ in view.unknown(members, (*claimed(node), *hidden))]
                present.append((member, self._missing(members, member, unknown) if room > 0 else _MISSING))
                room -= 1
            else:
                default = member.default
                if default is not None:
                    default = self._called(fresh, default, trail=(trail, member.wire))
                built[member.name] = default
        if node.others is not None or (node.forbid_unknown and outer is None):
            self._unknown(node, value, members, built, trail)
        return present, built

    def _by_any_name(
        self, node: n.Record, members: Any, hidden: tuple[n.Member, ...], trail: Trail
    ) -> list[tuple[n.Member, Any]]:
        """Each member under that of its names which is here, and its value; a second name is a problem."""
        view, chosen = self.view, list[tuple[n.Member, Any]]()
        for (member, at_name), under in find_spelled(view, members, node, hidden):
            there = [each for each in under if each[1] is not ABSENT]
            if node.null_as_absent:
                there = [each for each in there if not view.null(each[1])] or there[:1]
            for later, _ in there[1:]:
                first = n.spell_literal(there[0][0].wire)
                self.findings.add((trail, later.wire), BadValue(f"also given as {first}"))
            if there:
                here, value = there[0]
                chosen.append((msgspec.structs.replace(member, wire=here.wire, xml=here.xml), value))
            else:
                chosen.append((member, at_name))
        return chosen

    def _missing(self, members: Any, member: n.Member, unknown: list[str]) -> Missing:
        spellings = n.spellings(member)
        elsewhere = next(filter(None, (self.view.elsewhere(members, each) for each in spellings)), None)
        if elsewhere is not None:
            return Missing(elsewhere=elsewhere)
        names = map(self.view.spelled, spellings)
        near = next(filter(None, (nearest(name, unknown) for name in names)), None)
        return _MISSING if near is None else Missing(near)

    def _unknown(self, node: n.Record, value: Any, members: Any, built: dict[str, Any], trail: Trail) -> None:
        _, tags = self.tags.get(id(value), (value, []))
        outer, rest, view = self._around(value, trail), dict[str, Any](), self.view
        known = known_here(node, view, value) if node.others is None else claimed(node)
        if known is None:  # what is inlined takes all
            return
        hidden = (*(() if outer is None else outer.hidden), *(by.member for by in tags if by is not None))
        if node.others is None:
            unknown = view.unknown(members, (*known, *hidden))
        else:
            unknown = view.kept(members, (*known, *hidden), node.others.node)
        for name, found in unknown:
            if node.others is not None:
                rest[name] = self.read(node.others.node, found, (trail, name))
            else:
                names = (self.view.spelled(member) for member in known)
                near = None if self.findings.full else nearest(name, names)
                self.findings.add((trail, name), Unknown(near))
        if node.others is not None:
            built[node.others.name] = rest

    def _secret(self, member: n.Member, value: Any, trail: Trail) -> Any:
        outer, self.secret = self.secret, True
        found = self.read(member.node, value, trail)
        self.secret = outer
        return found

    # what is inlined

    def _whole(self, node: n.Record, member: n.Member, value: Any, members: Any, trail: Trail) -> Any:
        """The object itself, if it has a member of what is inlined."""
        outer = self._inside(node, member, value, trail)
        return value if member.required or is_there(self.view, members, member, outer) else ABSENT

    def _inside(self, node: n.Record, member: n.Member, value: Any, trail: Trail) -> Around:
        outer = self._around(value, trail)
        if outer is None:
            _, tags = self.tags.get(id(value), (value, []))
            outer = Around(value, trail, node, tuple(by.member for by in tags if by is not None))
        return outer._replace(hidden=(*besides(node, member), *outer.hidden))

    def _inlined(self, node: n.Record, member: n.Member, value: Any, trail: Trail) -> Any:
        outer = self.inlined.get(id(value))
        self.inlined[id(value)] = self._inside(node, member, value, trail)
        self.depth -= 1  # it is no level of its own
        found = self.read(member.node, value, trail)
        self.depth += 1
        if outer is None:
            del self.inlined[id(value)]
        else:
            self.inlined[id(value)] = outer
        return found

    # transforms

    def _mapped(self, node: n.Transform, read: Any, trail: Trail) -> Any:
        if node.decode is None:
            return self.findings.add(trail, BadValue("this encoder does not read"))
        mapped = self._called(node.decode, read, trail=trail)
        return mapped if mapped is FAULT or not node.fallible else self._opened(mapped, trail)

    def _renamed(self, node: n.Named, before: int, trail: Trail) -> Fault:
        """Say the name where a problem of this very place says what was expected."""
        if len(self.findings.problems) > before:
            match self.findings.problems[before]:
                case Problem(path, WrongKind(_, got), hidden) if len(path) == length(trail):
                    self.findings.problems[before] = Problem(path, WrongKind(node.name, got), hidden)
                case Problem(path, Null(), hidden) if len(path) == length(trail):
                    self.findings.problems[before] = Problem(path, Null(node.name), hidden)
                case _:
                    pass
        return FAULT

    def _bind(self, node: n.Bind, value: Any, trail: Trail) -> Any:
        found = self.read(node.item, value, trail)
        if found is FAULT:
            return FAULT
        chosen = self._called(node.then, found, trail=trail)
        below = FAULT if chosen is FAULT else self._called(getattr, chosen, "node", None, trail=trail)
        if isinstance(below, n.Kind):
            before, problems, node_chosen = self.findings.count, self.findings.problems, cast(n.Node, below)
            found = self.read(node_chosen, value, trail)
            problems[before:] = hiding(node_chosen, problems[before:], depth=length(trail))
            return found
        return FAULT if below is FAULT else self.findings.add(trail, Raised("TypeError"))

    def _attempted(self, node: n.ResultOf, value: Any, trail: Trail) -> Result[Any, DecodeError]:
        """What the node reads, or what is wrong; too many levels end this value alone."""
        outer, before = self.findings, (self.view, self.depth, self.secret, self.tags, self.inlined)
        self.findings = Findings(MOST_PROBLEMS if self.kept < MOST_PROBLEMS else 1)
        self.tags = {key: (held, [*tags]) for key, (held, tags) in self.tags.items()}
        self.inlined = {**self.inlined}
        try:
            found = self.read(node.item, value, trail)
        except Abort:
            found = FAULT
        finally:
            findings, self.findings = self.findings, outer
            self.view, self.depth, self.secret, self.tags, self.inlined = before
        if not findings.count:
            return Success(found)
        self.kept += len(findings.problems)
        problems = hiding(node.item, findings.problems, depth=length(trail))
        if self.secret:
            problems = tuple(msgspec.structs.replace(each, hidden=True) for each in problems)
        return Failure(DecodeError(tuple(each.below(self.base) for each in problems), findings.more))

    # reaching in

    def _at(self, node: n.At, value: Any, trail: Trail) -> Any:
        for step in node.steps:
            if isinstance(step, str):
                members = self.view.members(value)
                if members is None:
                    return self._wrong("an object", value, trail)
                value = self.view.named(members, step)
            else:
                items = self.view.items(value)
                if items is None:
                    return self._wrong("an array", value, trail)
                value = items[step] if step < len(items) else ABSENT
            trail = (trail, step)
            if value is ABSENT:
                return self.findings.add(trail, Missing()) if node.required else fresh(node.default)
        return self.read(node.item, value, trail)

    def _text(self, node: n.JsonText, value: Any, trail: Trail) -> Any:
        text = self.view.text(value)
        if text is None:
            return self._wrong("a string", value, trail)
        exact = facts(node.item).exact and json_text.may_lose_digits(text)
        parsed = self.memory.of_text(value, exact=exact)
        if parsed is None:
            parsed = json_text.parse_exactly(text) if exact else json_text.parse(text)
            self.memory.keep_text(value, parsed, exact=exact)
        tree, reason = parsed
        if reason is not None:
            return self.findings.add((trail, into_text), reason)
        outer, self.view = self.view, DigitsView() if exact else JsonView()
        found = self.read(node.item, tree, (trail, into_text))
        self.view = outer
        return found

    def _kept(self, node: n.KeptText, value: Any, trail: Trail) -> Any:
        text = self.view.text(value)
        if text is None:
            return self._wrong("a string", value, trail)
        found = self.read(node.item, value, trail)
        return FAULT if found is FAULT else Kept(text, found, facts(node).secret)

    def _any(self, value: Any, trail: Trail) -> Any:
        outer = self._around(value, trail)
        try:
            tree = self.view.tree(value)
            return tree if outer is None else within(self.view, outer, tree)
        except LevelsError:
            raise self.findings.abort(trail, TooDeep(MOST_JSON_LEVELS)) from None
        except NoJsonError as error:
            return self.findings.add(trail, WrongKind("a JSON value", error.got))


def _alone(node: n.Lazy, value: Any) -> Any:
    """The one element of those that may repeat, where a thunk gives what reads one."""
    return value[0] if isinstance(value, Repeated) and len(value) == 1 and stands_alone(node) else value
