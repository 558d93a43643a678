"""Names in XML: which elements and attributes a hint finds, by what namespace."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
import xmltodict
from returns.result import Failure, Result, Success

from ecr_decode import (
    XML,
    XSI,
    BadValue,
    Codec,
    DecodeError,
    JsonValue,
    Missing,
    Record,
    WrongKind,
    XmlStyle,
    array,
    at,
    attribute,
    aws,
    case,
    dict_of,
    element,
    field,
    flattened,
    integer,
    json_value,
    others,
    plain_only,
    string,
    tagged_union,
)
from ecr_decode.node.style import Element
from tests.problems import problems

N, M = "urn:n", "urn:m"


def again(codec: Codec[Any], value: object, ns: str = "") -> Result[Any, DecodeError]:
    """The value, written and read."""
    return codec.decode_xml(codec.encode_xml(value, root=element("r", ns=ns)).unwrap())


def by_tree(codec: Codec[Any], value: object) -> Result[Any, DecodeError]:
    """The same by a tree."""
    return codec.of_xml(codec.to_xml(value).unwrap())


class Near(Record):
    title: str | None = field("title", string, default=None)


class Bare(Record):
    title: str | None = field("title", string, default=None, xml=element("title", ns=""))


class Far(Record):
    title: str | None = field("title", string, default=None, xml=element("title", ns=M))


class Classed(Record, ns=M):
    title: str | None = field("title", string, default=None)
    words: tuple[str, ...] = field("w", array(string), xml=flattened)
    note: str | None = field("note", string, default=None, xml=element("Note", ns=""))
    id: str | None = field("id", string, default=None, xml=attribute)


class Inherited(Classed):
    more: str | None = field("more", string, default=None)


IN_N = f'<r xmlns="{N}"><title>a</title></r>'
IN_NONE = f'<p:r xmlns:p="{N}"><title>a</title></p:r>'
IN_M = f'<r xmlns="{N}"><title xmlns="{M}">a</title></r>'
TABLE: dict[str, tuple[str | None, str | None, str | None]] = {
    IN_N: ("a", None, None),
    f'<q:r xmlns:q="{N}"><q:title>a</q:title></q:r>': ("a", None, None),
    f'<q:r xmlns:q="{N}" xmlns:p="{N}"><p:title>a</p:title></q:r>': ("a", None, None),
    IN_NONE: ("a", "a", None),
    f'<r xmlns="{N}"><title xmlns="">a</title></r>': ("a", "a", None),
    IN_M: (None, None, "a"),
    f'<r xmlns="{N}" xmlns:m="{M}"><m:title>a</m:title></r>': (None, None, "a"),
    f'<r xmlns:m="{M}"><m:title>a</m:title></r>': (None, None, "a"),
    f'<m:r xmlns:m="{M}"><m:title>a</m:title></m:r>': ("a", None, "a"),
    "<r><title>a</title></r>": ("a", "a", None),
}


@pytest.mark.parametrize("raw", TABLE)
def test_a_name_means_the_namespace_around_it_or_the_one_that_is_said(raw: str) -> None:
    padded = raw.replace("<title", f"<zz>{' ' * 600}</zz><title", 1)  # compiled
    for document in (raw, padded, padded):
        found: list[Near | Bare | Far] = [kind.decode_xml(document).unwrap() for kind in (Near, Bare, Far)]
        assert tuple(each.title for each in found) == TABLE[raw]


def test_a_name_in_the_namespace_and_in_none_is_there_twice() -> None:
    raw = f'<p:r xmlns:p="{N}"><p:title>a</p:title><title>b</title></p:r>'
    several = WrongKind("a string", "several elements")
    assert problems(Near.decode_xml(raw)) == [(("title",), several)]
    assert Bare.decode_xml(raw) == Success(Bare(title="b"))
    with plain_only():
        assert problems(Near.decode_xml(raw)) == [(("title",), several)]


def test_the_namespace_of_a_class_is_that_of_its_child_elements() -> None:
    inside = "<m:title>a</m:title><m:w>1</m:w><w>2</w><m:w>3</m:w><Note>n</Note><m:more>b</m:more>"
    raw = f'<r xmlns:m="{M}" m:id="x" id="y">{inside}</r>'
    classed = Classed(title="a", words=("1", "3"), note="n", id="y")
    assert Classed.decode_xml(raw) == Success(classed)
    assert Inherited.decode_xml(raw) == Success(
        Inherited(title="a", words=("1", "3"), note="n", id="y", more="b")
    )
    written = classed.encode_xml(root=element("r", ns=N)).unwrap()
    assert Classed.decode_xml(written) == Success(classed)


class Both(Record):
    link: str = field("link", string)
    far: tuple[str, ...] = field("far", array(string), xml=flattened("link", ns=M))


def test_two_members_may_share_a_local_name() -> None:
    raw = f'<r xmlns:a="{M}"><a:link>1</a:link><link>2</link><a:link>3</a:link></r>'
    both = Both(link="2", far=("1", "3"))
    assert Both.decode_xml(raw) == Success(both)
    (tree,) = xmltodict.parse(raw).values()
    assert Both.of_xml(tree) == Success(both)
    assert again(Both.codec, both) == Success(both)
    assert by_tree(Both.codec, both) == Success(both)


class Styled(Record, style=XmlStyle(item="entry")):
    title: str | None = field("title", string, default=None)


def test_a_tree_is_in_the_namespace_of_its_children_in_any_style() -> None:
    (tree,) = xmltodict.parse(f'<p:r xmlns:p="{N}"><p:title>a</p:title></p:r>').values()
    assert Near.of_xml(tree) == Success(Near(title="a"))
    assert Styled.of_xml(tree) == Success(Styled(title="a"))


def test_what_another_member_names_is_not_taken_twice() -> None:
    assert Both.decode_xml(f'<r xmlns="{M}"><link>1</link><link xmlns="">2</link></r>') == Success(
        Both(link="2", far=("1",))
    )


MISSING = {
    f'<r xmlns:a="{M}"><a:title>x</a:title></r>': "another namespace",
    f'<r xmlns="{N}"><title xmlns="{M}"/></r>': "another namespace",
    "<r/>": None,
}


class Needs(Record):
    title: str = field("title", string)


class NeedsFar(Record):
    title: str = field("title", string, xml=element("title", ns=M))
    id: str = field("id", string, xml=attribute("id", ns=M))


@pytest.mark.parametrize("raw", MISSING)
def test_a_name_that_is_there_in_another_namespace_is_a_hint(raw: str) -> None:
    assert problems(Needs.decode_xml(raw)) == [(("title",), Missing(elsewhere=MISSING[raw]))]


def test_a_name_that_is_there_in_no_namespace_is_a_hint() -> None:
    missing = Missing(elsewhere="no namespace")
    assert problems(NeedsFar.decode_xml('<r id="1"><title/></r>')) == [
        (("title",), missing),
        (("id",), missing),
    ]


# attributes


class Slide(Record):
    id: int = field("id", integer, xml=attribute)
    far: int | None = field("far", integer, default=None, xml=attribute("id", ns="urn:r"))
    lang: str | None = field("lang", string, default=None, xml=attribute("lang", ns=XML))
    other: str | None = field("other", string, default=None, xml=attribute("o"))


@pytest.mark.parametrize("attributes", ['r:id="7" id="256"', 'id="256" r:id="7"', 'q:id="7" id="256"'])
def test_an_attribute_without_a_prefix_is_not_one_with(attributes: str) -> None:
    raw = f'<p:s xmlns:p="urn:p" xmlns:r="urn:r" xmlns:q="urn:r" {attributes} xml:lang="en" o="1"/>'
    assert Slide.decode_xml(raw) == Success(Slide(id=256, far=7, lang="en", other="1"))
    (tree,) = xmltodict.parse(raw).values()
    assert Slide.of_xml(tree) == Success(Slide(id=256, far=7, lang="en", other="1"))


def test_attributes_are_written_with_a_prefix_where_they_have_a_namespace() -> None:
    assert Slide(id=1, far=2, lang="en", other="x").encode_xml(root="s") == Success(
        b'<s xmlns:ns1="urn:r" id="1" ns1:id="2" xml:lang="en" o="x"></s>'
    )


# tags


class Circle(Record):
    r: int = field("r", integer)


class Square(Record, forbid_unknown=True):
    side: int = field("side", integer)


SHAPE: Codec[Circle | Square] = tagged_union(
    "type", case("circle", Circle) | case("square", Square), xml=attribute("type", ns=XSI)
)


@pytest.mark.parametrize("prefix", ["xsi", "i"])
@pytest.mark.parametrize("name", ["square", "q:square", "q: square"])
def test_a_type_of_schemas_tells_cases_apart_by_its_local_name(prefix: str, name: str) -> None:
    raw = f'<s xmlns:{prefix}="{XSI}" xmlns:q="urn:q" {prefix}:type="{name}"><side>1</side></s>'
    assert SHAPE.decode_xml(raw) == Success(Square(side=1))
    (tree,) = xmltodict.parse(raw).values()
    assert SHAPE.of_xml(tree) == Success(Square(side=1))
    assert SHAPE.decode_json('{"type": "square", "side": 1}') == Success(Square(side=1))


def test_a_type_of_schemas_is_written_as_an_attribute() -> None:
    raw = f'<s xmlns:xsi="{XSI}" xsi:type="circle"><r>1</r></s>'.encode()
    for _ in range(3):
        assert SHAPE.encode_xml(Circle(r=1), root="s") == Success(raw)
    assert problems(SHAPE.decode_xml("<s><type>circle</type><r>1</r></s>"))[0][0] == ("type",)


# names that data bring along


class Open(Record):
    id: str | None = field("id", string, default=None)
    rest: dict[str, JsonValue] = others(json_value)


KEPT: dict[str, dict[str, JsonValue]] = {
    '<r xmlns:x="u1" xmlns:y="u2"><x:b>1</x:b><y:b>2</y:b></r>': {
        "@xmlns:x": "u1", "@xmlns:y": "u2", "x:b": "1", "y:b": "2",
    },
    '<r xmlns:x="u1" xmlns:y="u1"><x:b>1</x:b><y:b>2</y:b></r>': {
        "@xmlns:x": "u1", "@xmlns:y": "u1", "x:b": "1", "y:b": "2",
    },
    '<r xmlns="u1" xmlns:z="u3"><id>1</id><b/><b/></r>': {"b": [None, None]},
    '<r xmlns:x="u1"><x:id>1</x:id><b x:c="d" xml:lang="e"/></r>': {
        "@xmlns:x": "u1", "x:id": "1", "b": {"@x:c": "d", "@xml:lang": "e"},
    },
    '<r xmlns:x="u1"><b/><b/><c><x:d/></c></r>': {"@xmlns:x": "u1", "b": [None, None], "c": {"x:d": None}},
    '<r xmlns:x="u1" x:a="1"><b xmlns="u2"><x:c/></b></r>': {
        "@xmlns:x": "u1", "@x:a": "1", "b": {"@xmlns": "u2", "x:c": None},
    },
    '<r><x:b xmlns:x="u1"><x:c/></x:b></r>': {"x:b": {"@xmlns:x": "u1", "x:c": None}},
}  # fmt: skip


@pytest.mark.parametrize("raw", KEPT)
def test_others_keep_the_names_and_the_namespaces_that_they_use(raw: str) -> None:
    found = Open.decode_xml(raw)
    assert found.map(lambda it: it.rest) == Success(KEPT[raw])
    (tree,) = xmltodict.parse(raw).values()
    assert Open.of_xml(tree) == found
    value = found.unwrap()
    assert again(Open.codec, value) == found
    assert by_tree(Open.codec, value) == found
    assert again(Open.codec, value, N) == found


def test_what_others_keep_is_not_written_where_a_member_would_be_read() -> None:
    value = Open(rest={"@xmlns:x": N, "x:id": "1"})
    assert again(Open.codec, value, M) == Success(value)
    assert by_tree(Open.codec, value) == Success(value)
    taken = [(("x:id",), BadValue("another member has this place in XML"))]
    assert problems(value.encode_xml(root=element("r", ns=N))) == taken


class Outer(Record):
    tree: JsonValue = field("tree", json_value)
    far: JsonValue = field("far", json_value, default=None, xml=element("far", ns=M))
    open: Open | None = field("open", Open.codec, default=None)


def test_a_part_of_a_document_declares_the_prefixes_that_it_uses() -> None:
    inside = '<tree><x:a x:b="1"/></tree><m:far><m:c>1</m:c></m:far><open><m:d/></open>'
    raw = f'<x:r xmlns:x="{N}" xmlns:m="{M}">{inside}</x:r>'
    outer = Outer(
        tree={"@xmlns:x": N, "x:a": {"@x:b": "1"}},
        far={"@xmlns:m": M, "m:c": "1"},
        open=Open(rest={"@xmlns:m": M, "m:d": None}),
    )
    assert Outer.decode_xml(raw) == Success(outer)
    (tree,) = xmltodict.parse(raw).values()
    assert Outer.of_xml(tree) == Success(outer)
    assert again(Outer.codec, outer, N) == Success(outer)
    assert by_tree(Outer.codec, outer) == Success(outer)


TREES = (
    '<a xmlns:x="u"><x:b/></a>',
    '<a xmlns="u"><b xmlns=""><c xmlns="v" d="1">e</c></b></a>',
    '<a xmlns="u" xmlns:p="v" p:c="1"><p:b xml:lang="en">x</p:b></a>',
)


@pytest.mark.parametrize("raw", TREES)
def test_a_tree_that_is_read_can_be_written(raw: str) -> None:
    tree = json_value.decode_xml(raw).unwrap()
    assert json_value.encode_xml(tree, root="a").unwrap().decode() == raw


@pytest.mark.parametrize(
    "raw", ['<r xmlns:p="u"><p:a>1</p:a></r>', '<r><a xmlns="u">1</a></r>', '<r p:a="1" xmlns:p="u"/>']
)
def test_steps_and_keys_go_by_local_names(raw: str) -> None:
    assert at("a", string).decode_xml(raw) == Success("1")
    if "p:a=" not in raw:
        assert dict_of(string).decode_xml(raw) == Success({"a": "1"})


# maps


class Names(Record):
    counts: dict[str, int] = field(
        "counts", dict_of(integer), xml=element("Counts", entry="Count", key="Name", value="Total")
    )
    pairs: dict[str, int] = field("pairs", dict_of(integer), xml=flattened("Pair", key="K", value="V"))
    inner: dict[str, dict[str, int]] = field(
        "inner", dict_of(dict_of(integer)), xml=element("Inner", entry="E", key="K", value="V")
    )


def test_a_hint_names_the_parts_of_a_map() -> None:
    names = Names(counts={"a b": 1}, pairs={"c": 2, "d": 3}, inner={"e": {"f": 4}})
    raw = (
        b"<Names><Counts><Count><Name>a b</Name><Total>1</Total></Count></Counts>"
        b"<Pair><K>c</K><V>2</V></Pair><Pair><K>d</K><V>3</V></Pair>"
        b"<Inner><E><K>e</K><V><f>4</f></V></E></Inner></Names>"
    )
    for _ in range(3):
        assert names.encode_xml() == Success(raw)
        assert Names.decode_xml(raw) == Success(names)
    assert by_tree(Names.codec, names) == Success(names)
    assert (
        names.encode_query()
        .unwrap()
        .startswith("Counts.Count.1.Name=a%20b&Counts.Count.1.Total=1&Pair.1.K=c")
    )


ROOTS: dict[str, tuple[str | Element, bool]] = {
    "<r><title/></r>": ("r", True),
    "<s><title/></s>": ("r", False),
    '<r xmlns="urn:n"><title/></r>': ("r", True),
    '<p:r xmlns:p="urn:n"/>': ("r", True),
    "<r/>": (element("r", ns=""), True),
    '<r xmlns="urn:n"/>': (element("r", ns=""), False),
    '<r xmlns="urn:m"/>': (element("r", ns=N), False),
    '<r  xmlns="urn:n"/>': (element("r", ns=N), True),
    '<q:r xmlns:q="urn:n"/>': (element("r", ns=N), True),
    "<r />": (element("r", ns=N), False),
}


@pytest.mark.parametrize("raw", ROOTS)
def test_the_root_of_a_document_is_called_as_the_codec_says(raw: str) -> None:
    name, fits = ROOTS[raw]
    codec = Near.codec.root(name)
    for document in (raw, raw, raw.replace(">", f"><zz>{' ' * 2000}</zz>", 1) if raw[-2:] != "/>" else raw):
        assert isinstance(codec.decode_xml(document), Success) is fits
        assert isinstance(codec.of_string(document), Success) is fits
    assert isinstance(array(codec).decode_xml(f"<list>{raw}</list>"), Success)
    assert isinstance(codec.of_xml({}), Success)
    assert codec.map(str).rooted == codec.named("a").rooted == codec.rooted
    assert codec.decode_xml(codec.encode_xml(Near(title="a")).unwrap()) == Success(Near(title="a"))


class Feed(Record, root=element("feed", ns=N)):
    title: str = field("title", string, default="")


class Longer(Feed):
    more: str = field("more", string, default="")


def test_a_class_names_its_root_and_hands_it_on() -> None:
    expected = [((), WrongKind("the element feed", "html"))]
    assert problems(Feed.decode_xml("<html/>")) == problems(Longer.decode_xml("<html/>")) == expected
    assert problems(Feed.decode_xml("<feed/>")) == [
        ((), WrongKind("the element feed", "feed of no namespace"))
    ]
    assert Longer().encode_xml() == Success(b'<feed xmlns="urn:n"><title/><more/></feed>')
    assert Longer().encode_xml(root="x") == Success(b"<x><title/><more/></x>")
    assert pickle.loads(pickle.dumps(Feed.codec)) == Feed.codec
    assert Feed.codec != Feed.codec.root("feed")


def test_the_root_of_a_wrapped_result_is_the_outer_element() -> None:
    codec = Near.codec.root("GetResponse")
    raw = "<GetResponse><GetResult><title>a</title></GetResult></GetResponse>"
    assert codec.decode_xml(raw, style=aws.xml) == Success(Near(title="a"))
    assert isinstance(Near.codec.root("GetResult").decode_xml(raw, style=aws.xml), Failure)


MISTAKES: dict[str, tuple[Any, str]] = {
    "an attribute with a prefix": (
        lambda: field("xml:lang", string, xml=attribute),
        r"write attribute\(.lang., ns=XML\)",
    ),
    "another prefix": (lambda: field("x", string, xml=attribute("a:b")), r'write attribute\(.b., ns="..."\)'),
    "an element with a prefix": (
        lambda: field("x", string, xml=element("a:b")),
        r'write element\(.b., ns="..."\)',
    ),
    "an attribute that declares": (lambda: field("xmlns", string, xml=attribute), "declares a namespace"),
    "a name of no element": (
        lambda: field("x", array(string), xml=flattened("a b")),
        "XML cannot hold the name",
    ),
    "a name of no item": (
        lambda: field("x", array(string), xml=element("a", item="b c")),
        "XML cannot hold the name",
    ),
    "entries of a list": (
        lambda: field("x", array(string), xml=element("a", entry="b")),
        "only a map has entries",
    ),
    "a namespace that is no text": (lambda: element("a", ns=5), "expected a str"),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    "a tag in a text": (lambda: tagged_union("a", case("b", Circle), xml=flattened), "attribute or element"),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    "a root that is no name": (lambda: string.root("a b"), "XML cannot hold the name 'a b'"),
    "a root that is no text": (lambda: string.root(5), "expected a name or element"),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_says_what_to_write(name: str) -> None:
    make, message = MISTAKES[name]
    with pytest.raises(ValueError, match=message):
        make()
