"""Reported of similar libraries, and found in real formats: XML, each situation with others of its class."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    XML,
    XSI,
    Codec,
    JsonValue,
    Record,
    array,
    at,
    attribute,
    big_integer,
    boolean,
    case,
    decimal,
    dict_of,
    element,
    field,
    flattened,
    integer,
    json_value,
    lazy,
    number,
    one_of,
    others,
    string,
    tagged_union,
    tuple_of,
)
from tests.rows import Outcome, comes_back, read, says, written

ATOM = "http://www.w3.org/2005/Atom"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"


class Slide(Record):
    id: int = field("id", integer, xml=attribute)


class Rel(Record):
    id: int | None = field("id", integer, default=None, xml=attribute)
    rel: str | None = field("rel", string, default=None, xml=attribute("id", ns="urn:r"))


class Circle(Record):
    r: int = field("r", integer)


class Square(Record):
    side: int = field("side", integer)


shapes: Codec[Any] = tagged_union(
    "type", case("circle", Circle) | case("square", Square), xml=attribute("type", ns=XSI)
)


class Sizes(Record):
    sizes: tuple[int, ...] = field("sizes", array(integer))


class Items(Record):
    v: tuple[str, ...] = field("v", array(string), xml=flattened)


class Item(Record):
    title: str | None = field("title", string, default=None)


class Needs(Record):
    title: str = field("title", string)


class Channel(Record):
    title: str = field("title", string)
    link: str = field("link", string)
    self_link: str | None = field("self_link", at("href", string), default=None, xml=element("link", ns=ATOM))
    author: str | None = field("author", string, default=None, xml=element("author", ns=ITUNES))


class Open(Record):
    rest: dict[str, JsonValue] = others(json_value)


class Lang(Record):
    lang: str | None = field("lang", string, default=None, xml=attribute("lang", ns=XML))
    space: str | None = field("space", string, default=None, xml=attribute("space", ns=XML))


class Project(Record, root="Project"):
    sdk: str | None = field("Sdk", string, default=None, xml=attribute)
    name: str = field("name", string, default="")


class Feed(Record, root=element("feed", ns=ATOM)):
    title: str = field("title", string, default="")


class Defaults(Record):
    a: int = field("a", integer, default=0)


class Foreign(Record):
    x: JsonValue = field("x", json_value, xml=element("El", ns="urn:x"))


class Late(Record):
    b: Any = field("b", lazy(lambda: array(integer)), xml=flattened)


class Lone(Record):
    b: int = field("b", lazy(lambda: integer), xml=flattened)


class Odd(Record):
    name: str = field("#text", string)


class Tags(Record):
    tags: tuple[str, ...] = field("tags", array(string), xml=flattened)


XSI_TYPE = f'xmlns:xsi="{XSI}" xsi:type'
RSS = f'<channel xmlns:atom="{ATOM}" xmlns:i="{ITUNES}"><title>t</title><link>a</link>'
READ: list[tuple[Codec[Any], str, Outcome]] = [
    # the order of attributes does not matter, and one with a prefix is another one
    (Slide.codec, '<s xmlns:r="urn:r" r:id="7" id="256"/>', Success(Slide(id=256))),
    (Slide.codec, '<s xmlns:r="urn:r" id="256" r:id="7"/>', Success(Slide(id=256))),
    (Slide.codec, '<p:s xmlns:p="urn:p" p:id="7"/>',
     says("$.id: missing (it is there in another namespace)")),
    (Rel.codec, '<s xmlns:q="urn:r" q:id="7" id="2"/>', Success(Rel(id=2, rel="7"))),
    # xsi:type by any prefix
    (shapes, f'<s {XSI_TYPE}="circle"><r>1</r></s>', Success(Circle(r=1))),
    (shapes, f'<s xmlns:i="{XSI}" i:type="square"><side>2</side></s>', Success(Square(side=2))),
    (shapes, f'<s xmlns:q="urn:q" {XSI_TYPE}="q:circle"><r>1</r></s>', Success(Circle(r=1))),
    (shapes, f'<s {XSI_TYPE}="disk"/>', says('$.type: expected "circle" or "square"')),
    (shapes, "<s type='circle'><r>1</r></s>", says('$.type: missing, expected "circle" or "square"')),
    # document order
    (Sizes.codec, "<a><sizes><s>1</s><t>2</t><s>3</s></sizes></a>", Success(Sizes(sizes=(1, 2, 3)))),
    (Items.codec, '<r xmlns="urn:a" xmlns:b="urn:a"><v>1</v><b:v>2</b:v><v>3</v></r>',
     Success(Items(v=("1", "2", "3")))),
    (Items.codec, "<r><v>1</v><z/><v>2</v></r>", Success(Items(v=("1", "2")))),
    (tuple_of(integer, integer, integer), "<a><s>1</s><t>2</t><s>3</s></a>", Success((1, 2, 3))),
    (array(array(integer)), "<a><x><s>1</s><t>2</t><s>3</s></x><y/></a>", Success(((1, 2, 3), ()))),
    # an element of another namespace is another one
    (Item.codec, '<item xmlns:m="urn:m"><m:title>other</m:title></item>', Success(Item(title=None))),
    (Item.codec, '<item><title xmlns="urn:m">other</title></item>', Success(Item(title=None))),
    (Item.codec, '<m:item xmlns:m="urn:m"><m:title>mine</m:title></m:item>', Success(Item(title="mine"))),
    (Needs.codec, '<item xmlns:m="urn:m"><m:title>a</m:title></item>',
     says("$.title: missing (it is there in another namespace)")),
    (Channel.codec, f'{RSS}<atom:link href="b"/></channel>',
     Success(Channel(title="t", link="a", self_link="b"))),
    (Channel.codec, f'{RSS}<i:title>other</i:title><i:author>c</i:author></channel>',
     Success(Channel(title="t", link="a", author="c"))),
    # the language of an element
    (Lang.codec, '<a xml:lang="en" xml:space="preserve"/>', Success(Lang(lang="en", space="preserve"))),
    (Lang.codec, '<a lang="en"/>', Success(Lang())),
    # a mark, a document type
    (Project.codec, '<?xml version="1.0"?><!DOCTYPE Project PUBLIC "-//A//B" "urn:dtd"><Project Sdk="a"/>',
     Success(Project(sdk="a"))),
    (Project.codec, "<!DOCTYPE Project SYSTEM 'y.dtd'><Project><name>&amp;</name></Project>",
     Success(Project(name="&"))),
    (Project.codec, "<!DOCTYPE Project><Project><name>&foo;</name></Project>",
     says("line 1, column 34: expected an entity of XML, got another")),
    # the spellings of XML Schema
    *((integer, f"<n>{raw}</n>", Success(int(raw))) for raw in (" 1 ", "+1", "01", "-0")),
    *((number, f"<n>{raw}</n>", Success(float(raw))) for raw in (".5", "0.", " 1e3 ", "+1.5")),
    *((decimal, f"<n>{raw}</n>", Success(Decimal(raw.strip()))) for raw in (".5", " 5. ", "1.10")),
    *((boolean, f"<n>{raw}</n>", Success("1" in raw or "t" in raw)) for raw in
      ("1", " 0", "true", "false\n")),
    (big_integer, "<n>10669755453527594976</n>", Success(10669755453527594976)),
    *((integer, f"<n>{raw}</n>", says("$: expected an integer, got text")) for raw in
      ("1.0", "1 2", "0x1", "++1")),
    *((number, f"<n>{raw}</n>", says("$: expected a number, got text")) for raw in ("NaN", "INF", ".", "1e")),
    # the name of the root
    (Feed.codec, "<html/>", says("$: expected the element feed, got html")),
    (Feed.codec, "<feed/>", says("$: expected the element feed, got feed of no namespace")),
    (Feed.codec, f'<a:feed xmlns:a="{ATOM}"><a:title>t</a:title></a:feed>', Success(Feed(title="t"))),
    (Defaults.codec.root("MessageA"), "<html><body>502</body></html>",
     says("$: expected the element MessageA, got html")),
    # what a thunk gives
    (Late.codec, "<X><b>1</b><b>2</b></X>", Success(Late(b=(1, 2)))),
    (Lone.codec, "<X><b>1</b></X>", Success(Lone(b=1))),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_each_is_read_rightly(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    assert read(codec, raw, tree=False) == expected


def test_a_byte_order_mark_is_passed_over() -> None:
    for raw in (b'\xef\xbb\xbf<Project Sdk="a"/>', b'\xef\xbb\xbf<?xml version="1.0"?>\n<Project Sdk="a"/>'):
        for _ in range(3):
            assert Project.decode_xml(raw) == Success(Project(sdk="a"))


WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (shapes, Circle(r=1), "xml", Success(f'<r xmlns:xsi="{XSI}" xsi:type="circle"><r>1</r></r>')),
    (Lang.codec, Lang(lang="en"), "xml", Success('<r xml:lang="en"></r>')),
    (Feed.codec, Feed(title="t"), "rootless xml", Success(f'<feed xmlns="{ATOM}"><title>t</title></feed>')),
    (Odd.codec, Odd(name="1"), "xml", says('$["#text"]: a name that XML cannot hold')),
    (dict_of(string), {"@x": "1"}, "xml", says('$["@x"]: a name that XML cannot hold')),
    (dict_of(string), {"a b": "1"}, "xml", says('$["a b"]: a name that XML cannot hold')),
    (Open.codec, Open(rest={"#text": {"a": "b"}}), "xml",
     says('$["#text"]: the text of an element cannot hold this')),
    # a required member without an element in an earlier case
    (one_of(case("t", Tags) | case("o", Open)), Open(rest={"x": "y"}), "xml",
     says("$: this would be read as t")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_each_is_written_rightly(codec: Codec[Any], value: object, form: str, expected: Outcome) -> None:
    assert written(codec, value, form) == expected


KEPT = (
    '<r xmlns:x="u1" xmlns:y="u2"><x:b>1</x:b><y:b>2</y:b></r>',
    '<r xmlns:x="u"><x:b/></r>',
    '<r xmlns="u"><b xmlns=""><c/></b></r>',
    '<r xmlns:x="u" x:a="1"><b x:c="2"/></r>',
)


ROOTS = {(False, KEPT[2]): element("r", ns="u")}  # a tree declares the namespace of its root itself


@pytest.mark.parametrize("raw", KEPT)
def test_what_others_and_trees_read_is_written(raw: str) -> None:
    opened: Any = Open.codec
    for codec in (opened, json_value):
        for _ in range(3):
            found: Any = codec.decode_xml(raw).unwrap()
            again: Any = codec.encode_xml(found, root=ROOTS.get((codec is json_value, raw), "r")).unwrap()
            assert codec.decode_xml(again) == Success(found)
            assert b'xmlns:x="u" xmlns:x=' not in again


def test_two_names_of_one_local_name_are_two_members() -> None:
    found = Open.decode_xml(KEPT[0]).unwrap().rest
    assert (found["x:b"], found["y:b"]) == ("1", "2")


def test_a_namespace_that_a_tree_holds_is_written_once() -> None:
    raw = '<Foreign><El xmlns="urn:x">1</El></Foreign>'
    for _ in range(3):
        found = Foreign.decode_xml(raw).unwrap()
        again = found.encode_xml().unwrap()
        assert again.count(b"urn:x") == 1
        assert Foreign.decode_xml(again) == Success(found)


BACK: list[tuple[Codec[Any], Any]] = [
    (Channel.codec, Channel(title="t", link="a", self_link="b", author="c")),
    (array(shapes), (Circle(r=1), Square(side=2))),
    (Lang.codec, Lang(lang="en", space="preserve")),
    (Rel.codec, Rel(id=2, rel="7")),
    (Late.codec, Late(b=(1, 2))),
    (Lone.codec, Lone(b=1)),
]


@pytest.mark.parametrize(("codec", "value"), BACK, ids=lambda each: str(each)[:40])
def test_what_is_written_is_read(codec: Codec[Any], value: object) -> None:
    assert comes_back(codec, value)


def test_a_prefix_for_a_name_is_refused_with_the_namespace_to_write() -> None:
    with pytest.raises(ValueError, match=r"attribute\("):
        field("xml:lang", string, default=None, xml=attribute)
    with pytest.raises(ValueError, match="xsi:type"):
        tagged_union("xsi:type", case("a", Circle), xml=attribute("xsi:type"))
    with pytest.raises(ValueError, match="x:a"):
        field("a", string, xml=element("x:a"))
