"""Strategies for scalars, and the sizes of texts and containers."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ..node import kinds as n
from ..node.constraint import compiled
from ..write.text import epoch
from .short_pattern import short_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

Values: TypeAlias = SearchStrategy[Any]

_MOST_CHARACTERS = 20
_MOST_REPEATED = 3
_FIRST, _LAST = datetime(1698, 1, 1), datetime(2242, 1, 1)  # noqa: DTZ001 the strategy adds the zone


def scalars(node: n.ScalarNode, hint: n.Constraint) -> Values:
    """Strategy for the values of a scalar, most of which keep the hint."""
    match node:
        case n.String():
            return texts(hint)
        case n.Integer():
            return _integers(hint)
        case n.Number():
            return doubles(hint, infinite=node.lenient)
        case n.Bool():
            return st.booleans()
        case n.BigInteger():
            return st.integers(_bound(math.ceil, hint.minimum), _bound(math.floor, hint.maximum))
        case n.Decimal():
            return st.decimals(hint.minimum, hint.maximum, allow_nan=False, allow_infinity=False)
        case n.Textual(format=form):
            return _TEXTUAL[form]
        case n.FormattedTime(format=n.TimeFormat.HTTP_DATE):
            return _MOMENTS.map(lambda moment: moment.replace(microsecond=0))
        case n.Timestamp() | n.FormattedTime():
            return _MOMENTS
        case n.Blob():
            least, most = sizes(hint.min_length, hint.max_length, _MOST_CHARACTERS)
            return st.binary(min_size=least, max_size=most)
        case n.Enumeration():
            known = st.sampled_from([node.cls(value) for value in node.values])
            return known | texts(hint).map(node.cls) if node.open else known
        case n.Literal():
            return st.sampled_from(node.values)
        case n.JsonNull():
            return st.none()
        case _:
            assert_never(node)


def texts(hint: n.Constraint) -> SearchStrategy[str]:
    """Strategy for texts; those of a pattern are short, because Hypothesis draws each character."""
    if hint.pattern is not None:
        more = max(_MOST_REPEATED, hint.min_length or 0)
        return st.from_regex(compiled(short_pattern(hint.pattern, more)), fullmatch=True)
    least, most = sizes(hint.min_length, hint.max_length, _MOST_CHARACTERS)
    return st.text(st.characters(codec="utf-8"), min_size=least, max_size=most)


def _integers(hint: n.Constraint) -> SearchStrategy[int]:
    least = SMALLEST_INTEGER if hint.minimum is None else max(SMALLEST_INTEGER, math.ceil(hint.minimum))
    most = LARGEST_INTEGER if hint.maximum is None else min(LARGEST_INTEGER, math.floor(hint.maximum))
    return st.integers(least, most) if least <= most else st.nothing()


def doubles(hint: n.Constraint, *, infinite: bool) -> SearchStrategy[float]:
    """Doubles that equal themselves."""
    least = None if hint.minimum is None else float(hint.minimum)
    most = None if hint.maximum is None else float(hint.maximum)
    infinite = infinite and (least is None or most is None)
    return st.floats(least, most, allow_nan=False, allow_infinity=infinite)


def sizes(least: int | None, most: int | None, usual: int) -> tuple[int, int]:
    """The least and the largest size; the largest is `usual` above the least, or a smaller limit."""
    least = least or 0
    return least, least + usual if most is None else max(least, min(most, least + usual))


def _bound(rounded: Callable[[float], int], limit: float | None) -> int | None:
    return None if limit is None or not math.isfinite(limit) else rounded(limit)


def _has_an_epoch(moment: datetime) -> bool:
    return epoch(moment) is not None


_MOMENTS: Values = st.datetimes(_FIRST, _LAST, timezones=st.just(UTC)).filter(_has_an_epoch)
_OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_TEXTUAL: dict[n.TextFormat, Values] = {
    n.TextFormat.DATE: st.dates(),
    n.TextFormat.DATE_TIME: st.datetimes(timezones=_OFFSETS),
    n.TextFormat.TIME: st.times(timezones=_OFFSETS),
    n.TextFormat.UUID: st.uuids(),
}
