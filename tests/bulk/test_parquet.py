"""Parquet: each node has a column, of which the type is known from the codec and the value from the JSON."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow.parquet as pyarrow_parquet
import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    array,
    at,
    aws,
    base64_bytes,
    big_integer,
    boolean,
    by_kind,
    case,
    decimal,
    dict_of,
    documents,
    enum_of,
    field,
    inline,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    keep_text,
    keyed_union,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    record,
    string,
    tagged_union,
    tuple_of,
    uuid_text,
)
from ecr_decode.bulk import Item, convert_files, write_parquet
from ecr_decode.bulk.parquet.column import column_of
from tests.registry import Entry
from tests.structure import STRUCTURES

parquet: Any = pyarrow_parquet


class Color(Enum):
    RED = "red"


class Digit(Enum):
    ONE = 1


class Point(Record):
    x: int = field("x", integer)
    y: float | None = field("y", number, default=None)


class Circle(Record):
    radius: int = field("radius", integer)


class Square(Record):
    side: int = field("side", integer)


class Nothing(Record):
    pass


class Tree(Record):
    name: str = field("name", string)
    below: tuple[Tree, ...] = field("below", array(lazy(lambda: Tree.codec)), default=())


class Around(Record):
    case_: str = field("case", string)
    point: Point = inline(Point.codec)
    shape: Circle | Square | None = inline(
        tagged_union("kind", case("circle", Circle) | case("square", Square)), default=None
    )
    rest: dict[str, int] = others(integer, default_factory=dict)


class Taken(Record):
    rest: int = field("rest", integer)
    more: dict[str, Any] = others(json_value, default_factory=dict)


shapes = tagged_union("kind", case("circle", Circle) | case(("square", "box"), Square))
keyed: Codec[Any] = keyed_union(case("S", string) | case("N", integer) | otherwise(json_value))
told: Codec[Any] = by_kind(case("text", string) | case("many", array(integer)))
tried: Codec[Any] = one_of(case("case", Circle) | case("square", Square))

UTC_TIME = datetime(2024, 5, 1, 10, 0, 0, 123_000, tzinfo=UTC)

AROUND = (
    "struct<case: string, x: int64, y: double, "
    "shape: struct<case: string, circle: struct<radius: int64>, square: struct<side: int64>>, "
    "rest: map<string, int64>>"
)

COLUMNS: list[tuple[Codec[Any], str, str, object]] = [
    (boolean, "true", "bool", True),
    (integer, "3", "int64", 3),
    (number, "3", "double", 3.0),
    (aws.double, '"NaN"', "double", "nan"),
    (string, '"a"', "string", "a"),
    (null, "null", "null", None),
    (big_integer, "9" * 30, "string", "9" * 30),
    (decimal, "1.10", "string", "1.10"),
    (iso_datetime, '"2024-05-01T12:00:00.123+02:00"', "timestamp[us, tz=UTC]", UTC_TIME),
    (aws.timestamp, "1714557600.123", "timestamp[us, tz=UTC]", UTC_TIME),
    (aws.date_time, '"2024-05-01T10:00:00.123Z"', "timestamp[us, tz=UTC]", UTC_TIME),
    (
        aws.http_date,
        '"Wed, 01 May 2024 10:00:00 GMT"',
        "timestamp[us, tz=UTC]",
        UTC_TIME.replace(microsecond=0),
    ),
    (iso_date, '"2024-05-01"', "date32[day]", date(2024, 5, 1)),
    (iso_time, '"10:00:00Z"', "string", "10:00:00Z"),
    (uuid_text, '"12345678-1234-5678-1234-567812345678"', "string", "12345678-1234-5678-1234-567812345678"),
    (base64_bytes, '"AAE="', "binary", b"\0\1"),
    (enum_of(Color), '"red"', "string", "red"),
    (enum_of(Digit), "1", "int64", 1),
    (literal(True, False), "true", "bool", True),
    (literal("a", 1), "1", "string", "1"),
    (json_value, '{"a": [1, null]}', "string", '{"a":[1,null]}'),
    (keep_text(json_text(integer)), '" 1"', "string", " 1"),
    (json_text(Point.codec), '"{\\"x\\": 1}"', "struct<x: int64, y: double>", {"x": 1, "y": None}),
    (at("a", "b", integer, default=None), '{"a": {"b": 1}}', "int64", 1),
    (at("a", "b", integer, default=None), "{}", "int64", None),
    (
        array(iso_date),
        '["2024-05-01", "2024-05-02"]',
        "list<item: date32[day]>",
        [date(2024, 5, 1), date(2024, 5, 2)],
    ),
    (one_or_many(integer), "1", "list<item: int64>", [1]),
    (
        dict_of(iso_date, keys=integer),
        '{"1": "2024-05-01"}',
        "map<string, date32[day]>",
        [("1", date(2024, 5, 1))],
    ),
    (tuple_of(string, integer), '["a", 1]', "struct<0: string, 1: int64>", {"0": "a", "1": 1}),
    (
        tuple_of(string, rest=integer),
        '["a", 1, 2]',
        "struct<0: string, rest: list<item: int64>>",
        {"0": "a", "rest": [1, 2]},
    ),
    (nullable(integer), "null", "int64", None),
    (Nothing.codec, "{}", "string", "{}"),
    (
        shapes,
        '{"kind": "box", "side": 2}',
        "struct<case: string, circle: struct<radius: int64>, square: struct<side: int64>>",
        {"case": "square", "circle": None, "square": {"side": 2}},
    ),
    (
        keyed,
        '{"N": 1}',
        "struct<case: string, S: string, N: int64, otherwise: string>",
        {"case": "N", "S": None, "N": 1, "otherwise": None},
    ),
    (
        keyed,
        '{"B": 1}',
        "struct<case: string, S: string, N: int64, otherwise: string>",
        {"case": "otherwise", "S": None, "N": None, "otherwise": '{"B":1}'},
    ),
    (
        told,
        "[1]",
        "struct<case: string, text: string, many: list<item: int64>>",
        {"case": "many", "text": None, "many": [1]},
    ),
    (
        tried,
        '{"radius": 1}',
        "struct<case: string, case_: struct<radius: int64>, square: struct<side: int64>>",
        {"case": "case_", "case_": {"radius": 1}, "square": None},
    ),
    (
        integer | string | nullable(boolean),
        "1",
        "struct<case: string, integer: int64, string: string, boolean or null: bool>",
        {"case": "integer", "integer": 1, "string": None, "boolean or null": None},
    ),
    (
        Tree.codec,
        '{"name": "a", "below": [{"name": "b"}]}',
        "struct<name: string, below: list<item: string>>",
        {"name": "a", "below": ['{"name":"b","below":[]}']},
    ),
    (
        Around.codec,
        '{"case": "c", "x": 1, "kind": "circle", "radius": 2, "more": 3}',
        AROUND,
        {
            "case": "c",
            "x": 1,
            "y": None,
            "shape": {"case": "circle", "circle": {"radius": 2}, "square": None},
            "rest": [("more", 3)],
        },
    ),
    (
        Around.codec,
        '{"case": "c", "x": 1}',
        AROUND,
        {"case": "c", "x": 1, "y": None, "shape": None, "rest": []},
    ),
]


def table(path: Path, *values: tuple[Codec[Any], Any]) -> Any:
    items = [Item("", 1, Success(value)) for _, value in values]
    written = write_parquet(items, path, values[0][0]).unwrap()
    assert (written.items, written.failures) == (len(values), 0)
    return parquet.read_table(path)


@pytest.mark.parametrize(("codec", "text", "type_", "value"), COLUMNS)
def test_a_node_has_a_column(codec: Codec[Any], text: str, type_: str, value: object, tmp_path: Path) -> None:
    holder = record_of(codec)
    found = table(tmp_path / "a.parquet", (holder, holder.decode_json(f'{{"it": {text}}}').unwrap()))
    assert str(column_of(codec.node).type) == type_
    (row,) = found.to_pylist()
    assert row["it"] == value or (value == "nan" and row["it"] != row["it"])  # NaN is not itself


def record_of(codec: Codec[Any]) -> Codec[Any]:
    return record(SimpleNamespace, it=field("it", codec))


def test_the_members_of_a_record_are_the_columns(tmp_path: Path) -> None:
    found = table(tmp_path / "a", (Point.codec, Point(x=1)), (Point.codec, Point(x=2, y=0.5)))
    assert found.to_pylist() == [{"x": 1, "y": None}, {"x": 2, "y": 0.5}]
    found = table(tmp_path / "b", (nullable(Point.codec), None), (nullable(Point.codec), Point(x=2)))
    assert found.to_pylist() == [{"x": None, "y": None}, {"x": 2, "y": None}]
    found = table(tmp_path / "c", (array(integer), (1, 2)), (array(integer), ()))
    assert found.to_pylist() == [{"value": [1, 2]}, {"value": []}]
    taken = Taken(rest=1, more={"secret": [1]})
    found = table(tmp_path / "d", (Taken.codec, taken))
    assert found.to_pylist() == [{"rest": 1, "more": [("secret", "[1]")]}]


@pytest.mark.parametrize("name", STRUCTURES)
def test_any_codec_has_columns(name: str, tmp_path: Path) -> None:
    entry: Entry = STRUCTURES[name]
    found = table(tmp_path / "a", *[(entry.codec, entry.example)] * 2)
    one, two = found.to_pylist()
    assert repr(one) == repr(two)


def test_records_of_cloudtrail_are_rows(tmp_path: Path) -> None:
    event = {
        "eventTime": "2024-05-01T10:00:00Z",
        "eventSource": "ecr.amazonaws.com",
        "eventName": "ListImages",
        "requestParameters": {"repositoryName": "app"},
        "errorCode": "RepositoryNotFoundException",
        "errorMessage": "none",
        "newMember": "vpce-1",
    }
    (tmp_path / "trail.json").write_text(json.dumps({"Records": [event, {}]}))
    (written,) = convert_files(
        documents.cloudtrail,
        [tmp_path / "trail.json"],
        into=tmp_path / "out",
        format="parquet",
        at=("Records",),
    ).unwrap()
    assert (written.items, written.failures) == (1, 1)
    (row,) = parquet.read_table(written.into).to_pylist()
    call = row
    while "case" in call:  # a union of unions
        call = call[call["case"]]
    assert call["eventTime"] == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert call["error"]["case"] == "RepositoryNotFoundException"
    assert call["rest"] == [("newMember", '"vpce-1"')]


def test_many_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ecr_decode.bulk.parquet import rows

    monkeypatch.setattr(rows, "_AT_ONCE", 10)
    monkeypatch.setattr(rows, "_GROUP", 200)
    values = [Point(x=number, y=0.5) for number in range(95)]
    found = table(tmp_path / "a", *((Point.codec, value) for value in values))
    assert found.column("x").to_pylist() == list(range(95))
    assert parquet.ParquetFile(tmp_path / "a").num_row_groups > 3


def test_a_value_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    items = [Item("", 1, Success(value)) for value in ("1", 2)]
    wrong: Codec[Any] = integer
    written = write_parquet(items, tmp_path / "a.parquet", wrong).unwrap()
    assert (written.items, written.failures) == (1, 1)


def test_parquet_needs_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ecr_decode.bulk.parquet.rows", None)
    with pytest.raises(
        ValueError, match=r'convert_files\(...\): Parquet needs pyarrow; install "ecr-decode\[parquet\]"'
    ):
        convert_files(integer, [], into=tmp_path, format="parquet")
