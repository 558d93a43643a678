"""The unions of AWS: a record for each variant, and a variant that no model lists keeps its name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from returns.result import Success

from ecr_decode import Codec, array, asdict, aws, field, keyed_union, lazy, otherwise, string
from ecr_decode.describe.strategy import from_codec


class Text(aws.Shape):
    text: str = field("text", string, secret=True)


class Size(aws.Shape):
    size: int = field("Size", aws.integer)


class All(aws.Shape):
    all_: tuple[Any, ...] = field("all", aws.array(lazy(lambda: rule)))


rule: Codec[Any] = keyed_union(
    aws.variant(Text) | aws.variant(Size) | aws.variant(All) | otherwise(aws.unknown_variant)
)
rules = array(rule)
UNKNOWN = aws.UnknownVariant(name="later", value={"a": [1, None]})

READ: dict[str, tuple[Any, ...]] = {
    '[{"text": "a"}, {"Size": "5"}]': (Text(text="a"), Size(size=5)),
    '[{"text": null, "Size": 5, "__type": "T"}]': (Size(size=5),),
    '[{"all": [{"all": []}, {"later": {"a": [1, null]}}]}]': (All(all_=(All(all_=()), UNKNOWN)),),
    '[{"later": {"a": [1, null]}, "__type": "T", "text": null}]': (UNKNOWN,),
}


@pytest.mark.parametrize("text", READ)
def test_a_variant_is_read_by_its_key(text: str) -> None:
    assert [rules.decode_json(text) for _ in range(3)] == [Success(READ[text])] * 3


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{"text": "a", "Size": 5}', '$: expected one of "text" and "Size", got both'),
        ('{"text": 5}', "$.text: expected a string, got an integer"),
        ('{"later": 1, "sooner": 2}', "$: expected one member, got 2"),
        ("{}", "$: expected one member, got none"),
        ("[]", "$: expected an object, got an array"),
    ],
)
def test_anything_but_one_variant_is_refused(text: str, error: str) -> None:
    assert str(rule.decode_json(text).failure()) == error


@given(from_codec(rules))
def test_what_is_written_is_read_back(values: tuple[Any, ...]) -> None:
    assert rules.decode_json(rules.encode_json(values).unwrap()) == Success(values)


def test_a_variant_is_a_record_of_its_member() -> None:
    assert (asdict(Size(size=5)), Size(size=5).to_json()) == ({"size": 5}, Success({"Size": 5}))
    assert repr(Text(text="a")) == "Text(text=<secret>)"
    assert "later" in repr(UNKNOWN)
    assert "None" not in repr(UNKNOWN)


def test_a_record_of_several_members_is_no_variant() -> None:
    with pytest.raises(ValueError, match=r"variant\(UnknownVariant\): expected one member, got 2"):
        aws.variant(aws.UnknownVariant)
    wrong: Any = string
    with pytest.raises(ValueError, match=r"variant\(\.\.\.\): expected a record class, got string"):
        aws.variant(wrong)
