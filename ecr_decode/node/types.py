"""Types: what msgspec fills in for the nodes that it expresses, and how it learns those of record classes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias, Union, assert_never, cast

import msgspec

from ..limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ..lock import ForkLock
from . import kinds as n
from .annotations import annotated, annotations_of
from .layers import core, under_functions
from .native import Natives
from .taught import TAUGHT

LenientInteger: TypeAlias = Annotated[int, msgspec.Meta(ge=SMALLEST_INTEGER, le=LARGEST_INTEGER)]
LenientTimestamp: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]

# Generic aliases made at run time, which the type checkers need not follow.
_TUPLE: Any = tuple
_DICT: Any = dict
_LITERAL: Any = Literal
_UNION: Any = Union

_LOCK = ForkLock()


def tagged_class(cls: Any, tag: str, value: n.Tag) -> Any:
    """The subclass of a record class that msgspec tells by a tag."""
    node: n.Record = cls.__record__
    known: dict[tuple[str, n.Tag], Any] = vars(node).setdefault("tagged", {})  # it goes with the class
    if (tag, value) not in known:
        body: dict[str, Any] = {"__module__": cls.__module__, "__annotations__": {}}
        known[tag, value] = msgspec.StructMeta.__new__(
            cast(Any, type(cls)),
            cls.__name__,
            (cls,),
            body,
            frozen=True,
            tag_field=tag,
            tag=value,
        )
    return known[tag, value]


NOTHING: Any = Annotated[int, msgspec.Meta(ge=1, le=0)]
"""What no value is: the member that keeps the others is in no document."""


def record_of(case: n.Case) -> Any:
    """The node of a case that is known to be a record, under what stands over it."""
    return core(case.node)


def filled(node: n.Node) -> Any:
    """The type of a node that is native, or changed in place."""
    match node:
        case n.String():
            return str
        case n.Integer():
            return LenientInteger
        case n.Number():
            return float
        case n.Bool():
            return bool
        case n.Timestamp() | n.FormattedTime():
            return LenientTimestamp
        case n.BigInteger():
            return int
        case n.Textual(format=form):
            return date if form is n.TextFormat.DATE else str
        case n.Blob():
            return bytes
        case n.JsonNull():
            return None
        case n.AnyJson() | n.Decimal():
            return Any
        case n.Literal(values=values):
            return _LITERAL[values]
        case n.Enumeration(cls=cls):
            return cls
        case n.Array(item=item):
            return _TUPLE[filled(item), ...]
        case n.Dict(key=key, value=value):
            return _DICT[filled(key), filled(value)]
        case n.Tuple(rest=rest) if rest is not None:
            return _TUPLE[filled(rest), ...]
        case n.Tuple(items=items):
            return _TUPLE[tuple(filled(item) for item in items)]
        case n.Record():
            return node.construct
        case n.Union(by=n.ByTag(tag)):
            return united([tagged_class(record_of(case).construct, tag, each) for case, each in node.tagged])
        case n.Union():
            return united([filled(case.node) for case in node.every])
        case n.Named() | n.Refine():
            return filled(node.item)
        case n.Lazy():
            return filled(node.unfold())
        case n.Transform() | n.Bind() | n.JsonText() | n.KeptText() | n.ResultOf() | n.At():
            raise ValueError("not native")
        case _:
            assert_never(node)


def teach(natives: Natives) -> None:
    """Have msgspec learn the types of all native record classes from annotations, which it reads once.

    Those that the classes were declared with are put back, so forward references are never looked up.
    """
    with _LOCK:
        types = {cls: fields for cls, fields in _types(natives) if cls not in TAUGHT}
        lineage: dict[Any, None] = {each: None for cls in types for each in cls.__mro__ if _is_declared(each)}
        learned = {each: dict.fromkeys(annotations_of(each), Any) for each in lineage}
        for cls, fields in types.items():
            for name, kind in fields.items():
                owner = next(each for each in cls.__mro__ if name in learned.get(each, ()))
                learned[owner][name] = kind
        with annotated(learned):
            for cls in types:
                msgspec.json.Decoder(cls)
                TAUGHT.add(cls)


def _types(natives: Natives) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The types of the members of each class that msgspec fills in: records, and subclasses with a tag."""
    for key in natives.changed:
        node: Any = natives.nodes[key]
        match node:
            case n.Record():
                yield node.construct, _types_of_members(node)
            case n.Union(by=n.ByTag(tag)):
                for case, each in node.tagged:
                    record = record_of(case)
                    tagged = tagged_class(record.construct, tag, each)
                    yield tagged, _types_of_members(record)
            case _:
                pass


def _types_of_members(node: n.Record) -> dict[str, Any]:
    rest = {} if node.others is None else {node.others.name: NOTHING}
    return {member.name: filled(under_functions(member.node)) for member in node.members} | rest


def _is_declared(cls: Any) -> bool:
    return "__record__" in vars(cls) and bool(annotations_of(cls))


def united(types: list[Any]) -> Any:
    """The union of some types."""
    return Any if Any in types else _UNION[tuple(types)]
