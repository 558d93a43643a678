# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The errors of Amazon ECR Public: values to match on, never raised."""

from __future__ import annotations

from ..aws.shape import ErrorShape
from ..field import field
from . import scalar
from .scalar import ExceptionMessage, PartSize, RegistryId, RepositoryName, UploadId


class EmptyUploadException(ErrorShape):
    """Reported by CompleteLayerUpload."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageAlreadyExistsException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageDigestDoesNotMatchException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageNotFoundException(ErrorShape):
    """Reported by DescribeImages."""

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
    """Reported by BatchCheckLayerAvailability, BatchDeleteImage, CompleteLayerUpload and 19 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidTagParameterException(ErrorShape):
    """Reported by CreateRepository, TagResource and UntagResource."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerAlreadyExistsException(ErrorShape):
    """Reported by CompleteLayerUpload."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerPartTooSmallException(ErrorShape):
    """Reported by CompleteLayerUpload."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayersNotFoundException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LimitExceededException(ErrorShape):
    """Reported by CreateRepository, PutImage and UploadLayerPart."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReferencedImagesNotFoundException(ErrorShape):
    """Reported by PutImage."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RegistryNotFoundException(ErrorShape):
    """Reported by BatchCheckLayerAvailability, CompleteLayerUpload, InitiateLayerUpload and 2 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryAlreadyExistsException(ErrorShape):
    """Reported by CreateRepository."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryCatalogDataNotFoundException(ErrorShape):
    """Reported by GetRepositoryCatalogData."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotEmptyException(ErrorShape):
    """Reported by DeleteRepository."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotFoundException(ErrorShape):
    """Reported by BatchCheckLayerAvailability, BatchDeleteImage, CompleteLayerUpload and 15 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryPolicyNotFoundException(ErrorShape):
    """Reported by DeleteRepositoryPolicy and GetRepositoryPolicy."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ServerException(ErrorShape):
    """Reported by BatchCheckLayerAvailability, BatchDeleteImage, CompleteLayerUpload and 20 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TooManyTagsException(ErrorShape):
    """Reported by CreateRepository, TagResource and UntagResource."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnsupportedCommandException(ErrorShape):
    """Reported by BatchCheckLayerAvailability, BatchDeleteImage, CompleteLayerUpload and 20 more operations."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UploadNotFoundException(ErrorShape):
    """Reported by CompleteLayerUpload and UploadLayerPart."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)
