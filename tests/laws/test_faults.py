"""Every fault of a document is reported once, where it is: there are as many problems as faults."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ecr_decode import Codec, Missing, Unknown, WrongKind, array, integer, tuple_of
from ecr_decode.limits import MOST_PROBLEMS
from ecr_decode.node import kinds as n
from tests.registry import CODECS, VALUES

DAMAGED = (
    *("Layer", "Sealed", "Knobs", "Counted", "Shelf", "Tree", "Account", "Derived", "Placed", "Remark"),
    *("Ping", "Reply", "record of a dataclass", "record of an attrs class", "record of a function"),
    *("array of records", "dict_of records", "array of arrays", "tuple_of tuples"),
)
STRANGERS = ("no member of this name", "nor of this")

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """What can be done to a document, and the problem that must be found."""

    path: Path
    why: type
    wrong: Any = None
    """What is put there; a member that goes missing is taken out instead."""


def faults(node: n.Node, tree: Any, path: Path = ()) -> Iterator[Fault]:
    """Everything that can be damaged in a document that the node reads."""
    match node:
        case n.Record():
            for member in node.members:
                if member.wire in tree:
                    here = (*path, member.wire)
                    if member.required:
                        yield Fault(here, Missing)
                    yield from replaced(member.node, here)
                    yield from faults(member.node, tree[member.wire], here)
            if node.others is not None:
                for name in tree.keys() - {member.wire for member in node.members}:
                    yield from replaced(node.others.node, (*path, name))
            if node.forbid_unknown:
                yield from (Fault((*path, stranger), Unknown, "unknown") for stranger in STRANGERS)
        case n.Array(item=item):
            for index, below in enumerate(tree):
                yield from replaced(item, (*path, index))
                yield from faults(item, below, (*path, index))
        case n.Dict(value=value):
            for name, below in tree.items():
                yield from replaced(value, (*path, name))
                yield from faults(value, below, (*path, name))
        case n.Tuple(items=items):
            for index, (item, below) in enumerate(zip(items, tree, strict=True)):
                yield from replaced(item, (*path, index))
                yield from faults(item, below, (*path, index))
        case n.Union(otherwise=n.Case(node=below)) if tree is not None:
            yield from faults(below, tree, path)
        case n.Named() | n.Refine():
            yield from faults(node.item, tree, path)
        case n.Lazy():
            yield from faults(node.unfold(), tree, path)
        case _:
            pass


def replaced(node: n.Node, path: Path) -> Iterator[Fault]:
    """A value of a kind that the node does not read."""
    match node:
        case n.Record() | n.Dict() | n.Bool() | n.Number() | n.Timestamp():
            yield Fault(path, WrongKind, [])
        case n.Array() | n.Tuple() | n.String() | n.Blob() | n.Integer() | n.Enumeration():
            yield Fault(path, WrongKind, {})
        case n.Union(otherwise=n.Case(node=below)):
            yield from replaced(below, path)
        case n.Named() | n.Refine():
            yield from replaced(node.item, path)
        case n.Lazy():
            yield from replaced(node.unfold(), path)
        case _:
            pass


def apart(chosen: list[Fault]) -> list[Fault]:
    """The faults of which none lies within another."""
    return [
        fault
        for fault in chosen
        if not any(fault.path[: len(other.path)] == other.path for other in chosen if other is not fault)
    ]


def damaged(tree: Any, chosen: list[Fault]) -> Any:
    """A copy of the document with these faults."""
    copy = deepcopy(tree)
    for fault in chosen:
        holder = copy
        for step in fault.path[:-1]:
            holder = holder[step]
        if fault.why is Missing:
            del holder[fault.path[-1]]
        else:
            holder[fault.path[-1]] = fault.wrong
    return copy


@pytest.mark.parametrize("name", DAMAGED)
@given(data=st.data())
def test_as_many_problems_as_faults_each_where_it_was_made(name: str, data: st.DataObject) -> None:
    codec: Codec[Any] = CODECS[name].codec
    tree = codec.to_json(data.draw(VALUES[name])).unwrap()
    possible = list(faults(codec.node, tree))
    assume(possible)
    drawn = data.draw(
        st.lists(st.sampled_from(possible), min_size=1, max_size=12, unique_by=lambda fault: fault.path)
    )
    chosen = apart(drawn)
    error = codec.of_json(damaged(tree, chosen)).failure()
    found = [(problem.path, type(problem.why)) for problem in error.problems]
    assert sorted(found, key=repr) == sorted(((fault.path, fault.why) for fault in chosen), key=repr)
    assert error.more == 0


@pytest.mark.parametrize("codec", [array(integer), tuple_of(*[integer] * 130)])
@pytest.mark.parametrize("right", [0, 1, 29, 30, 31, 129])
def test_the_faults_beyond_the_bound_are_counted(codec: Codec[Any], right: int) -> None:
    error = codec.of_json([index if index < right else None for index in range(130)]).failure()
    assert [problem.path for problem in error.problems] == [(index,) for index in range(right, 130)][
        :MOST_PROBLEMS
    ]
    assert len(error.problems) + error.more == 130 - right


def test_every_kind_of_fault_is_made() -> None:
    tree = CODECS["Shelf"].codec.to_json(CODECS["Shelf"].example).unwrap()
    made = {(fault.path, fault.why) for fault in faults(CODECS["Shelf"].codec.node, tree)}
    assert made >= {
        (("name",), Missing),
        (("name",), WrongKind),
        ((STRANGERS[0],), Unknown),
        (("boxes", "b", 0, "name"), Missing),
        (("boxes", "b", 0, STRANGERS[1]), Unknown),
        (("corner", 1, "size"), WrongKind),
        (("lists", 0, 0), WrongKind),
    }
