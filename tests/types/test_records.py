"""What records are typed as, whether declared as a class or described over somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar, assert_type

import attrs
import pytest
from returns.result import Result, Success

from ecr_decode import (
    XML,
    XSI,
    Codec,
    ConstraintError,
    DecodeError,
    Decoder,
    EncodeError,
    JsonValue,
    QueryStyle,
    Record,
    XmlStyle,
    array,
    asdict,
    attribute,
    camel_case,
    decode_into,
    dict_of,
    element,
    field,
    flattened,
    inline,
    integer,
    json_value,
    kebab_case,
    lazy,
    nullable,
    number,
    numbered,
    others,
    pascal_case,
    plain,
    record,
    refine,
    replace,
    string,
    text,
)

A = TypeVar("A")


class Layer(Record):
    digest: str = field("digest", string)
    size: int = field("size", integer)
    media: str | None = field("mediaType", string, default=None)


class Span(Record):
    start: int = field("start", integer)
    end: int = field("end", integer)

    @refine("expected an end after the start", at="end")
    def ordered(self) -> bool:
        return self.start < self.end

    @refine("expected another end", on_read=False)
    def ends(self) -> Iterator[str | tuple[str | int, ...]]:
        yield "end"
        yield ("end",)


class Inlining(Record):
    layer: Layer = inline(Layer.codec)
    span: Span | None = inline(Span.codec, default=None)
    rest: dict[str, int] = others(integer)


class Image(Record, forbid_unknown=True, root="image", ns="urn:i"):
    name: str = field("name", string, xml=attribute)
    lang: str | None = field("lang", string, default=None, xml=attribute("lang", ns=XML))
    kind: str | None = field("kind", string, default=None, xml=attribute("type", ns=XSI))
    words: tuple[str, ...] = field("word", array(string), xml=flattened("Word", ns="urn:w"))
    sizes: dict[str, int] = field(
        "sizes", dict_of(integer), xml=element("Sizes", ns="", entry="Size", key="K")
    )
    note: str = field("note", string, default="", omit=True, xml=text)
    layers: tuple[Layer, ...] = field("layer", array(Layer.codec), xml=flattened)
    parent: Image | None = field("parent", lazy(lambda: Image.codec), default=None)
    size: int | None = field("size", nullable(integer), xml=element("Size"))
    token: str = field("token", string, default="", secret=True)


class Signed(Layer, null_as_absent=True, style=plain, gc=False):
    signature: str | None = field("signature", string, default=None, omit=lambda value: not value)


class Labelled(Record):
    name: str = field("name", string)
    rest: dict[str, JsonValue] = others(json_value)


@dataclass(frozen=True)
class Point:
    x: int
    label: str = ""


class Pair(NamedTuple):
    left: int
    right: str


@attrs.frozen
class Box:
    width: int
    depth: int


@dataclass(frozen=True)
class Page(Generic[A]):
    items: tuple[A, ...]
    token: str | None


class Sized(Protocol):
    @property
    def width(self) -> int: ...
    @property
    def depth(self) -> int: ...


def boxed(*, width: int, depth: int) -> Sized:
    return Box(width, depth)


def area(*, width: int, depth: int) -> int:
    return width * depth


layer = Layer(digest="sha256:00", size=1)


def test_a_member_is_typed_as_the_value_it_reads() -> None:
    assert_type(field("size", integer), int)
    assert_type(field("size", nullable(integer)), int | None)
    assert_type(field("size", integer, default=None), int | None)
    assert_type(field("size", integer, default=0), int)
    assert_type(field("size", string.map(len)), int)
    assert_type(others(json_value), dict[str, JsonValue])
    assert_type(layer.digest, str)
    assert_type(layer.media, str | None)


def test_the_class_holds_the_verbs_that_read() -> None:
    assert_type(Layer.codec, Codec[Layer])
    assert_type(Layer.decode_json(b"{}"), Result[Layer, DecodeError])
    assert_type(Layer.of_json({}), Result[Layer, DecodeError])
    assert_type(Layer.decode_xml("<Layer/>"), Result[Layer, DecodeError])
    assert_type(Layer.decode_xml("<Layer/>", style=XmlStyle(item="member")), Result[Layer, DecodeError])
    assert_type(Layer.of_xml(None), Result[Layer, DecodeError])
    assert_type(Layer.of_string("{}"), Result[Layer, DecodeError])
    assert Layer.of_json({"digest": "sha256:00", "size": 1}) == Success(layer)


def test_the_record_has_the_verbs_that_write() -> None:
    assert_type(layer.encode_json(), Result[bytes, EncodeError])
    assert_type(layer.encode_json(indent=2, sort_keys=True), Result[bytes, EncodeError])
    assert_type(layer.to_json(), Result[JsonValue, EncodeError])
    assert_type(layer.encode_xml(root="Layer", style=plain), Result[bytes, EncodeError])
    assert_type(layer.to_xml(), Result[object, EncodeError])
    assert_type(layer.encode_query(style=numbered), Result[str, EncodeError])
    assert_type(layer.to_query(style=QueryStyle(item=None)), Result[tuple[tuple[str, str], ...], EncodeError])
    assert layer.to_json() == Success({"digest": "sha256:00", "size": 1})
    assert layer.encode_query() == Success("digest=sha256%3A00&size=1")


def test_make_has_the_signature_of_the_constructor() -> None:
    assert_type(Layer.make(digest="sha256:00", size=1), Result[Layer, ConstraintError])
    assert_type(Layer.make(digest="sha256:00", size=1, media=None), Result[Layer, ConstraintError])
    assert Layer.make(digest="sha256:00", size=1) == Success(layer)


def test_a_record_inherits_members_and_may_hold_itself() -> None:
    signed = Signed(digest="sha256:00", size=1, signature="s")
    assert_type(signed.size, int)
    assert_type(Signed.decode_json(b"{}"), Result[Signed, DecodeError])
    image = Image(name="a", lang="en", words=("b",), sizes={"c d": 1}, layers=(layer,), size=None)
    assert_type(image.lang, str | None)
    assert_type(image.words, tuple[str, ...])
    assert_type(image.parent, Image | None)
    assert_type(image.layers, tuple[Layer, ...])
    assert Image.decode_json(image.encode_json().unwrap()) == Success(image)
    assert Image.decode_xml(image.encode_xml().unwrap()) == Success(image)


def test_a_record_matches_by_its_members() -> None:
    match layer:
        case Layer(size=size, media=media):
            assert_type(size, int)
            assert_type(media, str | None)
            assert (size, media) == (1, None)


def test_what_is_not_named_is_kept() -> None:
    kept = Labelled.of_json({"name": "a", "size": 3}).unwrap()
    assert_type(kept.rest, dict[str, JsonValue])
    assert kept.rest == {"size": 3}


def test_what_is_inlined_is_typed_as_what_it_reads() -> None:
    made = Inlining(layer=layer, span=None, rest={"a": 1})
    assert_type(made.layer, Layer)
    assert_type(made.span, Span | None)
    assert_type(Inlining(layer=layer, rest={}).span, Span | None)
    assert made.layer is layer


def test_a_rule_is_a_method() -> None:
    assert_type(Span(start=1, end=2).ordered(), bool)
    assert_type(Span.codec, Codec[Span])
    assert_type(Span.codec.refine(Span.ordered, "expected an end after the start", at=("end",)), Codec[Span])
    assert not Span(start=2, end=1).ordered()


def test_replace_keeps_the_class() -> None:
    assert_type(replace(layer, size=2), Layer)
    assert replace(layer, size=2).size == 2


def test_a_record_is_frozen() -> None:
    with pytest.raises(AttributeError):
        setattr(layer, "size", 2)  # noqa: B010 the checkers refuse it spelled as an assignment


def test_any_class_can_be_described() -> None:
    point = record(Point, x=field("x", integer), label=field("label", string, default=""))
    pair = record(Pair, left=field("left", integer), right=field("right", string))
    box = record(Box, width=field("width", integer), depth=field("depth", integer))
    assert_type(point, Codec[Point])
    assert_type(pair, Codec[Pair])
    assert_type(box, Codec[Box])
    assert point.decode_json(b'{"x": 1}') == Success(Point(1))
    assert pair.decode_json(b'{"left": 1, "right": "a"}') == Success(Pair(1, "a"))
    assert box.decode_json(b'{"width": 1, "depth": 2}') == Success(Box(1, 2))
    assert box.encode_json(Box(1, 2)) == Success(b'{"width":1,"depth":2}')


def test_a_generic_class_can_be_described() -> None:
    names = record(
        Page[str], items=field("items", array(string)), token=field("nextToken", string, default=None)
    )
    assert_type(names, Codec[Page[str]])
    page = Page(("a",), "t")
    assert names.decode_json(b'{"items": ["a"], "nextToken": "t"}') == Success(page)
    assert names.encode_json(page) == Success(b'{"items":["a"],"nextToken":"t"}')


def test_so_can_a_function() -> None:
    sized = record(boxed, width=field("width", integer), depth=field("depth", integer))
    assert_type(sized, Codec[Sized])
    assert sized.encode_json(Box(1, 2)) == Success(b'{"width":1,"depth":2}')
    measured = decode_into(area, width=field("width", integer), depth=field("depth", string.map(len)))
    assert_type(measured, Decoder[int])
    assert not isinstance(measured, Codec)
    assert measured.decode_json(b'{"width": 3, "depth": "four"}') == Success(12)


def test_members_without_a_name_are_refused_at_definition() -> None:
    with pytest.raises(ValueError, match="members are keyword arguments"):
        record(Point, field("x", integer))


class Listing(Record, rename=camel_case):
    page_size: int = field(integer)
    title: str = field("title", string, aliases=("name",))
    note: str | None = field(string, default=None)
    made: str = field(string, default_factory=str, omit=True)
    tags: dict[str, int] = field("tags", dict_of(integer), default_factory=dict)
    rest: dict[str, int] = others(integer, default_factory=dict)


def test_names_and_defaults_may_be_made() -> None:
    page = Listing(page_size=1, title="a")
    assert_type(page.page_size, int)
    assert_type(page.note, str | None)
    assert_type(page.tags, dict[str, int])
    assert_type(page.rest, dict[str, int])
    assert_type(Listing.decode_json(b'{"pageSize": 1, "name": "a"}'), Result[Listing, DecodeError])
    assert Listing.decode_json(b'{"pageSize": 1, "name": "a"}') == Success(page)
    assert_type(asdict(page), dict[str, object])
    assert_type((pascal_case("a_b"), kebab_case("a_b")), tuple[str, str])


def test_a_map_of_records() -> None:
    assert_type(dict_of(Layer.codec), Codec[dict[str, Layer]])
    assert_type(array(array(number)), Codec[tuple[tuple[float, ...], ...]])
