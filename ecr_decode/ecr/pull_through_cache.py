# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: pull through cache."""

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
from .enumeration import UpstreamRegistry
from .error import (
    ExclusionAlreadyExistsException,
    ExclusionNotFoundException,
    InvalidParameterException,
    LimitExceededException,
    PullThroughCacheRuleAlreadyExistsException,
    PullThroughCacheRuleNotFoundException,
    SecretNotFoundException,
    ServerException,
    UnableToAccessSecretException,
    UnableToDecryptSecretValueException,
    UnsupportedUpstreamRegistryException,
    ValidationException,
)
from .scalar import (
    CredentialArn,
    CustomRoleArn,
    MaxResults,
    NextToken,
    PrincipalArn,
    PTCValidateFailure,
    PullThroughCacheRuleRepositoryPrefix,
    RegistryId,
    Url,
)
from .service import HOME, PROTOCOL


class CreatePullThroughCacheRuleRequest(Shape, gc=False):
    """What CreatePullThroughCacheRule asks."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix
    )
    upstream_registry_url: Url = field("upstreamRegistryUrl", scalar.url)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    upstream_registry: UpstreamRegistry | str | None = field(
        "upstreamRegistry", enumeration.upstream_registry, default=None
    )
    credential_arn: CredentialArn | None = field("credentialArn", scalar.credential_arn, default=None)
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)
    upstream_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "upstreamRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )


class CreatePullThroughCacheRuleResponse(Shape, gc=False):
    """What CreatePullThroughCacheRule answers."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )
    upstream_registry_url: Url | None = field("upstreamRegistryUrl", scalar.url, default=None)
    created_at: datetime | None = field("createdAt", timestamp, default=None)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    upstream_registry: UpstreamRegistry | str | None = field(
        "upstreamRegistry", enumeration.upstream_registry, default=None
    )
    credential_arn: CredentialArn | None = field("credentialArn", scalar.credential_arn, default=None)
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)
    upstream_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "upstreamRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )


class DeletePullThroughCacheRuleRequest(Shape, gc=False):
    """What DeletePullThroughCacheRule asks."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix
    )
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)


class DeletePullThroughCacheRuleResponse(Shape, gc=False):
    """What DeletePullThroughCacheRule answers."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )
    upstream_registry_url: Url | None = field("upstreamRegistryUrl", scalar.url, default=None)
    created_at: datetime | None = field("createdAt", timestamp, default=None)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    credential_arn: CredentialArn | None = field("credentialArn", scalar.credential_arn, default=None)
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)
    upstream_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "upstreamRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )


class DeregisterPullTimeUpdateExclusionRequest(Shape, gc=False):
    """What DeregisterPullTimeUpdateExclusion asks."""

    principal_arn: PrincipalArn = field("principalArn", scalar.principal_arn)


class DeregisterPullTimeUpdateExclusionResponse(Shape, gc=False):
    """What DeregisterPullTimeUpdateExclusion answers."""

    principal_arn: PrincipalArn | None = field("principalArn", scalar.principal_arn, default=None)


class DescribePullThroughCacheRulesRequest(Shape, gc=False):
    """What DescribePullThroughCacheRules asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    ecr_repository_prefixes: tuple[PullThroughCacheRuleRepositoryPrefix, ...] | None = field(
        "ecrRepositoryPrefixes",
        array(scalar.pull_through_cache_rule_repository_prefix).constrain(min_items=1, max_items=100),
        default=None,
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)


class PullThroughCacheRule(Shape, gc=False):
    """Part of DescribePullThroughCacheRules."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )
    upstream_registry_url: Url | None = field("upstreamRegistryUrl", scalar.url, default=None)
    created_at: datetime | None = field("createdAt", timestamp, default=None)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    credential_arn: CredentialArn | None = field("credentialArn", scalar.credential_arn, default=None)
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)
    upstream_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "upstreamRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )
    upstream_registry: UpstreamRegistry | str | None = field(
        "upstreamRegistry", enumeration.upstream_registry, default=None
    )
    updated_at: datetime | None = field("updatedAt", timestamp, default=None)


class DescribePullThroughCacheRulesResponse(Shape, gc=False):
    """What DescribePullThroughCacheRules answers."""

    pull_through_cache_rules: tuple[PullThroughCacheRule, ...] | None = field(
        "pullThroughCacheRules", array(PullThroughCacheRule.codec), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class ListPullTimeUpdateExclusionsRequest(Shape, gc=False):
    """What ListPullTimeUpdateExclusions asks."""

    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class ListPullTimeUpdateExclusionsResponse(Shape, gc=False):
    """What ListPullTimeUpdateExclusions answers."""

    pull_time_update_exclusions: tuple[PrincipalArn, ...] | None = field(
        "pullTimeUpdateExclusions",
        array(scalar.principal_arn).constrain(min_items=0, max_items=100),
        default=None,
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class RegisterPullTimeUpdateExclusionRequest(Shape, gc=False):
    """What RegisterPullTimeUpdateExclusion asks."""

    principal_arn: PrincipalArn = field("principalArn", scalar.principal_arn)


class RegisterPullTimeUpdateExclusionResponse(Shape, gc=False):
    """What RegisterPullTimeUpdateExclusion answers."""

    principal_arn: PrincipalArn | None = field("principalArn", scalar.principal_arn, default=None)
    created_at: datetime | None = field("createdAt", timestamp, default=None)


class UpdatePullThroughCacheRuleRequest(Shape, gc=False):
    """What UpdatePullThroughCacheRule asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix
    )
    credential_arn: CredentialArn | None = field("credentialArn", scalar.credential_arn, default=None)
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)


class UpdatePullThroughCacheRuleResponse(Shape, gc=False):
    """What UpdatePullThroughCacheRule answers."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    updated_at: datetime | None = field("updatedAt", timestamp, default=None)
    credential_arn: CredentialArn | None = field("credentialArn", scalar.credential_arn, default=None)
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)
    upstream_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "upstreamRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )


class ValidatePullThroughCacheRuleRequest(Shape, gc=False):
    """What ValidatePullThroughCacheRule asks."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix
    )
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)


class ValidatePullThroughCacheRuleResponse(Shape, gc=False):
    """What ValidatePullThroughCacheRule answers."""

    ecr_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "ecrRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    upstream_registry_url: Url | None = field("upstreamRegistryUrl", scalar.url, default=None)
    credential_arn: CredentialArn | None = field("credentialArn", scalar.credential_arn, default=None)
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)
    upstream_repository_prefix: PullThroughCacheRuleRepositoryPrefix | None = field(
        "upstreamRepositoryPrefix", scalar.pull_through_cache_rule_repository_prefix, default=None
    )
    is_valid: bool | None = field("isValid", boolean, default=None)
    failure: PTCValidateFailure | None = field("failure", scalar.ptc_validate_failure, default=None)


CreatePullThroughCacheRuleError: TypeAlias = (
    InvalidParameterException
    | LimitExceededException
    | PullThroughCacheRuleAlreadyExistsException
    | SecretNotFoundException
    | ServerException
    | UnableToAccessSecretException
    | UnableToDecryptSecretValueException
    | UnsupportedUpstreamRegistryException
    | ValidationException
    | UnknownError
)
"""What CreatePullThroughCacheRule may fail with: values, never raised."""

create_pull_through_cache_rule: Operation[
    CreatePullThroughCacheRuleRequest, CreatePullThroughCacheRuleResponse, CreatePullThroughCacheRuleError
] = Operation(
    "CreatePullThroughCacheRule",
    protocol=PROTOCOL,
    request=CreatePullThroughCacheRuleRequest,
    response=CreatePullThroughCacheRuleResponse,
    errors=(
        InvalidParameterException,
        LimitExceededException,
        PullThroughCacheRuleAlreadyExistsException,
        SecretNotFoundException,
        ServerException,
        UnableToAccessSecretException,
        UnableToDecryptSecretValueException,
        UnsupportedUpstreamRegistryException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs ecrRepositoryPrefix and upstreamRegistryUrl; lists 9 errors."""

DeletePullThroughCacheRuleError: TypeAlias = (
    InvalidParameterException
    | PullThroughCacheRuleNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DeletePullThroughCacheRule may fail with: values, never raised."""

delete_pull_through_cache_rule: Operation[
    DeletePullThroughCacheRuleRequest, DeletePullThroughCacheRuleResponse, DeletePullThroughCacheRuleError
] = Operation(
    "DeletePullThroughCacheRule",
    protocol=PROTOCOL,
    request=DeletePullThroughCacheRuleRequest,
    response=DeletePullThroughCacheRuleResponse,
    errors=(
        InvalidParameterException,
        PullThroughCacheRuleNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs ecrRepositoryPrefix; lists 4 errors."""

DeregisterPullTimeUpdateExclusionError: TypeAlias = (
    ExclusionNotFoundException
    | InvalidParameterException
    | LimitExceededException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DeregisterPullTimeUpdateExclusion may fail with: values, never raised."""

deregister_pull_time_update_exclusion: Operation[
    DeregisterPullTimeUpdateExclusionRequest,
    DeregisterPullTimeUpdateExclusionResponse,
    DeregisterPullTimeUpdateExclusionError,
] = Operation(
    "DeregisterPullTimeUpdateExclusion",
    protocol=PROTOCOL,
    request=DeregisterPullTimeUpdateExclusionRequest,
    response=DeregisterPullTimeUpdateExclusionResponse,
    errors=(
        ExclusionNotFoundException,
        InvalidParameterException,
        LimitExceededException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs principalArn; lists 5 errors."""

DescribePullThroughCacheRulesError: TypeAlias = (
    InvalidParameterException
    | PullThroughCacheRuleNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DescribePullThroughCacheRules may fail with: values, never raised."""

describe_pull_through_cache_rules: Operation[
    DescribePullThroughCacheRulesRequest,
    DescribePullThroughCacheRulesResponse,
    DescribePullThroughCacheRulesError,
] = Operation(
    "DescribePullThroughCacheRules",
    protocol=PROTOCOL,
    request=DescribePullThroughCacheRulesRequest,
    response=DescribePullThroughCacheRulesResponse,
    errors=(
        InvalidParameterException,
        PullThroughCacheRuleNotFoundException,
        ServerException,
        ValidationException,
    ),
    pages=Pages(
        request="next_token",
        response="next_token",
        items=(("pull_through_cache_rules",),),
        limit="max_results",
    ),
    home=HOME,
)
"""Needs nothing; lists 4 errors."""

ListPullTimeUpdateExclusionsError: TypeAlias = (
    InvalidParameterException | LimitExceededException | ServerException | ValidationException | UnknownError
)
"""What ListPullTimeUpdateExclusions may fail with: values, never raised."""

list_pull_time_update_exclusions: Operation[
    ListPullTimeUpdateExclusionsRequest,
    ListPullTimeUpdateExclusionsResponse,
    ListPullTimeUpdateExclusionsError,
] = Operation(
    "ListPullTimeUpdateExclusions",
    protocol=PROTOCOL,
    request=ListPullTimeUpdateExclusionsRequest,
    response=ListPullTimeUpdateExclusionsResponse,
    errors=(InvalidParameterException, LimitExceededException, ServerException, ValidationException),
    pages=Pages(
        request="next_token",
        response="next_token",
        items=(("pull_time_update_exclusions",),),
        limit="max_results",
    ),
    home=HOME,
)
"""Needs nothing; lists 4 errors."""

RegisterPullTimeUpdateExclusionError: TypeAlias = (
    ExclusionAlreadyExistsException
    | InvalidParameterException
    | LimitExceededException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What RegisterPullTimeUpdateExclusion may fail with: values, never raised."""

register_pull_time_update_exclusion: Operation[
    RegisterPullTimeUpdateExclusionRequest,
    RegisterPullTimeUpdateExclusionResponse,
    RegisterPullTimeUpdateExclusionError,
] = Operation(
    "RegisterPullTimeUpdateExclusion",
    protocol=PROTOCOL,
    request=RegisterPullTimeUpdateExclusionRequest,
    response=RegisterPullTimeUpdateExclusionResponse,
    errors=(
        ExclusionAlreadyExistsException,
        InvalidParameterException,
        LimitExceededException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs principalArn; lists 5 errors."""

UpdatePullThroughCacheRuleError: TypeAlias = (
    InvalidParameterException
    | PullThroughCacheRuleNotFoundException
    | SecretNotFoundException
    | ServerException
    | UnableToAccessSecretException
    | UnableToDecryptSecretValueException
    | ValidationException
    | UnknownError
)
"""What UpdatePullThroughCacheRule may fail with: values, never raised."""

update_pull_through_cache_rule: Operation[
    UpdatePullThroughCacheRuleRequest, UpdatePullThroughCacheRuleResponse, UpdatePullThroughCacheRuleError
] = Operation(
    "UpdatePullThroughCacheRule",
    protocol=PROTOCOL,
    request=UpdatePullThroughCacheRuleRequest,
    response=UpdatePullThroughCacheRuleResponse,
    errors=(
        InvalidParameterException,
        PullThroughCacheRuleNotFoundException,
        SecretNotFoundException,
        ServerException,
        UnableToAccessSecretException,
        UnableToDecryptSecretValueException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs ecrRepositoryPrefix; lists 7 errors."""

ValidatePullThroughCacheRuleError: TypeAlias = (
    InvalidParameterException
    | PullThroughCacheRuleNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What ValidatePullThroughCacheRule may fail with: values, never raised."""

validate_pull_through_cache_rule: Operation[
    ValidatePullThroughCacheRuleRequest,
    ValidatePullThroughCacheRuleResponse,
    ValidatePullThroughCacheRuleError,
] = Operation(
    "ValidatePullThroughCacheRule",
    protocol=PROTOCOL,
    request=ValidatePullThroughCacheRuleRequest,
    response=ValidatePullThroughCacheRuleResponse,
    errors=(
        InvalidParameterException,
        PullThroughCacheRuleNotFoundException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs ecrRepositoryPrefix; lists 4 errors."""
