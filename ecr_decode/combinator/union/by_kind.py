"""Unions that the JSON kind of a value decides, and what may be null."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from ...codec import Codec
from ...decoder import Decoder, node_of
from ...node import kinds as n
from ...node.facts import decides
from ..container import like
from .case import Case, must_be_case, must_be_named, union

A = TypeVar("A")


def by_kind(cases: Case[A]) -> Codec[A]:
    """A union whose cases are of different JSON kinds: null, boolean, number, string, array, object.

    >>> from ecr_decode import array, by_kind, case, string
    >>> action = by_kind(case("one", string) | case("many", array(string)))
    >>> action.decode_json(b'"ecr:*"'), action.encode_json(("a", "b"))
    (<Success: ecr:*>, <Success: b'["a","b"]'>)
    >>> print(action.decode_json(b"1").failure())
    $: expected a string or an array, got an integer
    """
    must_be_case("by_kind(...)", cases)
    must_be_named("by_kind(...)", cases)
    seen: set[str] = set()
    for each in cases.cases:
        found = decides(each.node)
        if not found:
            raise ValueError(
                f"by_kind: {each.name} may be of any kind; read it by otherwise(...) or one_of(...)"
            )
        if found & seen:
            twice = " and ".join(sorted(found & seen))
            raise ValueError(
                f"by_kind: two cases read {twice}; tell them apart by tagged_union(...) or one_of(...)"
            )
        seen |= found
    return union(n.ByKind(), cases)


@overload
def nullable(codec: Codec[A]) -> Codec[A | None]: ...
@overload
def nullable(codec: Decoder[A]) -> Decoder[A | None]: ...
def nullable(codec: Decoder[Any]) -> Decoder[Any]:
    """What the codec reads, or null as None. Absence is another matter: see `default` of `field`.

    >>> from ecr_decode import integer, nullable
    >>> nullable(integer).decode_json(b"null"), nullable(integer).decode_json(b"1")
    (<Success: None>, <Success: 1>)
    >>> print(nullable(integer).decode_json(b'""').failure())
    $: expected an integer, got a string

    In XML null is an element with the attribute `xsi:nil="true"`.
    """
    null = n.Case("null", n.JsonNull(), (type(None),))
    rest = n.Case("otherwise", node_of("nullable(...)", codec))
    return like(codec, n.Union(n.ByKind(), (null,), rest))
