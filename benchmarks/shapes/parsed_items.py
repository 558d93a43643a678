"""`try_map` on the items of an array: colours as `#rrggbb`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer
from pydantic_xml import BaseXmlModel, element
from returns.result import Failure, Result, Success, safe

from ecr_decode import array, string

from .chance import Chance
from .libraries import ITEMS, pydantic_peer, pydantic_xml_peer, serpyco_mapped, serpyco_peer
from .shape import AS_PYDANTIC, Shape, Xml


def parse(text: str) -> Result[int, str]:
    try:
        return Success(int(text[1:], 16))
    except ValueError:
        return Failure("expected a colour")


def spell(colour: int) -> str:
    return f"#{colour:06x}"


def spelled(colour: int) -> Result[str, str]:
    return Success(f"#{colour:06x}")


@safe
def parse_safely(text: str) -> int:
    return int(text[1:], 16)


@safe
def spell_safely(colour: int) -> str:
    return f"#{colour:06x}"


def parsed(text: str) -> int:
    try:
        return int(text[1:], 16)
    except ValueError:
        raise ValueError("expected a colour") from None


class ColoursXmlModel(BaseXmlModel, tag="value"):
    items: list[Annotated[int, BeforeValidator(parsed), PlainSerializer(spell)]] = element(tag="item")


def colours(chance: Chance, count: int) -> list[str]:
    return [spell(chance.randrange(1 << 24)) for _ in range(count)]


_PEERS = {
    "pydantic": pydantic_peer(list[Annotated[int, BeforeValidator(parsed), PlainSerializer(spell)]]),
    "serpyco-rs": serpyco_peer(list[Annotated[str, serpyco_mapped(parsed, spell)]]),
}

SHAPES = (
    Shape(
        "try_map on items, by safe",
        colours,
        2000,
        array(string.try_map(parse_safely, spell_safely)),
        _PEERS,
        AS_PYDANTIC,
    ),
    Shape(
        "try_map on items",
        colours,
        2000,
        array(string.try_map(parse, spelled)),
        _PEERS,
        AS_PYDANTIC,
        xml=Xml(
            array(string.try_map(parse, spelled)),
            {"pydantic-xml": pydantic_xml_peer(ColoursXmlModel, ITEMS)},
        ),
    ),
)
