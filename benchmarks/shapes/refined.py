"""`refine` on the items of an array, by a predicate that no constraint of a peer expresses."""

from __future__ import annotations

from collections import deque
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_xml import BaseXmlModel, element
from serpyco_rs.metadata import deserialize_with

from ecr_decode import array, integer

from .chance import Chance
from .libraries import ITEMS, pydantic_peer, pydantic_xml_peer, serpyco_peer
from .shape import BARE, Limit, Shape, Xml


def has_check_digits(number: int) -> bool:
    return number % 97 == 1


NUMBERS = array(integer.refine(has_check_digits, "expected a number with valid check digits"))


def checked(number: int) -> int:
    if number % 97 != 1:
        raise ValueError("expected a number with valid check digits")
    return number


class NumbersXmlModel(BaseXmlModel, tag="value"):
    items: list[Annotated[int, AfterValidator(checked)]] = element(tag="item")


def numbers(chance: Chance, count: int) -> list[int]:
    return [97 * chance.randrange(10**6) + 1 for _ in range(count)]


def _bare(value: Any) -> Any:
    return deque(map(has_check_digits, value), 0)


SHAPES = (
    Shape(
        "refine on items",
        numbers,
        2500,
        NUMBERS,
        {
            "pydantic": pydantic_peer(list[Annotated[int, AfterValidator(checked)]]),
            "serpyco-rs": serpyco_peer(list[Annotated[int, deserialize_with(checked)]]),
        },
        Limit(4.5, 1.25),
        Limit(share=2.5, of=BARE),
        Xml(NUMBERS, {"pydantic-xml": pydantic_xml_peer(NumbersXmlModel, ITEMS)}),
        bare=_bare,
    ),
)
