"""The source that checks scalars: exactly the classes that hold nothing unexpected."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, EnumType
from typing import TYPE_CHECKING, Any

from ...limits import LARGEST_INTEGER, MOST_DIGITS, SMALLEST_INTEGER
from ...node import kinds as n
from ...node.layers import under_rules
from ...parse.number import LARGEST_JSON, SMALLEST_JSON
from ..source import UnsuitedError, spelled
from .place import Place, Written

if TYPE_CHECKING:
    from .emitter import Emitter

_PACKAGE = __name__.partition(".")[0]

_SMALL = 2**30 - 1
"""The largest integer of one digit: Python compares such in less time."""


_MOST_DECIMAL = Decimal("1e300")
"""Decimals below it are finite; larger ones are left to the plain writer."""


def write_scalar(e: Emitter, node: n.ScalarNode, var: str, place: Place) -> Written:
    """Leave in the variable what is written of a scalar."""
    check_scalar(e, node, var)
    return e.sink.scalar(e, node, var, place)


def check_scalar(e: Emitter, node: n.ScalarNode, var: str) -> None:
    """Doubt what is not the scalar, unless that is known; numbers and times are checked when written."""
    if e.checked.get(var) is node or e.shows(node, var):
        return
    e.checked[var] = node
    match node:
        case n.String():
            e.must_be(var, str)
        case n.Integer():
            e.must_be(var, int)
            e.doubt_if(f"{var} > {_SMALL} and {var} > {LARGEST_INTEGER}")
            if e.sink.takes_more:  # orjson refuses those that are too small itself
                e.doubt_if(f"{var} < 0 and {var} < {SMALLEST_INTEGER}")
        case n.Bool():
            e.must_be(var, bool)
        case n.Blob():
            e.must_be(var, bytes)
        case n.JsonNull():
            e.doubt_if(f"{var} is not None")
        case n.Enumeration():
            _check_enumeration(e, node, var)
        case n.Literal():
            _check_literal(e, node, var)
        case n.BigInteger():
            e.must_be(var, int)
            e.doubt_if(f"not {e.body.name(SMALLEST_JSON)} <= {var} <= {e.body.name(LARGEST_JSON)}")
        case n.Decimal():
            e.must_be(var, Decimal)
            most = e.body.name(_MOST_DECIMAL)
            e.doubt_if(f"not -{most} < {var} < {most} or len(str({var})) > {MOST_DIGITS}")
        case n.Number() | n.Timestamp() | n.Textual() | n.FormattedTime():
            del e.checked[var]


def _check_enumeration(e: Emitter, node: n.Enumeration, var: str) -> None:
    """An open enumeration takes any text."""
    if not is_plain(node):
        raise UnsuitedError
    text = f" and type({var}) is not str" if node.open else ""
    e.doubt_if(f"type({var}) is not {e.class_name(node.cls)}{text}")


def is_plain(node: n.Enumeration) -> bool:
    """Whether the serializers write members as the plain writer does."""
    return type(node.cls) is EnumType and all(map(_fits, node.values)) and _holds_its_value(node.cls)


def _holds_its_value(cls: Any) -> bool:
    """Whether the serializers write of every member, made later or not, what its value is.

    They write the text or integer that a member is, if it is one, and else its value.
    """
    made_later = getattr(_first(cls, "_missing_"), "__func__", None)
    is_ours = getattr(made_later, "__module__", "").startswith(f"{_PACKAGE}.")
    if not (is_ours or made_later is vars(Enum)["_missing_"].__func__):
        return False
    if _first(cls, "value") is not vars(Enum)["value"]:
        return False
    members: list[Any] = list(cls)
    read: Any = {str: str.__str__, int: int.__index__}.get(cls._member_type_)
    return cls._member_type_ is object if read is None else all(read(each) == each.value for each in members)


def _first(cls: Any, name: str) -> Any:
    """What a class has or inherits under a name, as it was defined."""
    lineage: tuple[type, ...] = cls.__mro__
    return next(vars(each)[name] for each in lineage if name in vars(each))


def _check_literal(e: Emitter, node: n.Literal, var: str) -> None:
    if not all(map(_fits, node.values)):
        raise UnsuitedError
    match node.values:
        case [str(text)]:
            e.must_be(var, str)
            e.doubt_if(f"{var} != {spelled(text)}")
            return
        case _:
            constants = frozenset(zip(node.types, node.values, strict=True))
    e.doubt_if(f"(type({var}), {var}) not in {e.body.name(constants)}")


def _fits(constant: str | int | None) -> bool:
    return not isinstance(constant, int) or SMALLEST_JSON <= constant <= LARGEST_JSON


def is_tag(node: n.Node) -> bool:
    """Whether a node writes tags as they are."""
    return isinstance(under_rules(node), n.String | n.Integer | n.Bool | n.Literal)
