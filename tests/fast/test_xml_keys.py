"""Elements under keys that stand for themselves: compiled readers give what the plain one gives."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    attribute,
    case,
    element,
    field,
    flattened,
    integer,
    json_value,
    keyed_union,
    lazy,
    nullable,
    number,
    one_or_many,
    others,
    otherwise,
    plain_only,
    string,
    text,
)
from tests.fast.test_encode_equal_to_plain import in_xml
from tests.fast.test_encode_namespaces import alone

A = "urn:a"
PLAIN = keyed_union(case("a", string) | case("b", integer))
OPEN = keyed_union(case("a", string) | case("b", integer) | otherwise(json_value))
SPACED = keyed_union(
    case(element("a", ns=A), string) | case(element("b", ns=""), integer) | case("c", nullable(number))
)
FAR = keyed_union(case(element("a", ns=A), string) | case("b", integer) | otherwise(json_value))


class Many(Record):
    """Items in order, beside a member with a name and an attribute."""

    items: tuple[Any, ...] = field("items", array(PLAIN), xml=flattened)
    name: str | None = field("name", string, default=None)
    id: str | None = field("id", string, default=None, xml=attribute)


class Choice(Record):
    """One of some elements, which must be there."""

    item: Any = field("item", PLAIN, xml=flattened)


class Maybe(Record):
    """One of some elements, or none, and text."""

    item: Any = field("item", OPEN, default=None, xml=flattened)
    said: str = field("said", string, default="", xml=text)


class Rest(Record):
    """Any elements but those that have members."""

    items: tuple[Any, ...] = field("items", array(OPEN), default=(), xml=flattened)
    name: str | None = field("name", string, default=None)


class Spaced(Record):
    """Keys in a namespace, in none, and in that of the element around them."""

    items: tuple[Any, ...] = field("items", array(SPACED), default=(), xml=flattened)
    name: str | None = field("name", string, default=None, xml=element("name", ns=A))


class Far(Record):
    """The same without a key that must be in no namespace."""

    items: tuple[Any, ...] = field("items", array(FAR), default=(), xml=flattened)
    name: str | None = field("name", string, default=None, xml=element("name", ns=A))


class Around(Record):
    """Keys in the namespace that the member names."""

    items: tuple[Any, ...] = field("items", array(PLAIN), default=(), xml=flattened(ns=A))


class Two(Record, forbid_unknown=True):
    """Two members with keys, and nothing else."""

    first: tuple[Any, ...] = field("first", array(PLAIN), default=(), xml=flattened)
    second: Any = field(
        "second", keyed_union(case("c", string) | case("name", number)), default=None, xml=flattened
    )


class Kept(Record):
    """Keys beside others that are kept."""

    items: tuple[Any, ...] = field("items", one_or_many(PLAIN), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value)


class Tree(Record):
    """Itself, among texts."""

    parts: tuple[Any, ...] = field("parts", array(lazy(lambda: part)), default=(), xml=flattened)


part: Codec[Any] = keyed_union(case("a", string) | case("c", Tree) | otherwise(json_value))
SMALL: Codec[Any] = array(PLAIN).refine(lambda items: len(items) < 3, "expected fewer items")


class Ruled(Record, null_as_absent=True):
    """Rules and functions over the items."""

    items: tuple[Any, ...] | None = field(
        "items", nullable(SMALL.map(tuple, tuple)), default=None, xml=flattened
    )


RECORDS: list[type[Record]] = [Many, Choice, Maybe, Rest, Spaced, Far, Around, Two, Kept, Tree, Ruled]
NAMES = ("a", "b", "c", "name", "p:a", "p:b", "p:name", "q:a")
TEXTS = ("", "", "1", "x", " ", "<a>1</a>", '<d xmlns="">2</d>', "<c><a/></c>")
ATTRIBUTES = ("", "", "", ' id="1"', ' xmlns=""', ' xmlns:q="urn:b"', ' xsi:nil="true"')
ROOTS = (
    "r", 'r xmlns="urn:a"', 'r xmlns:p="urn:a" xmlns:q="urn:q" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'p:r xmlns="urn:b" xmlns:p="urn:a" xmlns:q="urn:a"',
)  # fmt: skip


NAMED = ("r", element("r", ns=A), element("r", ns="urn:b"))


def document(random: Random) -> str:
    """A small document of such names, which often declares the prefixes that it uses."""
    root = random.choice(ROOTS)
    spaced = "xmlns:p" in root
    names = NAMES if spaced else NAMES[:4]

    def child() -> str:
        name, attributes = random.choice(names), random.choice(ATTRIBUTES if spaced else ATTRIBUTES[:5])
        return f"<{name}{attributes}>{random.choice(TEXTS)}</{name}>{random.choice(('', '', '', ' ', 'y'))}"

    inside = "".join(child() for _ in range(random.choice((0, 1, 1, 2, 3, 5))))
    own = random.choice(("", "", " id='2'"))
    return f"<{root}{own}>{inside}</{root.split()[0]}>"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_what_is_read_or_refused_is_equal_with_and_without(record: type[Record]) -> None:
    random, codec = Random(record.__name__), record.codec
    accepted = 0
    for _ in range(300):
        xml = document(random)
        quick = codec.decode_xml(xml)
        with plain_only():
            assert repr(quick) == repr(codec.decode_xml(xml)), xml
        if isinstance(quick, Success):
            accepted += 1
            in_xml(codec, quick.unwrap(), root=random.choice(NAMED))
    assert 10 < accepted < 300


WRONG: list[Record] = [
    Many(items=(1.5,)),
    Many(items=("a", None)),
    Choice(item=None),
    Rest(items=({"name": "1"},)),
    Rest(items=({"a": "1"},)),
    Rest(items=({"p:d": None},)),
    Rest(items=({"d": "1", "e": "2"},)),
    Rest(items=({"@d": "1"}, {"d": ["1", "2"]}, "a", None)),
    Spaced(items=(1, 2.5), name="n"),
    Far(items=({"p:d": {"@xmlns:p": "urn:q"}},)),
    Far(items=({"d": {"@xmlns": "urn:q"}},), name="n"),
    Far(items=({"name": None},), name="n"),
    Two(first=(1,), second="x"),
    Kept(items=("x",), rest={"a": "1"}),
    Kept(items=("x",), rest={"d": "1"}),
    Ruled(items=(1, 2, 3)),
]


@pytest.mark.parametrize("root", NAMED, ids=str)
@pytest.mark.parametrize("value", WRONG, ids=str)
def test_what_cannot_be_written_is_refused_alike(value: Record, root: Any) -> None:
    in_xml(type(value).codec, value, root=root)


QUICK: list[tuple[type[Record], str]] = [
    (Many, "<r id='1'><b>1</b><name>n</name><a/><b>2</b></r>"),
    (Many, "<r xmlns='urn:a'><b>1</b><a/></r>"),
    (Many, "<p:r xmlns:p='urn:a'><b>1</b><p:a/><p:name/></p:r>"),
    (Choice, "<r><b>1</b><d/></r>"),
    (Maybe, "<r>x</r>"),
    (Far, "<r xmlns:p='urn:a'><p:a/><b>1</b><p:name/></r>"),
    (Far, "<p:r xmlns:p='urn:a'><p:a/><b>1</b><p:b>1</p:b></p:r>"),
    (Around, "<r xmlns:p='urn:a'><p:a/><b>1</b></r>"),
    (Two, "<r><c/><b>1</b><a/></r>"),
    (Kept, "<r><a/><d/></r>"),
    (Tree, "<r><c><c><a/></c><a>1</a></c></r>"),
    (Ruled, "<r><a/><b>2</b></r>"),
]


@pytest.mark.parametrize(("record", "xml"), QUICK, ids=str)
def test_keys_are_read_and_written_without_the_plain_interpreter(
    record: type[Record], xml: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plain_only():
        expected = record.codec.decode_xml(xml)
    assert isinstance(expected, Success)

    def fail(*args: object, **named: object) -> Any:
        raise AssertionError

    reading = record.codec.decode_xml
    assert reading(xml) == reading(xml) == expected
    monkeypatch.setattr("ecr_decode.fast.read_xml.run.read.read_xml", fail)
    monkeypatch.setattr("ecr_decode.fast.read_xml.steps.Reader", fail)
    assert reading(xml) == expected
    for root in NAMED:
        written = in_xml(record.codec, expected.unwrap(), root=root)
        assert alone(record.codec, expected.unwrap(), root, monkeypatch) in (
            written.unwrap(), None if record is Kept else b""
        )  # fmt: skip


def test_what_no_key_names_is_read_by_the_plain_reader_alone() -> None:
    xml = "<r><a>1</a><d x='1'><e/></d><name>n</name></r>"
    assert Rest.codec.decode_xml(xml) == Success(Rest(items=("1", {"d": {"@x": "1", "e": None}}), name="n"))
