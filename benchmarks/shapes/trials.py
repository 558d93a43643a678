"""`one_of` records: told apart by the names they require, and by trial alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ecr_decode import Record, array, case, field, integer, one_of, string

from .chance import Chance
from .libraries import pydantic_peer, serpyco_peer
from .shape import Limit, Shape


class Card(Record):
    number: str = field("number", string)
    expires: int = field("expires", integer)
    amount: int = field("amount", integer)


class Transfer(Record):
    iban: str = field("iban", string)
    reference: str = field("reference", string)
    amount: int = field("amount", integer)


class Voucher(Record):
    code: str = field("code", string)
    amount: int = field("amount", integer)


class CardModel(BaseModel):
    number: str
    expires: int
    amount: int


class TransferModel(BaseModel):
    iban: str
    reference: str
    amount: int


class VoucherModel(BaseModel):
    code: str
    amount: int


@dataclass(slots=True)
class CardData:
    number: str
    expires: int
    amount: int


@dataclass(slots=True)
class TransferData:
    iban: str
    reference: str
    amount: int


@dataclass(slots=True)
class VoucherData:
    code: str
    amount: int


class Count(Record):
    key: str = field("key", string)
    value: int = field("value", integer)


class Label(Record):
    key: str = field("key", string)
    value: str = field("value", string)


class Range(Record):
    key: str = field("key", string)
    value: tuple[int, ...] = field("value", array(integer))


class CountModel(BaseModel):
    key: str
    value: int


class LabelModel(BaseModel):
    key: str
    value: str


class RangeModel(BaseModel):
    key: str
    value: list[int]


@dataclass(slots=True)
class CountData:
    key: str
    value: int


@dataclass(slots=True)
class LabelData:
    key: str
    value: str


@dataclass(slots=True)
class RangeData:
    key: str
    value: list[int]


def payments(chance: Chance, count: int) -> list[dict[str, Any]]:
    def one() -> dict[str, Any]:
        amount = chance.randrange(10**6)
        match chance.randrange(3):
            case 0:
                return {"number": chance.name(), "expires": chance.randrange(2030, 2040), "amount": amount}
            case 1:
                return {"iban": chance.name(), "reference": chance.words(1, 3), "amount": amount}
            case _:
                return {"code": chance.name(), "amount": amount}

    return [one() for _ in range(count)]


def properties(chance: Chance, count: int) -> list[dict[str, Any]]:
    def value() -> Any:
        return chance.choice((chance.randrange(1000), chance.name(), [chance.randrange(9) for _ in range(2)]))

    return [{"key": chance.word(), "value": value()} for _ in range(count)]


SHAPES = (
    Shape(
        "one_of, required names",
        payments,
        1000,
        array(one_of(case("card", Card) | case("transfer", Transfer) | case("voucher", Voucher))),
        {
            "pydantic": pydantic_peer(list[CardModel | TransferModel | VoucherModel]),
            "serpyco-rs": serpyco_peer(list[CardData | TransferData | VoucherData]),
        },
        Limit(3.2),
    ),
    Shape(
        "one_of, by trial",
        properties,
        1000,
        array(one_of(case("count", Count) | case("label", Label) | case("range", Range))),
        {
            "pydantic": pydantic_peer(list[CountModel | LabelModel | RangeModel]),
            "serpyco-rs": serpyco_peer(list[CountData | LabelData | RangeData]),
        },
        Limit(share=1.2),
    ),
)
