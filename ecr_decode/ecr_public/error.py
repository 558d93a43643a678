# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The errors of Amazon ECR Public: values to match on, never raised."""

from __future__ import annotations

from ..aws.shape import ErrorShape
from ..field import field
from . import scalar
from .scalar import ExceptionMessage, PartSize, RegistryId, RepositoryName, UploadId


class EmptyUploadException(ErrorShape):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageAlreadyExistsException(ErrorShape):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageDigestDoesNotMatchException(ErrorShape):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageNotFoundException(ErrorShape):
    """An error of DescribeImages: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageTagAlreadyExistsException(ErrorShape):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidLayerException(ErrorShape):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidLayerPartException(ErrorShape):
    """An error of UploadLayerPart: a value, never raised."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    upload_id: UploadId | None = field("uploadId", scalar.upload_id, default=None)
    last_valid_byte_received: PartSize | None = field("lastValidByteReceived", scalar.part_size, default=None)
    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidParameterException(ErrorShape):
    """An error of BatchCheckLayerAvailability and 21 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidTagParameterException(ErrorShape):
    """An error of CreateRepository, TagResource and UntagResource: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerAlreadyExistsException(ErrorShape):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerPartTooSmallException(ErrorShape):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayersNotFoundException(ErrorShape):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LimitExceededException(ErrorShape):
    """An error of CreateRepository, PutImage and UploadLayerPart: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReferencedImagesNotFoundException(ErrorShape):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RegistryNotFoundException(ErrorShape):
    """An error of BatchCheckLayerAvailability and 4 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryAlreadyExistsException(ErrorShape):
    """An error of CreateRepository: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryCatalogDataNotFoundException(ErrorShape):
    """An error of GetRepositoryCatalogData: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotEmptyException(ErrorShape):
    """An error of DeleteRepository: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotFoundException(ErrorShape):
    """An error of BatchCheckLayerAvailability and 17 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryPolicyNotFoundException(ErrorShape):
    """An error of DeleteRepositoryPolicy and GetRepositoryPolicy: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ServerException(ErrorShape):
    """An error of BatchCheckLayerAvailability and 22 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TooManyTagsException(ErrorShape):
    """An error of CreateRepository, TagResource and UntagResource: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnsupportedCommandException(ErrorShape):
    """An error of BatchCheckLayerAvailability and 22 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UploadNotFoundException(ErrorShape):
    """An error of CompleteLayerUpload and UploadLayerPart: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)
