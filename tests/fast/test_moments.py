"""Lists and maps of dates, times and UUIDs: read and written together, as each of them is alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import format_datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import (
    Codec,
    Record,
    array,
    aws,
    decimal,
    dict_of,
    field,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    nullable,
    plain_only,
    string,
    tuple_of,
    uuid_text,
)


class Free(Record):
    found: tuple[Any, ...] = field("found", array(json_value))
    days: tuple[Any, ...] = field("days", array(iso_date), default=())
    moments: tuple[Any, ...] = field("moments", array(iso_datetime), default=())
    keys: tuple[Any, ...] = field("keys", array(uuid_text), default=())


class Day(date):
    """A date of another class."""


class Moment(datetime):
    """A time of another class."""


class Name(UUID):
    """A UUID of another class."""


class Wild(tzinfo):
    """A zone that does not say how far from UTC it is."""

    def utcoffset(self, _: datetime | None) -> timedelta | None:
        return None

    dst = utcoffset

    def tzname(self, _: datetime | None) -> str | None:
        return None


_KEY = UUID(int=1)
_MOMENTS: list[Any] = [
    datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC), datetime(2024, 1, 2, 3, 4, 5, 600, tzinfo=UTC),
    datetime(2024, 10, 27, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1),
    datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    datetime(2024, 1, 2, tzinfo=timezone(timedelta(0), "Zero")), datetime(2024, 1, 2, tzinfo=ZoneInfo("UTC")),
    datetime(2024, 1, 2, tzinfo=timezone(timedelta(seconds=1))),
    datetime(1900, 1, 1, tzinfo=ZoneInfo("Europe/Paris")), datetime(2024, 1, 2, tzinfo=Wild()),
    datetime(2024, 1, 2, tzinfo=UTC).replace(tzinfo=None), Moment(2024, 1, 2, tzinfo=UTC), date(2024, 1, 2),
    "2024-01-02T03:04:05Z", 7, None,
]  # fmt: skip
_DAYS: list[Any] = [
    date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31), Day(2024, 1, 2), _MOMENTS[0], "2024-01-02", None,
]  # fmt: skip
_KEYS: list[Any] = [_KEY, UUID(int=2**128 - 1), Name(int=5), str(_KEY), 1, b"0123456789abcdef", None]
_TIMES: list[Any] = [
    time(3, 4, 5, tzinfo=UTC), time(3, 4, 5, 6, tzinfo=UTC), time(3, tzinfo=timezone(timedelta(hours=2))),
    time(3, tzinfo=timezone(timedelta(0), "Zero")), time(3), "03:04:05Z", None,
]  # fmt: skip
_KINDS: list[tuple[Codec[Any], list[Any]]] = [
    (iso_datetime, _MOMENTS), (iso_date, _DAYS), (uuid_text, _KEYS), (iso_time, _TIMES),
]  # fmt: skip


def around(item: Codec[Any], some: tuple[Any, ...]) -> list[tuple[Codec[Any], Any]]:
    """Descriptions that hold such values, and the values in them."""
    return [
        (array(item), some),
        (array(array(item)), (some, (), some[:1])),
        (dict_of(array(nullable(item))), {"a": some, "b": (None, *some)}),
        (dict_of(item), {f"k{index}": each for index, each in enumerate(some)}),
        (array(tuple_of(item, string)), tuple((each, "a") for each in some)),
        (array(tuple_of(item, decimal)), tuple((each, decimal.of_json(1).unwrap()) for each in some)),
        (tuple_of(item, rest=item), some),
        (json_text(array(item)), some),
    ]


@pytest.mark.parametrize(("item", "values"), _KINDS, ids=("moments", "days", "keys", "times"))
def test_values_are_written_together_as_each_is_alone(item: Codec[Any], values: list[Any]) -> None:
    for value in values:
        for some in ((value,), (values[0], value), (value, values[0], value)):
            for codec, whole in around(item, some):
                found = [verb(whole) for verb in (codec.encode_json, codec.to_json) for _ in range(4)]
                with plain_only():
                    plain = [verb(whole) for verb in (codec.encode_json, codec.to_json) for _ in range(4)]
                assert found == plain, (codec, whole)


@pytest.mark.parametrize("value", _MOMENTS + _DAYS + _KEYS)
def test_values_beside_any_json_are_written_as_each_is_alone(value: Any) -> None:
    for name in ("days", "moments", "keys"):
        given = Free(found=(1, "a"), **{name: (value,)})
        found = [given.encode_json() for _ in range(4)]
        with plain_only():
            assert found == [given.encode_json()] * 4
    free = Free(found=(value,))
    with plain_only():
        plain = free.encode_json()
    assert [free.encode_json() for _ in range(4)] == [plain] * 4


_ZONES = st.timezones() | st.builds(timezone, st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))


@given(st.lists(st.datetimes(timezones=_ZONES | st.just(UTC)), min_size=1))
def test_times_in_any_zone_are_written_as_each_is_alone(moments: list[datetime]) -> None:
    codec = array(iso_datetime)
    with plain_only():
        plain = codec.encode_json(tuple(moments))
    assert codec.encode_json(tuple(moments)) == plain


_TEXTS: list[tuple[Codec[Any], list[str]]] = [
    (
        iso_datetime,
        [
            "2024-01-02T03:04:05Z", "2024-02-29T00:00:00Z", "2024-01-02T03:04:05.678901Z",
            "2024-01-02t03:04:05z", "2024-01-02T03:04:05+02:00", "2024-01-02T24:00:00Z",
            "2023-02-29T00:00:00Z",
            "2024-01-02T03:04:60Z", "2024-01-02T03:04:05Z ", "2024-01-02T03:04:05ZZ", "2024-01-0aT03:04:05Z",
            "٢٠٢٤-01-02T03:04:05Z", "0000-01-01T00:00:00Z", "2024-01-02T03:04:05", "", "Z", "a--T::Z",
            "2024-01-02 03:04:05Z", "2024-01-02T03:04:05+0200", "2024-01-02T03:04:05-0200",
            "2024-01-02T03:04:05.1234567Z", "2024-01-02T03:04:05.1234567+02:00", "2024-01-02T03:04:05-23:59",
            "2024-01-02T03:04:05.123456-00:00", "2024-01-02T03:04:05.Z", "2024-W01-1T03:04:05Z",
            "2024-01-02T03:04:05+24:00", "2024-01-02T03:04:05+02:60", "20240102T030405Z",
        ],
    ),
    (
        iso_time,
        [
            "03:04:05Z", "23:59:59Z", "24:00:00Z", "03:04:60Z", "03:04:05.5Z", "03:04:05Zjunk", "aa:aa:aaZ",
            "03:04:05+0200", "03:04:05.1234567Z", "03:04:05-02:00", "T03:04:05Z", "03:04:05.123456+02:00",
            "03:04:05 Z", "030405Z", "",
        ],
    ),
    (
        uuid_text,
        [
            str(_KEY), str(_KEY).upper(), _KEY.hex, f"{{{_KEY}}}"[:36], "0" * 36, f"{_KEY.hex}----",
            "é" * 36, "00000000-0000-0000-0000-00000000000g", f"urn:uuid:{_KEY}", "",
        ],
    ),
    (iso_date, ["2024-02-29", "2023-02-29", "20240102", "2024-01-02T00:00:00Z", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "texts"), _TEXTS, ids=("moments", "times", "keys", "days"))
def test_texts_are_read_together_as_each_is_alone(item: Codec[Any], texts: list[str]) -> None:
    for text in texts:
        for some in (
            [text],
            [texts[0], text],
            [text] * 9,
            [*texts[:1] * 9, text],
            [*texts[:1] * 9, None, text],
            [texts[0], text, 1, None],
        ):
            named = {f"k{index}": each for index, each in enumerate(some)}
            listed = {f"{name}{times}": [None, each] for times in "abc" for name, each in named.items()}
            read: list[tuple[Codec[Any], Any]] = [
                (array(item), some), (array(array(item)), [some, []]), (dict_of(item), named),
                (array(array(item)), [some, [], *([each] for each in some)] * 3),
                (dict_of(array(nullable(item))), listed),
                (dict_of(nullable(item)), named), (array(nullable(item)), some),
            ]  # fmt: skip
            for codec, tree in read:
                raw = orjson.dumps(tree)
                found = [(codec.decode_json(raw), codec.of_json(tree)) for _ in range(4)]
                with plain_only():
                    plain = codec.decode_json(raw), codec.of_json(tree)
                assert found == [plain] * 4


_MOMENTS_READ, _TIMES_READ = array(iso_datetime), array(iso_time)
_NEARLY = st.lists(st.text("0123456789-+:.TtZz ", max_size=3), min_size=3, max_size=3)


@given(_NEARLY, st.data())
def test_what_nearly_is_a_time_is_read_together_as_alone(changes: list[str], data: st.DataObject) -> None:
    texts: list[str] = []
    for change in changes:
        text = data.draw(st.sampled_from(_TEXTS[0][1]))
        place = data.draw(st.integers(0, len(text)))
        texts.append(text[:place] + change + text[place + data.draw(st.integers(0, 2)) :])
    for many in (texts * 4, *([text] * 9 for text in texts)):
        clocks = [text[11:] for text in many]
        with plain_only():
            plain = _MOMENTS_READ.of_json(many), _TIMES_READ.of_json(clocks)
        assert (_MOMENTS_READ.of_json(many), _TIMES_READ.of_json(clocks)) == plain


_WHOLE = st.datetimes(timezones=_ZONES | st.just(UTC)).map(lambda found: found.replace(microsecond=0))


@given(_WHOLE, _NEARLY, st.data())
def test_dates_of_http_are_read_and_written_as_plainly(
    moment: datetime, changes: list[str], data: st.DataObject
) -> None:
    codec, at_second = aws.http_date, moment.astimezone(UTC) if 1 < moment.year < 9999 else moment
    written = [codec.encode_json(at_second), codec.encode_xml(at_second), codec.encode_json(moment)]
    text = format_datetime(at_second.replace(tzinfo=UTC), usegmt=True)
    for change in ("", *changes):
        place = data.draw(st.integers(0, len(text)))
        near = text[:place] + change + text[place + data.draw(st.integers(0, 2)) :] if change else text
        raw = f"<r>{near}</r>"
        read = codec.of_json(near), codec.decode_xml(raw)
        with plain_only():
            assert repr((codec.of_json(near), codec.decode_xml(raw))) == repr(read)
    with plain_only():
        plain = [codec.encode_json(at_second), codec.encode_xml(at_second), codec.encode_json(moment)]
    assert written == plain
