"""Every pattern of both catalogues is matched in linear time, and in full."""

from __future__ import annotations

import re
from itertools import product

import pytest

from ecr_decode import ConstraintError, ecr, outcome
from ecr_decode.node.constraint import compiled
from tests.tools.ways import pumped, steps
from tools.catalogue.linear import is_linear
from tools.catalogue.model import Model
from tools.catalogue.services import COMMITTED, ECR

REPLACED = "ScanningRepositoryFilterValue"
MODELS = {service.name: Model(service) for service in COMMITTED}
ORIGINAL = {
    f"{service}.{name}": shape.definition.pattern
    for service, model in MODELS.items()
    for name, shape in model.all.items()
    if shape.definition.pattern is not None
}
PATTERNS = {**ORIGINAL, f"ecr.{REPLACED}": ECR.patterns[REPLACED]}
FATAL = ("\n", "")
MOST_STEPS = 40
"""For each character, at most; the worst is a repository's name, which is read as a path and as a name."""

every_pattern = pytest.mark.parametrize("name", PATTERNS)


def test_both_models_have_patterns() -> None:
    assert len(PATTERNS) == 17 + 6


@every_pattern
def test_a_pattern_is_proved_to_be_linear(name: str) -> None:
    assert is_linear(PATTERNS[name])


@every_pattern
def test_a_text_made_to_fail_late_takes_few_steps_for_each_character(name: str) -> None:
    for text in pumped(PATTERNS[name], 255):
        for end in FATAL:
            assert steps(PATTERNS[name], text + end) <= MOST_STEPS * (len(text) + 1)


@every_pattern
def test_texts_of_ten_thousand_characters_are_matched(name: str) -> None:
    texts = [text for text in pumped(PATTERNS[name], 10_000) if len(text) >= 10_000]
    pattern = compiled(PATTERNS[name])
    assert not any(pattern.fullmatch(text + "\n") for text in texts)
    assert bool(texts) is bool(re.search(r"[*+]|\{\d+,\d+\}", PATTERNS[name]))


def test_the_model_has_one_pattern_that_is_not_linear() -> None:
    assert [name for name, pattern in ORIGINAL.items() if not is_linear(pattern)] == [f"ecr.{REPLACED}"]
    assert steps(ORIGINAL[f"ecr.{REPLACED}"], "a" * 24 + "!") > 10_000_000
    assert steps(PATTERNS[f"ecr.{REPLACED}"], "a" * 24 + "!") < 100


def test_the_pattern_in_its_place_takes_the_same_texts() -> None:
    theirs, ours = compiled(ORIGINAL[f"ecr.{REPLACED}"]), compiled(ECR.patterns[REPLACED])
    for length in range(7):
        for characters in product("a0*._-/"[:5] + "/A\n", repeat=length):
            text = "".join(characters)
            assert bool(theirs.fullmatch(text)) is bool(ours.fullmatch(text)), text


LINEAR = [
    "(ab?)+c",
    "(a|b)*c",
    "(a|ab)(c|bcd)d*",
    "([a-z]+/)*[a-z]+",
    "a{12}a*",
    "(a+b)*",
    "a*b*c",
    r"[^/]*/\S+",
]
NOT_LINEAR = [
    *("(a+)+b", "(a|a)*b", "(a*)*", "a*a*b", "(a|aa)+b", "(a?b?)*", r"\w+\d+", ".*.*=", "(.+/)*.*"),
    *("a{1,5}a{1,5}", r"[^/]*\S*", "(a+b?)*c", "(?:x[ab]?[a]*)*a", "[\u3042]*[^a]*"),
]


@pytest.mark.parametrize("pattern", LINEAR)
def test_linear_patterns_are_told(pattern: str) -> None:
    assert is_linear(pattern)


@pytest.mark.parametrize("pattern", [*NOT_LINEAR, "(?=a)b", r"(a)\1*", "(?i)a", "(?i:a)"])
def test_what_is_not_linear_or_cannot_be_proved_is_told(pattern: str) -> None:
    assert not is_linear(pattern)


def test_all_of_a_text_must_match_and_words_are_ascii() -> None:
    for good, bad in [("123456789012", ("123456789012\n", "x123456789012", "1234567890123", "\u0661" * 12))]:
        assert outcome(ecr.registry_id.check(good)) == good
        assert all(isinstance(outcome(ecr.registry_id.check(text)), ConstraintError) for text in bad)
    secret = "arn:aws{}:secretsmanager:eu-west-1:123456789012:secret:ecr-pullthroughcache/name"
    assert outcome(ecr.credential_arn.check(secret.format("-cn"))) == secret.format("-cn")
    for partition in ("-\u00e9", "-\u0661"):
        assert isinstance(outcome(ecr.credential_arn.check(secret.format(partition))), ConstraintError)
