"""The documents are typed: each codec by its records, and the event as a union that a `match` exhausts."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never, assert_type

from returns.result import Result

from ecr_decode import Codec, DecodeError, Decoder, JsonValue, Kept, aws, documents, ecr, ecr_public, outcome

assert_type(documents.policy, Codec[documents.Policy])
assert_type(documents.authorization_token, Codec[documents.AuthorizationToken])
assert_type(documents.authorization_tokens, Codec[tuple[documents.AuthorizationToken, ...]])
assert_type(documents.credentials, Codec[documents.Credentials])
assert_type(documents.event.decode_json(b""), Result[documents.Event, DecodeError])
assert_type(documents.cloudtrail, Codec[documents.AnyRecord])
assert_type(documents.cloudtrail_file, Codec[tuple[documents.AnyRecord, ...]])


def logged(record: documents.AnyRecord) -> object:
    match record:
        case documents.ApiCall(request=ecr.ListImagesRequest() as asked):
            return asked.repository_name
        case documents.ApiCall(error=error):
            return assert_type(error, aws.ErrorShape | aws.UnknownError | None)
        case documents.PolicyExecution(details=details) | documents.PolicyDryRun(details=details):
            return assert_type(details, documents.LifecycleDetails)
        case documents.ServiceEvent(details=details):
            return details
        case documents.OtherRecord():
            return record.rest
        case _:
            assert_never(record)


def principals(policy: documents.Policy) -> tuple[documents.Principal | None, ...]:
    return tuple(statement.principal for statement in policy.statements)


def what(event: documents.Event) -> str | JsonValue | Kept[datetime] | dict[str, int]:
    match event:
        case documents.ImageActionEvent(detail=detail) | documents.ReferrerActionEvent(detail=detail):
            return assert_type(detail, documents.ImageAction).action_type
        case documents.ImageScanEvent(detail=detail) | documents.InspectorScanEvent(detail=detail):
            return assert_type(detail, documents.ImageScan).finding_severity_counts
        case documents.ReplicationActionEvent(detail=detail):
            return detail.source_region
        case documents.PullThroughCacheActionEvent(detail=detail):
            return detail.sync_status
        case documents.ScanResourceChangeEvent(detail=detail):
            return detail.scan_type
        case documents.InspectorFindingEvent(detail=detail):
            return detail.updated_at
        case documents.OtherEvent(detail=detail):
            return detail
        case _:
            assert_never(event)


# images, manifests, configurations, lifecycle policies

assert_type(documents.manifest, Codec[documents.Manifest])
assert_type(documents.manifest_of(None), Codec[documents.Manifest])
assert_type(documents.image_manifest, Decoder[Kept[documents.Manifest]])
assert_type(documents.image_config, Codec[documents.ImageConfig])
assert_type(documents.lifecycle_policy, Codec[documents.LifecyclePolicy])
assert_type(documents.images(ecr.BatchGetImageResponse()), tuple[documents.StoredImage[ecr.Image], ...])
assert_type(
    documents.images(ecr_public.PutImageResponse()), tuple[documents.StoredImage[ecr_public.Image], ...]
)
assert_type(documents.verify("", "sha256:00"), Result[str, documents.Mismatch | documents.UnknownAlgorithm])


def media_type(stored: documents.StoredImage[ecr.Image]) -> str | None:
    match outcome(stored.manifest):
        case DecodeError():
            return None
        case kept:
            return form(kept.value)


def form(manifest: documents.Manifest) -> str | None:
    match manifest:
        case documents.OciManifest() | documents.DockerManifest():
            return assert_type(manifest.config, documents.Descriptor).media_type
        case documents.OciIndex() | documents.DockerManifestList():
            return assert_type(manifest.manifests, tuple[documents.Descriptor, ...])[0].media_type
        case documents.SchemaOneManifest():
            kept = manifest.history[0].v1_compatibility
            assert_type(kept, Kept[documents.SchemaOneLayer])
            return assert_type(kept.value.config.labels, dict[str, str]).get("a")
        case documents.ArtifactManifest() | documents.UnknownManifest():
            return manifest.media_type
        case _:
            assert_never(manifest)


def selected(rule: documents.LifecycleRule) -> frozenset[str]:
    assert_type(rule.selection.tag_status, documents.TagStatus | str)
    return assert_type(rule.selection.tag_patterns, frozenset[str])


# the records within documents


def within_manifests(one: documents.SchemaOneManifest, descriptor: documents.Descriptor) -> None:
    assert_type(one.fs_layers, tuple[documents.FsLayer, ...])
    assert_type(one.history, tuple[documents.SchemaOneHistory, ...])
    assert_type(descriptor.platform, documents.Platform | None)


def within_a_configuration(config: documents.ImageConfig) -> None:
    assert_type(config.rootfs, documents.RootFilesystem)
    assert_type(config.config, documents.ContainerConfig)
    assert_type(config.history, tuple[documents.History, ...])


def within_a_lifecycle_policy(rule: documents.LifecycleRule) -> None:
    selection = assert_type(rule.selection, documents.LifecycleSelection)
    assert_type(selection.count_type, documents.CountType | str)
    assert_type(selection.count_unit, documents.CountUnit | str | None)
    assert_type(selection.storage_class, documents.StorageClass | str)
    assert_type(assert_type(rule.action, documents.LifecycleAction).type, documents.ActionType | str)


def within_a_policy(policy: documents.Policy) -> None:
    statement = assert_type(policy.statements, tuple[documents.Statement, ...])[0]
    assert_type(statement.effect, documents.Effect)
    assert_type(statement.conditions, tuple[documents.Condition, ...])


def within_events(
    replicated: documents.ReplicationActionEvent,
    cached: documents.PullThroughCacheActionEvent,
    changed: documents.ScanResourceChangeEvent,
    found: documents.InspectorFindingEvent,
) -> tuple[documents.Envelope, ...]:
    assert_type(replicated.detail, documents.ReplicationAction)
    assert_type(cached.detail, documents.PullThroughCacheAction)
    change = assert_type(changed.detail, documents.ScanResourceChange)
    assert_type(change.repositories, tuple[documents.ScannedRepository, ...] | None)
    finding = assert_type(found.detail, documents.InspectorFinding)
    assert_type(finding.package_vulnerability, documents.PackageVulnerability | None)
    assert_type(finding.resources, tuple[documents.FoundIn, ...] | None)
    return replicated, cached, changed, found


def within_a_trail(record: documents.CloudTrailRecord, details: documents.LifecycleDetails) -> None:
    assert_type(record.user_identity, documents.UserIdentity | None)
    policy = assert_type(details.policy, documents.ExecutedPolicy | None)
    if policy is not None and policy.rules is not None:
        rule = assert_type(policy.rules, tuple[documents.ExecutedRule, ...])[0]
        assert_type(rule.selection, documents.ExecutedSelection | None)
    actions = assert_type(details.image_actions, tuple[documents.LifecycleImageAction, ...] | None)
    if actions is not None:
        assert_type(actions[0].image, documents.LifecycleImage)


def of_calls(call: documents.ApiCall, identity: documents.UserIdentity) -> None:
    assert_type(call.tls_details, documents.TlsDetails | None)
    assert_type(call.resources, tuple[documents.AccessedResource, ...] | None)
    assert_type(identity.session_context, documents.SessionContext | None)


def of_sessions(session: documents.SessionContext, part: documents.CallPart) -> None:
    assert_type(session.session_issuer, documents.SessionIssuer | None)
    assert_type(session.attributes, documents.SessionAttributes | None)
    assert_type(session.web_id_federation_data, documents.WebIdFederation | None)
    assert_type(part.rest, dict[str, JsonValue])
