"""Exact numbers, moments and identifiers: a ledger of payments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import msgspec
from pydantic import BaseModel
from pydantic_xml import BaseXmlModel, element

from ecr_decode import Record, array, decimal, field, iso_date, iso_datetime, uuid_text

from .chance import Chance
from .libraries import ITEMS, msgspec_peer, pydantic_peer, pydantic_xml_peer
from .shape import AS_PYDANTIC, Limit, Peer, Shape, Xml


class Payment(Record):
    id: UUID = field("id", uuid_text)
    at: datetime = field("at", iso_datetime)
    due: date = field("due", iso_date)
    amount: Decimal = field("amount", decimal)


class PaymentModel(BaseModel):
    id: UUID
    at: datetime
    due: date
    amount: Decimal


class PaymentStruct(msgspec.Struct):
    id: UUID
    at: datetime
    due: date
    amount: Decimal


class PaymentXmlModel(BaseXmlModel):
    id: UUID = element()
    at: datetime = element()
    due: date = element()
    amount: Decimal = element()


class PaymentsXmlModel(BaseXmlModel, tag="value"):
    items: list[PaymentXmlModel] = element(tag="item")


def payments(chance: Chance, count: int) -> list[dict[str, Any]]:
    return [
        {
            "id": str(UUID(int=chance.getrandbits(128))),
            "at": f"2024-{chance.randint(1, 12):02}-11T09:{chance.randrange(60):02}:00Z",
            "due": f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "amount": chance.decimal(1000),
        }
        for _ in range(count)
    ]


def _reads(peer: Peer) -> Peer:
    """A library that puts the digits of decimals in quotes where it writes them."""
    return replace(peer, write=None)


SHAPES = (
    Shape(
        "decimals, dates and UUIDs",
        payments,
        1500,
        array(Payment.codec),
        {
            "pydantic": _reads(pydantic_peer(list[PaymentModel])),
            "msgspec": _reads(msgspec_peer(list[PaymentStruct])),
        },
        AS_PYDANTIC,
        Limit(),
        Xml(array(Payment.codec), {"pydantic-xml": pydantic_xml_peer(PaymentsXmlModel, ITEMS)}),
    ),
)
