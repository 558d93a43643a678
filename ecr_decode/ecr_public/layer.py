# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR Public: layer."""

from __future__ import annotations

from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.scalar import long
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import LayerAvailability, LayerFailureCode
from .error import (
    EmptyUploadException,
    InvalidLayerException,
    InvalidLayerPartException,
    InvalidParameterException,
    LayerAlreadyExistsException,
    LayerPartTooSmallException,
    LimitExceededException,
    RegistryNotFoundException,
    RepositoryNotFoundException,
    ServerException,
    UnsupportedCommandException,
    UploadNotFoundException,
)
from .scalar import (
    BatchedOperationLayerDigest,
    LayerDigest,
    LayerFailureReason,
    LayerPartBlob,
    MediaType,
    PartSize,
    RegistryId,
    RegistryIdOrAlias,
    RepositoryName,
    UploadId,
)
from .service import HOME, PROTOCOL


class BatchCheckLayerAvailabilityRequest(Shape, gc=False):
    """What BatchCheckLayerAvailability asks."""

    registry_id: RegistryIdOrAlias | None = field("registryId", scalar.registry_id_or_alias, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    layer_digests: tuple[BatchedOperationLayerDigest, ...] = field(
        "layerDigests", array(scalar.batched_operation_layer_digest).constrain(min_items=1, max_items=100)
    )


class Layer(Shape, gc=False):
    """Part of BatchCheckLayerAvailability."""

    layer_digest: LayerDigest | None = field("layerDigest", scalar.layer_digest, default=None)
    layer_availability: LayerAvailability | str | None = field(
        "layerAvailability", enumeration.layer_availability, default=None
    )
    layer_size: int | None = field("layerSize", long, default=None)
    media_type: MediaType | None = field("mediaType", scalar.media_type, default=None)


class LayerFailure(Shape, gc=False):
    """Part of BatchCheckLayerAvailability."""

    layer_digest: BatchedOperationLayerDigest | None = field(
        "layerDigest", scalar.batched_operation_layer_digest, default=None
    )
    failure_code: LayerFailureCode | str | None = field(
        "failureCode", enumeration.layer_failure_code, default=None
    )
    failure_reason: LayerFailureReason | None = field(
        "failureReason", scalar.layer_failure_reason, default=None
    )


class BatchCheckLayerAvailabilityResponse(Shape, gc=False):
    """What BatchCheckLayerAvailability answers."""

    layers: tuple[Layer, ...] | None = field("layers", array(Layer.codec), default=None)
    failures: tuple[LayerFailure, ...] | None = field("failures", array(LayerFailure.codec), default=None)


class CompleteLayerUploadRequest(Shape, gc=False):
    """What CompleteLayerUpload asks."""

    registry_id: RegistryIdOrAlias | None = field("registryId", scalar.registry_id_or_alias, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    upload_id: UploadId = field("uploadId", scalar.upload_id)
    layer_digests: tuple[LayerDigest, ...] = field(
        "layerDigests", array(scalar.layer_digest).constrain(min_items=1, max_items=100)
    )


class CompleteLayerUploadResponse(Shape, gc=False):
    """What CompleteLayerUpload answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    upload_id: UploadId | None = field("uploadId", scalar.upload_id, default=None)
    layer_digest: LayerDigest | None = field("layerDigest", scalar.layer_digest, default=None)


class InitiateLayerUploadRequest(Shape, gc=False):
    """What InitiateLayerUpload asks."""

    registry_id: RegistryIdOrAlias | None = field("registryId", scalar.registry_id_or_alias, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)


class InitiateLayerUploadResponse(Shape, gc=False):
    """What InitiateLayerUpload answers."""

    upload_id: UploadId | None = field("uploadId", scalar.upload_id, default=None)
    part_size: PartSize | None = field("partSize", scalar.part_size, default=None)


class UploadLayerPartRequest(Shape, gc=False):
    """What UploadLayerPart asks."""

    registry_id: RegistryIdOrAlias | None = field("registryId", scalar.registry_id_or_alias, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    upload_id: UploadId = field("uploadId", scalar.upload_id)
    part_first_byte: PartSize = field("partFirstByte", scalar.part_size)
    part_last_byte: PartSize = field("partLastByte", scalar.part_size)
    layer_part_blob: LayerPartBlob = field("layerPartBlob", scalar.layer_part_blob, secret=True)


class UploadLayerPartResponse(Shape, gc=False):
    """What UploadLayerPart answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    upload_id: UploadId | None = field("uploadId", scalar.upload_id, default=None)
    last_byte_received: PartSize | None = field("lastByteReceived", scalar.part_size, default=None)


BatchCheckLayerAvailabilityError: TypeAlias = (
    InvalidParameterException
    | RegistryNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What BatchCheckLayerAvailability may fail with: values, never raised."""

batch_check_layer_availability: Operation[
    BatchCheckLayerAvailabilityRequest, BatchCheckLayerAvailabilityResponse, BatchCheckLayerAvailabilityError
] = Operation(
    "BatchCheckLayerAvailability",
    protocol=PROTOCOL,
    request=BatchCheckLayerAvailabilityRequest,
    response=BatchCheckLayerAvailabilityResponse,
    errors=(
        InvalidParameterException,
        RegistryNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName and layerDigests; lists 5 errors."""

CompleteLayerUploadError: TypeAlias = (
    EmptyUploadException
    | InvalidLayerException
    | InvalidParameterException
    | LayerAlreadyExistsException
    | LayerPartTooSmallException
    | RegistryNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UploadNotFoundException
    | UnknownError
)
"""What CompleteLayerUpload may fail with: values, never raised."""

complete_layer_upload: Operation[
    CompleteLayerUploadRequest, CompleteLayerUploadResponse, CompleteLayerUploadError
] = Operation(
    "CompleteLayerUpload",
    protocol=PROTOCOL,
    request=CompleteLayerUploadRequest,
    response=CompleteLayerUploadResponse,
    errors=(
        EmptyUploadException,
        InvalidLayerException,
        InvalidParameterException,
        LayerAlreadyExistsException,
        LayerPartTooSmallException,
        RegistryNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
        UploadNotFoundException,
    ),
    home=HOME,
)
"""Needs repositoryName, uploadId and layerDigests; lists 10 errors."""

InitiateLayerUploadError: TypeAlias = (
    InvalidParameterException
    | RegistryNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What InitiateLayerUpload may fail with: values, never raised."""

initiate_layer_upload: Operation[
    InitiateLayerUploadRequest, InitiateLayerUploadResponse, InitiateLayerUploadError
] = Operation(
    "InitiateLayerUpload",
    protocol=PROTOCOL,
    request=InitiateLayerUploadRequest,
    response=InitiateLayerUploadResponse,
    errors=(
        InvalidParameterException,
        RegistryNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

UploadLayerPartError: TypeAlias = (
    InvalidLayerPartException
    | InvalidParameterException
    | LimitExceededException
    | RegistryNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UploadNotFoundException
    | UnknownError
)
"""What UploadLayerPart may fail with: values, never raised."""

upload_layer_part: Operation[UploadLayerPartRequest, UploadLayerPartResponse, UploadLayerPartError] = (
    Operation(
        "UploadLayerPart",
        protocol=PROTOCOL,
        request=UploadLayerPartRequest,
        response=UploadLayerPartResponse,
        errors=(
            InvalidLayerPartException,
            InvalidParameterException,
            LimitExceededException,
            RegistryNotFoundException,
            RepositoryNotFoundException,
            ServerException,
            UnsupportedCommandException,
            UploadNotFoundException,
        ),
        home=HOME,
    )
)
"""Needs repositoryName, uploadId, partFirstByte, partLastByte and layerPartBlob; lists 8 errors."""
