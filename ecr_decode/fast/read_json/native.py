"""Native types: the descriptions that one msgspec type expresses, whose values need nothing done to them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, Union, assert_never
from weakref import WeakSet

import msgspec

from ...node import kinds as n
from ...node.facts import children, facts, is_record_class, unfold
from ...read.lenient import LenientInteger, LenientTimestamp

# Generic aliases made at run time, which the type checkers need not follow.
_TUPLE: Any = tuple
_DICT: Any = dict
_LITERAL: Any = Literal
_UNION: Any = Union

_LOCK = threading.RLock()
_TAUGHT: WeakSet[type] = WeakSet()


def reachable(node: n.Node) -> dict[int, n.Node]:
    """The nodes of a description by their identity, what thunks give among them."""
    found: dict[int, n.Node] = {}
    todo = [node]
    while todo:
        each = todo.pop()
        if id(each) not in found:
            found[id(each)] = each
            below = unfold(each) if isinstance(each, n.Lazy) else None
            todo += children(each) if below is None else (below,)
    return found


def is_strict(nodes: Iterator[n.Node]) -> bool:
    """Whether msgspec must be strict for most of the scalars; source reads the others."""
    strict = lenient = 0
    for node in nodes:
        match node:
            case n.Integer(lenient=loose) | n.Number(lenient=loose) | n.Bool(lenient=loose):
                lenient += loose
                strict += not loose
            case n.Timestamp():
                lenient += 1
            case n.JsonNull():
                strict += 1
            case _:
                pass
    return strict >= lenient


class Natives:
    """Which nodes of one description are native, and their types."""

    __slots__ = ("learned", "natives", "nodes", "strict")

    def __init__(self, root: n.Node) -> None:
        self.nodes = reachable(root)
        self.strict = is_strict(iter(self.nodes.values()))
        self.learned: dict[Any, dict[str, Any]] = {}
        """The types of the members of record classes that source changes in place."""
        self.natives = set(self.nodes)
        before = 0
        while before != len(self.natives):  # a recursive node is native unless something in it is not
            before = len(self.natives)
            self.natives = {key for key in self.natives if self._holds(self.nodes[key])}

    def holds(self, node: n.Node) -> bool:
        """Whether the value that msgspec fills in for a node is the one that it reads."""
        return id(node) in self.natives

    def _holds(self, node: n.Node) -> bool:
        below = unfold(node) if isinstance(node, n.Lazy) else None
        nodes = children(node) if below is None else (below,)
        return all(map(self.holds, nodes)) and self._itself(node)

    def _itself(self, node: n.Node) -> bool:
        """Whether a node is native if all that it is made of is."""
        match node:
            case n.String() | n.Blob() | n.AnyJson() | n.Named():
                return True
            case n.Integer(lenient=lenient) | n.Number(lenient=lenient) | n.Bool(lenient=lenient):
                return lenient is not self.strict
            case n.Timestamp():
                return not self.strict
            case n.JsonNull():
                return self.strict
            case n.Literal(types=types):
                return all(kind is str for kind in types)
            case n.Enumeration():
                return is_native_enumeration(node)
            case n.Array(lone=lone):
                return not lone
            case n.Dict(key=key):
                return is_text(key)
            case n.Tuple(items=items):
                return bool(items)
            case n.Record():
                return is_record_class(node) and is_struct(node) and not any(
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
                return unfold(node) is not None
            case n.Transform() | n.Bind() | n.JsonText() | n.At():
                return False
            case _:
                assert_never(node)

    def _can_share(self, node: n.Union) -> bool:
        return all(can_share(case.node) for case in node.cases)

    def filled(self, node: n.Node) -> Any:
        """The type of a native node."""
        match node:
            case n.String():
                return str
            case n.Integer():
                return LenientInteger
            case n.Number():
                return float
            case n.Bool():
                return bool
            case n.Timestamp():
                return LenientTimestamp
            case n.Blob():
                return bytes
            case n.JsonNull():
                return None
            case n.AnyJson():
                return Any
            case n.Literal(values=values):
                return _LITERAL[values]
            case n.Enumeration(cls=cls):
                return cls
            case n.Array(item=item):
                return _TUPLE[self.filled(item), ...]
            case n.Dict(key=key, value=value):
                return _DICT[self.filled(key), self.filled(value)]
            case n.Tuple(items=items):
                return _TUPLE[tuple(map(self.filled, items))]
            case n.Record():
                return node.construct
            case n.Union():
                return united([self.filled(case.node) for case in node.every])
            case n.Named() | n.Refine():
                return self.filled(node.item)
            case n.Lazy():
                return self.filled(node.unfold())
            case n.Transform() | n.Bind() | n.JsonText() | n.At():
                raise ValueError("not native")
            case _:
                assert_never(node)

    def learn(self, cls: Any, types: dict[str, Any]) -> None:
        """Have msgspec learn these types for a record class too."""
        self.learned[cls] = types

    def teach(self) -> None:
        """Have msgspec learn the types of all native record classes from annotations, which it reads once.

        Those that the classes were declared with are put back, so forward references are never looked up.
        """
        with _LOCK:
            types = {cls: fields for cls, fields in self._types() if cls not in _TAUGHT}
            lineage: dict[Any, None] = {
                each: None for cls in types for each in cls.__mro__ if _is_declared(each)
            }
            declared = {each: each.__annotations__ for each in lineage}
            learned = {each: dict.fromkeys(names, Any) for each, names in declared.items()}
            for cls, fields in types.items():
                for name, kind in fields.items():
                    owner = next(each for each in cls.__mro__ if name in learned.get(each, ()))
                    learned[owner][name] = kind
            try:
                for each, annotations in learned.items():
                    each.__annotations__ = annotations
                for cls in types:
                    msgspec.json.Decoder(cls)
                    _TAUGHT.add(cls)
            finally:
                for each, annotations in declared.items():
                    each.__annotations__ = annotations

    def _types(self) -> Iterator[tuple[Any, dict[str, Any]]]:
        """The types of the members of each record class that msgspec fills in."""
        yield from self.learned.items()
        for key in self.natives:
            node: Any = self.nodes[key]
            if isinstance(node, n.Record):
                yield node.construct, {member.name: self.filled(member.node) for member in node.members}


def _is_declared(cls: Any) -> bool:
    return "__annotations__" in vars(cls) and "__record__" in vars(cls)


def united(types: list[Any]) -> Any:
    """The union of some types."""
    return Any if Any in types else _UNION[tuple(types)]


def is_struct(node: n.Record) -> bool:
    """Whether a Struct can have the members of a record, and no others."""
    return node.others is None and all(n.is_struct_name(member.wire) for member in node.members)


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
        case n.Named() | n.Refine():
            return can_share(node.item)
        case n.Lazy():
            return isinstance(below := unfold(node), n.Record | n.Array) and can_share(below)
        case n.Union():
            return all(can_share(case.node) for case in node.every)
        case n.Tuple():
            return False
        case _:
            return True
