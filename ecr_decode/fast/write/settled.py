"""Whether a union in JSON is read as the case that is written: by what is known of cases, or of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.facts import decides, facts
from ...node.known import NONE, OBJECT, STRING, Names
from ...node.layers import bare, core, under_names, under_rules
from ..alternative import alternative_or_fault
from ..read_json.scalar import scalar_or_fault
from ..source import spelled
from ..textual import may_be_json
from . import called
from .record import attribute_of, none_is_omitted
from .refusal import refuses
from .scalar import check_scalar
from .tied import CLASSES

if TYPE_CHECKING:
    from .emitter import Emitter


def tried_in_json(e: Emitter, earlier: Sequence[n.Node], written: n.Node, var: str) -> bool:
    """Whether all earlier alternatives refuse what a node writes as JSON; lines doubt what they may take."""
    asked: dict[tuple[int, int], bool] = {}
    ways = (_doubt_members, _doubt_scalars, _doubt_omitted, _doubt_items, _doubt_kept)
    return all(
        refuses(each, written, asked) or any(way(e, each, written, var) for way in ways)
        for each in alternatives_of(earlier)
    )


def alternatives_of(nodes: Iterable[n.Node]) -> Iterator[n.Node]:
    """Some nodes, and in the place of unions all that those may read as."""
    for node in nodes:
        below = under_names(node)
        if isinstance(below, n.Union) and isinstance(below.by, n.ByKind | n.ByTrial):
            yield from alternatives_of(case.node for case in below.every)
        else:
            yield node


def _doubt_members(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a line can doubt an object of any members that has those of a record."""
    below, known = under_rules(written), facts(reading)
    is_any = isinstance(below, n.AnyJson) or (
        isinstance(below, n.Dict) and under_names(below.key) == n.String()
    )
    if not is_any or known.reads != OBJECT or (isinstance(below, n.Dict) and not known.needs):
        return False
    constants = {
        name: tuple(value for _, value in known.fixed[name]) for name in known.needs & known.fixed.keys()
    }
    held = [f"{var}[{spelled(name)}] in {e.body.name(values)}" for name, values in constants.items()]
    needed = f"{e.body.name(known.needs)} <= {var}.keys()"
    e.doubt_if(" and ".join((f"type({var}) is dict", needed, *held)))
    return True


def _doubt_omitted(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a line can doubt a record that has what another needs, where it may lack that."""
    omitted = {member.wire: member for member in omitted_members(written)}
    return facts(reading).reads == OBJECT and lacks(e, facts(reading).needs, omitted, var)


def _doubt_scalars(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a line can doubt a scalar that another one reads."""
    reading, below = under_names(reading), under_rules(written)
    is_same = isinstance(below, _AS_IT_IS)
    if not isinstance(below, n.Scalar):
        return False
    if e.shows(reading, var) is False:
        return True
    given = var if is_same else f"{e.body.name(called.text_of(below))}({var})"
    if isinstance(reading, n.JsonText):
        if isinstance(below, n.String):
            check_scalar(e, below, var)
        e.doubt_if(f"{e.body.name(may_be_json(reading))}({given})")
        return facts(below).writes == STRING
    if isinstance(below, n.Decimal) and isinstance(reading, n.Integer | n.BigInteger):
        e.doubt_if(f"{var} % 1 == 0")
        return True
    if not (is_same or facts(below).writes == STRING):
        return False
    read = alternative_or_fault(reading, scalar_or_fault)
    if read is None or isinstance(bare(reading), n.Decimal):  # digits are read for one
        return False
    e.doubt_if(f"{e.body.name(read)}({given}) is not {e.body.name(FAULT)}")
    return True


_AS_IT_IS = (n.String, n.Integer, n.Number, n.Bool)
"""The scalars whose values are written as they are."""


def _doubt_kept(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether a line can doubt a record that keeps what another needs."""
    return facts(reading).reads == OBJECT and doubt_kept(e, facts(reading).needs, written, var)


def doubt_kept(e: Emitter, needs: Names, written: n.Node, var: str) -> bool:
    """The same, of the names of members, or of their places in an element, where any prefix may stand."""
    record = under_rules(written)
    if not isinstance(record, n.Record) or record.others is None or any(m.inline for m in record.members):
        return False
    missing = needs.difference(m.place if e.sink.is_text else m.wire for m in record.members)
    rest = attribute_of(var, record.others.name)
    prefixed = f" or ':' in ''.join({rest})" if e.sink.is_text else ""
    for name in sorted(missing)[:1]:
        e.doubt_if(f"{spelled(name)} in {rest}{prefixed}")
    return bool(missing)


def _doubt_items(e: Emitter, reading: n.Node, written: n.Node, var: str) -> bool:
    """Whether lines can doubt a container without items, or with a first one that another may read."""
    item, other = item_of(core(reading)), item_of(under_rules(written))
    if item is None or other is None or "array" in facts(reading).reads ^ facts(written).writes:
        return False
    e.doubt_if(f"not {var}")
    first = e.body.variable()
    e.body.line(f"{first} = {first_of(under_rules(written), var)}")
    return tried_in_json(e, (item,), other, first)


def first_of(container: n.Node, var: str) -> str:
    """The source of the first item of a container that has one."""
    return f"next(iter({var}.values()))" if isinstance(container, n.Dict) else f"{var}[0]"


def item_of(node: n.Node) -> n.Node | None:
    """What the first item of a container is."""
    match node:
        case n.Tuple(items=(first, *_)):
            return first
        case n.Array(item=item, lone=False, null_as_absent=False):
            return item
        case n.Dict(value=item, null_as_absent=False):
            return item
        case _:
            return None


def before(node: n.Union, case: n.Case) -> tuple[n.Case, ...]:
    """The cases that reading tries before one."""
    index = next(index for index, each in enumerate(node.every) if each is case)
    return node.every[:index]


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


def omitted_members(node: n.Node) -> list[n.Member]:
    """The members of a record that are not written where they are None."""
    record = under_names(node)
    members = record.members if isinstance(record, n.Record) else ()
    return [member for member in members if not member.inline and none_is_omitted(member)]


def lacks(e: Emitter, needs: Names, omitted: dict[str, n.Member], var: str) -> bool:
    """Whether a record may lack what is needed; a line doubts one that does not."""
    found = next((omitted[name] for name in sorted(needs) if name in omitted), None)
    if found is not None:
        e.doubt_if(f"{attribute_of(var, found.name)} is not None")
    return found is not None
