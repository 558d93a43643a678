"""JSON texts laid out for people: indented, and with the members of objects sorted by their names."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec
from returns.result import Failure, Result, Success

from ..error.problem import BadValue, EncodeError, Problem
from ..limits import MOST_INDENT
from .run import TOO_DEEP


def laid_out(
    written: Result[bytes, EncodeError], indent: int | None, sort_keys: bool
) -> Result[bytes, EncodeError]:
    """The text that a verb wrote, as the options of the verb say; numbers keep their digits."""
    problems = (*_wrong_indent(indent), *_wrong_sort_keys(sort_keys))
    if problems or not isinstance(written, Success):
        return Failure(EncodeError(problems)) if problems else written
    raw = written.unwrap()
    try:
        if sort_keys:
            raw = _SORTED(json.loads(raw, parse_float=_as_spelled, parse_int=_as_spelled))
        return Success(raw if indent is None else _INDENTED(raw, indent=indent))
    except RecursionError:
        return TOO_DEEP


def _wrong_indent(indent: object) -> tuple[Problem, ...]:
    if indent is None or (type(indent) is int and 1 <= indent <= MOST_INDENT):
        return ()
    return (Problem((), BadValue(f"expected an indent of 1 to {MOST_INDENT} spaces")),)


def _wrong_sort_keys(sort_keys: object) -> tuple[Problem, ...]:
    if isinstance(sort_keys, bool):
        return ()
    return (Problem((), BadValue("expected true or false for sort_keys")),)


def _as_spelled(number: str) -> msgspec.Raw:
    return msgspec.Raw(number.encode())


_INDENTED: Callable[..., bytes] = msgspec.json.format
_SORTED = msgspec.json.Encoder(order="deterministic").encode
