"""The scalars of JSON, strict: nothing is coerced."""

from __future__ import annotations

from ..codec import Codec
from ..node import kinds as n
from ..node.kinds import JsonValue

string: Codec[str] = Codec(n.String())
"""Text."""

integer: Codec[int] = Codec(n.Integer())
"""An integer, exact from -2^63 to 2^63-1; True is none."""

number: Codec[float] = Codec(n.Number())
"""A number, as the nearest double."""

boolean: Codec[bool] = Codec(n.Bool())
"""True or false."""

null: Codec[None] = Codec(n.JsonNull())
"""Null."""

json_value: Codec[JsonValue] = Codec(n.AnyJson())
"""Any JSON value, left as it is."""
