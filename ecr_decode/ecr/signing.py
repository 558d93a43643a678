# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: signing."""

from __future__ import annotations

from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import SigningRepositoryFilterType, SigningStatus
from .error import (
    ImageNotFoundException,
    InvalidParameterException,
    RepositoryNotFoundException,
    ServerException,
    SigningConfigurationNotFoundException,
    ValidationException,
)
from .scalar import (
    RegistryId,
    RepositoryName,
    SigningProfileArn,
    SigningRepositoryFilterValue,
    SigningStatusFailureCode,
    SigningStatusFailureReason,
)
from .service import HOME, PROTOCOL
from .shared import ImageIdentifier


class DeleteSigningConfigurationRequest(Shape, gc=False):
    """What DeleteSigningConfiguration asks: nothing."""


class SigningRepositoryFilter(Shape, gc=False):
    """Part of DeleteSigningConfiguration, GetSigningConfiguration and PutSigningConfiguration."""

    filter: SigningRepositoryFilterValue = field("filter", scalar.signing_repository_filter_value)
    filter_type: SigningRepositoryFilterType | str = field(
        "filterType", enumeration.signing_repository_filter_type
    )


class SigningRule(Shape, gc=False):
    """Part of DeleteSigningConfiguration, GetSigningConfiguration and PutSigningConfiguration."""

    signing_profile_arn: SigningProfileArn = field("signingProfileArn", scalar.signing_profile_arn)
    repository_filters: tuple[SigningRepositoryFilter, ...] | None = field(
        "repositoryFilters",
        array(SigningRepositoryFilter.codec).constrain(min_items=1, max_items=100),
        default=None,
    )


class SigningConfiguration(Shape, gc=False):
    """Part of DeleteSigningConfiguration, GetSigningConfiguration and PutSigningConfiguration."""

    rules: tuple[SigningRule, ...] = field(
        "rules", array(SigningRule.codec).constrain(min_items=0, max_items=10)
    )


class DeleteSigningConfigurationResponse(Shape, gc=False):
    """What DeleteSigningConfiguration answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    signing_configuration: SigningConfiguration | None = field(
        "signingConfiguration", SigningConfiguration.codec, default=None
    )


class DescribeImageSigningStatusRequest(Shape, gc=False):
    """What DescribeImageSigningStatus asks."""

    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_id: ImageIdentifier = field("imageId", ImageIdentifier.codec)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)


class ImageSigningStatus(Shape, gc=False):
    """Part of DescribeImageSigningStatus."""

    signing_profile_arn: SigningProfileArn | None = field(
        "signingProfileArn", scalar.signing_profile_arn, default=None
    )
    failure_code: SigningStatusFailureCode | None = field(
        "failureCode", scalar.signing_status_failure_code, default=None
    )
    failure_reason: SigningStatusFailureReason | None = field(
        "failureReason", scalar.signing_status_failure_reason, default=None
    )
    status: SigningStatus | str | None = field("status", enumeration.signing_status, default=None)


class DescribeImageSigningStatusResponse(Shape, gc=False):
    """What DescribeImageSigningStatus answers."""

    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    signing_statuses: tuple[ImageSigningStatus, ...] | None = field(
        "signingStatuses", array(ImageSigningStatus.codec), default=None
    )


class GetSigningConfigurationRequest(Shape, gc=False):
    """What GetSigningConfiguration asks: nothing."""


class GetSigningConfigurationResponse(Shape, gc=False):
    """What GetSigningConfiguration answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    signing_configuration: SigningConfiguration | None = field(
        "signingConfiguration", SigningConfiguration.codec, default=None
    )


class PutSigningConfigurationRequest(Shape, gc=False):
    """What PutSigningConfiguration asks."""

    signing_configuration: SigningConfiguration = field("signingConfiguration", SigningConfiguration.codec)


class PutSigningConfigurationResponse(Shape, gc=False):
    """What PutSigningConfiguration answers."""

    signing_configuration: SigningConfiguration | None = field(
        "signingConfiguration", SigningConfiguration.codec, default=None
    )


DeleteSigningConfigurationError: TypeAlias = (
    ServerException | SigningConfigurationNotFoundException | ValidationException | UnknownError
)
"""What DeleteSigningConfiguration may fail with: values, never raised."""

delete_signing_configuration: Operation[
    DeleteSigningConfigurationRequest, DeleteSigningConfigurationResponse, DeleteSigningConfigurationError
] = Operation(
    "DeleteSigningConfiguration",
    protocol=PROTOCOL,
    request=DeleteSigningConfigurationRequest,
    response=DeleteSigningConfigurationResponse,
    errors=(ServerException, SigningConfigurationNotFoundException, ValidationException),
    home=HOME,
)
"""Needs nothing; lists 3 errors."""

DescribeImageSigningStatusError: TypeAlias = (
    ImageNotFoundException
    | InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DescribeImageSigningStatus may fail with: values, never raised."""

describe_image_signing_status: Operation[
    DescribeImageSigningStatusRequest, DescribeImageSigningStatusResponse, DescribeImageSigningStatusError
] = Operation(
    "DescribeImageSigningStatus",
    protocol=PROTOCOL,
    request=DescribeImageSigningStatusRequest,
    response=DescribeImageSigningStatusResponse,
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

GetSigningConfigurationError: TypeAlias = (
    InvalidParameterException
    | ServerException
    | SigningConfigurationNotFoundException
    | ValidationException
    | UnknownError
)
"""What GetSigningConfiguration may fail with: values, never raised."""

get_signing_configuration: Operation[
    GetSigningConfigurationRequest, GetSigningConfigurationResponse, GetSigningConfigurationError
] = Operation(
    "GetSigningConfiguration",
    protocol=PROTOCOL,
    request=GetSigningConfigurationRequest,
    response=GetSigningConfigurationResponse,
    errors=(
        InvalidParameterException,
        ServerException,
        SigningConfigurationNotFoundException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs nothing; lists 4 errors."""

PutSigningConfigurationError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What PutSigningConfiguration may fail with: values, never raised."""

put_signing_configuration: Operation[
    PutSigningConfigurationRequest, PutSigningConfigurationResponse, PutSigningConfigurationError
] = Operation(
    "PutSigningConfiguration",
    protocol=PROTOCOL,
    request=PutSigningConfigurationRequest,
    response=PutSigningConfigurationResponse,
    errors=(InvalidParameterException, ServerException, ValidationException),
    home=HOME,
)
"""Needs signingConfiguration; lists 3 errors."""
