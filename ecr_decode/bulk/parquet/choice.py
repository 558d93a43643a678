"""Choices: which case of a union a JSON tree that was written is of, as reading it would decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias, assert_never

from returns.result import Success

from ...decoder import Decoder
from ...guard import is_array, is_dict
from ...node import kinds as n
from ...node.facts import decides
from ...node.walk import json_kind_of
from ...read.kind import is_among

Chosen: TypeAlias = tuple[n.Case, Any]
"""A case, and the tree that it reads."""


def chooser(node: n.Union) -> Callable[[Any], Chosen]:
    """What decides for a case of a union."""
    rest = node.cases[-1] if node.otherwise is None else node.otherwise
    match node.by:
        case n.ByTag(tag=tag):
            return lambda tree: (_tagged(node, _member(tree, tag), rest), tree)
        case n.ByKey():
            return lambda tree: _keyed(node, tree, rest)
        case n.ByKind():
            kinds = [(case, decides(case.node)) for case in node.cases]
            return lambda tree: (_first(case for case, reads in kinds if _kind(tree) in reads) or rest, tree)
        case n.ByTrial():
            tried = [(case, Decoder[Any](case.node).of_json) for case in node.cases]
            return lambda tree: (
                _first(case for case, reads in tried if isinstance(reads(tree), Success)) or rest,
                tree,
            )
        case _:
            assert_never(node.by)


def _tagged(node: n.Union, found: Any, rest: n.Case) -> n.Case:
    return _first(case for case in node.cases if is_among(found, case.tags)) or rest


def _keyed(node: n.Union, tree: Any, rest: n.Case) -> Chosen:
    for case, tag in node.tagged:
        if is_dict(tree) and str(tag) in tree:
            return case, tree[str(tag)]
    return rest, tree


def _member(tree: Any, name: str) -> Any:
    return tree.get(name) if is_dict(tree) else None


def _first(cases: Iterator[n.Case]) -> n.Case | None:
    return next(cases, None)


def _kind(tree: Any) -> str:
    if is_dict(tree):
        return "object"
    if is_array(tree):
        return "array"
    return "number" if isinstance(tree, float | Decimal) else json_kind_of(tree)
