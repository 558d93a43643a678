"""The source that checks scalars and spells them as text, escaped for the place where it stands."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Callable
from datetime import UTC, datetime
from typing import assert_never

from ...node import kinds as n
from ..doubt import Doubt
from ..write_json import scalar as json
from ..write_json.body import Body, UnsuitedError
from .element import NIL, Attributes, Place
from .text import escaped, moment


def write_scalar(node: n.ScalarNode, var: str, body: Body, place: Place) -> Attributes:
    """Leave in the variable the text of a scalar."""
    match node:
        case n.String() | n.Integer() | n.Number() | n.Bool() | n.Blob():
            json.write_scalar(node, var, body)
            body.line(f"{var} = {_spelled(node, var, body, place)}")
        case n.Timestamp():
            cls, utc = body.name(datetime), body.name(UTC)
            in_utc = f"type({var}) is {cls} and {var}.tzinfo is {utc}"
            body.line(f"{var} = {var}.isoformat()[:-6] + 'Z' if {in_utc} else {body.name(moment)}({var})")
        case n.Enumeration():
            _write_enumeration(node, var, body, place)
        case n.Literal():
            _write_literal(node, var, body, place)
        case n.JsonNull():
            return _write_null(var, body, place)
        case _:
            assert_never(node)
    return None


def _spelled(
    node: n.String | n.Integer | n.Number | n.Bool | n.Blob, var: str, body: Body, place: Place
) -> str:
    """The source of the text of a scalar that is known to be one."""
    match node:
        case n.String():
            return f"{body.name(place.escape)}({var})"
        case n.Integer():
            return f"str({var})"
        case n.Number():
            return f"repr({var})"
        case n.Bool():
            return f"'true' if {var} else 'false'"
        case n.Blob():
            return f"{body.name(b2a_base64)}({var}, newline=False).decode()"


def _write_enumeration(node: n.Enumeration, var: str, body: Body, place: Place) -> None:
    """A member by the text of its value; an open one may be made for a text that is not listed."""
    json.check_enumeration(node, var, body)
    texts = {value: constant(value, place.escape) for value in node.values}
    if node.open:
        body.line(f"if type({var}) is not str: {var} = {var}._value_")
        body.line(f"{var} = {body.name(texts.get)}({var}) or {body.name(place.escape)}({var})")
    else:
        body.line(f"{var} = {body.name(texts)}[{var}._value_]")


def _write_literal(node: n.Literal, var: str, body: Body, place: Place) -> None:
    constants = zip(node.types, node.values, strict=True)
    texts = {(kind, value): constant(value, place.escape) for kind, value in constants}
    body.line(f"{var} = {body.name(texts)}[type({var}), {var}]")


def constant(value: str | int | bool | None, escape: Callable[[str], str] = escaped) -> str:
    """The text of a constant, escaped."""
    if type(value) is str:
        try:
            return escape(value)
        except Doubt:
            raise UnsuitedError from None
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    raise UnsuitedError


def _write_null(var: str, body: Body, place: Place) -> Attributes:
    body.line(f"if {var} is not None: raise doubt")
    if place.inline:
        raise UnsuitedError
    attributes = body.variable()
    body.line(f"{attributes} = {body.name(NIL)}")
    body.line(f"{var} = ''")
    return attributes
