# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR Public: registry."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.pages import Pages
from ..aws.scalar import boolean, timestamp
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import RegistryAliasStatus
from .error import InvalidParameterException, ServerException, UnsupportedCommandException
from .scalar import Arn, Base64, MaxResults, NextToken, RegistryAliasName, RegistryId, Url
from .service import HOME, PROTOCOL


class AuthorizationData(Shape, gc=False):
    """Part of GetAuthorizationToken."""

    authorization_token: Base64 | None = field("authorizationToken", scalar.base64, default=None, secret=True)
    expires_at: datetime | None = field("expiresAt", timestamp, default=None)


class DescribeRegistriesRequest(Shape, gc=False):
    """What DescribeRegistries asks."""

    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)


class RegistryAlias(Shape, gc=False):
    """Part of DescribeRegistries."""

    name: RegistryAliasName = field("name", scalar.registry_alias_name)
    status: RegistryAliasStatus | str = field("status", enumeration.registry_alias_status)
    primary_registry_alias: bool = field("primaryRegistryAlias", boolean)
    default_registry_alias: bool = field("defaultRegistryAlias", boolean)


class Registry(Shape, gc=False):
    """Part of DescribeRegistries."""

    registry_id: RegistryId = field("registryId", scalar.registry_id)
    registry_arn: Arn = field("registryArn", scalar.arn)
    registry_uri: Url = field("registryUri", scalar.url)
    verified: bool = field("verified", boolean)
    aliases: tuple[RegistryAlias, ...] = field("aliases", array(RegistryAlias.codec))


class DescribeRegistriesResponse(Shape, gc=False):
    """What DescribeRegistries answers."""

    registries: tuple[Registry, ...] | None = field("registries", array(Registry.codec), default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class GetAuthorizationTokenRequest(Shape, gc=False):
    """What GetAuthorizationToken asks: nothing."""


class GetAuthorizationTokenResponse(Shape, gc=False):
    """What GetAuthorizationToken answers."""

    authorization_data: AuthorizationData | None = field(
        "authorizationData", AuthorizationData.codec, default=None
    )


DescribeRegistriesError: TypeAlias = (
    InvalidParameterException | ServerException | UnsupportedCommandException | UnknownError
)
"""What DescribeRegistries may fail with: values, never raised."""

describe_registries: Operation[
    DescribeRegistriesRequest, DescribeRegistriesResponse, DescribeRegistriesError
] = Operation(
    "DescribeRegistries",
    protocol=PROTOCOL,
    request=DescribeRegistriesRequest,
    response=DescribeRegistriesResponse,
    errors=(InvalidParameterException, ServerException, UnsupportedCommandException),
    pages=Pages(request="next_token", response="next_token", items=(("registries",),), limit="max_results"),
    home=HOME,
)
"""Needs nothing; lists 3 errors."""

GetAuthorizationTokenError: TypeAlias = (
    InvalidParameterException | ServerException | UnsupportedCommandException | UnknownError
)
"""What GetAuthorizationToken may fail with: values, never raised."""

get_authorization_token: Operation[
    GetAuthorizationTokenRequest, GetAuthorizationTokenResponse, GetAuthorizationTokenError
] = Operation(
    "GetAuthorizationToken",
    protocol=PROTOCOL,
    request=GetAuthorizationTokenRequest,
    response=GetAuthorizationTokenResponse,
    errors=(InvalidParameterException, ServerException, UnsupportedCommandException),
    home=HOME,
)
"""Needs nothing; lists 3 errors."""
