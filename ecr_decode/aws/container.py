"""The containers of AWS: lists and maps in which null is taken as absence, as it is among members."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar, overload

import msgspec

from ..codec import Codec
from ..combinator import container
from ..combinator.container import like
from ..decoder import Decoder

A = TypeVar("A")
K = TypeVar("K", bound=Hashable)


@overload
def array(item: Codec[A]) -> Codec[tuple[A, ...]]: ...
@overload
def array(item: Decoder[A]) -> Decoder[tuple[A, ...]]: ...
def array(item: Decoder[Any]) -> Decoder[Any]:
    """A list of any length, as a tuple; nulls in it are passed over, unless the items read null.

    >>> from ecr_decode import aws, json_value, string
    >>> aws.array(string).decode_json(b'["a", null, "b"]')
    <Success: ('a', 'b')>
    >>> aws.array(json_value).decode_json(b'["a", null]')
    <Success: ('a', None)>
    >>> print(aws.array(string).decode_json(b'[null, 1]').failure())
    $[1]: expected a string, got an integer
    """
    return _null_as_absent(container.array(item))


@overload
def dict_of(value: Codec[A]) -> Codec[dict[str, A]]: ...
@overload
def dict_of(value: Codec[A], *, keys: Codec[K]) -> Codec[dict[K, A]]: ...
@overload
def dict_of(value: Decoder[A]) -> Decoder[dict[str, A]]: ...
@overload
def dict_of(value: Decoder[A], *, keys: Decoder[K]) -> Decoder[dict[K, A]]: ...
def dict_of(value: Decoder[Any], *, keys: Decoder[Any] | None = None) -> Decoder[Any]:
    """A map as a dict; names with null are passed over, unless the values read null.

    >>> from ecr_decode import aws
    >>> aws.dict_of(aws.integer).decode_json(b'{"HIGH": null, "LOW": 5}')
    <Success: {'LOW': 5}>
    >>> print(aws.dict_of(aws.integer).decode_json(b'{"HIGH": []}').failure())
    $.HIGH: expected an integer, got an array
    """
    made = container.dict_of(value) if keys is None else container.dict_of(value, keys=keys)
    return _null_as_absent(made)


def _null_as_absent(made: Decoder[Any]) -> Decoder[Any]:
    return like(made, msgspec.structs.replace(made.node, null_as_absent=True))
