"""What an XML document is read as: scalars, lists, maps, records, null and space."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    JsonValue,
    Malformed,
    Missing,
    Null,
    Record,
    TooDeep,
    Unknown,
    WrongKind,
    XmlStyle,
    array,
    at,
    attribute,
    aws,
    big_integer,
    boolean,
    by_kind,
    case,
    decimal,
    dict_of,
    element,
    enum_of,
    field,
    flattened,
    integer,
    json_text,
    json_value,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    string,
    tagged_union,
    text,
    tuple_of,
)
from tests.problems import problems, reason


class Level(IntEnum):
    LOW = 1


NIL = '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="{}"/>'

# one corpus of elements, and the part of it that each codec takes

CORPUS = (
    *("<a/>", "<a></a>", "<a> </a>", "<a>1</a>", "<a> 1</a>", "<a>-0</a>", "<a>01</a>", "<a>+1</a>"),
    *("<a>1.5</a>", "<a>1e2</a>", "<a>1.</a>", "<a>\u0661</a>", "<a>1e400</a>", "<a>-1e400</a>"),
    *("<a>9223372036854775807</a>", "<a>9223372036854775808</a>", "<a>true</a>", "<a>True</a>"),
    *("<a>b</a>", "<a><![CDATA[<b>]]></a>", "<a>b<!-- c -->d</a>", "<a c='d'>b</a>", "<a c='1'/>"),
    *("<a><b/></a>", "<a><item/></a>", "<a><item>1</item></a>"),
    *("<a>\n <item>1</item>\n <item>2</item>\n</a>", "<a><item>1</item>b</a>"),
    *("<a><b>1</b><c>2</c></a>", "<a><b>1</b><b>2</b></a>"),
    *("<a xmlns:n='urn:n'><n:b>1</n:b></a>", "<a><n:b>1</n:b></a>", "<a>\n <b>1</b>b</a>"),
    *(NIL.format("true"), NIL.format("1"), NIL.format("false")),
)  # fmt: skip

_TEXTS = {
    "<a/>": "",
    "<a></a>": "",
    "<a> </a>": " ",
    "<a>b</a>": "b",
    "<a><![CDATA[<b>]]></a>": "<b>",
    "<a>b<!-- c -->d</a>": "bd",
    "<a c='d'>b</a>": "b",
    "<a c='1'/>": "",
    NIL.format("false"): "",
} | {
    each: each[3:-4] for each in CORPUS if each[3:-4].strip() and "<" not in each[3:-4] and each[:3] == "<a>"
}

_ONES = ("<a>1</a>", "<a> 1</a>", "<a>+1</a>", "<a>01</a>")
_INTEGERS = dict.fromkeys(_ONES, 1) | {"<a>-0</a>": 0, "<a>9223372036854775807</a>": 2**63 - 1}
_NUMBERS = (
    *(*_ONES, "<a>1.</a>", "<a>-0</a>", "<a>1.5</a>", "<a>1e2</a>", "<a>1e400</a>", "<a>-1e400</a>"),
    *("<a>9223372036854775807</a>", "<a>9223372036854775808</a>"),
)

_MANY = "<a>\n <item>1</item>\n <item>2</item>\n</a>"
_LISTS: dict[str, tuple[int, ...]] = {
    "<a><item>1</item></a>": (1,),
    _MANY: (1, 2),
    "<a><b>1</b><c>2</c></a>": (1, 2),
    "<a><b>1</b><b>2</b></a>": (1, 2),
    "<a xmlns:n='urn:n'><n:b>1</n:b></a>": (1,),
}
_EMPTY = ("<a/>", "<a></a>", "<a> </a>", "<a c='1'/>", NIL.format("false"))

ACCEPTED: dict[str, tuple[Codec[Any], dict[str, Any]]] = {
    "string": (string, _TEXTS),
    "integer": (integer, _INTEGERS),
    "big_integer": (big_integer, _INTEGERS | {"<a>9223372036854775808</a>": 2**63}),
    "decimal": (decimal, {raw: Decimal(raw[3:-4].strip()) for raw in _NUMBERS}),
    "number": (
        number,
        dict.fromkeys(_ONES, 1.0)
        | {"<a>1.</a>": 1.0, "<a>-0</a>": 0.0, "<a>1.5</a>": 1.5, "<a>1e2</a>": 100.0}
        | {"<a>9223372036854775807</a>": 2.0**63, "<a>9223372036854775808</a>": 2.0**63},
    ),
    "boolean": (boolean, {"<a>true</a>": True, "<a>1</a>": True, "<a> 1</a>": True}),
    "null": (null, {NIL.format("true"): None, NIL.format("1"): None}),
    "nullable integer": (
        nullable(integer),
        {NIL.format("true"): None, NIL.format("1"): None}
        | _INTEGERS,
    ),
    "literals": (literal(True, 1, "b"), dict.fromkeys(_ONES, 1) | {"<a>b</a>": "b", "<a c='d'>b</a>": "b"}
        | {"<a>true</a>": True}),
    "enum of integers": (enum_of(Level), dict.fromkeys(_ONES, Level.LOW)),
    "array": (array(integer), dict.fromkeys(_EMPTY, ()) | _LISTS),
    "tuple": (tuple_of(integer, integer), {each: value for each, value in _LISTS.items() if len(value) == 2}),
    "dict": (
        dict_of(integer),
        {key: {} for key in _EMPTY}
        | {"<a><item>1</item></a>": {"item": 1}, "<a xmlns:n='urn:n'><n:b>1</n:b></a>": {"b": 1}}
        | {"<a><b>1</b><c>2</c></a>": {"b": 1, "c": 2}},
    ),
    "at": (
        at("b", integer),
        {"<a><b>1</b><c>2</c></a>": 1, "<a xmlns:n='urn:n'><n:b>1</n:b></a>": 1}
        | {"<a>\n <b>1</b>b</a>": 1},
    ),
    "at attribute": (at("c", integer), {"<a c='1'/>": 1, "<a><b>1</b><c>2</c></a>": 2}),
}  # fmt: skip


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_element_is_read_as_said_or_refused(name: str) -> None:
    codec, accepted = ACCEPTED[name]
    results = {raw: codec.decode_xml(raw) for raw in CORPUS}
    read = {raw: repr(result.unwrap()) for raw, result in results.items() if isinstance(result, Success)}
    assert read == {raw: repr(value) for raw, value in accepted.items()}


KINDS = {
    "<a/>": "an empty element",
    "<a>b</a>": "text",
    "<a><b/></a>": "an element",
    "<a c='d'/>": "an element",
}


@pytest.mark.parametrize("raw", KINDS)
def test_errors_say_what_an_element_is(raw: str) -> None:
    assert reason(integer.decode_xml(raw)) == WrongKind("an integer", KINDS[raw])


def test_nil_is_null_where_null_is_not_expected() -> None:
    expected: list[tuple[Codec[Any], str]] = [
        (integer, "an integer"),
        (string, "a string"),
        (array(integer), "an array"),
    ]
    for codec, words in expected:
        assert reason(codec.decode_xml(NIL.format("true"))) == Null(words)
    assert reason(dict_of(integer).decode_xml(NIL.format("true"))) == Null("an object")


# records


class Layer(Record):
    digest: str = field("digest", string)
    size: int | None = field("size", integer, default=None)


class Placed(Record):
    id: str = field("id", string, xml=attribute)
    level: int | None = field("level", integer, default=None, xml=attribute)
    body: str = field("body", string, xml=text)


class Optional(Record):
    body: str | None = field("body", string, default=None, xml=text)
    tags: tuple[str, ...] = field("tag", array(string), xml=flattened)
    sizes: tuple[int, ...] | None = field("size", array(integer), default=None, xml=flattened)
    title: str | None = field("title", string, default=None, xml=element("Title", ns="urn:a"))


class Strict(Record, forbid_unknown=True):
    name: str = field("name", string)
    id: str | None = field("id", string, default=None, xml=attribute)
    title: str | None = field("title", string, default=None, xml=element("Title"))


class Keeper(Record):
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value)


def test_members_are_found_by_local_name() -> None:
    raw = (
        "<o:Layer xmlns:o='urn:o'><o:digest>a</o:digest><size>1</size><size xmlns='urn:p'>2</size></o:Layer>"
    )
    assert Layer.decode_xml(raw) == Success(Layer(digest="a", size=1))
    assert problems(Layer.decode_xml("<Layer><digset/></Layer>")) == [(("digest",), Missing("digset"))]


def test_a_scalar_given_twice_is_refused() -> None:
    assert problems(Layer.decode_xml("<l><digest>a</digest><digest>a</digest></l>")) == [
        (("digest",), WrongKind("a string", "several elements"))
    ]
    assert problems(Layer.decode_xml("<n:l xmlns:n='u'><digest>a</digest><n:digest>a</n:digest></n:l>")) == [
        (("digest",), WrongKind("a string", "several elements"))
    ]
    assert [path for path, _ in problems(at("a", Layer.codec).decode_xml("<r><a/><a/></r>"))] == [("a",)]


def test_a_record_is_no_text_unless_a_member_is_its_text() -> None:
    assert reason(Layer.decode_xml("<l>a</l>")) == WrongKind("an object", "text")
    assert Layer.decode_xml("<l>a<digest>b</digest></l>") == Success(Layer(digest="b"))
    assert Placed.decode_xml("<p id='1'> a </p>") == Success(Placed(id="1", body=" a "))
    assert Placed.decode_xml("<p id='1'/>") == Success(Placed(id="1", body=""))
    assert Optional.decode_xml("<p>a</p>").map(lambda found: found.body) == Success("a")
    assert Optional.decode_xml("<p/>") == Success(Optional(tags=()))


def test_attributes_are_read_as_text_and_only_where_the_hint_says() -> None:
    assert Placed.decode_xml("<p id='1' level='2'/>") == Success(Placed(id="1", level=2, body=""))
    assert problems(Placed.decode_xml("<p><id>1</id></p>")) == [(("id",), Missing("id"))]
    assert problems(Layer.decode_xml("<l digest='a'/>")) == [(("digest",), Missing("@digest"))]
    lacks = problems(Placed.decode_xml("<p xmlns:o='u' o:id='1'/>"))
    assert lacks == [(("id",), Missing(elsewhere="another namespace"))]


def test_flattened_items_repeat_without_an_element_around_them() -> None:
    assert Optional.decode_xml("<p><tag>a</tag><size>1</size><tag/></p>") == Success(
        Optional(tags=("a", ""), sizes=(1,))
    )
    assert problems(Optional.decode_xml("<p><size>a</size><size>1</size><size>b</size></p>")) == [
        (("size", 0), WrongKind("an integer", "text")),
        (("size", 2), WrongKind("an integer", "text")),
    ]


def test_an_element_of_another_name_is_found_in_the_namespace_around_it() -> None:
    assert Strict.decode_xml("<n:p xmlns:n='u'><n:name/><n:Title>a</n:Title></n:p>").map(
        lambda p: p.title
    ) == Success("a")
    assert Optional.decode_xml("<p><title>a</title></p>").map(lambda p: p.title) == Success(None)


def test_unknown_members_are_elements_attributes_and_text() -> None:
    assert Strict.decode_xml("<s id='1'>\n<name>a</name><Title/></s>") == Success(
        Strict(name="a", id="1", title="")
    )
    instance = "http://www.w3.org/2001/XMLSchema-instance"
    raw = f"<s ib='1' xmlns:i='{instance}' i:type='t'>t<name>a</name><nam/><title/></s>"
    assert problems(Strict.decode_xml(raw)) == [
        (("@ib",), Unknown("@id")),
        (("#text",), Unknown(None)),
        (("nam",), Unknown("name")),
        (("title",), Unknown("Title")),
    ]


def test_others_are_kept_under_the_names_of_the_tree() -> None:
    raw = "<k b='1'>t<name>a</name><c>2</c><d>3</d><d/></k>"
    assert Keeper.decode_xml(raw) == Success(
        Keeper(name="a", rest={"@b": "1", "#text": "t", "c": "2", "d": ["3", None]})
    )


def test_one_or_many_repeats_as_a_member_and_stands_alone_elsewhere() -> None:
    class Loose(Record):
        one: tuple[int, ...] = field("one", one_or_many(integer))

    assert Loose.decode_xml("<l><one>1</one></l>") == Success(Loose(one=(1,)))
    assert Loose.decode_xml("<l><one>1</one><one>2</one></l>") == Success(Loose(one=(1, 2)))
    assert Loose.decode_xml("<l/>") == Success(Loose(one=()))
    assert one_or_many(integer).decode_xml("<a>1</a>") == Success((1,))
    assert one_or_many(integer).decode_xml("<a><item>1</item><item>2</item></a>") == Success((1, 2))


def test_a_union_is_tagged_by_an_element_or_an_attribute() -> None:
    union = tagged_union("kind", case("layer", Layer) | case("strict", Strict))
    layer = Success(Layer(digest="a"))
    assert union.decode_xml("<u><kind>layer</kind><digest>a</digest></u>") == layer
    assert union.decode_xml("<u kind='layer'><digest>a</digest></u>") == layer
    assert union.decode_xml("<u><kind>strict</kind><name>a</name></u>") == Success(Strict(name="a"))


# the style of AWS


ENTRIES = "<e><key>a</key><value>1</value></e><e><key>b</key><value>2</value></e>"


def test_maps_are_entries_in_the_style_of_aws() -> None:
    counts = dict_of(integer)
    assert counts.decode_xml(f"<m>\n{ENTRIES}\n</m>", style=aws.xml) == Success({"a": 1, "b": 2})
    assert counts.decode_xml("<m/>", style=aws.xml) == Success(dict[str, int]())
    for entry in ("<key>a</key>", "<value>1</value>", "text", "<key><b/></key><value>1</value>", ""):
        assert isinstance(counts.decode_xml(f"<m><e>{entry}</e></m>", style=aws.xml), Failure)
    assert reason(counts.decode_xml("<m>a</m>", style=aws.xml)) == WrongKind("an object", "text")


def test_flattened_maps_are_repeated_entries_or_an_element_by_style() -> None:
    class Counts(Record):
        counts: dict[str, int] = field("e", dict_of(integer), xml=flattened)

    assert Counts.decode_xml(f"<c>{ENTRIES}</c>", style=aws.xml) == Success(Counts(counts={"a": 1, "b": 2}))
    assert Counts.decode_xml("<c/>", style=aws.xml) == Success(Counts(counts={}))
    assert Counts.decode_xml("<c><e><a>1</a></e></c>") == Success(Counts(counts={"a": 1}))
    assert Counts.decode_xml("<c/>") == Success(Counts(counts={}))
    assert [path for path, _ in problems(Counts.decode_xml("<c><e><a>1</a></e><e/></c>"))] == [("e",)]


WRAPPED = {
    "<GetResponse><GetResult><digest>a</digest></GetResult><Meta/></GetResponse>",
    "<GetResponse><GetResponseResult><digest>a</digest></GetResponseResult></GetResponse>",
    "<GetResponse><digest>a</digest></GetResponse>",
    "<GetResult><digest>a</digest></GetResult>",
    "<n:GetResponse xmlns:n='u'><n:GetResult><n:digest>a</n:digest></n:GetResult></n:GetResponse>",
}


@pytest.mark.parametrize("raw", sorted(WRAPPED))
def test_results_are_unwrapped_in_the_style_of_aws(raw: str) -> None:
    assert Layer.decode_xml(raw, style=aws.xml) == Success(Layer(digest="a"))


def test_results_are_unwrapped_in_no_other_style_and_from_no_other_root() -> None:
    wrapped = "<GetResponse><GetResult><digest>a</digest></GetResult></GetResponse>"
    assert isinstance(Layer.decode_xml(wrapped), Failure)
    assert isinstance(Layer.decode_xml(wrapped.replace("GetResponse", "GetReply"), style=aws.xml), Failure)
    assert isinstance(Layer.decode_xml("<GetResponse>text</GetResponse>", style=aws.xml), Failure)
    assert isinstance(
        Layer.decode_xml("<AResponse><BResult><digest>a</digest></BResult></AResponse>", style=aws.xml),
        Failure,
    )
    assert at("GetResult", Layer.codec).decode_xml(wrapped) == Success(Layer(digest="a"))


def test_the_style_of_a_record_goes_before_the_given_one_and_ends_with_it() -> None:
    class Styled(Record, style=XmlStyle(entry="e")):
        counts: dict[str, int] = field("counts", dict_of(integer))

    class Around(Record):
        styled: Styled = field("styled", Styled.codec)
        plain: dict[str, int] = field("plain", dict_of(integer))

    raw = f"<a><styled><counts>{ENTRIES}</counts></styled><plain><a>1</a></plain></a>"
    assert Around.decode_xml(raw) == Success(Around(styled=Styled(counts={"a": 1, "b": 2}), plain={"a": 1}))


# documents


MALFORMED = {
    "": (1, 1),
    "a": (1, 1),
    "<a>": (1, 4),
    "<a>\n<b></a>": (2, 6),
    "<a/><b/>": (1, 5),
    "<a b='1' b='2'/>": (1, 10),
    "<a>&b;</a>": (1, 4),
    "<a/>\n<!DOCTYPE a>": (2, 1),
    "<!DOCTYPE a [ ]><a/>": (1, 1),
    "<!DOCTYPE a>\n<a>&b;</a>": (2, 4),
    "<!DOCTYPE a\n>\n<a b='&b;'/>": (3, 1),
    "<!-- <!DOCTYPE a> -->\n<!DOCTYPE a PUBLIC 'b'><a/>": (2, 1),
    "<!DOCTYPE a PUBLIC '>' 'b'><a/>": (1, 1),
    "<!DOCTYPE a><!DOCTYPE a><a/>": (1, 13),
    "<!DOCTYPE a>b<a/>": (1, 14),
    "<?xml version='1.0' encoding='utf-16'?><a/>": (1, 1),
    '<?xml version="1.0" encoding = "latin-1"?><a/>': (1, 1),
    "<a>\x00</a>": (1, 4),
}


@pytest.mark.parametrize("raw", MALFORMED)
def test_what_is_no_document_is_malformed(raw: str) -> None:
    why = reason(string.decode_xml(raw))
    assert isinstance(why, Malformed)
    assert (why.line, why.column) == MALFORMED[raw]


ADMITTED = (
    "\ufeff<a>b</a>",
    "<!DOCTYPE a><a>b</a>",
    '\ufeff<?xml version="1.0"?>\n<!DOCTYPE a\n PUBLIC "-//A\'s//B" \'http://localhost/[a].dtd>\'\n>\n<a>b</a>',
    "<!-- <!DOCTYPE a [ --><?c <!DOCTYPE a [ ?><!DOCTYPE é:a.b SYSTEM '>'><a>b</a>",
    "<!DOCTYPE a><a>&#98;<!-- <!DOCTYPE a [ --></a>",
    "<a><![CDATA[b]]><!-- <!DOCTYPE a> --></a>",
)


@pytest.mark.parametrize("raw", ADMITTED)
def test_marks_and_document_types_without_a_subset_are_passed_over(raw: str) -> None:
    assert string.decode_xml(raw) == string.of_string(raw) == Success("b")
    padded = raw.replace("</a>", f"{' ' * 2000}</a>")  # compiled at once, and parsed in one go
    assert string.decode_xml(padded).map(str.rstrip) == Success("b")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_called_so(encoding: str) -> None:
    why = reason(string.decode_xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)))
    assert why == Malformed("expected UTF-8, got UTF-16", 1, 1)


def test_utf_8_may_be_declared() -> None:
    for name in ("utf-8", "UTF-8", "utf8"):
        assert string.decode_xml(f'<?xml version="1.0" encoding="{name}"?><a>é</a>') == Success("é")
    assert reason(string.decode_xml(b"<a>\xe9</a>")) == Malformed("expected UTF-8, got other bytes", 1, 4)


def test_elements_nest_200_levels_and_no_more() -> None:
    assert isinstance(json_value.decode_xml("<a>" * 200 + "</a>" * 200), Success)
    assert reason(json_value.decode_xml("<a>" * 201 + "</a>" * 201)) == TooDeep(200)


def test_a_recursive_codec_reads_xml() -> None:
    def tree() -> Codec[Any]:
        return one_of(case("leaf", integer) | case("branch", array(lazy(tree))))

    assert tree().decode_xml("<a><b>1</b><b><c>2</c></b></a>") == Success((1, (2,)))


def test_text_in_an_element_may_hold_json() -> None:
    inner = at("m", json_text(at("size", integer)))
    assert inner.decode_xml('<a><m>{"size": 1}</m></a>') == Success(1)


# trees that a caller holds


@pytest.mark.parametrize(
    "tree",
    [1, b"1", {"item": 1}, {1: "a"}, {"\ud800": "a"}, "\ud800", {"#text": 1}, {"item": "\ud800"}, object()],
)
def test_a_tree_that_no_parser_made_is_refused(tree: object) -> None:
    assert isinstance(array(string).of_xml(tree), Failure)


def test_a_tree_of_the_callers_is_read() -> None:
    class Name(str):
        __slots__ = ()

    assert array(integer).of_xml({"item": ("1", "2")}) == Success((1, 2))
    assert type(string.of_xml(Name("a")).unwrap()) is str
    assert json_value.of_xml({"a": ("b", None)}) == Success({"a": ["b", None]})
    assert Placed.of_xml({"@id": "1", "#text": "a"}) == Success(Placed(id="1", body="a"))
    assert string.of_xml({"@id": 1}) == Success("")
    assert array(string).of_xml({"a": "1", "n:a": ["2", "3"], "m:a": "4"}) == Success(("1", "2", "3", "4"))


def test_what_stands_after_text_that_holds_json_is_xml_again() -> None:
    both = tuple_of(json_text(integer), integer)
    assert both.decode_xml("<a><b>1</b><b>2</b></a>") == Success((1, 2))
    assert tuple_of(json_text(integer), array(integer)).decode_xml(
        "<a><b>1</b><c><d>2</d></c></a>"
    ) == Success((1, (2,)))


def test_a_number_goes_before_a_text_where_either_may_be_read() -> None:
    either = by_kind(case("text", string) | case("count", integer))
    assert either.decode_xml("<a>1</a>") == Success(1)
    assert either.decode_xml("<a>b</a>") == Success("b")


def test_the_style_of_a_record_says_whether_its_results_are_wrapped() -> None:
    class Reply(Record, style=aws.xml):
        name: str = field("name", string)

    wrapped = "<GetResponse><GetResult><name>a</name></GetResult></GetResponse>"
    for codec in (Reply.codec, Reply.codec.named("a reply").refine(bool, "never")):
        assert codec.decode_xml(wrapped) == Success(Reply(name="a"))


def test_names_in_a_tree_of_the_callers_are_text() -> None:
    for tree in ({1: "a"}, {"\ud800": "a"}, {"#text": ["a"]}):
        assert isinstance(dict_of(string).of_xml(tree), Failure)
    assert dict_of(string).of_xml({"@a": "b", "@xmlns:c": "d", "e": "f"}) == Success({"e": "f"})
