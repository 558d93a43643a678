"""Exact numbers: the digits of a document, and the decimals and integers that texts spell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation
from typing import Any

import msgspec

from ..guard import is_array, is_dict
from ..limits import MOST_DIGITS

SMALLEST_JSON, LARGEST_JSON = 1 - 10 ** (MOST_DIGITS - 1), 10**MOST_DIGITS - 1
"""The integers that are read and written exactly."""

BEYOND = LARGEST_JSON + 1
"""What stands for an integer of more digits, which nothing reads."""

_ALL_DIGITS = Context(traps=[InvalidOperation])
"""Decimals are made in a context of our own: that of the thread may take what is none for not a number."""


class Digits(msgspec.Struct, frozen=True):
    """A number of a document as it is spelled there."""

    text: str

    @property
    def usual(self) -> int | float:
        """What a parser makes of it: the nearest double, which is infinite for a number beyond all."""
        return 0 if self.text == "-0" else float(self.text)


_XML_INTEGER = r"[+-]?\d+"
_XML_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"


def decimal_of(text: str | int) -> Decimal | None:
    """The decimal that digits spell, or None for more digits, or a longer exponent, than are kept."""
    try:
        found = Decimal(text, _ALL_DIGITS)
    except InvalidOperation:
        return None
    return found if has_few_digits(found) else None


def has_few_digits(number: Decimal) -> bool:
    """Whether a decimal is a number, and has no more digits than are kept; its sign counts as one."""
    sign, digits, exponent = number.as_tuple()
    return isinstance(exponent, int) and len(digits) + sign <= MOST_DIGITS


def parsed_again(number: Decimal) -> int | Digits:
    """What a parser makes of the text of a decimal."""
    text = str(number)
    return int(text) if text.isdecimal() or (text[1:].isdecimal() and text != "-0") else Digits(text)


def xml_integer(text: str) -> int | None:
    """The integer that XML Schema takes a text for."""
    if re.fullmatch(_XML_INTEGER, text, re.ASCII) is None:
        return None
    return int(text) if len(text) <= MOST_DIGITS else BEYOND


def xml_number(text: str) -> int | float | None:
    """The number that XML Schema takes a text for; one beyond all doubles is infinite."""
    integer = xml_integer(text)
    if integer is not None:
        return integer
    return None if re.fullmatch(_XML_NUMBER, text, re.ASCII) is None else float(text)


def xml_decimal(text: str) -> Decimal | None:
    """The decimal that XML Schema takes a text for, its digits kept."""
    return None if re.fullmatch(_XML_NUMBER, text, re.ASCII) is None else decimal_of(text)


def without_digits(tree: Any) -> Any:
    """A copy of a tree in which doubles stand for the numbers; raises `OverflowError` where none can.

    It keeps its own stack, as trees are deep.
    """
    root = [tree]
    todo: list[Any] = [root]
    while todo:
        copy = todo.pop()
        keys: Iterable[Any] = copy if is_dict(copy) else range(len(copy))
        for key in keys:
            item = copy[key]
            if type(item) is Digits:
                copy[key] = number = item.usual
                if number in _INFINITE:
                    raise OverflowError
            elif is_dict(item) or is_array(item):
                copy[key] = item.copy() if is_dict(item) else [*item]
                todo.append(copy[key])
    return root[0]


_INFINITE = (float("inf"), float("-inf"))
