"""The truth table of exact numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    attribute,
    big_integer,
    case,
    decimal,
    dict_of,
    field,
    flattened,
    inline,
    integer,
    json_text,
    json_value,
    keyed_union,
    nullable,
    number,
    one_of,
    others,
    record,
    string,
    tagged_union,
    text,
    tuple_of,
)
from tests.rows import Outcome, comes_back, read, says

LONGEST, TOO_LONG = "7" * 4300, "7" * 4301
HUGE = 12345678901234567890123
TOO_MANY = "expected an integer of at most 4,300 digits"


class Price(Record):
    amount: Decimal = field("amount", decimal, xml=attribute)
    count: int = field("count", big_integer, default=0)
    exact: Decimal = field("exact", decimal, xml=text, default=Decimal(0))


class Open(Record):
    rest: dict[str, Any] = others(json_value)


class Exact(Record):
    price: Price = inline(Price.codec)
    many: tuple[Decimal, ...] = field("many", array(decimal), xml=flattened, default=())
    rest: dict[str, Decimal] = others(decimal, default_factory=dict)


EXACT = Exact(price=Price(amount=Decimal("1.10")), many=(Decimal("2.50"),), rest={"x": Decimal("3.0")})
each = tuple_of(number, decimal, integer, json_value)
tried: Codec[Any] = one_of(case("count", integer) | case("exact", decimal))
keyed: Codec[Any] = keyed_union(case("d", decimal) | case("i", big_integer))
tagged: Codec[Any] = tagged_union("k", case("p", Price) | case("o", Open))

TEXTS: list[tuple[Codec[Any], str, Outcome]] = [
    # decimal: digits and exponent are kept
    *((decimal, raw, Success(Decimal(raw))) for raw in
      ("1.10", "1", "-0", "0.0", "1e400", "1E-400", "-1.5e+3", "12345678901234567.89", "100e-2", LONGEST)),
    (decimal, '"1"', says("$: expected a number, got a string")),
    (decimal, "true", says("$: expected a number, got a boolean")),
    (decimal, "null", says("$: expected a number, got null")),
    (json_text(decimal), '"1.10"', Success(Decimal("1.10"))),
    (nullable(decimal), "null", Success(None)),
    (each, "[1.10,1.10,5,1.10]", Success((1.1, Decimal("1.10"), 5, 1.1))),
    (each, "[1,2,3.0,4]", says("$[2]: expected an integer, got a number")),
    (array(decimal), '[1.10,"2"]', says("$[1]: expected a number, got a string")),
    (keyed, '{"d":1.10}', Success(Decimal("1.10"))),
    (tried, "5", Success(5)),
    (tried, "5.0", Success(Decimal("5.0"))),
    (tagged, '{"k":"p","amount":1.10}', Success(Price(amount=Decimal("1.10")))),
    (Exact.codec, '{"amount":1.10,"many":[2.50],"x":3.0}',
     Success(EXACT)),
    (dict_of(integer, keys=decimal), '{"1.10":1}', Success({Decimal("1.10"): 1})),
    (dict_of(integer, keys=decimal), '{"1.0":1,"1.00":2}',
     says('$["1.00"]: another entry has this key')),
    # big_integer
    *((big_integer, raw, Success(int(raw))) for raw in ("0", "-1", str(2**64), str(-(2**70)), LONGEST)),
    (big_integer, "1.0", says("$: expected an integer, got a number")),
    (big_integer, "1e3", says("$: expected an integer, got a number")),
    (big_integer, '"1"', says("$: expected an integer, got a string")),
    (keyed, f'{{"i":{HUGE}}}', Success(HUGE)),
    # integer
    (integer, str(2**63), says("$: expected an integer of 64 bits")),
    (integer, str(2**64), says("$: expected an integer of 64 bits")),
    (integer, str(2**63 - 1), Success(2**63 - 1)),
    (integer, str(-(2**63)), Success(-(2**63))),
    # json_value, others
    (json_value, str(HUGE), Success(HUGE)),
    (json_value, f'[{HUGE},{{"a":1.5}}]', Success([HUGE, {"a": 1.5}])),
    (Open.codec, f'{{"a":[{HUGE}],"b":{LONGEST}}}', Success(Open(rest={"a": [HUGE], "b": int(LONGEST)}))),
    (tagged, f'{{"k":"o","a":{HUGE}}}', Success(Open(rest={"a": HUGE}))),
    (record(dict, a=field("a", json_value)), f'{{"a":{HUGE}}}', Success({"a": HUGE})),
    # more digits
    *((codec, TOO_LONG, says(f"line 1, column 1: {TOO_MANY}"))
      for codec in (decimal, big_integer, integer, json_value)),
    (Open.codec, f'{{"a":{TOO_LONG}}}', says(f"line 1, column 6: {TOO_MANY}")),
    # in XML the same spellings, blanks and a plus sign
    *((decimal, f"<r>{raw}</r>", Success(Decimal(raw.strip()))) for raw in
      ("1.10", " 1 ", "-0", ".5", "5.", "+1.0", "1e3", "1E+2")),
    *((decimal, f"<r>{raw}</r>", says("$: expected a number, got text")) for raw in
      ("NaN", "INF", "x", "1_0", "1,5", "0x1", "\u0661")),
    (decimal, "<r/>", says("$: expected a number, got an empty element")),
    (big_integer, f"<r> {HUGE} </r>", Success(HUGE)),
    (big_integer, "<r>1.0</r>", says("$: expected an integer, got text")),
    (Price.codec, f'<r amount="-0.10">7.0<count>{HUGE}</count></r>',
     Success(Price(amount=Decimal("-0.10"), count=HUGE, exact=Decimal("7.0")))),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), TEXTS, ids=lambda row: str(row)[:40])
def test_digits_are_kept_or_refused(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    found = read(codec, raw, tree=False)  # a tree of floats has other digits
    assert found == expected
    assert repr(found) == repr(expected)  # `-0`, `1.10` and `1.1` are equal


TREES: list[tuple[Codec[Any], Any, Outcome]] = [
    (decimal, 1.1, Success(Decimal("1.1"))),
    (decimal, Decimal("1.10"), Success(Decimal("1.10"))),
    (decimal, 10**30, Success(Decimal(10**30))),
    (decimal, Decimal("NaN"), says("$: expected a finite number")),
    (number, Decimal("1.10"), says("$: expected a number, got a Decimal")),
    (json_value, Decimal("1.10"), says("$: expected a JSON value, got a Decimal")),
    (big_integer, Decimal(1), says("$: expected an integer, got a Decimal")),
    (big_integer, HUGE, Success(HUGE)),
    (json_value, [HUGE], Success([HUGE])),
    (Open.codec, {"a": HUGE}, Success(Open(rest={"a": HUGE}))),
    (dict_of(decimal), {"a": Decimal("1.50")}, Success({"a": Decimal("1.50")})),
]


@pytest.mark.parametrize(("codec", "tree", "expected"), TREES, ids=lambda row: str(row)[:40])
def test_a_tree_is_read_as_its_text(codec: Codec[Any], tree: Any, expected: Outcome) -> None:
    for _ in range(3):
        assert repr(codec.of_json(tree).alt(str)) == repr(expected)


BACK: list[tuple[Codec[Any], Any]] = [
    (array(decimal), (Decimal("1.10"), Decimal("-0"), Decimal("1E+400"), Decimal("0.00"))),
    (array(big_integer), (HUGE, -HUGE, 0)),
    (tuple_of(string, decimal), ("a", Decimal("100E-2"))),
    (keyed, HUGE),
    (keyed, Decimal("5.0")),
    (Price.codec, Price(amount=Decimal("-0.10"), count=HUGE, exact=Decimal("7.0"))),
    (Exact.codec, EXACT),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "value"), BACK, ids=lambda row: str(row)[:40])
def test_what_is_written_is_read_to_the_digit(codec: Codec[Any], value: object) -> None:
    assert comes_back(codec, value, root=None if codec is keyed else "r")
