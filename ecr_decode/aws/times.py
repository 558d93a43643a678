"""Another spelling of times, for documents that hold the records of a service."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from ..codec import Codec
from ..node import kinds as n
from ..node.rebuild import rebuilt

A = TypeVar("A")


def with_times(codec: Codec[A], time: Codec[datetime]) -> Codec[A]:
    """The same codec, in which another codec reads and writes what `aws.timestamp` does.

    >>> from ecr_decode import aws, ecr, iso_datetime
    >>> image = aws.with_times(ecr.ImageDetail.codec, iso_datetime)
    >>> str(image.decode_json('{"imagePushedAt": "2024-02-29T12:00:00Z"}').unwrap().image_pushed_at)
    '2024-02-29 12:00:00+00:00'
    >>> print(image.decode_json('{"imagePushedAt": 1709208000}').failure())
    $.imagePushedAt: expected a date and time with a zone (RFC 3339), got an integer
    """

    def change(node: n.Node) -> n.Node:
        return time.node if isinstance(node, n.Timestamp) else rebuilt(node, change)

    return Codec(change(codec.node), codec.rooted)
