"""Classes: of which class the values are that a node writes, where the description says it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias, assert_never, get_origin
from uuid import UUID

from returns.result import Success

from ..kept import Kept
from . import kinds as n
from .layers import under_rules
from .walk import unfold

Classes: TypeAlias = tuple[type, ...]

_ANY: Classes = (object,)

TEXTUAL: dict[n.TextFormat, type] = {
    n.TextFormat.DATE: date,
    n.TextFormat.DATE_TIME: datetime,
    n.TextFormat.TIME: time,
    n.TextFormat.UUID: UUID,
}
"""The class of the values that a text of each format spells."""


def written_classes(node: n.Node) -> Classes:
    """The classes of the values that a node writes; empty if the description does not say.

    Thunks are not called: unions are built before what they name.
    """
    return _classes(node, None)


def classes_of(case: n.Case) -> Classes:
    """The classes of the values that a case writes; those behind a thunk are found on first use."""
    if case.when or not is_late(case.node):
        return case.when
    known: Classes | None = vars(case.node).get("classes")
    if known is None:
        known = vars(case.node)["classes"] = _classes(case.node, frozenset()) or _ANY
    return known


def own_tag(node: n.Union, case: n.Case) -> n.Member | None:
    """The tag as a member of the record of a case; `otherwise` reads the record with another tag, or none."""
    if not isinstance(node.by, n.ByTag) or node.otherwise is None:
        return None
    record, others = under_rules(case.node), _classes(node.otherwise.node, frozenset())
    if not isinstance(record, n.Record) or set(case.when).isdisjoint(others):
        return None
    tag = node.by.tag
    return next((each for each in record.members if each.wire == tag and _is_itself(each.node)), None)


def _is_itself(node: n.Node) -> bool:
    """Whether what a node reads is the tag itself."""
    return isinstance(under_rules(node), n.String | n.Integer | n.Bool | n.Literal)


def is_late(node: n.Node) -> bool:
    """Whether a thunk says what a node writes."""
    match node:
        case n.Lazy():
            return True
        case n.Refine() | n.Named() | n.JsonText() | n.At():
            return is_late(node.item)
        case n.Union():
            return any(is_late(case.node) for case in node.every)
        case _:
            return False


def _classes(node: n.Node, unfolded: frozenset[int] | None) -> Classes:
    match node:
        case n.JsonNull():
            return (type(None),)
        case n.Bool():
            return (bool,)
        case n.Integer() | n.BigInteger():
            return (int,)
        case n.Number():
            return (float,)
        case n.Decimal():
            return (Decimal,)
        case n.Textual(format=form):
            return (TEXTUAL[form],)
        case n.String():
            return (str,)
        case n.Blob():
            return (bytes,)
        case n.Timestamp() | n.FormattedTime():
            return (datetime,)
        case n.Array() | n.Tuple():
            return (tuple,)
        case n.Dict():
            return (dict,)
        case n.Enumeration(cls):
            return (cls,)
        case n.Literal(types=types):
            return tuple(dict.fromkeys(types))
        case n.Record(construct=construct):
            return _made_by(construct)
        case n.Transform(decode=decode, fallible=False):
            return _made_by(decode)
        case n.Union():
            classes = [_classes(each.node, unfolded) for each in node.every]
            return () if () in classes else tuple(dict.fromkeys(sum(classes, ())))
        case n.ResultOf():
            return (Success,)
        case n.At(item=item, default=default, required=False):
            found = written_classes(item)
            return tuple({**dict.fromkeys(found), type(default): None}) if found else ()
        case n.Refine() | n.Named() | n.JsonText() | n.At():
            return _classes(node.item, unfolded)
        case n.Lazy():
            if unfolded is None or id(node) in unfolded:
                return ()
            below = unfold(node)
            return () if below is None else _classes(below, unfolded | {id(node)})
        case n.KeptText():
            return (Kept,)
        case n.Transform() | n.Bind() | n.AnyJson():
            return ()
        case _:
            assert_never(node)


def _made_by(construct: object) -> Classes:
    maker = get_origin(construct) or construct
    return (maker,) if isinstance(maker, type) else ()
