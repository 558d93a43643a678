# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: creation template."""

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
from .enumeration import EncryptionType, ImageTagMutability, RCTAppliedFor
from .error import (
    InvalidParameterException,
    LimitExceededException,
    ServerException,
    TemplateAlreadyExistsException,
    TemplateNotFoundException,
    ValidationException,
)
from .scalar import (
    CustomRoleArn,
    KmsKeyForRepositoryCreationTemplate,
    LifecyclePolicyTextForRepositoryCreationTemplate,
    MaxResults,
    NextToken,
    Prefix,
    RegistryId,
    RepositoryPolicyText,
    RepositoryTemplateDescription,
)
from .service import HOME, PROTOCOL
from .shared import ImageTagMutabilityExclusionFilter, Tag


class EncryptionConfigurationForRepositoryCreationTemplate(Shape, gc=False):
    """Part of CreateRepositoryCreationTemplate and 3 more operations."""

    encryption_type: EncryptionType | str = field("encryptionType", enumeration.encryption_type)
    kms_key: KmsKeyForRepositoryCreationTemplate | None = field(
        "kmsKey", scalar.kms_key_for_repository_creation_template, default=None
    )


class CreateRepositoryCreationTemplateRequest(Shape, gc=False):
    """What CreateRepositoryCreationTemplate asks."""

    prefix: Prefix = field("prefix", scalar.prefix)
    description: RepositoryTemplateDescription | None = field(
        "description", scalar.repository_template_description, default=None
    )
    encryption_configuration: EncryptionConfigurationForRepositoryCreationTemplate | None = field(
        "encryptionConfiguration", EncryptionConfigurationForRepositoryCreationTemplate.codec, default=None
    )
    resource_tags: tuple[Tag, ...] | None = field("resourceTags", array(Tag.codec), default=None)
    image_tag_mutability: ImageTagMutability | str | None = field(
        "imageTagMutability", enumeration.image_tag_mutability, default=None
    )
    image_tag_mutability_exclusion_filters: tuple[ImageTagMutabilityExclusionFilter, ...] | None = field(
        "imageTagMutabilityExclusionFilters",
        array(ImageTagMutabilityExclusionFilter.codec).constrain(min_items=1, max_items=5),
        default=None,
    )
    repository_policy: RepositoryPolicyText | None = field(
        "repositoryPolicy", scalar.repository_policy_text, default=None
    )
    lifecycle_policy: LifecyclePolicyTextForRepositoryCreationTemplate | None = field(
        "lifecyclePolicy", scalar.lifecycle_policy_text_for_repository_creation_template, default=None
    )
    applied_for: tuple[RCTAppliedFor | str, ...] = field("appliedFor", array(enumeration.rct_applied_for))
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)


class RepositoryCreationTemplate(Shape, gc=False):
    """Part of CreateRepositoryCreationTemplate and 3 more operations."""

    prefix: Prefix | None = field("prefix", scalar.prefix, default=None)
    description: RepositoryTemplateDescription | None = field(
        "description", scalar.repository_template_description, default=None
    )
    encryption_configuration: EncryptionConfigurationForRepositoryCreationTemplate | None = field(
        "encryptionConfiguration", EncryptionConfigurationForRepositoryCreationTemplate.codec, default=None
    )
    resource_tags: tuple[Tag, ...] | None = field("resourceTags", array(Tag.codec), default=None)
    image_tag_mutability: ImageTagMutability | str | None = field(
        "imageTagMutability", enumeration.image_tag_mutability, default=None
    )
    image_tag_mutability_exclusion_filters: tuple[ImageTagMutabilityExclusionFilter, ...] | None = field(
        "imageTagMutabilityExclusionFilters",
        array(ImageTagMutabilityExclusionFilter.codec).constrain(min_items=1, max_items=5),
        default=None,
    )
    repository_policy: RepositoryPolicyText | None = field(
        "repositoryPolicy", scalar.repository_policy_text, default=None
    )
    lifecycle_policy: LifecyclePolicyTextForRepositoryCreationTemplate | None = field(
        "lifecyclePolicy", scalar.lifecycle_policy_text_for_repository_creation_template, default=None
    )
    applied_for: tuple[RCTAppliedFor | str, ...] | None = field(
        "appliedFor", array(enumeration.rct_applied_for), default=None
    )
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)
    created_at: datetime | None = field("createdAt", timestamp, default=None)
    updated_at: datetime | None = field("updatedAt", timestamp, default=None)


class CreateRepositoryCreationTemplateResponse(Shape, gc=False):
    """What CreateRepositoryCreationTemplate answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_creation_template: RepositoryCreationTemplate | None = field(
        "repositoryCreationTemplate", RepositoryCreationTemplate.codec, default=None
    )


class DeleteRepositoryCreationTemplateRequest(Shape, gc=False):
    """What DeleteRepositoryCreationTemplate asks."""

    prefix: Prefix = field("prefix", scalar.prefix)


class DeleteRepositoryCreationTemplateResponse(Shape, gc=False):
    """What DeleteRepositoryCreationTemplate answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_creation_template: RepositoryCreationTemplate | None = field(
        "repositoryCreationTemplate", RepositoryCreationTemplate.codec, default=None
    )


class DescribeRepositoryCreationTemplatesRequest(Shape, gc=False):
    """What DescribeRepositoryCreationTemplates asks."""

    prefixes: tuple[Prefix, ...] | None = field("prefixes", array(scalar.prefix), default=None)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)


class DescribeRepositoryCreationTemplatesResponse(Shape, gc=False):
    """What DescribeRepositoryCreationTemplates answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_creation_templates: tuple[RepositoryCreationTemplate, ...] | None = field(
        "repositoryCreationTemplates", array(RepositoryCreationTemplate.codec), default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class UpdateRepositoryCreationTemplateRequest(Shape, gc=False):
    """What UpdateRepositoryCreationTemplate asks."""

    prefix: Prefix = field("prefix", scalar.prefix)
    description: RepositoryTemplateDescription | None = field(
        "description", scalar.repository_template_description, default=None
    )
    encryption_configuration: EncryptionConfigurationForRepositoryCreationTemplate | None = field(
        "encryptionConfiguration", EncryptionConfigurationForRepositoryCreationTemplate.codec, default=None
    )
    resource_tags: tuple[Tag, ...] | None = field("resourceTags", array(Tag.codec), default=None)
    image_tag_mutability: ImageTagMutability | str | None = field(
        "imageTagMutability", enumeration.image_tag_mutability, default=None
    )
    image_tag_mutability_exclusion_filters: tuple[ImageTagMutabilityExclusionFilter, ...] | None = field(
        "imageTagMutabilityExclusionFilters",
        array(ImageTagMutabilityExclusionFilter.codec).constrain(min_items=1, max_items=5),
        default=None,
    )
    repository_policy: RepositoryPolicyText | None = field(
        "repositoryPolicy", scalar.repository_policy_text, default=None
    )
    lifecycle_policy: LifecyclePolicyTextForRepositoryCreationTemplate | None = field(
        "lifecyclePolicy", scalar.lifecycle_policy_text_for_repository_creation_template, default=None
    )
    applied_for: tuple[RCTAppliedFor | str, ...] | None = field(
        "appliedFor", array(enumeration.rct_applied_for), default=None
    )
    custom_role_arn: CustomRoleArn | None = field("customRoleArn", scalar.custom_role_arn, default=None)


class UpdateRepositoryCreationTemplateResponse(Shape, gc=False):
    """What UpdateRepositoryCreationTemplate answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_creation_template: RepositoryCreationTemplate | None = field(
        "repositoryCreationTemplate", RepositoryCreationTemplate.codec, default=None
    )


CreateRepositoryCreationTemplateError: TypeAlias = (
    InvalidParameterException
    | LimitExceededException
    | ServerException
    | TemplateAlreadyExistsException
    | ValidationException
    | UnknownError
)
"""What CreateRepositoryCreationTemplate may fail with: values, never raised."""

create_repository_creation_template: Operation[
    CreateRepositoryCreationTemplateRequest,
    CreateRepositoryCreationTemplateResponse,
    CreateRepositoryCreationTemplateError,
] = Operation(
    "CreateRepositoryCreationTemplate",
    protocol=PROTOCOL,
    request=CreateRepositoryCreationTemplateRequest,
    response=CreateRepositoryCreationTemplateResponse,
    errors=(
        InvalidParameterException,
        LimitExceededException,
        ServerException,
        TemplateAlreadyExistsException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs prefix and appliedFor; lists 5 errors."""

DeleteRepositoryCreationTemplateError: TypeAlias = (
    InvalidParameterException
    | ServerException
    | TemplateNotFoundException
    | ValidationException
    | UnknownError
)
"""What DeleteRepositoryCreationTemplate may fail with: values, never raised."""

delete_repository_creation_template: Operation[
    DeleteRepositoryCreationTemplateRequest,
    DeleteRepositoryCreationTemplateResponse,
    DeleteRepositoryCreationTemplateError,
] = Operation(
    "DeleteRepositoryCreationTemplate",
    protocol=PROTOCOL,
    request=DeleteRepositoryCreationTemplateRequest,
    response=DeleteRepositoryCreationTemplateResponse,
    errors=(InvalidParameterException, ServerException, TemplateNotFoundException, ValidationException),
    home=HOME,
)
"""Needs prefix; lists 4 errors."""

DescribeRepositoryCreationTemplatesError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What DescribeRepositoryCreationTemplates may fail with: values, never raised."""

describe_repository_creation_templates: Operation[
    DescribeRepositoryCreationTemplatesRequest,
    DescribeRepositoryCreationTemplatesResponse,
    DescribeRepositoryCreationTemplatesError,
] = Operation(
    "DescribeRepositoryCreationTemplates",
    protocol=PROTOCOL,
    request=DescribeRepositoryCreationTemplatesRequest,
    response=DescribeRepositoryCreationTemplatesResponse,
    errors=(InvalidParameterException, ServerException, ValidationException),
    pages=Pages(
        request="next_token",
        response="next_token",
        items=(("repository_creation_templates",),),
        limit="max_results",
    ),
    home=HOME,
)
"""Needs nothing; lists 3 errors."""

UpdateRepositoryCreationTemplateError: TypeAlias = (
    InvalidParameterException
    | ServerException
    | TemplateNotFoundException
    | ValidationException
    | UnknownError
)
"""What UpdateRepositoryCreationTemplate may fail with: values, never raised."""

update_repository_creation_template: Operation[
    UpdateRepositoryCreationTemplateRequest,
    UpdateRepositoryCreationTemplateResponse,
    UpdateRepositoryCreationTemplateError,
] = Operation(
    "UpdateRepositoryCreationTemplate",
    protocol=PROTOCOL,
    request=UpdateRepositoryCreationTemplateRequest,
    response=UpdateRepositoryCreationTemplateResponse,
    errors=(InvalidParameterException, ServerException, TemplateNotFoundException, ValidationException),
    home=HOME,
)
"""Needs prefix; lists 4 errors."""
