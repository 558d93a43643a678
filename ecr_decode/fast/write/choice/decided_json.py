"""Whether the kind of what is written as JSON decides for a case of a union by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....node import kinds as n
from ....node.facts import decides, facts
from ....node.known import NONE
from ....node.layers import under_rules
from .tied import CLASSES

if TYPE_CHECKING:
    from ..emitter import Emitter


def decided_in_json(node: n.Union, case: n.Case) -> bool:
    """Whether the JSON kinds that a case writes decide for it."""
    is_finite = isinstance(under_rules(case.node), n.Number)  # other doubles are in doubt
    writes = decides(case.node) if is_finite else facts(case.node).writes
    others = [decides(other.node) for other in node.cases if other is not case]
    own = case is node.otherwise or writes <= decides(case.node)
    return own and writes.isdisjoint(frozenset[str]().union(*others))


def decided_by_rest(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether lines can doubt a tree of a kind that decides for another case than the one for the rest."""
    if case is not node.otherwise or not isinstance(under_rules(case.node), n.AnyJson):
        return False
    kinds = NONE.union(*(decides(other.node) for other in node.cases))
    classes = frozenset(cls for kind in kinds for cls in CLASSES[kind])
    is_number = "" if bool in classes else f" and type({var}) is not bool"
    e.doubt_if(f"isinstance({var}, {e.body.name((*classes,))}){is_number}")
    return True
