# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR Public: catalog data."""

from __future__ import annotations

from typing import TypeAlias

from ..aws.operation import Operation
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import scalar
from .error import (
    InvalidParameterException,
    RepositoryCatalogDataNotFoundException,
    RepositoryNotFoundException,
    ServerException,
    UnsupportedCommandException,
)
from .scalar import RegistryDisplayName, RegistryId, RepositoryName
from .service import HOME, PROTOCOL
from .shared import RepositoryCatalogData, RepositoryCatalogDataInput


class GetRegistryCatalogDataRequest(Shape, gc=False):
    """What GetRegistryCatalogData asks: nothing."""


class RegistryCatalogData(Shape, gc=False):
    """Part of GetRegistryCatalogData and PutRegistryCatalogData."""

    display_name: RegistryDisplayName | None = field(
        "displayName", scalar.registry_display_name, default=None
    )


class GetRegistryCatalogDataResponse(Shape, gc=False):
    """What GetRegistryCatalogData answers."""

    registry_catalog_data: RegistryCatalogData | None = field(
        "registryCatalogData", RegistryCatalogData.codec, default=None
    )


class GetRepositoryCatalogDataRequest(Shape, gc=False):
    """What GetRepositoryCatalogData asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)


class GetRepositoryCatalogDataResponse(Shape, gc=False):
    """What GetRepositoryCatalogData answers."""

    catalog_data: RepositoryCatalogData | None = field(
        "catalogData", RepositoryCatalogData.codec, default=None
    )


class PutRegistryCatalogDataRequest(Shape, gc=False):
    """What PutRegistryCatalogData asks."""

    display_name: RegistryDisplayName | None = field(
        "displayName", scalar.registry_display_name, default=None
    )


class PutRegistryCatalogDataResponse(Shape, gc=False):
    """What PutRegistryCatalogData answers."""

    registry_catalog_data: RegistryCatalogData | None = field(
        "registryCatalogData", RegistryCatalogData.codec, default=None
    )


class PutRepositoryCatalogDataRequest(Shape, gc=False):
    """What PutRepositoryCatalogData asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    catalog_data: RepositoryCatalogDataInput = field("catalogData", RepositoryCatalogDataInput.codec)


class PutRepositoryCatalogDataResponse(Shape, gc=False):
    """What PutRepositoryCatalogData answers."""

    catalog_data: RepositoryCatalogData | None = field(
        "catalogData", RepositoryCatalogData.codec, default=None
    )


GetRegistryCatalogDataError: TypeAlias = ServerException | UnsupportedCommandException | UnknownError
"""What GetRegistryCatalogData may fail with: values, never raised."""

get_registry_catalog_data: Operation[
    GetRegistryCatalogDataRequest, GetRegistryCatalogDataResponse, GetRegistryCatalogDataError
] = Operation(
    "GetRegistryCatalogData",
    protocol=PROTOCOL,
    request=GetRegistryCatalogDataRequest,
    response=GetRegistryCatalogDataResponse,
    errors=(ServerException, UnsupportedCommandException),
    home=HOME,
)
"""Needs nothing; lists 2 errors."""

GetRepositoryCatalogDataError: TypeAlias = (
    InvalidParameterException
    | RepositoryCatalogDataNotFoundException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What GetRepositoryCatalogData may fail with: values, never raised."""

get_repository_catalog_data: Operation[
    GetRepositoryCatalogDataRequest, GetRepositoryCatalogDataResponse, GetRepositoryCatalogDataError
] = Operation(
    "GetRepositoryCatalogData",
    protocol=PROTOCOL,
    request=GetRepositoryCatalogDataRequest,
    response=GetRepositoryCatalogDataResponse,
    errors=(
        InvalidParameterException,
        RepositoryCatalogDataNotFoundException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName; lists 5 errors."""

PutRegistryCatalogDataError: TypeAlias = (
    InvalidParameterException | ServerException | UnsupportedCommandException | UnknownError
)
"""What PutRegistryCatalogData may fail with: values, never raised."""

put_registry_catalog_data: Operation[
    PutRegistryCatalogDataRequest, PutRegistryCatalogDataResponse, PutRegistryCatalogDataError
] = Operation(
    "PutRegistryCatalogData",
    protocol=PROTOCOL,
    request=PutRegistryCatalogDataRequest,
    response=PutRegistryCatalogDataResponse,
    errors=(InvalidParameterException, ServerException, UnsupportedCommandException),
    home=HOME,
)
"""Needs nothing; lists 3 errors."""

PutRepositoryCatalogDataError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What PutRepositoryCatalogData may fail with: values, never raised."""

put_repository_catalog_data: Operation[
    PutRepositoryCatalogDataRequest, PutRepositoryCatalogDataResponse, PutRepositoryCatalogDataError
] = Operation(
    "PutRepositoryCatalogData",
    protocol=PROTOCOL,
    request=PutRepositoryCatalogDataRequest,
    response=PutRepositoryCatalogDataResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs repositoryName and catalogData; lists 4 errors."""
