"""Unions whose tag a hint puts elsewhere in XML, or is no text, compiled and plain."""

from __future__ import annotations

from contextlib import suppress
from itertools import permutations, product
from random import Random
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    XSI,
    Codec,
    Record,
    array,
    attribute,
    aws,
    case,
    element,
    field,
    flattened,
    integer,
    json_value,
    literal,
    nullable,
    others,
    otherwise,
    plain,
    plain_only,
    string,
    tagged_union,
)
from ecr_decode.node.style import Element
from tests.fast.test_encode_equal_to_plain import in_xml
from tests.fast.test_encode_namespaces import alone

A = "urn:a"


class Open(Record):
    """It has a member of the name of the tag, where a hint puts that elsewhere."""

    a: int = field("a", integer)
    kind: str | None = field("kind", string, default=None)


class Shut(Record, forbid_unknown=True):
    """No other members; one of the local name of the tag."""

    b: str = field("b", string, default="")
    t: str | None = field("t", string, default=None, xml=element("t", ns="urn:b"))


class Kept(Record):
    """All other members."""

    c: str | None = field("c", string, default=None, xml=attribute)
    rest: dict[str, Any] = others(json_value)


class Own(Record):
    """The tag as a member, where it may stand."""

    t: Any = field("kind", literal("k", 1, True), xml=element("t"))


class Near(Record):
    """Members in the place of the tag."""

    t: str = field("t", string)
    u: str | None = field("u", string, default=None, xml=attribute("t"))


class Spaced(Record):
    """A member of the local name of the tag."""

    t: str = field("t", string, xml=element("k", ns=A))


HINTS = {
    None: ("", "<kind>{}</kind>"),
    attribute("t"): (' t="{}"', ""),
    attribute("type", ns=XSI): (' xsi:type="p:{}"', ""),
    element("t"): ("", "<t>{}</t>"),
    element("t", ns=A): ("", "<p:t>{}</p:t>"),
    element("kind", ns=A): ("", "<p:kind>{}</p:kind>"),
}
"""With an attribute and an element that are the tag in such a place."""

RECORDS: list[Codec[Any]] = [Open.codec, Shut.codec, Kept.codec, Own.codec, Near.codec]
TAGS: list[Any] = ["k", 1, True, ("k", "1"), ("1", 1), ("true", False)]
VALUES = [
    Open(a=1), Open(a=1, kind="k"), Open(a=2, kind="1"), Open(a=3, kind="z"), Shut(), Shut(b="1", t="k"),
    Kept(rest={}), Kept(c="1", rest={"t": "k"}), Kept(rest={"kind": "1"}), Kept(rest={"@t": "k"}), Own(t="k"),
    Kept(rest={"d": "1"}), Own(t=1), Own(t=True), Near(t="k"), Near(t="1", u="k"), Near(t="z", u="z"),
]  # fmt: skip
ROOTS: tuple[str | Element, ...] = ("r", element("r", ns=A), element("r", ns="urn:b"))
WORDS = ("k", "1", "true", "k", "1", "true", " 1", "1.0", "+1", "z", "", "0")
FORMS = (
    "<t>{}</t>", "<kind>{}</kind>", "<p:t>{}</p:t>", "<p:kind>{}</p:kind>", "<q:t>{}</q:t>", "<a>{}</a>",
    "<b>{}</b>", "<t><z>{}</z></t>", "<d>{}</d>", "{}",
)  # fmt: skip
ATTRIBUTES = (
    ' t="{}"', ' kind="{}"', ' xsi:type="{}"', ' xsi:type="p:{}"', ' p:t="{}"', ' c="{}"', ' xsi:nil="true"'
)  # fmt: skip
SPACES = f'xmlns:p="{A}" xmlns:q="urn:b" xmlns:xsi="{XSI}"'


def unions(hint: Any, random: Random) -> list[Codec[Any]]:
    """Unions of two records, told by some tags at one place, some with `otherwise`."""
    found: list[Codec[Any]] = []
    for first, second in permutations(RECORDS, 2):
        tags, rest = random.sample(TAGS, 2), random.choice([None, None, *RECORDS, nullable(integer)])
        cases: Any = case(tags[0], first) | case(tags[1], second)
        with suppress(ValueError):  # two cases of one tag
            found.append(tagged_union("kind", cases if rest is None else cases | otherwise(rest), xml=hint))
    return found


def document(hint: Any, random: Random) -> str:
    """A document with tags in some places, mostly in that of the hint as well."""
    bare, told = random.random() < 0.4, random.random() < 0.8
    attributes, parts = random.sample(ATTRIBUTES, random.choice((0, 0, 0, 1))), random.choices(FORMS, k=2)
    parts = ["<a>1</a>"] * random.choice((0, 1)) + parts[: random.choice((0, 0, 1, 1, 2))]
    if told:
        own, element = HINTS[hint]
        attributes, parts = [each for each in attributes if each[:3] != own[:3]] + [own], [element, *parts]
    held, text = (
        "".join(part.format(random.choice(WORDS)) for part in some if not (bare and ":" in part))
        for some in (attributes, parts)
    )
    spaces = "" if bare else f" {SPACES}" + random.choice(("", f' xmlns="{A}"', ' xmlns="urn:b"'))
    return f"<r{spaces}{held}>{text}</r>"


def within(codec: Codec[Any]) -> Codec[Any]:
    """A record that holds values of the codec."""

    class Within(Record):
        x: Any = field("x", codec, xml=element("x", ns="urn:b"))
        y: tuple[Any, ...] = field("y", array(codec), default=(), xml=flattened)

    return Within.codec.map(lambda found: found.x, lambda value: Within(x=value, y=(value,)))


@pytest.mark.parametrize("hint", HINTS, ids=repr)
def test_documents_are_read_alike(hint: Any) -> None:
    random, accepted = Random(repr(hint)), 0
    for codec in unions(hint, random):
        for style in (plain, aws.xml):
            for _ in range(20):
                raw = document(hint, random)
                quick = codec.decode_xml(raw, style=style)
                with plain_only():
                    assert repr(quick) == repr(codec.decode_xml(raw, style=style)), raw
                accepted += isinstance(quick, Success)
    assert accepted > 25


@pytest.mark.parametrize("hint", HINTS, ids=repr)
def test_values_are_written_alike(hint: Any) -> None:
    random, accepted = Random(repr(hint)), 0
    for codec in unions(hint, random):
        for value, root in product(VALUES, ROOTS):
            style = random.choice((plain, aws.xml))
            accepted += isinstance(in_xml(codec, value, style, root), Success)
            if random.random() < 0.3:
                in_xml(within(codec), value, style, root)
    assert accepted > 25


@pytest.mark.parametrize("hint", [attribute("t"), element("t")], ids=repr)
def test_a_member_in_the_place_of_the_tag_is_the_tag(hint: Any) -> None:
    codec: Codec[Any] = tagged_union("kind", case("k", Shut) | otherwise(Near.codec), xml=hint)
    assert isinstance(in_xml(codec, Near(t="z", u="z")), Success)
    assert "this would be read as k" in str(in_xml(codec, Near(t="k", u="k")).failure())


def test_a_member_in_the_namespace_of_the_root_meets_the_tag_of_its_name() -> None:
    codec: Codec[Any] = tagged_union("k", case("a", Open) | case("k", Spaced))
    assert isinstance(in_xml(codec, Spaced(t="z")), Success)
    assert "two members have this place" in str(
        in_xml(codec, Spaced(t="z"), root=element("r", ns=A)).failure()
    )


@pytest.mark.parametrize("hint", HINTS, ids=repr)
def test_neither_needs_the_plain_interpreter(hint: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    codec: Codec[Any] = array(tagged_union("kind", case("k", Open) | case((1, True), Shut), xml=hint))
    values = (Open(a=1, kind="k"), Shut(b="1"), Shut())

    def fail(*args: object, **named: object) -> Any:
        raise AssertionError

    written = codec.encode_xml(values).unwrap()
    assert codec.decode_xml(written) == Success(values)
    for name in ("write.run.plain_encode_xml", "read_xml.run.read.read_xml", "read_xml.steps.Reader"):
        monkeypatch.setattr(f"ecr_decode.fast.{name}", fail)
    assert alone(codec, values, "value", monkeypatch) == written
    assert codec.decode_xml(written) == Success(values)
