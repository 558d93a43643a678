"""Alternatives of one JSON kind: tried by compiled source, as the plain interpreters try them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import Enum, StrEnum
from functools import partial
from typing import Any
from uuid import UUID

import orjson
import pytest
from returns.result import Failure, Result, Success

from ecr_decode import (
    Codec,
    Record,
    array,
    base64_bytes,
    case,
    decimal,
    dict_of,
    enum_of,
    field,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    literal,
    number,
    one_of,
    others,
    plain_only,
    string,
    uuid_text,
)
from ecr_decode.read.reader import Reader
from ecr_decode.write.writer import Writer
from tests.fast.test_xml_scalars import agree


class Way(Enum):
    UP = "up"
    DOWN = "down"


class Word(StrEnum):
    UP = "up"
    LEFT = "left"


class Point(Record):
    x: int = field("x", integer)
    y: int = field("y", integer, default=0)


class Counting(Record):
    a: int = field("a", integer)
    rest: dict[str, str] = others(string)


class Naming(Record):
    a: str = field("a", string)
    rest: dict[str, Any] = others(json_value)


class Other(Record):
    c: str = field("c", string)
    rest: dict[str, Any] = others(json_value)


class Named(Record):
    name: str = field("name", string)


KEPT: list[dict[str, Any]] = [{}, {"q": "z"}, {"a": "1"}, {"c": "d"}, {"x:a": "1"}, {"@a": "1"}, {"b": "c"}]


@pytest.mark.parametrize(
    ("codec", "value"),
    [
        (Counting.codec | Naming.codec, Naming(a="b", rest={"q": 1})),
        (Counting.codec | Other.codec, Other(c="d", rest={"q": [1]})),
        (Counting.codec | dict_of(string), {"q": "z"}),
    ],
)
def test_records_that_keep_others_are_alternatives(
    codec: Codec[Any], value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one keeps may be what another needs."""
    both = array(codec)
    values = [
        *(Counting(a=1, rest=rest) for rest in KEPT),
        *(Naming(a=text, rest=rest) for text in ("b", "1") for rest in KEPT),
        *(Other(c="d", rest=rest) for rest in KEPT),
        *KEPT,
    ]
    for each in values:
        agree(both.encode_json, (each,))
        agree(both.encode_xml, (each,))
    trees = [{"a": a, **rest} for a in (1, "b", "1", None) for rest in KEPT] + KEPT
    for tree in trees:
        agree(both.decode_json, orjson.dumps([tree]))
    quick = Counting(a=1, rest={"q": "z"}), value
    text = both.encode_json(quick).unwrap()
    for _ in range(40):  # until it is known that there are others
        assert both.decode_json(text) == Success(quick)
    monkeypatch.setattr(Writer, "write", None)
    monkeypatch.setattr(Reader, "read", None)
    assert both.encode_json(quick) == Success(text)
    assert both.decode_json(text) == Success(quick)


def even(text: str) -> Result[int, str]:
    return (
        Success(int(text)) if text.isdecimal() and int(text) % 2 == 0 else Failure("expected an even number")
    )


def is_large(number: int) -> bool:
    return number > 5


def to_text(number: int) -> Result[str, str]:
    return Success(str(number))


NOON, DAY, KEY = datetime(2026, 1, 2, 12, tzinfo=UTC), date(2026, 1, 2), UUID(int=10**37)

EXACT = case("exact", decimal)
PAIR = string.map(lambda text: (text,), lambda pair: pair[0])

UNIONS: dict[str, tuple[Codec[Any], list[Any]]] = {
    "date or text": (
        iso_date | string,
        [DAY, "x", "2026-01-0x", "2026-02-30", "2026-W01-1", "\uff12026-01-1", "2026-01-1\n"],
    ),
    "time or text": (iso_datetime | string, [NOON, "x", "2026-01-02 12:00:00Z", "2026-13-02T12:00:00Z"]),
    "clock or text": (iso_time | string, [time(1, 2, 3, tzinfo=UTC), "1:2:3", "01:02:03", "x" * 9]),
    "UUID or text": (uuid_text | string, [KEY, "x", KEY.hex, "{" + str(KEY)[:-2] + "}", "g" * 36]),
    "time or date": (iso_datetime | iso_date | iso_time, [NOON, DAY, time(1, tzinfo=UTC)]),
    "enumeration or text": (enum_of(Way) | string, [Way.UP, "left", "UP", ""]),
    "enumerations": (enum_of(Way) | literal("left", "right"), [Way.DOWN, "left"]),
    "constant or number": (literal(1, True) | number, [1, True, 2.0]),
    "integer or number": (
        one_of(case("count", integer) | case("share", number)),
        [1, 1.0, 1.5, -3, 2**62, 1e16],
    ),
    "integer or exact": (one_of(case("count", integer) | EXACT | case("text", string)), [1, "x"]),
    "mapped or text": (
        one_of(case("even", string.try_map(even, to_text), when=int) | case("pair", PAIR, when=tuple)),
        [2, ("x",)],
    ),
    "even or text": (
        one_of(case("even", string.try_map(even, to_text), when=int) | case("text", string)),
        [2, "x", "3", ""],
    ),
    "ruled or any": (
        one_of(
            case("large", integer.refine(is_large, "expected more").map(str, int), when=str)
            | case("any", integer)
        ),
        ["9", 1, 5],
    ),
    "base64 or text": (base64_bytes | string, [b"abc", b"", "a b", "YWJ", "YWJj\n", "a-c="]),
    "JSON or text": (json_text(Point.codec) | string, [Point(x=1), "x", ""]),
    "JSON of kinds or text": (json_text(integer | array(string)) | string, [1, ("a",), "x", "{}", "true"]),
    "object or map": (Point.codec | dict_of(string), [Point(x=1), {"y": "x"}, {}]),
    "object or anything": (
        one_of(case("named", Named) | case("point", Point) | case("tree", dict_of(json_value))),
        [Named(name="a"), Point(x=1), {"y": 1}],
    ),
}
ODD: list[Any] = [
    "2026-01-02", str(NOON), "2026-01-02T12:00:00Z", str(KEY), "up", "left", "01:02:03Z", 1, True, 2.0, 2**64,
    None, [1], {"x": 1}, {"x": "1"}, {1: "a"}, {"name": "a"}, '{"x":1}', Word.UP, Word.LEFT, DAY, NOON,
    Way.UP, float("nan"), "{}", " {}", "\ufeff{}", "[", "-1", "nul", "\u00a0{}", "\t\n[1]", '"a"', "",
    "4", "YWJj", "YQ==", "Y===", "YQ==\n",
]  # fmt: skip
ASIDE = {"mapped or text"}
"""Of these, only the plain interpreters tell whether an alternative refuses a value."""
PARAMETERS = [pytest.param(*each, id=name) for name, each in UNIONS.items()]
ALONE = [pytest.param(*each, id=name) for name, each in UNIONS.items() if name not in ASIDE]


def plainly(run: Any) -> str:
    with plain_only():
        return repr(run())


@pytest.mark.parametrize(("union", "values"), PARAMETERS)
def test_what_is_written_and_read_is_what_the_plain_interpreters_do(
    union: Codec[Any], values: list[Any]
) -> None:
    for value in (*values, *ODD):
        codecs: list[tuple[Codec[Any], Any]] = [(union, value), (array(union), (value, value))]
        for codec, given in 3 * codecs:
            for verb in (codec.encode_json, codec.to_json, codec.check):
                assert repr(verb(given)) == plainly(partial(verb, given))
    for tree in (*values, *ODD):
        written = json_value.encode_json([tree, tree])
        if isinstance(written, Success):
            raw, codec = written.unwrap(), array(union)
            for _ in range(3):
                assert repr(codec.decode_json(raw)) == plainly(partial(codec.decode_json, raw))


@pytest.mark.parametrize(("union", "values"), PARAMETERS)
def test_as_xml_as_well(union: Codec[Any], values: list[Any]) -> None:
    for value in (*values, *ODD):
        for _ in range(3):
            assert repr(union.encode_xml(value)) == plainly(partial(union.encode_xml, value))


@pytest.mark.parametrize("name", ["date or text", "UUID or text", "time or date", "enumeration or text"])
def test_texts_as_xml_need_no_plain_writer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    union, values = UNIONS[name]
    written = [(value, [union.encode_xml(value) for _ in range(3)][-1]) for value in values]
    monkeypatch.setattr(Writer, "write", None)
    for value, result in written:
        assert isinstance(result, Success)
        assert union.encode_xml(value) == result


@pytest.mark.parametrize(("union", "values"), ALONE)
def test_values_need_no_plain_interpreter(
    union: Codec[Any], values: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = array(union)
    written: dict[str, tuple[Any, Result[bytes, Any]]] = {}
    for value in values:
        codec.encode_json((value,))
        result = codec.encode_json((value,))
        if isinstance(result, Success):
            written[repr(value)] = value, result
            assert codec.decode_json(result.unwrap()) == Success((value,))
    assert len(written) >= len(values) // 2

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Writer, "write", refuse)
    monkeypatch.setattr(Reader, "read", refuse)
    for value, result in written.values():
        assert codec.encode_json((value,)) == result
        assert codec.decode_json(result.unwrap()) == Success((value,))
