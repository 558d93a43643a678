"""What stands at the end of some steps in XML, or a default: compiled and plain, over documents by chance."""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

import pytest
from returns.result import Success

from ecr_decode import (
    XSI,
    Decoder,
    array,
    at,
    aws,
    decode_into,
    dict_of,
    field,
    integer,
    json_value,
    nullable,
    plain,
    plain_only,
    string,
)


class Held(NamedTuple):
    """What is at the end of steps by a name, and by a place."""

    x: Any
    y: Any


HELD = decode_into(
    Held,
    x=field("a", at("b", "c", string, default="none")),
    y=field("b", at(1, "c", nullable(integer), default=0)),
)


CODECS: list[Decoder[Any]] = [
    at("a", "b", integer, default=None),
    at("a", 0, "b", string, default="none"),
    at("a", 0, string),
    at(1, "a", array(string), default=()),
    at("a", "b", dict_of(string), default={}),
    at("a", json_value, default=None),
    at("a", "b", nullable(integer), default=7),
    at("a", "b", integer) | at("a", 0, string) | at("a", "c", string, default=""),
    array(at("a", "b", integer, default=0)),
    HELD,
]
NAMES = ("a", "b", "c", "p:a", "item")
TEXTS = ("", "1", " ", "x", " 2 ")
ATTRIBUTES = (' a="1"', ' b=""', ' b="x"', ' p:b="2"', ' xsi:nil="true"', "", "", "", "", "")


def element(random: Random, name: str, depth: int, *, bare: bool) -> str:
    """An element of a few that are in it."""
    attributes = random.choice(ATTRIBUTES)
    inside = random.choice(TEXTS)
    for _ in range(random.choice((0, 1, 1, 2, 3)) if depth else 0):
        inside += element(random, random.choice(NAMES[:3] if bare else NAMES), depth - 1, bare=bare)
    return f"<{name}{'' if bare and ':' in attributes else attributes}>{inside}</{name}>"


def document(random: Random) -> str:
    """A document of any such elements."""
    bare = random.random() < 0.5
    whole = element(random, "r", 3, bare=bare)
    return whole if bare else whole.replace("<r", f'<r xmlns:p="urn:p" xmlns:xsi="{XSI}"', 1)


@pytest.mark.parametrize("codec", CODECS, ids=repr)
def test_documents_are_read_alike(codec: Decoder[Any]) -> None:
    random, accepted = Random(repr(codec)), 0
    for _ in range(800):
        raw, style = document(random), random.choice((plain, aws.xml))
        quick = codec.decode_xml(raw, style=style)
        with plain_only():
            assert repr(quick) == repr(codec.decode_xml(raw, style=style)), raw
        accepted += isinstance(quick, Success)
    assert accepted > 10


def test_defaults_need_no_plain_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **named: object) -> Any:
        raise AssertionError

    raw = [b"<r><a><d/></a><b><i/></b></r>", b"<r><a><b><c>q</c></b></a><b><i/><i><c>5</c></i></b></r>"]
    found = [Held(x="none", y=0), Held(x="q", y=5)]
    assert [HELD.decode_xml(each).unwrap() for each in raw] == found
    for name in ("run.read.read_xml", "steps.Reader"):
        monkeypatch.setattr(f"ecr_decode.fast.read_xml.{name}", fail)
    assert [HELD.decode_xml(each).unwrap() for each in raw] == found
