# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: image."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array, dict_of
from ..aws.operation import Operation
from ..aws.pages import Pages
from ..aws.scalar import long, timestamp
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from ..combinator.scalar import string
from . import enumeration, scalar
from .enumeration import (
    ArtifactStatus,
    ArtifactStatusFilter,
    FindingSeverity,
    ImageFailureCode,
    ImageStatus,
    ImageStatusFilter,
    TagStatus,
    TargetStorageClass,
)
from .error import (
    ImageAlreadyExistsException,
    ImageDigestDoesNotMatchException,
    ImageNotFoundException,
    ImageStorageClassUpdateNotSupportedException,
    ImageTagAlreadyExistsException,
    InvalidParameterException,
    KmsException,
    LayersNotFoundException,
    LimitExceededException,
    ReferencedImagesNotFoundException,
    RepositoryNotFoundException,
    ServerException,
    UnableToGetUpstreamImageException,
    UnableToListUpstreamImageReferrersException,
    ValidationException,
)
from .scalar import (
    ArtifactType,
    FiftyMaxResults,
    ImageDigest,
    ImageFailureReason,
    ImageManifest,
    ImageTag,
    MaxResults,
    MediaType,
    NextToken,
    RegistryId,
    RepositoryName,
    SeverityCount,
)
from .service import HOME, PROTOCOL
from .shared import ImageIdentifier, ImageScanStatus


class BatchDeleteImageRequest(Shape, gc=False):
    """What BatchDeleteImage asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_ids: tuple[ImageIdentifier, ...] = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100)
    )


class ImageFailure(Shape, gc=False):
    """Part of BatchDeleteImage and BatchGetImage."""

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


class BatchGetImageRequest(Shape, gc=False):
    """What BatchGetImage asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_ids: tuple[ImageIdentifier, ...] = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100)
    )
    accepted_media_types: tuple[MediaType, ...] | None = field(
        "acceptedMediaTypes", array(scalar.media_type).constrain(min_items=1, max_items=100), default=None
    )


class Image(Shape, gc=False):
    """Part of BatchGetImage and PutImage."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    image_manifest: ImageManifest | None = field("imageManifest", scalar.image_manifest, default=None)
    image_manifest_media_type: MediaType | None = field(
        "imageManifestMediaType", scalar.media_type, default=None
    )


class BatchGetImageResponse(Shape, gc=False):
    """What BatchGetImage answers."""

    images: tuple[Image, ...] | None = field("images", array(Image.codec), default=None)
    failures: tuple[ImageFailure, ...] | None = field("failures", array(ImageFailure.codec), default=None)


class DescribeImagesFilter(Shape, gc=False):
    """Part of DescribeImages."""

    tag_status: TagStatus | str | None = field("tagStatus", enumeration.tag_status, default=None)
    image_status: ImageStatusFilter | str | None = field(
        "imageStatus", enumeration.image_status_filter, default=None
    )


class DescribeImagesRequest(Shape, gc=False):
    """What DescribeImages asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_ids: tuple[ImageIdentifier, ...] | None = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)
    filter: DescribeImagesFilter | None = field("filter", DescribeImagesFilter.codec, default=None)


class ImageScanFindingsSummary(Shape, gc=False):
    """Part of DescribeImages."""

    image_scan_completed_at: datetime | None = field("imageScanCompletedAt", timestamp, default=None)
    vulnerability_source_updated_at: datetime | None = field(
        "vulnerabilitySourceUpdatedAt", timestamp, default=None
    )
    finding_severity_counts: dict[FindingSeverity | str, SeverityCount] | None = field(
        "findingSeverityCounts",
        dict_of(scalar.severity_count, keys=enumeration.finding_severity),
        default=None,
    )


class ImageDetail(Shape, gc=False):
    """Part of DescribeImages."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_digest: ImageDigest | None = field("imageDigest", scalar.image_digest, default=None)
    image_tags: tuple[ImageTag, ...] | None = field("imageTags", array(scalar.image_tag), default=None)
    image_size_in_bytes: int | None = field("imageSizeInBytes", long, default=None)
    image_pushed_at: datetime | None = field("imagePushedAt", timestamp, default=None)
    image_scan_status: ImageScanStatus | None = field("imageScanStatus", ImageScanStatus.codec, default=None)
    image_scan_findings_summary: ImageScanFindingsSummary | None = field(
        "imageScanFindingsSummary", ImageScanFindingsSummary.codec, default=None
    )
    image_manifest_media_type: MediaType | None = field(
        "imageManifestMediaType", scalar.media_type, default=None
    )
    artifact_media_type: MediaType | None = field("artifactMediaType", scalar.media_type, default=None)
    last_recorded_pull_time: datetime | None = field("lastRecordedPullTime", timestamp, default=None)
    subject_manifest_digest: ImageDigest | None = field(
        "subjectManifestDigest", scalar.image_digest, default=None
    )
    image_status: ImageStatus | str | None = field("imageStatus", enumeration.image_status, default=None)
    last_archived_at: datetime | None = field("lastArchivedAt", timestamp, default=None)
    last_activated_at: datetime | None = field("lastActivatedAt", timestamp, default=None)


class DescribeImagesResponse(Shape, gc=False):
    """What DescribeImages answers."""

    image_details: tuple[ImageDetail, ...] | None = field(
        "imageDetails", array(ImageDetail.codec), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class ImageReferrer(Shape, gc=False):
    """Part of ListImageReferrers."""

    digest: ImageDigest = field("digest", scalar.image_digest)
    media_type: MediaType = field("mediaType", scalar.media_type)
    artifact_type: ArtifactType | None = field("artifactType", scalar.artifact_type, default=None)
    size: int = field("size", long)
    annotations: dict[str, str] | None = field("annotations", dict_of(string, keys=string), default=None)
    artifact_status: ArtifactStatus | str | None = field(
        "artifactStatus", enumeration.artifact_status, default=None
    )


class ListImageReferrersFilter(Shape, gc=False):
    """Part of ListImageReferrers."""

    artifact_types: tuple[ArtifactType, ...] | None = field(
        "artifactTypes", array(scalar.artifact_type).constrain(min_items=0, max_items=5), default=None
    )
    artifact_status: ArtifactStatusFilter | str | None = field(
        "artifactStatus", enumeration.artifact_status_filter, default=None
    )


class SubjectIdentifier(Shape, gc=False):
    """Part of ListImageReferrers."""

    image_digest: ImageDigest = field("imageDigest", scalar.image_digest)


class ListImageReferrersRequest(Shape, gc=False):
    """What ListImageReferrers asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    subject_id: SubjectIdentifier = field("subjectId", SubjectIdentifier.codec)
    filter: ListImageReferrersFilter | None = field("filter", ListImageReferrersFilter.codec, default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: FiftyMaxResults | None = field("maxResults", scalar.fifty_max_results, default=None)


class ListImageReferrersResponse(Shape, gc=False):
    """What ListImageReferrers answers."""

    referrers: tuple[ImageReferrer, ...] | None = field("referrers", array(ImageReferrer.codec), default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class ListImagesFilter(Shape, gc=False):
    """Part of ListImages."""

    tag_status: TagStatus | str | None = field("tagStatus", enumeration.tag_status, default=None)
    image_status: ImageStatusFilter | str | None = field(
        "imageStatus", enumeration.image_status_filter, default=None
    )


class ListImagesRequest(Shape, gc=False):
    """What ListImages asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)
    filter: ListImagesFilter | None = field("filter", ListImagesFilter.codec, default=None)


class ListImagesResponse(Shape, gc=False):
    """What ListImages answers."""

    image_ids: tuple[ImageIdentifier, ...] | None = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class PutImageRequest(Shape, gc=False):
    """What PutImage asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
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


class UpdateImageStorageClassRequest(Shape, gc=False):
    """What UpdateImageStorageClass asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_id: ImageIdentifier = field("imageId", ImageIdentifier.codec)
    target_storage_class: TargetStorageClass | str = field(
        "targetStorageClass", enumeration.target_storage_class
    )


class UpdateImageStorageClassResponse(Shape, gc=False):
    """What UpdateImageStorageClass answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    image_status: ImageStatus | str | None = field("imageStatus", enumeration.image_status, default=None)


BatchDeleteImageError: TypeAlias = (
    InvalidParameterException | RepositoryNotFoundException | ServerException | UnknownError
)
"""What BatchDeleteImage may fail with: values, never raised."""

batch_delete_image: Operation[BatchDeleteImageRequest, BatchDeleteImageResponse, BatchDeleteImageError] = (
    Operation(
        "BatchDeleteImage",
        protocol=PROTOCOL,
        request=BatchDeleteImageRequest,
        response=BatchDeleteImageResponse,
        errors=(InvalidParameterException, RepositoryNotFoundException, ServerException),
        home=HOME,
    )
)
"""Needs repositoryName and imageIds; lists 3 errors."""

BatchGetImageError: TypeAlias = (
    InvalidParameterException
    | LimitExceededException
    | RepositoryNotFoundException
    | ServerException
    | UnableToGetUpstreamImageException
    | UnknownError
)
"""What BatchGetImage may fail with: values, never raised."""

batch_get_image: Operation[BatchGetImageRequest, BatchGetImageResponse, BatchGetImageError] = Operation(
    "BatchGetImage",
    protocol=PROTOCOL,
    request=BatchGetImageRequest,
    response=BatchGetImageResponse,
    errors=(
        InvalidParameterException,
        LimitExceededException,
        RepositoryNotFoundException,
        ServerException,
        UnableToGetUpstreamImageException,
    ),
    home=HOME,
)
"""Needs repositoryName and imageIds; lists 5 errors."""

DescribeImagesError: TypeAlias = (
    ImageNotFoundException
    | InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnknownError
)
"""What DescribeImages may fail with: values, never raised."""

describe_images: Operation[DescribeImagesRequest, DescribeImagesResponse, DescribeImagesError] = Operation(
    "DescribeImages",
    protocol=PROTOCOL,
    request=DescribeImagesRequest,
    response=DescribeImagesResponse,
    errors=(ImageNotFoundException, InvalidParameterException, RepositoryNotFoundException, ServerException),
    pages=Pages(
        request="next_token", response="next_token", items=(("image_details",),), limit="max_results"
    ),
    home=HOME,
)
"""Needs repositoryName; lists 4 errors."""

ListImageReferrersError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnableToListUpstreamImageReferrersException
    | ValidationException
    | UnknownError
)
"""What ListImageReferrers may fail with: values, never raised."""

list_image_referrers: Operation[
    ListImageReferrersRequest, ListImageReferrersResponse, ListImageReferrersError
] = Operation(
    "ListImageReferrers",
    protocol=PROTOCOL,
    request=ListImageReferrersRequest,
    response=ListImageReferrersResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        UnableToListUpstreamImageReferrersException,
        ValidationException,
    ),
    pages=Pages(request="next_token", response="next_token", items=(("referrers",),), limit="max_results"),
    home=HOME,
)
"""Needs repositoryName and subjectId; lists 5 errors."""

ListImagesError: TypeAlias = (
    InvalidParameterException | RepositoryNotFoundException | ServerException | UnknownError
)
"""What ListImages may fail with: values, never raised."""

list_images: Operation[ListImagesRequest, ListImagesResponse, ListImagesError] = Operation(
    "ListImages",
    protocol=PROTOCOL,
    request=ListImagesRequest,
    response=ListImagesResponse,
    errors=(InvalidParameterException, RepositoryNotFoundException, ServerException),
    pages=Pages(request="next_token", response="next_token", items=(("image_ids",),), limit="max_results"),
    home=HOME,
)
"""Needs repositoryName; lists 3 errors."""

PutImageError: TypeAlias = (
    ImageAlreadyExistsException
    | ImageDigestDoesNotMatchException
    | ImageTagAlreadyExistsException
    | InvalidParameterException
    | KmsException
    | LayersNotFoundException
    | LimitExceededException
    | ReferencedImagesNotFoundException
    | RepositoryNotFoundException
    | ServerException
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
        KmsException,
        LayersNotFoundException,
        LimitExceededException,
        ReferencedImagesNotFoundException,
        RepositoryNotFoundException,
        ServerException,
    ),
    home=HOME,
)
"""Needs repositoryName and imageManifest; lists 10 errors."""

UpdateImageStorageClassError: TypeAlias = (
    ImageNotFoundException
    | ImageStorageClassUpdateNotSupportedException
    | InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What UpdateImageStorageClass may fail with: values, never raised."""

update_image_storage_class: Operation[
    UpdateImageStorageClassRequest, UpdateImageStorageClassResponse, UpdateImageStorageClassError
] = Operation(
    "UpdateImageStorageClass",
    protocol=PROTOCOL,
    request=UpdateImageStorageClassRequest,
    response=UpdateImageStorageClassResponse,
    errors=(
        ImageNotFoundException,
        ImageStorageClassUpdateNotSupportedException,
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs repositoryName, imageId and targetStorageClass; lists 6 errors."""
