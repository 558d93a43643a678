"""Documents that are wrong: in a member, in every member, or on purpose."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache

import orjson

from .payloads import Shape, Tree, describe_images


@cache
def with_wrong_fields(images: int, wrong: int) -> bytes:
    """DescribeImages whose first images have a size that is no number."""
    reply: Tree = orjson.loads(describe_images(images))
    for each in reply["imageDetails"][:wrong]:
        each["imageSizeInBytes"] = ["no size"]
    return orjson.dumps(reply)


@cache
def many_wrong_fields(images: int) -> bytes:
    """DescribeImages with ten wrong members in each image."""
    reply: Tree = orjson.loads(describe_images(images, Shape(scanned=1)))
    for each in reply["imageDetails"]:
        for name in each:
            each[name] = {"wrong": 1} if not isinstance(each[name], dict) else 1
    return orjson.dumps(reply)


def _hostile(members: bytes) -> bytes:
    return b'{"imageDetails":[{"registryId":"012345678910",' + members + b'"imageTags":["a"]}]}'


HOSTILE: Mapping[str, bytes] = {
    "nested too deep": b'{"imageDetails":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "an unknown member nested 1,000 deep": _hostile(b'"new":' + b"[" * 1000 + b"]" * 1000 + b","),
    "50,000 unknown members": _hostile(b"".join(b'"m%d":%d,' % (index, index) for index in range(50_000))),
    "a text of 2 MB": _hostile(b'"repositoryName":"' + b"x" * 2_000_000 + b'",'),
    "a text of 500,000 escapes": _hostile(b'"repositoryName":"' + rb"\u00e9" * 500_000 + b'",'),
    "one member 100,000 times": _hostile(b'"repositoryName":"app",' * 100_000),
    "100,000 wrong items": b'{"imageDetails":[' + b",".join([b"1"] * 100_000) + b"]}",
    "not closed": describe_images(100)[:-2],
    "base64 of 1 MB": _hostile(b'"blob":"' + base64.b64encode(bytes(750_000)) + b'",'),
}
"""Replies that someone made to cost as much as they can."""
