"""The scalars of AWS: one shape is read from JSON, XML and headers, so its spellings as text are taken too.

Each accepts what `msgspec.convert` accepts with `strict=False`. Timestamps also accept ISO 8601 without a
zone or a time, and HTTP dates. A table in the documentation lists the spellings, and that table is a test.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from ..codec import Codec
from ..node import kinds as n

A = TypeVar("A")

integer: Codec[int] = Codec(n.Integer(lenient=True))
"""An integer of 64 bits, or its text; one spelled with a fraction or exponent must be whole."""

long: Codec[int] = Codec(n.Integer(lenient=True, long=True))
"""The same as `integer`, tagged as a long."""

double: Codec[float] = Codec(n.Number(lenient=True))
"""A double, or its text; not a number and the infinities only as text, and so written."""

boolean: Codec[bool] = Codec(n.Bool(lenient=True))
"""True or false, 1 or 0, or the text of one of these."""

timestamp: Codec[datetime] = Codec(n.Timestamp())
"""A moment with its zone: epoch seconds, ISO 8601 or an HTTP date; epoch seconds where JSON is written."""

date_time: Codec[datetime] = Codec(n.FormattedTime(n.TimeFormat.DATE_TIME))
"""A moment, read as `timestamp` reads it; written in ISO 8601, UTC."""

http_date: Codec[datetime] = Codec(n.FormattedTime(n.TimeFormat.HTTP_DATE))
"""A moment, read as `timestamp` reads it; written as an HTTP date, which holds whole seconds only."""

epoch_seconds: Codec[datetime] = Codec(n.FormattedTime(n.TimeFormat.EPOCH_SECONDS))
"""A moment, read as `timestamp` reads it; written as seconds since 1970, in XML and queries too."""

blob: Codec[bytes] = Codec(n.Blob())
"""Bytes, as base64 that is checked."""


def alias(codec: Codec[A]) -> Codec[A]:
    """A codec equal to another, yet an object of its own, which is pickled as its own name.

    >>> from ecr_decode import string
    >>> name = alias(string)
    >>> name == string, name is string
    (True, False)
    """
    return Codec(codec.node)
