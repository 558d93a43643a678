"""Places: where below a value a rule reports what is wrong, checked when the rule is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, assert_never

from ..error.near import nearest
from ..error.path import Path, into_text
from ..guard import is_tuple
from . import kinds as n

Place: TypeAlias = str | tuple[str | int, ...]
"""A wire name, or the steps of a path: names and indices."""

_Here: TypeAlias = tuple[Path, n.Node]


def placed(where: str, node: n.Node, at: object) -> Path:
    """The path of a place in what a node reads; what a thunk gives is not looked at."""
    steps: tuple[Any, ...] = at if is_tuple(at) else (at,)
    if not isinstance(at, str) and not (is_tuple(at) and all(map(is_step, at))):
        raise ValueError(f"{where}, at=...: expected a wire name or a tuple of steps, got {at!r}")
    here: list[_Here] = [((), node)]
    for step in steps:
        opened = [each for found in here for each in _opened(*found)]
        here = [below for each in opened for below in _into(*each, step)]
        if not here:
            near = nearest(step, _names(opened)) if isinstance(step, str) else None
            hint = "" if near is None else f"; did you mean {near!r}?"
            raise ValueError(f"{where}, at={at!r}: {node.spell(inside=True)} has no {step!r}{hint}")
    return here[0][0]


def is_step(step: object) -> bool:
    """Whether a step is a name or an index."""
    return isinstance(step, str) or (type(step) is int and step >= 0)


def _opened(path: Path, node: n.Node) -> Iterator[_Here]:
    """The nodes that look into a value: under names, rules, functions, texts and unions."""
    match node:
        case n.Transform() | n.Refine() | n.Named() | n.KeptText() | n.ResultOf():
            yield from _opened(path, node.item)
        case n.JsonText(item=item):
            yield from _opened((*path, into_text), item)
        case n.Union(by=by):
            if isinstance(by, n.ByTag):
                yield path, n.At((by.tag,), n.String())
            keyed = node.cases if isinstance(by, n.ByKey) else ()
            for key, below in ((str(tag), case.node) for case in keyed for tag in case.tags):
                yield path, n.At((key,), below)
            for case in node.every[len(keyed) :]:
                yield from _opened(path, case.node)
        case n.Record(members=members):
            yield path, node
            for member in members:
                if member.inline:
                    yield from _opened(path, member.node)
        case _:
            yield path, node


def _into(path: Path, node: n.Node, step: str | int) -> Iterator[_Here]:
    """Where a step leads, if it leads anywhere."""
    below = (*path, step)
    match node:
        case n.Record():
            for member in node.members:
                if member.wire == step and not member.inline:
                    yield below, member.node
                    return
            if node.others is not None and isinstance(step, str):
                yield below, node.others.node
        case n.Dict(value=value):
            if isinstance(step, str):
                yield below, value
        case n.Array(item=item):
            if isinstance(step, int):
                yield below, item
        case n.Tuple(items=items, rest=rest):
            if isinstance(step, int) and step < len(items):
                yield below, items[step]
            elif isinstance(step, int) and rest is not None:
                yield below, rest
        case n.At(steps=(first, *rest), item=item):
            if first == step:
                yield below, n.At(tuple(rest), item) if rest else item
        case n.AnyJson() | n.Bind() | n.Lazy() | n.At():  # they may lead anywhere
            yield below, node
        case n.Scalar():
            pass
        case n.Transform() | n.Refine() | n.Named() | n.JsonText() | n.KeptText() | n.ResultOf() | n.Union():
            yield from ()  # they are opened
        case _:
            assert_never(node)


def _names(opened: Iterable[_Here]) -> Iterator[str]:
    for _, node in opened:
        match node:
            case n.Record():
                yield from (member.wire for member in node.members if not member.inline)
            case n.At(steps=(str(first), *_)):
                yield first
            case _:
                pass
