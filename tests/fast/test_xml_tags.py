"""Inlined members, tags in attributes, keys inside elements, open tuples and Results, compiled and plain."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    XSI,
    Record,
    array,
    attribute,
    aws,
    case,
    element,
    field,
    flattened,
    inline,
    integer,
    json_value,
    keyed_union,
    nullable,
    number,
    otherwise,
    plain_only,
    refine,
    result_of,
    string,
    tagged_union,
    text,
    tuple_of,
)
from tests.fast.test_encode_equal_to_plain import in_xml
from tests.fast.test_encode_namespaces import alone
from tests.fast.test_xml_keys import NAMED, document

A = "urn:a"


class Point(Record, null_as_absent=True):
    """Members that stand among those of others."""

    id: str | None = field("id", string, default=None, xml=attribute)
    a: str = field("a", string)
    b: int = field("b", integer, default=7)

    @refine("expected another text", at="a")
    def is_told(self) -> bool:
        return self.a != "x"


class Inner(Record):
    point: Point = inline(Point.codec.refine(lambda point: point.b >= 0, "expected no negative"))
    said: str = field("said", string, default="", xml=text)


class Outer(Record):
    """Others within others, and a member beside them."""

    inner: Inner = inline(Inner.codec)
    c: tuple[str, ...] = field("c", array(string), default=(), xml=flattened)


class Shut(Record, forbid_unknown=True):
    """No other members, beside inlined ones."""

    point: Point = inline(Point.codec.refine(lambda point: point.b < 9, "expected less"))
    name: str | None = field("name", string, default=None, xml=element("name", ns=A))


class Left(Record):
    a: str = field("a", string)
    id: str | None = field("id", string, default=None, xml=attribute)


class Right(Record):
    b: int = field("b", integer, default=0)


TOLD = tagged_union("t", case("l", Left) | case("r", Right), xml=attribute("kind"))
TYPED = tagged_union("t", case("l", Left) | case(("r", "s"), Right), xml=attribute("type", ns=XSI))
SPACED = tagged_union("t", case("l", Right) | otherwise(json_value), xml=attribute("id", ns=A))


class Told(Record):
    """Tags in attributes, with a namespace and without one."""

    a: Any = field("a", TOLD, default=None)
    b: tuple[Any, ...] = field("b", array(TYPED), default=(), xml=flattened)
    c: Any = field("c", TYPED, default=None, xml=element("c", ns=A))


class Rest(Record):
    a: Any = field("a", SPACED, default=None)


KEYED = keyed_union(case("a", string) | case(element("b", ns=A), integer) | case("c", nullable(number)))
OPEN = keyed_union(case("a", string) | case("b", integer) | otherwise(json_value))


class Keyed(Record):
    """Keys inside elements."""

    a: Any = field("a", KEYED, default=None)
    c: tuple[Any, ...] = field("c", array(OPEN), default=())


class Listed(Record):
    """Lists whose first items have codecs of their own, and items that may be wrong."""

    a: Any = field("a", tuple_of(string, rest=integer), default=None)
    b: Any = field("b", array(result_of(integer)), default=(), xml=flattened)
    c: Any = field("c", result_of(tuple_of(integer, integer, rest=integer)), default=None)


RECORDS: list[type[Record]] = [Outer, Shut, Told, Rest, Keyed, Listed]
WORDS = {' id="1"': (' kind="l"', ' kind="r"', ' xsi:type="p:l"', ' xsi:type="s"', ' p:id="l"', ' type="l"')}
INSIDE = (
    "<item><a>1</a></item><item><b>2</b></item>", "<item><d/></item>", "<a>1</a>", "<a>x</a>", "<b>2</b>",
    "<p:b>3</p:b>", "<item>1</item><item>2</item>", "<c/>", "",
)  # fmt: skip


def spread(raw: str, random: Random) -> str:
    """The document with tags in some attributes, and more inside some elements."""
    for old, new in WORDS.items():
        while old in raw and random.random() < 0.8:
            told = random.choice(new)
            raw = raw.replace(old, told if "xmlns:p" in raw or ":" not in told else "", 1)
    for name in "abc":
        begin = f"<{name}>"
        if begin in raw and random.random() < 0.7:
            inside = random.choice(INSIDE)
            raw = raw.replace(begin, begin + (inside if "xmlns:p" in raw or ":" not in inside else ""), 1)
    return raw


@pytest.mark.parametrize("style", [None, aws.xml], ids=["plain", "aws"])
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_what_is_read_or_refused_is_equal_with_and_without(record: type[Record], style: Any) -> None:
    random, codec = Random(record.__name__), record.codec
    styled = {} if style is None else {"style": style}
    accepted = 0
    for _ in range(400):
        xml = spread(document(random), random)
        quick = codec.decode_xml(xml, **styled)
        with plain_only():
            assert repr(quick) == repr(codec.decode_xml(xml, **styled)), xml
        if isinstance(quick, Success):
            accepted += 1
            in_xml(codec, quick.unwrap(), root=random.choice(NAMED))
    assert accepted > 10


QUICK: list[tuple[type[Record], str]] = [
    (Outer, "<r id='1'>t<a>n</a><c>1</c><b>2</b><c/></r>"),
    (Outer, "<p:r xmlns:p='urn:a'><p:a>1</p:a><b>1</b></p:r>"),
    (Shut, "<r><a>1</a></r>"),
    (Told, "<r><a kind='l'><a>1</a></a></r>"),
    (
        Told,
        f"<r xmlns:x='{XSI}' xmlns:p='urn:a'><b x:type='l'><a/></b><b x:type=' p:s '/><p:c x:type='r'/></r>",
    ),
    (Keyed, "<r xmlns:p='urn:a'><a><p:b>1</p:b></a><c><item><a>2</a></item><item><b>2</b></item></c></r>"),
    (Listed, "<r><a><item>t</item><item>1</item><item>2</item></a><b>1</b><b>2</b></r>"),
]


@pytest.mark.parametrize(("record", "xml"), QUICK, ids=str)
def test_they_are_read_and_written_without_the_plain_interpreter(
    record: type[Record], xml: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plain_only():
        expected = record.codec.decode_xml(xml)
    assert isinstance(expected, Success)

    def fail(*args: object, **named: object) -> Any:
        raise AssertionError

    reading = record.codec.decode_xml
    assert reading(xml) == reading(xml) == expected
    written = in_xml(record.codec, expected.unwrap())
    assert alone(record.codec, expected.unwrap(), "r", monkeypatch) == written.unwrap()
    monkeypatch.setattr("ecr_decode.fast.read_xml.run.read.read_xml", fail)
    monkeypatch.setattr("ecr_decode.fast.read_xml.steps.Reader", fail)
    assert reading(xml) == expected


class Kept(Record):
    """A member of the name of the tag, which stands elsewhere in XML."""

    size: int = field("size", integer)
    kind: str | None = field("kind", string, default=None)


@pytest.mark.parametrize("tag", ["", "k"])
@pytest.mark.parametrize("hint", [attribute("t"), attribute("t", ns=A), element("t", ns=A)], ids=repr)
@pytest.mark.parametrize("rest", [array(string), Kept.codec.map(lambda kept: (kept,), lambda kept: kept[0])])
def test_a_member_of_the_name_of_the_tag_is_not_the_tag_where_a_hint_puts_that_elsewhere(
    tag: str, hint: Any, rest: Any
) -> None:
    codec: Any = tagged_union("kind", case("list", Left) | case(tag, Kept) | otherwise(rest), xml=hint)
    for kind in (None, "", "k", "q"):
        value = Kept(size=1, kind=kind)
        for _ in range(3):
            written = codec.encode_xml(value)
            with plain_only():
                assert codec.encode_xml(value) == written
                assert codec.decode_xml(written.unwrap()) == Success(value)
            assert codec.decode_xml(written.unwrap()) == Success(value)
