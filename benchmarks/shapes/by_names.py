"""`one_of` records that the names they require tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Any

from pydantic import BaseModel
from pydantic_xml import BaseXmlModel, element

from ecr_decode import Record, array, case, field, integer, one_of, string

from .chance import Chance
from .libraries import ELEMENT, ITEM, ITEMS, pydantic_peer, pydantic_xml_peer, serpyco_peer, xsdata_peer
from .shape import Limit, Shape, Xml


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


PAYMENTS = array(one_of(case("card", Card) | case("transfer", Transfer) | case("voucher", Voucher)))


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


class CardXmlModel(BaseXmlModel):
    number: str = element()
    expires: int = element()
    amount: int = element()


class TransferXmlModel(BaseXmlModel):
    iban: str = element()
    reference: str = element()
    amount: int = element()


class VoucherXmlModel(BaseXmlModel):
    code: str = element()
    amount: int = element()


class PaymentsXmlModel(BaseXmlModel, tag="value"):
    items: list[CardXmlModel | TransferXmlModel | VoucherXmlModel] = element(tag="item")


@dataclass
class CardXmlData:
    number: str = member(metadata=ELEMENT)
    expires: int = member(metadata=ELEMENT)
    amount: int = member(metadata=ELEMENT)


@dataclass
class TransferXmlData:
    iban: str = member(metadata=ELEMENT)
    reference: str = member(metadata=ELEMENT)
    amount: int = member(metadata=ELEMENT)


@dataclass
class VoucherXmlData:
    code: str = member(metadata=ELEMENT)
    amount: int = member(metadata=ELEMENT)


@dataclass
class PaymentsXmlData:
    items: list[CardXmlData | TransferXmlData | VoucherXmlData] = member(metadata=ITEM)

    class Meta:
        name = "value"


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


SHAPES = (
    Shape(
        "one_of, required names",
        payments,
        1000,
        PAYMENTS,
        {
            "pydantic": pydantic_peer(list[CardModel | TransferModel | VoucherModel]),
            "serpyco-rs": serpyco_peer(list[CardData | TransferData | VoucherData]),
        },
        Limit(3.2),
        xml=Xml(
            PAYMENTS,
            {
                "pydantic-xml": pydantic_xml_peer(PaymentsXmlModel, ITEMS),
                "xsdata": xsdata_peer(PaymentsXmlData, ITEMS),
            },
        ),
    ),
)
