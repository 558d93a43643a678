"""Members of other records among those of a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from returns.result import Success

from ecr_decode import (
    Codec,
    Decoder,
    JsonValue,
    Record,
    XmlStyle,
    array,
    attribute,
    by_kind,
    case,
    decode_into,
    describe,
    dict_of,
    element,
    field,
    flattened,
    inline,
    integer,
    json_schema,
    json_value,
    keyed_union,
    lazy,
    nullable,
    one_of,
    others,
    otherwise,
    record,
    refine,
    string,
    tagged_union,
    text,
)
from ecr_decode.describe.strategy import from_codec
from tests.hostile.verbs import WAYS


class A(Record):
    a: int = field("field_a", integer)


class B(Record, forbid_unknown=True):
    b: int = field("field_b", integer)
    note: str = field("note", string, default="", omit=True)


payload = tagged_union("type", case("A", A) | case("B", B))


class Data(Record):
    id: int = field("id", integer)
    body: A | B = inline(payload)
    name: str = field("name", string, default="x")


class Closed(Data, forbid_unknown=True):
    pass


class Open(Data):
    rest: dict[str, int] = others(integer)


class Held(Record):
    id: int = field("id", integer)
    value: str | tuple[int, ...] | A = inline(
        keyed_union(case("S", string) | case("L", array(integer)) | case("A", A))
    )


class MayHold(Record, forbid_unknown=True):
    id: int = field("id", integer)
    value: str | int | None = inline(keyed_union(case("S", string) | case("N", integer)), default=None)


class Takes(Record):
    id: int = field("id", integer)
    value: str | dict[str, int] = inline(keyed_union(case("S", string) | otherwise(dict_of(integer))))


class Page(Record):
    size: int = field("size", integer, default=10, omit=True)
    token: str | None = field("token", string, default=None, secret=True)


class Listing(Record, null_as_absent=True):
    page: Page | None = inline(Page.codec, default=None)
    name: str = field("name", string)


NO_CODEC: Any = A
SHARED: list[int] = []
validate: Any = Draft202012Validator


def gathered(**members: Any) -> dict[str, Any]:
    return members


def lines(result: Any) -> list[str]:
    return str(result.failure()).splitlines()


READ: dict[str, tuple[Decoder[Any], bytes, Any]] = {
    "a union": (Data.codec, b'{"type":"A","id":0,"field_a":1}', Data(id=0, body=A(a=1))),
    "its other case": (Data.codec, b'{"id":0,"type":"B","field_b":1}', Data(id=0, body=B(b=1))),
    "unknown members": (Data.codec, b'{"id":0,"type":"B","field_b":1,"c":{}}', Data(id=0, body=B(b=1))),
    "a closed record": (Closed.codec, b'{"id":0,"type":"A","field_a":1}', Closed(id=0, body=A(a=1))),
    "others": (
        Open.codec, b'{"c":3,"id":0,"type":"B","field_b":1}', Open(id=0, body=B(b=1), rest={"c": 3}),
    ),
    "a key": (Held.codec, b'{"S":"x","id":0,"other":1}', Held(id=0, value="x")),
    "another key": (Held.codec, b'{"id":0,"L":[1]}', Held(id=0, value=(1,))),
    "a key of a record": (Held.codec, b'{"id":0,"A":{"field_a":1}}', Held(id=0, value=A(a=1))),
    "a key beside a null": (Held.codec, b'{"id":0,"L":[],"S":null}', Held(id=0, value=())),
    "no key": (MayHold.codec, b'{"id":0}', MayHold(id=0, value=None)),
    "a key in a closed record": (MayHold.codec, b'{"id":0,"N":1}', MayHold(id=0, value=1)),
    "the rest": (Takes.codec, b'{"id":0,"b":1,"c":2}', Takes(id=0, value={"b": 1, "c": 2})),
    "a key before the rest": (Takes.codec, b'{"id":0,"S":"x","c":2}', Takes(id=0, value="x")),
    "none of the names": (Listing.codec, b'{"name":"a","other":1}', Listing(page=None, name="a")),
    "one of the names": (Listing.codec, b'{"name":"a","size":2}', Listing(page=Page(size=2), name="a")),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", READ)
def test_members_are_read_among_those_of_the_record(name: str, way: str) -> None:
    decoder, raw, value = READ[name]
    with WAYS[way]():
        for _ in range(3):
            assert decoder.decode_json(raw) == Success(value)
            assert array(decoder).decode_json(b"[%s]" % raw) == Success((value,))


REFUSED: dict[str, tuple[Decoder[Any], bytes, list[str]]] = {
    "all faults at once": (
        Data.codec,
        b'{"id":"0","type":"A","field_a":"x"}',
        ["$.id: expected an integer, got a string", "$.field_a: expected an integer, got a string"],
    ),
    "near names of an inner member": (
        Data.codec,
        b'{"id":0,"type":"A","field_A":1}',
        ['$.field_a: missing (did you mean "field_A"?)'],
    ),
    "no hint at a name of the outer record": (Data.codec, b'{"id":0,"type":"B"}', ["$.field_b: missing"]),
    "no tag": (Data.codec, b'{"id":0}', ['$.type: missing, expected "A" or "B"']),
    "no key": (
        Held.codec,
        b'{"id":"","X":1}',
        [
            "$.id: expected an integer, got a string",
            '$: missing, expected "S" or "L" or "A"',
        ],
    ),
    "two keys": (Held.codec, b'{"id":0,"S":"x","L":[]}', ['$: expected one of "S" and "L", got both']),
    "what a key holds": (Held.codec, b'{"id":0,"A":{}}', ["$.A.field_a: missing"]),
    "null alone": (Held.codec, b'{"id":0,"S":null}', ["$.S: expected a string, got null"]),
    "an unknown key in a closed record": (MayHold.codec, b'{"id":0,"X":1}', ["$.X: unknown member"]),
    "no object": (Data.codec, b"[]", ["$: expected an object, got an array"]),
    "what the outer record forbids": (
        Closed.codec,
        b'{"id":0,"type":"A","field_a":1,"field_b":2,"nam":""}',
        [
            '$.field_b: unknown member (did you mean "field_a"?)',
            '$.nam: unknown member (did you mean "name"?)',
        ],
    ),
    "what the case asks where a name is there": (
        array(Listing.codec),
        b'[{"name":"a","token":null,"size":""}]',
        ["$[0].token: expected a string, got null", "$[0].size: expected an integer, got a string"],
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", REFUSED)
def test_problems_have_no_step_of_their_own_and_come_all_at_once(name: str, way: str) -> None:
    decoder, raw, expected = REFUSED[name]
    with WAYS[way]():
        for _ in range(3):
            assert sorted(lines(decoder.decode_json(raw))) == sorted(expected)


WRITTEN: dict[str, tuple[Codec[Any], Any, str]] = {
    "in the order of the class": (
        Data.codec,
        Data(id=1, body=A(a=2)),
        '{"id":1,"type":"A","field_a":2,"name":"x"}',
    ),
    "others last": (
        Open.codec,
        Open(id=1, body=A(a=2), rest={"z": 3}),
        '{"id":1,"type":"A","field_a":2,"name":"x","z":3}',
    ),
    "a key": (Held.codec, Held(id=1, value=A(a=2)), '{"id":1,"A":{"field_a":2}}'),
    "another key": (Held.codec, Held(id=1, value=(2,)), '{"id":1,"L":[2]}'),
    "no key": (MayHold.codec, MayHold(id=1, value=None), '{"id":1}'),
    "the rest": (Takes.codec, Takes(id=1, value={"b": 2}), '{"id":1,"b":2}'),
    "the default is left out": (Listing.codec, Listing(page=None, name="a"), '{"name":"a"}'),
    "members": (Listing.codec, Listing(page=Page(size=3), name="a"), '{"size":3,"name":"a"}'),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_members_are_written_among_those_of_the_record(name: str) -> None:
    codec, value, written = WRITTEN[name]
    for _ in range(3):
        assert codec.encode_json(value).unwrap().decode() == written
    assert codec.decode_json(written) == Success(value)
    assert codec.decode_xml(codec.encode_xml(value).unwrap()) == Success(value)
    assert codec.of_xml(codec.to_xml(value).unwrap()) == Success(value)
    assert codec.check(value) == Success(value)


def test_queries_and_tagged_values_have_the_members_too() -> None:
    data = Data(id=1, body=B(b=2))
    assert data.encode_query() == Success("id=1&type=B&field_b=2&name=x")
    members: Any = data.to_value().unwrap()
    assert [name for name, _ in members.members] == ["id", "type", "field_b", "name"]


UNWRITTEN: dict[str, tuple[Codec[Any], Any, list[str]]] = {
    "what would be read as the default": (
        Listing.codec, Listing(page=Page(), name="a"), ["$: this would be read as the default"],
    ),
    "others with a name of an inner member": (
        Open.codec, Open(id=1, body=A(a=2), rest={"field_b": 3}), ["$.field_b: another member has this name"],
    ),
    "others with the name of the tag": (
        Open.codec, Open(id=1, body=A(a=2), rest={"type": 3}), ["$.type: another member has this name"],
    ),
    "a fault below": (
        Data.codec, Data(id=1, body=A(a=2**70)), ["$.field_a: expected an integer of 64 bits"],
    ),
    "another class": (Data.codec, Data(id=1, body=None), ["$: expected A or B, got null"]),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
}  # fmt: skip


@pytest.mark.parametrize("name", UNWRITTEN)
def test_what_would_not_be_read_again_is_not_written(name: str) -> None:
    codec, value, expected = UNWRITTEN[name]
    for _ in range(3):
        assert lines(codec.encode_json(value)) == lines(codec.encode_xml(value)) == expected


def test_making_and_checking_look_into_what_is_inlined() -> None:
    class Short(Record):
        name: str = field("name", string.constrain(max_length=2))

    class Outer(Record):
        short: Short = inline(Short.codec)

    assert lines(Outer.make(short=Short(name="abc"))) == ["$.name: expected a length of at most 2 characters"]
    make: Any = Outer.make
    assert lines(make()) == ["$.short: missing"]
    assert Outer.make(short=Short(name="ab")) == Success(Outer(short=Short(name="ab")))


class Label(Record):
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value)


class Labelled(Record, forbid_unknown=True):
    id: int = field("id", integer)
    label: Label = inline(Label.codec)


@pytest.mark.parametrize("way", WAYS)
def test_the_others_of_an_inner_record_take_what_nobody_claims(way: str) -> None:
    union = tagged_union("kind", case("l", Labelled) | case("d", Data))
    with WAYS[way]():
        for _ in range(3):
            found = Labelled.decode_json(b'{"id":1,"name":"a","x":[]}')
            assert found == Success(Labelled(id=1, label=Label(name="a", rest={"x": []})))
            found = Labelled.decode_xml("<l><id>1</id><name>a</name><x>b</x></l>")
            assert found == Success(Labelled(id=1, label=Label(name="a", rest={"x": "b"})))
            tagged = union.decode_json(b'{"kind":"l","id":1,"name":"a","x":[]}')
            assert tagged == Success(Labelled(id=1, label=Label(name="a", rest={"x": []})))
    assert lines(Labelled(id=1, label=Label(name="a", rest={"id": 2})).encode_json()) == [
        "$.id: another member has this name"
    ]
    assert lines(union.encode_json(Labelled(id=1, label=Label(name="a", rest={"kind": 2})))) == [
        "$.kind: another member has this name"
    ]


class Loose(Record):
    id: int = field("id", integer, xml=attribute)
    body: Any = inline(tagged_union("type", case("A", A) | otherwise(json_value)))


class Counts(Record):
    id: int = field("id", integer)
    body: Any = inline(tagged_union("type", case("A", A) | otherwise(dict_of(string))), default=None)


@pytest.mark.parametrize("way", WAYS)
def test_otherwise_sees_the_names_that_are_not_mine(way: str) -> None:
    with WAYS[way]():
        for _ in range(3):
            found = Loose.decode_json(b'{"id":1,"type":"C","x":{"id":2}}')
            assert found == Success(Loose(id=1, body={"type": "C", "x": {"id": 2}}))
            found = Loose.decode_xml('<l id="1"><type>C</type><x>y</x></l>')
            assert found == Success(Loose(id=1, body={"type": "C", "x": "y"}))
            assert Counts.decode_json(b'{"id":1}') == Success(Counts(id=1, body=None))
            assert Counts.decode_json(b'{"id":1,"b":"c"}') == Success(Counts(id=1, body={"b": "c"}))
            assert lines(Counts.decode_json(b'{"id":1,"type":"A"}')) == ["$.field_a: missing"]
            counts = Counts.decode_json(b'{"id":1,"type":"c","b":"d"}')
            assert counts == Success(Counts(id=1, body={"type": "c", "b": "d"}))
    loose = Loose(id=1, body={"type": "C", "x": "y"})
    assert loose.encode_json() == Success(b'{"id":1,"type":"C","x":"y"}')
    assert Loose.decode_xml(loose.encode_xml().unwrap()) == Success(loose)
    clashing = Loose(id=1, body={"type": "C", "id": 2})
    assert lines(clashing.encode_json()) == ["$.id: another member has this name"]
    assert lines(Loose(id=1, body={"type": "A"}).encode_json()) == ["$.type: another case has this tag"]
    assert lines(Loose(id=1, body=[1]).encode_json()) == ["$: expected an object, got an array"]


@dataclass(frozen=True)
class Point:
    x: int
    y: int


def flipped(point: Point) -> Point:
    return Point(point.y, point.x)


point = record(Point, x=field("X", integer, xml=attribute), y=field("Y", integer))


def test_records_over_own_classes_and_mapped_ones_are_inlined() -> None:
    class Mark(Record):
        at: Point = inline(point.map(flipped, flipped).refine(lambda p: p.x > 0, "expected it above", at="Y"))
        name: str = field("name", string, xml=text)

    raw = b'{"X":1,"Y":2,"name":"a"}'
    assert Mark.decode_json(raw) == Success(Mark(at=Point(2, 1), name="a"))
    assert Mark(at=Point(2, 1), name="a").encode_json() == Success(raw)
    written = Mark(at=Point(2, 1), name="a").encode_xml().unwrap()
    assert written == b'<Mark X="1">a<Y>2</Y></Mark>'
    assert Mark.decode_xml(written) == Success(Mark(at=Point(2, 1), name="a"))
    assert lines(Mark.decode_json(b'{"X":1,"Y":0,"name":"a"}')) == ["$.Y: expected it above"]
    assert lines(Mark.decode_json(b'{"X":1,"name":""}')) == ["$.Y: missing"]


def test_what_is_inlined_may_inline_as_well() -> None:
    class Middle(Record):
        data: Data = inline(Data.codec)
        page: Page | None = inline(Page.codec, default=None)

    class Outer(Record):
        middle: Middle = inline(Middle.codec)
        rest: dict[str, int] = others(integer)

        @refine("expected an id below 9", at="id")
        def small(self) -> bool:
            return self.middle.data.id < 9

    outer = Outer(middle=Middle(data=Data(id=1, body=A(a=2)), page=Page(size=3)), rest={"z": 4})
    raw = b'{"id":1,"type":"A","field_a":2,"name":"x","size":3,"z":4}'
    assert outer.encode_json() == Success(raw)
    assert Outer.decode_json(raw) == Success(outer)
    assert lines(Outer.decode_json(b'{"id":9,"type":"A","field_a":2}')) == ["$.id: expected an id below 9"]


class Branch(Record):
    value: int = field("value", integer)
    below: tuple[Leaf, ...] = field("below", array(lazy(lambda: Leaf.codec)), default=(), omit=True)


class Leaf(Record):
    branch: Branch = inline(Branch.codec)
    weight: int = field("weight", integer, default=0, omit=True)


def test_recursion_through_what_is_inlined_nests_as_deep_as_any() -> None:
    raw = b'{"value":1,"below":[' * 99 + b'{"value":1}' + b"]}" * 99
    found = Leaf.decode_json(raw).unwrap()
    assert found.encode_json() == Success(raw)
    assert Leaf.decode_xml(found.encode_xml().unwrap()) == Success(found)
    assert str(Leaf.decode_json(b'{"value":1,"below":[{}]}').failure()) == "$.below[0].value: missing"
    too_deep = b'{"value":1,"below":[' * 100 + b'{"value":1}' + b"]}" * 100
    assert "nested too deep" in str(Leaf.decode_json(too_deep).failure())


XML_NAMES = """
    <o xmlns="urn:a" xmlns:b="urn:b" lang="x"><title>A</title><b:title>B</b:title><z>1</z></o>
"""


def test_names_in_xml_may_differ_by_their_namespaces_alone() -> None:
    class Inner(Record, ns="urn:b"):
        title: str = field("b", string, xml=element("title", ns="urn:b"))
        lang: str | None = field("lang", string, default=None, xml=attribute)

    class Outer(Record, ns="urn:a"):
        title: str = field("title", string)
        inner: Inner = inline(Inner.codec)
        rest: dict[str, JsonValue] = others(json_value)

    class Near(Record):
        title: str = field("title", string)
        inner: Inner = inline(Inner.codec)

    found = Outer.decode_xml(XML_NAMES.strip()).unwrap()
    assert (found.title, found.inner) == ("A", Inner(title="B", lang="x"))
    assert found.rest == {"z": "1"}
    assert Outer.decode_xml(found.encode_xml().unwrap()) == Success(found)
    assert Near.decode_xml(XML_NAMES.strip()) == Success(Near(title="A", inner=found.inner))
    only_theirs = '<b:o xmlns:b="urn:b"><b:title>B</b:title></b:o>'
    assert lines(Near.decode_xml(only_theirs)) == ["$.title: missing (it is there in another namespace)"]


def test_the_style_is_that_of_the_outer_record() -> None:
    class Inner(Record, style=XmlStyle(item="inner")):
        tags: tuple[str, ...] = field("tags", array(string))

    class Outer(Record, style=XmlStyle(item="outer")):
        inner: Inner = inline(Inner.codec)

    outer = Outer(inner=Inner(tags=("a",)))
    assert outer.encode_xml() == Success(b"<Outer><tags><outer>a</outer></tags></Outer>")
    assert Outer.decode_xml(b"<Outer><tags><outer>a</outer></tags></Outer>") == Success(outer)


def test_a_union_is_decided_in_the_style_of_the_outer_record() -> None:
    class Inner(Record, style=XmlStyle(entry="entry")):
        held: Any = field("held", one_of(case("list", array(string)) | case("map", dict_of(string))))

    class Outer(Record):
        inner: Inner = inline(Inner.codec)

    inner = Inner(held={"a": "b"})
    assert inner.to_xml() == Success({"held": {"entry": {"key": "a", "value": "b"}}})
    assert lines(Outer(inner=inner).to_xml()) == ["$.held: this would be read as list"]


def test_what_xml_does_not_show_would_be_read_as_the_default() -> None:
    class Inner(Record):
        tags: tuple[str, ...] = field("tags", array(string), xml=flattened)

    class Outer(Record):
        inner: Inner | None = inline(Inner.codec, default=None)

    assert Outer(inner=Inner(tags=())).encode_json() == Success(b'{"tags":[]}')
    assert lines(Outer(inner=Inner(tags=())).encode_xml()) == ["$: this would be read as the default"]
    assert Outer.decode_xml("<o/>") == Success(Outer(inner=None))


def test_a_default_that_writes_nothing_is_itself() -> None:
    class Outer(Record):
        page: Page = inline(Page.codec, default=Page())

    assert Outer(page=Page()).encode_json() == Success(b"{}")
    assert Outer.decode_json(b"{}") == Success(Outer(page=Page()))


def test_a_decoder_may_be_inlined_where_nothing_is_written() -> None:
    both = decode_into(gathered, a=inline(A.codec.map(str)), b=field("b", integer))
    assert both.decode_json(b'{"field_a":1,"b":2}') == Success({"a": "A(a=1)", "b": 2})
    with pytest.raises(ValueError, match="a only reads; give it a codec, or use decode_into"):
        record(gathered, a=inline(A.codec.map(str)))


def test_constructors_see_members_in_the_order_of_the_description() -> None:
    def names(**members: Any) -> list[str]:
        return [*members]

    z, b = field("z", integer), field("b", integer)
    kept = decode_into(names, z=z, a=inline(A.codec), b=b)
    assert kept.decode_json(b'{"field_a":1,"b":2,"z":3}') == Success(["z", "a", "b"])


def test_records_show_and_describe_what_is_inlined() -> None:
    listing = Listing(page=Page(token="t"), name="a")
    assert repr(listing) == "Listing(page=Page(size=10, token=<secret>), name='a')"
    assert describe(Data).splitlines()[0] == "Data {id: integer, ...(A | B), name?: string}"
    lines_of = describe(Listing).splitlines()
    assert lines_of == ["Listing {...Page?, name: string}", "Page {size?: integer, token?: string}"]


def problems(codec: Any, tree: object) -> list[str]:
    return [error.message for error in validate(json_schema(codec)).iter_errors(tree)]


SCHEMAS: dict[str, tuple[Any, JsonValue, bool]] = {
    "a case": (Closed, {"id": 1, "type": "A", "field_a": 1}, True),
    "a member of another case": (Closed, {"id": 1, "type": "A", "field_a": 1, "field_b": 2}, False),
    "an unknown member": (Closed, {"id": 1, "type": "A", "field_a": 1, "c": 2}, False),
    "no member of the case": (Data, {"id": 1, "type": "A"}, False),
    "no tag": (Data, {"id": 1, "field_a": 1}, False),
    "others": (Open, {"id": 1, "type": "A", "field_a": 1, "c": 2}, True),
    "others of a wrong kind": (Open, {"id": 1, "type": "A", "field_a": 1, "c": ""}, False),
    "none of what has a default": (Listing, {"name": "a"}, True),
    "others within": (Labelled, {"id": 1, "name": "a", "x": None}, True),
    "otherwise": (Counts, {"id": 1, "type": "b", "c": "d"}, True),
    "otherwise of a wrong kind": (Counts, {"id": 1, "type": "b", "c": 1}, False),
    "otherwise absent": (Counts, {"id": 1}, True),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_merges_the_members(name: str) -> None:
    codec, tree, passes = SCHEMAS[name]
    assert (problems(codec, tree) == []) is passes
    assert isinstance(codec.of_json(tree), Success) is passes


@pytest.mark.parametrize(
    "codec",
    [Closed.codec, Open.codec, Labelled.codec, Counts.codec, Held.codec, MayHold.codec, Takes.codec],
    ids=repr,
)
def test_test_data_is_written_and_read(codec: Codec[Any]) -> None:
    @given(from_codec(codec))
    def comes_back(value: Any) -> None:
        written = codec.encode_json(value).unwrap()
        assert codec.decode_json(written) == Success(value)
        assert problems(codec, codec.to_json(value).unwrap()) == []

    comes_back()


UNSUITED: dict[str, tuple[Callable[[], object], str]] = {
    "null": (lambda: inline(nullable(A.codec)), "got what may be null; write inline(codec, default=None)"),
    "a thunk": (lambda: inline(lazy(lambda: A.codec)), "got a thunk"),
    "a scalar": (lambda: inline(string), 'got string; write field("name", codec)'),
    "an array": (lambda: inline(array(A.codec)), 'got [A]; write field("name", codec)'),
    "a dict": (lambda: inline(dict_of(string)), "got a dict; write others(codec)"),
    "one_of": (lambda: inline(one_of(case("a", A) | case("b", B))), "expected a record, a tagged union"),
    "by_kind": (lambda: inline(by_kind(case("a", A) | case("b", string))), "expected a record, a"),
    "a case of lists": (lambda: inline(tagged_union("t", case("a", array(A.codec)))), "got [A]"),
    "no codec": (lambda: inline(NO_CODEC), "expected a codec"),
    "a default that is shared": (lambda: inline(A.codec, default=SHARED), "records would share the list"),
}


@pytest.mark.parametrize("name", UNSUITED)
def test_what_has_no_members_is_not_inlined(name: str) -> None:
    build, message = UNSUITED[name]
    with pytest.raises(ValueError, match=re.escape(message)):
        build()


def declared(**members: Any) -> Callable[[], object]:
    return lambda: record(gathered, **members)


named_a = field("field_a", integer)
CLASHES: dict[str, tuple[Callable[[], object], str]] = {
    "a name": (declared(x=named_a, y=inline(A.codec)), "x and y are both the member 'field_a'"),
    "a name of a case": (declared(y=inline(payload), x=named_a), "y and x are both the member 'field_a'"),
    "a tag": (declared(x=field("type", string), y=inline(payload)), "x and y are both the member 'type'"),
    "two tags": (
        declared(x=inline(payload), y=inline(tagged_union("type", case("C", Page)))),
        "x and y are both the member 'type'",
    ),
    "a place": (
        declared(x=field("x", integer, xml=element("field_a")), y=inline(A.codec)),
        "x and y have the same place in XML",
    ),
    "two others": (
        declared(x=others(string), y=inline(Label.codec)),
        "x and y both keep the members without a field; keep one",
    ),
    "others and otherwise": (
        declared(x=inline(Label.codec), y=inline(tagged_union("t", case("A", A) | otherwise(json_value)))),
        "x and y both keep the members without a field; keep one",
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_names_that_are_claimed_twice_are_refused(name: str) -> None:
    build, message = CLASHES[name]
    with pytest.raises(ValueError, match=re.escape(message)):
        build()


def test_two_members_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match=re.escape("id and value are both the member 'id'")):
        record(
            gathered,
            id=field("id", integer),
            value=inline(keyed_union(case("id", string) | case("L", array(integer)))),
        )


def test_schemas_note_the_rules_of_what_is_inlined() -> None:
    class Ruled(Record):
        start: int = field("start", integer)

        @refine("expected a start above 0")
        def positive(self) -> bool:
            return self.start > 0

    class Around(Record):
        ruled: Ruled = inline(Ruled.codec)
        maybe: A | None = inline(A.codec.refine(lambda a: a.a > 0, "expected more than 0"), default=None)

    found: Any = json_schema(Around)
    assert found["$defs"]["Around"]["$comment"] == "expected a start above 0; expected more than 0"
