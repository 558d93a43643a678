"""What the strategy of a codec generates: values within its constraints, and of every kind that it reads."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from ecr_decode import (
    Codec,
    array,
    aws,
    base64_bytes,
    dict_of,
    ecr,
    integer,
    lazy,
    nullable,
    number,
    string,
    succeed,
)
from ecr_decode.describe.strategy import from_codec
from tests.registry import VALUES, Knobs, Layer, Level, Status, Tree, Unit, is_even, nested

Check = Callable[[Any], bool]

CONSTRAINED: list[tuple[Codec[Any], Check]] = [
    (string.constrain(pattern="[0-9]{12}"), lambda a: re.fullmatch("[0-9]{12}", a) is not None),
    (string.constrain(pattern=r"^\d+$", max_length=5), lambda a: a.isascii() and a.isdigit() and len(a) <= 5),
    (string.constrain(min_length=200, max_length=201), lambda a: 200 <= len(a) <= 201),
    (string.constrain(max_length=5).constrain(min_length=5), lambda a: len(a) == 5),
    (nullable(string).constrain(max_length=1), lambda a: a is None or len(a) < 2),
    (string.named("a name").constrain(max_length=1), lambda a: len(a) < 2),
    (lazy(lambda: string).constrain(max_length=1), lambda a: len(a) < 2),
    (integer.constrain(minimum=-1.5, maximum=1.5), lambda a: a in (-1, 0, 1)),
    (integer.constrain(minimum=2**62), lambda a: 2**62 <= a < 2**63),
    (integer.map(abs, int).constrain(maximum=2**62), lambda a: 0 <= a <= 2**62),
    (integer.constrain(maximum=9).refine(is_even, "expected an even number"), lambda a: a < 9 and a % 2 == 0),
    (number.constrain(minimum=0.1, maximum=0.2), lambda a: 0.1 <= a <= 0.2),
    (aws.double.constrain(minimum=1, maximum=2), lambda a: 1 <= a <= 2),
    (base64_bytes.constrain(min_length=3, max_length=3), lambda a: len(a) == 3),
    (array(integer).constrain(min_items=9, max_items=10), lambda a: len(a) in (9, 10)),
    (
        array(string.constrain(max_length=1)).constrain(min_items=1),
        lambda a: a and all(len(s) < 2 for s in a),
    ),
    (dict_of(integer).constrain(min_items=2, max_items=3), lambda a: len(a) in (2, 3)),
    (aws.open_enum(Status).constrain(pattern="[A-Z]+"), lambda a: re.fullmatch("[A-Z]+", a) is not None),
]


@pytest.mark.parametrize(
    ("codec", "keeps"), CONSTRAINED, ids=[f"{index}-{codec}" for index, (codec, _) in enumerate(CONSTRAINED)]
)
@given(data=st.data())
def test_values_keep_the_constraints(codec: Codec[Any], keeps: Check, data: st.DataObject) -> None:
    value = data.draw(from_codec(codec))
    assert keeps(value)
    assert codec.check(value).unwrap() == value


@given(VALUES["aws.timestamp"])
def test_times_are_those_that_an_epoch_number_gives_back(moment: datetime) -> None:
    assert moment.tzinfo is UTC
    assert moment == datetime.fromtimestamp(0, UTC) + (moment - datetime(1970, 1, 1, tzinfo=UTC))
    assert aws.timestamp.decode_json(repr(moment.timestamp())).unwrap() == moment


@given(VALUES["string"])
def test_texts_hold_no_surrogates(text: str) -> None:
    assert text.encode().decode() == text


def holds(outer: type, inner: type) -> Check:
    """Whether a value is of the one type and has an item of the other."""

    def check(value: Any) -> bool:
        kind: Any = value.__class__
        return kind is outer and inner in map(type, value.values() if kind is dict else value)

    return check


SEARCH = settings(max_examples=2000, phases=[Phase.generate], derandomize=True)

FOUND: list[tuple[str, Check]] = [
    ("integer", lambda a: a > 2**53),
    ("number", lambda a: a % 1 != 0),
    ("string", lambda a: not a.isascii()),
    ("aws.double", math.isinf),
    ("aws.timestamp", lambda a: a.microsecond > 0),
    ("aws.open_enum", lambda a: a.known),
    ("aws.open_enum", lambda a: not a.known),
    ("enum_of texts", lambda a: a is Unit.HOURS),
    ("enum_of integers", lambda a: a is Level.HIGH),
    ("literal", lambda a: a is True),
    ("literal", lambda a: type(a) is int),
    ("json_value", holds(dict, list)),
    ("array", lambda a: len(a) > 1),
    ("Layer", lambda a: a.media is None),
    ("Layer", lambda a: a.media is not None),
    ("Knobs", lambda a: a.written == Knobs(required=0, null=None).written),
    ("Knobs", lambda a: a.table == {"a": 1}),
    ("Labelled", lambda a: len(a.rest) > 0),
    ("tagged_union", lambda a: type(a).__name__ == "Polygon"),
    ("tagged_union with otherwise", lambda a: isinstance(a, dict)),
    ("one_of", lambda a: type(a).__name__ == "Pinned"),
    ("Tree", lambda a: any(child.children for child in a.children)),
    ("lazy arrays", holds(tuple, tuple)),
    ("try_map", lambda a: a > 1),
]


@pytest.mark.parametrize(("name", "wanted"), FOUND)
def test_values_of_every_kind_are_among_them(name: str, wanted: Check) -> None:
    assert wanted(find(VALUES[name], wanted, settings=SEARCH))


@given(from_codec(integer.bind(lambda count: succeed(count + 1))))
def test_a_bound_decoder_gives_what_the_next_one_gives(count: int) -> None:
    assert -(2**63) < count <= 2**63


def test_recursion_ends() -> None:
    def endless() -> Codec[Any]:
        codec: Codec[Any] = lazy(endless)
        some: Codec[Any] = array(codec).constrain(min_items=1)
        return some

    assert from_codec(endless()).is_empty
    assert not from_codec(Tree.codec).is_empty
    assert not from_codec(nested()).is_empty


def test_what_stands_behind_many_lazy_codecs_is_found() -> None:
    codec: Codec[int] = integer
    for _ in range(6):
        codec = behind(codec)
    assert find(from_codec(codec), lambda count: count > 5) == 6


def behind(codec: Codec[int]) -> Codec[int]:
    return lazy(lambda: codec)


@given(from_codec(array(Layer.codec.map(lambda layer: layer.size // layer.size))))
def test_values_that_a_function_refuses_are_left_out(ones: tuple[int, ...]) -> None:
    assert set(ones) <= {1}


def test_a_strategy_is_shown_without_its_nodes() -> None:
    assert len(repr(from_codec(ecr.describe_image_scan_findings.response))) < 20_000
