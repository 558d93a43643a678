"""Texts that spell values: the everyday spellings, which C reads quickly."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from ..node.kinds import TextFormat

_TIME = r"(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:[0-5]\d)"

EVERYDAY: dict[TextFormat, tuple[Callable[[str], object], Callable[[str], Any]]] = {
    TextFormat.DATE_TIME: (
        re.compile(rf"\d{{4}}-\d\d-\d\dT{_TIME}", re.ASCII).fullmatch,
        datetime.fromisoformat,
    ),
    TextFormat.TIME: (re.compile(_TIME, re.ASCII).fullmatch, time.fromisoformat),
    TextFormat.UUID: (re.compile(".{36}").fullmatch, partial(msgspec.convert, type=UUID)),  # with dashes
}
"""By the format: whether a text is an everyday spelling, and what makes its value or raises `ValueError`."""
