# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The operations of Amazon ECR Public by name."""

from __future__ import annotations

from ..aws.operations import Found, Operations
from .service import HOME, PROTOCOL

operations: Operations = Operations(
    HOME,
    PROTOCOL,
    {
        "BatchCheckLayerAvailability": "batch_check_layer_availability",
        "BatchDeleteImage": "batch_delete_image",
        "CompleteLayerUpload": "complete_layer_upload",
        "CreateRepository": "create_repository",
        "DeleteRepository": "delete_repository",
        "DeleteRepositoryPolicy": "delete_repository_policy",
        "DescribeImageTags": "describe_image_tags",
        "DescribeImages": "describe_images",
        "DescribeRegistries": "describe_registries",
        "DescribeRepositories": "describe_repositories",
        "GetAuthorizationToken": "get_authorization_token",
        "GetRegistryCatalogData": "get_registry_catalog_data",
        "GetRepositoryCatalogData": "get_repository_catalog_data",
        "GetRepositoryPolicy": "get_repository_policy",
        "InitiateLayerUpload": "initiate_layer_upload",
        "ListTagsForResource": "list_tags_for_resource",
        "PutImage": "put_image",
        "PutRegistryCatalogData": "put_registry_catalog_data",
        "PutRepositoryCatalogData": "put_repository_catalog_data",
        "SetRepositoryPolicy": "set_repository_policy",
        "TagResource": "tag_resource",
        "UntagResource": "untag_resource",
        "UploadLayerPart": "upload_layer_part",
    },
)
"""Each by its name in the model."""


def operation(name: str) -> Found:
    """Finds one by any of its names: see `Operations.find`."""
    return operations.find(name)
