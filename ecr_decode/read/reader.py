"""The reader: what every node kind means when it reads, in whatever format its view shows.

Every problem is noted and reading goes on, so that one run finds all of them. `FAULT` stands where nothing
could be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple, assert_never, cast

from returns.result import Failure, Result, Success

from ..error.findings import (
    FAULT,
    Abort,
    Fault,
    Findings,
    no_alternative,
)
from ..error.near import nearest
from ..error.path import Trail, into_text, length
from ..error.problem import (
    BadTag,
    BadValue,
    Missing,
    NoAlternative,
    Null,
    Problem,
    Raised,
    TooDeep,
    Unknown,
    WrongKind,
)
from ..limits import MOST_INNER_PROBLEMS, MOST_JSON_LEVELS, MOST_LEVELS
from ..node import kinds as n
from ..node.constraint import violation
from ..parse import json as json_text
from . import json
from .kind import decided, phrase, tagged
from .scalar import SCALARS, read_scalar, wrong
from .view import ABSENT, View


class Taken(NamedTuple):
    """An item that a fast path has read already."""

    value: Any


class Reader:
    """One run over one document."""

    __slots__ = ("depth", "findings", "kept", "tags", "view")

    def __init__(self, view: View) -> None:
        self.view: View = view
        self.findings = Findings()
        self.depth = 0
        self.tags: dict[int, tuple[Any, list[str | None]]] = {}
        self.kept: dict[tuple[int, int], tuple[n.Node, Any, Any, NoAlternative]] = {}

    def read(self, node: n.Node, value: Any, trail: Trail) -> Any:
        """What the node reads from the value, or `FAULT` with the problems noted.

        The kinds that recursive descriptions are made of recurse here rather than in methods of their own:
        one frame a node is what lets a document nest to the limit on Python's default stack.
        """
        if type(node) in SCALARS:  # asked first, since most nodes are; the match would come to them last
            return self._scalar(cast("n.ScalarNode", node), value, trail)
        match node:
            case n.Record():
                self._enter(trail)
                outer, before = self.view, self.findings.count
                present, built = self._members(node, value, trail)
                for member, found in present:
                    below_trail = (trail, member.wire)
                    if type(found) is Missing:
                        self.findings.add(below_trail, found)
                    else:
                        built[member.name] = self.read(member.node, found, below_trail)
                self.view = outer
                self.depth -= 1
                if self.findings.count > before:
                    return FAULT
                return self._called(partial(node.construct, **built), trail=trail)
            case n.Array():
                self._enter(trail)
                before, items = self.findings.count, list[Any]()
                for index, item in enumerate(self._items(node, value, trail)):
                    known = type(item) is Taken
                    items.append(item.value if known else self.read(node.item, item, (trail, index)))
                self.depth -= 1
                return tuple(items) if self.findings.count == before else FAULT
            case n.Lazy():
                below = self._unfolded(self._called(node.thunk, trail=trail), trail)
                return FAULT if isinstance(below, Fault) else self.read(below, value, trail)
            case n.Union(by=n.ByTrial()):
                return self._tried(node, value, trail)
            case n.Union():
                chosen = self._chosen(node, value, trail)
                found = FAULT if isinstance(chosen, Fault) else self.read(chosen, value, trail)
                self._left(node, chosen, value)
                return found
            case n.Transform():
                read = self.read(node.item, value, trail)
                return FAULT if read is FAULT else self._mapped(node, read, trail)
            case n.Refine():
                read = self.read(node.item, value, trail)
                return read if read is FAULT or not node.on_read else self._refined(node, read, trail)
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
            case n.At():
                return self._at(node, value, trail)
            case n.Bind():
                return self._bind(node, value, trail)
            case n.AnyJson():
                return self._any(value, trail)
            case n.Scalar():
                return self._scalar(node, value, trail)
            case _:
                assert_never(node)

    def _scalar(self, node: n.ScalarNode, value: Any, trail: Trail) -> Any:
        read, why = read_scalar(node, self.view, value)
        return read if why is None else self.findings.add(trail, why)

    def _wrong(self, expected: str, value: Any, trail: Trail) -> Fault:
        _, why = wrong(expected, self.view, value)
        return self.findings.add(trail, why)

    # containers

    def _enter(self, trail: Trail) -> None:
        """Go one level deeper, or end the run: what is read must not be too deep to write and show."""
        if self.depth >= MOST_LEVELS:
            raise self.findings.abort(trail, TooDeep())
        self.depth += 1

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
        if len(items) != len(node.items):
            expected = f"expected {len(node.items)} items, got {len(items)}"
            self.findings.add(trail, BadValue(expected))
        for index, (below, item) in enumerate(zip(node.items, items, strict=False)):
            found.append(self.read(below, item, (trail, index)))
        self.depth -= 1
        return tuple(found) if self.findings.count == before else FAULT

    def _dict(self, node: n.Dict, value: Any, trail: Trail) -> Any:
        entries = self.view.entries(value)
        if entries is None:
            return self._wrong("an object", value, trail)
        self._enter(trail)
        before, found = self.findings.count, dict[Any, Any]()
        for key, item in entries:
            text = None if key is ABSENT else self.view.text(key)
            if text is None or item is ABSENT:
                self.findings.add(trail, BadValue("expected an entry of a key and a value"))
                continue
            name = self.read(node.key, key, (trail, text))
            read = self.read(node.value, item, (trail, text))
            if name is not FAULT and read is not FAULT:
                found[name] = read
        self.depth -= 1
        return found if self.findings.count == before else FAULT

    # records

    def _members(
        self, node: n.Record, value: Any, trail: Trail
    ) -> tuple[list[tuple[n.Member, Any]], dict[str, Any]]:
        """The members to be read or found missing, and those that are known already."""
        if node.style is not None:
            self.view = self.view.styled(node.style)
        view, present, built = self.view, list[tuple[n.Member, Any]](), dict[str, Any]()
        members = view.members(value, node)
        if members is None:
            self._wrong("an object", value, trail)
            return present, built
        null_as_absent, unknown, room = node.null_as_absent, None, self.findings.room
        for member, found in view.find(members, node.members):
            if found is not ABSENT and not (null_as_absent and view.null(found) and not member.required):
                present.append((member, found))
                built[member.name] = None  # keeps its place: some constructors see the order
            elif member.required:
                if unknown is None:  # once a record, however many are missing
                    unknown = [name for name, _ in view.unknown(members, node.members)]
                present.append(
                    (member, Missing(nearest(view.spelled(member), unknown) if room > 0 else None))
                )
                room -= 1
            else:
                default = member.default
                built[member.name] = default if default is None else n.fresh(default)
        if node.forbid_unknown or node.others is not None:
            self._unknown(node, value, members, built, trail)
        return present, built

    def _unknown(self, node: n.Record, value: Any, members: Any, built: dict[str, Any], trail: Trail) -> None:
        _, tags = self.tags.get(id(value), (value, []))
        rest: dict[str, Any] = {}
        for name, stranger in self.view.unknown(members, node.members):
            if name in tags:
                continue
            if node.others is not None:
                rest[name] = self.read(node.others.node, stranger, (trail, name))
            else:
                names = (self.view.spelled(member) for member in node.members)
                near = None if self.findings.full else nearest(name, names)
                self.findings.add((trail, name), Unknown(near))
        if node.others is not None:
            built[node.others.name] = rest

    # unions

    def _chosen(self, node: n.Union, value: Any, trail: Trail) -> n.Node | Fault:
        match node.by:
            case n.ByTag(tag):
                return self._tagged(node, tag, value, trail)
            case n.ByKind() | n.ByTrial():
                return self._of_kind(node, value, trail)
            case _:
                assert_never(node.by)

    def _tagged(self, node: n.Union, tag: str, value: Any, trail: Trail) -> n.Node | Fault:
        view = self.view
        case = tagged(node, tag, view, value)
        if case is not None:
            # To the case that takes the rest, the tag is a member like any other.
            own = tag if case is not node.otherwise else None
            self.tags.setdefault(id(value), (value, []))[1].append(own)
            return case.node
        members = view.members(value)
        if members is None:
            return self._wrong("an object", value, trail)
        found = view.named(members, tag)
        if found is ABSENT:
            return self.findings.add((trail, tag), Missing())
        text = view.text(found)
        if text is None:
            return self._wrong("a string", found, (trail, tag))
        names = tuple(case.name for case in node.cases)
        near = nearest(text, names) if len(names) > 1 else None  # one name alone is no hint
        return self.findings.add((trail, tag), BadTag(names, near))

    def _left(self, node: n.Union, chosen: n.Node | Fault, value: Any) -> None:
        """Forget the tag of a union that has been read: another alternative may not know that member."""
        if isinstance(node.by, n.ByTag) and not isinstance(chosen, Fault):
            self.tags[id(value)][1].pop()

    def _of_kind(self, node: n.Union, value: Any, trail: Trail) -> n.Node | Fault:
        case = decided(node, self.view, value)
        if case is not None:
            return case.node
        return self._wrong(" or ".join(phrase(case.node) for case in node.cases), value, trail)

    def _tried(self, node: n.Union, value: Any, trail: Trail) -> Any:
        """The first alternative that fits; what was tried once at a place is not tried there again.

        Without that memory a union that holds itself would take time exponential in the document's depth.
        """
        key = (id(node), id(value))
        if key not in self.kept or not isinstance(value, dict | list | tuple):
            outer, read, tried = self.findings, FAULT, list[tuple[str, Findings]]()
            try:
                for case in node.every:
                    self.findings = Findings(MOST_INNER_PROBLEMS)
                    read = self.read(case.node, value, None)
                    if read is not FAULT:
                        break
                    tried.append((case.name, self.findings))
            except Abort as ending:
                raise outer.abort(trail, ending.why) from None
            finally:
                self.findings = outer
            self.kept[key] = (node, value, read, no_alternative(tried))
        _, _, read, none = self.kept[key]
        return self.findings.add(trail, none) if read is FAULT else read

    # transforms

    def _mapped(self, node: n.Transform, read: Any, trail: Trail) -> Any:
        if node.decode is None:
            return self.findings.add(trail, BadValue("this encoder does not read"))
        mapped = self._called(node.decode, read, trail=trail)
        return mapped if mapped is FAULT or not node.fallible else self._opened(mapped, trail)

    def _opened(self, result: Result[Any, Any], trail: Trail) -> Any:
        """What the Result of a fallible function holds."""
        match result:
            case Success(inner):
                return inner
            case Failure(message):
                words = self._called(str, message, trail=trail)
                return FAULT if words is FAULT else self.findings.add(trail, BadValue(words))
            case _:
                return self.findings.add(trail, Raised("TypeError"))

    def _refined(self, node: n.Refine, read: Any, trail: Trail) -> Any:
        message = self._called(violation, node.rule, read, trail=trail)
        if message is None:
            return read
        return FAULT if message is FAULT else self.findings.add(trail, BadValue(message))

    def _renamed(self, node: n.Named, before: int, trail: Trail) -> Fault:
        """Say the name where a problem of this very place says what was expected."""
        if len(self.findings.problems) > before:
            match self.findings.problems[before]:
                case Problem(path, WrongKind(_, got)) if len(path) == length(trail):
                    self.findings.problems[before] = Problem(path, WrongKind(node.name, got))
                case Problem(path, Null()) if len(path) == length(trail):
                    self.findings.problems[before] = Problem(path, Null(node.name))
                case _:
                    pass
        return FAULT

    def _bind(self, node: n.Bind, value: Any, trail: Trail) -> Any:
        found = self.read(node.item, value, trail)
        if found is FAULT:
            return FAULT
        below = self._unfolded(self._called(node.then, found, trail=trail), trail)
        return FAULT if isinstance(below, Fault) else self.read(below, value, trail)

    def _unfolded(self, decoder: Any, trail: Trail) -> n.Node | Fault:
        """The node of a decoder that a function of the caller gave."""
        below = FAULT if decoder is FAULT else self._called(getattr, decoder, "node", None, trail=trail)
        if isinstance(below, n.Kind):
            return cast(n.Node, below)
        return FAULT if below is FAULT else self.findings.add(trail, Raised("TypeError"))

    def _called(self, function: Callable[..., Any], *args: Any, trail: Trail) -> Any:
        """What a function of the caller gives, or `FAULT` where it raises."""
        try:
            return function(*args)
        except (RecursionError, MemoryError):
            raise
        except Exception as error:  # a caller's function may raise anything
            return self.findings.add(trail, Raised(type(error).__name__))

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
                return self.findings.add(trail, Missing())
        return self.read(node.item, value, trail)

    def _text(self, node: n.JsonText, value: Any, trail: Trail) -> Any:
        text = self.view.text(value)
        if text is None:
            return self._wrong("a string", value, trail)
        tree, why = json_text.parse(text)
        if why is not None:
            return self.findings.add((trail, into_text), why)
        outer, self.view = self.view, json.JsonView()
        found = self.read(node.item, tree, (trail, into_text))
        self.view = outer
        return found

    def _any(self, value: Any, trail: Trail) -> Any:
        try:
            return self.view.tree(value)
        except RecursionError:
            raise self.findings.abort(trail, TooDeep(MOST_JSON_LEVELS)) from None
        except json.NoJsonError as error:
            return self.findings.add(trail, WrongKind("a JSON value", error.got))
