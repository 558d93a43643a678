"""The fast path of XML changes nothing but the time: the plain reader gives the same, errors included."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from returns.result import Failure, Result, Success

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
    integer,
    json_text,
    json_value,
    lazy,
    literal,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    plain_only,
    string,
    tagged_union,
    text,
)
from ecr_decode.describe.strategy import from_codec
from ecr_decode.fast.read_xml.run import DecodeXml
from ecr_decode.node.style import plain
from tests import registry
from tests.fast.test_equal_to_plain import CATALOGUE, is_the_exception
from tests.fast.xml_mutations import mutated


class Known(Record):
    """A list and a map beside a text."""

    name: str = field("name", string, default="")
    words: tuple[str, ...] = field("words", array(string), default=())
    table: dict[str, str] = field("table", dict_of(string), default={"a": "b"})


class Strict(Record):
    """Scalars that take less than msgspec would, and those that it could take for null."""

    count: int = field("count", integer)
    share: float | None = field("share", nullable(number))
    flag: bool | None = field("flag", nullable(boolean), default=None)
    unit: registry.Unit | None = field("unit", nullable(enum_of(registry.Unit)), default=None)
    kind: str | None = field("kind", nullable(literal("a", "b")), default=None)
    blob: bytes | None = field("blob", nullable(base64_bytes), default=None)
    units: tuple[registry.Unit | None, ...] = field("units", array(nullable(enum_of(registry.Unit))))


class Hinted(Record):
    """Members in every place, all of them texts."""

    id: str | None = field("id", string, default=None, xml=attribute)
    note: str | None = field("note", string, default=None, xml=text)
    tags: tuple[str, ...] = field("tag", array(string), xml=flattened)
    rows: tuple[tuple[str, ...], ...] = field("row", array(array(string)), default=(), xml=flattened)
    title: str | None = field("title", string, default=None, xml=element("Title"))
    known: Known | None = field("known", Known.codec, default=None, xml=element("value"))


class Sealed(Hinted, forbid_unknown=True):
    """The same, but nothing else."""


class Listed(Record):
    """Elements side by side."""

    items: tuple[str, ...] = field("i", array(string), xml=flattened)


class Single(Record):
    """An element that may stand there once."""

    item: str | None = field("i", string, default=None)


class Flat(Record, style=aws.xml):
    """A map whose entries stand there without an element around them."""

    counts: dict[registry.Unit, int] = field(
        "entry",
        dict_of(aws.integer, keys=enum_of(registry.Unit)),
        default=dict[registry.Unit, int](),
        xml=flattened,
    )


class Kept(Record):
    """What is not named, beside members in every place."""

    id: str | None = field("id", string, default=None, xml=attribute)
    tags: tuple[str, ...] = field("tag", array(string), xml=flattened)
    name: str = field("name", string, default="")
    rest: dict[str, str] = others(string)


class KeptTrees(Record):
    """The same, as trees."""

    note: str | None = field("note", string, default=None, xml=text)
    rest: dict[str, JsonValue] = others(json_value)


class Branch(Record):
    """A record that holds itself, next to one that does not."""

    name: str = field("name", string)
    known: Known | None = field("known", Known.codec, default=None)
    branches: tuple[Branch, ...] = field("branches", array(lazy(lambda: Branch.codec)), default=())


class Odd(Record):
    """A member that the plain interpreter reads, and others that it does not."""

    either: str | tuple[int, ...] | None = field(
        "either", one_of(case("words", string) | case("numbers", array(integer))), default=None
    )
    many: tuple[str, ...] = field("many", one_or_many(string), default=())
    kind: str | tuple[int, ...] | dict[str, str] | None = field(
        "kind",
        by_kind(case("a", string) | case("b", array(integer)) | case("c", dict_of(string))),
        default=None,
    )
    shape: Known | Single | None = field(
        "shape", tagged_union("name", case("known", Known) | case("single", Single)), default=None
    )
    tree: JsonValue = field("tree", json_value, default=None)


nested: Codec[Any] = array(lazy(lambda: nested))
maybe_nested: Codec[Any] = nullable(array(lazy(lambda: maybe_nested)))
nested_maps: Codec[Any] = dict_of(lazy(lambda: nested_maps))
words_or_lists: Codec[Any] = by_kind(case("word", string) | case("list", array(lazy(lambda: words_or_lists))))
texts_in_texts: Codec[Any] = one_of(
    case("number", integer) | case("texts", array(json_text(lazy(lambda: texts_in_texts))))
)

OWN: dict[str, Codec[Any]] = {
    "nested": nested,
    "maybe nested": maybe_nested,
    "nested maps": nested_maps,
    "words or lists": words_or_lists,
    "texts in texts": texts_in_texts,
    "kept": Kept.codec,
    "kept trees": KeptTrees.codec,
    "branch": Branch.codec,
    "odd": Odd.codec,
    "odd ones": array(Odd.codec),
    "known": Known.codec,
    "strict": Strict.codec,
    "hinted": Hinted.codec,
    "sealed": Sealed.codec,
    "listed": Listed.codec,
    "flat": array(Flat.codec),
    "map of maps": dict_of(dict_of(aws.double)),
    "map of integers": dict_of(integer, keys=enum_of(registry.Unit)),
    "maps": array(dict_of(nullable(enum_of(registry.Unit)))),
    "reached": array(at("entry", "key", json_text(Known.codec))),
}
RESPONSES: dict[str, Codec[Any]] = {
    name.removesuffix(".response"): codec for name, codec in CATALOGUE.items() if name.endswith(".response")
}
CODECS: dict[str, Codec[Any]] = {
    **RESPONSES,
    **OWN,
    **{name: entry.codec for name, entry in registry.CODECS.items()},
}
STYLES = {"plain": plain, "aws": aws.xml}
DAMAGES = 25
FEW = max(settings().max_examples // 8, 1)


def same(codec: Codec[Any], raw: bytes, style: XmlStyle) -> bool:
    fast = codec.decode_xml(raw, style=style)
    with plain_only():
        slow = codec.decode_xml(raw, style=style)
    return (repr(fast) == repr(slow) and (fast == slow or "nan" in repr(slow))) or is_the_exception(
        fast, slow
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=FEW)
@given(data=st.data())
def test_results_are_equal_with_and_without(name: str, style: str, data: st.DataObject) -> None:
    codec, spelled = CODECS[name], STYLES[style]
    value = data.draw(from_codec(codec))
    written = codec.encode_xml(value, root="AResponse", style=spelled).value_or(b"<AResponse/>")
    rng = random.Random(data.draw(st.integers(0, 2**32)))
    for raw in (written, *(mutated(written, rng) for _ in range(DAMAGES))):
        assert same(codec, raw, spelled), raw


@pytest.mark.parametrize("name", ["inline keyed otherwise", "inline keyed", "inline others"])
def test_names_that_become_data_keep_their_prefix(name: str) -> None:
    for inside in ("<id>0</id>", '<id a:id="1">0</id>', "<id>0</id><a:b>1</a:b>", "<a:id>0</a:id>"):
        for attributes in ('a:id="1"', 'b="1"', 'a:id="1" id="2"', ""):
            items = f"<member {attributes}>{inside}</member><item {attributes}>{inside}</item>"
            raw, alone = f'<A xmlns:a="urn:a">{items}</A>', f'<A xmlns:a="urn:a" {attributes}>{inside}</A>'
            for style in STYLES.values():
                assert same(CODECS[name], raw.encode(), style), raw
                assert same(CODECS[name], alone.encode(), style), alone


def refuse(*_: object) -> Result[Any, Any]:
    raise AssertionError("this was left to the plain interpreter")


@pytest.mark.parametrize("name", RESPONSES)
@settings(max_examples=FEW)
@given(data=st.data())
def test_every_response_of_the_catalogues_is_read_by_the_fast_path(name: str, data: st.DataObject) -> None:
    codec = RESPONSES[name]
    value = data.draw(from_codec(codec))
    written = codec.encode_xml(value, root="AResponse")
    assume(isinstance(written, Success))  # it is none where a text holds what XML cannot
    raw = written.unwrap()
    assume(b"xmlns" not in raw and b":nil" not in raw)  # texts that could be declarations are in doubt
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("ecr_decode.read.read_xml", refuse)
        for rewritten in (
            raw,
            b"<?xml version='1.0' encoding='UTF-8'?>\n" + raw + b"\n",
            raw.replace(b"<AResponse", b'<AResponse xmlns="https://a.example/2015-09-21/"', 1),
            raw.replace(b"<AResponse", b'<AResponse xmlns:p="urn:p" p:a="1"', 1),
            b'<AResponse xmlns="urn:x">%s<Metadata><Id/></Metadata></AResponse>'
            % raw.replace(b"AResponse", b"AResult"),
        ):
            assert codec.decode_xml(rewritten) == Success(value)


XSI = b"http://www.w3.org/2001/XMLSchema-instance"
READ_QUICKLY: tuple[tuple[str, bytes], ...] = (
    ("kept", b"<a id='1' b='2'><tag>x</tag><c>3</c><name>n</name><tag>y</tag></a>"),
    ("kept trees", b"<a b='2'>text<c><d/><d e='f'>g</d></c></a>"),
    ("branch", b"<a><name>r</name><branches><item><name>l</name></item><item><name/></item></branches></a>"),
    ("odd", b"<a><either>x</either><many>y</many><kind>z</kind><tree><b>1</b></tree></a>"),
    ("odd", b"<a><either><item>1</item></either><many>x</many><many>y</many><kind><item>1</item></kind></a>"),
    ("odd", b"<a><kind/><shape name='single'><i>x</i></shape></a>"),
    ("odd", b"<a><shape><name>known</name><words><item>w</item></words></shape><tree>1</tree></a>"),
    ("kept trees", b"<a xmlns='u' xmlns:p='v' p:b='2'>text<p:c><d xml:lang='e'/></p:c></a>"),
    ("listed", b"<a xmlns='u'><i>1</i><i>2</i></a>"),
    ("listed", b"<p:a xmlns:p='u' xmlns:q='u'><p:i>1</p:i><q:i>2</q:i></p:a>"),
    ("strict", b"<a xmlns:x='%b'><count>1</count><share x:nil='1'/><units><b x:nil='1'/></units></a>" % XSI),
    ("odd", b"<a xmlns:x='%b' x:type='t'><tree x:nil='true'/><kind>z</kind></a>" % XSI),
    ("nested", b"<a><b/><c><d/></c></a>"),
    ("maybe nested", b"<a xmlns:x='%b'><b/><c><d x:nil='true'/></c></a>" % XSI),
    ("nested maps", b"<a><b/><c><d/></c></a>"),
    ("words or lists", b"<a><b>1</b><c><d>e</d></c></a>"),
    ("texts in texts", b"<a><b>1</b><c>[&quot;[\\&quot;2\\&quot;]&quot;]</c></a>"),
    ("json_value", b"<a b='1'><c>2</c>3<c/></a>"),
    ("one_of", b"<a><imageDigest>d</imageDigest></a>"),
    ("Tree", b"<a><value>1</value><children><item><value>2</value></item></children></a>"),
)


@pytest.mark.parametrize(("name", "raw"), READ_QUICKLY)
def test_what_only_a_part_is_plain_of_is_read_by_the_fast_path(
    name: str, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = CODECS[name]
    with plain_only():
        plainly = codec.decode_xml(raw)
    monkeypatch.setattr("ecr_decode.read.read_xml", refuse)
    assert isinstance(plainly, Success)
    assert repr(codec.decode_xml(raw)) == repr(plainly)


@pytest.mark.parametrize("levels", [*range(22, 28), *range(96, 103), 150, 199, 200, 201])
def test_recursion_is_read_and_refused_alike(levels: int) -> None:
    raw = b"<a><name/><branches>" * levels + b"</branches></a>" * levels
    assert same(Branch.codec, raw, plain)


def test_every_description_is_compiled() -> None:
    assert [name for name, codec in CODECS.items() if DecodeXml(codec.node).reading(plain) is None] == []


PLACES = (
    "%s",
    "<a>%s</a>",
    "<a><name/>%s</a>",
    "<a><name>%s</name></a>",
    "<a><words><b>%s</b></words></a>",
    "<a><table>%s</table></a>",
)


@pytest.mark.parametrize("levels", [100, 101, 102, 199, 200, 201, 202, 300, 5000])
@pytest.mark.parametrize("place", PLACES)
def test_what_nests_too_deep_is_refused_wherever_it_stands(place: str, levels: int) -> None:
    before = place.partition("%s")[0]
    inner = levels - before.count("<") + before.count("/")
    raw = (place % ("<zz>" * inner + "</zz>" * inner)).encode()
    assert same(Known.codec, raw, plain)


@pytest.mark.parametrize(("levels", "read"), [(199, True), (200, True), (201, False)])
def test_skipped_elements_may_nest_to_the_limit(levels: int, read: bool) -> None:
    inner = levels - 1
    raw = "<a><name>b</name>" + "<zz>" * inner + "</zz>" * inner + "</a>"
    assert isinstance(Known.decode_xml(raw), Success if read else Failure)


@pytest.mark.parametrize("levels", [98, 99, 100, 101, 199, 200, 201])
def test_deep_descriptions_are_read_alike(levels: int) -> None:
    codec: Codec[Any] = string
    for _ in range(levels - 1):
        codec = array(codec)
    for more in (0, 1):
        raw = b"<a>" * (levels + more) + b"</a>" * (levels + more)
        assert same(codec, raw, plain)


def test_records_in_several_styles_are_read_by_each() -> None:
    codec = dict_of(string)
    raw = b"<a><entry><key>b</key><value>c</value></entry></a>"
    entries = XmlStyle(entry="entry")
    others = [XmlStyle(item=f"item{number}") for number in range(40)]
    for style in (plain, entries, plain, *others, entries):
        assert same(codec, raw, style)
    assert codec.decode_xml(raw, style=entries) == Success({"b": "c"})


def test_what_is_no_style_ends_as_it_does_without_the_fast_path() -> None:
    odd: Any = {"entry": None}  # its hash cannot be taken, and it has no attributes
    assert same(dict_of(string), b"<a><b>c</b></a>", odd)


def test_threads_share_one_reader() -> None:
    raw = ecr.ListImagesResponse(image_ids=(ecr.ImageIdentifier(image_tag="a"),)).encode_xml().unwrap()
    codec = Codec[Any](ecr.ListImagesResponse.codec.node)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(codec.decode_xml, [raw] * 64))
    assert {repr(result) for result in found} == {repr(codec.decode_xml(raw))}
    assert isinstance(found[0], Success)


@pytest.mark.parametrize("make", [bytes, bytearray, memoryview, bytes.decode])
def test_xml_in_of_string_takes_the_fast_path_too(
    make: Callable[[bytes], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecr_decode.read.read_xml", refuse)
    raw = make(b"<a><b>c</b></a>\n")
    assert dict_of(string).of_string(raw) == Success({"b": "c"})


def test_the_switch_turns_the_fast_path_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecr_decode.fast.read_xml.run.parsed", refuse)
    with plain_only():
        assert string.decode_xml(b"<a>b</a>") == Success("b")


IN_NAMESPACES = (
    b'<a xmlns:p="u" xmlns:q="u"><p:i>1</p:i><q:i>2</q:i><p:i>3</p:i></a>',
    b"<a xmlns:p='u' xmlns:q=\"u\"><p:i>1</p:i><q:i>2</q:i><p:i>3</p:i></a>",
    b'<a xmlns="u" xmlns:q="u"><i>1</i><q:i>2</q:i><i>3</i></a>',
    b'<a xmlns="u"><i>1</i><q:i xmlns:q="u">2</q:i><i>3</i></a>',
    b'<a xmlns:p="u1" xmlns:q="u&#49;"><p:i>1</p:i><q:i>2</q:i><p:i>3</p:i></a>',
    b'<a xmlns:p="u"><i>1</i><p:i>2</p:i><i>3</i></a>',
    b'<a xmlns:p="u" xmlns:q="v"><p:i>1</p:i><q:i>2</q:i><p:i>3</p:i></a>',
    b"<a><i>1</i><xml:i>2</xml:i><i>3</i></a>",
    b"<a><p:i>1</p:i><q:i>2</q:i><p:i>3</p:i></a>",
    b'<a><i xmlns="u">1</i><i xmlns="v">2</i><i>3</i></a>',
    b'<a xmlns="http://www.w3.org/2000/xmlns/"><i>1</i></a>',
    b'<a xmlns="http://www.w3.org/XML/1998/namespace"><i>1</i></a>',
    b'<a xmlns="u"><i>xmlns</i></a>',
    b'<a xmlns="u" xmlns="u"><i/></a>',
    b'<?xml version="1.0"?><a xmlns="u" b=\'1\'><i/></a>',
    b'<a xmlns="a}b"><i/></a>',
)


@pytest.mark.parametrize("raw", IN_NAMESPACES)
def test_documents_with_namespaces_are_read_alike(raw: bytes) -> None:
    for codec in (array(string), Listed.codec, Single.codec, Kept.codec, KeptTrees.codec, json_value):
        assert same(codec, raw, plain)


@pytest.mark.parametrize("codec", [Known.codec, Listed.codec, Hinted.codec, Sealed.codec], ids=repr)
@pytest.mark.parametrize("raw", [b"<a>b</a>", b"<a> </a>", b"<a b='c'>d</a>", b"<a>b<i>c</i></a>", b"<a/>"])
def test_text_in_the_place_of_a_record_is_read_alike(codec: Codec[Any], raw: bytes) -> None:
    assert same(codec, raw, plain)


@pytest.mark.parametrize("written", ["null", "NULL", "Null", "none", "days", "a", ""])
@pytest.mark.parametrize("name", ["share", "flag", "unit", "kind", "blob", "units"])
def test_the_text_null_is_a_text(name: str, written: str) -> None:
    members = {"count": "1", "share": "1", "units": "", name: written}
    if name == "units":
        members[name] = f"<item>{written}</item>"
    raw = "".join(f"<{each}>{content}</{each}>" for each, content in members.items())
    assert same(Strict.codec, f"<a>{raw}</a>".encode(), plain)


@pytest.mark.parametrize("levels", [4, 8, 16, 32])
def test_a_union_that_holds_itself_does_not_try_an_element_again_at_every_level(levels: int) -> None:
    met: list[int] = []

    def meets(number: int) -> bool:
        met.append(number)
        return True

    class Leaf(Record):
        v: int = field("v", integer.refine(meets, "expected a leaf"))

    class Minus(Record):
        x: object = field("x", lazy(lambda: tree))
        op: str = field("op", string.refine("minus".__eq__, "expected minus"))

    class Not(Record):
        x: object = field("x", lazy(lambda: tree))
        op: str = field("op", string.refine("not".__eq__, "expected not"))

    tree: Codec[Any] = one_of(case("leaf", Leaf) | case("minus", Minus) | case("not", Not))
    raw = b"<r>" + b"<x>" * levels + b"<v>1</v>" + b"</x><op>not</op>" * levels + b"</r>"
    assert isinstance(tree.decode_xml(raw), Success)
    assert len(met) <= 2, "however deep it nests"
    assert same(tree, raw.replace(b"not", b"nor"), plain)
