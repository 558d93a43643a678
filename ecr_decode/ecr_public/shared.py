# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Records that several topics of Amazon ECR Public share."""

from __future__ import annotations

from ..aws.container import array
from ..aws.scalar import boolean
from ..aws.shape import Shape
from ..combinator.field import field
from . import scalar
from .scalar import (
    AboutText,
    Architecture,
    LogoImageBlob,
    OperatingSystem,
    RepositoryDescription,
    ResourceUrl,
    TagKey,
    TagValue,
    UsageText,
)


class RepositoryCatalogData(Shape, gc=False):
    """Part of CreateRepository, GetRepositoryCatalogData and PutRepositoryCatalogData."""

    description: RepositoryDescription | None = field(
        "description", scalar.repository_description, default=None
    )
    architectures: tuple[Architecture, ...] | None = field(
        "architectures", array(scalar.architecture).constrain(max_items=50), default=None
    )
    operating_systems: tuple[OperatingSystem, ...] | None = field(
        "operatingSystems", array(scalar.operating_system).constrain(max_items=50), default=None
    )
    logo_url: ResourceUrl | None = field("logoUrl", scalar.resource_url, default=None)
    about_text: AboutText | None = field("aboutText", scalar.about_text, default=None)
    usage_text: UsageText | None = field("usageText", scalar.usage_text, default=None)
    marketplace_certified: bool | None = field("marketplaceCertified", boolean, default=None)


class RepositoryCatalogDataInput(Shape, gc=False):
    """Part of CreateRepository and PutRepositoryCatalogData."""

    description: RepositoryDescription | None = field(
        "description", scalar.repository_description, default=None
    )
    architectures: tuple[Architecture, ...] | None = field(
        "architectures", array(scalar.architecture).constrain(max_items=50), default=None
    )
    operating_systems: tuple[OperatingSystem, ...] | None = field(
        "operatingSystems", array(scalar.operating_system).constrain(max_items=50), default=None
    )
    logo_image_blob: LogoImageBlob | None = field(
        "logoImageBlob", scalar.logo_image_blob, default=None, secret=True
    )
    about_text: AboutText | None = field("aboutText", scalar.about_text, default=None)
    usage_text: UsageText | None = field("usageText", scalar.usage_text, default=None)


class Tag(Shape, gc=False):
    """Part of CreateRepository, ListTagsForResource and TagResource."""

    key: TagKey | None = field("Key", scalar.tag_key, default=None)
    value: TagValue | None = field("Value", scalar.tag_value, default=None)
