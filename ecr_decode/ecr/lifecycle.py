# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: lifecycle."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.pages import Pages
from ..aws.scalar import timestamp
from ..aws.shape import Shape, UnknownError
from ..aws.waiter import Accept, Waiter
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import (
    ImageActionType,
    LifecyclePolicyPreviewStatus,
    LifecyclePolicyStorageClass,
    LifecyclePolicyTargetStorageClass,
    TagStatus,
)
from .error import (
    InvalidParameterException,
    LifecyclePolicyNotFoundException,
    LifecyclePolicyPreviewInProgressException,
    LifecyclePolicyPreviewNotFoundException,
    RepositoryNotFoundException,
    ServerException,
    ValidationException,
)
from .scalar import (
    ImageCount,
    ImageDigest,
    ImageTag,
    LifecyclePolicyRulePriority,
    LifecyclePolicyText,
    LifecyclePreviewMaxResults,
    NextToken,
    RegistryId,
    RepositoryName,
)
from .service import HOME, PROTOCOL
from .shared import ImageIdentifier


class DeleteLifecyclePolicyRequest(Shape, gc=False):
    """What DeleteLifecyclePolicy asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)


class DeleteLifecyclePolicyResponse(Shape, gc=False):
    """What DeleteLifecyclePolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    lifecycle_policy_text: LifecyclePolicyText | None = field(
        "lifecyclePolicyText", scalar.lifecycle_policy_text, default=None
    )
    last_evaluated_at: datetime | None = field("lastEvaluatedAt", timestamp, default=None)


class LifecyclePolicyPreviewFilter(Shape, gc=False):
    """Part of GetLifecyclePolicyPreview."""

    tag_status: TagStatus | str | None = field("tagStatus", enumeration.tag_status, default=None)


class GetLifecyclePolicyPreviewRequest(Shape, gc=False):
    """What GetLifecyclePolicyPreview asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_ids: tuple[ImageIdentifier, ...] | None = field(
        "imageIds", array(ImageIdentifier.codec).constrain(min_items=1, max_items=100), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: LifecyclePreviewMaxResults | None = field(
        "maxResults", scalar.lifecycle_preview_max_results, default=None
    )
    filter: LifecyclePolicyPreviewFilter | None = field(
        "filter", LifecyclePolicyPreviewFilter.codec, default=None
    )


class LifecyclePolicyRuleAction(Shape, gc=False):
    """Part of GetLifecyclePolicyPreview."""

    type: ImageActionType | str | None = field("type", enumeration.image_action_type, default=None)
    target_storage_class: LifecyclePolicyTargetStorageClass | str | None = field(
        "targetStorageClass", enumeration.lifecycle_policy_target_storage_class, default=None
    )


class LifecyclePolicyPreviewResult(Shape, gc=False):
    """Part of GetLifecyclePolicyPreview."""

    image_tags: tuple[ImageTag, ...] | None = field("imageTags", array(scalar.image_tag), default=None)
    image_digest: ImageDigest | None = field("imageDigest", scalar.image_digest, default=None)
    image_pushed_at: datetime | None = field("imagePushedAt", timestamp, default=None)
    action: LifecyclePolicyRuleAction | None = field("action", LifecyclePolicyRuleAction.codec, default=None)
    applied_rule_priority: LifecyclePolicyRulePriority | None = field(
        "appliedRulePriority", scalar.lifecycle_policy_rule_priority, default=None
    )
    storage_class: LifecyclePolicyStorageClass | str | None = field(
        "storageClass", enumeration.lifecycle_policy_storage_class, default=None
    )


class TransitioningImageTotalCount(Shape, gc=False):
    """Part of GetLifecyclePolicyPreview."""

    target_storage_class: LifecyclePolicyTargetStorageClass | str | None = field(
        "targetStorageClass", enumeration.lifecycle_policy_target_storage_class, default=None
    )
    image_total_count: ImageCount | None = field("imageTotalCount", scalar.image_count, default=None)


class LifecyclePolicyPreviewSummary(Shape, gc=False):
    """Part of GetLifecyclePolicyPreview."""

    expiring_image_total_count: ImageCount | None = field(
        "expiringImageTotalCount", scalar.image_count, default=None
    )
    transitioning_image_total_counts: tuple[TransitioningImageTotalCount, ...] | None = field(
        "transitioningImageTotalCounts", array(TransitioningImageTotalCount.codec), default=None
    )


class GetLifecyclePolicyPreviewResponse(Shape, gc=False):
    """What GetLifecyclePolicyPreview answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    lifecycle_policy_text: LifecyclePolicyText | None = field(
        "lifecyclePolicyText", scalar.lifecycle_policy_text, default=None
    )
    status: LifecyclePolicyPreviewStatus | str | None = field(
        "status", enumeration.lifecycle_policy_preview_status, default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    preview_results: tuple[LifecyclePolicyPreviewResult, ...] | None = field(
        "previewResults", array(LifecyclePolicyPreviewResult.codec), default=None
    )
    summary: LifecyclePolicyPreviewSummary | None = field(
        "summary", LifecyclePolicyPreviewSummary.codec, default=None
    )


class GetLifecyclePolicyRequest(Shape, gc=False):
    """What GetLifecyclePolicy asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)


class GetLifecyclePolicyResponse(Shape, gc=False):
    """What GetLifecyclePolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    lifecycle_policy_text: LifecyclePolicyText | None = field(
        "lifecyclePolicyText", scalar.lifecycle_policy_text, default=None
    )
    last_evaluated_at: datetime | None = field("lastEvaluatedAt", timestamp, default=None)


class PutLifecyclePolicyRequest(Shape, gc=False):
    """What PutLifecyclePolicy asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    lifecycle_policy_text: LifecyclePolicyText = field("lifecyclePolicyText", scalar.lifecycle_policy_text)


class PutLifecyclePolicyResponse(Shape, gc=False):
    """What PutLifecyclePolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    lifecycle_policy_text: LifecyclePolicyText | None = field(
        "lifecyclePolicyText", scalar.lifecycle_policy_text, default=None
    )


class StartLifecyclePolicyPreviewRequest(Shape, gc=False):
    """What StartLifecyclePolicyPreview asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    lifecycle_policy_text: LifecyclePolicyText | None = field(
        "lifecyclePolicyText", scalar.lifecycle_policy_text, default=None
    )


class StartLifecyclePolicyPreviewResponse(Shape, gc=False):
    """What StartLifecyclePolicyPreview answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    lifecycle_policy_text: LifecyclePolicyText | None = field(
        "lifecyclePolicyText", scalar.lifecycle_policy_text, default=None
    )
    status: LifecyclePolicyPreviewStatus | str | None = field(
        "status", enumeration.lifecycle_policy_preview_status, default=None
    )


DeleteLifecyclePolicyError: TypeAlias = (
    InvalidParameterException
    | LifecyclePolicyNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DeleteLifecyclePolicy may fail with: values, never raised."""

delete_lifecycle_policy: Operation[
    DeleteLifecyclePolicyRequest, DeleteLifecyclePolicyResponse, DeleteLifecyclePolicyError
] = Operation(
    "DeleteLifecyclePolicy",
    protocol=PROTOCOL,
    request=DeleteLifecyclePolicyRequest,
    response=DeleteLifecyclePolicyResponse,
    errors=(
        InvalidParameterException,
        LifecyclePolicyNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

GetLifecyclePolicyError: TypeAlias = (
    InvalidParameterException
    | LifecyclePolicyNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What GetLifecyclePolicy may fail with: values, never raised."""

get_lifecycle_policy: Operation[
    GetLifecyclePolicyRequest, GetLifecyclePolicyResponse, GetLifecyclePolicyError
] = Operation(
    "GetLifecyclePolicy",
    protocol=PROTOCOL,
    request=GetLifecyclePolicyRequest,
    response=GetLifecyclePolicyResponse,
    errors=(
        InvalidParameterException,
        LifecyclePolicyNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

GetLifecyclePolicyPreviewError: TypeAlias = (
    InvalidParameterException
    | LifecyclePolicyPreviewNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What GetLifecyclePolicyPreview may fail with: values, never raised."""

get_lifecycle_policy_preview: Operation[
    GetLifecyclePolicyPreviewRequest, GetLifecyclePolicyPreviewResponse, GetLifecyclePolicyPreviewError
] = Operation(
    "GetLifecyclePolicyPreview",
    protocol=PROTOCOL,
    request=GetLifecyclePolicyPreviewRequest,
    response=GetLifecyclePolicyPreviewResponse,
    errors=(
        InvalidParameterException,
        LifecyclePolicyPreviewNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        ValidationException,
    ),
    pages=Pages(
        request="next_token", response="next_token", items=(("preview_results",),), limit="max_results"
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

PutLifecyclePolicyError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What PutLifecyclePolicy may fail with: values, never raised."""

put_lifecycle_policy: Operation[
    PutLifecyclePolicyRequest, PutLifecyclePolicyResponse, PutLifecyclePolicyError
] = Operation(
    "PutLifecyclePolicy",
    protocol=PROTOCOL,
    request=PutLifecyclePolicyRequest,
    response=PutLifecyclePolicyResponse,
    errors=(InvalidParameterException, RepositoryNotFoundException, ServerException, ValidationException),
    home=HOME,
)
"""Needs repositoryName and lifecyclePolicyText; lists 4 errors."""

StartLifecyclePolicyPreviewError: TypeAlias = (
    InvalidParameterException
    | LifecyclePolicyNotFoundException
    | LifecyclePolicyPreviewInProgressException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What StartLifecyclePolicyPreview may fail with: values, never raised."""

start_lifecycle_policy_preview: Operation[
    StartLifecyclePolicyPreviewRequest, StartLifecyclePolicyPreviewResponse, StartLifecyclePolicyPreviewError
] = Operation(
    "StartLifecyclePolicyPreview",
    protocol=PROTOCOL,
    request=StartLifecyclePolicyPreviewRequest,
    response=StartLifecyclePolicyPreviewResponse,
    errors=(
        InvalidParameterException,
        LifecyclePolicyNotFoundException,
        LifecyclePolicyPreviewInProgressException,
        RepositoryNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs repositoryName; lists 6 errors."""

lifecycle_policy_preview_complete: Waiter[
    GetLifecyclePolicyPreviewRequest, GetLifecyclePolicyPreviewResponse
] = Waiter(
    name="LifecyclePolicyPreviewComplete",
    operation=get_lifecycle_policy_preview,
    delay=5,
    attempts=20,
    accepts=(
        Accept(state="success", path=("status",), expected="COMPLETE"),
        Accept(state="failure", path=("status",), expected="FAILED"),
        Accept(state="failure", path=("status",), expected="EXPIRED"),
    ),
)
"""Asks GetLifecyclePolicyPreview every 5 seconds, 20 times at most."""
