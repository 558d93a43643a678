"""Classes: of which class the values are that a node writes, where the description says it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias, assert_never, get_origin
from uuid import UUID

from ..kept import Kept
from . import kinds as n

Classes: TypeAlias = tuple[type, ...]


_TEXTUAL: dict[n.TextFormat, type] = {
    n.TextFormat.DATE: date,
    n.TextFormat.DATE_TIME: datetime,
    n.TextFormat.TIME: time,
    n.TextFormat.UUID: UUID,
}


def written_classes(node: n.Node) -> Classes:
    """The classes of the values that a node writes; empty if the description does not say.

    Thunks are not called: unions are built before what they name.
    """
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
            return (_TEXTUAL[form],)
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
            classes = [written_classes(each.node) for each in node.every]
            return () if () in classes else tuple(dict.fromkeys(sum(classes, ())))
        case n.At(item=item, default=default, required=False):
            found = written_classes(item)
            return tuple(dict.fromkeys((*found, type(default)))) if found else ()
        case n.Refine() | n.Named() | n.JsonText() | n.At():
            return written_classes(node.item)
        case n.KeptText():
            return (Kept,)
        case n.Transform() | n.Bind() | n.AnyJson() | n.Lazy() | n.ResultOf():
            return ()
        case _:
            assert_never(node)


def _made_by(construct: object) -> Classes:
    maker = get_origin(construct) or construct
    return (maker,) if isinstance(maker, type) else ()
