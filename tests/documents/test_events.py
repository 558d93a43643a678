"""Events become the class of their detail-type, and are written as they came."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from ecr_decode import documents, plain_only

DETAILS: list[tuple[str, type, dict[str, Any]]] = [
    (
        "ECR Image Action",
        documents.ImageActionEvent,
        {"result": "SUCCESS", "repository-name": "app", "image-digest": "sha256:00", "action-type": "PUSH"}
        | {"image-tag": "v1", "manifest-media-type": "application/vnd.oci.image.manifest.v1+json"},
    ),
    (
        "ECR Image Action",
        documents.ImageActionEvent,
        {"repository-name": "app", "action-type": "UPDATE_STORAGE_CLASS", "target-storage-class": "ARCHIVE"},
    ),
    (
        "ECR Referrer Action",
        documents.ReferrerActionEvent,
        {
            "result": "SUCCESS",
            "repository-name": "app",
            "action-type": "DELETE",
            "artifact-media-type": "a/b",
        },
    ),
    (
        "ECR Image Scan",
        documents.ImageScanEvent,
        {
            "scan-status": "COMPLETE",
            "repository-name": "app",
            "finding-severity-counts": {"HIGH": 2, "NEW": 1},
        }
        | {"image-digest": "sha256:00", "image-tags": []},
    ),
    ("ECR Image Scan", documents.ImageScanEvent, {"scan-status": "FAILED", "repository-name": "app"}),
    (
        "ECR Replication Action",
        documents.ReplicationActionEvent,
        {"result": "SUCCESS", "repository-name": "app", "image-digest": "sha256:00"}
        | {"source-account": "012345678910", "action-type": "REPLICATE", "source-region": "eu-west-1"}
        | {"image-tag": "v1"},
    ),
    (
        "ECR Pull Through Cache Action",
        documents.PullThroughCacheActionEvent,
        {
            "rule-version": "1",
            "sync-status": "FAILURE",
            "ecr-repository-prefix": "up",
            "repository-name": "up/app",
        }
        | {
            "upstream-registry-url": "registry.test",
            "image-tag": "v1",
            "failure-code": "X",
            "failure-reason": "y",
        },
    ),
    (
        "ECR Scan Resource Change",
        documents.ScanResourceChangeEvent,
        {
            "action-type": "SCAN_FREQUENCY_CHANGE",
            "repositories": [
                {
                    "repository-name": "app",
                    "repository-arn": "arn:aws:ecr:eu-west-1:012345678910:repository/app",
                    "scan-frequency": "MANUAL",
                    "previous-scan-frequency": "SCAN_ON_PUSH",
                }
            ],
            "resource-type": "REPOSITORY",
            "scan-type": "BASIC",
        },
    ),
    (
        "Inspector2 Scan",
        documents.InspectorScanEvent,
        {"scan-status": "INITIAL_SCAN_COMPLETE", "repository-name": "arn:aws:ecr:eu-west-1:0:repository/app"}
        | {"finding-severity-counts": {"TOTAL": 7}, "image-digest": "sha256:00", "image-tags": ["v1"]},
    ),
    (
        "Inspector2 Finding",
        documents.InspectorFindingEvent,
        {
            "awsAccountId": "012345678910",
            "findingArn": "arn:aws:inspector2:eu-west-1:012345678910:finding/0",
            "firstObservedAt": "Dec 3, 2021, 6:02:30 PM",
            "inspectorScore": 9.0,
            "lastObservedAt": "2021-12-03T18:02:30.125Z",
            "packageVulnerabilityDetails": {"vulnerabilityId": "CVE-2020-1", "cvss": []},
            "resources": [{"id": "arn", "type": "AWS_ECR_CONTAINER_IMAGE", "tags": {}}],
            "severity": "HIGH",
            "updatedAt": "Dec 13, 2021 12:02:30 AM",
            "remediation": {"recommendation": {"text": "x"}},
        },
    ),
    ("ECR Artifact Action", documents.OtherEvent, {"anything": [1, None]}),
]
IDS = [f"{name}-{len(detail)}" for name, _, detail in DETAILS]


def text(name: str, detail: object) -> str:
    """An event as EventBridge writes it."""
    event: dict[str, object] = {
        "version": "0",
        "id": "13cde686-328b-6117-af20-0e5566167482",
        "detail-type": name,
        "source": "aws.ecr",
        "account": "012345678910",
        "time": "2019-11-16T01:54:34Z",
        "region": "eu-west-1",
        "resources": [],
        "detail": detail,
    }
    return json.dumps(event, separators=(",", ":"))


@pytest.mark.parametrize(("name", "cls", "detail"), DETAILS, ids=IDS)
def test_an_event_becomes_its_class_and_is_written_as_it_came(name: str, cls: type, detail: Any) -> None:
    source = text(name, detail)
    with plain_only():
        plainly = documents.event.decode_json(source).unwrap()
        assert documents.event.encode_json(plainly).unwrap().decode() == source
    for _ in range(3):
        read = documents.event.decode_json(source).unwrap()
        assert type(read) is cls
        assert read == plainly
        assert read.time == datetime(2019, 11, 16, 1, 54, 34, tzinfo=UTC)
        assert documents.event.encode_json(read).unwrap().decode() == source


def test_members_of_tomorrow_are_kept() -> None:
    tree = json.loads(text("ECR Image Action", {"repository-name": "app", "action-type": "PUSH", "new": 1}))
    tree["replay-name"] = "again"
    event = documents.event.of_json(tree).unwrap()
    assert isinstance(event, documents.ImageActionEvent)
    assert (event.rest, event.detail.rest) == ({"replay-name": "again"}, {"new": 1})
    assert documents.event.to_json(event).unwrap() == tree


def test_an_event_of_another_type_than_its_class_is_not_written() -> None:
    event = documents.event.decode_json(text("ECR Artifact Action", {})).unwrap()
    assert isinstance(event, documents.OtherEvent)
    values = {name: getattr(event, name) for name in ("version", "id", "source", "account", "time", "region")}
    claims = documents.OtherEvent(**values, resources=(), detail_type="ECR Image Scan", detail={})
    assert documents.event.encode_json(claims).failure().problems


@pytest.mark.parametrize(
    ("spelled", "time"),
    [
        ("Jul 11, 2018 10:17:44 PM", datetime(2018, 7, 11, 22, 17, 44, tzinfo=UTC)),
        ("Dec 3, 2021, 6:02:30 PM", datetime(2021, 12, 3, 18, 2, 30, tzinfo=UTC)),
        ("Dec 03, 2021 12:02:30 AM", datetime(2021, 12, 3, 0, 2, 30, tzinfo=UTC)),
        ("Dec 3, 2021 12:02:30\N{NARROW NO-BREAK SPACE}PM", datetime(2021, 12, 3, 12, 2, 30, tzinfo=UTC)),
        ("2021-12-03T18:02:30.5Z", datetime(2021, 12, 3, 18, 2, 30, 500000, tzinfo=UTC)),
    ],
)
def test_times_in_words_are_read_and_kept(spelled: str, time: datetime) -> None:
    detail = {"findingArn": "a", "updatedAt": spelled}
    event = documents.event.decode_json(text("Inspector2 Finding", detail)).unwrap()
    assert isinstance(event, documents.InspectorFindingEvent)
    updated = event.detail.updated_at
    assert updated is not None
    assert (updated.text, updated.value) == (spelled, time)


@pytest.mark.parametrize(
    "spelled",
    [
        "Dez 3, 2021 6:02:30 PM",
        "Feb 30, 2021 6:02:30 PM",
        "Dec 3, 2021 0:02:30 AM",
        "Dec 3, 2021 13:02:30 PM",
        "Dec 3, 2021 6:60:30 PM",
        "Dec 3, 2021 6:02:30",
        "Dec 3, 2021 6:02:30 PM UTC",
        "Dec 3, 0000 6:02:30 PM",
        "",
    ],
)
def test_times_that_no_clock_shows_are_refused(spelled: str) -> None:
    detail = {"findingArn": "a", "updatedAt": spelled}
    error = documents.event.decode_json(text("Inspector2 Finding", detail)).failure()
    assert str(error) == "$.detail.updatedAt: expected a time such as Jul 11, 2018 10:17:44 PM"
