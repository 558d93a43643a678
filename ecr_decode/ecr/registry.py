# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: registry."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.scalar import timestamp
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import scalar
from .error import (
    InvalidParameterException,
    LimitExceededException,
    RegistryPolicyNotFoundException,
    ServerException,
    ValidationException,
)
from .scalar import (
    AccountSettingName,
    AccountSettingValue,
    Base64,
    ProxyEndpoint,
    RegistryId,
    RegistryPolicyText,
)
from .service import HOME, PROTOCOL
from .shared import ReplicationConfiguration


class AuthorizationData(Shape, gc=False):
    """Part of GetAuthorizationToken."""

    authorization_token: Base64 | None = field("authorizationToken", scalar.base64, default=None, secret=True)
    expires_at: datetime | None = field("expiresAt", timestamp, default=None)
    proxy_endpoint: ProxyEndpoint | None = field("proxyEndpoint", scalar.proxy_endpoint, default=None)


class DeleteRegistryPolicyRequest(Shape, gc=False):
    """What DeleteRegistryPolicy asks: nothing."""


class DeleteRegistryPolicyResponse(Shape, gc=False):
    """What DeleteRegistryPolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    policy_text: RegistryPolicyText | None = field("policyText", scalar.registry_policy_text, default=None)


class DescribeRegistryRequest(Shape, gc=False):
    """What DescribeRegistry asks: nothing."""


class DescribeRegistryResponse(Shape, gc=False):
    """What DescribeRegistry answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    replication_configuration: ReplicationConfiguration | None = field(
        "replicationConfiguration", ReplicationConfiguration.codec, default=None
    )


class GetAccountSettingRequest(Shape, gc=False):
    """What GetAccountSetting asks."""

    name: AccountSettingName = field("name", scalar.account_setting_name)


class GetAccountSettingResponse(Shape, gc=False):
    """What GetAccountSetting answers."""

    name: AccountSettingName | None = field("name", scalar.account_setting_name, default=None)
    value: AccountSettingName | None = field("value", scalar.account_setting_name, default=None)


class GetAuthorizationTokenRequest(Shape, gc=False):
    """What GetAuthorizationToken asks. Deprecated: registryIds."""

    registry_ids: tuple[RegistryId, ...] | None = field(
        "registryIds", array(scalar.registry_id).constrain(min_items=1, max_items=10), default=None
    )


class GetAuthorizationTokenResponse(Shape, gc=False):
    """What GetAuthorizationToken answers."""

    authorization_data: tuple[AuthorizationData, ...] | None = field(
        "authorizationData", array(AuthorizationData.codec), default=None
    )


class GetRegistryPolicyRequest(Shape, gc=False):
    """What GetRegistryPolicy asks: nothing."""


class GetRegistryPolicyResponse(Shape, gc=False):
    """What GetRegistryPolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    policy_text: RegistryPolicyText | None = field("policyText", scalar.registry_policy_text, default=None)


class PutAccountSettingRequest(Shape, gc=False):
    """What PutAccountSetting asks."""

    name: AccountSettingName = field("name", scalar.account_setting_name)
    value: AccountSettingValue = field("value", scalar.account_setting_value)


class PutAccountSettingResponse(Shape, gc=False):
    """What PutAccountSetting answers."""

    name: AccountSettingName | None = field("name", scalar.account_setting_name, default=None)
    value: AccountSettingValue | None = field("value", scalar.account_setting_value, default=None)


class PutRegistryPolicyRequest(Shape, gc=False):
    """What PutRegistryPolicy asks."""

    policy_text: RegistryPolicyText = field("policyText", scalar.registry_policy_text)


class PutRegistryPolicyResponse(Shape, gc=False):
    """What PutRegistryPolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    policy_text: RegistryPolicyText | None = field("policyText", scalar.registry_policy_text, default=None)


DeleteRegistryPolicyError: TypeAlias = (
    InvalidParameterException
    | RegistryPolicyNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DeleteRegistryPolicy may fail with: values, never raised."""

delete_registry_policy: Operation[
    DeleteRegistryPolicyRequest, DeleteRegistryPolicyResponse, DeleteRegistryPolicyError
] = Operation(
    "DeleteRegistryPolicy",
    protocol=PROTOCOL,
    request=DeleteRegistryPolicyRequest,
    response=DeleteRegistryPolicyResponse,
    errors=(InvalidParameterException, RegistryPolicyNotFoundException, ServerException, ValidationException),
    home=HOME,
)
"""Needs nothing; lists 4 errors."""

DescribeRegistryError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What DescribeRegistry may fail with: values, never raised."""

describe_registry: Operation[DescribeRegistryRequest, DescribeRegistryResponse, DescribeRegistryError] = (
    Operation(
        "DescribeRegistry",
        protocol=PROTOCOL,
        request=DescribeRegistryRequest,
        response=DescribeRegistryResponse,
        errors=(InvalidParameterException, ServerException, ValidationException),
        home=HOME,
    )
)
"""Needs nothing; lists 3 errors."""

GetAccountSettingError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What GetAccountSetting may fail with: values, never raised."""

get_account_setting: Operation[
    GetAccountSettingRequest, GetAccountSettingResponse, GetAccountSettingError
] = Operation(
    "GetAccountSetting",
    protocol=PROTOCOL,
    request=GetAccountSettingRequest,
    response=GetAccountSettingResponse,
    errors=(InvalidParameterException, ServerException, ValidationException),
    home=HOME,
)
"""Needs name; lists 3 errors."""

GetAuthorizationTokenError: TypeAlias = InvalidParameterException | ServerException | UnknownError
"""What GetAuthorizationToken may fail with: values, never raised."""

get_authorization_token: Operation[
    GetAuthorizationTokenRequest, GetAuthorizationTokenResponse, GetAuthorizationTokenError
] = Operation(
    "GetAuthorizationToken",
    protocol=PROTOCOL,
    request=GetAuthorizationTokenRequest,
    response=GetAuthorizationTokenResponse,
    errors=(InvalidParameterException, ServerException),
    home=HOME,
)
"""Needs nothing; lists 2 errors."""

GetRegistryPolicyError: TypeAlias = (
    InvalidParameterException
    | RegistryPolicyNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What GetRegistryPolicy may fail with: values, never raised."""

get_registry_policy: Operation[
    GetRegistryPolicyRequest, GetRegistryPolicyResponse, GetRegistryPolicyError
] = Operation(
    "GetRegistryPolicy",
    protocol=PROTOCOL,
    request=GetRegistryPolicyRequest,
    response=GetRegistryPolicyResponse,
    errors=(InvalidParameterException, RegistryPolicyNotFoundException, ServerException, ValidationException),
    home=HOME,
)
"""Needs nothing; lists 4 errors."""

PutAccountSettingError: TypeAlias = (
    InvalidParameterException | LimitExceededException | ServerException | ValidationException | UnknownError
)
"""What PutAccountSetting may fail with: values, never raised."""

put_account_setting: Operation[
    PutAccountSettingRequest, PutAccountSettingResponse, PutAccountSettingError
] = Operation(
    "PutAccountSetting",
    protocol=PROTOCOL,
    request=PutAccountSettingRequest,
    response=PutAccountSettingResponse,
    errors=(InvalidParameterException, LimitExceededException, ServerException, ValidationException),
    home=HOME,
)
"""Needs name and value; lists 4 errors."""

PutRegistryPolicyError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What PutRegistryPolicy may fail with: values, never raised."""

put_registry_policy: Operation[
    PutRegistryPolicyRequest, PutRegistryPolicyResponse, PutRegistryPolicyError
] = Operation(
    "PutRegistryPolicy",
    protocol=PROTOCOL,
    request=PutRegistryPolicyRequest,
    response=PutRegistryPolicyResponse,
    errors=(InvalidParameterException, ServerException, ValidationException),
    home=HOME,
)
"""Needs policyText; lists 3 errors."""
