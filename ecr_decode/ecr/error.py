# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The errors of Amazon ECR: values to match on, never raised."""

from __future__ import annotations

from ..aws.shape import ErrorShape
from ..combinator.field import field
from . import scalar
from .scalar import ExceptionMessage, KmsError, PartSize, RegistryId, RepositoryName, UploadId


class BlockedByOrganizationPolicyException(ErrorShape, gc=False):
    """An error of PutRegistryScanningConfiguration: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class EmptyUploadException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ExclusionAlreadyExistsException(ErrorShape, gc=False):
    """An error of RegisterPullTimeUpdateExclusion: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ExclusionNotFoundException(ErrorShape, gc=False):
    """An error of DeregisterPullTimeUpdateExclusion: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageAlreadyExistsException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageArchivedException(ErrorShape, gc=False):
    """An error of StartImageScan: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageDigestDoesNotMatchException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageNotFoundException(ErrorShape, gc=False):
    """An error of DescribeImageReplicationStatus and 5 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageStorageClassUpdateNotSupportedException(ErrorShape, gc=False):
    """An error of UpdateImageStorageClass: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageTagAlreadyExistsException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidLayerException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidLayerPartException(ErrorShape, gc=False):
    """An error of UploadLayerPart: a value, never raised."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    upload_id: UploadId | None = field("uploadId", scalar.upload_id, default=None)
    last_valid_byte_received: PartSize | None = field("lastValidByteReceived", scalar.part_size, default=None)
    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidParameterException(ErrorShape, gc=False):
    """An error of BatchCheckLayerAvailability and 60 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidTagParameterException(ErrorShape, gc=False):
    """An error of CreateRepository, TagResource and UntagResource: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class KmsException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload, CreateRepository and 4 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)
    kms_error: KmsError | None = field("kmsError", scalar.kms_error, default=None)


class LayerAlreadyExistsException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerInaccessibleException(ErrorShape, gc=False):
    """An error of GetDownloadUrlForLayer: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerPartTooSmallException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayersNotFoundException(ErrorShape, gc=False):
    """An error of GetDownloadUrlForLayer and PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LifecyclePolicyNotFoundException(ErrorShape, gc=False):
    """An error of DeleteLifecyclePolicy and 2 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LifecyclePolicyPreviewInProgressException(ErrorShape, gc=False):
    """An error of StartLifecyclePolicyPreview: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LifecyclePolicyPreviewNotFoundException(ErrorShape, gc=False):
    """An error of GetLifecyclePolicyPreview: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LimitExceededException(ErrorShape, gc=False):
    """An error of BatchGetImage and 11 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class PullThroughCacheRuleAlreadyExistsException(ErrorShape, gc=False):
    """An error of CreatePullThroughCacheRule: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class PullThroughCacheRuleNotFoundException(ErrorShape, gc=False):
    """An error of DeletePullThroughCacheRule and 3 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReferencedImagesNotFoundException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RegistryPolicyNotFoundException(ErrorShape, gc=False):
    """An error of DeleteRegistryPolicy and GetRegistryPolicy: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReplicationBackfillInProgressException(ErrorShape, gc=False):
    """An error of StartReplicationBackfill: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReplicationBackfillInvalidStatusException(ErrorShape, gc=False):
    """An error of StopReplicationBackfill: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReplicationBackfillNotFoundException(ErrorShape, gc=False):
    """An error of DescribeReplicationBackfillResults and StopReplicationBackfill: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryAlreadyExistsException(ErrorShape, gc=False):
    """An error of CreateRepository: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotEmptyException(ErrorShape, gc=False):
    """An error of DeleteRepository: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotFoundException(ErrorShape, gc=False):
    """An error of BatchCheckLayerAvailability and 31 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryPolicyNotFoundException(ErrorShape, gc=False):
    """An error of DeleteRepositoryPolicy and GetRepositoryPolicy: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ScanNotFoundException(ErrorShape, gc=False):
    """An error of DescribeImageScanFindings: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class SecretNotFoundException(ErrorShape, gc=False):
    """An error of CreatePullThroughCacheRule and UpdatePullThroughCacheRule: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ServerException(ErrorShape, gc=False):
    """An error of BatchCheckLayerAvailability and 61 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class SigningConfigurationNotFoundException(ErrorShape, gc=False):
    """An error of DeleteSigningConfiguration and GetSigningConfiguration: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TemplateAlreadyExistsException(ErrorShape, gc=False):
    """An error of CreateRepositoryCreationTemplate: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TemplateNotFoundException(ErrorShape, gc=False):
    """An error of DeleteRepositoryCreationTemplate and another operation: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TooManyTagsException(ErrorShape, gc=False):
    """An error of CreateRepository, TagResource and UntagResource: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToAccessSecretException(ErrorShape, gc=False):
    """An error of CreatePullThroughCacheRule and UpdatePullThroughCacheRule: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToDecryptSecretValueException(ErrorShape, gc=False):
    """An error of CreatePullThroughCacheRule and UpdatePullThroughCacheRule: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToGetUpstreamImageException(ErrorShape, gc=False):
    """An error of BatchGetImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToGetUpstreamLayerException(ErrorShape, gc=False):
    """An error of GetDownloadUrlForLayer: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnableToListUpstreamImageReferrersException(ErrorShape, gc=False):
    """An error of ListImageReferrers: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnsupportedImageTypeException(ErrorShape, gc=False):
    """An error of StartImageScan: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnsupportedUpstreamRegistryException(ErrorShape, gc=False):
    """An error of CreatePullThroughCacheRule: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UploadNotFoundException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload and UploadLayerPart: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ValidationException(ErrorShape, gc=False):
    """An error of BatchGetRepositoryScanningConfiguration and 40 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)
