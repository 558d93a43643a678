"""Decoders that do not look: one always succeeds, one always fails."""

from __future__ import annotations

from typing import Any, Never, TypeVar

import msgspec
from returns.result import Failure, Result

from ..building import must_be_text
from ..decoder import Decoder
from ..node import kinds as n

A = TypeVar("A")


class _Always(msgspec.Struct, frozen=True):
    value: Any

    def __call__(self, _: object) -> Any:
        return self.value


class _Never(msgspec.Struct, frozen=True):
    message: str

    def __call__(self, _: object) -> Result[Any, str]:
        return Failure(self.message)


def succeed(value: A) -> Decoder[A]:
    """The value, whatever the input.

    >>> from ecr_decode import fail, integer, succeed
    >>> succeed(1).decode_json(b'"anything"')
    <Success: 1>
    >>> known = integer.bind(lambda n: succeed(n) if n < 3 else fail("expected a version below 3"))
    >>> print(known.decode_json(b"3").failure())
    $: expected a version below 3
    """
    return Decoder(n.Transform(n.AnyJson(), _Always(value), None))


def fail(message: str) -> Decoder[Never]:
    """No value, whatever the input, with the words of the error.

    >>> from ecr_decode import fail
    >>> print(fail("not here").decode_json(b"1").failure())
    $: not here
    >>> fail("not here").map(len).decode_json(b"1").map(len).value_or(0)
    0
    """
    must_be_text("fail(...)", message)
    return Decoder(n.Transform(n.AnyJson(), _Never(message), None, fallible=True))
