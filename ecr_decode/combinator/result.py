"""Results as values: what is wrong with a part stays with that part."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from returns.result import Result

from ..codec import Codec
from ..decoder import Decoder, node_of
from ..error.problem import DecodeError
from ..node import kinds as n
from .container import like

A = TypeVar("A")


@overload
def result_of(codec: Codec[A]) -> Codec[Result[A, DecodeError]]: ...
@overload
def result_of(codec: Decoder[A]) -> Decoder[Result[A, DecodeError]]: ...
def result_of(codec: Decoder[Any]) -> Decoder[Any]:
    """The Result of a codec: what it reads, or what is wrong there, so that one bad item is one Failure.

    >>> from ecr_decode import array, integer, result_of
    >>> sizes = array(result_of(integer))
    >>> sizes.decode_json(b'[1, "two"]').unwrap()
    (<Success: 1>, <Failure: $[1]: expected an integer, got a string>)
    >>> sizes.encode_json(sizes.decode_json(b"[1, 2]").unwrap())
    <Success: b'[1,2]'>
    >>> print(sizes.encode_json(sizes.decode_json(b'[1, "two"]').unwrap()).failure())
    $[1]: expected a Success, got a Failure

    Paths count from the root of the document. Each Failure lists up to 100 problems; after 100 problems in
    one document, each lists its first. A document that is not valid JSON or XML fails as a whole.
    """
    return like(codec, n.ResultOf(node_of("result_of(...)", codec)))
