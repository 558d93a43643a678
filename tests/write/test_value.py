"""The tagged value: every tag, and how a record keeps its members in order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    at,
    attribute,
    aws,
    base64_bytes,
    boolean,
    dict_of,
    enum_of,
    field,
    flattened,
    integer,
    json_text,
    json_value,
    literal,
    null,
    number,
    one_or_many,
    string,
    tuple_of,
)
from ecr_decode.node.style import Attribute, Flattened
from ecr_decode.write import value as v
from tests.registry import Level, Unit


class Layer(Record, style=aws.xml):
    digest: str = field("digest", string, xml=attribute)
    size: int | None = field("size", aws.long, default=None)
    tags: tuple[str, ...] = field("tags", array(string), default=(), xml=flattened)


NOON = datetime(2024, 2, 29, 12, tzinfo=UTC)
TAGS: list[tuple[Codec[Any], Any, v.Value]] = [
    (string, "a", v.String("a")),
    (integer, 1, v.Integer(1)),
    (aws.integer, 1, v.Integer(1)),
    (aws.long, 1, v.Long(1)),
    (number, 1, v.Double(1.0)),
    (aws.double, 1.5, v.Double(1.5)),
    (boolean, True, v.Boolean(True)),
    (aws.timestamp, NOON, v.Timestamp(NOON)),
    (base64_bytes, b"a", v.Blob(b"a")),
    (enum_of(Unit), Unit.DAYS, v.Enum("days")),
    (enum_of(Level), Level.LOW, v.Integer(1)),
    (literal("a"), "a", v.String("a")),
    (literal(1), 1, v.Integer(1)),
    (literal(True), True, v.Boolean(True)),
    (literal(None), None, v.Null()),
    (null, None, v.Null()),
    (json_value, {"a": [1]}, v.Document({"a": [1]})),
    (array(integer), (1, 2), v.List((v.Integer(1), v.Integer(2)))),
    (one_or_many(integer), (1,), v.Integer(1)),
    (one_or_many(integer), (), v.List(())),
    (tuple_of(integer, string), (1, "a"), v.List((v.Integer(1), v.String("a")))),
    (dict_of(integer), {"a": 1}, v.Map((("a", v.Integer(1)),))),
    (at("a", "b", integer), 1, v.Structure((("a", v.Structure((("b", v.Integer(1)),))),))),
    (json_text(array(integer)), (1,), v.String("[1]")),
    (
        Layer.codec,
        Layer(digest="a", size=1, tags=("b",)),
        v.Structure(
            (("digest", v.String("a")), ("size", v.Long(1)), ("tags", v.List((v.String("b"),)))),
            (Attribute(), None, Flattened()),
            aws.xml,
        ),
    ),
    (
        Layer.codec,
        Layer(digest="a"),
        v.Structure((("digest", v.String("a")), ("tags", v.List(()))), (Attribute(), Flattened()), aws.xml),
    ),
]


@pytest.mark.parametrize(("codec", "value", "tagged"), TAGS, ids=lambda each: repr(each)[:30])
def test_a_value_is_tagged(codec: Codec[Any], value: Any, tagged: v.Value) -> None:
    written = codec.to_value(value)
    assert written == Success(tagged)
    assert written.map(repr) == Success(repr(tagged))


class Secret(Record):
    pin: int = field("pin", integer, secret=True)


def test_a_tagged_value_of_a_secret_is_not_shown() -> None:
    held: Codec[Any] = at("a", json_text(Secret.codec))
    for written in (Secret(pin=1234).to_value(), held.to_value(Secret(pin=1234))):
        assert "1234" not in repr(written)
    assert Secret(pin=1234).to_value() == Success(v.Structure((("pin", v.Integer(1234)),), (None,)))


def test_rich_shows_a_tagged_value_without_whether_it_is_secret() -> None:
    assert v.Integer(1).__rich_repr__() == [("number", 1)]
    assert [name for name, _ in v.Structure(()).__rich_repr__()] == ["members", "hints", "style"]
