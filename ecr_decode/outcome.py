"""Looking at a Result: one value to match on."""

from __future__ import annotations

from typing import TypeVar

from returns.result import Result, Success

A = TypeVar("A")
E = TypeVar("E")


def outcome(result: Result[A, E]) -> A | E:
    """What a Result holds, so that one flat `match` sees every record and every error.

    >>> from ecr_decode import DecodeError, integer, outcome
    >>> outcome(integer.decode_json(b"1"))
    1
    >>> match outcome(integer.decode_json(b"one")):
    ...     case DecodeError() as error:
    ...         print(error)
    ...     case number:
    ...         print(number + 1)
    line 1, column 1: expected a value, got a word
    """
    return result.unwrap() if isinstance(result, Success) else result.failure()
