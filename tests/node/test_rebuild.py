"""Rebuilding reaches every node that a description holds, and keeps the parts in which nothing changes."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import Codec, Record, array, aws, ecr, field, iso_datetime, lazy, string
from ecr_decode.node import kinds as n
from ecr_decode.node.rebuild import rebuilt
from ecr_decode.node.walk import children
from tests.structure import STRUCTURES


class Tree(Record):
    """A record that holds itself."""

    at: Any = field("at", aws.timestamp, default=None)
    below: tuple[Tree, ...] = field("below", array(lazy(lambda: Tree.codec)), default=())


def under(node: n.Node) -> list[n.Node]:
    """A node and all below it, but for what thunks give."""
    return [node, *(each for child in children(node) for each in under(child))]


def marked(node: n.Node) -> n.Node:
    """The node with every scalar under a name."""
    return n.Named(node, "marked") if isinstance(node, n.Scalar) else rebuilt(node, marked)


@pytest.mark.parametrize("codec", [entry.codec for entry in STRUCTURES.values()], ids=STRUCTURES)
def test_every_node_is_reached(codec: Any) -> None:
    scalars = [each for each in under(codec.node) if isinstance(each, n.Scalar)]
    found = [
        each for each in under(marked(codec.node)) if isinstance(each, n.Named) and each.name == "marked"
    ]
    assert [each.item for each in found] == scalars


@pytest.mark.parametrize("codec", [entry.codec for entry in STRUCTURES.values()], ids=STRUCTURES)
def test_what_does_not_change_is_the_same_node(codec: Any) -> None:
    if not any(isinstance(each, n.Lazy) for each in under(codec.node)):
        assert rebuilt(codec.node, lambda node: node) is codec.node


def test_only_the_way_to_a_change_is_made_anew() -> None:
    changed = aws.with_times(ecr.DescribeImagesResponse.codec, iso_datetime)
    assert changed != ecr.DescribeImagesResponse.codec
    assert (
        aws.with_times(ecr.ListImagesResponse.codec, iso_datetime).node is ecr.ListImagesResponse.codec.node
    )


def test_a_record_that_holds_itself_is_changed_at_every_depth() -> None:
    codec: Codec[Tree] = aws.with_times(Tree.codec, iso_datetime)
    text = '{"at":"2024-01-01T00:00:00Z","below":[{"at":"2024-01-01T00:00:00Z","below":[]}]}'
    for _ in range(3):
        read = codec.decode_json(text).unwrap()
        assert codec.encode_json(read).unwrap().decode() == text
    assert str(codec.decode_json('{"below": [{"below": [{"at": 1}]}]}').failure()) == (
        "$.below[0].below[0].at: expected a date and time with a zone (RFC 3339), got an integer"
    )


def test_the_root_stays() -> None:
    assert aws.with_times(string.root("a"), iso_datetime) == string.root("a")
