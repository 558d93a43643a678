"""Whether all earlier alternatives of a union by trial refuse what is written as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ....node import kinds as n
from ....node.facts import facts
from ....node.known import OBJECT, STRING
from ....node.layers import bare, core, under_rules
from ...read_json.scalar import scalar_or_fault
from ...source import spelled
from .refusal import refuses
from .tried import alternatives_of, doubt_kept, doubt_omitted, has_any_names, items_of, refuses_scalar

if TYPE_CHECKING:
    from ..emitter import Emitter


def tried_in_json(e: Emitter, earlier: Sequence[n.Node], written: n.Node, var: str) -> bool:
    """Whether all earlier alternatives refuse what a node writes as JSON; lines doubt what they may take."""
    asked: dict[tuple[int, int], bool] = {}
    ways = (_doubt_members, _doubt_scalars, _doubt_names, _doubt_items)
    return all(
        refuses(each, written, asked) or any(way(e, each, written, var) for way in ways)
        for each in alternatives_of(earlier)
    )


def _doubt_members(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a line can doubt an object of any members that has those of a record."""
    below, known = under_rules(written), facts(reading)
    if not has_any_names(below) or known.reads != OBJECT or (isinstance(below, n.Dict) and not known.needs):
        return False
    constants = {
        name: tuple(value for _, value in known.fixed[name]) for name in known.needs & known.fixed.keys()
    }
    held = [f"{var}[{spelled(name)}] in {e.body.name(values)}" for name, values in constants.items()]
    needed = f"{e.body.name(known.needs)} <= {var}.keys()"
    e.doubt_if(" and ".join((f"type({var}) is dict", needed, *held)))
    return True


def _doubt_scalars(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a line can doubt a scalar that another one reads."""
    below, other = under_rules(written), bare(reading)
    if isinstance(below, n.Decimal) and isinstance(other, n.Integer | n.BigInteger):
        e.doubt_if(f"{var} % 1 == 0")
        return True
    suits = isinstance(below, n.Integer | n.Number | n.Bool) or facts(below).writes == STRING
    return (
        suits and not isinstance(other, n.Decimal) and refuses_scalar(e, reading, below, var, scalar_or_fault)
    )


def _doubt_names(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a line can doubt a record that has what another needs, where it may lack that."""
    needs = facts(reading).needs if facts(reading).reads == OBJECT else frozenset[str]()
    return doubt_omitted(e, needs, written, var) or doubt_kept(e, needs, written, var)


def _doubt_items(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether lines can doubt a container without items, or with a first one that another may read."""
    found = items_of(e, core(reading), under_rules(written), var)
    return found is not None and tried_in_json(e, (found[0],), found[1], found[2])
