"""A first look at the JSON of a text, before it is read."""

from __future__ import annotations

from typing import TypeVar

import msgspec

A = TypeVar("A")


def parsed(raw: bytes, kind: type[A]) -> A | None:
    """What a text of JSON holds, if it is of a kind."""
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None
