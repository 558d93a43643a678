"""`keyed_union` in XML: where the name of an element is free, it is the key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import xmltodict
from returns.result import Success

from ecr_decode import (
    BadTag,
    BadValue,
    JsonValue,
    Record,
    WrongKind,
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
    one_of,
    others,
    otherwise,
    record,
    string,
    tagged_union,
    text,
)
from tests.problems import problems

ATOM = "http://www.w3.org/2005/Atom"


class Paragraph(Record):
    t: str = field("t", string)


class Table(Record):
    rows: int = field("rows", integer, xml=attribute)


block = keyed_union(case("p", Paragraph) | case("tbl", Table))
loose = keyed_union(case("p", Paragraph) | otherwise(json_value))


class Body(Record):
    blocks: tuple[Paragraph | Table, ...] = field("blocks", array(block), xml=flattened)
    end: str | None = field("sectPr", string, default=None)


class One(Record):
    block: Paragraph | Table | None = field("block", block, default=None, xml=flattened)
    n: int = field("n", integer)


class Strict(Record, forbid_unknown=True):
    blocks: tuple[Paragraph | Table, ...] = field("blocks", array(lazy(lambda: block)), xml=flattened)


class Open(Record):
    blocks: tuple[Paragraph | Table, ...] = field("blocks", array(block), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value)


class Loose(Record):
    n: int = field("n", integer)
    blocks: tuple[Paragraph | JsonValue, ...] = field("blocks", array(loose), xml=flattened)


class Mixed(Record):
    blocks: tuple[Paragraph | Table, ...] = field("blocks", array(block), xml=flattened)
    words: str = field("words", string, xml=text)


class Feed(Record):
    title: str = field("title", string)


class Rss(Record):
    version: str = field("version", string, xml=attribute)


feed = keyed_union(case(element("feed", ns=ATOM), Feed) | case("rss", Rss))
BODY = Body(blocks=(Paragraph(t="a"), Table(rows=1), Paragraph(t="b")), end="x")


def test_items_are_children_of_several_names_in_order() -> None:
    raw = b'<b><p><t>a</t></p><tbl rows="1"></tbl><p><t>b</t></p><sectPr>x</sectPr></b>'
    assert BODY.encode_xml(root="b") == Success(raw)
    for _ in range(3):  # plain, then compiled
        assert Body.decode_xml(raw) == Success(BODY)
    spread = "<b> <p><t>a</t></p><sectPr>x</sectPr> <tbl rows='1'/><z/><p><t>b</t></p></b>"
    assert Body.decode_xml(spread) == Success(BODY)
    assert Body.decode_xml("<b/>") == Success(Body(blocks=()))


def test_a_key_is_in_the_namespace_of_the_element_around_it() -> None:
    raw = (
        '<w:b xmlns:w="urn:w" xmlns:x="urn:x"><w:p><w:t>a</w:t></w:p><x:p/>'
        '<w:tbl rows="1"/><w:p><w:t>b</w:t></w:p><w:sectPr>x</w:sectPr></w:b>'
    )
    assert Body.decode_xml(raw) == Success(BODY)


def test_a_member_alone_has_no_element_either() -> None:
    one = One(block=Paragraph(t="a"), n=1)
    raw = b"<o><p><t>a</t></p><n>1</n></o>"
    assert one.encode_xml(root="o") == Success(raw)
    for _ in range(3):
        assert One.decode_xml(raw) == Success(one)
    assert One.decode_xml("<o><n>1</n></o>") == Success(One(n=1))
    assert One(n=1).encode_xml(root="o") == Success(b"<o><n>1</n></o>")
    both = One.decode_xml("<o><n>1</n><p><t>a</t></p><tbl rows='1'/></o>")
    assert problems(both) == [(("block",), BadValue('expected one of "p" and "tbl", got both'))]


def test_paths_are_those_of_json() -> None:
    found = problems(Body.decode_xml("<b><p><t>a</t></p><tbl rows='x'/></b>"))
    assert found == [(("blocks", 1, "tbl", "rows"), WrongKind("an integer", "text"))]
    wrong = Body(blocks=(Paragraph(t="\x00"),))
    assert [path for path, _ in problems(wrong.encode_xml())] == [("blocks", 0, "p", "t")]


def test_text_between_children_is_an_error() -> None:
    found = problems(Body.decode_xml("<b>words<p><t>a</t></p></b>"))
    assert found == [(("blocks", 0), BadValue("expected no text beside members"))]
    assert problems(Body.decode_xml("<b>words<sectPr>x</sectPr></b>")) == found
    for raw in ("<b><n>1</n>words</b>", "<b><n>1</n><z/>words</b>"):
        assert problems(Loose.decode_xml(raw)) == found
    mixed = Mixed.decode_xml("<b>words<p><t>a</t></p></b>")
    assert mixed == Success(Mixed(blocks=(Paragraph(t="a"),), words="words"))


def test_a_tree_keeps_the_order_or_is_refused() -> None:
    grouped = Body(blocks=(Paragraph(t="a"), Paragraph(t="b"), Table(rows=1)))
    tree = {"p": [{"t": "a"}, {"t": "b"}], "tbl": {"@rows": "1"}}
    assert grouped.to_xml() == Success(tree)
    assert Body.of_xml(tree) == Success(grouped)
    assert problems(BODY.to_xml()) == [
        ((), BadValue("a tree cannot hold children of several names in this order"))
    ]


def test_the_key_is_the_name_of_the_root() -> None:
    for _ in range(3):
        assert block.encode_xml(Table(rows=2)) == Success(b'<tbl rows="2"></tbl>')
        assert block.decode_xml('<tbl rows="2"/>') == Success(Table(rows=2))
    assert block.decode_xml('<w:tbl xmlns:w="urn:w" rows="2"/>') == Success(Table(rows=2))
    assert block.encode_xml(Table(rows=2), root="tbl") == Success(b'<tbl rows="2"></tbl>')
    assert problems(block.encode_xml(Table(rows=2), root="p")) == [((), BadValue('expected the root "tbl"'))]
    assert problems(block.decode_xml("<z/>")) == [(("z",), BadTag(("p", "tbl")))]
    tree = {"tbl": {"@rows": "2"}}
    assert block.to_xml(Table(rows=2)) == Success(tree)
    assert block.of_xml(tree) == Success(Table(rows=2))


def test_a_key_may_have_a_namespace() -> None:
    raw = f'<feed xmlns="{ATOM}"><title>a</title></feed>'.encode()
    assert feed.encode_xml(Feed(title="a")) == Success(raw)
    assert feed.decode_xml(raw) == Success(Feed(title="a"))
    assert feed.decode_xml('<rss version="2.0"/>') == Success(Rss(version="2.0"))
    assert problems(feed.decode_xml("<feed><title>a</title></feed>")) == [
        (("feed",), BadTag(("feed", "rss")))
    ]
    assert feed.decode_json('{"feed": {"title": "a"}}') == Success(Feed(title="a"))
    assert feed.encode_json(Feed(title="a")) == Success(b'{"feed":{"title":"a"}}')


def test_what_takes_the_rest_reads_the_name_as_well() -> None:
    raw = '<r><q>1</q><p><t>a</t></p><n>1</n><z a="1"><y/></z></r>'
    read = Loose(n=1, blocks=({"q": "1"}, Paragraph(t="a"), {"z": {"@a": "1", "y": None}}))
    assert Loose.decode_xml(raw) == Success(read)
    assert read.encode_xml(root="r").map(Loose.decode_xml) == Success(Success(read))
    assert loose.decode_xml("<z><y/></z>") == Success({"z": {"y": None}})
    assert loose.encode_xml({"z": {"y": None}}) == Success(b"<z><y/></z>")
    values: tuple[JsonValue, ...] = ({"z": "1", "y": "2"}, {"z": ["1", "2"]}, {"@z": "1"}, {}, "z")
    for value in values:
        assert len(problems(loose.encode_xml(value))) == 1
        assert len(problems(Loose(n=1, blocks=(value,)).encode_xml())) == 1


X = {"@xmlns:x": "urn:x"}
PREFIXED: list[tuple[str, tuple[JsonValue | Paragraph, ...]]] = [
    ('<l xmlns:x="urn:x"><n>1</n><x:b>3</x:b></l>', ({"x:b": {**X, "#text": "3"}},)),
    ('<l xmlns:x="urn:x"><x:b y="2">3</x:b><n>1</n><x:n/></l>',
     ({"x:b": {**X, "@y": "2", "#text": "3"}}, {"x:n": {**X}})),
    ('<l xmlns="urn:x"><n>1</n><b/><p><t>a</t></p></l>', ({"b": None}, Paragraph(t="a"))),
    ('<l><n>1</n><xml:b>2</xml:b></l>', ({"xml:b": "2"},)),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "blocks"), PREFIXED)
def test_what_takes_the_rest_declares_the_prefix_of_a_name(
    raw: str, blocks: tuple[JsonValue | Paragraph, ...]
) -> None:
    (tree,) = xmltodict.parse(raw).values()
    for _ in range(3):
        assert Loose.decode_xml(raw) == Success(Loose(n=1, blocks=blocks))
        assert Loose.of_xml(tree) == Success(Loose(n=1, blocks=blocks))


def test_keys_are_known_names() -> None:
    assert [path for path, _ in problems(Strict.decode_xml("<b><p><t>a</t></p><z/></b>"))] == [("z",)]
    raw = '<b><p><t>a</t></p><z/><tbl rows="1"/></b>'
    read = Open(blocks=(Paragraph(t="a"), Table(rows=1)), rest={"z": None})
    assert Open.decode_xml(raw) == Success(read)
    assert read.encode_xml().map(Open.decode_xml) == Success(Success(read))
    taken = Open(blocks=(Paragraph(t="a"),), rest={"p": None})
    assert len(problems(taken.encode_xml())) == 1


def test_a_union_of_records_that_hold_keys_is_told_apart() -> None:
    either = one_of(case("one", One) | case("body", Body))
    for value in (One(block=Paragraph(t="a"), n=1), BODY):
        raw = either.encode_xml(value).unwrap()
        assert either.decode_xml(raw) == Success(value)


def test_null_has_no_name() -> None:
    assert len(problems(nullable(block).encode_xml(None))) == 1
    assert nullable(block).decode_xml("<tbl rows='1'/>") == Success(Table(rows=1))


MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "a member called as a key": (
        lambda: record(dict, a=field("a", array(block), xml=flattened), p=field("p", string)),
        "a and p have the same place in XML",
    ),
    "an element for a tag": (
        lambda: tagged_union("k", case(element("a"), Feed)),
        "element(...) is a key of keyed_union(...), not a tag",
    ),
    "an element for a name": (lambda: one_of(case(element("a"), Feed)), "expected a case of one name"),
    "names of items": (lambda: case(element("a", item="b"), Feed), "expected element(name, ns=...) alone"),
}


@pytest.mark.parametrize("name", MISUSES)
def test_a_misuse_says_what_to_write(name: str) -> None:
    make, words = MISUSES[name]
    with pytest.raises(ValueError) as caught:  # noqa: PT011 the words are compared below
        make()
    assert words in str(caught.value)
