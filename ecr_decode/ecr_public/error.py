# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The errors of Amazon ECR Public: values to match on, never raised."""

from __future__ import annotations

from ..aws.shape import ErrorShape
from ..combinator.field import field
from . import scalar
from .scalar import ExceptionMessage, PartSize, RegistryId, RepositoryName, UploadId


class EmptyUploadException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageAlreadyExistsException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageDigestDoesNotMatchException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ImageNotFoundException(ErrorShape, gc=False):
    """An error of DescribeImages: a value, never raised."""

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
    """An error of BatchCheckLayerAvailability and 21 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class InvalidTagParameterException(ErrorShape, gc=False):
    """An error of CreateRepository, TagResource and UntagResource: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerAlreadyExistsException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayerPartTooSmallException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LayersNotFoundException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class LimitExceededException(ErrorShape, gc=False):
    """An error of CreateRepository, PutImage and UploadLayerPart: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ReferencedImagesNotFoundException(ErrorShape, gc=False):
    """An error of PutImage: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RegistryNotFoundException(ErrorShape, gc=False):
    """An error of BatchCheckLayerAvailability and 4 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryAlreadyExistsException(ErrorShape, gc=False):
    """An error of CreateRepository: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryCatalogDataNotFoundException(ErrorShape, gc=False):
    """An error of GetRepositoryCatalogData: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotEmptyException(ErrorShape, gc=False):
    """An error of DeleteRepository: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryNotFoundException(ErrorShape, gc=False):
    """An error of BatchCheckLayerAvailability and 17 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class RepositoryPolicyNotFoundException(ErrorShape, gc=False):
    """An error of DeleteRepositoryPolicy and GetRepositoryPolicy: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class ServerException(ErrorShape, gc=False):
    """An error of BatchCheckLayerAvailability and 22 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class TooManyTagsException(ErrorShape, gc=False):
    """An error of CreateRepository, TagResource and UntagResource: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UnsupportedCommandException(ErrorShape, gc=False):
    """An error of BatchCheckLayerAvailability and 22 more operations: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)


class UploadNotFoundException(ErrorShape, gc=False):
    """An error of CompleteLayerUpload and UploadLayerPart: a value, never raised."""

    message: ExceptionMessage | None = field("message", scalar.exception_message, default=None)
