"""Facts: all that is known about a node without running it, told once for every interpreter and compiler.

Upper bounds hold all that may happen, lower bounds only what is certain. `UNKNOWN` is the cautious answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, assert_never

import msgspec

from . import kinds as n
from .style import ElementText, Flattened

Names: TypeAlias = frozenset[str]
Constants: TypeAlias = frozenset[tuple[type, Any]]

NONE: Names = frozenset()
ALL_KINDS: Names = frozenset(("null", "boolean", "number", "string", "array", "object"))
_LENIENT: Names = frozenset(("boolean", "number", "string"))
OBJECT: Names = frozenset(("object",))
_ARRAY: Names = frozenset(("array",))
_STRING: Names = frozenset(("string",))

_MOST_ROUNDS = 50
_MOST_UNFOLDED = 200
"""How many different thunks one description may have."""


class Facts(msgspec.Struct, frozen=True):
    """What is known about a node."""

    reads: Names = ALL_KINDS
    """The JSON kinds that it may read: an upper bound."""
    writes: Names = ALL_KINDS
    """The JSON kinds that it may write: an upper bound."""
    needs: Names = NONE
    """The members without which it reads no object: a lower bound."""
    fixed: Mapping[str, Constants] = {}
    """The members that it reads only if they hold one of these constants: a lower bound."""
    names: Names | None = None
    """The members that it may write in an object: an upper bound, or None if the description does not say."""
    xml_fixed: Mapping[str, Constants] = {}
    """As `fixed`, by the places in an XML element."""
    xml_needs: Names = NONE
    """As `needs`, by the places in an XML element."""
    xml_names: Names | None = None
    """As `names`, by the places in an XML element."""
    recursive: bool = True
    """Whether it may nest without end."""
    final: bool = False
    """Whether the reader refuses all that msgspec refuses, unless a name stands twice in an object."""
    objects: bool = True
    """Whether it may read objects, in which a name may stand twice."""
    free: bool = True
    """Whether it holds values without a description: integers of any size, at any depth."""
    calls: bool = True
    """Whether reading it calls functions of the caller."""

    @property
    def reads_null(self) -> bool:
        """Whether it may read null."""
        return "null" in self.reads

    @property
    def writes_null(self) -> bool:
        """Whether it may write null."""
        return "null" in self.writes


UNKNOWN = Facts()

_ANY: Names = frozenset(("*",))
"""The names that a node needs of which nothing is believed yet: more than any real node does."""

_NOTHING = Facts(
    reads=NONE, writes=NONE, needs=_ANY, names=NONE, xml_needs=_ANY, xml_names=NONE,
    recursive=False, final=True, objects=False, free=False, calls=False,
)  # fmt: skip
"""What is believed of a recursive node at first, and what the union of no nodes has."""


def facts(node: n.Node) -> Facts:
    """What is known about a node: found once, and kept with the node."""
    known: Facts | None = vars(node).get("facts")
    return _Analysis().of(node) if known is None else known


def height(node: n.Node) -> int:
    """How many containers nest in a node at the most, recursion apart."""
    known: int | None = vars(node).get("height")
    if known is None:
        known = _height(node)
        if "facts" in vars(node):  # without them a thunk may not be ready yet
            vars(node)["height"] = known
    return known


def _height(node: n.Node) -> int:
    match node:
        case n.Record() | n.Array() | n.Dict() | n.Tuple():
            return 1 + max(map(height, children(node)), default=0)
        case n.At(steps=steps):
            return len(steps) + height(node.item)
        case n.Lazy():
            below = None if facts(node).recursive else unfold(node)
            return 0 if below is None else height(below)
        case _:
            return max(map(height, children(node)), default=0)


def children(node: n.Node) -> tuple[n.Node, ...]:
    """The nodes that a node is made of; what a thunk gives is not among them."""
    match node:
        case n.Record(members=members, others=others):
            below = tuple(member.node for member in members)
            return below if others is None else (*below, others.node)
        case n.Array() | n.Transform() | n.Bind() | n.Refine() | n.Named() | n.JsonText() | n.At():
            return (node.item,)
        case n.Dict():
            return (node.key, node.value)
        case n.Tuple():
            return node.items
        case n.Union():
            return tuple(case.node for case in node.every)
        case n.Scalar() | n.AnyJson() | n.Lazy():
            return ()
        case _:
            assert_never(node)


def unfold(node: n.Lazy) -> n.Node | None:
    """What a thunk gives, or None where it raises."""
    try:
        return node.unfold()
    except MemoryError:
        raise
    except Exception:  # a caller's function may raise anything; the interpreters note it
        return None


def is_record_class(node: n.Record) -> bool:
    """Whether the record's class is the Struct of this description, with its members and no others."""
    if getattr(node.construct, "__record__", None) is not node:
        return False
    rest = () if node.others is None else (node.others.name,)
    fields: tuple[str, ...] = getattr(node.construct, "__struct_fields__", ())
    return {*fields} == {*rest, *(member.name for member in node.members)}


def does_more(node: n.Record) -> bool:
    """Whether making the record calls a function that the caller wrote."""
    return not is_record_class(node) or hasattr(node.construct, "__post_init__")


def json_kind_of(value: str | int | None) -> str:
    """The JSON kind of a constant."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "number"
        case str():
            return "string"


def decides(node: n.Node) -> Names:
    """The JSON kinds by which `by_kind` chooses a node; empty if the description does not say.

    Thunks are not called: unions are built before what they name.
    """
    known: Names | None = vars(node).get("decides")
    if known is None:
        known = vars(node)["decides"] = _decides(node)
    return known


def _decides(node: n.Node) -> Names:
    match node:
        case n.Timestamp():
            return frozenset(("number", "string"))
        case n.Scalar():
            return facts(node).writes - _STRING if isinstance(node, n.Number) else facts(node).writes
        case n.Array(item=item, lone=lone):
            return _ARRAY | decides(item) if lone else _ARRAY
        case n.Union():
            return _all(decides(case.node) for case in node.every)
        case n.Transform() | n.Refine() | n.Named() | n.Bind():
            return decides(node.item)
        case n.AnyJson() | n.Lazy():
            return NONE
        case n.Record() | n.Dict() | n.Tuple() | n.JsonText() | n.At():
            return facts(node).reads
        case _:
            assert_never(node)


class _Analysis:
    """One search; what recursive nodes are believed to be grows until nothing changes."""

    __slots__ = ("beliefs", "changed", "open", "ready", "round", "seen", "unfolded")

    def __init__(self) -> None:
        self.unfolded: dict[int, n.Node] = {}
        self.beliefs: dict[int, Facts] = {}
        self.open: set[int] = set()
        self.seen: set[int] = set()
        self.round: dict[int, tuple[n.Node, Facts]] = {}
        self.changed = False
        self.ready = True
        """Whether every thunk gave something; one that did not may do so later."""

    def of(self, node: n.Node) -> Facts:
        """The facts of a node; those of all nodes in it are kept as well."""
        for _ in range(_MOST_ROUNDS):
            self.changed = False
            self.round.clear()
            self.seen.clear()
            try:
                found = self.find(node)
            except RecursionError:  # a description deeper than the stack
                return UNKNOWN
            if not self.changed:
                for each, about in self.round.values() if self.ready else ():
                    vars(each)["facts"] = about
                return found
        return UNKNOWN

    def find(self, node: n.Node) -> Facts:
        """The facts by what is believed now."""
        kept: Facts | None = vars(node).get("facts")
        if kept is not None:
            return kept
        known = self.round.get(id(node))
        if known is not None:
            return known[1]
        found = self._lazy(node) if isinstance(node, n.Lazy) else _told(node, self.find)
        if found.needs is not _ANY:
            self.round[id(node)] = node, found
        return found

    def _lazy(self, node: n.Lazy) -> Facts:
        below = unfold(node)
        if below is None:
            self.ready = False
            return UNKNOWN
        if id(below) not in self.unfolded and len(self.unfolded) >= _MOST_UNFOLDED:
            return UNKNOWN
        key = id(below)
        self.unfolded[key] = below
        belief = self.beliefs.get(key, _NOTHING)
        if key in self.open:
            return msgspec.structs.replace(belief, recursive=True)
        if key in self.seen:
            return belief
        self.open.add(key)
        found = self.find(below)
        self.open.remove(key)
        self.seen.add(key)
        if found != belief:
            self.beliefs[key] = found
            self.changed = True
        return UNKNOWN if not self.changed and found.needs == _ANY else found  # it unfolds to itself alone


Find: TypeAlias = Callable[[n.Node], Facts]


def _told(node: n.Node, find: Find) -> Facts:
    """The facts of a node, from those of the nodes in it."""
    match node:
        case n.Scalar():
            return _scalar(node)
        case n.AnyJson():
            return msgspec.structs.replace(UNKNOWN, recursive=False, calls=False)
        case n.Array(item=item, lone=lone):
            return _array(find(item), lone=lone)
        case n.Dict(value=value, key=key):
            plain_key = isinstance(key, n.String)
            found = _joined((find(value), find(key)), OBJECT, final=plain_key)
            return msgspec.structs.replace(found, objects=True, names=None, xml_names=None)
        case n.Tuple(items=items):
            return _joined(map(find, items), _ARRAY, final=True)
        case n.Record():
            return _record(node, find)
        case n.Union():
            return _union(node, find)
        case n.Transform(item=item):
            return msgspec.structs.replace(find(item), final=False, calls=True)
        case n.Refine(item=item, on_read=on_read):
            found = find(item)
            calls = found.calls or (on_read and isinstance(node.rule, n.Predicate))
            return msgspec.structs.replace(found, final=found.final and not on_read, calls=calls)
        case n.Named(item=item):
            return find(item)
        case n.Bind(item=item):
            first = find(item)
            return msgspec.structs.replace(
                UNKNOWN,
                reads=first.reads,
                needs=first.needs,
                xml_needs=first.xml_needs,
            )
        case n.JsonText(item=item):
            found = _joined((find(item),), _STRING, final=False)
            return msgspec.structs.replace(found, names=NONE, xml_names=NONE)
        case n.At(steps=steps, item=item):
            return _at(steps[0], find(item))
        case n.Lazy():
            return find(node)
        case _:
            assert_never(node)


def _scalar(node: n.ScalarNode) -> Facts:
    match node:
        case n.JsonNull():
            return _of_kind("null", final=True)
        case n.Bool(lenient=lenient):
            return _of_kind("boolean", lenient=lenient, final=not lenient)
        case n.Integer(lenient=lenient):
            return _of_kind("number", lenient=lenient, final=not lenient)
        case n.Number(lenient=lenient):
            found = _of_kind("number", lenient=lenient, final=not lenient)
            return msgspec.structs.replace(found, writes=found.writes | _STRING) if lenient else found
        case n.String():
            return _of_kind("string", final=True)
        case n.Timestamp():
            return _of_kind("number", lenient=True)
        case n.Blob():
            return _of_kind("string")
        case n.Literal(values=values, types=types):
            return _of_kind(*map(json_kind_of, values), final=all(each is str for each in types))
        case n.Enumeration(values=values):
            return _of_kind(*map(json_kind_of, values))
        case _:
            assert_never(node)


def _of_kind(*kinds: str, lenient: bool = False, final: bool = False) -> Facts:
    own = frozenset(kinds)
    return Facts(
        reads=_LENIENT if lenient else own, writes=own, names=NONE, xml_names=NONE,
        recursive=False, final=final, objects=False, free=False, calls=False,
    )  # fmt: skip


def _joined(parts: Iterable[Facts], kinds: Names, *, final: bool) -> Facts:
    """The facts of what has parts, and is of these kinds itself."""
    found = tuple(parts)
    return Facts(
        reads=kinds,
        writes=kinds,
        names=NONE,
        xml_names=None,
        recursive=any(each.recursive for each in found),
        final=final and all(each.final for each in found),
        objects=any(each.objects for each in found),
        free=any(each.free for each in found),
        calls=any(each.calls for each in found),
    )


def _array(item: Facts, *, lone: bool) -> Facts:
    found = _joined((item,), _ARRAY, final=not lone)
    if not lone:
        return found
    return msgspec.structs.replace(
        found,
        reads=_ARRAY | item.reads,
        writes=_ARRAY | item.writes,
        names=item.names,
    )


def _at(step: str | int, item: Facts) -> Facts:
    found = _joined((item,), OBJECT if isinstance(step, str) else _ARRAY, final=False)
    if not isinstance(step, str):
        return found
    named = frozenset((step,))
    return msgspec.structs.replace(found, needs=named, names=named, xml_names=named, objects=True)


def _record(node: n.Record, find: Find) -> Facts:
    members = [find(member.node) for member in node.members]
    rest = () if node.others is None else (find(node.others.node),)
    named = all(n.is_struct_name(member.wire) for member in node.members)
    constants = _constants(node)
    certain = named and node.others is None and not node.null_as_absent
    found = _joined((*members, *rest), OBJECT, final=certain)
    return msgspec.structs.replace(
        found,
        needs=frozenset(member.wire for member in node.members if member.required),
        fixed={member.wire: allowed for member, allowed in constants},
        xml_fixed={
            member.place: allowed
            for member, allowed in constants
            if not isinstance(member.xml, Flattened | ElementText)
        },
        names=None if rest else frozenset(member.wire for member in node.members),
        xml_needs=frozenset(
            member.place
            for member in node.members
            if member.required and not isinstance(member.xml, Flattened | ElementText)
        ),
        xml_names=None if rest else frozenset(member.place for member in node.members),
        objects=True,
        free=found.free or bool(rest),
        calls=found.calls or does_more(node),
    )


def _constants(node: n.Record) -> list[tuple[n.Member, Constants]]:
    """The members that hold constants, and those."""
    found: list[tuple[n.Member, Constants]] = []
    for member in node.members:
        below = n.bare(member.node)
        if isinstance(below, n.Literal) and (member.required or not node.null_as_absent):
            found.append((member, frozenset(zip(below.types, below.values, strict=True))))
    return found


def _union(node: n.Union, find: Find) -> Facts:
    cases = [find(case.node) for case in node.every]
    reads = _all(case.reads for case in cases)
    found = Facts(
        reads=reads,
        writes=_all(case.writes for case in cases),
        needs=_common(case.needs for case in cases),
        fixed=_common_constants([(case, case.fixed) for case in cases]),
        xml_fixed=_common_constants([(case, case.xml_fixed) for case in cases]),
        names=_every(case.names for case in cases),
        xml_needs=_common(case.xml_needs for case in cases),
        xml_names=_every(case.xml_names for case in cases),
        recursive=any(case.recursive for case in cases),
        final=node.but_null is not None and all(case.final for case in cases),
        objects=any(case.objects for case in cases),
        free=any(case.free for case in cases),
        calls=any(case.calls for case in cases),
    )
    return _tagged(found, node.by.tag, node) if isinstance(node.by, n.ByTag) else found


def _tagged(found: Facts, tag: str, node: n.Union) -> Facts:
    """The same, where one member decides."""
    named = frozenset((tag,))
    if node.otherwise is None:
        tags: Constants = frozenset((str, case.name) for case in node.cases)
        found = msgspec.structs.replace(
            found, reads=found.reads & OBJECT, needs=found.needs | named, fixed={**found.fixed, tag: tags}
        )
    return msgspec.structs.replace(
        found,
        names=None if found.names is None else found.names | named,
        xml_names=None if found.xml_names is None else found.xml_names | named,
    )


def _all(sets: Iterable[Names]) -> Names:
    return NONE.union(*sets)


def _every(sets: Iterable[Names | None]) -> Names | None:
    """All names, or None where one of the sets is not known."""
    known = list(sets)
    found = [each for each in known if each is not None]
    return _all(found) if len(found) == len(known) else None


def _in_all(sets: list[Names]) -> Names:
    first, *rest = sets
    return first.intersection(*rest)


def _common(sets: Iterable[Names]) -> Names:
    """The names that are in every set; `_ANY` is in none of the way."""
    known = [each for each in sets if each != _ANY]
    return _in_all(known) if known else _ANY


def _common_constants(cases: list[tuple[Facts, Mapping[str, Constants]]]) -> dict[str, Constants]:
    """The constants of the members that every case reads only if they hold one."""
    known = [fixed for case, fixed in cases if case.needs != _ANY]
    if not known:
        return {}
    names = _in_all([frozenset(each) for each in known])
    return {name: frozenset[tuple[type, Any]]().union(*(each[name] for each in known)) for name in names}
