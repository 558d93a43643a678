# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The scalars of Amazon ECR, and what its model demands of them."""

from __future__ import annotations

from typing import TypeAlias

from ..aws.scalar import alias, blob, integer, long
from ..codec import Codec
from ..combinator.scalar import string

AccountSettingName: TypeAlias = str
account_setting_name: Codec[AccountSettingName] = string.constrain(min_length=1, max_length=64)
"""1 to 64 characters. Used by GetAccountSetting and PutAccountSetting."""

AccountSettingValue: TypeAlias = str
account_setting_value: Codec[AccountSettingValue] = alias(string)
"""Used by PutAccountSetting."""

Arch: TypeAlias = str
arch: Codec[Arch] = alias(string)
"""Used by DescribeImageScanFindings."""

Arn: TypeAlias = str
arn: Codec[Arn] = alias(string)
"""Used by BatchGetRepositoryScanningConfiguration, CreateRepository and 5 more operations."""

ArtifactType: TypeAlias = str
artifact_type: Codec[ArtifactType] = string.constrain(min_length=1, max_length=255)
"""1 to 255 characters. Used by ListImageReferrers."""

AttributeKey: TypeAlias = str
attribute_key: Codec[AttributeKey] = string.constrain(min_length=1, max_length=128)
"""1 to 128 characters. Used by DescribeImageScanFindings."""

AttributeValue: TypeAlias = str
attribute_value: Codec[AttributeValue] = string.constrain(min_length=1, max_length=256)
"""1 to 256 characters. Used by DescribeImageScanFindings."""

Author: TypeAlias = str
author: Codec[Author] = alias(string)
"""Used by DescribeImageScanFindings."""

Base64: TypeAlias = str
base64: Codec[Base64] = string.constrain(pattern=r"^\S+$")
"""Matches a pattern. Used by GetAuthorizationToken."""

BatchedOperationLayerDigest: TypeAlias = str
batched_operation_layer_digest: Codec[BatchedOperationLayerDigest] = string.constrain(
    min_length=0, max_length=1000
)
"""0 to 1000 characters. Used by BatchCheckLayerAvailability."""

CredentialArn: TypeAlias = str
credential_arn: Codec[CredentialArn] = string.constrain(
    pattern=r"^arn:aws(-\w+)*:secretsmanager:[a-zA-Z0-9-:]+:secret:ecr\-pullthroughcache\/[a-zA-Z0-9\/_+=.@-]+$",
    min_length=50,
    max_length=612,
)
"""50 to 612 characters; matches a pattern. Used by CreatePullThroughCacheRule and 4 more operations."""

CustomRoleArn: TypeAlias = str
custom_role_arn: Codec[CustomRoleArn] = string.constrain(max_length=2048)
"""At most 2048 characters. Used by CreatePullThroughCacheRule and 8 more operations."""

ExceptionMessage: TypeAlias = str
exception_message: Codec[ExceptionMessage] = alias(string)
"""Used by BatchCheckLayerAvailability, BatchDeleteImage, BatchGetImage and 59 more operations."""

ExploitAvailable: TypeAlias = str
exploit_available: Codec[ExploitAvailable] = alias(string)
"""Used by DescribeImageScanFindings."""

FiftyMaxResults: TypeAlias = int
fifty_max_results: Codec[FiftyMaxResults] = integer.constrain(minimum=1, maximum=50)
"""1 to 50. Used by ListImageReferrers and ListReplicationBackfills."""

FilePath: TypeAlias = str
file_path: Codec[FilePath] = alias(string)
"""Used by DescribeImageScanFindings."""

FindingArn: TypeAlias = str
finding_arn: Codec[FindingArn] = alias(string)
"""Used by DescribeImageScanFindings."""

FindingDescription: TypeAlias = str
finding_description: Codec[FindingDescription] = alias(string)
"""Used by DescribeImageScanFindings."""

FindingName: TypeAlias = str
finding_name: Codec[FindingName] = alias(string)
"""Used by DescribeImageScanFindings."""

FixAvailable: TypeAlias = str
fix_available: Codec[FixAvailable] = alias(string)
"""Used by DescribeImageScanFindings."""

FixedInVersion: TypeAlias = str
fixed_in_version: Codec[FixedInVersion] = alias(string)
"""Used by DescribeImageScanFindings."""

ImageCount: TypeAlias = int
image_count: Codec[ImageCount] = integer.constrain(minimum=0)
"""At least 0. Used by GetLifecyclePolicyPreview."""

ImageDigest: TypeAlias = str
image_digest: Codec[ImageDigest] = alias(string)
"""Used by BatchDeleteImage, BatchGetImage, DescribeImageReplicationStatus and 10 more operations."""

ImageFailureReason: TypeAlias = str
image_failure_reason: Codec[ImageFailureReason] = alias(string)
"""Used by BatchDeleteImage and BatchGetImage."""

ImageManifest: TypeAlias = str
image_manifest: Codec[ImageManifest] = string.constrain(min_length=1, max_length=4194304)
"""1 to 4194304 characters. Used by BatchGetImage and PutImage."""

ImageTag: TypeAlias = str
image_tag: Codec[ImageTag] = string.constrain(min_length=1, max_length=300)
"""1 to 300 characters. Used by BatchDeleteImage, BatchGetImage and 10 more operations."""

ImageTagMutabilityExclusionFilterValue: TypeAlias = str
image_tag_mutability_exclusion_filter_value: Codec[ImageTagMutabilityExclusionFilterValue] = string.constrain(
    pattern=r"^[0-9a-zA-Z._*-]{1,128}$", min_length=1, max_length=128
)
"""1 to 128 characters; matches a pattern. Used by CreateRepository and 7 more operations."""

InUseCount: TypeAlias = int
in_use_count: Codec[InUseCount] = long.constrain(minimum=0)
"""At least 0. Used by DescribeImageScanFindings."""

KmsError: TypeAlias = str
kms_error: Codec[KmsError] = alias(string)
"""Used by CompleteLayerUpload, CreateRepository, DeleteRepository and 3 more operations."""

KmsKey: TypeAlias = str
kms_key: Codec[KmsKey] = string.constrain(min_length=1, max_length=2048)
"""1 to 2048 characters. Used by CreateRepository, DeleteRepository and DescribeRepositories."""

KmsKeyForRepositoryCreationTemplate: TypeAlias = str
kms_key_for_repository_creation_template: Codec[KmsKeyForRepositoryCreationTemplate] = string.constrain(
    pattern=r"^$|arn:aws[a-z0-9-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[a-z0-9-]+", min_length=0, max_length=2048
)
"""0 to 2048 characters; matches a pattern. Used by CreateRepositoryCreationTemplate and 3 more operations."""

LayerDigest: TypeAlias = str
layer_digest: Codec[LayerDigest] = string.constrain(pattern=r"[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+")
"""Matches a pattern. Used by BatchCheckLayerAvailability, CompleteLayerUpload and GetDownloadUrlForLayer."""

LayerFailureReason: TypeAlias = str
layer_failure_reason: Codec[LayerFailureReason] = alias(string)
"""Used by BatchCheckLayerAvailability."""

LayerPartBlob: TypeAlias = bytes
layer_part_blob: Codec[LayerPartBlob] = blob.constrain(min_length=0, max_length=20971520)
"""0 to 20971520 bytes. Used by UploadLayerPart."""

LifecyclePolicyRulePriority: TypeAlias = int
lifecycle_policy_rule_priority: Codec[LifecyclePolicyRulePriority] = integer.constrain(minimum=1)
"""At least 1. Used by GetLifecyclePolicyPreview."""

LifecyclePolicyText: TypeAlias = str
lifecycle_policy_text: Codec[LifecyclePolicyText] = string.constrain(min_length=100, max_length=30720)
"""100 to 30720 characters. Used by DeleteLifecyclePolicy, GetLifecyclePolicy and 3 more operations."""

LifecyclePolicyTextForRepositoryCreationTemplate: TypeAlias = str
lifecycle_policy_text_for_repository_creation_template: Codec[
    LifecyclePolicyTextForRepositoryCreationTemplate
] = string.constrain(min_length=0, max_length=30720)
"""0 to 30720 characters. Used by CreateRepositoryCreationTemplate and 3 more operations."""

LifecyclePreviewMaxResults: TypeAlias = int
lifecycle_preview_max_results: Codec[LifecyclePreviewMaxResults] = integer.constrain(minimum=1, maximum=100)
"""1 to 100. Used by GetLifecyclePolicyPreview."""

MaxResults: TypeAlias = int
max_results: Codec[MaxResults] = integer.constrain(minimum=1, maximum=1000)
"""1 to 1000. Used by DescribeImageScanFindings, DescribeImages and 6 more operations."""

MediaType: TypeAlias = str
media_type: Codec[MediaType] = alias(string)
"""Used by BatchCheckLayerAvailability, BatchGetImage, DescribeImages and 2 more operations."""

Metric: TypeAlias = str
metric: Codec[Metric] = alias(string)
"""Used by DescribeImageScanFindings."""

NextToken: TypeAlias = str
next_token: Codec[NextToken] = alias(string)
"""Used by DescribeImageScanFindings, DescribeImages, DescribePullThroughCacheRules and 8 more operations."""

NonNegativeInteger: TypeAlias = int
non_negative_integer: Codec[NonNegativeInteger] = integer.constrain(minimum=0)
"""At least 0. Used by DescribeReplicationBackfillResults and ListReplicationBackfills."""

PTCValidateFailure: TypeAlias = str
ptc_validate_failure: Codec[PTCValidateFailure] = alias(string)
"""Used by ValidatePullThroughCacheRule."""

PackageManager: TypeAlias = str
package_manager: Codec[PackageManager] = alias(string)
"""Used by DescribeImageScanFindings."""

PartSize: TypeAlias = int
part_size: Codec[PartSize] = long.constrain(minimum=0)
"""At least 0. Used by InitiateLayerUpload and UploadLayerPart."""

Platform: TypeAlias = str
platform: Codec[Platform] = alias(string)
"""Used by DescribeImageScanFindings."""

Prefix: TypeAlias = str
prefix: Codec[Prefix] = string.constrain(
    pattern=r"^([a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\/?|ROOT)$",
    min_length=1,
    max_length=256,
)
"""1 to 256 characters; matches a pattern. Used by CreateRepositoryCreationTemplate and 3 more operations."""

PrincipalArn: TypeAlias = str
principal_arn: Codec[PrincipalArn] = string.constrain(
    pattern=r"^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\w+=,.@-]+(/[\w+=,.@-]+)*$", max_length=200
)
"""At most 200 characters; matches a pattern.

Used by DeregisterPullTimeUpdateExclusion and 2 more operations.
"""

ProxyEndpoint: TypeAlias = str
proxy_endpoint: Codec[ProxyEndpoint] = alias(string)
"""Used by GetAuthorizationToken."""

PullThroughCacheRuleRepositoryPrefix: TypeAlias = str
pull_through_cache_rule_repository_prefix: Codec[PullThroughCacheRuleRepositoryPrefix] = string.constrain(
    pattern=r"^([a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\/?|ROOT)$",
    min_length=2,
    max_length=30,
)
"""2 to 30 characters; matches a pattern. Used by CreatePullThroughCacheRule and 4 more operations."""

Reason: TypeAlias = str
reason: Codec[Reason] = alias(string)
"""Used by DescribeImageScanFindings."""

RecommendationText: TypeAlias = str
recommendation_text: Codec[RecommendationText] = alias(string)
"""Used by DescribeImageScanFindings."""

Region: TypeAlias = str
region: Codec[Region] = string.constrain(pattern=r"[0-9a-z-]{2,25}", min_length=2, max_length=25)
"""2 to 25 characters; matches a pattern. Used by DescribeImageReplicationStatus and 6 more operations."""

RegistryId: TypeAlias = str
registry_id: Codec[RegistryId] = string.constrain(pattern=r"[0-9]{12}")
"""Matches a pattern. Used by BatchCheckLayerAvailability, BatchDeleteImage and 49 more operations."""

RegistryPolicyText: TypeAlias = str
registry_policy_text: Codec[RegistryPolicyText] = string.constrain(min_length=0, max_length=10240)
"""0 to 10240 characters. Used by DeleteRegistryPolicy, GetRegistryPolicy and PutRegistryPolicy."""

RelatedVulnerability: TypeAlias = str
related_vulnerability: Codec[RelatedVulnerability] = alias(string)
"""Used by DescribeImageScanFindings."""

Release: TypeAlias = str
release: Codec[Release] = alias(string)
"""Used by DescribeImageScanFindings."""

ReplicationBackfillError: TypeAlias = str
replication_backfill_error: Codec[ReplicationBackfillError] = alias(string)
"""Used by DescribeReplicationBackfillResults and ListReplicationBackfills."""

ReplicationBackfillId: TypeAlias = str
replication_backfill_id: Codec[ReplicationBackfillId] = string.constrain(
    pattern=r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
)
"""Matches a pattern. Used by DescribeReplicationBackfillResults and 3 more operations."""

ReplicationError: TypeAlias = str
replication_error: Codec[ReplicationError] = alias(string)
"""Used by DescribeImageReplicationStatus, DescribeReplicationBackfillResults and another operation."""

RepositoryFilterValue: TypeAlias = str
repository_filter_value: Codec[RepositoryFilterValue] = string.constrain(
    pattern=r"^(?:[a-z0-9]+(?:[._-][a-z0-9]*)*/)*[a-z0-9]*(?:[._-][a-z0-9]*)*$", min_length=2, max_length=256
)
"""2 to 256 characters; matches a pattern. Used by DescribeRegistry and PutReplicationConfiguration."""

RepositoryName: TypeAlias = str
repository_name: Codec[RepositoryName] = string.constrain(
    pattern=r"[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*",
    min_length=2,
    max_length=256,
)
"""2 to 256 characters; matches a pattern. Used by BatchCheckLayerAvailability and 30 more operations."""

RepositoryPolicyText: TypeAlias = str
repository_policy_text: Codec[RepositoryPolicyText] = string.constrain(min_length=0, max_length=10240)
"""0 to 10240 characters. Used by CreateRepositoryCreationTemplate and 6 more operations."""

RepositoryTemplateDescription: TypeAlias = str
repository_template_description: Codec[RepositoryTemplateDescription] = string.constrain(max_length=256)
"""At most 256 characters. Used by CreateRepositoryCreationTemplate and 3 more operations."""

ResourceId: TypeAlias = str
resource_id: Codec[ResourceId] = alias(string)
"""Used by DescribeImageScanFindings."""

ScanStatusDescription: TypeAlias = str
scan_status_description: Codec[ScanStatusDescription] = alias(string)
"""Used by DescribeImageScanFindings, DescribeImages and StartImageScan."""

ScanningConfigurationFailureReason: TypeAlias = str
scanning_configuration_failure_reason: Codec[ScanningConfigurationFailureReason] = alias(string)
"""Used by BatchGetRepositoryScanningConfiguration."""

ScanningRepositoryFilterValue: TypeAlias = str
scanning_repository_filter_value: Codec[ScanningRepositoryFilterValue] = string.constrain(
    pattern=r"[a-z0-9*]+([._\-/][a-z0-9*]+)*", min_length=1, max_length=255
)
"""1 to 255 characters; matches a pattern.

Used by BatchGetRepositoryScanningConfiguration and 2 more operations.
"""

ScoringVector: TypeAlias = str
scoring_vector: Codec[ScoringVector] = alias(string)
"""Used by DescribeImageScanFindings."""

Severity: TypeAlias = str
severity: Codec[Severity] = alias(string)
"""Used by DescribeImageScanFindings."""

SeverityCount: TypeAlias = int
severity_count: Codec[SeverityCount] = integer.constrain(minimum=0)
"""At least 0. Used by DescribeImageScanFindings and DescribeImages."""

SigningProfileArn: TypeAlias = str
signing_profile_arn: Codec[SigningProfileArn] = string.constrain(
    pattern=r"^arn:aws(-[a-z]+)*:signer:[a-z0-9-]+:[0-9]{12}:\/signing-profiles\/[a-zA-Z0-9_]{2,}$",
    max_length=200,
)
"""At most 200 characters; matches a pattern. Used by DeleteSigningConfiguration and 3 more operations."""

SigningRepositoryFilterValue: TypeAlias = str
signing_repository_filter_value: Codec[SigningRepositoryFilterValue] = string.constrain(
    pattern=r"^(?:[a-z0-9*]+(?:[._-][a-z0-9*]+)*/)*[a-z0-9*]+(?:[._-][a-z0-9*]+)*$",
    min_length=1,
    max_length=256,
)
"""1 to 256 characters; matches a pattern. Used by DeleteSigningConfiguration and 2 more operations."""

SigningStatusFailureCode: TypeAlias = str
signing_status_failure_code: Codec[SigningStatusFailureCode] = alias(string)
"""Used by DescribeImageSigningStatus."""

SigningStatusFailureReason: TypeAlias = str
signing_status_failure_reason: Codec[SigningStatusFailureReason] = alias(string)
"""Used by DescribeImageSigningStatus."""

Source: TypeAlias = str
source: Codec[Source] = alias(string)
"""Used by DescribeImageScanFindings."""

SourceLayerHash: TypeAlias = str
source_layer_hash: Codec[SourceLayerHash] = alias(string)
"""Used by DescribeImageScanFindings."""

Status: TypeAlias = str
status: Codec[Status] = alias(string)
"""Used by DescribeImageScanFindings."""

TagKey: TypeAlias = str
tag_key: Codec[TagKey] = alias(string)
"""Used by CreateRepository, CreateRepositoryCreationTemplate and 7 more operations."""

TagValue: TypeAlias = str
tag_value: Codec[TagValue] = alias(string)
"""Used by CreateRepository, CreateRepositoryCreationTemplate and 6 more operations."""

Title: TypeAlias = str
title: Codec[Title] = alias(string)
"""Used by DescribeImageScanFindings."""

Type: TypeAlias = str
type_: Codec[Type] = alias(string)
"""Used by DescribeImageScanFindings."""

UploadId: TypeAlias = str
upload_id: Codec[UploadId] = string.constrain(
    pattern=r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
)
"""Matches a pattern. Used by CompleteLayerUpload, InitiateLayerUpload and UploadLayerPart."""

Url: TypeAlias = str
url: Codec[Url] = alias(string)
"""Used by CreatePullThroughCacheRule, CreateRepository, DeletePullThroughCacheRule and 6 more operations."""

Version: TypeAlias = str
version: Codec[Version] = alias(string)
"""Used by DescribeImageScanFindings."""

VulnerabilityId: TypeAlias = str
vulnerability_id: Codec[VulnerabilityId] = alias(string)
"""Used by DescribeImageScanFindings."""

VulnerablePackageName: TypeAlias = str
vulnerable_package_name: Codec[VulnerablePackageName] = alias(string)
"""Used by DescribeImageScanFindings."""
