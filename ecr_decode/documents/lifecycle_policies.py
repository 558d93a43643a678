"""Lifecycle policies of repositories: which images expire or move, in rules by priority.

Reading takes what the service may have kept. `make` and `check` hold the rules that the service states in
https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TypeVar

from ..aws.enumeration import OpenEnum, open_enum
from ..aws.scalar import integer
from ..codec import Codec
from ..combinator.container import array
from ..combinator.field import field, others
from ..combinator.record import Record
from ..combinator.rule import refine
from ..combinator.scalar import json_value, string
from ..node.kinds import JsonValue

E = TypeVar("E", bound=OpenEnum)


class TagStatus(OpenEnum):
    """Which images a rule selects by their tags."""

    TAGGED = "tagged"
    UNTAGGED = "untagged"
    ANY = "any"


class CountType(OpenEnum):
    """What a rule counts: images, or time since something happened to each."""

    IMAGE_COUNT_MORE_THAN = "imageCountMoreThan"
    SINCE_IMAGE_PUSHED = "sinceImagePushed"
    SINCE_IMAGE_PULLED = "sinceImagePulled"
    SINCE_IMAGE_TRANSITIONED = "sinceImageTransitioned"


class CountUnit(OpenEnum):
    """The unit of time that a rule counts in."""

    DAYS = "days"


class StorageClass(OpenEnum):
    """Where images are stored."""

    STANDARD = "standard"
    ARCHIVE = "archive"


class ActionType(OpenEnum):
    """What happens to the images that a rule selects."""

    EXPIRE = "expire"
    TRANSITION = "transition"


def _listed(enumeration: type[E]) -> Codec[E | str]:
    """A member of an enumeration, or any other text, which is broken for `make`."""
    names = " or ".join(f'"{member}"' for member in enumeration)
    return open_enum(enumeration).refine(
        lambda text: text in list(enumeration), f"expected {names}", on_read=False
    )


def _set(item: Codec[str]) -> Codec[frozenset[str]]:
    """Texts whose order means nothing; written sorted."""
    return array(item).map(frozenset, lambda texts: tuple(sorted(texts)))


_NO_TEXTS: frozenset[str] = frozenset()
_pattern = string.refine(lambda text: text.count("*") <= 4, "expected at most four wildcards", on_read=False)


def _by_priority(rules: tuple[LifecycleRule, ...]) -> tuple[LifecycleRule, ...]:
    return tuple(sorted(rules, key=attrgetter("priority")))


class LifecycleSelection(Record, null_as_absent=True):
    """Which images a rule is for. The order of patterns and prefixes means nothing: they are sets."""

    tag_status: TagStatus | str = field("tagStatus", _listed(TagStatus))
    tag_patterns: frozenset[str] = field("tagPatternList", _set(_pattern), default=_NO_TEXTS, omit=True)
    tag_prefixes: frozenset[str] = field("tagPrefixList", _set(string), default=_NO_TEXTS, omit=True)
    storage_class: StorageClass | str = field(
        "storageClass", _listed(StorageClass), default=StorageClass.STANDARD, omit=True
    )
    count_type: CountType | str = field("countType", _listed(CountType))
    count_unit: CountUnit | str | None = field("countUnit", _listed(CountUnit), default=None)
    count_number: int = field("countNumber", integer.constrain(minimum=1))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)

    @refine("expected patterns or prefixes, as tagStatus is tagged", at="tagStatus", on_read=False)
    def has_tags(self) -> bool:
        return self.tag_status != TagStatus.TAGGED or bool(self.tag_patterns or self.tag_prefixes)

    @refine("expected patterns or prefixes, not both", at="tagPrefixList", on_read=False)
    def has_one_kind_of_tags(self) -> bool:
        return not (self.tag_patterns and self.tag_prefixes)

    @refine("expected none, as tagStatus is untagged", at="tagPatternList", on_read=False)
    def has_no_patterns(self) -> bool:
        return self.tag_status != TagStatus.UNTAGGED or not self.tag_patterns

    @refine("expected none, as tagStatus is untagged", at="tagPrefixList", on_read=False)
    def has_no_prefixes(self) -> bool:
        return self.tag_status != TagStatus.UNTAGGED or not self.tag_prefixes

    @refine("expected a unit, as countType is a time", at="countUnit", on_read=False)
    def has_a_unit(self) -> bool:
        is_time = self.count_type in list(CountType)[1:]
        return not is_time or self.count_unit is not None

    @refine("expected none, as countType is a number of images", at="countUnit", on_read=False)
    def has_no_unit(self) -> bool:
        return self.count_type != CountType.IMAGE_COUNT_MORE_THAN or self.count_unit is None

    @refine('expected "archive", as countType is sinceImageTransitioned', at="storageClass", on_read=False)
    def counts_in_the_archive(self) -> bool:
        transitioned = self.count_type == CountType.SINCE_IMAGE_TRANSITIONED
        return not transitioned or self.storage_class == StorageClass.ARCHIVE


class LifecycleAction(Record, null_as_absent=True):
    """What happens to the images of a rule."""

    type: ActionType | str = field("type", _listed(ActionType))
    target_storage_class: StorageClass | str | None = field(
        "targetStorageClass", _listed(StorageClass), default=None
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)

    @refine('expected "archive", as type is transition', at="targetStorageClass", on_read=False)
    def moves_to_the_archive(self) -> bool:
        return self.type != ActionType.TRANSITION or self.target_storage_class == StorageClass.ARCHIVE


class LifecycleRule(Record, null_as_absent=True):
    """A rule: the images that it selects, and what happens to them."""

    priority: int = field("rulePriority", integer.constrain(minimum=1))
    description: str | None = field("description", string, default=None)
    selection: LifecycleSelection = field("selection", LifecycleSelection.codec)
    action: LifecycleAction = field("action", LifecycleAction.codec)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class LifecyclePolicy(Record):
    """The rules of a repository. They are read in the order of their priorities, in which they are applied.

    >>> from ecr_decode import documents
    >>> selection = documents.LifecycleSelection(
    ...     tag_status="any", count_type="imageCountMoreThan", count_number=5
    ... )
    >>> expire = documents.LifecycleAction(type="expire")
    >>> rule = documents.LifecycleRule(priority=1, selection=selection, action=expire)
    >>> documents.LifecyclePolicy.make(rules=(rule,)).unwrap().encode_json().unwrap()[:48]
    b'{"rules":[{"rulePriority":1,"selection":{"tagSta'
    >>> print(documents.LifecyclePolicy.make(rules=(rule, rule)).failure())
    $.rules[1].rulePriority: expected a priority that no rule before has
    """

    rules: tuple[LifecycleRule, ...] = field("rules", array(LifecycleRule.codec).map(_by_priority, tuple))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)

    @refine("expected a priority that no rule before has", at="rules", on_read=False)
    def has_a_priority_each(self) -> Iterator[tuple[int, str]]:
        priorities = [rule.priority for rule in self.rules]
        for index, priority in enumerate(priorities):
            if priority in priorities[:index]:
                yield index, "rulePriority"

    @refine("expected the highest priority of all, as tagStatus is any", at="rules", on_read=False)
    def applies_to_any_at_last(self) -> Iterator[tuple[int, str]]:
        last = max((rule.priority for rule in self.rules), default=0)
        for index, rule in enumerate(self.rules):
            if rule.selection.tag_status == TagStatus.ANY and rule.priority < last:
                yield index, "rulePriority"


lifecycle_policy: Codec[LifecyclePolicy] = LifecyclePolicy.codec
"""The lifecycle policy of a repository, as `lifecyclePolicyText` holds it."""
