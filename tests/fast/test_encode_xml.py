"""The corners of compiled writers of XML: places, escapes, null, depth, and what is left to others."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from types import MappingProxyType, SimpleNamespace
from typing import Any, Generic, TypeVar, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    XmlStyle,
    array,
    at,
    attribute,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    dict_of,
    ecr,
    element,
    enum_of,
    field,
    flattened,
    inline,
    integer,
    json_text,
    json_value,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    others,
    otherwise,
    plain_only,
    record,
    string,
    tagged_union,
    text,
    tuple_of,
)
from ecr_decode.fast.doubt import Doubt
from ecr_decode.fast.write.compiled import EncodeXml
from ecr_decode.fast.write.compiled import compiled_xml as compiled
from ecr_decode.node.style import plain
from tests import registry
from tests.fast.comparison import AWS_STYLE, STYLES
from tests.fast.test_encode_equal_to_plain import in_xml
from tests.fast.wrong import WRONG, places

T = TypeVar("T")
NIL = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
NO_TABLE: dict[str, int] = {}


class Placed(Record):
    """Members in every place that XML has."""

    id: str = field("id", string, xml=attribute)
    count: int | None = field("count", integer, default=None, xml=attribute)
    note: str = field("note", string, default="", xml=text)
    tags: tuple[str, ...] = field("tag", array(string), default=(), xml=flattened)
    pair: tuple[int, str] | None = field("pair", tuple_of(integer, string), default=None, xml=flattened)
    table: dict[str, int] = field("table", dict_of(integer), default=NO_TABLE, xml=flattened)
    title: str = field("title", string, default="none", omit=True, xml=element("Title"))
    words: tuple[str, ...] = field("words", array(string), default=(), xml=element("Words", item="Word"))


class Inner(Record):
    """What is empty when nothing is said."""

    value: str | None = field("value", string, default=None)


class Outer(Record):
    """Others, in lists, maps and a null."""

    inner: Inner = field("inner", Inner.codec)
    many: tuple[Inner | None, ...] = field("many", array(nullable(Inner.codec)))
    named: dict[str, Inner] = field("named", dict_of(Inner.codec))
    lists: tuple[tuple[int, ...], ...] = field("lists", array(array(integer)))


def quickly(codec: Codec[Any], value: Any, style: XmlStyle = plain) -> str:
    """What the fast path writes by itself, which the plain writer confirms."""
    write = compiled(codec.node, style)
    assert write is not None
    attributes, inside = write(value)
    filled = attributes or inside
    written = f"<r{attributes}>{inside}</r>" if filled else "<r/>"
    assert in_xml(codec, value, style).unwrap().decode() == written
    return written


def is_quick(codec: Codec[Any], value: Any, style: XmlStyle = plain) -> bool:
    write = compiled(codec.node, style)
    assert write is not None
    try:
        write(value)
    except Exception:  # how it doubts is its own affair
        return False
    return True


PLACED = Placed(
    id='a"b',
    count=0,
    note="a<b",
    tags=("x", ""),
    pair=(1, "&"),
    table={"a": 1, "b": 2},
    title="",
    words=("w", ">"),
)


def test_every_place_is_written() -> None:
    assert quickly(Placed.codec, PLACED) == (
        '<r id="a&quot;b" count="0">a&lt;b<tag>x</tag><tag/><pair>1</pair><pair>&amp;</pair>'
        "<table><a>1</a><b>2</b></table>"
        "<Title/><Words><Word>w</Word><Word>&gt;</Word></Words></r>"
    )
    assert quickly(Placed.codec, PLACED, AWS_STYLE).count("<table><key>") == 2


OUTER = Outer(inner=Inner(), many=(None, Inner(), Inner(value="a")), named={"a": Inner()}, lists=((), (1, 2)))


def test_nothing_said_is_an_empty_element() -> None:
    empty = Inner()
    assert quickly(Inner.codec, empty) == "<r/>"
    assert quickly(Outer.codec, OUTER) == (
        f"<r><inner/><many><item {NIL}></item><item/><item><value>a</value></item></many><named><a/></named>"
        "<lists><item/><item><item>1</item><item>2</item></item></lists></r>"
    )
    nothing = Outer(inner=Inner(value=""), many=(), named={}, lists=())
    assert quickly(Outer.codec, nothing) == "<r><inner><value/></inner><many/><named/><lists/></r>"


@pytest.mark.parametrize(
    "character", ["&", "<", ">", "\r", "\n", "\t", '"', "'", " ", "\x7f", "\x85", "é", "\U0001f600"]
)
def test_characters_are_escaped_where_they_stand(character: str) -> None:
    value = Placed(id=character, note=character, tags=(character,), table={}, words=(f"a{character}b",))
    quickly(Placed.codec, value)


@pytest.mark.parametrize("character", ["\0", "\x01", "\x0b", "\x1f", "￾", "￿", "\ud800"])
def test_what_xml_cannot_hold_is_doubted(character: str) -> None:
    for value in (
        Placed(id=character),
        Placed(id="a", note=character),
        Placed(id="a", tags=("a", character)),
        Placed(id="a", words=(f"a{character}",)),
    ):
        assert not is_quick(Placed.codec, value)
        assert not isinstance(in_xml(Placed.codec, value), Success)


class Sign(Enum):
    """An enumeration whose values are no names, nor texts that stand as they are."""

    LESS = "<"
    QUOTE = '"'
    NONE = ""
    ONE = 1


SCALARS: list[tuple[Codec[Any], Any, str]] = [
    (string, "", "<r/>"),
    (string, "a", "<r>a</r>"),
    (integer, 0, "<r>0</r>"),
    (aws.long, -(2**63), f"<r>{-(2**63)}</r>"),
    (number, 0.5, "<r>0.5</r>"),
    (number, -0.0, "<r>-0.0</r>"),
    (number, 3, "<r>3.0</r>"),
    (boolean, False, "<r>false</r>"),
    (boolean, True, "<r>true</r>"),
    (base64_bytes, b"", "<r/>"),
    (base64_bytes, b"\xff" * 60, f"<r>{'/' * 80}</r>"),
    (literal("a<", 1, True), "a<", "<r>a&lt;</r>"),
    (literal("a<", 1, True), 1, "<r>1</r>"),
    (literal("a<", 1, True), True, "<r>true</r>"),
    (enum_of(Sign), Sign.LESS, "<r>&lt;</r>"),
    (enum_of(Sign), Sign.NONE, "<r/>"),
    (enum_of(Sign), Sign.ONE, "<r>1</r>"),
    (null, None, f"<r {NIL}></r>"),
    (enum_of(registry.Level), registry.Level(1), "<r>1</r>"),
    (enum_of(registry.Unit), registry.Unit("days"), "<r>days</r>"),
    (aws.open_enum(registry.Status), "a<b", "<r>a&lt;b</r>"),
    (aws.open_enum(registry.Status), registry.Status("a<b"), "<r>a&lt;b</r>"),
    (aws.timestamp, datetime(1, 1, 1, tzinfo=UTC), "<r>0001-01-01T00:00:00Z</r>"),
    (aws.timestamp, datetime(2019, 2, 11, 18, 0, 0, 1, UTC), "<r>2019-02-11T18:00:00.000001Z</r>"),
    (json_text(array(string)), ("<", "é"), '<r>["&lt;","é"]</r>'),
    (at("a", "b", string), "", "<r><a><b/></a></r>"),
]


@pytest.mark.parametrize(("codec", "value", "expected"), SCALARS, ids=repr)
def test_scalars_are_spelled(codec: Codec[Any], value: Any, expected: str) -> None:
    assert quickly(codec, value) == expected


def test_times_in_other_zones_are_written() -> None:
    moment = datetime(2019, 2, 11, 18, tzinfo=timezone(timedelta(hours=1)))
    assert quickly(aws.timestamp, moment) == "<r>2019-02-11T17:00:00Z</r>"


@pytest.mark.parametrize("codec", [codec for codec, _, _ in SCALARS], ids=repr)
def test_wrong_scalars_are_refused_alike(codec: Codec[Any]) -> None:
    for wrong in WRONG:
        in_xml(codec, wrong)
        in_xml(array(codec), (wrong,))


def test_constants_are_escaped_where_they_stand() -> None:
    class Constants(Record):
        sign: Sign = field("sign", enum_of(Sign), xml=attribute)
        kind: str = field("kind", literal('"<'), xml=attribute)
        status: registry.Status | str = field("status", aws.open_enum(registry.Status), xml=attribute)
        body: str = field("body", literal('"<'), xml=text)

    value = Constants(sign=Sign.QUOTE, kind='"<', status='"', body='"<')
    assert quickly(Constants.codec, value) == '<r sign="&quot;" kind="&quot;&lt;" status="&quot;">"&lt;</r>'


def test_a_style_of_a_record_goes_before_that_of_the_call() -> None:
    class Listed(aws.Shape):
        tags: tuple[str, ...] = field("tags", array(string))

    assert (
        quickly(Listed.codec, Listed(tags=("a",)), XmlStyle(item="i"))
        == in_xml(Listed.codec, Listed(tags=("a",))).unwrap().decode()
    )


@given(st.datetimes(timezones=st.just(UTC)))
@settings(max_examples=20 * settings().max_examples)
def test_every_time_in_utc_is_spelled_as_the_plain_writer_does(moment: datetime) -> None:
    quickly(aws.timestamp, moment)


@given(st.text())
@settings(max_examples=20 * settings().max_examples)
def test_every_text_is_written_or_refused_alike(value: str) -> None:
    in_xml(string, value)
    in_xml(Placed.codec, Placed(id=value, note=value))


class Chain(Record):
    """A list that is linked."""

    next: Chain | None = field("next", nullable(lazy(lambda: Chain.codec)), default=None)


def chain(links: int) -> Chain:
    found = Chain()
    for _ in range(links):
        found = Chain(next=found)
    return found


class Days(Record):
    """A case that says its tag itself."""

    kind: str = field("kind", literal("days"), default="days", omit=False)
    count: int = field("count", integer)


class Hours(Record):
    """A case that does not."""

    count: int = field("count", integer)


SPAN = tagged_union("kind", case("days", Days.codec) | case("h<", Hours.codec) | otherwise(dict_of(string)))
NOTED = tagged_union("kind", case("placed", Placed.codec) | case("hours", Hours.codec))
NUMBERS_FIRST = one_of(case("number", integer) | case("text", string))
OF_KIND = by_kind(case("null", null) | case("string", string) | case("number", integer))
TRIED = one_of(case("record", Hours.codec) | case("text", string))


def test_tags_stand_before_the_members() -> None:
    assert quickly(SPAN, Days(count=1)) == "<r><kind>days</kind><count>1</count></r>"
    assert quickly(SPAN, Hours(count=1)) == "<r><kind>h&lt;</kind><count>1</count></r>"
    assert quickly(NOTED, Placed(id="a", table={})).startswith('<r id="a"><kind>placed</kind>')
    assert (
        quickly(array(NOTED), (Hours(count=1),)) == "<r><item><kind>hours</kind><count>1</count></item></r>"
    )
    assert not is_quick(SPAN, Days(kind="hours", count=1))
    in_xml(SPAN, Days(kind="hours", count=1))
    assert quickly(SPAN, {"kind": "weeks"}) == "<r><kind>weeks</kind></r>"
    assert not is_quick(SPAN, {"kind": "days"})


def test_a_tag_that_a_member_has_is_the_case_it_is_written_as() -> None:
    class Free(Record):
        kind: str = field("kind", string)

    class Omitted(Record):
        kind: str = field("kind", string, default="omitted", omit=True)

    class Hinted(Record):
        kind: str = field("kind", string, xml=attribute)

    class Taken(Record):
        other: str = field("other", string, xml=element("kind"))

    cases = case("free", Free.codec) | case("omitted", Omitted.codec)
    codec = tagged_union("kind", cases | case("hinted", Hinted.codec) | case("taken", Taken.codec))
    assert quickly(codec, Free(kind="free")) == "<r><kind>free</kind></r>"
    for value in (
        Free(kind="omitted"), Omitted(), Omitted(kind="a"), Hinted(kind="hinted"), Hinted(kind="a"),
        Taken(other="a"), Taken(other="taken"),
    ):  # fmt: skip
        in_xml(codec, value)
    assert not is_quick(codec, Free(kind="omitted"))


def test_a_tag_is_written_around_what_is_nullable_or_tagged_itself() -> None:
    nested = tagged_union(
        "outer", case("nullable", nullable(Hours.codec), when=Hours) | case("tagged", SPAN, when=Days)
    )
    assert in_xml(nested, Hours(count=1)).unwrap() == b"<r><outer>nullable</outer><count>1</count></r>"
    assert quickly(nested, Days(count=1)) == "<r><outer>tagged</outer><kind>days</kind><count>1</count></r>"


def test_a_tagged_union_within_another_leaves_what_does_not_suit_to_the_outer_one() -> None:
    class Kept(Record):
        name: str = field("name", string)
        rest: dict[str, str] = others(string)

    inner = tagged_union("inner", case("kept", Kept.codec) | case("hours", Hours.codec))
    nested = tagged_union("outer", case("k", inner, when=Kept) | case("h", inner, when=Hours))
    assert in_xml(nested, Hours(count=1)).unwrap() == (
        b"<r><outer>h</outer><inner>hours</inner><count>1</count></r>"
    )
    in_xml(nested, Kept(name="a", rest={"b": "c"}))


def test_rules_are_kept() -> None:
    class Ruled(Record):
        name: str = field("name", string.refine(str.isupper, "expected capitals"))
        names: tuple[str, ...] = field("names", array(string).refine(bool, "expected some"), xml=flattened)

    quickly(Ruled.codec, Ruled(name="A", names=("a",)))
    for value in (Ruled(name="a", names=("a",)), Ruled(name="A", names=())):
        assert not is_quick(Ruled.codec, value)
        assert not isinstance(in_xml(Ruled.codec, value), Success)


def test_a_description_that_unfolds_to_too_much_is_not_compiled() -> None:
    wide: Codec[Any] = record(SimpleNamespace, **{f"m{at}": field(f"m{at}", string) for at in range(900)})
    assert compiled(wide.node, plain) is None
    assert compiled(array(wide).node, plain) is None
    in_xml(wide, SimpleNamespace(**dict.fromkeys((f"m{at}" for at in range(900)), "a")))


def test_a_generic_class_is_known_by_its_origin() -> None:
    @dataclass(frozen=True)
    class Box(Generic[T]):
        held: T

    codec: Codec[Any] = record(Box[str], held=field("held", string))
    assert quickly(codec, Box("a")) == "<r><held>a</held></r>"
    assert not is_quick(codec, SimpleNamespace(held="a"))
    in_xml(codec, SimpleNamespace(held="a"))


def test_a_member_of_an_open_enumeration_is_written_as_its_value_whatever_it_shows() -> None:
    class Shown(aws.OpenEnum):
        A = "a"

        def __format__(self, spec: str) -> str:
            return "shown"

        def __str__(self) -> str:
            return "shown"

    codec = aws.open_enum(Shown)
    assert quickly(codec, Shown("a")) == "<r>a</r>"
    assert quickly(codec, Shown("b")) == "<r>b</r>"


def test_unions_without_tags_are_decided_by_the_plain_writer() -> None:
    assert quickly(TRIED, Hours(count=1)) == "<r><count>1</count></r>"
    for value in ("a", "", "1", 1, None):
        in_xml(OF_KIND, value)
        in_xml(TRIED, value)
        in_xml(NUMBERS_FIRST, value)
    assert not isinstance(NUMBERS_FIRST.encode_xml("1"), Success)


def _null_of_none(found: Any) -> Any:
    return None if found == "none" else found


class ByName(Record):
    """An alternative that requires a name, in an element of its own."""

    name: str = field("name", string, xml=element("Name"))
    note: str | None = field("note", string, default=None)


class ByNumber(Record):
    """One that requires a number."""

    number: int = field("number", integer)
    note: str | None = field("note", string, default=None, xml=attribute)


class ByNote(Record):
    """One whose one member every other may have as well."""

    note: str = field("note", string)


class Loud(Record):
    """One that has the other's name, for another member and in another place."""

    loud: str = field("Name", string, xml=attribute)


def test_alternatives_are_written_where_those_before_them_require_what_they_lack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = one_of(
        case("name", ByName.codec)
        | case("number", ByNumber.codec)
        | case("note", ByNote.codec)
        | case("text", string)
        | case("loud", Loud.codec)
    )
    unsure = one_of(case("inner", Inner.codec) | case("name", ByName.codec))
    values = (ByName(name="a"), ByNumber(number=1, note="a"), ByNote(note="a"), "a", Loud(loud="a"))
    for value in values:
        in_xml(found, value)
        in_xml(unsure, value)
    assert not isinstance(unsure.encode_xml(ByName(name="a")), Success)
    monkeypatch.setattr("ecr_decode.fast.write.xml.xml_content", doubting)
    assert [is_quick(found, value) for value in values] == [True, True, True, True, False]
    assert not is_quick(unsure, ByName(name="a"))


def test_null_that_would_be_read_as_something_else_is_doubted() -> None:
    backwards: Codec[Any] = nullable(string).map(str, _null_of_none)
    twice = nullable(backwards)
    assert is_quick(twice, None)
    assert not is_quick(twice, "none")
    in_xml(twice, "none")

    class Absent(Record, null_as_absent=True):
        a: Any = field("a", backwards, default="a")
        b: Any = field("b", nullable(string), default="b")

    class Present(Record, null_as_absent=True):
        a: Any = field("a", backwards)
        b: Any = field("b", backwards, default=None)

    assert is_quick(Absent.codec, Absent())
    assert is_quick(Present.codec, Present(a="none", b="none"))
    in_xml(Present.codec, Present(a="none", b="none"))
    for value in (Absent(a="none"), Absent(b=None)):
        assert not is_quick(Absent.codec, value)
        assert not isinstance(in_xml(Absent.codec, value), Success)


def test_empties_that_would_be_read_as_the_default_are_doubted() -> None:
    class Filled(Record):
        words: tuple[str, ...] = field("words", array(string), default=("a",), xml=flattened)
        table: dict[str, str] = field("table", dict_of(string), default={"a": "b"}, xml=flattened)
        note: str = field("note", string, default="a", xml=text)

    assert is_quick(Filled.codec, Filled())
    for value in (Filled(words=()), Filled(table={}), Filled(note="")):
        for style in STYLES:
            assert not is_quick(Filled.codec, value, style)
            assert not isinstance(in_xml(Filled.codec, value, style), Success)


def test_what_stands_alone_cannot_be_null() -> None:
    class Alone(Record):
        a: str | None = field("a", nullable(string), xml=attribute)
        b: str | None = field("b", nullable(string), xml=text)
        c: tuple[str, ...] | None = field("c", nullable(array(string)), xml=flattened)

    quickly(Alone.codec, Alone(a="", b="b", c=()))
    quickly(Alone.codec, Alone(a="", b="", c=()))
    for value in (Alone(a=None, b="", c=()), Alone(a="", b=None, c=()), Alone(a="", b="", c=None)):
        assert not is_quick(Alone.codec, value)
        assert not isinstance(in_xml(Alone.codec, value), Success)


def doubting(*_: object) -> Callable[[object], tuple[str, str]]:
    """What stands for the plain writer where it must not be asked."""

    def written(_: object) -> tuple[str, str]:
        raise Doubt

    return written


@pytest.fixture
def no_plain_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecr_decode.fast.write.xml.xml_content", doubting)


TREES: list[JsonValue] = [
    "a", "&", {"a": ["1", "2"], "@b": "<"}, {"#text": "a", "b": None},
    {"a": {"a": {"@é": '"', "#text": ">"}}}, {"a": ["1", None, {"b": "2"}], "c": ["1", "2"]},
]  # fmt: skip
NO_TREES: list[Any] = [
    None, "", 1, {}, [], ["1", "2"], ("1", "2"), {"a": ["1"]}, {"a": 1}, {"@a": None}, {"#text": "a"},
    {"a b": "1"}, {"@a:nil": "true"}, {"@xmlns": "urn:a", "b": "1"}, {"": "1"}, {"@": "1"}, {1: "1"},
    {"a": "\0"}, {"a": {}}, {"@a": "1", "#text": ""},
]  # fmt: skip


class Noted(Record):
    """A value without a description, among others."""

    name: str = field("name", string)
    about: JsonValue = field("about", json_value)


class Kept(Record):
    """What a record does not name, in every place."""

    id: str = field("id", string, xml=attribute)
    name: str = field("name", string)
    rest: dict[str, Any] = others(json_value)


@pytest.mark.usefixtures("no_plain_parts")
@pytest.mark.parametrize("tree", TREES, ids=repr)
def test_values_without_a_description_are_written(tree: JsonValue) -> None:
    quickly(Noted.codec, Noted(name="a", about=tree))
    quickly(array(json_value), (tree, tree))
    rest: dict[str, Any] = tree if isinstance(tree, dict) else {"a": tree}
    quickly(array(Kept.codec), (Kept(id="a", name="a", rest=rest), Kept(id="a", name="a", rest={})))


@pytest.mark.usefixtures("no_plain_parts")
@pytest.mark.parametrize("tree", NO_TREES, ids=repr)
def test_values_that_xml_has_not_are_doubted(tree: Any) -> None:
    assert not is_quick(Noted.codec, Noted(name="a", about=tree))
    in_xml(Noted.codec, Noted(name="a", about=tree))
    in_xml(Kept.codec, Kept(id="a", name="a", rest={"a": tree}))
    in_xml(Kept.codec, Kept(id="a", name="a", rest=tree))


@pytest.mark.parametrize("name", ["id", "@id", "name", "#text", "@name", "kind"])
def test_members_that_are_kept_meet_no_others(name: str) -> None:
    codec: Codec[Any] = tagged_union("kind", case("kept", Kept) | case("inner", Inner))
    kept = Kept(id="a", name="a", rest={name: "b"})
    for each in (codec, Kept.codec):
        in_xml(each, kept)
    assert is_quick(Kept.codec, kept) is (name in ("#text", "@name", "kind"))


def test_deep_values_without_a_description_are_written_and_refused_alike() -> None:
    for levels in (1, 100, 196, *range(197, 203), 300):
        tree: Any = "a"
        for _ in range(levels):
            tree = {"a": tree}
        in_xml(json_value, tree)
        in_xml(array(json_value), (tree,))
        in_xml(Kept.codec, Kept(id="a", name="a", rest={"a": tree}))
    shared: Any = "a"
    for _ in range(60):
        shared = {"a": shared, "b": shared}
    assert not isinstance(in_xml(json_value, shared), Success)


def test_a_value_without_a_description_is_written_as_deep_by_the_fast_path() -> None:
    tree: JsonValue = "a"
    for _ in range(199):
        tree = {"a": tree}
    assert is_quick(json_value, tree)


class Optional(Record):
    """A record with itself in a list, beside members that may all be absent."""

    inner: Hours | None = inline(Hours.codec, default=None)
    below: tuple[Optional, ...] = field("below", array(lazy(lambda: Optional.codec)), default=(), omit=True)


def test_a_part_that_is_not_compiled_leaves_the_rest_to_the_fast_path() -> None:
    codec: Codec[Any] = array(lazy(lambda: Optional.codec))
    assert quickly(codec, (Optional(inner=Hours(count=1)),)) == "<r><item><count>1</count></item></r>"


class Counts(Record):
    """What has a list where another has a text."""

    name: tuple[int, ...] = field("name", array(integer))


class Name(Record):
    name: str = field("name", string)


@pytest.mark.usefixtures("no_plain_parts")
def test_a_list_that_is_not_empty_is_no_text() -> None:
    codec: Codec[Any] = one_of(case("name", Name.codec) | case("counts", Counts.codec))
    assert quickly(codec, Counts(name=(1, 2))) == "<r><name><item>1</item><item>2</item></name></r>"
    assert not is_quick(codec, Counts(name=()))
    in_xml(codec, Counts(name=()))


STRINGS = array(string)
WEIRD: list[Callable[[], Codec[Any]]] = [
    lambda: record(dict, a=field("a b", string)),
    lambda: record(dict, a=field("1", string)),
    lambda: record(dict, a=field("", string)),
    lambda: record(dict, a=field("a", lazy(lambda: STRINGS), xml=attribute)),
    lambda: record(dict, a=field("a", json_value, xml=text)),
    lambda: record(dict, a=field("a", null, xml=attribute)),
    lambda: record(dict, a=field("a", literal("a", None), xml=attribute)),
    lambda: at("a b", string),
]


class Attributes:
    """Anything with a member `a`."""

    def __init__(self, a: Any) -> None:
        self.a = a


@pytest.mark.parametrize("make", WEIRD)
def test_places_that_xml_has_not_are_left_to_the_plain_writer(make: Callable[[], Codec[Any]]) -> None:
    codec = make()
    assert compiled(codec.node, plain) is None
    for value in ("a", "", (), ("a",), {"a": "b"}):
        in_xml(codec, value)
        in_xml(codec, Attributes(value))


@pytest.mark.parametrize(
    "style",
    [
        XmlStyle(item="a b"),
        XmlStyle(entry="a b"),
        XmlStyle(entry="e", key="k", value="k"),
        XmlStyle(entry="e", key="", value="k"),
        XmlStyle(item="é", entry="ü", key="k", value="v"),
    ],
)
def test_odd_styles_give_what_the_plain_writer_gives(style: XmlStyle) -> None:
    cases: list[tuple[Codec[Any], Any]] = [
        (array(string), ("a",)),
        (array(string), ()),
        (tuple_of(string, integer), ("a", 1)),
        (dict_of(string), {"a": "b", "": ""}),
        (Placed.codec, PLACED),
    ]
    for codec, value in cases:
        in_xml(codec, value, style)


@pytest.mark.parametrize("value", [PLACED, OUTER, Days(count=1), Hours(count=1), chain(3)], ids=repr)
def test_every_wrong_value_in_every_place_is_refused_alike(value: Any) -> None:
    cls = cast(Any, type(value))
    codec: Codec[Any] = SPAN if isinstance(value, Days | Hours) else cls.codec
    for put in places(value):
        for wrong in WRONG:
            in_xml(codec, put(wrong))


def test_another_class_with_the_same_members_is_refused() -> None:
    assert not is_quick(Inner.codec, SimpleNamespace(value="a"))
    assert not isinstance(in_xml(Inner.codec, SimpleNamespace(value="a")), Success)


def test_what_only_looks_like_a_tuple_or_a_map_is_refused() -> None:
    pair, table = cast(Any, [1, "&"]), cast(Any, MappingProxyType({"a": 1}))
    for value in (Placed(id="a", pair=pair), Placed(id="a", table=table)):
        assert not is_quick(Placed.codec, value)
        assert not isinstance(in_xml(Placed.codec, value), Success)


def test_names_of_a_map_are_names_of_elements() -> None:
    assert quickly(dict_of(string), {"a": "b", "é": ""}) == "<r><a>b</a><é/></r>"
    assert quickly(dict_of(string), {"a b": "c", "": ""}, AWS_STYLE) == (
        "<r><entry><key>a b</key><value>c</value></entry><entry><key/><value/></entry></r>"
    )
    for name in ("a b", "", "1", "a:b", "a&", "ª"):
        assert not is_quick(dict_of(string), {name: "c"})
        assert not isinstance(in_xml(dict_of(string), {name: "c"}), Success)


@pytest.mark.parametrize("root", [None, "r", "é", "a b", "", "a:b", 1, type("Name", (str,), {})("n")])
def test_the_root_is_named(root: Any) -> None:
    in_xml(Placed.codec, PLACED, root=root)
    in_xml(string, "", root=root)
    in_xml(Inner.codec, Inner(), root=root)


def test_recursion_is_written_as_deep_as_the_plain_writer_goes() -> None:
    assert is_quick(Chain.codec, chain(198))
    assert not is_quick(Chain.codec, chain(199))
    for links in (0, 1, 40, 60, 90, 150, 190, 197, 198, 199, 200, 201, 5000):
        for style in STYLES:
            in_xml(Chain.codec, chain(links), style)


def test_maps_count_twice_in_depth() -> None:
    below: Codec[Any] = dict_of(lazy(lambda: below))
    for levels in (1, 30, 60, 90, 97, 98, 99, 100, 101, 150):
        value: dict[str, Any] = {}
        for _ in range(levels):
            value = {"a": value}
        for style in STYLES:
            in_xml(below, value, style)


def test_a_thunk_that_gives_a_new_codec_each_time_is_unfolded_once() -> None:
    codec: Codec[Any] = array(lazy(lambda: array(integer)))
    assert quickly(codec, ((1,),)) == "<r><item><item>1</item></item></r>"


def test_a_lazy_list_is_flattened() -> None:
    class Lines(Record):
        lines: tuple[str, ...] = field("line", lazy(lambda: STRINGS), xml=flattened)

    assert quickly(Lines.codec, Lines(lines=("a", "b"))) == "<r><line>a</line><line>b</line></r>"


def test_a_nullable_lazy_codec_of_json_is_left_to_the_plain_writer() -> None:
    codec: Codec[Any] = nullable(lazy(lambda: json_value))
    for value in (None, "a", {"a": "b"}):
        in_xml(codec, value)


def test_styles_beyond_those_that_are_kept_are_compiled_again() -> None:
    write = EncodeXml(array(string).node)
    for round_ in range(2):
        for number_ in range(40):
            made = write(("a",), root="r", style=XmlStyle(item=f"i{number_}"))
            assert made == Success(f"<r><i{number_}>a</i{number_}></r>".encode()), round_


def test_the_switch_turns_it_off() -> None:
    write, asked = EncodeXml(string.node), list[XmlStyle]()

    def writing(style: XmlStyle) -> None:
        asked.append(style)

    write.writing = cast(Any, writing)
    with plain_only():
        assert write("a") == Success(b"<value>a</value>")
    assert not asked
    assert write("a") == Success(b"<value>a</value>")
    assert asked == [plain]


def test_threads_that_write_first_all_write() -> None:
    for _ in range(20):
        codec = array(Placed.codec)
        with ThreadPoolExecutor(8) as pool:
            found = {*pool.map(codec.encode_xml, [(PLACED,)] * 16)}
        assert len(found) == 1


def test_a_reply_of_the_catalogue_is_read_back() -> None:
    images = ecr.DescribeImagesResponse(
        image_details=(ecr.ImageDetail(image_tags=("a&b",), image_size_in_bytes=1),), next_token="<"
    )
    written = ecr.DescribeImagesResponse.codec.encode_xml(images).unwrap()
    assert ecr.DescribeImagesResponse.decode_xml(written) == Success(images)
    assert is_quick(ecr.DescribeImagesResponse.codec, images)


def numbered() -> type[Record]:
    class Numbered(Record):
        count: int = field("count", integer)

    return Numbered


def test_a_wide_union_in_a_text_is_json_in_a_document_of_xml() -> None:
    classes = [numbered() for _ in range(40)]
    cases: Any = otherwise(Outer.codec)
    for index, cls in enumerate(classes):
        cases = case(f"k{index}", cls) | cases
    codec: Codec[Any] = json_text(tagged_union("kind", cases))
    value: Any = classes[7]
    for _ in range(3):
        assert codec.encode_xml(value(count=1), root="r") == Success(b'<r>{"kind":"k7","count":1}</r>')


SUM: Codec[int] = array(integer).map(sum, lambda total: (total,))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("below", "value"),
    [(dict_of(integer), {}), (dict_of(integer), {"a": 1}), (array(integer), ()), (SUM, 0), (SUM, 5)],
)
def test_repeated_elements_are_in_the_namespace_of_their_hint(
    below: Codec[Any], value: Any, style: XmlStyle
) -> None:
    codec: Codec[Any] = record(SimpleNamespace, a=field("a", below, xml=flattened("a", ns="urn:a")))
    for _ in range(3):
        in_xml(codec, SimpleNamespace(a=value), style)
