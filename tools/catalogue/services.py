"""What the models do not say: the topics of operations, and the exceptions to the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Service:
    """A service, and what is to be known of it beside its model."""

    name: str
    title: str
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """The operations of each topic, which becomes a module; what is filed nowhere goes to `operation`."""
    optional: frozenset[str] = frozenset()
    """Members (`Shape.member`) that the model requires and replies may lack all the same."""
    secret: frozenset[str] = frozenset()
    """Members (`Shape.member`) that are not to be shown, though the model does not mark them as sensitive."""
    patterns: Mapping[str, str] = field(default_factory=dict[str, str])
    """Patterns of strings that are replaced, since matching the model's own may take exponential time."""
    accepts: Mapping[str, tuple[tuple[str, str, str], ...]] = field(
        default_factory=dict[str, tuple[tuple[str, str, str], ...]]
    )
    """More rules for a waiter: state, path and what the member must be."""
    keeps_required: bool = False
    """Whether replies are known to have what the model requires below their top."""
    file: Path | None = None
    """The file that holds the model, where that is not botocore's."""
    waits: Mapping[str, tuple[str, tuple[str, ...]]] = field(
        default_factory=dict[str, tuple[str, tuple[str, ...]]]
    )
    """What a waiter waits through: the path of a status, and the statuses that pass by themselves.

    Every other status of the enumeration ends it, as a failure if no rule says otherwise.
    """


_REPOSITORY = (
    "CreateRepository",
    "DeleteRepository",
    "DeleteRepositoryPolicy",
    "DescribeRepositories",
    "GetRepositoryPolicy",
    "PutImageTagMutability",
    "SetRepositoryPolicy",
)
_LAYER = (
    "BatchCheckLayerAvailability",
    "CompleteLayerUpload",
    "GetDownloadUrlForLayer",
    "InitiateLayerUpload",
    "UploadLayerPart",
)
_TAG = ("ListTagsForResource", "TagResource", "UntagResource")

ECR = Service(
    name="ecr",
    title="Amazon ECR",
    keeps_required=True,
    topics={
        "image": (
            "BatchDeleteImage",
            "BatchGetImage",
            "DescribeImages",
            "ListImageReferrers",
            "ListImages",
            "PutImage",
            "UpdateImageStorageClass",
        ),
        "layer": _LAYER,
        "lifecycle": (
            "DeleteLifecyclePolicy",
            "GetLifecyclePolicy",
            "GetLifecyclePolicyPreview",
            "PutLifecyclePolicy",
            "StartLifecyclePolicyPreview",
        ),
        "pull_through_cache": (
            "CreatePullThroughCacheRule",
            "DeletePullThroughCacheRule",
            "DeregisterPullTimeUpdateExclusion",
            "DescribePullThroughCacheRules",
            "ListPullTimeUpdateExclusions",
            "RegisterPullTimeUpdateExclusion",
            "UpdatePullThroughCacheRule",
            "ValidatePullThroughCacheRule",
        ),
        "registry": (
            "DeleteRegistryPolicy",
            "DescribeRegistry",
            "GetAccountSetting",
            "GetAuthorizationToken",
            "GetRegistryPolicy",
            "PutAccountSetting",
            "PutRegistryPolicy",
        ),
        "replication": (
            "DescribeImageReplicationStatus",
            "DescribeReplicationBackfillResults",
            "ListReplicationBackfills",
            "PutReplicationConfiguration",
            "StartReplicationBackfill",
            "StopReplicationBackfill",
        ),
        "repository": _REPOSITORY,
        "creation_template": (
            "CreateRepositoryCreationTemplate",
            "DeleteRepositoryCreationTemplate",
            "DescribeRepositoryCreationTemplates",
            "UpdateRepositoryCreationTemplate",
        ),
        "scan": (
            "BatchGetRepositoryScanningConfiguration",
            "DescribeImageScanFindings",
            "GetRegistryScanningConfiguration",
            "PutImageScanningConfiguration",
            "PutRegistryScanningConfiguration",
            "StartImageScan",
        ),
        "signing": (
            "DeleteSigningConfiguration",
            "DescribeImageSigningStatus",
            "GetSigningConfiguration",
            "PutSigningConfiguration",
        ),
        "tag": _TAG,
    },
    secret=frozenset(
        (
            "AuthorizationData.authorizationToken",
            "GetDownloadUrlForLayerResponse.downloadUrl",  # signed: whoever has it may download
        )
    ),
    patterns={
        # The model's own pattern nests repeats of the same characters: 24 letters and a mark take seconds.
        "ScanningRepositoryFilterValue": r"[a-z0-9*]+([._\-/][a-z0-9*]+)*",
    },
    accepts={
        "ImageScanComplete": (
            # Enhanced scanning never completes: it stays active.
            ("success", "imageScanStatus.status", "ACTIVE"),
        )
    },
    waits={
        "ImageScanComplete": ("imageScanStatus.status", ("PENDING", "IN_PROGRESS")),
        "LifecyclePolicyPreviewComplete": ("status", ("IN_PROGRESS",)),
    },
)

ECR_PUBLIC = Service(
    name="ecr-public",
    title="Amazon ECR Public",
    keeps_required=True,
    topics={
        "catalog_data": (
            "GetRegistryCatalogData",
            "GetRepositoryCatalogData",
            "PutRegistryCatalogData",
            "PutRepositoryCatalogData",
        ),
        "image": ("BatchDeleteImage", "DescribeImageTags", "DescribeImages", "PutImage"),
        "layer": tuple(name for name in _LAYER if name != "GetDownloadUrlForLayer"),
        "registry": ("DescribeRegistries", "GetAuthorizationToken"),
        "repository": tuple(name for name in _REPOSITORY if name != "PutImageTagMutability"),
        "tag": _TAG,
    },
    secret=frozenset(("AuthorizationData.authorizationToken",)),
)

COMMITTED = (ECR, ECR_PUBLIC)
"""The catalogues that are part of the project."""
