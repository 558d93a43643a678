"""Records of one layout are made in the place of what msgspec fills in; the others are made anew."""

from __future__ import annotations

import gc
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from ecr_decode import (
    Codec,
    Record,
    case,
    field,
    inline,
    integer,
    iso_datetime,
    json_value,
    others,
    otherwise,
    plain_only,
    string,
    tagged_union,
)
from ecr_decode.fast.doubt import Doubt
from ecr_decode.fast.read_json.run import compiled
from ecr_decode.node.kinds import JsonValue


class Trouble(Record):
    code: str = field("code", string)
    text: str | None = field("text", string, default=None)


class Event(Record):
    time: datetime = field("time", iso_datetime)
    kind: str = field("kind", string)
    trouble: Trouble | None = inline(Trouble.codec, default=None)
    value: JsonValue = field("value", json_value, default=None)
    note: str | None = field("note", string.map(str.upper, str.lower), default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Started(Event):
    pass


class Counted(Event):
    value: JsonValue = field("value", integer)


class Named(Event):
    name: str = field("name", string, default="none")


class Wide(Event):
    more: Trouble = field("more", Trouble.codec)


two: Codec[Any] = tagged_union("kind", case("started", Started) | case("counted", Counted))
three: Codec[Any] = tagged_union("kind", case("started", Started) | otherwise(Named.codec))
wide: Codec[Any] = tagged_union(
    "kind", case("started", Started) | case("wide", Wide) | otherwise(Named.codec)
)

_TIME = '"time":"2024-05-01T10:00:00Z"'
READ = [
    f'{{{_TIME},"kind":"started"}}',
    f'{{{_TIME},"kind":"started","value":null,"code":"a"}}',
    f'{{{_TIME},"kind":"started","value":{{"a":[1]}},"code":"a","text":"b","note":"x"}}',
    f'{{{_TIME},"kind":"counted","value":5}}',
]
LEFT = [
    f'{{{_TIME},"kind":"started","text":"b"}}',
    f'{{{_TIME},"kind":"started","trouble":1,"rest":2}}',
    f'{{{_TIME},"kind":"started","rest, which no document has":{{}}}}',
    f'{{{_TIME},"kind":"counted"}}',
    f'{{{_TIME},"kind":"counted","value":null}}',
    '{"time":"2024-05-01 10:00:00Z","kind":"started"}',
    '{"kind":"started"}',
]
ANEW = [
    f'{{{_TIME},"kind":"other","name":"n"}}',
    f'{{{_TIME},"kind":"started","name":"n"}}',
    f'{{{_TIME},"kind":"wide","more":{{"code":"a"}},"text":"b","code":"c"}}',
]


def quickly(codec: Codec[Any], raw: str) -> Any:
    read = compiled(codec.node, closed=True)
    assert read is not None
    return read(raw.encode())


@pytest.mark.parametrize("codec", [two, three, wide])
@pytest.mark.parametrize("raw", [*READ, *LEFT, *ANEW])
def test_it_is_read_as_it_is_plainly(codec: Codec[Any], raw: str) -> None:
    found = [codec.decode_json(raw.encode()) for _ in range(3)]
    with plain_only():
        assert {repr(each) for each in found} == {repr(codec.decode_json(raw.encode()))}


@pytest.mark.parametrize("raw", READ)
def test_it_is_read_by_compiled_source_alone(raw: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with plain_only():
        plain = two.decode_json(raw.encode()).unwrap()

    def refused(*_: object) -> Any:
        raise Doubt

    monkeypatch.setattr("ecr_decode.read.reader.Reader.read", refused)
    found = quickly(two, raw)
    assert found == plain
    assert type(found) is type(plain)
    assert repr(found) == repr(plain)
    assert pickle.loads(pickle.dumps(found)) == plain


@pytest.mark.parametrize("raw", LEFT)
def test_what_is_in_doubt_is_left_to_the_plain_reader(raw: str) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 whatever it raises is doubt
        quickly(two, raw)


def test_the_collector_finds_nothing_amiss() -> None:
    before = gc.get_threshold()
    gc.set_threshold(1)
    found = [quickly(codec, raw) for codec in (two, wide) for raw in (READ[2], READ[0]) for _ in range(50)]
    gc.set_threshold(*before)
    assert {each.time for each in found} == {datetime(2024, 5, 1, 10, tzinfo=UTC)}
    assert {type(each) for each in found} == {Started}
    assert found[0].rest is not found[1].rest
