"""A user's own classes, described through `record`, and the unions and recursion that users write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import attrs

from ecr_decode import (
    Codec,
    Record,
    array,
    boolean,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    lazy,
    nullable,
    number,
    one_of,
    record,
    string,
    tagged_union,
    tuple_of,
)


@dataclass(frozen=True)
class Line:
    sku: str
    amount: int
    price: float


@dataclass(frozen=True)
class Order:
    id: int
    customer: str
    paid: bool
    total: float
    lines: tuple[Line, ...]
    labels: dict[str, str]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SlottedLine:
    sku: str
    amount: int
    price: float


@dataclass(frozen=True, slots=True)
class SlottedOrder:
    id: int
    customer: str
    paid: bool
    total: float
    lines: tuple[SlottedLine, ...]
    labels: dict[str, str]
    note: str | None = None


@dataclass
class LooseLine:
    sku: str
    amount: int
    price: float


@dataclass
class LooseOrder:
    id: int
    customer: str
    paid: bool
    total: float
    lines: tuple[LooseLine, ...]
    labels: dict[str, str]
    note: str | None = None


class TupleLine(NamedTuple):
    sku: str
    amount: int
    price: float


class TupleOrder(NamedTuple):
    id: int
    customer: str
    paid: bool
    total: float
    lines: tuple[TupleLine, ...]
    labels: dict[str, str]
    note: str | None = None


@attrs.frozen
class AttrsLine:
    sku: str
    amount: int
    price: float


@attrs.frozen
class AttrsOrder:
    id: int
    customer: str
    paid: bool
    total: float
    lines: tuple[AttrsLine, ...]
    labels: dict[str, str]
    note: str | None = None


class RecordLine(Record):
    sku: str = field("sku", string)
    amount: int = field("amount", integer)
    price: float = field("price", number)


class RecordOrder(Record):
    id: int = field("id", integer)
    customer: str = field("customer", string)
    paid: bool = field("paid", boolean)
    total: float = field("total", number)
    lines: tuple[RecordLine, ...] = field("lines", array(RecordLine.codec))
    labels: dict[str, str] = field("labels", dict_of(string))
    note: str | None = field("note", nullable(string), default=None)


def _orders(order: Callable[..., Any], line: Callable[..., Any]) -> Codec[Any]:
    lines: Codec[Any] = record(
        line, sku=field("sku", string), amount=field("amount", integer), price=field("price", number)
    )
    made: Codec[Any] = array(
        record(
            order,
            id=field("id", integer),
            customer=field("customer", string),
            paid=field("paid", boolean),
            total=field("total", number),
            lines=field("lines", array(lines)),
            labels=field("labels", dict_of(string)),
            note=field("note", nullable(string), default=None),
        )
    )
    return made


ORDERS: dict[str, Codec[Any]] = {
    "Record": array(RecordOrder.codec),
    "frozen dataclass": _orders(Order, Line),
    "frozen dataclass with slots": _orders(SlottedOrder, SlottedLine),
    "dataclass": _orders(LooseOrder, LooseLine),
    "NamedTuple": _orders(TupleOrder, TupleLine),
    "attrs": _orders(AttrsOrder, AttrsLine),
}


class Orders(Record):
    """An element has one content, so a document of orders in XML has them as a member."""

    orders: tuple[RecordOrder, ...] = field("orders", array(RecordOrder.codec))


class Circle(Record):
    radius: float = field("radius", number)


class Square(Record):
    side: float = field("side", number)
    label: str | None = field("label", string, default=None)


class Polygon(Record):
    corners: tuple[tuple[float, float], ...] = field("corners", array(tuple_of(number, number)))


class ByTag(Record):
    tag: str = field("imageTag", string)


class ByDigest(Record):
    digest: str = field("imageDigest", string)


class Branch(Record):
    value: int = field("value", integer)
    children: tuple[Branch, ...] = field("children", array(lazy(lambda: Branch.codec)))


SHAPES = array(
    tagged_union("kind", case("circle", Circle) | case("square", Square) | case("polygon", Polygon))
)
ACTIONS = array(by_kind(case("one", string) | case("many", array(string)) | case("level", integer)))
REFERENCES = array(one_of(case("by tag", ByTag) | case("by digest", ByDigest)))
