"""The items of DynamoDB: every value is an object whose only member names its type."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, TypeAlias

from ecr_decode import (
    Codec,
    array,
    base64_bytes,
    boolean,
    case,
    decimal,
    dict_of,
    json_text,
    keyed_union,
    lazy,
    literal,
    string,
)


class StringSet(NamedTuple):
    """Texts, each once."""

    values: tuple[str, ...]


class NumberSet(NamedTuple):
    """Numbers, each once."""

    values: tuple[Decimal, ...]


class BytesSet(NamedTuple):
    """Binary values, each once."""

    values: tuple[bytes, ...]


class Null(NamedTuple):
    """The value NULL: the member is always true."""

    value: bool = True


AttributeValue: TypeAlias = (
    str
    | Decimal
    | bool
    | bytes
    | tuple["AttributeValue", ...]
    | dict[str, "AttributeValue"]
    | StringSet
    | NumberSet
    | BytesSet
    | Null
)

number_in_text = json_text(decimal)

attribute_value: Codec[AttributeValue] = keyed_union(
    case("S", string)
    | case("N", number_in_text)
    | case("B", base64_bytes)
    | case("BOOL", boolean)
    | case("NULL", literal(True).map(Null, lambda it: it.value))
    | case("M", dict_of(lazy(lambda: attribute_value)))
    | case("L", array(lazy(lambda: attribute_value)))
    | case("SS", array(string).map(StringSet, lambda it: it.values))
    | case("NS", array(number_in_text).map(NumberSet, lambda it: it.values))
    | case("BS", array(base64_bytes).map(BytesSet, lambda it: it.values))
)

item: Codec[dict[str, AttributeValue]] = dict_of(attribute_value)
