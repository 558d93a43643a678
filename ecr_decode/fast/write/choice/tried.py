"""Parts that JSON and XML share of the question whether an earlier alternative refuses a value.

A function that answers it adds lines, which doubt the values that the alternative may accept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ....error.findings import FAULT
from ....node import kinds as n
from ....node.known import Names
from ....node.layers import bare, under_names, under_rules
from ....write.text import base64
from ...alternative import OfScalar, alternative_or_fault, first_item, first_of, texts_of
from ...source import spelled
from ...textual import may_be_json
from .. import called
from ..record import attribute_of, none_is_omitted
from ..scalar import check_scalar
from .refusal import refuses_json_text

if TYPE_CHECKING:
    from ..emitter import Emitter


def before(node: n.Union, case: n.Case) -> list[n.Node]:
    """The alternatives that reading tries before a case."""
    index = next(index for index, each in enumerate(node.every) if each is case)
    return [each.node for each in node.every[:index]]


def alternatives_of(nodes: Iterable[n.Node]) -> Iterator[n.Node]:
    """Some nodes, with the alternatives of a union instead of the union."""
    for node in nodes:
        below = under_names(node)
        if isinstance(below, n.Union) and isinstance(below.by, n.ByKind | n.ByTrial):
            yield from alternatives_of(case.node for case in below.every)
        else:
            yield node


def refuses_scalar(e: Emitter, reading: n.Node, written: n.Node, var: str, in_form: OfScalar) -> bool:
    """Whether an alternative, perhaps with rules and functions, refuses the values of a scalar."""
    alone, read = under_names(reading), alternative_or_fault(reading, in_form)
    if isinstance(written, n.JsonText):
        return refuses_json_text(alone, written)
    if not isinstance(written, n.Scalar) or isinstance(written, n.JsonNull):
        return False
    if e.shows(alone, var) is False or _reads_none(alone, written):
        return True
    if _reads_all(alone, written):
        return False
    json_text, texts = bare(reading), texts_of(written)
    if isinstance(json_text, n.JsonText):
        if texts is not None:
            return not any(map(may_be_json(json_text), texts))
        e.doubt_if(f"{e.body.name(may_be_json(json_text))}({_given(e, written, var)})")
        return True
    if read is None:
        return False
    if texts is not None and e.sink.is_text and isinstance(alone, n.Scalar):
        return all(read(text) is FAULT for text in texts)
    e.doubt_if(f"{e.body.name(read)}({_given(e, written, var)}) is not {e.body.name(FAULT)}")
    return True


_NUMBERS = (n.Integer, n.BigInteger, n.Number, n.Decimal)


def _reads_none(reading: n.Node, written: n.ScalarNode) -> bool:
    """Whether a scalar refuses all texts of a format: they have dashes or colons."""
    if not isinstance(written, n.Textual):
        return False
    is_other = isinstance(reading, n.Textual) and reading.format is not written.format
    return is_other or isinstance(reading, _NUMBERS)


def _reads_all(reading: n.Node, written: n.ScalarNode) -> bool:
    """Whether a scalar accepts all values of another, or most of them."""
    match reading, written:
        case n.String() | n.Enumeration(open=True), _:
            return True
        case _, n.Integer() | n.BigInteger():
            return isinstance(reading, _NUMBERS)
        case n.Number() | n.Decimal(), n.Number() | n.Decimal():
            return True
        case n.Textual(), n.Textual():
            return reading.format is written.format
        case _:
            return False


def _given(e: Emitter, node: n.ScalarNode, var: str) -> str:
    """The source of the value of a scalar in a document."""
    match node:
        case n.String():
            check_scalar(e, node, var)
            return var
        case n.Integer() | n.Number() | n.Bool() if not e.sink.is_text:
            return var
        case n.Integer() | n.BigInteger():
            e.must_be(var, int)
            return f"str({var})"
        case n.Number(lenient=False):
            e.must_be(var, float)
            return f"repr({var})"
        case n.Blob():
            check_scalar(e, node, var)
            return f"{e.body.name(base64)}({var})"
        case _:
            return f"{e.body.name(called.text_of(node))}({var})"


def doubt_kept(e: Emitter, needs: Names, written: n.Node, var: str) -> bool:
    """Whether an alternative refuses a record with others: none of these is a member that it needs."""
    record = under_rules(written)
    if not isinstance(record, n.Record) or record.others is None or any(m.inline for m in record.members):
        return False
    missing = needs.difference(m.place if e.sink.is_text else m.wire for m in record.members)
    rest = attribute_of(var, record.others.name)
    prefixed = f" or ':' in ''.join({rest})" if e.sink.is_text else ""  # any prefix may stand there
    for name in sorted(missing)[:1]:
        e.doubt_if(f"{spelled(name)} in {rest}{prefixed}")
    return bool(missing)


def doubt_omitted(e: Emitter, needs: Names, written: n.Node, var: str) -> bool:
    """Whether an alternative refuses a record that may omit a member which the alternative needs."""
    record = under_names(written)
    for member in record.members if isinstance(record, n.Record) else ():
        name = member.place if e.sink.is_text else member.wire
        if name in needs and not member.inline and none_is_omitted(member):
            e.doubt_if(f"{attribute_of(var, member.name)} is not None")
            return True
    return False


def has_any_names(node: n.Node) -> bool:
    """Whether a node writes objects with members of any name."""
    return isinstance(node, n.AnyJson) or (isinstance(node, n.Dict) and under_names(node.key) == n.String())


def items_of(e: Emitter, reading: n.Node, written: n.Node, var: str) -> tuple[n.Node, n.Node, str] | None:
    """The nodes that read and that write the first item of a container, and the variable of the item."""
    item, other = first_item(reading), first_item(written)
    if item is None or other is None or isinstance(reading, n.Dict) is not isinstance(written, n.Dict):
        return None
    first = e.body.variable()
    e.doubt_if(f"not {var}")
    e.body.line(f"{first} = {first_of(written, var)}")
    return item, other, first
