"""Native types: the descriptions that one msgspec type expresses, whose values need nothing done to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, assert_never

from . import kinds as n
from .claims import leaves
from .facts import facts, skips_null
from .layers import core, under_functions
from .taught import may_learn
from .walk import children, does_more, is_record_class, unfold


def reachable(node: n.Node, below: Callable[[n.Node], Iterable[n.Node]] = children) -> dict[int, n.Node]:
    """The nodes of a description by their identity, what thunks give among them."""
    found: dict[int, n.Node] = {}
    todo = [node]
    while todo:
        each = todo.pop()
        if id(each) not in found:
            found[id(each)] = each
            given = unfold(each) if isinstance(each, n.Lazy) else None
            todo += below(each) if given is None else (given,)
    return found


def keeps_unknown(node: n.Node) -> bool:
    """Whether a record of a description keeps the members that it does not name."""
    return any(isinstance(each, n.Record) and each.others is not None for each in reachable(node).values())


def takes_nulls(node: n.Node) -> bool:
    """Whether nulls mean absence somewhere in a description."""
    return any(map(_takes_nulls, reachable(node).values()))


def _takes_nulls(node: n.Node) -> bool:
    match node:
        case n.Record():
            return node.null_as_absent and not all(member.required for member in node.members)
        case n.Array() | n.Dict():
            return skips_null(node)
        case _:
            return False


_MANY_CASES = 8


def is_wide(node: n.Node) -> bool:
    """Whether a union has so many cases that each is compiled when a document first has it.

    One without `otherwise` may be a union of Structs, which is compiled as a whole.
    """
    return (
        isinstance(node, n.Union)
        and isinstance(node.by, n.ByTag)
        and node.otherwise is not None
        and len(node.cases) > _MANY_CASES
        and all(isinstance(tag, str) for tag in node.tags)
    )


def _below_cases(node: n.Node) -> tuple[list[n.Node], list[n.Node]]:
    """What all cases of a wide union have, and what any of them has: records, and what they hold."""
    records = [leaf for leaf in leaves(node) if isinstance(leaf, n.Record)]
    held = [{id(each): each for each in _held(record)} for record in records]
    every = {key: each for nodes in held for key, each in nodes.items()}
    same = [each for key, each in every.items() if all(key in nodes for nodes in held)]
    others = [leaf for leaf in leaves(node) if not isinstance(leaf, n.Record)]
    return [*same, *others], [*records, *every.values()]


def _held(record: n.Record) -> Iterator[n.Node]:
    """The nodes that a record holds, with those of what is inlined in it."""
    for member in record.members:
        yield member.node if not isinstance(member.node, n.Union) else member.node.but_null or member.node
        for leaf in leaves(member.node) if member.inline else ():
            if isinstance(leaf, n.Record):
                yield from _held(leaf)
    if record.others is not None:
        yield record.others.node


def is_endless(node: n.Node) -> bool:
    """Whether a node holds itself with no record between, which no type can say: only Structs have names."""
    seen: set[int] = set()
    todo = [node]
    while todo:
        each = todo.pop()
        if id(each) in seen:
            if each is node:
                return True
        elif not isinstance(each, n.Record):
            seen.add(id(each))
            below = unfold(each) if isinstance(each, n.Lazy) else None
            todo += children(each) if below is None else (below,)
    return False


def is_strict(nodes: Iterator[n.Node]) -> bool:
    """Whether msgspec must be strict for most of the scalars; source reads the others."""
    strict = lenient = 0
    for node in nodes:
        match node:
            case n.Integer(lenient=loose) | n.Number(lenient=loose) | n.Bool(lenient=loose):
                lenient += loose
                strict += not loose
            case n.Timestamp() | n.FormattedTime() if not _is_http_date(node):
                lenient += 1
            case n.JsonNull() | n.BigInteger():
                strict += 1
            case _:
                pass
    return strict >= lenient


def _is_http_date(node: n.Node) -> bool:
    """Whether a time is mostly spelled in a way that only source reads."""
    return isinstance(node, n.FormattedTime) and node.format is n.TimeFormat.HTTP_DATE


def is_spelled(node: n.Node) -> bool:
    """Whether msgspec fills in what spells a value, of which source makes the value."""
    return isinstance(node, n.Decimal | n.Textual)


class Natives:
    """Which nodes of one description msgspec fills in, and their types."""

    __slots__ = ("apart", "changed", "closed", "cuts", "exact", "natives", "nodes", "nulls", "strict")

    def __init__(self, root: n.Node, *, closed: bool = False, nulls: bool = False) -> None:
        self.closed: bool = closed
        """Whether objects have only members that records name."""
        self.nulls: bool = nulls
        """Whether nulls that mean absence are expected, which only source reads."""
        self.apart: dict[int, n.Node] = {}
        """The nodes below wide unions that not all cases have: of those below them nothing is known here."""
        self.cuts: bool = not (facts(root).exact or facts(root).recursive)
        """Whether the cases of wide unions are compiled apart."""
        self.nodes: dict[int, n.Node] = reachable(root, self._below if self.cuts else children)
        for known in self.apart.keys() & self.nodes.keys():
            del self.apart[known]
        self.strict: bool = nulls or is_strict(iter(self.nodes.values()))
        self.exact: bool = any(isinstance(each, n.Decimal) for each in self.nodes.values())
        """Whether numbers are kept as they are spelled where no type says what they are."""
        self.natives: set[int] = set(self.nodes)
        self._settle(self.natives, self._holds)
        self.changed: set[int] = set(self.nodes)
        self._settle(self.changed, self._changes)

    def _below(self, node: n.Node) -> Iterable[n.Node]:
        """The nodes below one; of those of a wide union, the ones that all cases have."""
        if not is_wide(node):
            return children(node)
        same, apart = _below_cases(node)
        self.apart |= {id(each): each for each in apart}
        return same

    def _settle(self, members: set[int], belongs: Callable[[n.Node], bool]) -> None:
        """Take out what does not belong until all does: recursive nodes stay if all in them does."""
        while out := [key for key in members if not belongs(self.nodes[key])]:
            members.difference_update(out)

    def holds(self, node: n.Node) -> bool:
        """Whether the value that msgspec fills in for a node is the one that it reads."""
        return id(node) in self.natives or isinstance(node, n.String)  # texts of any description are

    def changes(self, node: n.Node) -> bool:
        """Whether the value of a node is what msgspec fills in, once source has changed it in place."""
        return id(node) in self.changed

    def _changes(self, node: n.Node) -> bool:
        if self.holds(node):
            return True
        match node:
            case n.Array() | n.Dict() if self.nulls and _takes_nulls(node):
                return False
            case n.Named() | n.Refine() | n.Array(lone=False):
                return self.changes(node.item)
            case n.Tuple(rest=rest) if rest is not None:
                return self.holds(rest) and all(item == rest for item in node.items)
            case n.Dict(key=key, value=value):
                return self.holds(key) and is_text(key) and self.changes(value)
            case n.Record():
                own = not does_more(node) and self._is_filled(node)
                return own and all(self._changes_member(node, member) for member in node.members)
            case n.Union(but_null=rest) if rest is not None:
                return self.strict and self.changes(rest)
            case n.Union(by=n.ByTag(tag)):
                told = n.is_struct_name(tag) and node.has_struct_tags and node.otherwise is None
                return told and all(self._changes_class(case.node, tag) for case in node.cases)
            case n.Lazy():
                return self._unfolds(node) and self.changes(node.unfold())
            case _:
                return False

    def _changes_member(self, node: n.Record, member: n.Member) -> bool:
        """Whether a member can be changed or set; where functions do that, absence must be told apart."""
        if node.null_as_absent and not member.required and member.default is not None:
            return self.holds(member.node) and not facts(member.node).reads_null
        if self.holds(member.node):
            return True
        certain = member.required or (member.default is None and not facts(member.node).reads_null)
        if self.changes(member.node):
            return certain or member.default is None
        below = under_functions(member.node)
        if isinstance(below, n.Decimal) and not (member.required or node.null_as_absent):
            return False  # anything is filled in for one, null as well
        return certain and (is_spelled(below) or self.changes(below))

    def _changes_class(self, node: n.Node, tag: str) -> bool:
        record = core(node)
        if not isinstance(record, n.Record) or not self.changes(node) or not self.changes(record):
            return False
        own = not does_more(record) and is_filled(record) and may_have_subclass(record.construct)
        return own and all(member.wire != tag for member in record.members)

    def _holds(self, node: n.Node) -> bool:
        below = unfold(node) if isinstance(node, n.Lazy) else None
        nodes = children(node) if below is None else (below,)
        return all(map(self.holds, nodes)) and self._itself(node)

    def _itself(self, node: n.Node) -> bool:
        """Whether a node is native if all that it is made of is."""
        match node:
            case n.String() | n.Blob() | n.Named():
                return True
            case n.AnyJson():
                return not self.exact
            case n.Integer(lenient=lenient) | n.Number(lenient=lenient) | n.Bool(lenient=lenient):
                return lenient is not self.strict
            case n.Timestamp() | n.FormattedTime():
                return not (self.strict or _is_http_date(node))
            case n.JsonNull() | n.BigInteger():
                return self.strict
            case n.Literal(types=types):
                return all(kind is str for kind in types)
            case n.Enumeration():
                return is_native_enumeration(node)
            case n.Array(lone=lone):
                return not lone and not (self.nulls and _takes_nulls(node))
            case n.Dict(key=key):
                return is_text(key) and not (self.nulls and _takes_nulls(node))
            case n.Tuple(items=items, rest=rest):
                return bool(items) and rest is None
            case n.Record():
                return self._is_filled(node) and not any(
                    null_is_default(node, member) and member.default is not None for member in node.members
                )  # fmt: skip
            case n.Union():
                if not self.strict:  # a lenient msgspec takes the text "null" for null
                    return False
                return node.but_null is not None or (
                    isinstance(node.by, n.ByKind) and node.otherwise is None and self._can_share(node)
                )
            case n.Refine(on_read=on_read):
                return not on_read
            case n.Lazy():
                return self._unfolds(node)
            case n.Textual(format=form):
                return form is n.TextFormat.DATE
            case n.Decimal():
                return False
            case n.Transform() | n.Bind() | n.JsonText() | n.KeptText() | n.ResultOf() | n.At():
                return False
            case _:
                assert_never(node)

    def _is_filled(self, node: n.Record) -> bool:
        """Whether msgspec can fill in the record's own class; one with others where there are none."""
        if self.nulls and _takes_nulls(node):
            return False
        return is_filled(node) or (
            self.closed and node.others is not None and learns(node) and _has_plain_names(node)
        )

    def _unfolds(self, node: n.Lazy) -> bool:
        """Whether a type can say what a thunk gives."""
        below = unfold(node)
        return below is not None and not (facts(node).recursive and is_endless(below))

    def _can_share(self, node: n.Union) -> bool:
        return all(can_share(case.node) for case in node.cases)


def is_struct(node: n.Record) -> bool:
    """Whether a Struct can have the members of a record, and no others."""
    return node.others is None and _has_plain_names(node)


def _has_plain_names(node: n.Record) -> bool:
    named = all(n.is_struct_name(member.wire) and not member.inline for member in node.members)
    return named and not node.has_aliases


def is_filled(node: n.Record) -> bool:
    """Whether msgspec can fill in the record's own class."""
    return is_struct(node) and learns(node)


def learns(node: n.Record) -> bool:
    """Whether msgspec may learn the types of the record's class."""
    return is_record_class(node) and may_learn(node.construct)


def null_is_default(node: n.Record, member: n.Member) -> bool:
    """Whether a null is not refused, and means the default."""
    return node.null_as_absent and not member.required and facts(member.node).reads_null


def is_native_enumeration(node: n.Enumeration) -> bool:
    """Whether msgspec takes the texts that the enumeration takes."""
    if node.open:
        return True
    lineage = {name for cls in node.cls.__mro__ if cls is not Enum for name in vars(cls)}
    return all(isinstance(value, str) for value in node.values) and "_missing_" not in lineage


def is_text(key: n.Node) -> bool:
    """Whether msgspec takes a node for the names of a dict."""
    match key:
        case n.Named() | n.Refine():
            return is_text(key.item)
        case n.String():
            return True
        case n.Enumeration(values=values):
            return all(isinstance(value, str) for value in values)
        case _:
            return False


def can_share(node: n.Node) -> bool:
    """Whether a native union may hold a node: msgspec's crash with tuples of a fixed length in them."""
    match node:
        case n.Named() | n.Refine() | n.Transform():
            return can_share(node.item)
        case n.Lazy():
            return isinstance(below := unfold(node), n.Record | n.Array) and can_share(below)
        case n.Union():
            return all(can_share(case.node) for case in node.every)
        case n.Tuple():
            return False
        case _:
            return True


def may_have_subclass(cls: Any) -> bool:
    """Whether nobody notices that a record class has a subclass: the class has no hook for that."""
    return not any("__init_subclass__" in vars(each) for each in cls.__mro__ if each is not object)
