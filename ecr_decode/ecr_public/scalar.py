# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The scalars of Amazon ECR Public, and what its model demands of them."""

from __future__ import annotations

from typing import TypeAlias

from ..aws.scalar import alias, blob, integer, long
from ..codec import Codec
from ..combinator.scalar import string

AboutText: TypeAlias = str
about_text: Codec[AboutText] = string.constrain(max_length=25600)
"""At most 25600 characters. Used by CreateRepository, GetRepositoryCatalogData and another operation."""

Architecture: TypeAlias = str
architecture: Codec[Architecture] = string.constrain(min_length=1, max_length=50)
"""1 to 50 characters. Used by CreateRepository, GetRepositoryCatalogData and PutRepositoryCatalogData."""

Arn: TypeAlias = str
arn: Codec[Arn] = string.constrain(min_length=1, max_length=2048)
"""1 to 2048 characters. Used by CreateRepository, DeleteRepository and 5 more operations."""

Base64: TypeAlias = str
base64: Codec[Base64] = string.constrain(pattern=r"^\S+$")
"""Matches a pattern. Used by GetAuthorizationToken."""

BatchedOperationLayerDigest: TypeAlias = str
batched_operation_layer_digest: Codec[BatchedOperationLayerDigest] = string.constrain(
    min_length=0, max_length=1000
)
"""0 to 1000 characters. Used by BatchCheckLayerAvailability."""

ExceptionMessage: TypeAlias = str
exception_message: Codec[ExceptionMessage] = alias(string)
"""Used by BatchCheckLayerAvailability, BatchDeleteImage, CompleteLayerUpload and 20 more operations."""

ImageDigest: TypeAlias = str
image_digest: Codec[ImageDigest] = alias(string)
"""Used by BatchDeleteImage, DescribeImageTags, DescribeImages and PutImage."""

ImageFailureReason: TypeAlias = str
image_failure_reason: Codec[ImageFailureReason] = alias(string)
"""Used by BatchDeleteImage."""

ImageManifest: TypeAlias = str
image_manifest: Codec[ImageManifest] = string.constrain(min_length=1, max_length=4194304)
"""1 to 4194304 characters. Used by PutImage."""

ImageTag: TypeAlias = str
image_tag: Codec[ImageTag] = string.constrain(min_length=1, max_length=300)
"""1 to 300 characters. Used by BatchDeleteImage, DescribeImageTags, DescribeImages and PutImage."""

LayerDigest: TypeAlias = str
layer_digest: Codec[LayerDigest] = string.constrain(pattern=r"[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+")
"""Matches a pattern. Used by BatchCheckLayerAvailability and CompleteLayerUpload."""

LayerFailureReason: TypeAlias = str
layer_failure_reason: Codec[LayerFailureReason] = alias(string)
"""Used by BatchCheckLayerAvailability."""

LayerPartBlob: TypeAlias = bytes
layer_part_blob: Codec[LayerPartBlob] = blob.constrain(min_length=0, max_length=20971520)
"""0 to 20971520 bytes. Used by UploadLayerPart."""

LogoImageBlob: TypeAlias = bytes
logo_image_blob: Codec[LogoImageBlob] = blob.constrain(min_length=0, max_length=512000)
"""0 to 512000 bytes. Used by CreateRepository and PutRepositoryCatalogData."""

MaxResults: TypeAlias = int
max_results: Codec[MaxResults] = integer.constrain(minimum=1, maximum=1000)
"""1 to 1000. Used by DescribeImageTags, DescribeImages, DescribeRegistries and DescribeRepositories."""

MediaType: TypeAlias = str
media_type: Codec[MediaType] = alias(string)
"""Used by BatchCheckLayerAvailability, DescribeImageTags, DescribeImages and PutImage."""

NextToken: TypeAlias = str
next_token: Codec[NextToken] = alias(string)
"""Used by DescribeImageTags, DescribeImages, DescribeRegistries and DescribeRepositories."""

OperatingSystem: TypeAlias = str
operating_system: Codec[OperatingSystem] = string.constrain(min_length=1, max_length=50)
"""1 to 50 characters. Used by CreateRepository, GetRepositoryCatalogData and PutRepositoryCatalogData."""

PartSize: TypeAlias = int
part_size: Codec[PartSize] = long.constrain(minimum=0)
"""At least 0. Used by InitiateLayerUpload and UploadLayerPart."""

RegistryAliasName: TypeAlias = str
registry_alias_name: Codec[RegistryAliasName] = string.constrain(
    pattern=r"[a-z][a-z0-9]+(?:[._-][a-z0-9]+)*", min_length=2, max_length=50
)
"""2 to 50 characters; matches a pattern. Used by DescribeRegistries."""

RegistryDisplayName: TypeAlias = str
registry_display_name: Codec[RegistryDisplayName] = string.constrain(min_length=0, max_length=100)
"""0 to 100 characters. Used by GetRegistryCatalogData and PutRegistryCatalogData."""

RegistryId: TypeAlias = str
registry_id: Codec[RegistryId] = string.constrain(pattern=r"[0-9]{12}")
"""Matches a pattern. Used by CompleteLayerUpload, CreateRepository and 11 more operations."""

RegistryIdOrAlias: TypeAlias = str
registry_id_or_alias: Codec[RegistryIdOrAlias] = string.constrain(min_length=2, max_length=50)
"""2 to 50 characters. Used by BatchCheckLayerAvailability, BatchDeleteImage and 4 more operations."""

RepositoryDescription: TypeAlias = str
repository_description: Codec[RepositoryDescription] = string.constrain(max_length=1024)
"""At most 1024 characters. Used by CreateRepository, GetRepositoryCatalogData and another operation."""

RepositoryName: TypeAlias = str
repository_name: Codec[RepositoryName] = string.constrain(
    pattern=r"(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*", min_length=2, max_length=205
)
"""2 to 205 characters; matches a pattern. Used by BatchCheckLayerAvailability and 15 more operations."""

RepositoryPolicyText: TypeAlias = str
repository_policy_text: Codec[RepositoryPolicyText] = string.constrain(min_length=0, max_length=10240)
"""0 to 10240 characters. Used by DeleteRepositoryPolicy, GetRepositoryPolicy and SetRepositoryPolicy."""

ResourceUrl: TypeAlias = str
resource_url: Codec[ResourceUrl] = string.constrain(max_length=2048)
"""At most 2048 characters. Used by CreateRepository, GetRepositoryCatalogData and another operation."""

TagKey: TypeAlias = str
tag_key: Codec[TagKey] = string.constrain(min_length=1, max_length=128)
"""1 to 128 characters. Used by CreateRepository, ListTagsForResource, TagResource and UntagResource."""

TagValue: TypeAlias = str
tag_value: Codec[TagValue] = string.constrain(min_length=0, max_length=256)
"""0 to 256 characters. Used by CreateRepository, ListTagsForResource and TagResource."""

UploadId: TypeAlias = str
upload_id: Codec[UploadId] = string.constrain(
    pattern=r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
)
"""Matches a pattern. Used by CompleteLayerUpload, InitiateLayerUpload and UploadLayerPart."""

Url: TypeAlias = str
url: Codec[Url] = alias(string)
"""Used by CreateRepository, DeleteRepository, DescribeRegistries and DescribeRepositories."""

UsageText: TypeAlias = str
usage_text: Codec[UsageText] = string.constrain(max_length=25600)
"""At most 25600 characters. Used by CreateRepository, GetRepositoryCatalogData and another operation."""
