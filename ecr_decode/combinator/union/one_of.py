"""Unions whose cases are tried in order."""

from __future__ import annotations

from typing import TypeVar

from ...codec import Codec
from ...node import kinds as n
from .case import Case, must_be_case, must_be_named, union

A = TypeVar("A")


def one_of(cases: Case[A]) -> Codec[A]:
    """A union whose named cases are tried in order; the first that reads the value wins.

    >>> from ecr_decode import Record, case, field, one_of, string
    >>> class Tagged(Record):
    ...     tag: str = field("imageTag", string)
    >>> class Pinned(Record):
    ...     digest: str = field("imageDigest", string)
    >>> image = one_of(case("by tag", Tagged) | case("by digest", Pinned))
    >>> image.decode_json(b'{"imageDigest": "sha256:00"}')
    <Success: Pinned(digest='sha256:00')>
    >>> print(image.decode_json(b"{}").failure())
    $: no alternative fits
      by tag: $.imageTag: missing
      by digest: $.imageDigest: missing
    """
    must_be_case("one_of(...)", cases)
    must_be_named("one_of(...)", cases)
    return union(n.ByTrial(), cases)
