# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The enumerations of Amazon ECR; each takes texts of tomorrow as well."""

from __future__ import annotations

from ..aws.enumeration import OpenEnum, open_enum
from ..codec import Codec


class ArtifactStatus(OpenEnum):
    """Used by ListImageReferrers."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    ACTIVATING = "ACTIVATING"


artifact_status: Codec[ArtifactStatus | str] = open_enum(ArtifactStatus)


class ArtifactStatusFilter(OpenEnum):
    """Used by ListImageReferrers."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    ACTIVATING = "ACTIVATING"
    ANY = "ANY"


artifact_status_filter: Codec[ArtifactStatusFilter | str] = open_enum(ArtifactStatusFilter)


class EncryptionType(OpenEnum):
    """Used by CreateRepository, CreateRepositoryCreationTemplate and 5 more operations."""

    AES256 = "AES256"
    KMS = "KMS"
    KMS_DSSE = "KMS_DSSE"


encryption_type: Codec[EncryptionType | str] = open_enum(EncryptionType)


class FindingSeverity(OpenEnum):
    """Used by DescribeImageScanFindings and DescribeImages."""

    INFORMATIONAL = "INFORMATIONAL"
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"
    UNDEFINED = "UNDEFINED"


finding_severity: Codec[FindingSeverity | str] = open_enum(FindingSeverity)


class ImageActionType(OpenEnum):
    """Used by GetLifecyclePolicyPreview."""

    EXPIRE = "EXPIRE"
    TRANSITION = "TRANSITION"


image_action_type: Codec[ImageActionType | str] = open_enum(ImageActionType)


class ImageFailureCode(OpenEnum):
    """Used by BatchDeleteImage and BatchGetImage."""

    INVALID_IMAGE_DIGEST = "InvalidImageDigest"
    INVALID_IMAGE_TAG = "InvalidImageTag"
    IMAGE_TAG_DOES_NOT_MATCH_DIGEST = "ImageTagDoesNotMatchDigest"
    IMAGE_NOT_FOUND = "ImageNotFound"
    MISSING_DIGEST_AND_TAG = "MissingDigestAndTag"
    IMAGE_REFERENCED_BY_MANIFEST_LIST = "ImageReferencedByManifestList"
    KMS_ERROR = "KmsError"
    UPSTREAM_ACCESS_DENIED = "UpstreamAccessDenied"
    UPSTREAM_TOO_MANY_REQUESTS = "UpstreamTooManyRequests"
    UPSTREAM_UNAVAILABLE = "UpstreamUnavailable"
    IMAGE_INACCESSIBLE = "ImageInaccessible"


image_failure_code: Codec[ImageFailureCode | str] = open_enum(ImageFailureCode)


class ImageStatus(OpenEnum):
    """Used by DescribeImages and UpdateImageStorageClass."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    ACTIVATING = "ACTIVATING"


image_status: Codec[ImageStatus | str] = open_enum(ImageStatus)


class ImageStatusFilter(OpenEnum):
    """Used by DescribeImages and ListImages."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    ACTIVATING = "ACTIVATING"
    ANY = "ANY"


image_status_filter: Codec[ImageStatusFilter | str] = open_enum(ImageStatusFilter)


class ImageTagMutability(OpenEnum):
    """Used by CreateRepository, CreateRepositoryCreationTemplate and 6 more operations."""

    MUTABLE = "MUTABLE"
    IMMUTABLE = "IMMUTABLE"
    IMMUTABLE_WITH_EXCLUSION = "IMMUTABLE_WITH_EXCLUSION"
    MUTABLE_WITH_EXCLUSION = "MUTABLE_WITH_EXCLUSION"


image_tag_mutability: Codec[ImageTagMutability | str] = open_enum(ImageTagMutability)


class ImageTagMutabilityExclusionFilterType(OpenEnum):
    """Used by CreateRepository, CreateRepositoryCreationTemplate and 6 more operations."""

    WILDCARD = "WILDCARD"


image_tag_mutability_exclusion_filter_type: Codec[ImageTagMutabilityExclusionFilterType | str] = open_enum(
    ImageTagMutabilityExclusionFilterType
)


class LayerAvailability(OpenEnum):
    """Used by BatchCheckLayerAvailability."""

    AVAILABLE = "AVAILABLE"
    UNAVAILABLE = "UNAVAILABLE"
    ARCHIVED = "ARCHIVED"


layer_availability: Codec[LayerAvailability | str] = open_enum(LayerAvailability)


class LayerFailureCode(OpenEnum):
    """Used by BatchCheckLayerAvailability."""

    INVALID_LAYER_DIGEST = "InvalidLayerDigest"
    MISSING_LAYER_DIGEST = "MissingLayerDigest"


layer_failure_code: Codec[LayerFailureCode | str] = open_enum(LayerFailureCode)


class LifecyclePolicyPreviewStatus(OpenEnum):
    """Used by GetLifecyclePolicyPreview and StartLifecyclePolicyPreview."""

    IN_PROGRESS = "IN_PROGRESS"
    COMPLETE = "COMPLETE"
    EXPIRED = "EXPIRED"
    FAILED = "FAILED"


lifecycle_policy_preview_status: Codec[LifecyclePolicyPreviewStatus | str] = open_enum(
    LifecyclePolicyPreviewStatus
)


class LifecyclePolicyStorageClass(OpenEnum):
    """Used by GetLifecyclePolicyPreview."""

    ARCHIVE = "ARCHIVE"
    STANDARD = "STANDARD"


lifecycle_policy_storage_class: Codec[LifecyclePolicyStorageClass | str] = open_enum(
    LifecyclePolicyStorageClass
)


class LifecyclePolicyTargetStorageClass(OpenEnum):
    """Used by GetLifecyclePolicyPreview."""

    ARCHIVE = "ARCHIVE"


lifecycle_policy_target_storage_class: Codec[LifecyclePolicyTargetStorageClass | str] = open_enum(
    LifecyclePolicyTargetStorageClass
)


class RCTAppliedFor(OpenEnum):
    """Used by CreateRepositoryCreationTemplate and 3 more operations."""

    REPLICATION = "REPLICATION"
    PULL_THROUGH_CACHE = "PULL_THROUGH_CACHE"
    CREATE_ON_PUSH = "CREATE_ON_PUSH"


rct_applied_for: Codec[RCTAppliedFor | str] = open_enum(RCTAppliedFor)


class ReplicationBackfillResultStatus(OpenEnum):
    """Used by DescribeReplicationBackfillResults."""

    COMPLETE = "COMPLETE"
    FAILED = "FAILED"


replication_backfill_result_status: Codec[ReplicationBackfillResultStatus | str] = open_enum(
    ReplicationBackfillResultStatus
)


class ReplicationBackfillStatus(OpenEnum):
    """Used by DescribeReplicationBackfillResults, ListReplicationBackfills and 2 more operations."""

    PREPARING = "PREPARING"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"
    STOPPING = "STOPPING"
    STOPPED = "STOPPED"


replication_backfill_status: Codec[ReplicationBackfillStatus | str] = open_enum(ReplicationBackfillStatus)


class ReplicationStatus(OpenEnum):
    """Used by DescribeImageReplicationStatus."""

    IN_PROGRESS = "IN_PROGRESS"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"


replication_status: Codec[ReplicationStatus | str] = open_enum(ReplicationStatus)


class RepositoryFilterType(OpenEnum):
    """Used by DescribeRegistry and PutReplicationConfiguration."""

    PREFIX_MATCH = "PREFIX_MATCH"


repository_filter_type: Codec[RepositoryFilterType | str] = open_enum(RepositoryFilterType)


class ScanFrequency(OpenEnum):
    """Used by BatchGetRepositoryScanningConfiguration and 2 more operations."""

    SCAN_ON_PUSH = "SCAN_ON_PUSH"
    CONTINUOUS_SCAN = "CONTINUOUS_SCAN"
    MANUAL = "MANUAL"


scan_frequency: Codec[ScanFrequency | str] = open_enum(ScanFrequency)


class ScanStatus(OpenEnum):
    """Used by DescribeImageScanFindings, DescribeImages and StartImageScan."""

    IN_PROGRESS = "IN_PROGRESS"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"
    UNSUPPORTED_IMAGE = "UNSUPPORTED_IMAGE"
    ACTIVE = "ACTIVE"
    PENDING = "PENDING"
    SCAN_ELIGIBILITY_EXPIRED = "SCAN_ELIGIBILITY_EXPIRED"
    FINDINGS_UNAVAILABLE = "FINDINGS_UNAVAILABLE"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    IMAGE_ARCHIVED = "IMAGE_ARCHIVED"
    IMAGE_SIZE_EXCEEDED = "IMAGE_SIZE_EXCEEDED"


scan_status: Codec[ScanStatus | str] = open_enum(ScanStatus)


class ScanType(OpenEnum):
    """Used by GetRegistryScanningConfiguration and PutRegistryScanningConfiguration."""

    BASIC = "BASIC"
    ENHANCED = "ENHANCED"


scan_type: Codec[ScanType | str] = open_enum(ScanType)


class ScanningConfigurationFailureCode(OpenEnum):
    """Used by BatchGetRepositoryScanningConfiguration."""

    REPOSITORY_NOT_FOUND = "REPOSITORY_NOT_FOUND"


scanning_configuration_failure_code: Codec[ScanningConfigurationFailureCode | str] = open_enum(
    ScanningConfigurationFailureCode
)


class ScanningRepositoryFilterType(OpenEnum):
    """Used by BatchGetRepositoryScanningConfiguration and 2 more operations."""

    WILDCARD = "WILDCARD"


scanning_repository_filter_type: Codec[ScanningRepositoryFilterType | str] = open_enum(
    ScanningRepositoryFilterType
)


class SigningRepositoryFilterType(OpenEnum):
    """Used by DeleteSigningConfiguration, GetSigningConfiguration and PutSigningConfiguration."""

    WILDCARD_MATCH = "WILDCARD_MATCH"


signing_repository_filter_type: Codec[SigningRepositoryFilterType | str] = open_enum(
    SigningRepositoryFilterType
)


class SigningStatus(OpenEnum):
    """Used by DescribeImageSigningStatus."""

    IN_PROGRESS = "IN_PROGRESS"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"


signing_status: Codec[SigningStatus | str] = open_enum(SigningStatus)


class TagStatus(OpenEnum):
    """Used by DescribeImages, GetLifecyclePolicyPreview and ListImages."""

    TAGGED = "TAGGED"
    UNTAGGED = "UNTAGGED"
    ANY = "ANY"


tag_status: Codec[TagStatus | str] = open_enum(TagStatus)


class TargetStorageClass(OpenEnum):
    """Used by UpdateImageStorageClass."""

    STANDARD = "STANDARD"
    ARCHIVE = "ARCHIVE"


target_storage_class: Codec[TargetStorageClass | str] = open_enum(TargetStorageClass)


class UpstreamRegistry(OpenEnum):
    """Used by CreatePullThroughCacheRule and DescribePullThroughCacheRules."""

    ECR = "ecr"
    ECR_PUBLIC = "ecr-public"
    QUAY = "quay"
    K8S = "k8s"
    DOCKER_HUB = "docker-hub"
    GITHUB_CONTAINER_REGISTRY = "github-container-registry"
    AZURE_CONTAINER_REGISTRY = "azure-container-registry"
    GITLAB_CONTAINER_REGISTRY = "gitlab-container-registry"
    CHAINGUARD = "chainguard"


upstream_registry: Codec[UpstreamRegistry | str] = open_enum(UpstreamRegistry)
