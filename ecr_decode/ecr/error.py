# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The errors of Amazon ECR: values to match on, never raised."""

from __future__ import annotations

from ..aws.shape import ErrorShape
from ..field import field
from . import scalar
from .scalar import ExceptionMessage, KmsError, PartSize, RegistryId, RepositoryName, UploadId


class BlockedByOrganizationPolicyException(ErrorShape):
    """Reported by PutRegistryScanningConfiguration."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class EmptyUploadException(ErrorShape):
    """Reported by CompleteLayerUpload."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ExclusionAlreadyExistsException(ErrorShape):
    """Reported by RegisterPullTimeUpdateExclusion."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ExclusionNotFoundException(ErrorShape):
    """Reported by DeregisterPullTimeUpdateExclusion."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageAlreadyExistsException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageArchivedException(ErrorShape):
    """Reported by StartImageScan."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageDigestDoesNotMatchException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageNotFoundException(ErrorShape):
    """Reported by DescribeImageReplicationStatus, DescribeImageScanFindings, DescribeImageSigningStatus and 3 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageStorageClassUpdateNotSupportedException(ErrorShape):
    """Reported by UpdateImageStorageClass."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageTagAlreadyExistsException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidLayerException(ErrorShape):
    """Reported by CompleteLayerUpload."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidLayerPartException(ErrorShape):
    """Reported by UploadLayerPart."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    upload_id: UploadId | None = field("uploadId", scalar.upload_id, default=None)
    last_valid_byte_received: PartSize | None = field("lastValidByteReceived", scalar.part_size, default=None)
    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidParameterException(ErrorShape):
    """Reported by BatchCheckLayerAvailability, BatchDeleteImage, BatchGetImage and 58 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidTagParameterException(ErrorShape):
    """Reported by CreateRepository, TagResource and UntagResource."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class KmsException(ErrorShape):
    """Reported by CompleteLayerUpload, CreateRepository, DeleteRepository and 3 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)
    kms_error: KmsError | None = field("kmsError", scalar.kms_error, default=None)


class LayerAlreadyExistsException(ErrorShape):
    """Reported by CompleteLayerUpload."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerInaccessibleException(ErrorShape):
    """Reported by GetDownloadUrlForLayer."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerPartTooSmallException(ErrorShape):
    """Reported by CompleteLayerUpload."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayersNotFoundException(ErrorShape):
    """Reported by GetDownloadUrlForLayer and PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LifecyclePolicyNotFoundException(ErrorShape):
    """Reported by DeleteLifecyclePolicy, GetLifecyclePolicy and StartLifecyclePolicyPreview."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LifecyclePolicyPreviewInProgressException(ErrorShape):
    """Reported by StartLifecyclePolicyPreview."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LifecyclePolicyPreviewNotFoundException(ErrorShape):
    """Reported by GetLifecyclePolicyPreview."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LimitExceededException(ErrorShape):
    """Reported by BatchGetImage, CreatePullThroughCacheRule, CreateRepository and 9 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class PullThroughCacheRuleAlreadyExistsException(ErrorShape):
    """Reported by CreatePullThroughCacheRule."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class PullThroughCacheRuleNotFoundException(ErrorShape):
    """Reported by DeletePullThroughCacheRule, DescribePullThroughCacheRules, UpdatePullThroughCacheRule and ValidatePullThroughCacheRule."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReferencedImagesNotFoundException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RegistryPolicyNotFoundException(ErrorShape):
    """Reported by DeleteRegistryPolicy and GetRegistryPolicy."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReplicationBackfillInProgressException(ErrorShape):
    """Reported by StartReplicationBackfill."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReplicationBackfillInvalidStatusException(ErrorShape):
    """Reported by StopReplicationBackfill."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReplicationBackfillNotFoundException(ErrorShape):
    """Reported by DescribeReplicationBackfillResults and StopReplicationBackfill."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryAlreadyExistsException(ErrorShape):
    """Reported by CreateRepository."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotEmptyException(ErrorShape):
    """Reported by DeleteRepository."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotFoundException(ErrorShape):
    """Reported by BatchCheckLayerAvailability, BatchDeleteImage, BatchGetImage and 29 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryPolicyNotFoundException(ErrorShape):
    """Reported by DeleteRepositoryPolicy and GetRepositoryPolicy."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ScanNotFoundException(ErrorShape):
    """Reported by DescribeImageScanFindings."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class SecretNotFoundException(ErrorShape):
    """Reported by CreatePullThroughCacheRule and UpdatePullThroughCacheRule."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ServerException(ErrorShape):
    """Reported by BatchCheckLayerAvailability, BatchDeleteImage, BatchGetImage and 59 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class SigningConfigurationNotFoundException(ErrorShape):
    """Reported by DeleteSigningConfiguration and GetSigningConfiguration."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TemplateAlreadyExistsException(ErrorShape):
    """Reported by CreateRepositoryCreationTemplate."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TemplateNotFoundException(ErrorShape):
    """Reported by DeleteRepositoryCreationTemplate and UpdateRepositoryCreationTemplate."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TooManyTagsException(ErrorShape):
    """Reported by CreateRepository, TagResource and UntagResource."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToAccessSecretException(ErrorShape):
    """Reported by CreatePullThroughCacheRule and UpdatePullThroughCacheRule."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToDecryptSecretValueException(ErrorShape):
    """Reported by CreatePullThroughCacheRule and UpdatePullThroughCacheRule."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToGetUpstreamImageException(ErrorShape):
    """Reported by BatchGetImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToGetUpstreamLayerException(ErrorShape):
    """Reported by GetDownloadUrlForLayer."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToListUpstreamImageReferrersException(ErrorShape):
    """Reported by ListImageReferrers."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnsupportedImageTypeException(ErrorShape):
    """Reported by StartImageScan."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnsupportedUpstreamRegistryException(ErrorShape):
    """Reported by CreatePullThroughCacheRule."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UploadNotFoundException(ErrorShape):
    """Reported by CompleteLayerUpload and UploadLayerPart."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ValidationException(ErrorShape):
    """Reported by BatchGetRepositoryScanningConfiguration, CreatePullThroughCacheRule, CreateRepositoryCreationTemplate and 38 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)
