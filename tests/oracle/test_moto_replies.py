"""Every operation that moto answers: what we read from the raw reply is what botocore parsed from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from moto import mock_aws
from moto.ecr.responses import ECRResponse
from moto.server import ThreadedMotoServer

from ecr_decode import aws, ecr, outcome
from ecr_decode.integrations.boto3 import call, from_boto3
from tests.integrations.clients import client_of
from tests.oracle.catalogues import operations_of, plain, without_metadata

MOTO_LACKS = {"GetDownloadUrlForLayer"}
"""Operations that moto names and does not implement."""

DIGEST = "sha256:" + "0" * 64
MEDIA = "application/vnd.oci.image.manifest.v1+json"
POLICY = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": "arn:aws:iam::123456789012:root"},
                "Action": ["ecr:DescribeImages"],
            }
        ],
    }
)
REGISTRY_POLICY = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "replicate",
                "Effect": "Allow",
                "Principal": {"AWS": "arn:aws:iam::111111111111:root"},
                "Action": ["ecr:CreateRepository", "ecr:ReplicateImage"],
                "Resource": "arn:aws:ecr:eu-west-1:123456789012:repository/*",
            }
        ],
    }
)
LIFECYCLE = json.dumps(
    {
        "rules": [
            {
                "rulePriority": 1,
                "selection": {
                    "tagStatus": "untagged",
                    "countType": "sinceImagePushed",
                    "countUnit": "days",
                    "countNumber": 14,
                },
                "action": {"type": "expire"},
            }
        ]
    }
)


def manifest(name: str) -> str:
    config = {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": DIGEST, "size": len(name)}
    return json.dumps({"schemaVersion": 2, "mediaType": MEDIA, "config": config, "layers": []})


class Both:
    """A client that is asked through `call` while botocore parses the same replies."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.answered: dict[str, set[str]] = {}
        self.parsed: dict[str, Any] = {}
        client.meta.events.register("after-call.ecr", self.keep)

    def keep(self, parsed: dict[str, Any], **_: Any) -> None:
        self.parsed = parsed

    def __call__(self, operation: aws.Operation[Any, Any, Any], **members: Any) -> Any:
        """Our value for a request, after it was seen to be botocore's."""
        request_class = getattr(ecr, f"{operation.name}Request")
        ours: Any = outcome(call(self.client, operation, request_class(**members)))
        theirs = without_metadata(self.parsed)
        if "Error" in theirs:
            assert outcome(from_boto3(operation, self.parsed)) == ours
            error = theirs.pop("Error")
            assert self.code(ours) == error["Code"]
            assert ours.message == error["Message"]
            assert type(ours) is aws.UnknownError or plain(ours) == theirs
        else:
            assert plain(ours) == theirs
            assert from_boto3(operation, self.parsed).unwrap() == ours
        self.answered.setdefault(operation.name, set()).add(type(ours).__name__)
        return ours

    @staticmethod
    def code(error: Any) -> str:
        return error.code if isinstance(error, aws.UnknownError) else type(error).__name__


@pytest.fixture(params=["in process", "as a server"])
def ask(request: pytest.FixtureRequest) -> Iterator[Both]:
    with mock_aws():
        if request.param == "in process":
            yield Both(client_of())
            return
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield Both(client_of(url=f"http://{host}:{port}"))
    server.stop()


def test_what_we_read_is_what_botocore_parses(ask: Both) -> None:
    repositories(ask)
    images(ask)
    layers(ask)
    policies(ask)
    scans(ask)
    registry(ask)
    ending(ask)
    known = {operation.name for operation in operations_of(ecr)}
    named = {"".join(map(str.capitalize, name.split("_"))) for name in vars(ECRResponse)}
    assert ask.answered.keys() == known & named - MOTO_LACKS
    assert len(ask.answered) == 34


def repositories(ask: Both) -> None:
    tags = (ecr.Tag(key="team", value="a"), ecr.Tag(key="empty", value=""))
    made = ask(
        ecr.create_repository,
        repository_name="team/app",
        tags=tags,
        image_tag_mutability="IMMUTABLE",
        image_scanning_configuration=ecr.ImageScanningConfiguration(scan_on_push=True),
        encryption_configuration=ecr.EncryptionConfiguration(encryption_type=ecr.EncryptionType.KMS),
    )
    assert made.repository.encryption_configuration.encryption_type is ecr.EncryptionType.KMS
    assert made.repository.image_scanning_configuration.scan_on_push is True
    ask(ecr.create_repository, repository_name="other")
    again = ask(ecr.create_repository, repository_name="team/app")
    assert isinstance(again, ecr.RepositoryAlreadyExistsException)
    described = ask(ecr.describe_repositories)
    assert [found.repository_name for found in described.repositories] == ["team/app", "other"]
    lost = ask(ecr.describe_repositories, repository_names=("nobody",))
    assert isinstance(lost, ecr.RepositoryNotFoundException)
    arn = made.repository.repository_arn
    assert ask(ecr.tag_resource, resource_arn=arn, tags=(ecr.Tag(key="stage", value="test"),)) == (
        ecr.TagResourceResponse()
    )
    assert len(ask(ecr.list_tags_for_resource, resource_arn=arn).tags) == 3
    assert ask(ecr.untag_resource, resource_arn=arn, tag_keys=("team",)) == ecr.UntagResourceResponse()
    assert len(ask(ecr.list_tags_for_resource, resource_arn=arn).tags) == 2
    ask(ecr.put_image_tag_mutability, repository_name="other", image_tag_mutability="IMMUTABLE")
    excluded = ecr.ImageTagMutabilityExclusionFilter(filter_type="WILDCARD", filter="latest*")
    ask(
        ecr.put_image_tag_mutability,
        repository_name="other",
        image_tag_mutability="MUTABLE_WITH_EXCLUSION",
        image_tag_mutability_exclusion_filters=(excluded,),
    )
    ask(
        ecr.put_image_scanning_configuration,
        repository_name="other",
        image_scanning_configuration=ecr.ImageScanningConfiguration(scan_on_push=False),
    )


def images(ask: Both) -> None:
    put = ask(
        ecr.put_image,
        repository_name="other",
        image_manifest=manifest("one"),
        image_tag="v1",
        image_manifest_media_type=MEDIA,
    )
    digest = put.image.image_id.image_digest
    ask(ecr.put_image, repository_name="other", image_manifest=manifest("three"), image_tag="v2")
    assert len(ask(ecr.list_images, repository_name="other").image_ids) == 2
    assert ask(ecr.list_images, repository_name="team/app").image_ids == ()
    (detail, _) = ask(ecr.describe_images, repository_name="other").image_details
    assert detail.image_pushed_at.tzinfo is not None
    lost = ecr.ImageIdentifier(image_tag="v9")
    assert isinstance(
        ask(ecr.describe_images, repository_name="other", image_ids=(lost,)), ecr.ImageNotFoundException
    )
    got = ask(
        ecr.batch_get_image,
        repository_name="other",
        image_ids=(ecr.ImageIdentifier(image_digest=digest), lost),
    )
    assert got.images[0].image_manifest == manifest("one")
    assert got.failures[0].failure_code is ecr.ImageFailureCode.IMAGE_NOT_FOUND
    gone = ask(
        ecr.batch_delete_image, repository_name="other", image_ids=(ecr.ImageIdentifier(image_tag="v2"), lost)
    )
    assert (len(gone.image_ids), len(gone.failures)) == (1, 1)


def layers(ask: Both) -> None:
    begun = ask(ecr.initiate_layer_upload, repository_name="other")
    part = {"repository_name": "other", "upload_id": begun.upload_id}
    sent = ask(
        ecr.upload_layer_part, **part, part_first_byte=0, part_last_byte=4, layer_part_blob=b"\x00\xff\xfe01"
    )
    assert sent.last_byte_received == 4
    wrong = ask(ecr.upload_layer_part, **part, part_first_byte=9, part_last_byte=9, layer_part_blob=b"9")
    assert isinstance(wrong, ecr.InvalidLayerPartException)
    assert wrong.last_valid_byte_received == 4
    done = ask(ecr.complete_layer_upload, **part, layer_digests=(DIGEST,))
    ask(ecr.complete_layer_upload, **part, layer_digests=(DIGEST,))
    held = ask(
        ecr.batch_check_layer_availability,
        repository_name="other",
        layer_digests=(done.layer_digest, DIGEST, "no digest"),
    )
    assert held.layers[0].layer_size == 5
    assert held.layers[0].layer_availability is ecr.LayerAvailability.AVAILABLE


def policies(ask: Both) -> None:
    ask(ecr.get_repository_policy, repository_name="other")
    assert json.loads(
        ask(ecr.set_repository_policy, repository_name="other", policy_text=POLICY).policy_text
    ) == json.loads(POLICY)
    ask(ecr.set_repository_policy, repository_name="other", policy_text="no policy")
    ask(ecr.get_repository_policy, repository_name="other")
    ask(ecr.delete_repository_policy, repository_name="other")
    ask(ecr.get_lifecycle_policy, repository_name="other")
    ask(ecr.put_lifecycle_policy, repository_name="other", lifecycle_policy_text=LIFECYCLE)
    ask(ecr.put_lifecycle_policy, repository_name="other", lifecycle_policy_text="x" * 100)
    assert ask(ecr.get_lifecycle_policy, repository_name="other").last_evaluated_at is not None
    ask(ecr.delete_lifecycle_policy, repository_name="other")
    assert isinstance(ask(ecr.get_registry_policy), ecr.RegistryPolicyNotFoundException)
    ask(ecr.put_registry_policy, policy_text=REGISTRY_POLICY)
    ask(ecr.put_registry_policy, policy_text="no policy")
    ask(ecr.get_registry_policy)
    ask(ecr.delete_registry_policy)
    ask(ecr.delete_registry_policy)


def scans(ask: Both) -> None:
    image = ecr.ImageIdentifier(image_tag="v1")
    ask(ecr.describe_image_scan_findings, repository_name="other", image_id=image)
    ask(ecr.start_image_scan, repository_name="other", image_id=image)
    found = ask(ecr.describe_image_scan_findings, repository_name="other", image_id=image)
    assert found.image_scan_findings.findings
    assert all(isinstance(count, int) for count in found.image_scan_findings.finding_severity_counts.values())
    ask(ecr.start_image_scan, repository_name="other", image_id=image)
    settings = ask(ecr.batch_get_repository_scanning_configuration, repository_names=("other", "nobody"))
    assert (len(settings.scanning_configurations), len(settings.failures)) == (1, 1)


def registry(ask: Both) -> None:
    (held,) = ask(ecr.get_authorization_token).authorization_data
    assert held.expires_at.year == 2015
    destination = ecr.ReplicationDestination(region="eu-central-1", registry_id="123456789012")
    prefix = ecr.RepositoryFilter(filter="team", filter_type="PREFIX_MATCH")
    rule = ecr.ReplicationRule(destinations=(destination,), repository_filters=(prefix,))
    ask(
        ecr.put_replication_configuration,
        replication_configuration=ecr.ReplicationConfiguration(rules=(rule,)),
    )
    assert ask(ecr.describe_registry).replication_configuration.rules == (rule,)
    ask(
        ecr.put_replication_configuration,
        replication_configuration=ecr.ReplicationConfiguration(rules=(rule,) * 11),
    )
    ask(ecr.get_registry_scanning_configuration)
    every = ecr.ScanningRepositoryFilter(filter="*", filter_type="WILDCARD")
    often = ecr.RegistryScanningRule(scan_frequency="CONTINUOUS_SCAN", repository_filters=(every,))
    ask(ecr.put_registry_scanning_configuration, scan_type="ENHANCED", rules=(often,))
    assert ask(ecr.get_registry_scanning_configuration).scanning_configuration.rules == (often,)


def ending(ask: Both) -> None:
    full = ask(ecr.delete_repository, repository_name="other")
    assert isinstance(full, ecr.RepositoryNotEmptyException)
    ask(ecr.delete_repository, repository_name="other", force=True)
    ask(ecr.delete_repository, repository_name="nobody")
