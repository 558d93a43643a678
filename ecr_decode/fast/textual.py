"""Texts that spell values: the everyday spellings, which C reads quickly."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, time
from functools import partial
from itertools import accumulate, chain
from typing import Annotated, Any, NamedTuple
from uuid import UUID

import msgspec

from ..node import kinds as n
from ..node.facts import facts
from ..node.kinds import TextFormat
from ..read.lenient import MONTHS
from .convert import converter

OfText = Callable[[str], Any]

_TIME = r"(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:[0-5]\d)"
_DAY = rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) ({'|'.join(MONTHS)}) (\d{{4}})"
_HTTP_DATE = re.compile(rf"{_DAY} ((?:[01]\d|2[0-3]):\d\d:\d\d) GMT", re.ASCII).fullmatch
_MONTHS = {month: f"{number:02}" for number, month in enumerate(MONTHS, 1)}
_NEXT_DAY = sys.version_info >= (3, 13)
"""Whether Python takes the hour 24 for the next day's first; earlier versions refuse it."""

_TUPLE: Any = tuple  # a generic alias made at run time, which the type checkers need not follow
_ZONED = msgspec.Meta(tz=True)


class Spelling(NamedTuple):
    """How texts of one format spell values."""

    usual: str
    """The source that knows the most frequent spelling."""
    match: Callable[[str], object]
    """What knows the everyday spellings; it gives None for others."""
    make: OfText
    """What makes the value of an everyday spelling, or raises."""
    fit: Callable[[Collection[str]], bool]
    """Whether all that msgspec reads of some texts is right."""
    kind: Any
    """The type that msgspec reads."""
    few: int
    """So many are read one by one in less time than together."""


def _clocks_fit(texts: Collection[str], seconds: int, dashes: int) -> bool:
    """Whether what msgspec reads is what RFC 3339 says; `seconds` end there, after so many dashes.

    msgspec also takes a blank between day and time, an offset without a colon, and rounds what is too exact.
    """
    joined, lengths = "".join(texts), {*map(len, texts)}
    if " " in joined or not lengths:
        return False
    is_utc = "+" not in joined and joined.count("-") == dashes * len(texts)
    if is_utc and max(lengths) <= seconds + len(".123456Z"):
        return True
    length = lengths.pop()
    has_colons = not lengths and not joined[length - 3 :: length].strip(":")
    return has_colons and seconds + len("+00:00") <= length <= seconds + len(".123456+00:00")


def _have_dashes(texts: Collection[str]) -> bool:
    """Whether no UUID among these is spelled without dashes, which takes 32 characters."""
    return len("".join(texts)) == 36 * len(texts)


def _in_utc(places: str, marks: str, hour: str, seconds: int) -> str:
    """The source that knows a time in UTC by marks; its `seconds` end there, or have a fraction."""
    few_digits = f"{{0}}[-1] == 'Z' and {seconds + 2} < len({{0}}) < {seconds + 9}"
    whole, exact = f"{{0}}[{places}] == '{marks}Z'", f"{{0}}[{places}] == '{marks}.' and {few_digits}"
    return f"({whole} or {exact})" + (f" and {{0}}[{hour}] < '24'" if _NEXT_DAY else "")


SPELLINGS: dict[TextFormat, Spelling] = {
    TextFormat.DATE_TIME: Spelling(
        usual=_in_utc("4:20:3", "--T::", "11:13", 19),
        match=re.compile(rf"\d{{4}}-\d\d-\d\dT{_TIME}", re.ASCII).fullmatch,
        make=datetime.fromisoformat,
        fit=partial(_clocks_fit, seconds=19, dashes=2),
        kind=Annotated[datetime, _ZONED],
        few=8,
    ),
    TextFormat.TIME: Spelling(
        usual=_in_utc("2:9:3", "::", ":2", 8),
        match=re.compile(_TIME, re.ASCII).fullmatch,
        make=time.fromisoformat,
        fit=partial(_clocks_fit, seconds=8, dashes=0),
        kind=Annotated[time, _ZONED],
        few=8,
    ),
    TextFormat.UUID: Spelling(
        usual="len({0}) == 36",
        match=re.compile(".{36}").fullmatch,
        make=converter(UUID),
        fit=_have_dashes,
        kind=UUID,
        few=1,
    ),
}
"""The formats that msgspec does not read as they are."""

LENGTHS: dict[TextFormat, tuple[int, int]] = {
    TextFormat.DATE: (10, 10),
    TextFormat.DATE_TIME: (20, sys.maxsize),
    TextFormat.TIME: (9, sys.maxsize),
    TextFormat.UUID: (36, 36),
}
"""How long the texts of a format are."""


def everyday(form: TextFormat, other: OfText) -> OfText:
    """What reads everyday spellings quickly, and leaves the others to another function."""
    if form not in SPELLINGS:
        return other
    spelling = SPELLINGS[form]
    match, make = spelling.match, spelling.make

    def read(text: str) -> Any:
        if match(text) is not None:
            try:
                return make(text)
            except (ValueError, msgspec.MsgspecError):  # a date that no calendar has
                pass
        return other(text)

    return read


def http_date(other: OfText) -> OfText:
    """The same for dates as HTTP spells them."""

    def read(text: Any) -> Any:
        found = _HTTP_DATE(text) if type(text) is str else None
        if found is not None:
            day, month, year, clock = found.groups()
            try:
                return datetime.fromisoformat(f"{year}-{_MONTHS[month]}-{day}T{clock}+00:00")
            except ValueError:
                pass
        return other(text)

    return read


_FIRST = {"null": "n", "boolean": "tf", "number": "-0123456789", "string": '"', "array": "[", "object": "{"}


def may_be_json(node: n.JsonText) -> Callable[[str], object]:
    """What tells by its first characters that a text may be JSON which a node reads; others never are."""
    first = "\ufeff" + "".join(_FIRST[kind] for kind in facts(node.item).reads)
    return re.compile(f"[ \t\n\r]*[{re.escape(first)}]").match


def all_of(form: TextFormat, other: OfText) -> Callable[[Collection[str]], Any]:
    """What reads texts together where msgspec reads all of them as RFC 3339 does, and else one by one."""
    spelling = SPELLINGS[form]
    fit, many, one = spelling.fit, converter(_TUPLE[spelling.kind, ...]), everyday(form, other)

    def read(texts: Collection[str]) -> Any:
        if fit(texts):
            try:
                return many([*texts])
            except (ValueError, msgspec.MsgspecError):
                pass
        return [one(text) for text in texts]

    return read


def but_null(read: Callable[[Collection[str]], Any]) -> Callable[[Collection[str | None]], Any]:
    """The same for texts of which some are null."""

    def read_some(texts: Collection[str | None]) -> Any:
        found = iter(read([text for text in texts if text is not None]))
        return [None if text is None else next(found) for text in texts]

    return read_some


def in_groups(read: Callable[[Collection[Any]], Any]) -> Callable[[Collection[Sequence[Any]]], Any]:
    """The same for lists of texts, each of which becomes a tuple."""

    def read_groups(groups: Collection[Sequence[Any]]) -> Any:
        found = tuple(read([*chain.from_iterable(groups)]))
        ends = [*accumulate(map(len, groups))]
        return [found[start:end] for start, end in zip((0, *ends), ends, strict=False)]

    return read_groups
