"""Mistakes in records, each refused by both type checkers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import attrs

from ecr_decode import (
    JsonValue,
    Record,
    array,
    asdict,
    decode_into,
    field,
    inline,
    integer,
    json_value,
    nullable,
    number,
    others,
    record,
    refine,
    replace,
    string,
)


class Layer(Record):
    digest: str = field("digest", string)
    size: int = field("size", integer)
    media: str | None = field("mediaType", string, default=None)


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


def area(*, width: int, depth: int) -> int:
    return width * depth


layer = Layer(digest="sha256:00", size=1)

# record(...) over a class or a function

record(Point, x=field("x", string), label=field("label", string))  # refused: wrong codec
record(Point, label=field("label", string))  # refused: missing member
record(Point, x=field("x", integer), z=field("z", string))  # refused: extra member
record(area, field("width", integer), depth=field("depth", integer))  # refused: positional
record(Pair, left=field("left", integer), right=field("right", integer))  # refused: wrong codec
record(Box, width=field("width", integer))  # refused: missing member of an attrs class
record(area, width=field("width", integer), depth=field("depth", nullable(integer)))  # refused: null
decode_into(area, width=field("width", integer), depth=field("depth", string))  # refused: wrong codec
record(Point, x=field("x", integer, default=None))  # refused: None into an int
record(5, x=field("x", integer))  # refused: a record needs a callable
Point.codec  # refused: only a Record has one

# the class body


class Disagrees(Record):
    digest: int = field("digest", string)  # refused: annotation against codec


class AbsentAsNone(Record):
    digest: str = field("digest", string, default=None)  # refused: None into str


class NullAsNone(Record):
    digest: str = field("digest", nullable(string))  # refused: null into str


class OtherDefault(Record):
    size: int = field("size", integer, default="0")  # refused: a default of another type


class WrongOmit(Record):
    size: int = field("size", integer, default=0, omit=str.isdigit)  # refused: a test of another type


class WrongItems(Record):
    sizes: tuple[int, ...] = field("sizes", array(number))  # refused: items of another type


class WrongOthers(Record):
    rest: dict[str, str] = others(json_value)  # refused: others of another type


class NotACodec(Record):
    size: int = field("size", int)  # refused: a type is no codec


class NoSuchOption(Record):
    size: int = field("size", integer, defualt=0)  # refused: a misspelled option


class WrongHint(Record):
    size: int = field("size", integer, xml="attribute")  # refused: a hint is a value, not a text


class WrongInline(Record):
    layer: Layer = inline(string)  # refused: what is inlined is typed as what it reads


class OptionalInline(Record):
    layer: Layer = inline(Layer.codec, default=None)  # refused: it may be None


class InlinedClass(Record):
    layer: Layer = inline(Layer)  # refused: a class is no codec


class WrongRule(Record):
    size: int = field("size", integer)

    @refine("expected a size")  # refused: a rule gives a truth value
    def sized(self) -> str:
        return ""

    @refine("expected a size", at=1)  # refused: a place is a name or a tuple of steps
    def placed(self) -> bool:
        return True

    @refine("expected a size", on_read=1)  # refused: a bool
    def switched(self) -> bool:
        return True

    @refine("expected a size")  # refused: a place is a name or a tuple of steps
    def yields(self) -> Iterator[int]:
        yield 1

    @refine(at="size")  # refused: a rule needs its words
    def told(self) -> bool:
        return True


class OneAlias(Record):
    size: int = field("size", integer, aliases="length")  # refused: aliases are a tuple


class AlsoNames(Record):
    size: int = field(string)  # refused: annotation against codec


class WrongFactory(Record):
    size: int = field(integer, default_factory=str)  # refused: a factory of another type


class TwoDefaults(Record):
    size: int = field(integer, default=0, default_factory=int)  # refused: two defaults


class OtherOthers(Record):
    rest: dict[str, str] = others(integer, default_factory=dict)  # refused: others of another type


# making, changing, writing

Layer(digest="x")  # refused: missing argument
Layer("x", 1)  # refused: positional
Layer(digest="x", size="1")  # refused: wrong type
Layer(digest="x", size=1, colour="red")  # refused: extra argument
layer.size = 2  # refused: frozen
layer.colour  # refused: no such member

Layer.make(digest="x")  # refused: missing argument
Layer.make("x", 1)  # refused: positional
Layer.make(digest="x", size="1")  # refused: wrong type
Layer.make(digest="x", size=1, colour="red")  # refused: extra argument
Layer.make(digest="x", size=1).unwrap().colour  # refused: what is made is a Layer

replace(Point(1), x=2)  # refused: not a record
asdict(Point(1))  # refused: not a record
kept: Point = replace(layer, size=2)  # refused: a copy is of the record's class

Layer.codec.encode_json(Point(1))  # refused: another class
Layer.encode_json(Point(1))  # refused: another class as self
wrong_read: Point = Layer.decode_json(b"{}").unwrap()  # refused: reads a Layer
layer.encode_xml("root")  # refused: the root is named by keyword
tree: JsonValue = layer  # refused: a record is no JSON tree
