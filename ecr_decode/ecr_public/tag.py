# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR Public: tag."""

from __future__ import annotations

from typing import TypeAlias

from ..aws.container import array
from ..aws.operation import Operation
from ..aws.shape import Shape, UnknownError
from ..combinator.field import field
from . import scalar
from .error import (
    InvalidParameterException,
    InvalidTagParameterException,
    RepositoryNotFoundException,
    ServerException,
    TooManyTagsException,
    UnsupportedCommandException,
)
from .scalar import Arn, TagKey
from .service import HOME, PROTOCOL
from .shared import Tag


class ListTagsForResourceRequest(Shape, gc=False):
    """What ListTagsForResource asks."""

    resource_arn: Arn = field("resourceArn", scalar.arn)


class ListTagsForResourceResponse(Shape, gc=False):
    """What ListTagsForResource answers."""

    tags: tuple[Tag, ...] | None = field(
        "tags", array(Tag.codec).constrain(min_items=0, max_items=200), default=None
    )


class TagResourceRequest(Shape, gc=False):
    """What TagResource asks."""

    resource_arn: Arn = field("resourceArn", scalar.arn)
    tags: tuple[Tag, ...] = field("tags", array(Tag.codec).constrain(min_items=0, max_items=200))


class TagResourceResponse(Shape, gc=False):
    """What TagResource answers: nothing."""


class UntagResourceRequest(Shape, gc=False):
    """What UntagResource asks."""

    resource_arn: Arn = field("resourceArn", scalar.arn)
    tag_keys: tuple[TagKey, ...] = field(
        "tagKeys", array(scalar.tag_key).constrain(min_items=0, max_items=200)
    )


class UntagResourceResponse(Shape, gc=False):
    """What UntagResource answers: nothing."""


ListTagsForResourceError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedCommandException
    | UnknownError
)
"""What ListTagsForResource may fail with: values, never raised."""

list_tags_for_resource: Operation[
    ListTagsForResourceRequest, ListTagsForResourceResponse, ListTagsForResourceError
] = Operation(
    "ListTagsForResource",
    protocol=PROTOCOL,
    request=ListTagsForResourceRequest,
    response=ListTagsForResourceResponse,
    errors=(
        InvalidParameterException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs resourceArn; lists 4 errors."""

TagResourceError: TypeAlias = (
    InvalidParameterException
    | InvalidTagParameterException
    | RepositoryNotFoundException
    | ServerException
    | TooManyTagsException
    | UnsupportedCommandException
    | UnknownError
)
"""What TagResource may fail with: values, never raised."""

tag_resource: Operation[TagResourceRequest, TagResourceResponse, TagResourceError] = Operation(
    "TagResource",
    protocol=PROTOCOL,
    request=TagResourceRequest,
    response=TagResourceResponse,
    errors=(
        InvalidParameterException,
        InvalidTagParameterException,
        RepositoryNotFoundException,
        ServerException,
        TooManyTagsException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs resourceArn and tags; lists 6 errors."""

UntagResourceError: TypeAlias = (
    InvalidParameterException
    | InvalidTagParameterException
    | RepositoryNotFoundException
    | ServerException
    | TooManyTagsException
    | UnsupportedCommandException
    | UnknownError
)
"""What UntagResource may fail with: values, never raised."""

untag_resource: Operation[UntagResourceRequest, UntagResourceResponse, UntagResourceError] = Operation(
    "UntagResource",
    protocol=PROTOCOL,
    request=UntagResourceRequest,
    response=UntagResourceResponse,
    errors=(
        InvalidParameterException,
        InvalidTagParameterException,
        RepositoryNotFoundException,
        ServerException,
        TooManyTagsException,
        UnsupportedCommandException,
    ),
    home=HOME,
)
"""Needs resourceArn and tagKeys; lists 6 errors."""
