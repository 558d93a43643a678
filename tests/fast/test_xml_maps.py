"""Maps whose members say what their parts are called in XML: compiled and plain, over documents by chance."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    aws,
    dict_of,
    element,
    field,
    flattened,
    integer,
    json_value,
    nullable,
    others,
    plain,
    plain_only,
    string,
)
from ecr_decode.node import kinds as n
from tests.fast.test_encode_equal_to_plain import in_xml
from tests.fast.test_encode_namespaces import alone

MAPS: list[Codec[Any]] = [
    dict_of(nullable(string)).refine(lambda found: len(found) < 3, "expected fewer").named("a map"),
    dict_of(dict_of(string)),
    dict_of(string, keys=integer),
    aws.dict_of(array(string)),
    nullable(dict_of(integer)),
]
ELEMENTS = [
    element("m", entry="e", key="k", value="v"),
    element("m", key="k"),
    element("m", entry="e"),
    element("m", ns="urn:m", value="v"),
]
REPEATED = [flattened("m", key="k", value="v"), flattened("m", value="v")]
MEMBERS = [
    (item, hint)
    for item, hint in product(MAPS, [*ELEMENTS, *REPEATED])
    if hint in ELEMENTS or not isinstance(item.node, n.Union)
]
KEYS = ("<k>{}</k>", "<key>{}</key>", "<key/>", "<key><z/></key>")
VALUES = ("<v>{}</v>", "<value>{}</value>", "<v/>", "<v><k>{}</k><v>1</v></v>", "<value><a>1</a></value>")
WORDS = ("a", "b", "1", "2", "")


def pairs(random: Random) -> str:
    """A key and a value, mostly one of each."""
    key, value = random.choice(KEYS[: random.choice((1, 2, 4))]), random.choice(VALUES)
    parts = random.choice(([key, value],) * 8 + ([value, key], [key], [value], [key, value, value]))
    return "".join(part.format(random.choice(WORDS)) for part in parts)


def document(random: Random) -> str:
    """A document with a map, as some style may spell it."""
    spaced = random.random() < 0.3
    name = random.choice(("m", "m", "x:m")) if spaced else "m"
    entries = [pairs(random) for _ in range(random.choice((0, 1, 1, 2, 3)))]
    if random.random() < 0.5:
        inside = "".join(f"<{name}>{each}</{name}>" for each in entries)
    else:
        called = random.choice(("e", "entry", "item"))
        inside = f"<{name}>{''.join(f'<{called}>{each}</{called}>' for each in entries)}</{name}>"
    nil = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
    if random.random() < 0.1:
        inside = inside.replace(f"<{name}>", f"<{name}{nil}>", 1)
    spaces = ' xmlns:x="urn:m"' if spaced else ""
    return f"<r{spaces}>{inside}<n>1</n></r>"


def around(item: Codec[Any], hint: Any) -> Any:
    """A record with such a member."""

    class Around(Record):
        m: Any = field("m", item, default=None, xml=hint)
        n: int = field("n", integer)
        rest: dict[str, Any] = others(json_value)

    return Around


@pytest.mark.parametrize(("item", "hint"), MEMBERS, ids=repr)
def test_maps_are_read_and_written_alike(item: Codec[Any], hint: Any) -> None:
    random, accepted, codec = Random(f"{item}{hint}"), 0, around(item, hint).codec
    for style in (plain, aws.xml):
        for _ in range(120):
            raw = document(random)
            quick = codec.decode_xml(raw, style=style)
            with plain_only():
                assert repr(quick) == repr(codec.decode_xml(raw, style=style)), raw
            if isinstance(quick, Success):
                accepted += 1
                in_xml(codec, quick.unwrap(), style)
    assert accepted > 5


@pytest.mark.parametrize("hint", [*ELEMENTS, *REPEATED], ids=repr)
def test_maps_need_no_plain_interpreter(hint: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made = around(dict_of(string), hint)
    each: Codec[Any] = made.codec
    codec = array(each)
    values = (made(m={"a": "b", "c": ""}, n=1, rest={}), made(m={"d": "e"}, n=2, rest={}))
    written = codec.encode_xml(values).unwrap()
    assert codec.decode_xml(written) == Success(values)

    def fail(*args: object, **named: object) -> Any:
        raise AssertionError

    for name in ("write.run.plain_encode_xml", "read_xml.run.read.read_xml", "read_xml.steps.Reader"):
        monkeypatch.setattr(f"ecr_decode.fast.{name}", fail)
    assert codec.decode_xml(written) == Success(values)
    assert alone(codec, values, "value", monkeypatch) == written
