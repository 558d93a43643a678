"""Runs of lifecycle policies: what a service event of CloudTrail says of a policy and its images."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ..codec import Codec
from ..combinator.container import array
from ..combinator.field import field, others
from ..combinator.record import Record
from ..combinator.rename import camel_case
from ..combinator.scalar import integer, json_value, string
from ..node.kinds import JsonValue

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

_counted: Codec[datetime] = integer.map(
    lambda count: _EPOCH + count * _MILLISECOND, lambda time: (time - _EPOCH) // _MILLISECOND
)
milliseconds: Codec[datetime] = _counted.refine(
    lambda time: (time - _EPOCH) % _MILLISECOND == timedelta(), "expected a time in whole milliseconds"
)
"""A time as milliseconds since 1970."""


class ExecutedSelection(Record, rename=camel_case, gc=False):
    """Which images a rule is about, in CloudTrail's words.

    >>> from ecr_decode import documents
    >>> documents.ExecutedSelection(tag_status="Any").tag_prefix_list
    """

    tag_status: str | None = field(string, default=None)
    tag_prefix_list: tuple[str, ...] | None = field(array(string), default=None)
    tag_pattern_list: tuple[str, ...] | None = field(array(string), default=None)
    count_type: str | None = field(string, default=None)
    count_unit: str | None = field(string, default=None)
    count_number: int | None = field(integer, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class ExecutedRule(Record, rename=camel_case, gc=False):
    """A rule of a lifecycle policy that was run.

    >>> from ecr_decode import documents
    >>> documents.ExecutedRule(rule_priority=1, action="expire").action
    'expire'
    """

    rule_priority: int = field(integer)
    description: str | None = field(string, default=None)
    selection: ExecutedSelection | None = field(
        "lifecycleEventSelection", ExecutedSelection.codec, default=None
    )
    action: str | None = field(string, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class ExecutedPolicy(Record, rename=camel_case, gc=False):
    """The policy that was run.

    >>> from ecr_decode import documents
    >>> documents.ExecutedPolicy(policy_version=1).rules
    """

    rules: tuple[ExecutedRule, ...] | None = field(
        "lifecycleEventRules", array(ExecutedRule.codec), default=None
    )
    last_evaluated_at: datetime | None = field(milliseconds, default=None)
    """When it was run before; the beginning of 1970 means never."""
    policy_version: int | None = field(integer, default=None)
    policy_id: str | None = field(string, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class LifecycleImage(Record, rename=camel_case, gc=False):
    """An image that a rule applied to.

    >>> from ecr_decode import documents
    >>> str(documents.LifecycleImage.decode_json('{"pushedAt": 1500000000001}').unwrap().pushed_at)
    '2017-07-14 02:40:00.001000+00:00'
    """

    digest: str | None = field(string, default=None)
    tag_status: str | None = field(string, default=None)
    tag_list: tuple[str, ...] | None = field(array(string), default=None)
    pushed_at: datetime | None = field(milliseconds, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class LifecycleImageAction(Record, rename=camel_case, gc=False):
    """What became of an image, and by which rule.

    >>> from ecr_decode import documents
    >>> print(documents.LifecycleImageAction.decode_json("{}").failure())
    $.lifecycleEventImage: missing
    """

    image: LifecycleImage = field("lifecycleEventImage", LifecycleImage.codec)
    rule_priority: int | None = field(integer, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class LifecycleDetails(Record, rename=camel_case, gc=False):
    """What a lifecycle policy did, or would do, in a repository.

    >>> from ecr_decode import documents
    >>> documents.LifecycleDetails(repository_name="app").image_actions
    """

    repository_name: str | None = field(string, default=None)
    policy: ExecutedPolicy | None = field("lifecycleEventPolicy", ExecutedPolicy.codec, default=None)
    image_actions: tuple[LifecycleImageAction, ...] | None = field(
        "lifecycleEventImageActions", array(LifecycleImageAction.codec), default=None
    )
    failure_details: tuple[JsonValue, ...] | None = field(
        "lifecycleEventFailureDetails", array(json_value), default=None
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)
