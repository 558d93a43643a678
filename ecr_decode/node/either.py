"""`a | b`: the union of some nodes, told apart by their JSON kinds, else by their members, else in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from . import kinds as n
from .facts import decides, facts
from .written import is_late, written_classes


def either(nodes: Iterable[n.Node], *, writes: bool) -> n.Union:
    """The union of some nodes; such unions among them are taken apart."""
    alternatives = [each for node in nodes for each in _alternatives(node)]
    if any(map(never_fails, alternatives[:-1])):
        raise ValueError("result_of(...) | ...: it never fails; put it last")
    apart = all(not one & other for one, other in combinations(map(_certain_kinds, alternatives), 2))
    certain = all(map(_certain_kinds, alternatives))
    cases = tuple(_case(each, writes=writes) for each in alternatives)
    return n.Union(n.ByKind() if apart and certain else n.ByTrial(), cases)


def _alternatives(node: n.Node) -> Iterator[n.Node]:
    if isinstance(node, n.Union) and node.is_unnamed:
        yield from (case.node for case in node.cases)
    else:
        yield node


def _certain_kinds(node: n.Node) -> frozenset[str]:
    """The JSON kinds by which a node is chosen; empty if it reads others as well."""
    return decides(node) if _reads_no_other(node) else frozenset()


def _reads_no_other(node: n.Node) -> bool:
    """Whether a node reads the kinds alone by which it is chosen; lenient scalars read more."""
    match node:
        case n.Scalar():
            return facts(node).reads <= decides(node)
        case n.Array(item=item, lone=lone):
            return not lone or _reads_no_other(item)
        case n.Union():
            return all(_reads_no_other(case.node) for case in node.every)
        case n.Transform() | n.Refine() | n.Named() | n.Bind():
            return _reads_no_other(node.item)
        case _:
            return True


def _case(node: n.Node, *, writes: bool) -> n.Case:
    name = _name(node)
    classes = written_classes(node) if writes else ()
    if writes and not classes and not is_late(node):
        raise ValueError(
            f"a | b: the class that {name} writes is not known; "
            f'write one_of(case("{name}", codec, when=C) | case("name", other))'
        )
    return n.Case(name, node, classes)


def _name(node: n.Node) -> str:
    """What an error calls a node: its own name, else that of its record, else its kind."""
    match node:
        case n.Named(name=name) | n.Record(name=name):
            return name
        case n.Transform() | n.Refine() | n.Bind():
            return _name(node.item)
        case n.Scalar():
            return node.spell(inside=True)
        case n.AnyJson() | n.Lazy():
            return "value"
        case _:
            return " or ".join(sorted(decides(node))) or "value"


def never_fails(node: n.Node) -> bool:
    """Whether a node reads any value, so that a case after it is never tried."""
    match node:
        case n.ResultOf():
            return True
        case n.Named() | n.Refine(on_read=False) | n.Transform(fallible=False):
            return never_fails(node.item)
        case n.Union(but_null=rest):
            return rest is not None and never_fails(rest)
        case _:
            return False
