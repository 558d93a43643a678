# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Records that several topics of Amazon ECR share."""

from __future__ import annotations

from ..aws.container import array
from ..aws.scalar import boolean
from ..aws.shape import Shape
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import ImageTagMutabilityExclusionFilterType, RepositoryFilterType, ScanStatus
from .scalar import (
    ImageDigest,
    ImageTag,
    ImageTagMutabilityExclusionFilterValue,
    Region,
    RegistryId,
    RepositoryFilterValue,
    ScanStatusDescription,
    TagKey,
    TagValue,
)


class DeleteReplication(Shape, gc=False):
    """Part of DescribeRegistry and PutReplicationConfiguration."""

    enabled: bool = field("enabled", boolean)


class ImageIdentifier(Shape, gc=False):
    """Part of BatchDeleteImage, BatchGetImage and 10 more operations."""

    image_digest: ImageDigest | None = field("imageDigest", scalar.image_digest, default=None)
    image_tag: ImageTag | None = field("imageTag", scalar.image_tag, default=None)


class ImageScanStatus(Shape, gc=False):
    """Part of DescribeImageScanFindings, DescribeImages and StartImageScan."""

    status: ScanStatus | str | None = field("status", enumeration.scan_status, default=None)
    description: ScanStatusDescription | None = field(
        "description", scalar.scan_status_description, default=None
    )


class ImageScanningConfiguration(Shape, gc=False):
    """Part of CreateRepository, DeleteRepository, DescribeRepositories and another operation."""

    scan_on_push: bool | None = field("scanOnPush", boolean, default=None)


class ImageTagMutabilityExclusionFilter(Shape, gc=False):
    """Part of CreateRepository, CreateRepositoryCreationTemplate and 6 more operations."""

    filter_type: ImageTagMutabilityExclusionFilterType | str = field(
        "filterType", enumeration.image_tag_mutability_exclusion_filter_type
    )
    filter: ImageTagMutabilityExclusionFilterValue = field(
        "filter", scalar.image_tag_mutability_exclusion_filter_value
    )


class ReplicationDestination(Shape, gc=False):
    """Part of DescribeRegistry, DescribeReplicationBackfillResults and 4 more operations."""

    region: Region = field("region", scalar.region)
    registry_id: RegistryId = field("registryId", scalar.registry_id)


class RepositoryFilter(Shape, gc=False):
    """Part of DescribeRegistry and PutReplicationConfiguration."""

    filter: RepositoryFilterValue = field("filter", scalar.repository_filter_value)
    filter_type: RepositoryFilterType | str = field("filterType", enumeration.repository_filter_type)


class ReplicationRule(Shape, gc=False):
    """Part of DescribeRegistry and PutReplicationConfiguration."""

    destinations: tuple[ReplicationDestination, ...] = field(
        "destinations", array(ReplicationDestination.codec).constrain(min_items=0, max_items=100)
    )
    repository_filters: tuple[RepositoryFilter, ...] | None = field(
        "repositoryFilters", array(RepositoryFilter.codec).constrain(min_items=1, max_items=100), default=None
    )
    delete_replication: DeleteReplication | None = field(
        "deleteReplication", DeleteReplication.codec, default=None
    )


class ReplicationConfiguration(Shape, gc=False):
    """Part of DescribeRegistry and PutReplicationConfiguration."""

    rules: tuple[ReplicationRule, ...] = field(
        "rules", array(ReplicationRule.codec).constrain(min_items=0, max_items=25)
    )


class Tag(Shape, gc=False):
    """Part of CreateRepository, CreateRepositoryCreationTemplate and 5 more operations."""

    key: TagKey = field("Key", scalar.tag_key)
    value: TagValue = field("Value", scalar.tag_value)
