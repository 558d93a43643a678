"""Reading unions: which case a value is, or why it is none."""

from __future__ import annotations

from typing import Any, NamedTuple, assert_never

from ..error.alternatives import no_alternative
from ..error.findings import FAULT, Abort, Fault, Findings
from ..error.listed import listed
from ..error.near import nearest
from ..error.path import Path, Trail, path_of
from ..error.problem import BadTag, BadValue, Missing
from ..interpreter import Interpreter
from ..limits import MOST_INNER_PROBLEMS
from ..node import kinds as n
from ..node.facts import facts
from .free import Unheld
from .inlined import Around
from .kind import Keyed, decided, held, keyed, kinds_phrase, may_be_tag, phrase, tag_phrase, tagged
from .memory import Memory, Tried
from .scalar import wrong
from .view import ABSENT, REFUSED, Fit, View

_TEXT_BESIDE = BadValue("expected no text beside members")


class Below(NamedTuple):
    """What is read next."""

    node: n.Node
    value: Any
    trail: Trail


class UnionReader(Interpreter):
    """The part of the reader that decides for the cases of unions."""

    __slots__ = ("base", "inlined", "kept", "memory", "secret", "tags", "view")
    findings: Findings  # declared again: it is set here

    def __init__(self, view: View, memory: Memory | None = None) -> None:
        super().__init__()
        self.view: View = view
        self.memory: Memory = Memory() if memory is None else memory
        self.tags: dict[int, tuple[Any, list[n.ByTag | None]]] = {}
        """The tags of the unions that an object is being read by, by its identity; the object is held."""
        self.inlined: dict[int, Around] = {}
        """What stands around the nodes that read an object together with others, by its identity."""
        self.base: Path = ()
        """Where the union is that is being tried: from there, trails and the paths of problems count."""
        self.kept: int = 0
        """How many problems are in the Failures that were read."""
        self.secret: bool = False
        """Whether what is being read is in a secret member."""

    def read(self, node: n.Node, value: Any, trail: Trail) -> Any:
        """What the node reads from the value, or `FAULT` with the problems noted."""
        raise NotImplementedError

    def _wrong(self, expected: str, value: Any, trail: Trail) -> Fault:
        findings = self.findings
        return findings.skip() if findings.full else findings.add(trail, wrong(expected, self.view, value))

    def _around(self, value: Any, trail: Trail) -> Around | None:
        """What stands around the node that reads this object here, if it is inlined."""
        found = self.inlined.get(id(value)) if self.inlined else None
        return found if found is not None and found.trail is trail else None

    # by a tag, or by the kind

    def _chosen(self, node: n.Union, value: Any, trail: Trail) -> Below | Fault:
        """What is read next, by which node; that of a key is a level deeper."""
        match node.by:
            case n.ByKey():
                return self._keyed(node, value, trail)
            case n.ByTag():
                chosen = self._tagged(node, node.by, value, trail)
            case n.ByKind() | n.ByTrial():
                chosen = self._of_kind(node, value, trail)
            case _:
                assert_never(node.by)
        return FAULT if isinstance(chosen, Fault) else Below(chosen, value, trail)

    def _tagged(self, node: n.Union, by: n.ByTag, value: Any, trail: Trail) -> n.Node | Fault:
        view, tag = self.view, by.tag
        case = tagged(node, by, view, value)
        if case is not None:
            # To the case that takes the rest, the tag is a member like any other.
            own = by if case is not node.otherwise else None
            self.tags.setdefault(id(value), (value, []))[1].append(own)
            return case.node
        members = view.members(value)
        if members is None:
            return self._wrong("an object", value, trail)
        found = view.tag(members, by)
        if found is ABSENT:
            return self.findings.add((trail, tag), Missing(expected=node.tags))
        if not may_be_tag(view, found, node.tags):
            return self._wrong(tag_phrase(node.tags), found, (trail, tag))
        if self.findings.full:
            return self.findings.skip()
        return self.findings.add((trail, tag), _bad_tag(view.text(found), node.tags))

    def _left(self, node: n.Union, chosen: Below | Fault, value: Any) -> None:
        """Forget the tag of a union that has been read: another alternative may not know that member."""
        if isinstance(node.by, n.ByTag) and not isinstance(chosen, Fault):
            _, tags = self.tags[id(value)]
            tags.pop()
            if not tags:
                del self.tags[id(value)]

    def _of_kind(self, node: n.Union, value: Any, trail: Trail) -> n.Node | Fault:
        case = decided(node, self.view, value)
        if case is not None:
            return case.node
        return self._wrong(" or ".join(phrase(case.node) for case in node.cases), value, trail)

    # by a key

    def _keyed(self, node: n.Union, value: Any, trail: Trail) -> Below | Fault:
        """What is read by the case of the key that is there, a level deeper, or by the one for the rest."""
        view, rest, outer = self.view, node.otherwise, self._around(value, trail)
        members = view.members(value, None if outer is None else outer.record)
        found = [] if members is None else keyed(node, view, members)
        if isinstance(value, Unheld) and value.content.text.strip():
            return self.findings.add(trail, _TEXT_BESIDE)
        if not found and rest is not None:
            return Below(rest.node, value, trail)
        if members is None:
            return self._wrong("an object", value, trail)
        if self.findings.full and len(found) != 1:
            return self.findings.skip()
        if outer is None and view.strays(members):
            return self.findings.add(trail, _TEXT_BESIDE)
        match found:
            case [one]:
                return self._below_key(one, trail)
            case []:
                return self._no_key(node, value, members, trail)
            case _:
                keys = [each.key for each in found]
                every = "both" if len(keys) == 2 else f"all {len(keys)}"
                return self.findings.add(
                    trail, BadValue(f"expected one of {listed(keys, 'and')}, got {every}")
                )

    def _below_key(self, found: Keyed, trail: Trail) -> Below:
        self._enter(trail)
        return Below(found.case.node, found.value, (trail, found.key))

    def _no_key(self, node: n.Union, value: Any, members: Any, trail: Trail) -> Below | Fault:
        for null in held(node, self.view, members):  # which its case refuses
            return self._below_key(null, trail)
        if self._around(value, trail) is not None:  # the other members are those of the record
            return self.findings.add(trail, Missing(expected=node.tags))
        _, tags = self.tags.get(id(value), (value, []))
        known = [by.tag for by in tags if by is not None]
        names = [name for name in self.view.names(members) if name not in known]
        match names:
            case []:
                return self.findings.add(trail, Missing(expected=node.tags))
            case [name]:
                return self.findings.add((trail, name), _bad_tag(name, node.tags))
            case _:
                expected = listed(node.tags, "or")
                return self.findings.add(trail, BadValue(f"expected {expected}, got {listed(names, 'and')}"))

    # by trial

    def _tried(self, node: n.Union, value: Any, trail: Trail) -> Any:
        """What the first alternative that fits reads; those that cannot fit are read to say why.

        If required members and constants tell that only one can fit, its problems are those of the value.
        Of the cases of `a | b`, only those are told of that read the kind of the value.
        """
        every, view = node.every, self.view
        fits = [view.fit(value, facts(case.node)) for case in every]
        if node.is_unnamed:
            every, fits = _of_the_kind(every, fits)
            if not every:
                return self._wrong(kinds_phrase(facts(node).reads), value, trail)
            if len(every) == 1:
                return self.read(every[0].node, value, trail)
        fitting = [case for case, fit in zip(every, fits, strict=True) if fit not in REFUSED]
        if len(fitting) == 1 and Fit.TOLD in fits:
            return self.read(fitting[0].node, value, trail)
        outer, memory = self.findings, self.memory
        base, place = self.base, self.place(trail) if facts(node).errors else None
        tried = memory.of_union(node, value, view)
        if tried is not None and tried.place == place and (outer.full or not tried.only_counted):
            return self._again(tried, trail)
        most = 0 if outer.full else MOST_INNER_PROBLEMS
        failed: dict[int, Findings] = {}
        before, self.base = self.kept, place or ()
        memory.enter()
        try:
            for case in (*fitting, *every) if most else fitting:
                if id(case) not in failed:
                    self.findings = failed[id(case)] = Findings(most)
                    read = self.read(case.node, value, None)
                    if read is not FAULT:
                        break
                    self.kept = before
            else:
                read = FAULT
        except Abort as ending:
            raise outer.end(ending.problem.below(path_of(trail))) from None
        finally:
            memory.leave()
            self.findings, self.base = outer, base
        reason = None
        if read is FAULT and most:
            reason = no_alternative((case.name, failed[id(case)]) for case in every)
        tried = Tried(node, value, read, place, reason)
        memory.keep_union(tried, view)
        return self._again(tried, trail)

    def place(self, trail: Trail) -> Path:
        """Where a trail leads in the document."""
        return self.base + path_of(trail)

    def _again(self, tried: Tried, trail: Trail) -> Any:
        if tried.read is not FAULT:
            return tried.read
        return self.findings.skip() if tried.reason is None else self.findings.add(trail, tried.reason)


def _of_the_kind(cases: tuple[n.Case, ...], fits: list[Fit]) -> tuple[tuple[n.Case, ...], list[Fit]]:
    left = [(case, fit) for case, fit in zip(cases, fits, strict=True) if fit is not Fit.OTHER]
    return tuple(case for case, _ in left), [fit for _, fit in left]


def _bad_tag(text: str | None, tags: tuple[n.Tag, ...]) -> BadTag:
    names = [tag for tag in tags if isinstance(tag, str)]
    near = nearest(text, names) if text is not None and len(names) > 1 else None  # one alone is no hint
    return BadTag(tags, None if near == text else near)  # in XML it may be in another namespace
