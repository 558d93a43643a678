"""Whether what is written in XML looks like what decides for a case of a union by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....node import kinds as n
from ....node.facts import facts
from ....node.known import Names
from ....node.layers import bare, under_rules
from ...alternative import texts_of
from ...read_xml.looks import SHOWN, of_kinds, shown_by_text
from .. import called
from ..scalar import check_scalar
from .tried import alternatives_of
from .tried_xml import lack, names_in, refuses_names

if TYPE_CHECKING:
    from ..emitter import Emitter
    from ..place import Place


def decided_in_xml(
    e: Emitter, node: n.Union, case: n.Case, var: str, place: Place, *, part: n.Node | None = None
) -> bool:
    """Whether the kind of an element decides for a case; lines doubt texts that may be something else.

    Of a case that may be null, the other part is looked at.
    """
    below = bare(part or case.node)
    if isinstance(below, n.Union) and below.but_null is not None and _chosen(node, "null") is case:
        with e.body.block(f"if {var} is not None:"):
            return decided_in_xml(e, node, case, var, place, part=below.but_null)
    if isinstance(below, n.Union) and not isinstance(below.by, n.ByKey | n.ByTag):  # which writes a value?
        return all(_decides(node, case, bare(each)) for each in alternatives_of((below,)))
    if isinstance(below, n.Scalar | n.JsonText):
        look = _look_of(below)
        return (
            _is_text(e, node, case, part or case.node, var) if look is None else _chosen(node, look) is case
        )
    if _may_have_text(below):
        return False
    fitting = of_kinds(node, _NESTED)
    told = [each for each in fitting if facts(each.node).is_told_in_xml]
    names = names_in(below, place)
    for known in (facts(each.node) for each in told if each is not case):
        is_other = names is not None and lack(names, known)
        if not is_other and not refuses_names(e, known, below, var, place):
            return False
    if facts(case.node).is_told_in_xml:
        return any(each is case for each in fitting)
    if told and len(told) < len(fitting):  # one alone is read without a look at its members
        fitting = [each for each in fitting if each not in told]
    return case is (fitting[0] if fitting else node.otherwise)


def _decides(node: n.Union, case: n.Case, below: n.Node) -> bool:
    """Whether a case reads every value that a part of it writes."""
    look = _look_of(below)
    if look is not None:
        return _chosen(node, look) is case
    fitting = of_kinds(node, _NESTED)
    is_first = bool(fitting) and fitting[0] is case
    are_told = any(facts(each.node).is_told_in_xml for each in fitting)
    return is_first and not are_told and isinstance(below, n.Array | n.Tuple | n.Dict)


def _may_have_text(node: n.Node) -> bool:
    """Whether an element may have a text beside its members, or that is not known."""
    match node:
        case n.Record():
            return node.has_text or node.others is not None
        case n.Union(by=n.ByKey(), otherwise=None):
            return False
        case n.Union(by=n.ByTag(), otherwise=None):
            return any(_may_have_text(bare(case.node)) for case in node.cases)
        case _:
            return not isinstance(node, n.Array | n.Tuple | n.Dict)


def _is_text(e: Emitter, node: n.Union, case: n.Case, part: n.Node, var: str) -> bool:
    """Whether a text is read by a case; a line doubts those that look like something else."""
    looks, below = frozenset(look for look in _LOOKS if _chosen(node, look) is case), under_rules(part)
    texts = texts_of(below)
    if texts is not None:
        return looks.issuperset(map(shown_by_text, texts))
    if isinstance(below, n.JsonText):  # never blank
        return looks >= _LOOKS - {"blank"}
    if "text" not in looks or not isinstance(below, n.Scalar):
        return False
    if not isinstance(below, n.String):
        text = f"{e.body.name(called.text_of(below))}({var})"
        e.doubt_if(f"{e.body.name(shown_by_text)}({text}) not in {e.body.name(looks)}")
        return True
    check_scalar(e, n.String(), var)
    if looks == _LOOKS - {"blank"}:
        e.doubt_if(f"not {var} or {var}.isspace()")
    elif looks != _LOOKS:
        e.doubt_if(f"{e.body.name(shown_by_text)}({var}) not in {e.body.name(looks)}")
    return True


_LOOKS: Names = frozenset(("text", "boolean", "number", "blank"))


def _chosen(node: n.Union, look: str) -> n.Case | None:
    """The case of a union by kind that reads a text of a look; None if members may tell as well."""
    found = of_kinds(node, SHOWN[look])
    if any(facts(each.node).is_told_in_xml for each in found):
        return None
    return found[0] if found else node.otherwise


def _look_of(node: n.Node) -> str | None:
    """What all texts of a scalar look like; None where that depends on the value."""
    match node:
        case n.JsonNull():
            return "null"
        case n.Bool():
            return "boolean"
        case n.Integer() | n.BigInteger() | n.Number() | n.Decimal():
            return "number"
        case n.FormattedTime(format=n.TimeFormat.EPOCH_SECONDS):
            return "number"
        case n.Textual() | n.Timestamp() | n.FormattedTime():
            return "text"
        case _:
            return None


_NESTED: Names = frozenset(("array", "object", "string"))
"""The kinds that an element may be of by what is written of a container."""
