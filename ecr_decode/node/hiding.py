"""Hiding: which values of a document are secret, by the description that reads or writes it."""

from __future__ import annotations

from collections.abc import Iterable

from ..error.path import Path, Step
from ..error.problem import Alternative, NoAlternative, Problem
from . import kinds as n
from .facts import facts
from .walk import unfold


def hiding(
    node: n.Node, problems: Iterable[Problem], above: Path = (), *, depth: int = 0
) -> tuple[Problem, ...]:
    """The problems of reading or writing a node; those whose values may be secret are hidden.

    `above` is the path to where the paths of the problems begin, and `depth` how many steps lead to the node.
    """
    if not facts(node).secret:
        return tuple(problems)
    return tuple(_hiding(node, problem, above, depth) for problem in problems)


def _hiding(node: n.Node, problem: Problem, above: Path, depth: int) -> Problem:
    why, path = problem.why, above + problem.path
    if isinstance(why, NoAlternative):
        tried = why.alternatives
        why = NoAlternative(
            tuple(Alternative(it.name, hiding(node, it.problems, path, depth=depth), it.more) for it in tried)
        )
    return Problem(problem.path, why, problem.hidden or hides(node, path[depth:]))


def hides(node: n.Node, path: Path) -> bool:
    """Whether the value at a path is in a secret member, or may hold one; what is unknown is hidden."""
    here = _opened([node])
    for step in path:
        below = list[n.Node]()
        for each in here:
            found = _below(each, step)
            if found is None:
                return True
            below += found
        if not below and any(map(_holds_secret, here)):
            return True  # it may be a secret under a name that is misspelled
        here = _opened(below)
    return any(map(_holds_secret, here))


def _holds_secret(node: n.Node) -> bool:
    """Whether a node that was opened may read a secret; of a union by tag, its cases were opened as well."""
    return facts(node).secret and not (isinstance(node, n.Union) and isinstance(node.by, n.ByTag))


_MOST_OPENED = 1000
"""Thunks may unfold for ever; what is not opened is unknown."""


def _opened(nodes: list[n.Node]) -> list[n.Node]:
    """The nodes that read one value: cases, what is inlined, and what is under names, rules and functions."""
    opened, seen, todo = list[n.Node](), dict[int, n.Node](), [*nodes]
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen[id(node)] = node
        match node:
            case n.Lazy():
                below = unfold(node) if len(seen) < _MOST_OPENED else None
                (opened if below is None else todo).append(node if below is None else below)
            case n.Union(by=n.ByTag()):
                opened.append(node)
                todo += [case.node for case in node.every]
            case n.Union(by=n.ByKey(), otherwise=rest):
                opened.append(node)
                todo += () if rest is None else (rest.node,)
            case n.Union():
                todo += [case.node for case in node.every]
            case n.Record():
                opened.append(node)
                todo += [member.node for member in node.members if member.inline]
            case n.Named() | n.Refine() | n.Transform() | n.Bind() | n.KeptText() | n.ResultOf():
                todo.append(node.item)  # what the function of a bind chooses hides its own
            case _:
                opened.append(node)
    return opened


def _below(node: n.Node, step: Step) -> tuple[n.Node, ...] | None:
    """What reads the value at a step below a node, or None where that value is secret or unknown."""
    match node:
        case n.Record():
            named = [m for m in node.members if not m.inline and step in (*m.names, m.place, m.qualified)]
            if any(member.secret for member in named):
                return None
            rest = () if named or node.others is None or facts(node).secret else (node.others.node,)
            return (*(member.node for member in named), *rest)
        case n.Union(by=n.ByTag(tag)):
            return (_TAG,) if step == tag else ()
        case n.Union():
            return tuple(case.node for case in node.cases if step in {*map(str, case.tags)})
        case n.At(steps=(first, *further)):
            below = n.At((*further,), node.item, node.default) if further else node.item
            return (below,) if step == first else ()
        case n.Dict():
            return (node.value,)
        case n.Tuple():
            return node.nodes(step + 1)[step : step + 1] if isinstance(step, int) else ()
        case n.Array() | n.JsonText():
            return (node.item,)
        case n.Lazy():
            return None
        case _:
            return ()


_TAG = n.String()
