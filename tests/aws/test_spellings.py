"""The scalars of AWS read and write what the tables in the documentation say, in JSON and in XML."""

from __future__ import annotations

import calendar
import json
import re
from base64 import b64encode
from datetime import UTC, datetime, time, timedelta, timezone
from email.utils import format_datetime
from math import isfinite
from time import asctime
from typing import Annotated, Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from returns.result import Success, safe

from ecr_decode import (
    BadValue,
    Codec,
    DecodeError,
    EncodeError,
    Malformed,
    Null,
    Problem,
    WrongKind,
    at,
    aws,
    dict_of,
    outcome,
)
from ecr_decode.node import kinds as n
from tests.tables import Row, code, rows

READ: tuple[tuple[Codec[Any], str], ...] = (
    (aws.integer, "### Integers"),
    (aws.long, "### Integers"),
    (aws.double, "### Doubles"),
    (aws.boolean, "### Booleans"),
    (aws.timestamp, "### Timestamps"),
    (aws.date_time, "### Timestamps"),
    (aws.http_date, "### Timestamps"),
    (aws.epoch_seconds, "### Timestamps"),
    (aws.blob, "### Blobs"),
)
SPELLINGS = [
    pytest.param(codec, row, id=f"{codec}-{row[0]}")
    for codec, heading in READ
    for row in rows("aws.md", heading)
]
WRITTEN = [pytest.param(row, id=f"{row[0]}-{row[1]}") for row in rows("aws.md", "## What is written")]


def spelled(cell: str) -> str:
    return "" if cell == "(empty)" else code(cell)


_BEYOND = ("expected an integer of 64 bits", "expected a number that a double can hold")


def shown(found: object) -> str:
    """Show what was read in the words of the tables."""
    match found:
        case DecodeError((Problem((), Malformed()),)):
            return "not JSON"
        case DecodeError((Problem((), WrongKind() | Null()),)):
            return "refused"
        case DecodeError((Problem((), BadValue(message)),)) if message in _BEYOND:
            return "refused"
        case datetime():
            return found.isoformat()
        case _:
            return repr(found)


@pytest.mark.parametrize(("codec", "row"), SPELLINGS)
def test_a_bare_spelling_is_read_as_the_table_says(codec: Codec[Any], row: Row) -> None:
    assert shown(outcome(codec.decode_json(spelled(row[0])))) == code(row[1])


@pytest.mark.parametrize(("codec", "row"), SPELLINGS)
def test_a_spelling_as_text_is_read_as_the_table_says(codec: Codec[Any], row: Row) -> None:
    text = spelled(row[0])
    read = {
        "JSON": codec.decode_json(json.dumps(text)),
        "a JSON tree": codec.of_json(text),
        "XML": codec.decode_xml(f"<root>{text}</root>"),
        "an XML tree": codec.of_xml(text),
        "an attribute beside it": codec.decode_xml(f'<root unit="s">{text}</root>'),
    }
    assert {way: shown(outcome(found)) for way, found in read.items()} == dict.fromkeys(read, code(row[2]))


@pytest.mark.parametrize(("codec", "row"), SPELLINGS)
def test_what_was_read_comes_back_from_each_form(codec: Codec[Any], row: Row) -> None:
    read = codec.of_json(spelled(row[0]))
    if not isinstance(read, Success):
        assert code(row[2]) == "refused"
        return
    value = read.unwrap()
    if codec == aws.http_date and value.microsecond:  # it holds whole seconds
        assert isinstance(codec.encode_json(value).failure(), EncodeError)
        return
    for back in (
        codec.decode_json(codec.encode_json(value).unwrap()),
        codec.of_json(codec.to_json(value).unwrap()),
        codec.decode_xml(codec.encode_xml(value).unwrap()),
        codec.of_xml(codec.to_xml(value).unwrap()),
    ):
        assert back.unwrap() == value or repr(back.unwrap()) == repr(value) == "nan"


@pytest.mark.parametrize("row", WRITTEN)
def test_a_value_is_written_as_the_table_says(row: Row) -> None:
    name, value, in_json, in_text = map(spelled, row)
    codec: Codec[Any] = getattr(aws, name.removeprefix("aws."))
    known = {"nan": float("nan"), "inf": float("inf")}
    written = datetime.fromisoformat(value) if value[10:11] == "T" else eval(value, known)
    assert codec.encode_json(written).unwrap().decode() == in_json
    assert codec.encode_xml(written, root="r").unwrap().decode() in {f"<r>{in_text}</r>", f"<r/>{in_text}"}
    assert at("x", codec).to_query(written).unwrap() == (("x", in_text),)


def is_scalar(value: object) -> bool:
    return isinstance(value, Codec) and isinstance(value.node, n.Scalar)


def test_the_tables_miss_no_scalar() -> None:
    scalars = {name for name in aws.__all__ if is_scalar(getattr(aws, name))}
    assert {f"aws.{name}" for name in scalars} == {
        code(row[0]) for row in rows("aws.md", "## What is written")
    }
    assert {getattr(aws, name) for name in scalars} == {codec for codec, _ in READ}


# the same as msgspec, and then a little more

INTEGER: Any = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
MOMENT: Any = Annotated[datetime, msgspec.Meta(tz=True)]
ORACLES: dict[str, tuple[Codec[Any], Any]] = {
    "integer": (aws.integer, INTEGER),
    "long": (aws.long, INTEGER),
    "double": (aws.double, float),
    "boolean": (aws.boolean, bool),
    "timestamp": (aws.timestamp, MOMENT),
    "blob": (aws.blob, bytes),
}
FOUR_DIGITS = datetime(1000, 1, 1)  # noqa: DTZ001 Hypothesis takes bounds without a zone
by_msgspec = safe(exceptions=(ValueError,))(msgspec.convert)

more_dates = re.compile(
    r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d{1,9})?)?|[A-Z][a-z]+,? .*\d\d:\d\d:\d\d (GMT|\d{4})", re.ASCII
)
digits = st.text("0123456789", min_size=1, max_size=20)
numerals = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(("", "-", "+")),
    digits,
    st.one_of(st.just(""), digits.map(".{}".format), st.just(".")),
    st.one_of(
        st.just(""),
        st.builds("{}{}{}".format, st.sampled_from("eE"), st.sampled_from(("", "-", "+")), digits),
    ),
)
moments = st.datetimes(timezones=st.one_of(st.just(UTC), st.just(timezone(timedelta(hours=-9, minutes=-30)))))
instants = st.builds(
    "{}-{}-{}{}{}:{}:{}{}".format,
    st.sampled_from(("0000", "0001", "1970", "2019", "2020", "9999", "019")),
    st.sampled_from(("00", "01", "02", "12", "13", "1")),
    st.sampled_from(("00", "01", "28", "29", "30", "31", "32")),
    st.sampled_from(("T", "t", " ", "", "_")),
    st.sampled_from(("00", "23", "24", "9")),
    st.sampled_from(("00", "59", "60")),
    st.sampled_from(("00", "59", "60", "5")),
    st.builds(
        "{}{}".format,
        st.sampled_from(("", ".", ".0", ".999999", ".9999999", ".1234567895", ",5")),
        st.sampled_from(("", "Z", "z", "+00:00", "-00:00", "+23:59", "-24:00", "+0100", "+01", " Z", "UTC")),
    ),
)
encoded = st.binary(max_size=9).map(b64encode).map(bytes.decode)
words = st.sampled_from(
    ("true", "True", "NaN", "nan", "inf", "-Infinity", "null", "yes", "0", "1", "", " 1", "1\n")
)


def with_mark(text: str, place: int, mark: str) -> str:
    return text[:place] + mark + text[place:]


texts = st.one_of(
    numerals,
    instants,
    moments.map(datetime.isoformat),
    words,
    st.text("0123456789+-.eE:TZ =/AaYyQq", max_size=12),
    st.integers().map(str),
    st.floats().map(repr),
    encoded,
    st.builds(with_mark, encoded, st.integers(0, 9), st.sampled_from("=-_ \n!é")),
)
values = st.one_of(
    texts, st.integers(), st.floats(), st.booleans(), st.integers(-70_000_000_000, 260_000_000_000)
)


def same(ours: object, theirs: object) -> bool:
    """Whether two values are spelled alike: their zone, the sign of their zero and NaN included."""
    return type(ours) is type(theirs) and repr(ours) == repr(theirs)


@pytest.mark.parametrize("name", ORACLES)
@settings(max_examples=settings().max_examples * 8)
@given(values)
@example("9007199254740992.0")
@example("9007199254740994.0")
@example(253402300799.99999)
@example(253402300800)
@example("1e400")
def test_a_spelling_is_read_as_msgspec_reads_it(name: str, value: str | int | float | bool) -> None:
    codec, kind = ORACLES[name]
    ours, theirs = outcome(codec.of_json(value)), by_msgspec(value, kind, strict=False)
    if isinstance(value, float) and not isfinite(value) and name != "double":
        assert shown(ours) == "refused"
    elif isinstance(theirs, Success):
        assert same(ours, theirs.unwrap())
    elif name == "timestamp" and isinstance(value, str) and more_dates.fullmatch(value):
        assert isinstance(ours, DecodeError) or ours.tzinfo is UTC
    else:
        assert shown(ours) == "refused"


@given(st.sampled_from(sorted(ORACLES)), values)
def test_the_way_a_spelling_comes_changes_nothing(name: str, value: str | int | float | bool) -> None:
    codec, _ = ORACLES[name]
    tree = outcome(codec.of_json(value))
    if isinstance(value, str):
        assert shown(outcome(codec.of_xml(value))) == shown(tree)
    if isinstance(value, str) or (isfinite(value) and abs(value) < 2**63):
        assert same(outcome(codec.decode_json(json.dumps(value))), tree)


@given(st.datetimes())
def test_without_a_zone_a_time_is_in_utc(local: datetime) -> None:
    expected = local.replace(tzinfo=UTC)
    assert aws.timestamp.of_json(local.isoformat()).unwrap() == expected
    assert aws.timestamp.of_json(local.isoformat(sep=" ")).unwrap() == expected
    assert aws.timestamp.of_json(str(local.date())).unwrap() == datetime.combine(local, time(), UTC)


@given(st.datetimes(FOUR_DIGITS).map(lambda moment: moment.replace(microsecond=0, tzinfo=UTC)))
@example(datetime(2019, 2, 1, 18, tzinfo=UTC))
@example(datetime(1970, 1, 1, tzinfo=UTC))
@example(datetime(2069, 12, 31, 23, 59, 59, tzinfo=UTC))
def test_http_dates_are_read_in_all_three_forms(moment: datetime) -> None:
    clock = f"{moment:%H:%M:%S}"
    month, weekday = calendar.month_abbr[moment.month], calendar.day_name[moment.weekday()]
    assert aws.timestamp.of_json(format_datetime(moment, usegmt=True)).unwrap() == moment
    assert aws.timestamp.of_json(asctime(moment.timetuple())).unwrap() == moment
    if 1970 <= moment.year <= 2069:
        short = f"{weekday}, {moment.day:02}-{month}-{moment.year % 100:02} {clock} GMT"
        assert aws.timestamp.of_json(short).unwrap() == moment


@given(moments)
def test_a_moment_comes_back_or_is_refused(moment: datetime) -> None:
    for written, read in (
        (aws.timestamp.encode_json(moment), aws.timestamp.decode_json),
        (aws.timestamp.encode_xml(moment), aws.timestamp.decode_xml),
    ):
        match outcome(written):
            case bytes() as text:
                assert read(text).unwrap() == moment
            case error:
                assert isinstance(error, EncodeError)


@pytest.mark.parametrize(
    ("year", "microsecond", "comes_back"),
    [(1698, 1, True), (2242, 1, True), (2243, 1, False), (1697, 1, False), (2243, 0, True), (1, 0, True)],
)
def test_a_number_holds_microseconds_from_1698_to_2242(year: int, microsecond: int, comes_back: bool) -> None:
    moment = datetime(year, 1, 2, 3, 4, 5, microsecond, UTC)
    assert isinstance(aws.timestamp.encode_json(moment), Success) is comes_back
    assert isinstance(aws.timestamp.encode_xml(moment), Success)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-1))),
    ],
)
def test_a_moment_that_utc_cannot_hold_is_refused(moment: datetime) -> None:
    assert isinstance(aws.timestamp.encode_json(moment).failure(), EncodeError)
    assert isinstance(aws.timestamp.encode_xml(moment).failure(), EncodeError)


def test_the_form_that_the_service_sends_is_read() -> None:
    wire = b'{"createdAt":1.549908E9,"imagePushedAt":1.486062912E9,"zero":0.0}'
    read = dict_of(aws.timestamp).decode_json(wire).unwrap()
    assert [moment.isoformat() for moment in read.values()] == [
        "2019-02-11T18:00:00+00:00",
        "2017-02-02T19:15:12+00:00",
        "1970-01-01T00:00:00+00:00",
    ]


@given(st.floats())
def test_every_double_comes_back(number: float) -> None:
    assert same(aws.double.decode_json(aws.double.encode_json(number).unwrap()).unwrap(), number)
    assert same(aws.double.decode_xml(aws.double.encode_xml(number).unwrap()).unwrap(), number)


@given(st.integers(-(2**63), 2**63 - 1))
def test_every_integer_of_64_bits_is_exact(number: int) -> None:
    for codec in (aws.integer, aws.long):
        assert codec.decode_json(codec.encode_json(number).unwrap()).unwrap() == number
        assert codec.decode_json(f'"{number}"').unwrap() == number
        assert codec.decode_xml(codec.encode_xml(number).unwrap()).unwrap() == number


@given(st.binary())
def test_every_blob_comes_back(content: bytes) -> None:
    assert aws.blob.encode_json(content).unwrap() == b'"%s"' % b64encode(content)
    assert aws.blob.decode_json(aws.blob.encode_json(content).unwrap()).unwrap() == content
    assert aws.blob.decode_xml(aws.blob.encode_xml(content).unwrap()).unwrap() == content


@pytest.mark.parametrize(
    ("codec", "value"),
    [
        (aws.integer, True),
        (aws.integer, 2**63),
        (aws.integer, 1.0),
        (aws.integer, "1"),
        (aws.double, "1"),
        (aws.double, True),
        (aws.boolean, 1),
        (aws.timestamp, 0),
        (aws.timestamp, datetime(2019, 2, 11)),  # noqa: DTZ001 no zone on purpose
        (aws.blob, "YQ=="),
        (aws.blob, None),
    ],
)
def test_writing_takes_the_value_only_and_no_spelling_of_it(codec: Codec[Any], value: object) -> None:
    assert isinstance(codec.encode_json(value).failure(), EncodeError)
    assert isinstance(codec.to_value(value).failure(), EncodeError)
