# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR Public: image."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.pages import Pages
from ..aws.scalar import long, timestamp
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import ImageFailureCode
from .error import (
    ImageAlreadyExistsException,
    ImageDigestDoesNotMatchException,
    ImageNotFoundException,
    ImageTagAlreadyExistsException,
    InvalidParameterException,
    LayersNotFoundException,
    LimitExceededException,
    ReferencedImagesNotFoundException,
    RegistryNotFoundException,
    RepositoryNotFoundException,
    ServerException,
    UnsupportedCommandException,
)
from .scalar import (
    ImageDigest,
    ImageFailureReason,
    ImageManifest,
    ImageTag,
    MaxResults,
    MediaType,
    NextToken,
    RegistryId,
    RegistryIdOrAlias,
    RepositoryName,
)
from .service import HOME, PROTOCOL


class ImageIdentifier(Shape, gc=False):
    """Part of BatchDeleteImage, DescribeImages and PutImage."""

    image_digest: ImageDigest | None = field("imageDigest", scalar.image_digest, default=None)
    image_tag: ImageTag | None = field("imageTag", scalar.image_tag, default=None)


class BatchDeleteImageRequest(Shape, gc=False):
    """What BatchDeleteImage asks."""

    registry_id: RegistryIdOrAlias | None = field("registryId", scalar.registry_id_or_alias, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_ids: tuple[ImageIdentifier, ...] = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100)
    )


class ImageFailure(Shape, gc=False):
    """Part of BatchDeleteImage."""

    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    failure_code: ImageFailureCode | str | None = field(
        "failureCode", enumeration.image_failure_code, default=None
    )
    failure_reason: ImageFailureReason | None = field(
        "failureReason", scalar.image_failure_reason, default=None
    )


class BatchDeleteImageResponse(Shape, gc=False):
    """What BatchDeleteImage answers."""

    image_ids: tuple[ImageIdentifier, ...] | None = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100), default=None
    )
    failures: tuple[ImageFailure, ...] | None = field("failures", array(ImageFailure.codec), default=None)


class DescribeImageTagsRequest(Shape, gc=False):
    """What DescribeImageTags asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)


class ReferencedImageDetail(Shape, gc=False):
    """Part of DescribeImageTags."""

    image_digest: ImageDigest | None = field("imageDigest", scalar.image_digest, default=None)
    image_size_in_bytes: int | None = field("imageSizeInBytes", long, default=None)
    image_pushed_at: datetime | None = field("imagePushedAt", timestamp, default=None)
    image_manifest_media_type: MediaType | None = field(
        "imageManifestMediaType", scalar.media_type, default=None
    )
    artifact_media_type: MediaType | None = field("artifactMediaType", scalar.media_type, default=None)


class ImageTagDetail(Shape, gc=False):
    """Part of DescribeImageTags."""

    image_tag: ImageTag | None = field("imageTag", scalar.image_tag, default=None)
    created_at: datetime | None = field("createdAt", timestamp, default=None)
    image_detail: ReferencedImageDetail | None = field(
        "imageDetail", ReferencedImageDetail.codec, default=None
    )


class DescribeImageTagsResponse(Shape, gc=False):
    """What DescribeImageTags answers."""

    image_tag_details: tuple[ImageTagDetail, ...] | None = field(
        "imageTagDetails", array(ImageTagDetail.codec), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class DescribeImagesRequest(Shape, gc=False):
    """What DescribeImages asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_ids: tuple[ImageIdentifier, ...] | None = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)


class ImageDetail(Shape, gc=False):
    """Part of DescribeImages."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_digest: ImageDigest | None = field("imageDigest", scalar.image_digest, default=None)
    image_tags: tuple[ImageTag, ...] | None = field("imageTags", array(scalar.image_tag), default=None)
    image_size_in_bytes: int | None = field("imageSizeInBytes", long, default=None)
    image_pushed_at: datetime | None = field("imagePushedAt", timestamp, default=None)
    image_manifest_media_type: MediaType | None = field(
        "imageManifestMediaType", scalar.media_type, default=None
    )
    artifact_media_type: MediaType | None = field("artifactMediaType", scalar.media_type, default=None)


class DescribeImagesResponse(Shape, gc=False):
    """What DescribeImages answers."""

    image_details: tuple[ImageDetail, ...] | None = field(
        "imageDetails", array(ImageDetail.codec), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class Image(Shape, gc=False):
    """Part of PutImage."""

    registry_id: RegistryIdOrAlias | None = field("registryId", scalar.registry_id_or_alias, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    image_manifest: ImageManifest | None = field("imageManifest", scalar.image_manifest, default=None)
    image_manifest_media_type: MediaType | None = field(
        "imageManifestMediaType", scalar.media_type, default=None
    )


class PutImageRequest(Shape, gc=False):
    """What PutImage asks."""

    registry_id: RegistryIdOrAlias | None = field("registryId", scalar.registry_id_or_alias, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_manifest: ImageManifest = field("imageManifest", scalar.image_manifest)
    image_manifest_media_type: MediaType | None = field(
        "imageManifestMediaType", scalar.media_type, default=None
    )
    image_tag: ImageTag | None = field("imageTag", scalar.image_tag, default=None)
    image_digest: ImageDigest | None = field("imageDigest", scalar.image_digest, default=None)


class PutImageResponse(Shape, gc=False):
    """What PutImage answers."""

    image: Image | None = field("image", Image.codec, default=None)


BatchDeleteImageError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What BatchDeleteImage may fail with: values, never raised."""

batch_delete_image: Operation[BatchDeleteImageRequest, BatchDeleteImageResponse, BatchDeleteImageError] = (
    Operation(
        "BatchDeleteImage",
        protocol=PROTOCOL,
        request=BatchDeleteImageRequest,
        response=BatchDeleteImageResponse,
        errors=(
            InvalidParameterException,
            RepositoryNotFoundException,
            ServerException,
            UnsupportedCommandException,
        ),
        home=HOME,
    )
)
"""Needs repositoryName and imageIds; lists 4 errors."""

DescribeImageTagsError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What DescribeImageTags may fail with: values, never raised."""

describe_image_tags: Operation[
    DescribeImageTagsRequest, DescribeImageTagsResponse, DescribeImageTagsError
] = Operation(
    "DescribeImageTags",
    protocol=PROTOCOL,
    request=DescribeImageTagsRequest,
    response=DescribeImageTagsResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    pages=Pages(
        request="next_token", response="next_token", items=(("image_tag_details",),), limit="max_results"
    ),
    home=HOME,
)
"""Needs repositoryName; lists 4 errors."""

DescribeImagesError: TypeAlias = (
    ImageNotFoundException
    | InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What DescribeImages may fail with: values, never raised."""

describe_images: Operation[DescribeImagesRequest, DescribeImagesResponse, DescribeImagesError] = Operation(
    "DescribeImages",
    protocol=PROTOCOL,
    request=DescribeImagesRequest,
    response=DescribeImagesResponse,
    errors=(
        ImageNotFoundException,
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    pages=Pages(
        request="next_token", response="next_token", items=(("image_details",),), limit="max_results"
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

PutImageError: TypeAlias = (
    ImageAlreadyExistsException
    | ImageDigestDoesNotMatchException
    | ImageTagAlreadyExistsException
    | InvalidParameterException
    | LayersNotFoundException
    | LimitExceededException
    | ReferencedImagesNotFoundException
    | RegistryNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What PutImage may fail with: values, never raised."""

put_image: Operation[PutImageRequest, PutImageResponse, PutImageError] = Operation(
    "PutImage",
    protocol=PROTOCOL,
    request=PutImageRequest,
    response=PutImageResponse,
    errors=(
        ImageAlreadyExistsException,
        ImageDigestDoesNotMatchException,
        ImageTagAlreadyExistsException,
        InvalidParameterException,
        LayersNotFoundException,
        LimitExceededException,
        ReferencedImagesNotFoundException,
        RegistryNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName and imageManifest; lists 11 errors."""
