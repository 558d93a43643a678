"""Codecs, records and errors are values: equal if they mean the same, and equal to their copies."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from functools import partial
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import (
    Codec,
    Decoder,
    array,
    at,
    attribute,
    dict_of,
    field,
    integer,
    keep_text,
    record,
    result_of,
    string,
    tuple_of,
)
from tests.registry import CODECS, VALUES, Pair, codecs, double, halve, is_even, is_zero, quarter

AGAIN = codecs()
SAME = {
    frozenset(("base64_bytes", "aws.blob")),
    frozenset(("json_value", "json_value that XML lacks")),
}
"""Two names for one codec."""

every_codec = pytest.mark.parametrize("name", CODECS)


@every_codec
def test_a_codec_made_twice_is_one_value(name: str) -> None:
    codec, again = CODECS[name].codec, AGAIN[name].codec
    assert codec == again
    assert hash(codec) == hash(again)
    assert repr(codec) == repr(again)


def test_codecs_that_mean_different_things_differ() -> None:
    equal = [
        frozenset(pair) for pair in combinations(CODECS, 2) if CODECS[pair[0]].codec == CODECS[pair[1]].codec
    ]
    assert set(equal) == SAME


def pair(name: str = "right", **options: Any) -> Codec[Pair]:
    """A record codec, with some options of one member changed."""
    described: Any = partial(field, name, integer)
    return record(Pair, left=field("left", string), right=described(**{"default": 0, **options}))


TOLD_APART: list[tuple[Decoder[Any], Decoder[Any]]] = [
    (pair(), pair(name="Right")),
    (pair(), pair(default=1)),
    (pair(), pair(omit=True)),
    (pair(), pair(omit=is_zero)),
    (pair(), pair(xml=attribute)),
    (pair(), pair(secret=True)),
    (integer.map(double), integer.map(halve)),
    (integer.map(double, halve), integer.map(double, quarter)),
    (integer.map(double, halve), integer.map(double)),
    (integer.refine(is_even, "a"), integer.refine(is_zero, "a")),
    (integer.refine(is_even, "a"), integer.refine(is_even, "b")),
    (integer.constrain(minimum=1), integer.constrain(maximum=1)),
    (integer.named("a"), integer.named("b")),
    (integer.named("a"), integer.named("a", doc="b")),
    (dict_of(integer), dict_of(integer, keys=string.named("key"))),
    (tuple_of(integer), tuple_of(integer, rest=integer)),
    (at("a", integer), at("a", integer, default=0)),
    (at("a", integer, default=1), at("a", integer, default=0)),
    (string, keep_text(string)),
    (string, result_of(string)),
    (integer, Decoder(integer.node)),
    (array(integer), Decoder(array(integer).node)),
]


@pytest.mark.parametrize(("one", "other"), TOLD_APART)
def test_no_part_of_a_description_is_forgotten(one: Decoder[Any], other: Decoder[Any]) -> None:
    assert one != other


@every_codec
def test_codecs_pickle_and_copy(name: str) -> None:
    codec = CODECS[name].codec
    assert pickle.loads(pickle.dumps(codec)) == codec
    assert copy(codec) == codec


@every_codec
@given(data=st.data())
def test_what_is_read_pickles_and_copies(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    assert pickle.loads(pickle.dumps(value)) == value
    assert deepcopy(value) == value


@every_codec
@pytest.mark.parametrize("tree", [object(), [object()], "\ud800"])
def test_errors_pickle_and_copy(name: str, tree: object) -> None:
    codec = CODECS[name].codec
    errors = [codec.of_json(tree).failure(), codec.to_json(tree).failure(), codec.check(tree).failure()]
    assert pickle.loads(pickle.dumps(errors)) == errors
    assert deepcopy(errors) == errors
    assert len({type(error) for error in errors}) == len(errors)
