"""Scalars of XML, alone and as alternatives: compiled source does what the plain interpreters do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    array,
    attribute,
    aws,
    base64_bytes,
    big_integer,
    boolean,
    case,
    decimal,
    enum_of,
    field,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    literal,
    nullable,
    number,
    one_of,
    plain_only,
    record,
    string,
    text,
    uuid_text,
)
from ecr_decode.node.style import XmlHint
from ecr_decode.read.reader import Reader
from ecr_decode.write.writer import Writer


class Way(Enum):
    UP = "up"
    SEVEN = 7


SCALARS: dict[str, Codec[Any]] = {
    "string": string,
    "integer": integer,
    "number": number,
    "boolean": boolean,
    "big_integer": big_integer,
    "decimal": decimal,
    "base64_bytes": base64_bytes,
    "enum_of": enum_of(Way),
    "literal": literal("a", 7, True),
    "iso_date": iso_date,
    "iso_datetime": iso_datetime,
    "iso_time": iso_time,
    "uuid_text": uuid_text,
    "aws.integer": aws.integer,
    "aws.double": aws.double,
    "aws.boolean": aws.boolean,
    "aws.timestamp": aws.timestamp,
    "aws.epoch_seconds": aws.epoch_seconds,
    "aws.http_date": aws.http_date,
}
TEXTS = (
    *(
        "",
        " ",
        "a",
        "up",
        "7",
        " 7 ",
        "007",
        "+7",
        "-7",
        "-0",
        "0",
        "7.0",
        "7e2",
        "1e999",
        "true",
        "True",
        "no",
    ),
    *("NaN", "Infinity", "9223372036854775808", "123456789012345678901234567890", "0.1", ".5", "0x7", "7_0"),
    *("\u0667", "QUI=", "QUI", "Q UI=", "2026-01-02", " 2026-01-02", "2026-01-02T03:04:05Z", "03:04:05Z"),
    *("2026-01-02 03:04:05Z", "2026-02-30", "1767323045", "1767323045.5", "99999999999", "-1767323045"),
    *("00000000-0000-0000-0000-000000000007", "abcdefab-cdef-abcd-efab-cdefabcdefab"),
    *("Fri, 02 Jan 2026 03:04:05 GMT", "12345678901", "null", "<b/>", "7<!-- -->7"),
)
ZONE = timezone(timedelta(hours=5, minutes=30))
VALUES: dict[str, list[Any]] = {
    "aws.epoch_seconds": [
        datetime(2026, 1, 2, tzinfo=UTC),
        datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1970, 1, 1, 0, 0, 0, 7, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(1900, 1, 1, tzinfo=ZONE),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(2026, 1, 2),  # noqa: DTZ001
        date(2026, 1, 2),
    ],
    "iso_datetime": [
        datetime(2026, 1, 2, tzinfo=ZONE),
        datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=ZONE),
        datetime(2026, 1, 2, tzinfo=timezone(timedelta(0), "other")),
        datetime(2026, 1, 2, tzinfo=timezone(timedelta(seconds=1))),
        datetime(1, 1, 1, tzinfo=ZONE),
        datetime(2026, 1, 2, fold=1, tzinfo=ZONE),
        datetime(2026, 1, 2),  # noqa: DTZ001
    ],
    "iso_time": [time(3, 4, tzinfo=ZONE), time(3, 4, 5, 6, tzinfo=timezone(-timedelta(hours=2))), time(3)],
    "number": [5.0, 5, 0.1, 1e16, 1e-7, -0.0, 1e308, True, float("nan")],
    "integer": [5, 0, -1, 2**63, True, 5.0],
    "string": ["", "5", "5.0", "up", "a b", "2026-01-02", 5],
    "big_integer": [0, -1, 10**40, 10**41, True],
    "base64_bytes": [b"", b"a", bytes(range(256)), bytearray(b"a")],
    "decimal": [Decimal("1.50"), Decimal("1E+5"), Decimal("NaN")],
}

PLACES: dict[str, Callable[[Codec[Any]], Codec[Any]]] = {
    "alone": lambda codec: codec,
    "null or": nullable,
    "in a list": array,
}


def agree(run: Any, *given: Any) -> None:
    run(*given)
    fast = repr(run(*given))
    with plain_only():
        assert repr(run(*given)) == fast, given


@pytest.mark.parametrize("name", SCALARS)
@pytest.mark.parametrize("where", PLACES)
def test_texts_are_read_and_values_written_alike(name: str, where: str) -> None:
    codec = PLACES[where](SCALARS[name])
    for spelled in TEXTS:
        agree(
            codec.decode_xml,
            f"<r>{spelled}</r>" if where != "in a list" else f"<r><item>{spelled}</item></r>",
        )
    for value in VALUES.get(name, []):
        agree(codec.encode_xml, (value,) if where == "in a list" else value)


@pytest.mark.parametrize("first", SCALARS)
def test_alternatives_are_tried_alike(first: str) -> None:
    for second, other in SCALARS.items():
        either: Codec[Any] = SCALARS[first] | other
        codec: Codec[Any] = array(either)
        for spelled in TEXTS:
            agree(codec.decode_xml, f"<r><item>{spelled}</item></r>")
        for value in (*VALUES.get(first, []), *VALUES.get(second, [])):
            agree(codec.encode_xml, (value,))


HINTS: dict[str, tuple[XmlHint, str]] = {
    "an attribute": (attribute, '<r a="{}"/>'),
    "the text of an element": (text, "<r>{}</r>"),
}


@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize("first", SCALARS)
def test_alternatives_are_tried_alike_in_other_places(first: str, hint: str) -> None:
    xml, document = HINTS[hint]
    for second in ("string", "integer", "number", "boolean", "iso_date"):
        either: Codec[Any] = SCALARS[first] | SCALARS[second]
        by_name: Codec[Any] = record(SimpleNamespace, a=field("a", either, xml=xml))
        for spelled in TEXTS:
            if "<" not in spelled:
                agree(by_name.decode_xml, document.format(spelled))
        for value in (*VALUES.get(first, []), *VALUES.get(second, [])):
            agree(by_name.encode_xml, SimpleNamespace(a=value))


EVERYDAY: list[tuple[Codec[Any], Any]] = [
    (one_of(case("count", integer) | case("share", number)), 2.5),
    (one_of(case("count", integer) | case("text", string)), "a b"),
    (iso_datetime, datetime(2026, 1, 2, tzinfo=ZONE)),
    (record(SimpleNamespace, a=field("a", integer | string, xml=attribute)), SimpleNamespace(a="b")),
    (record(SimpleNamespace, a=field("a", enum_of(Way) | string, xml=text)), SimpleNamespace(a=Way.UP)),
    (aws.epoch_seconds, datetime(2026, 1, 2, tzinfo=UTC)),
    (base64_bytes, b"abc"),
    (big_integer, 10**30),
    (uuid_text, UUID(int=7)),
]


@pytest.mark.parametrize(("codec", "value"), EVERYDAY, ids=[str(codec) for codec, _ in EVERYDAY])
def test_everyday_values_need_no_plain_interpreter(
    codec: Codec[Any], value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = codec.encode_xml(value).unwrap()
    for _ in range(3):
        assert codec.encode_xml(value) == Success(raw)
        assert codec.decode_xml(raw) == Success(value)
    monkeypatch.setattr(Writer, "write", None)
    monkeypatch.setattr(Reader, "read", None)
    assert codec.encode_xml(value) == Success(raw)
    assert codec.decode_xml(raw) == Success(value)
