"""The source that checks and writes scalars: exactly the classes that hold nothing unexpected."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import Enum, EnumType
from typing import Any, assert_never, cast

from ...limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ...node import kinds as n
from ...parse.json import LARGEST_JSON, SMALLEST_JSON
from .body import Body, UnsuitedError
from .value import moment, number

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PACKAGE = __name__.partition(".")[0]
_DAY = timedelta(days=1) // timedelta(seconds=1)

_SMALL = 2**30 - 1
"""The largest integer of one digit: Python compares such in less time."""

_EXACT = 8.5e9
"""Within so many seconds of 1970 a double holds every microsecond, and is read back as the same time."""


def write_scalar(node: n.ScalarNode, var: str, body: Body) -> bool:
    """Leave in the variable what is written of it; whether that may be another value."""
    match node:
        case n.String():
            body.line(f"if type({var}) is not str: raise doubt")
        case n.Integer():
            large = (
                f"{var} > {_SMALL} and {var} > {LARGEST_INTEGER} or {var} < 0 and {var} < {SMALLEST_INTEGER}"
            )
            body.line(f"if type({var}) is not int or {large}: raise doubt")
        case n.Bool():
            body.line(f"if type({var}) is not bool: raise doubt")
        case n.Blob():
            body.line(f"if type({var}) is not bytes: raise doubt")
        case n.JsonNull():
            body.line(f"if {var} is not None: raise doubt")
        case n.Number():
            everyday = f"1e-4 <= {var} < 1e15 or {var} == 0.0"
            body.line(f"if type({var}) is not float or not ({everyday}): {var} = {body.name(number)}({var})")
            return True
        case n.Timestamp():
            _write_timestamp(var, body)
            return True
        case n.Enumeration():
            check_enumeration(node, var, body)
        case n.Literal():
            _check_literal(node, var, body)
        case _:
            assert_never(node)
    return False


def _write_timestamp(var: str, body: Body) -> None:
    """Whole seconds are integers; the fast ones are in UTC, and every one of them is read back."""
    cls, utc, epoch = body.name(datetime), body.name(UTC), body.name(_EPOCH)
    body.line(f"if type({var}) is not {cls} or {var}.tzinfo is not {utc}: {var} = {body.name(moment)}({var})")
    with body.block(f"elif {var}.microsecond:"):
        body.line(f"{var} = {var}.timestamp()")
        body.line(f"if not -{_EXACT} < {var} < {_EXACT}: raise doubt")
    with body.block("else:"):
        body.line(f"{var} -= {epoch}")
        body.line(f"{var} = {var}.days * {_DAY} + {var}.seconds")


def check_enumeration(node: n.Enumeration, var: str, body: Body) -> None:
    """The line that doubts what is no member; an open enumeration takes any text."""
    cls: Any = node.cls
    if type(cls) is not EnumType or not all(map(_fits, node.values)) or not _holds_its_value(cls):
        raise UnsuitedError
    member = f"type({var}) is not {body.name(cls)}"
    body.line(f"if {member}{f' and type({var}) is not str' if node.open else ''}: raise doubt")


def _holds_its_value(cls: Any) -> bool:
    """Whether the serializer writes of every member, made later or not, what its value is.

    It writes the text or integer that a member is, if it is one, and else its value.
    """
    made_later = getattr(_first(cls, "_missing_"), "__func__", None)
    is_ours = getattr(made_later, "__module__", "").startswith(f"{_PACKAGE}.")
    if not (is_ours or made_later is vars(Enum)["_missing_"].__func__):
        return False
    if _first(cls, "value") is not vars(Enum)["value"]:
        return False
    members: list[Any] = list(cls)
    match members[0]:
        case str():
            return all(str.__str__(member) == member.value for member in members)
        case int():
            return all(int.__index__(member) == member.value for member in members)
        case _:
            held: Any = cls._member_type_
            return held is object


def _first(cls: Any, name: str) -> Any:
    """What a class has or inherits under a name, as it was defined."""
    lineage: tuple[type, ...] = cls.__mro__
    return next(vars(each)[name] for each in lineage if name in vars(each))


def _check_literal(node: n.Literal, var: str, body: Body) -> None:
    constants = frozenset(zip(node.types, node.values, strict=True))
    if not all(map(_fits, node.values)):
        raise UnsuitedError
    body.line(f"if (type({var}), {var}) not in {body.name(constants)}: raise doubt")


def _fits(constant: str | int | None) -> bool:
    return not isinstance(constant, int) or SMALLEST_JSON <= constant <= LARGEST_JSON


def is_text(node: n.Node) -> bool:
    """Whether what a node writes is the text itself, of that class and no other."""
    below = under_checks(node)
    return isinstance(below, n.String) or (isinstance(below, n.Literal) and {*below.types} == {str})


def under_checks(node: n.Node) -> n.Node:
    """The node under its names and constraints."""
    while isinstance(node, n.Named | n.Refine):
        node = node.item
    return node


def key_scalar(node: n.Node, *, checks: bool) -> n.String | n.Enumeration:
    """The scalar that writes the names of a map: texts that cannot meet."""
    while isinstance(node, n.Named | n.Refine):
        if isinstance(node, n.Refine) and (node.on_read or checks):
            raise UnsuitedError
        node = node.item
    texts = isinstance(node, n.Enumeration) and all(type(value) is str for value in node.values)
    if not isinstance(node, n.String) and not texts:
        raise UnsuitedError
    return cast(n.String | n.Enumeration, node)
