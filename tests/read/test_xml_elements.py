"""Elements of XML in the order of the document, their prefixes, and text beside them."""

from __future__ import annotations

from typing import Any

import pytest
import xmltodict
from returns.result import Success

from ecr_decode import (
    Codec,
    Decoder,
    JsonValue,
    Malformed,
    Record,
    WrongKind,
    array,
    at,
    aws,
    dict_of,
    field,
    flattened,
    integer,
    json_value,
    nullable,
    one_or_many,
    others,
    render,
    string,
    text,
    tuple_of,
)
from tests.problems import problems, reason


class Sizes(Record):
    sizes: tuple[int, ...] = field("sizes", array(integer))


class Items(Record):
    v: tuple[str, ...] = field("v", array(string), xml=flattened)


class Keeper(Record):
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value)


class Tree(Record):
    tree: JsonValue = field("tree", json_value)


class Words(Record):
    words: str = field("words", string, xml=text)
    b: str | None = field("b", string, default=None)


IN_ORDER: tuple[tuple[Decoder[Any], str, Any], ...] = (
    (Sizes.codec, "<a><sizes><s>1</s><t>2</t><s>3</s></sizes></a>", Sizes(sizes=(1, 2, 3))),
    (array(integer), "<a><s>1</s><t>2</t><s>3</s></a>", (1, 2, 3)),
    (array(nullable(integer)), "<a><s>1</s><t>2</t><s>3</s></a>", (1, 2, 3)),
    (array(array(integer)), "<a><s><x>1</x><y>2</y></s><t/><s><x>4</x></s></a>", ((1, 2), (), (4,))),
    (one_or_many(integer), "<a><s>1</s><t>2</t><s>3</s></a>", (1, 2, 3)),
    (tuple_of(integer, string, integer), "<a><s>1</s><t>two</t><s>3</s></a>", (1, "two", 3)),
    (at(1, string), "<a><s>1</s><t>2</t><s>3</s></a>", "2"),
    (
        Items.codec,
        '<r xmlns="urn:a" xmlns:b="urn:a"><v>1</v><b:v>2</b:v><v>3</v></r>',
        Items(v=("1", "2", "3")),
    ),
    (Items.codec, "<r><v>1</v><w>2</w><v>3</v></r>", Items(v=("1", "3"))),
    (array(string), '<r xmlns:b="urn:b"><v>1</v><b:v>2</b:v><v>3</v></r>', ("1", "2", "3")),
)  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "value"), IN_ORDER)
def test_items_are_in_the_order_of_the_document(codec: Decoder[Any], raw: str, value: object) -> None:
    assert codec.decode_xml(raw) == Success(value)


def test_entries_of_a_map_are_in_the_order_of_the_document() -> None:
    entries = "".join(f"<{tag}><key>{key}</key><value>1</value></{tag}>" for tag, key in ("eb", "fa", "ec"))
    assert list(dict_of(integer).decode_xml(f"<m>{entries}</m>", style=aws.xml).unwrap()) == ["b", "a", "c"]
    assert list(dict_of(integer).decode_xml("<m><b>1</b><a>2</a><c>3</c></m>").unwrap()) == ["b", "a", "c"]


def test_the_index_of_an_item_is_its_place_in_the_document() -> None:
    raw = "<a><s>1</s><t>two</t><s>3</s><t>four</t></a>"
    failure = array(integer).decode_xml(raw).failure()
    assert [problem.path for problem in failure.problems] == [(1,), (3,)]
    assert '"two"' in render(failure, source=raw).splitlines()[0]


UNDECLARED = {
    "<n:a/>": (1, 1),
    "<a>\n <n:b/></a>": (2, 2),
    "<a n:b='1'/>": (1, 1),
    "<a><skipped><n:b/></skipped></a>": (1, 13),
    "<a><b xmlns:n='urn:n'/><n:c/></a>": (1, 24),
    "<a xmlns:n='urn:n'><m:b/></a>": (1, 20),
}


@pytest.mark.parametrize("raw", UNDECLARED)
@pytest.mark.parametrize("codec", [string, array(string), json_value, Items.codec, Keeper.codec, Tree.codec])
def test_a_prefix_that_nothing_declares_is_malformed(codec: Codec[Any], raw: str) -> None:
    why = reason(codec.decode_xml(raw))
    assert why == Malformed("expected a prefix with a namespace, got an undeclared one", *UNDECLARED[raw])


def test_a_tree_has_no_declarations_to_ask_for() -> None:
    assert Items.of_xml({"n:v": ["1", "2"]}) == Success(Items(v=("1", "2")))


NAMESPACED = (
    '<r xmlns="urn:d"/>',
    '<r xmlns="urn:d">a</r>',
    '<r xmlns:p="urn:p"><p:b>1</p:b><b>2</b><p:b>3</p:b></r>',
    '<r xmlns="urn:d" xmlns:p="urn:p" p:a="1" a="2"><p:b xml:lang="en">x</p:b><b xmlns="">y</b><p:b/></r>',
    '<p:r xmlns:p="urn:p" xmlns:q="urn:p"><p:a/><q:a/><p:a xmlns:p="urn:q">1</p:a></p:r>',
    '<r><xml:a/>1<b xml:space="preserve"> </b>2</r>',
)


@pytest.mark.parametrize("raw", NAMESPACED)
def test_a_tree_keeps_prefixes_and_declarations_as_xmltodict_does(raw: str) -> None:
    (expected,) = xmltodict.parse(raw, strip_whitespace=False).values()
    assert json_value.decode_xml(raw) == Success(expected)
    inside = f"<t><tree>{raw}</tree></t>"
    tree = xmltodict.parse(inside, strip_whitespace=False)["t"]["tree"]
    assert Tree.decode_xml(inside) == Success(Tree(tree=tree))


def test_members_that_are_kept_are_called_as_the_document_spells_them() -> None:
    raw = "<k xmlns:n='u' n:id='1'><name>a</name><n:b n:c='2'/><b/><n:d><n:e/></n:d></k>"
    kept: dict[str, JsonValue] = {
        "@xmlns:n": "u", "@n:id": "1", "n:b": {"@n:c": "2"}, "b": None, "n:d": {"n:e": None}
    }  # fmt: skip
    assert Keeper.decode_xml(raw) == Success(Keeper(name="a", rest=kept))


def test_a_tree_of_repeated_elements_is_a_list() -> None:
    assert Tree.decode_xml("<t><tree>1</tree><u/><tree><v/></tree></t>") == Success(
        Tree(tree=["1", {"v": None}])
    )


MIXED = "<w>one <b>two</b> three<c/>\n</w>"


def test_text_between_elements_is_the_text_of_the_record() -> None:
    assert Words.decode_xml(MIXED) == Success(Words(words="one  three\n", b="two"))
    assert json_value.decode_xml(MIXED) == Success({"b": "two", "c": None, "#text": "one  three\n"})


def test_text_between_elements_makes_neither_a_list_nor_a_map() -> None:
    assert reason(array(string).decode_xml(MIXED)) == WrongKind("an array", "an element")
    assert reason(dict_of(string).decode_xml(MIXED)) == WrongKind("an object", "an element")
    assert problems(string.decode_xml(MIXED)) == [((), WrongKind("a string", "an element"))]
    assert array(string).decode_xml("<a>\n <b>1</b>\n <c>2</c> <!-- 3 -->\n</a>") == Success(("1", "2"))


def test_a_declaration_is_no_attribute() -> None:
    raw = "<i xmlns='urn:a'>a</i>"
    assert reason(Items.decode_xml(raw)) == WrongKind("an object", "text")
    assert reason(Items.of_xml(xmltodict.parse(raw)["i"])) == WrongKind("an object", "text")
    assert reason(integer.decode_xml("<i xmlns='urn:a'/>")) == WrongKind("an integer", "an empty element")
