"""Texts of trees that hold numbers which no double and no 64 bits can hold."""

from __future__ import annotations

from typing import Any

import msgspec

_encode = msgspec.json.Encoder(decimal_format="number").encode


def exact_text(tree: Any) -> bytes:
    """The JSON of a tree, with every digit of its decimals and integers.

    >>> from decimal import Decimal
    >>> exact_text([Decimal("1.10"), 10**20])
    b'[1.10,100000000000000000000]'
    """
    return _encode(tree)
