# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The operations of Amazon ECR by name."""

from __future__ import annotations

from ..aws.operations import Found, Operations
from .service import HOME, PROTOCOL

operations: Operations = Operations(
    HOME,
    PROTOCOL,
    {
        "BatchCheckLayerAvailability": "batch_check_layer_availability",
        "BatchDeleteImage": "batch_delete_image",
        "BatchGetImage": "batch_get_image",
        "BatchGetRepositoryScanningConfiguration": "batch_get_repository_scanning_configuration",
        "CompleteLayerUpload": "complete_layer_upload",
        "CreatePullThroughCacheRule": "create_pull_through_cache_rule",
        "CreateRepository": "create_repository",
        "CreateRepositoryCreationTemplate": "create_repository_creation_template",
        "DeleteLifecyclePolicy": "delete_lifecycle_policy",
        "DeletePullThroughCacheRule": "delete_pull_through_cache_rule",
        "DeleteRegistryPolicy": "delete_registry_policy",
        "DeleteRepository": "delete_repository",
        "DeleteRepositoryCreationTemplate": "delete_repository_creation_template",
        "DeleteRepositoryPolicy": "delete_repository_policy",
        "DeleteSigningConfiguration": "delete_signing_configuration",
        "DeregisterPullTimeUpdateExclusion": "deregister_pull_time_update_exclusion",
        "DescribeImageReplicationStatus": "describe_image_replication_status",
        "DescribeImageScanFindings": "describe_image_scan_findings",
        "DescribeImageSigningStatus": "describe_image_signing_status",
        "DescribeImages": "describe_images",
        "DescribePullThroughCacheRules": "describe_pull_through_cache_rules",
        "DescribeRegistry": "describe_registry",
        "DescribeReplicationBackfillResults": "describe_replication_backfill_results",
        "DescribeRepositories": "describe_repositories",
        "DescribeRepositoryCreationTemplates": "describe_repository_creation_templates",
        "GetAccountSetting": "get_account_setting",
        "GetAuthorizationToken": "get_authorization_token",
        "GetDownloadUrlForLayer": "get_download_url_for_layer",
        "GetLifecyclePolicy": "get_lifecycle_policy",
        "GetLifecyclePolicyPreview": "get_lifecycle_policy_preview",
        "GetRegistryPolicy": "get_registry_policy",
        "GetRegistryScanningConfiguration": "get_registry_scanning_configuration",
        "GetRepositoryPolicy": "get_repository_policy",
        "GetSigningConfiguration": "get_signing_configuration",
        "InitiateLayerUpload": "initiate_layer_upload",
        "ListImageReferrers": "list_image_referrers",
        "ListImages": "list_images",
        "ListPullTimeUpdateExclusions": "list_pull_time_update_exclusions",
        "ListReplicationBackfills": "list_replication_backfills",
        "ListTagsForResource": "list_tags_for_resource",
        "PutAccountSetting": "put_account_setting",
        "PutImage": "put_image",
        "PutImageScanningConfiguration": "put_image_scanning_configuration",
        "PutImageTagMutability": "put_image_tag_mutability",
        "PutLifecyclePolicy": "put_lifecycle_policy",
        "PutRegistryPolicy": "put_registry_policy",
        "PutRegistryScanningConfiguration": "put_registry_scanning_configuration",
        "PutReplicationConfiguration": "put_replication_configuration",
        "PutSigningConfiguration": "put_signing_configuration",
        "RegisterPullTimeUpdateExclusion": "register_pull_time_update_exclusion",
        "SetRepositoryPolicy": "set_repository_policy",
        "StartImageScan": "start_image_scan",
        "StartLifecyclePolicyPreview": "start_lifecycle_policy_preview",
        "StartReplicationBackfill": "start_replication_backfill",
        "StopReplicationBackfill": "stop_replication_backfill",
        "TagResource": "tag_resource",
        "UntagResource": "untag_resource",
        "UpdateImageStorageClass": "update_image_storage_class",
        "UpdatePullThroughCacheRule": "update_pull_through_cache_rule",
        "UpdateRepositoryCreationTemplate": "update_repository_creation_template",
        "UploadLayerPart": "upload_layer_part",
        "ValidatePullThroughCacheRule": "validate_pull_through_cache_rule",
    },
)
"""Each by its name in the model."""


def operation(name: str) -> Found:
    """Finds one by any of its names: see `Operations.find`."""
    return operations.find(name)
