"""Writing XML: where members stand, how lists, maps and null are spelled, and what XML cannot hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    JsonValue,
    Record,
    TooDeep,
    WrongKind,
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
    element,
    field,
    flattened,
    integer,
    json_value,
    keyed_union,
    lazy,
    nullable,
    number,
    one_of,
    others,
    otherwise,
    plain_only,
    string,
    tagged_union,
    text,
    tuple_of,
)
from ecr_decode.node.style import XmlHint
from tests.problems import problems, reason
from tests.registry import Remark

NIL = b'<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></r>'
NOON = datetime(2024, 2, 29, 12, tzinfo=UTC)

WRITTEN: list[tuple[Codec[Any], Any, bytes]] = [
    (string, "", b"<r/>"),
    (string, " a ", b"<r> a </r>"),
    (string, "<&>\r\"'", b"<r>&lt;&amp;&gt;&#13;\"'</r>"),
    (integer, -1, b"<r>-1</r>"),
    (number, 1.5, b"<r>1.5</r>"),
    (boolean, True, b"<r>true</r>"),
    (boolean, False, b"<r>false</r>"),
    (base64_bytes, b"hi", b"<r>aGk=</r>"),
    (aws.timestamp, NOON, b"<r>2024-02-29T12:00:00Z</r>"),
    (aws.double, float("inf"), b"<r>Infinity</r>"),
    (nullable(string), None, NIL),
    (array(string), (), b"<r/>"),
    (array(string), ("a",), b"<r><item>a</item></r>"),
    (array(string), ("a", ""), b"<r><item>a</item><item/></r>"),
    (tuple_of(string, integer), ("a", 1), b"<r><item>a</item><item>1</item></r>"),
    (dict_of(integer), {}, b"<r/>"),
    (dict_of(integer), {"a": 1, "b": 2}, b"<r><a>1</a><b>2</b></r>"),
    (dict_of(array(integer)), {"a": (1, 2)}, b"<r><a><item>1</item><item>2</item></a></r>"),
    (dict_of(json_value), {"a": ["b", "c"]}, b"<r><a>b</a><a>c</a></r>"),
    (json_value, "a", b"<r>a</r>"),
    (json_value, None, b"<r/>"),
    (json_value, {"@a": "b", "#text": "c", "d": ["e", None]}, b'<r a="b">c<d>e</d><d/></r>'),
    (json_value, {"a": {"b": "c"}}, b"<r><a><b>c</b></a></r>"),
]


@pytest.mark.parametrize(("codec", "value", "raw"), WRITTEN, ids=lambda each: repr(each)[:30])
def test_a_value_is_written_and_read_back(codec: Codec[Any], value: Any, raw: bytes) -> None:
    assert codec.encode_xml(value, root="r") == Success(raw)
    assert codec.decode_xml(raw) == Success(value)


IN_THE_STYLE_OF_AWS: list[tuple[Codec[Any], Any, bytes]] = [
    (array(string), ("a",), b"<r><member>a</member></r>"),
    (dict_of(integer), {}, b"<r/>"),
    (dict_of(integer), {"a b": 1}, b"<r><entry><key>a b</key><value>1</value></entry></r>"),
    (dict_of(string), {"": ""}, b"<r><entry><key/><value/></entry></r>"),
]


@pytest.mark.parametrize(("codec", "value", "raw"), IN_THE_STYLE_OF_AWS)
def test_lists_and_maps_have_the_names_of_the_style(codec: Codec[Any], value: Any, raw: bytes) -> None:
    assert codec.encode_xml(value, root="r", style=aws.xml) == Success(raw)
    assert codec.decode_xml(raw, style=aws.xml) == Success(value)


# members


class Placed(Record):
    id: str = field("id", string, xml=attribute)
    note: str | None = field("note", string, default=None, xml=attribute)
    tags: tuple[str, ...] = field("tag", array(string), default=(), xml=flattened)
    table: dict[str, int] = field(
        "table", dict_of(integer), default=dict[str, int](), omit=True, xml=flattened
    )
    title: str = field("title", string, default="", xml=element("Title", ns="urn:a"))
    size: int = field("size", integer, default=0, omit=True, xml=element("Size"))


def test_members_stand_where_their_hints_say() -> None:
    placed = Placed(id='"\n\t<', tags=("a", "b"), title="t", size=3)
    tags = b"<tag>a</tag><tag>b</tag>"
    raw = (
        b'<p xmlns:ns1="urn:a" id="&quot;&#10;&#9;&lt;">'
        + tags
        + b"<ns1:Title>t</ns1:Title><Size>3</Size></p>"
    )
    assert placed.encode_xml(root="p") == Success(raw)
    assert Placed.decode_xml(raw) == Success(placed)
    assert Placed(id="").encode_xml(root="p") == Success(b'<p xmlns:ns1="urn:a" id=""><ns1:Title/></p>')
    assert Remark(author="a", body="b").encode_xml() == Success(b'<Remark author="a">b</Remark>')
    assert Remark(author="a", body="").encode_xml() == Success(b'<Remark author="a"></Remark>')


def test_a_flattened_map_is_an_element_or_repeated_entries_by_style() -> None:
    placed = Placed(id="a", table={"x": 1, "y": 2})
    start = b'<p xmlns:ns1="urn:a" id="a">'
    plain = start + b"<table><x>1</x><y>2</y></table><ns1:Title/></p>"
    entries = b"<table><key>x</key><value>1</value></table><table><key>y</key><value>2</value></table>"
    styled = start + entries + b"<ns1:Title/></p>"
    assert placed.encode_xml(root="p") == Success(plain)
    assert placed.encode_xml(root="p", style=aws.xml) == Success(styled)
    assert Placed.decode_xml(plain) == Placed.decode_xml(styled, style=aws.xml) == Success(placed)


def test_a_namespace_is_put_on_whatever_the_element_holds() -> None:
    class Spaced(Record):
        one: JsonValue = field("one", json_value, xml=element("One", ns="urn:a"))

    spaced: list[tuple[JsonValue, bytes]] = [
        ("b", b"<ns1:One>b</ns1:One>"),
        (None, b"<ns1:One/>"),
        ({"c": "d"}, b"<ns1:One><c>d</c></ns1:One>"),
    ]
    for value, raw in spaced:
        written = b'<s xmlns:ns1="urn:a">' + raw + b"</s>"
        assert Spaced(one=value).encode_xml(root="s") == Success(written)
        assert Spaced.decode_xml(written) == Success(Spaced(one=value))
    own: JsonValue = {"@xmlns": "urn:a", "c": "d"}
    assert Spaced(one=own).encode_xml(root="s") == Success(b'<s><One xmlns="urn:a"><c>d</c></One></s>')


def test_the_root_is_named_after_the_record_or_as_said() -> None:
    assert Remark(author="a", body="b").to_xml() == Success({"@author": "a", "#text": "b"})
    assert Remark.codec.named("Said").encode_xml(Remark(author="", body="b")) == Success(
        b'<Remark author="">b</Remark>'
    )
    assert integer.encode_xml(1) == Success(b"<value>1</value>")
    for root in ("", "a b", "1a", "a:b", "<a>"):
        assert reason(integer.encode_xml(1, root=root)) == BadValue("a root whose name XML cannot hold")
    assert integer.encode_xml(1, root="é-1._") == Success("<é-1._>1</é-1._>".encode())


def test_the_style_of_a_record_goes_before_the_given_one_and_ends_with_it() -> None:
    class Styled(Record, style=XmlStyle(item="i", entry="e")):
        items: tuple[int, ...] = field("items", array(integer))
        table: dict[str, int] = field("table", dict_of(integer))

    class Around(Record):
        styled: Styled = field("styled", Styled.codec)
        items: tuple[int, ...] = field("items", array(integer))

    around = Around(styled=Styled(items=(1,), table={"a": 2}), items=(3,))
    raw = (
        b"<a><styled><items><i>1</i></items><table><e><key>a</key><value>2</value></e></table></styled>"
        b"<items><item>3</item></items></a>"
    )
    assert around.encode_xml(root="a") == Success(raw)
    assert Around.decode_xml(raw) == Success(around)
    tagged = tagged_union("kind", case("styled", Styled))
    assert tagged.to_xml(Styled(items=(1,), table={})) == Success(
        {"kind": "styled", "items": {"i": "1"}, "table": None}
    )


# what XML cannot hold


def anything(hint: XmlHint) -> type[Any]:
    class Holder(Record):
        a: Any = field("a", json_value, xml=hint)

    return Holder


class Flat(Record):
    nulls: tuple[int, ...] | None = field("n", nullable(array(integer)), xml=flattened)
    items: tuple[int, ...] | None = field("i", array(integer), default=None, xml=flattened)
    body: str | None = field("b", string, default=None, xml=text)


class Keeper(Record):
    name: str = field("name", string, xml=attribute)
    title: str = field("title", string, default="", omit=True)
    rest: dict[str, JsonValue] = others(json_value)


class InSpace(Record):
    name: str = field("name", string, default="", omit=True, xml=element("title", ns="urn:a"))
    rest: dict[str, JsonValue] = others(json_value)


class Turns(Record):
    turns: tuple[Any, ...] = field(
        "turns", array(keyed_union(case("a", integer) | case("b", string))), xml=flattened
    )


IN_TURNS = Turns(turns=(1, "x", 2))


class Nowhere(Record):
    a: JsonValue = field("a", json_value, xml=element("a", ns=""))


REFUSED: dict[str, tuple[Any, list[Any]]] = {
    "a control character": (string.to_xml("\x00"), [((), BadValue("a character that XML cannot hold"))]),
    "a non-character": (string.to_xml("\uffff"), [((), BadValue("a character that XML cannot hold"))]),
    "a name with a space": (
        dict_of(integer).to_xml({"a b": 1}),
        [(("a b",), BadValue("a name that XML cannot hold"))],
    ),
    "a name with a prefix": (
        dict_of(integer).to_xml({"a:b": 1}),
        [(("a:b",), BadValue("a name that XML cannot hold"))],
    ),
    "an attribute that is no text": (
        anything(attribute)(a={"b": "c"}).to_xml(),
        [(("a",), BadValue("an attribute cannot hold this"))],
    ),
    "a text that is no text": (
        anything(text)(a={"b": "c"}).to_xml(),
        [(("a",), BadValue("the text of an element cannot hold this"))],
    ),
    "null in the place of repeated elements": (
        Flat(nulls=None).to_xml(),
        [(("n",), BadValue("XML cannot hold a null in the place of repeated elements"))],
    ),
    "an empty list for none": (
        Flat(nulls=(), items=()).to_xml(),
        [(("i",), BadValue("XML cannot tell an empty list of repeated elements from none"))],
    ),
    "an empty text for none": (
        Flat(nulls=(), body="").to_xml(),
        [(("b",), BadValue("XML cannot tell an empty text from none"))],
    ),
    "a declaration of a namespace": (
        Keeper(name="a", rest={"@xmlns": "b"}).to_xml(),
        [(("@xmlns",), BadValue("nothing beside this declaration uses it"))],
    ),
    "two attributes of a name": (
        Keeper(name="a", rest={"@name": "b"}).to_xml(),
        [(("@name",), BadValue("another member has this name"))],
    ),
    "an attribute with a bad name": (
        Keeper(name="a", rest={"@a b": "b"}).to_xml(),
        [(("@a b",), BadValue("a name that XML cannot hold"))],
    ),
    "a number in a tree": (
        json_value.to_xml({"a": 1}),
        [(("a",), WrongKind("what XML can hold", "an integer"))],
    ),
    "an empty list in a tree": (
        json_value.to_xml({"a": []}),
        [(("a",), WrongKind("what XML can hold", "an empty array"))],
    ),
    "an empty object": (json_value.to_xml({}), [((), WrongKind("what XML can hold", "an empty object"))]),
    "an empty text in a tree": (
        json_value.to_xml({"a": ""}),
        [(("a",), WrongKind("what XML can hold", "an empty string"))],
    ),
    "text alone in an object": (
        json_value.to_xml({"#text": "a"}),
        [((), WrongKind("what XML can hold", "an object"))],
    ),
    "an attribute in a tree that is no text": (
        json_value.to_xml({"@a": 1}),
        [(("@a",), WrongKind("text", "an integer"))],
    ),
    "a prefix with a bad name": (
        json_value.to_xml({"a": {"@xmlns:1": "urn:b", "c": "d"}}),
        [(("a", "@xmlns:1"), BadValue("a name that XML cannot hold"))],
    ),
    "an element in the place of a member": (
        InSpace(rest={"title": {"@xmlns": "urn:a", "b": "c"}}).to_xml(),
        [(("title",), BadValue("another member has this place in XML"))],
    ),
    "an element in that place by a prefix": (
        InSpace(rest={"@xmlns:p": "urn:a", "p:a": "b", "@xmlns:q": "urn:a", "q:title": "c"}).to_xml(),
        [(("q:title",), BadValue("another member has this place in XML"))],
    ),
    "children of two names in turns": (
        at("a", Turns.codec).to_xml(IN_TURNS),
        [(("a",), BadValue("a tree cannot hold children of several names in this order"))],
    ),
    "a namespace where there must be none": (
        Nowhere(a={"@xmlns": "urn:b", "c": "d"}).encode_xml(root=element("r", ns="urn:r")),
        [(("a",), BadValue("this declares a namespace that its element cannot be in"))],
    ),
    "an empty #text": (
        json_value.to_xml({"#text": "", "a": "b"}),
        [(("#text",), WrongKind("text", "a string"))],
    ),
    "one item in a list of a tree": (
        json_value.to_xml({"a": ["b"]}),
        [(("a",), WrongKind("what XML can hold", "an array"))],
    ),
    "a list within a list": (
        json_value.to_xml({"a": ["b", ["c", "d"]]}),
        [(("a", 1), WrongKind("what XML can hold", "an array"))],
    ),
    "a bad name in a tree": (
        json_value.to_xml({"a": {"b c": "d"}}),
        [(("a", "b c"), BadValue("a name that XML cannot hold"))],
    ),
    "a bad name for items": (
        array(string).to_xml((), style=XmlStyle(item="a b")),
        [((), BadValue("the style has a name that XML cannot hold: 'a b'"))],
    ),
    "bad names for entries": (
        dict_of(string).to_xml({}, style=XmlStyle(entry="a b", key="", value="c")),
        [
            ((), BadValue("the style has a name that XML cannot hold: 'a b'")),
            ((), BadValue("the style has a name that XML cannot hold: ''")),
        ],
    ),
    "a bad attribute in a tree": (
        json_value.to_xml({"@a b": "d"}),
        [(("@a b",), BadValue("a name that XML cannot hold"))],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_xml_cannot_hold_is_refused_where_it_is(name: str) -> None:
    result, found = REFUSED[name]
    assert problems(result) == found


def test_children_of_two_names_in_turns_are_written_as_a_text() -> None:
    raw = b"<r><t><a>1</a><b>x</b><a>2</a></t></r>"
    for _ in range(3):
        assert at("t", Turns.codec).encode_xml(IN_TURNS, root="r") == Success(raw)
    with plain_only():
        assert at("t", Turns.codec).encode_xml(IN_TURNS, root="r") == Success(raw)


def test_what_is_kept_beside_a_nil_may_be_true() -> None:
    kept = Keeper(name="a", rest={"@b": "true", "@c": "1"})
    assert kept.to_xml() == Success({"@name": "a", "@b": "true", "@c": "1"})


def test_a_tree_says_that_its_root_is_in_no_namespace_where_all_its_children_are_in_one() -> None:
    tree = {"@xmlns:ns1": "urn:a", "ns1:title": "b"}
    assert InSpace(name="b", rest={}).to_xml() == Success({"@xmlns": "", **tree})
    assert InSpace(name="b", rest={"c": "d"}).to_xml() == Success({**tree, "c": "d"})


def test_a_text_with_null_in_its_place_is_absent() -> None:
    assert Flat(nulls=(), items=None, body=None).to_xml() == Success(None)
    assert anything(text)(a="b").to_xml() == Success("b")
    assert anything(attribute)(a="b").to_xml() == Success({"@a": "b"})


def test_an_empty_list_is_written_where_absence_means_one() -> None:
    class Empty(Record):
        items: tuple[int, ...] = field("i", array(integer), default=(), xml=flattened)
        table: dict[str, int] = field("t", dict_of(integer), default=dict[str, int](), xml=flattened)
        body: str = field("b", string, default="", xml=text)

    assert Empty.decode_xml(Empty().encode_xml(root="e").unwrap()) == Success(Empty())


def test_names_of_two_members_in_one_place_are_refused_at_run_time_too() -> None:
    assert problems(Keeper(name="a", title="t", rest={"title": "b"}).to_xml()) == [
        (("title",), BadValue("another member has this name"))
    ]


# depth


def ordered() -> Codec[Any]:
    return by_kind(case("leaf", integer) | case("branch", array(lazy(ordered))))


def nest(levels: int, leaf: Any) -> Any:
    for _ in range(levels):
        leaf = (leaf,)
    return leaf


def test_elements_nest_200_levels_and_no_more() -> None:
    codec: Codec[Any] = array(ordered())
    assert codec.decode_xml(codec.encode_xml(nest(199, 1), root="a").unwrap()) == Success(nest(199, 1))
    assert [why for _, why in problems(codec.encode_xml(nest(200, 1), root="a"))] == [TooDeep(200)]
    tree: Any = "a"
    for _ in range(199):
        tree = {"a": tree}
    assert json_value.decode_xml(json_value.encode_xml(tree, root="a").unwrap()) == Success(tree)
    assert json_value.to_xml(tree) == Success(tree)
    assert [why for _, why in problems(json_value.encode_xml({"a": tree}, root="a"))] == [TooDeep(200)]


def test_depth_is_counted_from_each_place_anew() -> None:
    codec: Codec[Any] = array(ordered())
    twice = (nest(198, 1), nest(198, 1))
    assert codec.decode_xml(codec.encode_xml(twice, root="a").unwrap()) == Success(twice)
    maps: Codec[Any] = array(dict_of(integer))
    many = ({"a": 1, "b": 2},) * 250
    assert maps.encode_xml(many, root="a", style=aws.xml).map(len).unwrap() > 250


# unions


def test_a_case_that_would_be_read_as_another_is_refused() -> None:
    either = one_of(case("count", integer) | case("text", string))
    assert either.to_xml("a") == Success("a")
    assert reason(either.to_xml("1")) == BadValue("this would be read as count")
    kinds = by_kind(case("count", integer) | case("text", string))
    assert kinds.to_xml(1) == Success("1")
    assert reason(kinds.to_xml("1")) == BadValue("this would be read as count")
    either_or_null = nullable(array(string))
    assert either_or_null.to_xml(()) == Success(None)
    loose = tagged_union("kind", case("a", Keeper) | otherwise(json_value))
    assert reason(loose.to_xml({"@kind": "a"})) == BadValue("this would be read as a")
    assert loose.to_xml({"@kind": "b"}) == Success({"@kind": "b"})


def test_an_empty_text_is_refused_where_absence_means_another() -> None:
    class Titled(Record):
        body: str = field("b", string, default="untitled", xml=text)

    assert problems(Titled(body="").to_xml()) == [
        (("b",), BadValue("XML cannot tell an empty text from none"))
    ]
    assert Titled(body="").to_json() == Success({"b": ""})


class Repeats(Record):
    b: int = field("b", lazy(lambda: integer), xml=flattened)


class RepeatsAll(Record):
    b: tuple[int, ...] = field("b", lazy(lambda: array(integer)), xml=flattened)


def test_what_a_thunk_gives_is_repeated_only_if_it_is_a_list() -> None:
    for _ in range(3):
        assert Repeats(b=1).encode_xml(root="r") == Success(b"<r><b>1</b></r>")
        assert Repeats(b=1).to_xml() == Success({"b": "1"})
        assert Repeats.decode_xml("<r><b>1</b></r>") == Repeats.of_xml({"b": "1"}) == Success(Repeats(b=1))
        assert isinstance(Repeats.decode_xml("<r><b>1</b><b>2</b></r>"), Failure)
        assert isinstance(Repeats.decode_xml("<r/>"), Failure)
    assert RepeatsAll(b=(1, 2)).encode_xml(root="r") == Success(b"<r><b>1</b><b>2</b></r>")
    assert RepeatsAll.decode_xml("<r><b>1</b><b>2</b></r>") == Success(RepeatsAll(b=(1, 2)))


class Rows(Record):
    rows: tuple[str, ...] = field("rows", array(string), xml=flattened)
    counts: dict[str, str] = field("counts", dict_of(string), xml=flattened)


def test_a_flattened_item_has_its_index_in_every_error() -> None:
    rows = Rows(rows=("a", "\x00"), counts={"b": "c", "d": "\x00"})
    why = BadValue("a character that XML cannot hold")
    for written in (rows.encode_xml, rows.to_xml):
        assert problems(written()) == [(("rows", 1), why), (("counts", "d"), why)]
    in_entries = rows.encode_xml(style=aws.xml)
    assert problems(in_entries) == [(("rows", 1), why), (("counts", "d", "value"), why)]
    trees = at("s", array(json_value))
    assert problems(trees.to_query((1, None))) == [(("s", 1), BadValue("a value that text cannot carry"))]


@pytest.mark.parametrize("name", ["#text", "@x", "@", "", "a b", "1"])
def test_a_name_that_xml_cannot_hold_is_read_from_json_and_not_written_as_xml(name: str) -> None:
    metaclass: Any = type(Record)
    cls = metaclass("R", (Record,), {"x": field(name, string), "__annotations__": {"x": str}})
    value = cls.decode_json(json.dumps({name: "1"})).unwrap()
    why = BadValue("a name that XML cannot hold")
    assert problems(value.encode_xml()) == [((name,), why)]
    with plain_only():
        assert problems(value.encode_xml()) == [((name,), why)]


def test_a_namespace_that_a_tree_holds_already_is_written_once() -> None:
    class Extended(Record):
        x: JsonValue = field("x", json_value, xml=element("El", ns="urn:x"))

    raw = b'<Extended><El xmlns="urn:x">1</El></Extended>'
    value = Extended.decode_xml(raw).unwrap()
    assert value.encode_xml() == value.encode_xml() == Success(raw)
    with plain_only():
        assert value.encode_xml() == Success(raw)
