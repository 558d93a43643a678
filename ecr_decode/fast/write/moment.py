"""The source that writes dates, times and UUIDs: those of every day in few steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import orjson

from ...node import kinds as n
from ...node.written import TEXTUAL
from . import called
from .place import ANEW, SAME, Written

if TYPE_CHECKING:
    from .emitter import Emitter

encode: Callable[[Any], bytes] = msgspec.json.Encoder(decimal_format="number").encode
"""How JSON is written with records."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1) // timedelta(seconds=1)

_EXACT = 8.5e9
"""Within so many seconds of 1970 a double holds every microsecond, and is read back as the same time."""


def write_seconds(e: Emitter, var: str) -> Written:
    """Whole seconds are integers; the fast ones are in UTC, and every one of them is read back."""
    body, epoch = e.body, e.body.name(_EPOCH)
    body.line(f"if not ({_in_utc(e, datetime, var)}): {var} = {body.name(called.seconds)}({var})")
    with body.block(f"elif {var}.microsecond:"):
        body.line(f"{var} = {var}.timestamp()")
        e.doubt_if(f"not -{_EXACT} < {var} < {_EXACT}")
    with body.block("else:"):
        body.line(f"{var} -= {epoch}")
        body.line(f"{var} = {var}.days * {_DAY} + {var}.seconds")
    return ANEW


def write_moment(e: Emitter, node: n.Timestamp | n.FormattedTime | n.Textual, var: str) -> Written:
    """The text of a value; a serializer that writes the same text gets the value."""
    body, plainly = e.body, f"{e.body.name(called.text_of(node))}({var})"
    match node:
        case n.Textual(format=n.TextFormat.DATE | n.TextFormat.UUID as form):
            e.must_be(var, TEXTUAL[form])
            if form in e.sink.native:
                return SAME
            body.line(f"{var} = str({var})")
        case n.Textual(format=form) if form in e.sink.native:
            e.needs_structs = True
            e.must_be(var, TEXTUAL[form])
            given_back = body.name(called.must_be_given_back)
            body.line(f"if {var}.tzinfo is not {body.name(UTC)}: {given_back}({var})")
            return SAME
        case n.FormattedTime(format=n.TimeFormat.EPOCH_SECONDS) if e.sink.is_text:
            write_seconds(e, var)
            e.doubt_if(f"-1 < {var} < 1 and {var}")  # their text may have an exponent
            body.line(f"{var} = str({var})")
        case n.FormattedTime(format=n.TimeFormat.HTTP_DATE | n.TimeFormat.EPOCH_SECONDS):
            body.line(f"{var} = {plainly}")
        case _:
            usual = _in_utc(e, TEXTUAL[node.format] if isinstance(node, n.Textual) else datetime, var)
            quickly = f"{var}.isoformat()[:-6] + 'Z'"
            if e.sink.is_free:  # another serializer writes it in less time
                quickly = f"{body.name(orjson.Fragment)}({body.name(encode)}({var}))"
            body.line(f"{var} = {quickly} if {usual} else {plainly}")
    return ANEW


def _in_utc(e: Emitter, cls: type, var: str) -> str:
    """The test of an everyday time."""
    return f"type({var}) is {e.class_name(cls)} and {var}.tzinfo is {e.body.name(UTC)}"
