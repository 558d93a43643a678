"""Events that Amazon ECR and Amazon Inspector send to EventBridge."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from ..codec import Codec
from ..combinator.container import array, dict_of
from ..combinator.field import field, others
from ..combinator.reach import keep_text
from ..combinator.record import Record
from ..combinator.rename import camel_case, kebab_case
from ..combinator.scalar import decimal, integer, iso_datetime, json_value, string
from ..combinator.union.case import case, otherwise
from ..combinator.union.tagged import tagged_union
from ..kept import Kept
from ..node.kinds import JsonValue
from .spelled import spelled_time


class _Detail(Record, rename=kebab_case):
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class ImageAction(_Detail):
    """An image, or an artifact that refers to one, that was pushed, deleted or moved to other storage.

    >>> from ecr_decode import documents
    >>> pushed = documents.ImageAction(action_type="PUSH", repository_name="app")
    >>> pushed.encode_json()
    <Success: b'{"repository-name":"app","action-type":"PUSH"}'>
    """

    result: str | None = field(string, default=None)
    repository_name: str = field(string)
    image_digest: str | None = field(string, default=None)
    action_type: str = field(string)
    image_tag: str | None = field(string, default=None)
    manifest_media_type: str | None = field(string, default=None)
    artifact_media_type: str | None = field(string, default=None)
    target_storage_class: str | None = field(string, default=None)
    last_activated_at: str | None = field(string, default=None)


class ImageScan(_Detail):
    """A scan of an image, with its findings by severity.

    >>> from ecr_decode import documents
    >>> scan = documents.ImageScan(scan_status="COMPLETE", repository_name="app")
    >>> scan.repository_name, scan.image_tags
    ('app', None)
    """

    scan_status: str = field(string)
    repository_name: str = field(string)
    """The name; an ARN where Inspector scans."""
    finding_severity_counts: dict[str, int] | None = field(dict_of(integer), default=None)
    image_digest: str | None = field(string, default=None)
    image_tags: tuple[str, ...] | None = field(array(string), default=None)


class ReplicationAction(_Detail):
    """An image that came from another registry.

    >>> from ecr_decode import documents
    >>> print(documents.ReplicationAction.decode_json('{"repository-name": "app"}').failure())
    $.result: missing
    $["action-type"]: missing
    """

    result: str = field(string)
    repository_name: str = field(string)
    image_digest: str | None = field(string, default=None)
    source_account: str | None = field(string, default=None)
    action_type: str = field(string)
    source_region: str | None = field(string, default=None)
    image_tag: str | None = field(string, default=None)


class PullThroughCacheAction(_Detail):
    """An image that was fetched from an upstream registry, or could not be.

    >>> from ecr_decode import documents
    >>> print(documents.PullThroughCacheAction.decode_json("{}").failure())
    $["sync-status"]: missing
    """

    rule_version: str | None = field(string, default=None)
    sync_status: str = field(string)
    ecr_repository_prefix: str | None = field(string, default=None)
    repository_name: str | None = field(string, default=None)
    upstream_registry_url: str | None = field(string, default=None)
    image_tag: str | None = field(string, default=None)
    image_digest: str | None = field(string, default=None)
    failure_code: str | None = field(string, default=None)
    failure_reason: str | None = field(string, default=None)


class ScannedRepository(_Detail):
    """A repository, and how often its images are scanned now and were before.

    >>> from ecr_decode import documents
    >>> documents.ScannedRepository(repository_name="app", scan_frequency="MANUAL").scan_frequency
    'MANUAL'
    """

    repository_name: str = field(string)
    repository_arn: str | None = field(string, default=None)
    scan_frequency: str | None = field(string, default=None)
    previous_scan_frequency: str | None = field(string, default=None)


class ScanResourceChange(_Detail):
    """Repositories whose scanning was configured anew.

    >>> from ecr_decode import documents
    >>> documents.ScanResourceChange(action_type="SCAN_FREQUENCY_CHANGE").action_type
    'SCAN_FREQUENCY_CHANGE'
    """

    action_type: str = field(string)
    repositories: tuple[ScannedRepository, ...] | None = field(array(ScannedRepository.codec), default=None)
    resource_type: str | None = field(string, default=None)
    scan_type: str | None = field(string, default=None)


class PackageVulnerability(Record, rename=camel_case):
    """A vulnerability by its name in a database, such as a CVE.

    >>> from ecr_decode import documents
    >>> documents.PackageVulnerability(vulnerability_id="CVE-2020-0001").source_url
    """

    source: str | None = field(string, default=None)
    source_url: str | None = field(string, default=None)
    vendor_severity: str | None = field(string, default=None)
    vulnerability_id: str = field(string)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class FoundIn(Record, rename=camel_case):
    """A resource that has a finding.

    >>> from ecr_decode import documents
    >>> documents.FoundIn(id="arn:aws:ecr:eu-west-1:012345678910:repository/app/sha256:00").type
    """

    id: str = field(string)
    partition: str | None = field(string, default=None)
    region: str | None = field(string, default=None)
    type: str | None = field(string, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class InspectorFinding(Record, rename=camel_case):
    """A finding of Inspector. Its times are kept as they are spelled: `.text`, and `.value` as a time.

    >>> from ecr_decode import documents
    >>> text = '{"findingArn": "arn", "severity": "HIGH", "updatedAt": "Dec 3, 2021, 6:02:30 PM"}'
    >>> str(documents.InspectorFinding.decode_json(text).unwrap().updated_at.value)
    '2021-12-03 18:02:30+00:00'
    """

    aws_account_id: str | None = field(string, default=None)
    description: str | None = field(string, default=None)
    finding_arn: str = field(string)
    first_observed_at: Kept[datetime] | None = field(keep_text(spelled_time), default=None)
    inspector_score: Decimal | None = field(decimal, default=None)
    last_observed_at: Kept[datetime] | None = field(keep_text(spelled_time), default=None)
    package_vulnerability: PackageVulnerability | None = field(
        "packageVulnerabilityDetails", PackageVulnerability.codec, default=None
    )
    resources: tuple[FoundIn, ...] | None = field(array(FoundIn.codec), default=None)
    severity: str | None = field(string, default=None)
    status: str | None = field(string, default=None)
    title: str | None = field(string, default=None)
    type: str | None = field(string, default=None)
    updated_at: Kept[datetime] | None = field(keep_text(spelled_time), default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Envelope(Record, rename=kebab_case):
    """What all events have around their detail.

    >>> from ecr_decode import documents
    >>> sorted(set(dir(documents.Envelope)) & {"account", "detail_type", "source", "time"})
    ['account', 'detail_type', 'source', 'time']
    """

    version: str = field(string)
    id: str = field(string)
    detail_type: str = field(string)
    source: str = field(string)
    account: str = field(string)
    time: datetime = field(iso_datetime)
    region: str = field(string)
    resources: tuple[str, ...] = field(array(string))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class ImageActionEvent(Envelope):
    """`ECR Image Action`."""

    detail: ImageAction = field(ImageAction.codec)


class ReferrerActionEvent(Envelope):
    """`ECR Referrer Action`."""

    detail: ImageAction = field(ImageAction.codec)


class ImageScanEvent(Envelope):
    """`ECR Image Scan`, of basic scanning."""

    detail: ImageScan = field(ImageScan.codec)


class ReplicationActionEvent(Envelope):
    """`ECR Replication Action`."""

    detail: ReplicationAction = field(ReplicationAction.codec)


class PullThroughCacheActionEvent(Envelope):
    """`ECR Pull Through Cache Action`."""

    detail: PullThroughCacheAction = field(PullThroughCacheAction.codec)


class ScanResourceChangeEvent(Envelope):
    """`ECR Scan Resource Change`."""

    detail: ScanResourceChange = field(ScanResourceChange.codec)


class InspectorScanEvent(Envelope):
    """`Inspector2 Scan`, of enhanced scanning."""

    detail: ImageScan = field(ImageScan.codec)


class InspectorFindingEvent(Envelope):
    """`Inspector2 Finding`, of enhanced scanning."""

    detail: InspectorFinding = field(InspectorFinding.codec)


class OtherEvent(Envelope):
    """An event of a type that is not known, such as `ECR Artifact Action`; its detail is left as it is."""

    detail: JsonValue = field(json_value)


Event: TypeAlias = (
    ImageActionEvent
    | ReferrerActionEvent
    | ImageScanEvent
    | ReplicationActionEvent
    | PullThroughCacheActionEvent
    | ScanResourceChangeEvent
    | InspectorScanEvent
    | InspectorFindingEvent
    | OtherEvent
)

event: Codec[Event] = tagged_union(
    "detail-type",
    case("ECR Image Action", ImageActionEvent)
    | case("ECR Referrer Action", ReferrerActionEvent)
    | case("ECR Image Scan", ImageScanEvent)
    | case("ECR Replication Action", ReplicationActionEvent)
    | case("ECR Pull Through Cache Action", PullThroughCacheActionEvent)
    | case("ECR Scan Resource Change", ScanResourceChangeEvent)
    | case("Inspector2 Scan", InspectorScanEvent)
    | case("Inspector2 Finding", InspectorFindingEvent)
    | otherwise(OtherEvent.codec),
)
"""An event, by its `detail-type`."""
