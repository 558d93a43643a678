"""Patterns: paths for counting, without indices, and without names that the decoder does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, assert_never

from ..decoder import Decoder
from ..error.path import IntoText, Path, Step, quote
from ..node import kinds as n
from ..node.walk import unfold

_MOST_STEPS = 16
_MOST_PATTERNS = 10_000


def patterns(codec: Decoder[Any] | None) -> Callable[[Path], str]:
    """How the paths of a decoder's problems are spelled; each spelling is found once."""
    known: dict[Path, str] = {}

    def pattern(path: Path) -> str:
        steps = tuple(0 if isinstance(step, int) else step for step in path)
        spelled = known.get(steps)
        if spelled is None:
            spelled = _pattern(None if codec is None else codec.node, steps)
            if len(known) < _MOST_PATTERNS:  # names of documents may be without end
                known[steps] = spelled
        return spelled

    return pattern


def _pattern(node: n.Node | None, path: Path) -> str:
    """The path with `[]` for an index and `*` for a name of the document."""
    here = [] if node is None else [node]
    spelled = "$"
    for step in path[:_MOST_STEPS]:
        below = [found for each in here for found in _below(each, step)]
        is_known = any(name for name, _ in below)
        here = [found for name, found in below if name or not is_known]
        spelled += _spelled(step, is_known)
    return spelled + "…" * (len(path) > _MOST_STEPS)


def _spelled(step: Step, is_known: bool) -> str:
    match step:
        case IntoText():
            return " -> $"
        case int():
            return "[]"
        case str() if not is_known:
            return ".*"
        case str():
            return f".{step}" if step.isidentifier() else f"[{quote(step)}]"


def _below(node: n.Node, step: Step) -> Iterator[tuple[bool, n.Node]]:
    """The nodes that a step may lead to, each with whether the decoder has the step's name."""
    for each in _opened(node):
        match each, step:
            case n.Record(members=members, others=others), str():
                for member in members:
                    if not member.inline and step in member.names:
                        yield True, member.node
                if others is not None:
                    yield False, others.node
            case n.At(steps=(first, *rest), item=item), _:
                if first == step or (isinstance(first, int) and isinstance(step, int)):
                    yield True, n.At(tuple(rest), item) if rest else item
            case n.Dict(value=value), str():
                yield False, value
            case n.Array(item=item), int():
                yield False, item
            case n.Tuple(), int():
                yield from ((False, item) for item in each.every)
            case n.JsonText(item=item), IntoText():
                yield False, item
            case _:
                pass


def _opened(node: n.Node) -> Iterator[n.Node]:
    """The nodes that look into a value, under all that looks through to others; each once."""
    todo, met = [node], set[int]()
    while todo:
        each = todo.pop()
        if id(each) in met:
            continue
        met.add(id(each))
        match each:
            case n.Transform() | n.Refine() | n.Named() | n.KeptText() | n.ResultOf():
                todo.append(each.item)
            case n.Bind():  # what is read next is not known; what is read first may be shown
                todo.append(each.item)
            case n.Lazy():
                below = unfold(each)
                todo += () if below is None else (below,)
            case n.Union(by=n.ByKey()):
                yield from (n.At((str(tag),), case.node) for case, tag in each.tagged)
                todo += () if each.otherwise is None else (each.otherwise.node,)
            case n.Union(by=by):
                if isinstance(by, n.ByTag):
                    yield n.At((by.tag,), n.String())
                todo += (case.node for case in each.every)
            case n.Record():
                yield each
                todo += (member.node for member in each.members if member.inline)
            case n.Scalar() | n.AnyJson() | n.Array() | n.Dict() | n.Tuple() | n.JsonText() | n.At():
                yield each
            case _:
                assert_never(each)
