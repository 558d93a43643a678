"""The few codecs that stand for the registry have all that its codecs have."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import Codec, Record, array, attribute, boolean, field, integer, lazy, nullable, string
from tests.registry import CODECS
from tests.structure import STRUCTURES, distinct, features


class Plain(Record):
    a: int = field("a", integer)


class Renamed(Record):
    b: str = field("c", string)


class Hinted(Record):
    a: int = field("a", integer, xml=attribute)


class Secret(Record):
    a: int = field("a", integer, secret=True)


def test_the_few_have_every_feature_of_the_many() -> None:
    every = set[str]().union(*(features(entry.codec) for entry in CODECS.values()))
    assert set[str]().union(*(features(entry.codec) for entry in STRUCTURES.values())) == every
    assert len(STRUCTURES) < len(CODECS) / 2


@pytest.mark.parametrize(
    ("few", "more"),
    [
        (Plain.codec, Hinted.codec),
        (Plain.codec, Secret.codec),
        (integer, boolean),
        (array(integer), array(array(integer))),
        (array(integer), array(nullable(integer))),
        (array(integer), lazy(lambda: array(integer))),
        (integer, integer.constrain(minimum=1)),
        (integer.constrain(minimum=1), integer.constrain(minimum=1, maximum=2)),
    ],
)
def test_another_kind_or_attribute_is_a_feature(few: Codec[object], more: Codec[object]) -> None:
    assert features(more) - features(few)


def test_names_are_no_features() -> None:
    assert {each for each in features(Renamed.codec) if "String" not in each} < features(Plain.codec)


def test_what_adds_nothing_is_left_out_whatever_the_order() -> None:
    codecs: dict[str, Codec[Any]] = {
        "one": array(integer),
        "many": array(array(integer)),
        "again": array(integer),
    }
    assert distinct(codecs) == ["many"]
    assert distinct({**codecs, "other": string}) == ["many", "other"]
