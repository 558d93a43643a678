# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: replication."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.pages import Pages
from ..aws.scalar import timestamp
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import ReplicationBackfillResultStatus, ReplicationBackfillStatus, ReplicationStatus
from .error import (
    ImageNotFoundException,
    InvalidParameterException,
    LimitExceededException,
    ReplicationBackfillInProgressException,
    ReplicationBackfillInvalidStatusException,
    ReplicationBackfillNotFoundException,
    RepositoryNotFoundException,
    ServerException,
    ValidationException,
)
from .scalar import (
    FiftyMaxResults,
    MaxResults,
    NextToken,
    NonNegativeInteger,
    Region,
    RegistryId,
    ReplicationBackfillError,
    ReplicationBackfillId,
    ReplicationError,
    RepositoryName,
)
from .service import HOME, PROTOCOL
from .shared import ImageIdentifier, ReplicationConfiguration, ReplicationDestination


class DescribeImageReplicationStatusRequest(Shape, gc=False):
    """What DescribeImageReplicationStatus asks."""

    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_id: ImageIdentifier = field("imageId", ImageIdentifier.codec)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)


class ImageReplicationStatus(Shape, gc=False):
    """Part of DescribeImageReplicationStatus."""

    region: Region | None = field("region", scalar.region, default=None)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    status: ReplicationStatus | str | None = field("status", enumeration.replication_status, default=None)
    failure_code: ReplicationError | None = field("failureCode", scalar.replication_error, default=None)


class DescribeImageReplicationStatusResponse(Shape, gc=False):
    """What DescribeImageReplicationStatus answers."""

    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    replication_statuses: tuple[ImageReplicationStatus, ...] | None = field(
        "replicationStatuses", array(ImageReplicationStatus.codec), default=None
    )


class DescribeReplicationBackfillResultsRequest(Shape, gc=False):
    """What DescribeReplicationBackfillResults asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    replication_backfill_id: ReplicationBackfillId = field(
        "replicationBackfillId", scalar.replication_backfill_id
    )
    result_status_filter: ReplicationBackfillResultStatus | str | None = field(
        "resultStatusFilter", enumeration.replication_backfill_result_status, default=None
    )
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class ReplicationBackfillProgress(Shape, gc=False):
    """Part of DescribeReplicationBackfillResults and ListReplicationBackfills."""

    total_replication_count: NonNegativeInteger = field("totalReplicationCount", scalar.non_negative_integer)
    completed_replication_count: NonNegativeInteger = field(
        "completedReplicationCount", scalar.non_negative_integer
    )
    failed_replication_count: NonNegativeInteger = field(
        "failedReplicationCount", scalar.non_negative_integer
    )
    failure_codes: tuple[ReplicationError, ...] = field("failureCodes", array(scalar.replication_error))


class ReplicationBackfillResult(Shape, gc=False):
    """Part of DescribeReplicationBackfillResults."""

    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_id: ImageIdentifier = field("imageId", ImageIdentifier.codec)
    status: ReplicationBackfillResultStatus | str = field(
        "status", enumeration.replication_backfill_result_status
    )
    failure_code: ReplicationError | None = field("failureCode", scalar.replication_error, default=None)
    sub_image_failure_codes: tuple[ReplicationError, ...] | None = field(
        "subImageFailureCodes", array(scalar.replication_error), default=None
    )


class DescribeReplicationBackfillResultsResponse(Shape, gc=False):
    """What DescribeReplicationBackfillResults answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    replication_backfill_id: ReplicationBackfillId | None = field(
        "replicationBackfillId", scalar.replication_backfill_id, default=None
    )
    destination: ReplicationDestination | None = field(
        "destination", ReplicationDestination.codec, default=None
    )
    status: ReplicationBackfillStatus | str | None = field(
        "status", enumeration.replication_backfill_status, default=None
    )
    failure_code: ReplicationBackfillError | None = field(
        "failureCode", scalar.replication_backfill_error, default=None
    )
    progress: ReplicationBackfillProgress | None = field(
        "progress", ReplicationBackfillProgress.codec, default=None
    )
    results: tuple[ReplicationBackfillResult, ...] | None = field(
        "results", array(ReplicationBackfillResult.codec), default=None
    )
    started_at: datetime | None = field("startedAt", timestamp, default=None)
    ended_at: datetime | None = field("endedAt", timestamp, default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class ListReplicationBackfillsRequest(Shape, gc=False):
    """What ListReplicationBackfills asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    max_results: FiftyMaxResults | None = field("maxResults", scalar.fifty_max_results, default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class ReplicationBackfillSummary(Shape, gc=False):
    """Part of ListReplicationBackfills."""

    replication_backfill_id: ReplicationBackfillId = field(
        "replicationBackfillId", scalar.replication_backfill_id
    )
    destination: ReplicationDestination = field("destination", ReplicationDestination.codec)
    status: ReplicationBackfillStatus | str = field("status", enumeration.replication_backfill_status)
    failure_code: ReplicationBackfillError | None = field(
        "failureCode", scalar.replication_backfill_error, default=None
    )
    progress: ReplicationBackfillProgress | None = field(
        "progress", ReplicationBackfillProgress.codec, default=None
    )
    started_at: datetime = field("startedAt", timestamp)
    ended_at: datetime | None = field("endedAt", timestamp, default=None)


class ListReplicationBackfillsResponse(Shape, gc=False):
    """What ListReplicationBackfills answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    backfills: tuple[ReplicationBackfillSummary, ...] | None = field(
        "backfills", array(ReplicationBackfillSummary.codec), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class PutReplicationConfigurationRequest(Shape, gc=False):
    """What PutReplicationConfiguration asks."""

    replication_configuration: ReplicationConfiguration = field(
        "replicationConfiguration", ReplicationConfiguration.codec
    )


class PutReplicationConfigurationResponse(Shape, gc=False):
    """What PutReplicationConfiguration answers."""

    replication_configuration: ReplicationConfiguration | None = field(
        "replicationConfiguration", ReplicationConfiguration.codec, default=None
    )


class StartReplicationBackfillRequest(Shape, gc=False):
    """What StartReplicationBackfill asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    destination: ReplicationDestination = field("destination", ReplicationDestination.codec)


class StartReplicationBackfillResponse(Shape, gc=False):
    """What StartReplicationBackfill answers."""

    replication_backfill_id: ReplicationBackfillId | None = field(
        "replicationBackfillId", scalar.replication_backfill_id, default=None
    )
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    destination: ReplicationDestination | None = field(
        "destination", ReplicationDestination.codec, default=None
    )
    status: ReplicationBackfillStatus | str | None = field(
        "status", enumeration.replication_backfill_status, default=None
    )
    started_at: datetime | None = field("startedAt", timestamp, default=None)


class StopReplicationBackfillRequest(Shape, gc=False):
    """What StopReplicationBackfill asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    replication_backfill_id: ReplicationBackfillId = field(
        "replicationBackfillId", scalar.replication_backfill_id
    )


class StopReplicationBackfillResponse(Shape, gc=False):
    """What StopReplicationBackfill answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    replication_backfill_id: ReplicationBackfillId | None = field(
        "replicationBackfillId", scalar.replication_backfill_id, default=None
    )
    destination: ReplicationDestination | None = field(
        "destination", ReplicationDestination.codec, default=None
    )
    status: ReplicationBackfillStatus | str | None = field(
        "status", enumeration.replication_backfill_status, default=None
    )
    started_at: datetime | None = field("startedAt", timestamp, default=None)


DescribeImageReplicationStatusError: TypeAlias = (
    ImageNotFoundException
    | InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DescribeImageReplicationStatus may fail with: values, never raised."""

describe_image_replication_status: Operation[
    DescribeImageReplicationStatusRequest,
    DescribeImageReplicationStatusResponse,
    DescribeImageReplicationStatusError,
] = Operation(
    "DescribeImageReplicationStatus",
    protocol=PROTOCOL,
    request=DescribeImageReplicationStatusRequest,
    response=DescribeImageReplicationStatusResponse,
    errors=(
        ImageNotFoundException,
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs repositoryName and imageId; lists 5 errors."""

DescribeReplicationBackfillResultsError: TypeAlias = (
    InvalidParameterException
    | ReplicationBackfillNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DescribeReplicationBackfillResults may fail with: values, never raised."""

describe_replication_backfill_results: Operation[
    DescribeReplicationBackfillResultsRequest,
    DescribeReplicationBackfillResultsResponse,
    DescribeReplicationBackfillResultsError,
] = Operation(
    "DescribeReplicationBackfillResults",
    protocol=PROTOCOL,
    request=DescribeReplicationBackfillResultsRequest,
    response=DescribeReplicationBackfillResultsResponse,
    errors=(
        InvalidParameterException,
        ReplicationBackfillNotFoundException,
        ServerException,
        ValidationException,
    ),
    pages=Pages(request="next_token", response="next_token", items=(("results",),), limit="max_results"),
    home=HOME,
)
"""Needs replicationBackfillId; lists 4 errors."""

ListReplicationBackfillsError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What ListReplicationBackfills may fail with: values, never raised."""

list_replication_backfills: Operation[
    ListReplicationBackfillsRequest, ListReplicationBackfillsResponse, ListReplicationBackfillsError
] = Operation(
    "ListReplicationBackfills",
    protocol=PROTOCOL,
    request=ListReplicationBackfillsRequest,
    response=ListReplicationBackfillsResponse,
    errors=(InvalidParameterException, ServerException, ValidationException),
    pages=Pages(request="next_token", response="next_token", items=(("backfills",),), limit="max_results"),
    home=HOME,
)
"""Needs nothing; lists 3 errors."""

PutReplicationConfigurationError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What PutReplicationConfiguration may fail with: values, never raised."""

put_replication_configuration: Operation[
    PutReplicationConfigurationRequest, PutReplicationConfigurationResponse, PutReplicationConfigurationError
] = Operation(
    "PutReplicationConfiguration",
    protocol=PROTOCOL,
    request=PutReplicationConfigurationRequest,
    response=PutReplicationConfigurationResponse,
    errors=(InvalidParameterException, ServerException, ValidationException),
    home=HOME,
)
"""Needs replicationConfiguration; lists 3 errors."""

StartReplicationBackfillError: TypeAlias = (
    InvalidParameterException
    | LimitExceededException
    | ReplicationBackfillInProgressException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What StartReplicationBackfill may fail with: values, never raised."""

start_replication_backfill: Operation[
    StartReplicationBackfillRequest, StartReplicationBackfillResponse, StartReplicationBackfillError
] = Operation(
    "StartReplicationBackfill",
    protocol=PROTOCOL,
    request=StartReplicationBackfillRequest,
    response=StartReplicationBackfillResponse,
    errors=(
        InvalidParameterException,
        LimitExceededException,
        ReplicationBackfillInProgressException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs destination; lists 5 errors."""

StopReplicationBackfillError: TypeAlias = (
    InvalidParameterException
    | ReplicationBackfillInvalidStatusException
    | ReplicationBackfillNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What StopReplicationBackfill may fail with: values, never raised."""

stop_replication_backfill: Operation[
    StopReplicationBackfillRequest, StopReplicationBackfillResponse, StopReplicationBackfillError
] = Operation(
    "StopReplicationBackfill",
    protocol=PROTOCOL,
    request=StopReplicationBackfillRequest,
    response=StopReplicationBackfillResponse,
    errors=(
        InvalidParameterException,
        ReplicationBackfillInvalidStatusException,
        ReplicationBackfillNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs replicationBackfillId; lists 5 errors."""
