"""Unions that the name of the one member decides that is there."""

from __future__ import annotations

from typing import TypeVar

from ...codec import Codec
from ...node import kinds as n
from .case import Case, must_be_case, spell_tags, union

A = TypeVar("A")


def keyed_union(cases: Case[A]) -> Codec[A]:
    """An object in which the name of the one member says which case it is; the case reads what that holds.

    >>> from ecr_decode import array, case, keyed_union, string
    >>> value = keyed_union(case("S", string) | case("SS", array(string)))
    >>> value.decode_json(b'{"SS": ["a"]}'), value.encode_json("x")
    (<Success: ('a',)>, <Success: b'{"S":"x"}'>)
    >>> print(value.decode_json(b"{}").failure())
    $: missing, expected "S" or "SS"
    >>> print(value.decode_json(b'{"S": "x", "SS": []}').failure())
    $: expected one of "S" and "SS", got both

    Other members are ignored; a null counts as absent, unless its case reads null. `otherwise` reads the
    whole object if none of the keys is there. Two cases must not write one class: give one a class of its
    own, as in `case("N", string.map(Number, lambda number: number.text))`.
    """
    must_be_case("keyed_union(...)", cases)
    for each in cases.cases:
        if not all(isinstance(key, str) for key in each.tags):
            raise ValueError(f"keyed_union(...): expected names of members, got {spell_tags(each.tags)}")
    return union(n.ByKey(), cases)
