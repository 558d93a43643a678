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


_ANY = -1
"""What is kept instead of an index that does not matter."""

_MOST_KNOWN = 1000
"""The names in paths may be those of documents, which are without end."""


def hides(node: n.Node, path: Path) -> bool:
    """Whether the value at a path is in a secret member, or may hold one; what is unknown is hidden.

    Answers are kept, because the lines of a stream tend to be wrong in the same places.
    """
    known: dict[Path, bool] = vars(node).setdefault("hides", {})
    alike = tuple(_ANY if isinstance(step, int) else step for step in path)
    for steps in (alike, path):
        if (answer := known.get(steps)) is not None:
            return answer
    answer, counts = _hides(node, path)
    if len(known) < _MOST_KNOWN:
        known[path if counts else alike] = answer
    return answer


def _hides(node: n.Node, path: Path) -> tuple[bool, bool]:
    """Whether the value at a path may be secret, and whether the indices in the path matter."""
    here, counts = _opened([node]), False
    for step in path:
        counts = counts or (isinstance(step, int) and any(isinstance(each, n.Tuple | n.At) for each in here))
        below = list[n.Node]()
        for each in here:
            found = _below(each, step)
            if found is None:
                return True, counts
            below += found
        if not below and any(map(_holds_secret, here)):
            return True, counts  # it may be a secret under a name that is misspelled
        here = _opened(below)
    return any(map(_holds_secret, here)), counts


def _holds_secret(node: n.Node) -> bool:
    """Whether a node that was opened may read a secret; of a union by tag, its cases were opened as well."""
    return facts(node).secret and not (isinstance(node, n.Union) and isinstance(node.by, n.ByTag))


_MOST_OPENED = 1000
"""Thunks may unfold for ever; what is not opened is unknown."""


def _opened(nodes: list[n.Node]) -> list[n.Node]:
    """The nodes that read one value: cases, what is inlined, and what is under names, rules and functions."""
    opened, seen, todo = list[n.Node](), set[int](), [*nodes]
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
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
            named = _placed(node).get(step, ())
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


def _placed(node: n.Record) -> dict[Step, list[n.Member]]:
    """The members of a record by the steps that lead to them."""
    placed: dict[Step, list[n.Member]] | None = vars(node).get("placed")
    if placed is None:
        placed = {}
        for member in node.members:
            if not member.inline:
                for step in {*member.names, member.place, member.qualified}:
                    placed.setdefault(step, []).append(member)
        vars(node)["placed"] = placed
    return placed


_TAG = n.String()
