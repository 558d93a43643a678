"""Lifecycle policies: read as they came, made as the service demands."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from returns.result import Success

from ecr_decode import documents, plain_only, replace
from ecr_decode.describe.strategy import from_codec
from ecr_decode.documents import LifecycleAction, LifecyclePolicy, LifecycleRule, LifecycleSelection

EXPIRE = LifecycleAction(type="expire")
UNTAGGED = LifecycleSelection(
    tag_status="untagged", count_type="sinceImagePushed", count_unit="days", count_number=14
)
ANY = LifecycleSelection(tag_status="any", count_type="imageCountMoreThan", count_number=30)
TAGGED = LifecycleSelection(
    tag_status="tagged",
    tag_patterns=frozenset(("prod*", "v*.*.*.*")),
    count_type="sinceImagePulled",
    count_unit="days",
    count_number=1,
)
OLD = LifecycleSelection(
    tag_status="any",
    storage_class="archive",
    count_type="sinceImageTransitioned",
    count_unit="days",
    count_number=100,
)
ARCHIVE = LifecycleAction(type="transition", target_storage_class="archive")

TEXT = """
{"rules": [
    {"rulePriority": 2, "action": {"type": "expire"},
     "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 30}},
    {"rulePriority": 1, "description": "a", "action": {"type": "expire"},
     "selection": {"tagStatus": "tagged", "tagPrefixList": ["b", "a"], "storageClass": "standard",
                   "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 14}}
]}
"""
SAME = (
    '{"rules":[{"action":{"type":"expire"},"description":"a","rulePriority":1,"selection":{"countNumber":"14",'
    '"countType":"sinceImagePushed","countUnit":"days","tagPatternList":[],"tagPrefixList":["a","b"],'
    '"tagStatus":"tagged"}},{"action":{"type":"expire"},"rulePriority":2,"description":null,'
    '"selection":{"countNumber":30,"countType":"imageCountMoreThan","tagStatus":"any"}}]}'
)


def rule(
    priority: int = 1, selection: LifecycleSelection = UNTAGGED, action: LifecycleAction = EXPIRE
) -> LifecycleRule:
    return LifecycleRule(priority=priority, selection=selection, action=action)


def broken(*rules: LifecycleRule) -> list[str]:
    return str(LifecyclePolicy.make(rules=rules).failure()).splitlines()


def test_two_texts_that_mean_the_same_are_equal() -> None:
    found = documents.lifecycle_policy.decode_json(TEXT).unwrap()
    assert found == documents.lifecycle_policy.decode_json(SAME).unwrap()
    assert [each.priority for each in found.rules] == [1, 2]
    assert found.rules[0].selection.tag_prefixes == {"a", "b"}
    assert found.rules[1].selection.storage_class == documents.StorageClass.STANDARD


def test_a_policy_is_written_in_one_way() -> None:
    expected = {
        "rules": [
            {
                "rulePriority": 1,
                "description": "a",
                "selection": {
                    "tagStatus": "tagged",
                    "tagPrefixList": ["a", "b"],
                    "countType": "sinceImagePushed",
                    "countUnit": "days",
                    "countNumber": 14,
                },
                "action": {"type": "expire"},
            },
            {
                "rulePriority": 2,
                "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 30},
                "action": {"type": "expire"},
            },
        ]
    }
    for text in (TEXT, SAME, TEXT):
        found = documents.lifecycle_policy.decode_json(text).unwrap()
        assert json.loads(documents.lifecycle_policy.encode_json(found).unwrap()) == expected
    with plain_only():
        plainly = documents.lifecycle_policy.decode_json(TEXT).unwrap()
        assert documents.lifecycle_policy.to_json(plainly) == Success(expected)


def test_what_the_service_may_have_kept_is_read_and_written() -> None:
    document = {
        "rules": [
            {
                "rulePriority": 0,
                "selection": {
                    "tagStatus": "odd",
                    "countType": "sinceYesterday",
                    "countNumber": -1,
                    "new": [1],
                },
                "action": {"type": "freeze", "depth": 3},
            }
        ],
        "version": 2,
    }
    found = documents.lifecycle_policy.of_json(document).unwrap()
    assert documents.lifecycle_policy.to_json(found) == Success(document)


@pytest.mark.parametrize(
    "rules",
    [
        (rule(),),
        (rule(1), rule(2, TAGGED), rule(3, ANY)),
        (rule(3, ANY), rule(1)),
        (rule(1, TAGGED, ARCHIVE), rule(2, OLD)),
        (rule(1, replace(TAGGED, tag_patterns=frozenset(), tag_prefixes=frozenset(("a",)))),),
        (rule(5, ANY),),
        (),
    ],
)
def test_what_keeps_every_rule_is_made(rules: tuple[LifecycleRule, ...]) -> None:
    made = LifecyclePolicy.make(rules=rules).unwrap()
    assert documents.lifecycle_policy.check(made) == Success(made)


SELECTIONS: dict[str, tuple[LifecycleSelection, str]] = {
    "tag status": (replace(ANY, tag_status="Any"), 'tagStatus: expected "tagged" or "untagged" or "any"'),
    "no tags": (
        replace(TAGGED, tag_patterns=frozenset()),
        "tagStatus: expected patterns or prefixes, as tagStatus is tagged",
    ),
    "both kinds of tags": (
        replace(TAGGED, tag_prefixes=frozenset(("a",))),
        "tagPrefixList: expected patterns or prefixes, not both",
    ),
    "patterns of untagged images": (
        replace(UNTAGGED, tag_patterns=frozenset(("a",))),
        "tagPatternList: expected none, as tagStatus is untagged",
    ),
    "prefixes of untagged images": (
        replace(UNTAGGED, tag_prefixes=frozenset(("a",))),
        "tagPrefixList: expected none, as tagStatus is untagged",
    ),
    "wildcards": (
        replace(TAGGED, tag_patterns=frozenset(("a", "b*****"))),
        "tagPatternList[1]: expected at most four wildcards",
    ),
    "count type": (
        replace(ANY, count_type="sinceYesterday"),
        'countType: expected "imageCountMoreThan" or "sinceImagePushed" or "sinceImagePulled" or '
        '"sinceImageTransitioned"',
    ),
    "unit": (replace(UNTAGGED, count_unit="weeks"), 'countUnit: expected "days"'),
    "no unit": (replace(UNTAGGED, count_unit=None), "countUnit: expected a unit, as countType is a time"),
    "no unit when pulled": (
        replace(TAGGED, count_unit=None),
        "countUnit: expected a unit, as countType is a time",
    ),
    "no unit when transitioned": (
        replace(OLD, count_unit=None),
        "countUnit: expected a unit, as countType is a time",
    ),
    "unit of a number": (
        replace(ANY, count_unit="days"),
        "countUnit: expected none, as countType is a number of images",
    ),
    "number": (replace(ANY, count_number=0), "countNumber: expected a number of at least 1"),
    "storage class": (
        replace(ANY, storage_class="glacier"),
        'storageClass: expected "standard" or "archive"',
    ),
    "transitioned images": (
        replace(OLD, storage_class="standard"),
        'storageClass: expected "archive", as countType is sinceImageTransitioned',
    ),
}


@pytest.mark.parametrize("name", SELECTIONS)
def test_a_rule_of_the_service_is_held_at_its_member(name: str) -> None:
    selection, message = SELECTIONS[name]
    assert broken(rule(selection=selection)) == [f"$.rules[0].selection.{message}"]
    assert isinstance(LifecyclePolicy(rules=(rule(selection=selection),)).encode_json(), Success)


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (LifecycleAction(type="delete"), 'type: expected "expire" or "transition"'),
        (
            LifecycleAction(type="transition"),
            'targetStorageClass: expected "archive", as type is transition',
        ),
        (
            LifecycleAction(type="transition", target_storage_class="standard"),
            'targetStorageClass: expected "archive", as type is transition',
        ),
    ],
)
def test_a_rule_for_actions_is_held_at_its_member(action: LifecycleAction, message: str) -> None:
    assert broken(rule(action=action)) == [f"$.rules[0].action.{message}"]


def test_priorities_are_positive_and_each_of_one_rule() -> None:
    assert broken(rule(0)) == ["$.rules[0].rulePriority: expected a number of at least 1"]
    assert broken(rule(1), rule(2), rule(1), rule(2), rule(1)) == [
        f"$.rules[{index}].rulePriority: expected a priority that no rule before has" for index in (2, 3, 4)
    ]


def test_a_rule_for_any_image_comes_last() -> None:
    expected = "rulePriority: expected the highest priority of all, as tagStatus is any"
    assert broken(rule(1, ANY), rule(2), rule(3, ANY)) == [f"$.rules[0].{expected}"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    worst = LifecycleSelection(
        tag_status="tagged", count_type="imageCountMoreThan", count_unit="weeks", count_number=0
    )
    assert broken(rule(2, ANY), rule(2, worst, LifecycleAction(type="delete")), rule(3)) == [
        '$.rules[1].selection.countUnit: expected "days"',
        "$.rules[1].selection.countNumber: expected a number of at least 1",
        "$.rules[1].selection.tagStatus: expected patterns or prefixes, as tagStatus is tagged",
        "$.rules[1].selection.countUnit: expected none, as countType is a number of images",
        '$.rules[1].action.type: expected "expire" or "transition"',
        "$.rules[1].rulePriority: expected a priority that no rule before has",
        "$.rules[0].rulePriority: expected the highest priority of all, as tagStatus is any",
    ]


WRONG: dict[str, Callable[[], Any]] = {
    "rules": lambda: LifecyclePolicy.make(rules=5),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "a rule": lambda: LifecyclePolicy.make(rules=("a",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "tags": lambda: LifecyclePolicy.make(rules=(rule(selection=replace(TAGGED, tag_patterns=5)),)),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_policy_is_an_error(name: str) -> None:
    assert str(WRONG[name]().failure()).startswith("$.rules")


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(from_codec(documents.LifecyclePolicy.codec))  # most break a rule over several of its parts
def test_any_policy_that_is_made_is_read_as_it_is_written(policy: LifecyclePolicy) -> None:
    text = policy.encode_json().unwrap()
    assert LifecyclePolicy.decode_json(text) == Success(policy)
    assert documents.lifecycle_policy.check(policy) == Success(policy)
