# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR Public: repository."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.pages import Pages
from ..aws.scalar import boolean, timestamp
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import scalar
from .error import (
    InvalidParameterException,
    InvalidTagParameterException,
    LimitExceededException,
    RepositoryAlreadyExistsException,
    RepositoryNotEmptyException,
    RepositoryNotFoundException,
    RepositoryPolicyNotFoundException,
    ServerException,
    TooManyTagsException,
    UnsupportedCommandException,
)
from .scalar import Arn, MaxResults, NextToken, RegistryId, RepositoryName, RepositoryPolicyText, Url
from .service import HOME, PROTOCOL
from .shared import RepositoryCatalogData, RepositoryCatalogDataInput, Tag


class CreateRepositoryRequest(Shape, gc=False):
    """What CreateRepository asks."""

    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    catalog_data: RepositoryCatalogDataInput | None = field(
        "catalogData", RepositoryCatalogDataInput.codec, default=None
    )
    tags: tuple[Tag, ...] | None = field(
        "tags", array(Tag.codec).constrain(min_items=0, max_items=200), default=None
    )


class Repository(Shape, gc=False):
    """Part of CreateRepository, DeleteRepository and DescribeRepositories."""

    repository_arn: Arn | None = field("repositoryArn", scalar.arn, default=None)
    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    repository_uri: Url | None = field("repositoryUri", scalar.url, default=None)
    created_at: datetime | None = field("createdAt", timestamp, default=None)


class CreateRepositoryResponse(Shape, gc=False):
    """What CreateRepository answers."""

    repository: Repository | None = field("repository", Repository.codec, default=None)
    catalog_data: RepositoryCatalogData | None = field(
        "catalogData", RepositoryCatalogData.codec, default=None
    )


class DeleteRepositoryPolicyRequest(Shape, gc=False):
    """What DeleteRepositoryPolicy asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)


class DeleteRepositoryPolicyResponse(Shape, gc=False):
    """What DeleteRepositoryPolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    policy_text: RepositoryPolicyText | None = field(
        "policyText", scalar.repository_policy_text, default=None
    )


class DeleteRepositoryRequest(Shape, gc=False):
    """What DeleteRepository asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    force: bool | None = field("force", boolean, default=None)


class DeleteRepositoryResponse(Shape, gc=False):
    """What DeleteRepository answers."""

    repository: Repository | None = field("repository", Repository.codec, default=None)


class DescribeRepositoriesRequest(Shape, gc=False):
    """What DescribeRepositories asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_names: tuple[RepositoryName, ...] | None = field(
        "repositoryNames", array(scalar.repository_name).constrain(min_items=1, max_items=100), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)


class DescribeRepositoriesResponse(Shape, gc=False):
    """What DescribeRepositories answers."""

    repositories: tuple[Repository, ...] | None = field("repositories", array(Repository.codec), default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class GetRepositoryPolicyRequest(Shape, gc=False):
    """What GetRepositoryPolicy asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)


class GetRepositoryPolicyResponse(Shape, gc=False):
    """What GetRepositoryPolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    policy_text: RepositoryPolicyText | None = field(
        "policyText", scalar.repository_policy_text, default=None
    )


class SetRepositoryPolicyRequest(Shape, gc=False):
    """What SetRepositoryPolicy asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    policy_text: RepositoryPolicyText = field("policyText", scalar.repository_policy_text)
    force: bool | None = field("force", boolean, default=None)


class SetRepositoryPolicyResponse(Shape, gc=False):
    """What SetRepositoryPolicy answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    policy_text: RepositoryPolicyText | None = field(
        "policyText", scalar.repository_policy_text, default=None
    )


CreateRepositoryError: TypeAlias = (
    InvalidParameterException
    | InvalidTagParameterException
    | LimitExceededException
    | RepositoryAlreadyExistsException
    | ServerException
    | TooManyTagsException
    | UnsupportedCommandException
    | UnknownError
)
"""What CreateRepository may fail with: values, never raised."""

create_repository: Operation[CreateRepositoryRequest, CreateRepositoryResponse, CreateRepositoryError] = (
    Operation(
        "CreateRepository",
        protocol=PROTOCOL,
        request=CreateRepositoryRequest,
        response=CreateRepositoryResponse,
        errors=(
            InvalidParameterException,
            InvalidTagParameterException,
            LimitExceededException,
            RepositoryAlreadyExistsException,
            ServerException,
            TooManyTagsException,
            UnsupportedCommandException,
        ),
        home=HOME,
    )
)
"""Needs repositoryName; lists 7 errors."""

DeleteRepositoryError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotEmptyException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What DeleteRepository may fail with: values, never raised."""

delete_repository: Operation[DeleteRepositoryRequest, DeleteRepositoryResponse, DeleteRepositoryError] = (
    Operation(
        "DeleteRepository",
        protocol=PROTOCOL,
        request=DeleteRepositoryRequest,
        response=DeleteRepositoryResponse,
        errors=(
            InvalidParameterException,
            RepositoryNotEmptyException,
            RepositoryNotFoundException,
            ServerException,
            UnsupportedCommandException,
        ),
        home=HOME,
    )
)
"""Needs repositoryName; lists 5 errors."""

DeleteRepositoryPolicyError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | RepositoryPolicyNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What DeleteRepositoryPolicy may fail with: values, never raised."""

delete_repository_policy: Operation[
    DeleteRepositoryPolicyRequest, DeleteRepositoryPolicyResponse, DeleteRepositoryPolicyError
] = Operation(
    "DeleteRepositoryPolicy",
    protocol=PROTOCOL,
    request=DeleteRepositoryPolicyRequest,
    response=DeleteRepositoryPolicyResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        RepositoryPolicyNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

DescribeRepositoriesError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What DescribeRepositories may fail with: values, never raised."""

describe_repositories: Operation[
    DescribeRepositoriesRequest, DescribeRepositoriesResponse, DescribeRepositoriesError
] = Operation(
    "DescribeRepositories",
    protocol=PROTOCOL,
    request=DescribeRepositoriesRequest,
    response=DescribeRepositoriesResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    pages=Pages(request="next_token", response="next_token", items=(("repositories",),), limit="max_results"),
    home=HOME,
)
"""Needs nothing; lists 4 errors."""

GetRepositoryPolicyError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | RepositoryPolicyNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What GetRepositoryPolicy may fail with: values, never raised."""

get_repository_policy: Operation[
    GetRepositoryPolicyRequest, GetRepositoryPolicyResponse, GetRepositoryPolicyError
] = Operation(
    "GetRepositoryPolicy",
    protocol=PROTOCOL,
    request=GetRepositoryPolicyRequest,
    response=GetRepositoryPolicyResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        RepositoryPolicyNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

SetRepositoryPolicyError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What SetRepositoryPolicy may fail with: values, never raised."""

set_repository_policy: Operation[
    SetRepositoryPolicyRequest, SetRepositoryPolicyResponse, SetRepositoryPolicyError
] = Operation(
    "SetRepositoryPolicy",
    protocol=PROTOCOL,
    request=SetRepositoryPolicyRequest,
    response=SetRepositoryPolicyResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName and policyText; lists 4 errors."""
